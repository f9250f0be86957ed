"""What a person wants of the shift that is being worked, said by whichever window they used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from agent_desk.desk.mute_record import MuteTrigger
    from agent_desk.desk.state import CallKey


class IntentSignals(QObject):
    """The wishes of a signed-in person; whoever listens carries them out, nothing here does.

    Signals, with what they carry: ``mute_requested`` and ``resume_requested`` (a ``CallKey`` and
    the ``MuteTrigger``), ``extend_requested``, ``guard_dismissed``, ``talks_requested`` and
    ``card_closed`` (a ``CallKey`` each), ``block_requested`` and ``unblock_requested``
    (``BlockRequest``), ``link_opened(str)`` with a checked address, ``api_code_given``
    (``ApiCodeForm``), ``extensions_chosen(tuple[str, ...])``, ``status_requested(int)`` with the
    code of a status, ``debt_settled(str)`` with whom nothing is
    owed any more. The others carry nothing.
    """

    mute_requested = Signal(object, object)
    resume_requested = Signal(object, object)
    extend_requested = Signal(object)
    guard_dismissed = Signal(object)
    block_requested = Signal(object)
    unblock_requested = Signal(object)
    talks_requested = Signal(object)
    card_closed = Signal(object)
    my_calls_requested = Signal()
    try_now_requested = Signal()
    choose_again_requested = Signal()
    extensions_chosen = Signal(object)
    api_code_given = Signal(object)
    link_opened = Signal(str)
    status_requested = Signal(int)
    debt_settled = Signal(str)


class MuteSource(QObject):
    """Says of wishes to mute or to resume that they came from ``trigger``."""

    def __init__(self, intents: IntentSignals, trigger: MuteTrigger) -> None:
        super().__init__(intents)
        self._intents = intents
        self._trigger = trigger

    def mute(self, key: CallKey) -> None:
        """Somebody wants this call's recording muted."""
        self._intents.mute_requested.emit(key, self._trigger)

    def resume(self, key: CallKey) -> None:
        """Somebody wants this call recorded again."""
        self._intents.resume_requested.emit(key, self._trigger)
