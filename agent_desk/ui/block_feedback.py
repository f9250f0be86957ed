"""What became of blocking a number, said in a toast, with the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from agent_desk.desk import numbers
from agent_desk.ui import fault_words, text
from agent_desk.ui.icons import Icon
from agent_desk.ui.theme import Tone
from agent_desk.ui.widgets import Toast

if TYPE_CHECKING:
    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.card import Card
    from agent_desk.ui.intents import BlockRequest


class BlockFeedback(QObject):
    """Remembers what was blocked from here: the service has no way to list it.

    Signals: ``undo_requested(BlockRequest)``.
    """

    undo_requested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._blocked: set[str] = set()
        self._undoing: set[BlockRequest] = set()
        self._undo: BlockRequest | None = None

    def is_blocked(self, card: Card) -> bool:
        """Whether this caller's number was blocked from here."""
        return bool(self._blocked) and _key(card.number) in self._blocked

    def is_undoing(self, request: BlockRequest) -> bool:
        """Whether the answer awaited for ``request`` is that of taking it back."""
        return request in self._undoing

    def toast(
        self, request: BlockRequest, number_text: str, *, is_done: bool, code: str, message: str
    ) -> Toast:
        """The service has answered: what to say, and Undo where there is something to undo."""
        was_undoing = request in self._undoing
        self._undoing.discard(request)
        number = text.isolate(number_text)
        if not is_done:
            said = self.tr("{number} was not changed: {reason}")
            reason = fault_words.fault(code, message).sentence
            return Toast(Icon.FAILED, said.format(number=number, reason=reason), tone=Tone.MUTED)
        if was_undoing:
            self._blocked.discard(_key(request.number))
            return Toast(Icon.AVAILABLE, self.tr("Unblocked {number}").format(number=number))
        self._blocked.add(_key(request.number))
        said = self.tr("Blocked {number}").format(number=number)
        toast = Toast(Icon.AVAILABLE, said, action=self.tr("Undo"))
        self._undo = request
        toast.acted.connect(self._on_toast_acted)
        return toast

    def forget(self) -> None:
        """Somebody else may sign in."""
        self._blocked.clear()
        self._undoing.clear()

    def _on_toast_acted(self) -> None:
        request, self._undo = self._undo, None
        if request is not None:
            self._undoing.add(request)
            self.undo_requested.emit(request)


def _key(number: PhoneNumber) -> str:
    """What all spellings of one number have in common."""
    return numbers.comparable(number) or number.raw
