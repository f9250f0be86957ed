"""What all recordings together come to: for a pill, the tray's icon, the edge of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from agent_desk.desk.guard import GuardState
from agent_desk.desk.state import Phase
from agent_desk.ui import looks, text, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.card import Card

translate: Final = QCoreApplication.translate


class RecordingSign(Enum):
    """The first of these that is true of any call: what must not be overlooked comes first."""

    NOT_MUTED = "not muted"
    """A mute failed: it still is recorded."""
    UNKNOWN = "unknown"
    MUTED = "muted"
    RECORDING = "recording"
    REPORTED = "reported"
    """The service's events say muted, no answer of its own does."""
    NONE = "none"


_BEING_RECORDED: Final = frozenset(
    {GuardState.RECORDING, GuardState.MUTING, GuardState.MUTE_FAILED, GuardState.UNKNOWN}
)
_QUIET: Final = frozenset({GuardState.WILL_RECORD, GuardState.NOT_RECORDED})


@dataclass(frozen=True, slots=True)
class Recordings:
    """``muted`` calls of ``calls`` that are or were being recorded; the first mute's second.

    ``is_stale``: so it was when the link was lost.
    """

    sign: RecordingSign = RecordingSign.NONE
    muted: int = 0
    calls: int = 0
    muted_from: float | None = None
    is_stale: bool = False

    def said(self, now: float | None = None) -> str:
        """In words, with the running time at the monotonic second ``now``; empty for none."""
        match self.sign:
            case RecordingSign.NOT_MUTED:
                return words.recording(GuardState.MUTE_FAILED)
            case RecordingSign.UNKNOWN:
                return words.recording(GuardState.UNKNOWN)
            case RecordingSign.MUTED:
                if now is None or self.muted_from is None:
                    return words.recording(GuardState.MUTED)
                # Short: a pill that has no room would cut off the time.
                time = text.isolate(text.duration(int(now - self.muted_from)))
                return translate("words", "Muted {time}").format(time=time)
            case RecordingSign.RECORDING:
                return words.recording(GuardState.RECORDING)
            case RecordingSign.REPORTED:
                return words.recording(GuardState.RECORDING, is_reported_muted=True)
        return ""


def recordings(cards: Iterable[Card]) -> Recordings:
    """What the live ones of ``cards`` come to; a call counts once, whatever cards it has."""
    by_call: dict[str, Card] = {}
    for card in cards:
        # One that rings elsewhere says less than one that talks.
        is_quiet = card.guard.state in _QUIET and card.key.call_id in by_call
        if card.phase is not Phase.ENDED and not is_quiet:
            by_call[card.key.call_id] = card
    live = by_call.values()
    muted = [card for card in live if card.guard.state in looks.MUTED_STATES]
    recorded = [
        card
        for card in live
        if card.guard.state in _BEING_RECORDED and not card.guard.is_reported_muted
    ]
    states = {card.guard.state for card in recorded}
    is_reported = any(
        card.guard.is_reported_muted and card.phase is not Phase.RING_STOPPED for card in live
    )
    if GuardState.MUTE_FAILED in states:
        sign = RecordingSign.NOT_MUTED
    elif GuardState.UNKNOWN in states:
        sign = RecordingSign.UNKNOWN
    elif muted:
        sign = RecordingSign.MUTED
    elif states:
        sign = RecordingSign.RECORDING
    else:
        sign = RecordingSign.REPORTED if is_reported else RecordingSign.NONE
    starts = [card.guard.muted_from for card in muted if card.guard.muted_from is not None]
    return Recordings(
        sign,
        muted=len(muted),
        calls=len(muted) + len(recorded),
        muted_from=min(starts, default=None),
        is_stale=any(card.is_stale for card in live),
    )
