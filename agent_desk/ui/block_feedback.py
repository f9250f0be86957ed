"""What became of blocking a number, said in a toast, with the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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


# What the service says when it has done nothing for certain. After anything else (no answer, a
# broken one, a fault of its own) the number may well be on the list, or off it.
_REFUSALS: Final = frozenset(
    {"rejected", "api_code", "no_api_code", "network_not_allowed", "bad_input", "rate_limited"}
)


class BlockFeedback(QObject):
    """Remembers what was blocked from here: the service has no way to list it.

    Signals, each with a ``BlockRequest``: ``undo_requested``, and ``again_requested`` for a number
    of which nobody knows whether it was blocked (to block it twice does no harm).
    """

    undo_requested = Signal(object)
    again_requested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._blocked: set[str] = set()
        self._undoing: set[BlockRequest] = set()
        self._undo: BlockRequest | None = None
        self._again: BlockRequest | None = None

    def is_blocked(self, card: Card) -> bool:
        """Whether this caller's number was blocked from here."""
        return self.has_blocked(card.number)

    def has_blocked(self, number: PhoneNumber) -> bool:
        """Whether ``number`` was blocked from here, in whatever spelling."""
        return bool(self._blocked) and _key(number) in self._blocked

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
            reason = fault_words.fault(code, message).sentence
            if code not in _REFUSALS:
                return self._unconfirmed(request, number, reason, was_undoing=was_undoing)
            said = self.tr("{number} was not changed: {reason}")
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

    def _unconfirmed(
        self, request: BlockRequest, number: str, reason: str, *, was_undoing: bool
    ) -> Toast:
        if was_undoing:
            # Whether it is still blocked nobody knows: the card offers to block it again.
            self._blocked.discard(_key(request.number))
            said = self.tr("Not confirmed that {number} is unblocked: {reason}")
        else:
            said = self.tr("Not confirmed that {number} is blocked: {reason}")
        said = said.format(number=number, reason=reason)
        toast = Toast(Icon.FAILED, said, tone=Tone.RINGING, action=self.tr("Try again"))
        if was_undoing:
            self._undo = request
            toast.acted.connect(self._on_toast_acted)
        else:
            self._again = request
            toast.acted.connect(self._on_toast_again)
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

    def _on_toast_again(self) -> None:
        request, self._again = self._again, None
        if request is not None:
            self.again_requested.emit(request)


def _key(number: PhoneNumber) -> str:
    """What all spellings of one number have in common."""
    return numbers.comparable(number) or number.raw
