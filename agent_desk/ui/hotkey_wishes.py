"""What a hotkey is about when it is pressed: the current call, the number that was copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk import numbers
from agent_desk.desk.current import PENDING, call_to_mute, can_mute, current_call
from agent_desk.ui import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.core.clock import Clock
    from agent_desk.desk.card import Card
    from agent_desk.desk.state import CallKey

translate: Final = QCoreApplication.translate

_QUIET_S: Final = 2.0
"""So long after it asked to mute, the same key does not ask to record again."""

_LONGEST_COPIED: Final = 64


def copied_number(copied: str, region: str) -> numbers.ShownNumber | None:
    """The telephone number that ``copied`` is; ``None`` where it is anything else."""
    said = text.plain(copied).strip()
    if len(said) > _LONGEST_COPIED:
        return None
    shown = numbers.show(PhoneNumber(said), region)
    return shown if shown.is_external else None


class HotkeyWishes(QObject):
    """Turns hotkeys into wishes; the windows and the keyboard stay where they are.

    ``region`` tells the country in which copied numbers are read. Signals: ``mute_requested`` and
    ``resume_requested`` with a ``CallKey``; ``call_wanted`` with the one of the call to be shown,
    or ``None`` where only the desk is; ``number_chosen(str)`` with the copied number as it is
    dialled, to be shown and not to be dialled; ``refused(str)`` with the reason why nothing is.
    """

    mute_requested = Signal(object)
    resume_requested = Signal(object)
    call_wanted = Signal(object)
    number_chosen = Signal(str)
    refused = Signal(str)

    def __init__(
        self, clock: Clock, region: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._region = region
        self._cards: tuple[Card, ...] = ()
        self._muted: tuple[CallKey | None, float] = (None, 0.0)

    def follow(self, cards: tuple[Card, ...]) -> None:
        """These are the calls now, newest first."""
        self._cards = cards

    def mute_or_resume(self) -> None:
        """Mute the recording of the current call, or resume it.

        Pressed twice in doubt it must not record again, so it resumes nothing that it has just
        asked to mute.
        """
        call = call_to_mute(self._cards)
        now = self._clock.monotonic()
        if call is None:
            self.refused.emit(self.tr("No call is being recorded now."))
        elif can_mute(call.guard):
            self._muted = (call.key, now)
            self.mute_requested.emit(call.key)
        elif call.guard.state in PENDING or self._has_just_muted(call.key, now):
            self._muted = (call.key, now)
        else:
            self.resume_requested.emit(call.key)

    def go_to_call(self) -> None:
        """Show the current call, or the desk where there is none."""
        call = current_call(self._cards)
        self.call_wanted.emit(None if call is None else call.key)

    def show_copied(self) -> None:
        """Show the number that was copied."""
        found = copied_number(QGuiApplication.clipboard().text(), self._region())
        if found is None:
            self.refused.emit(self.tr("There is no phone number on the clipboard."))
        else:
            self.number_chosen.emit(found.copy_text)

    def _has_just_muted(self, key: CallKey, now: float) -> bool:
        muted, at = self._muted
        return muted == key and now - at < _QUIET_S
