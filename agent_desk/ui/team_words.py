"""A colleague in words, icons and tones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from agent_desk.desk.presence import Status
from agent_desk.desk.state import Direction, Phase
from agent_desk.desk.team import Standing
from agent_desk.ui import status_words, text, words
from agent_desk.ui.icons import Icon
from agent_desk.ui.looks import Look
from agent_desk.ui.theme import Tone
from agent_desk.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent_desk.desk.team import Colleague

translate: Final = QCoreApplication.translate
_DAY_S: Final = 86_400
_OUTGOING: Final = frozenset({Direction.OUTGOING, Direction.CLICK2CALL})
# Of somebody else's call only so much: the legs of a Click2Call are all dialling.
_DIALLING: Final = (
    QT_TRANSLATE_NOOP("words", "Dialling"),
    Look(Icon.OUTGOING, Tone.RINGING),
)
_PHASES: Final[dict[Phase, tuple[str, Look]]] = {
    Phase.RINGING: (QT_TRANSLATE_NOOP("words", "Ringing"), Look(Icon.RINGING, Tone.RINGING)),
    Phase.TALKING: (QT_TRANSLATE_NOOP("words", "Talking"), Look(Icon.TALKING, Tone.TALKING)),
    Phase.HELD: (QT_TRANSLATE_NOOP("words", "On hold"), Look(Icon.HELD, Tone.HELD)),
}


def name(colleague: Colleague) -> str:
    """Who works there; the extension where nobody is named."""
    return colleague.name or text.isolate(colleague.sip)


def number(colleague: Colleague) -> str:
    """What people dial, and whether that is the agent's own phone."""
    short = text.isolate(colleague.short or colleague.sip)
    if colleague.is_own:
        return translate("team_words", "{number} · you").format(number=short)
    return short


def look(colleague: Colleague) -> Look:
    """Icon and colour of what a colleague does."""
    if colleague.phase is not None:
        return _PHASES.get(colleague.phase, _DIALLING)[1]
    if colleague.standing is Standing.UNSEEN:
        return Look(Icon.EYE_OFF, Tone.NEUTRAL)
    if colleague.standing is Standing.OUT:
        return Look(Icon.LEAVE, Tone.NEUTRAL)
    code = colleague.status_code or 0
    return Look(status_words.icon(code), status_words.tone(code))


def state(colleague: Colleague, statuses: Mapping[int, Status]) -> str:
    """What a colleague does: the call, else the status by the account's own name."""
    if colleague.phase is not None:
        said = translate("words", _PHASES.get(colleague.phase, _DIALLING)[0])
        if colleague.calls > 1:
            calls = text.isolate(str(colleague.calls))
            said = translate("team_words", "{state} · {calls} calls").format(
                state=said, calls=calls
            )
        return said
    if colleague.standing is Standing.UNSEEN:
        return translate("team_words", "Not shown to you")
    code = colleague.status_code
    if code is None:
        if colleague.standing is Standing.OUT:
            return translate("team_words", "Signed out")
        return translate("team_words", "No status")
    return status_words.name(statuses.get(code) or Status(code))


def way(colleague: Colleague) -> str:
    """What the call came through; nothing without a call."""
    if colleague.phase is None:
        return ""
    if colleague.queue_name:
        return text.isolate_name(colleague.queue_name)
    if colleague.queue_id is not None:
        queue = text.isolate(str(colleague.queue_id))
        return translate("team_words", "Queue {number}").format(number=queue)
    if colleague.direction in _OUTGOING:
        return translate("team_words", "Outgoing")
    return translate("team_words", "Direct")


def since(colleague: Colleague, now: float) -> str:
    """For how long it has been so, at the monotonic second ``now``; empty where nobody knows."""
    if colleague.timer_from is None:
        return ""
    seconds = int(now - colleague.timer_from)
    if seconds < _DAY_S:
        return text.duration(seconds)
    days = text.isolate(str(seconds // _DAY_S))
    return translate("team_words", "{count} d").format(count=days)


def spoken(
    colleague: Colleague, statuses: Mapping[int, Status], now: float, *, is_favourite: bool
) -> str:
    """The whole row as a sentence, for screen readers."""
    parts = [name(colleague), number(colleague), state(colleague, statuses), way(colleague)]
    if colleague.timer_from is not None:
        length = words.length(int(now - colleague.timer_from))
        parts.append(translate("team_words", "for {length}").format(length=length))
    if is_favourite:
        parts.append(translate("team_words", "favourite"))
    return text.plain(", ".join(dict.fromkeys(part for part in parts if part)))
