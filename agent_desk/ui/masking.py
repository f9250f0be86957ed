"""Numbers that stay hidden until somebody points at them, where a person wants it so.

Only what is painted and spoken is masked: whoever copies, calls or blocks gets the number itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QHideEvent

    _Base = QWidget
else:
    _Base = object

_ENDING: Final = 2
_LEAST_HIDDEN: Final = 4
_TELLING: Final = 8
_LONG: Final = "••• ••• ••"
_SHORT: Final = "•••"


def mask(number_text: str) -> str:
    """``number_text`` as dots with its last two digits: ``••• ••• ••67``.

    All numbers get the same dots, so that neither country nor length shows. One of fewer than six
    digits shows none of them; nothing stays nothing.
    """
    digits = [char for char in number_text if char.isdigit()]
    if len(digits) < _ENDING + _LEAST_HIDDEN:
        return _SHORT if number_text else ""
    return _LONG + "".join(digits[-_ENDING:])


def holds(value: str, number_text: str) -> bool:
    """Whether the digits of ``value`` show the number, however either of them is spelt.

    The last eight digits tell: they are the same nationally and internationally. A shorter number,
    as an extension's, has to be all the digits there are.
    """
    number, digits = (
        "".join(str(int(char)) for char in each if char.isdecimal())
        for each in (number_text, value)
    )
    ending = number.lstrip("0")[-_TELLING:]
    if len(ending) < _TELLING:
        return bool(number) and digits == number
    return ending in digits


class Masking(QObject):
    """Whether numbers are hidden until they are pointed at.

    Signals: ``changed()`` after that has become otherwise.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_on = False

    @property
    def is_on(self) -> bool:
        """Whether numbers are hidden."""
        return self._is_on

    def switch(self, is_on: bool) -> None:
        """Hide numbers from now on, or show them."""
        if is_on != self._is_on:
            self._is_on = is_on
            self.changed.emit()


# Like the colours it holds for everything on the screen: one for the whole program.
masking: Final = Masking()


def shown(number_text: str, *, is_revealed: bool = False) -> str:
    """``number_text`` as it may be shown now: masked where numbers are hidden."""
    return mask(number_text) if masking.is_on and not is_revealed else number_text


class Revealing(_Base):
    """A card or row whose numbers show while the pointer or the keyboard is on it.

    A mixin, named before Qt's class. Call ``follow_masking`` at the end of ``__init__``: it calls
    ``reveal``, which is called again whenever numbers are to be shown or hidden.
    """

    _is_pointed_at = False
    _is_focused = False
    _is_revealed = True
    _hears_focus = False

    @property
    def is_revealed(self) -> bool:
        """Whether numbers are to be shown in full."""
        return not masking.is_on or self._is_pointed_at or self._is_focused

    def follow_masking(self) -> None:
        """Follow the setting, the pointer and the keyboard from now on."""
        masking.changed.connect(self._on_masking_changed)
        self._on_masking_changed()

    def reveal(self, is_revealed: bool) -> None:
        """Show numbers in full, or masked."""
        raise NotImplementedError

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._is_pointed_at = True
        self._look_again()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._is_pointed_at = False
        self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Shown again it may stand elsewhere, and for somebody else.
        self._is_pointed_at = self._is_focused = False
        self._look_again()

    def _look_again(self) -> None:
        if self.is_revealed != self._is_revealed:
            self._is_revealed = self.is_revealed
            self.reveal(self._is_revealed)

    def _on_masking_changed(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and masking.is_on and not self._hears_focus:
            # Only once it matters: whatever gets the keyboard tells everybody who listens.
            app.focusChanged.connect(self._on_focus_changed)
            self._hears_focus = True
        self._is_revealed = self.is_revealed
        self.reveal(self._is_revealed)

    def _on_focus_changed(self, _before: object, now: object) -> None:
        self._is_focused = isinstance(now, QWidget) and (now is self or self.isAncestorOf(now))
        self._look_again()
