"""The custom data of a call, as a card shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from agent_desk.ui import masking, text, words
from agent_desk.ui.card_parts import column
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.text import isolate_name
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, Kind, Label, Separator

if TYPE_CHECKING:
    from agent_desk.desk.card import CustomField

FIELDS_SHOWN: Final = 4
"""Values that are shown before "n more"."""


class FieldCell(QWidget):
    """One labelled value, plain or as a link; filled again for every call.

    Signals: ``opened(str)`` with the link's address.
    """

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._link = ""
        self._label = Label("", Role.LABEL, Token.TEXT3)
        self._value = Label("", Role.VALUE)
        self._button = Button(
            "…", Kind.LINK, icon=Icon.LINK_OUT, role=Role.VALUE, is_icon_last=True, gap=4
        )
        self._button.clicked.connect(self._on_button_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self._label, self._value, self._button):
            layout.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_field(self, field: CustomField, *, hiding: str = "") -> None:
        """Show ``field``, masked where it shows the number ``hiding``.

        Its link has been checked before, and opens the same address masked or not.
        """
        value = field.value or field.link
        if masking.holds(value, hiding):
            value = masking.mask(hiding)
        self._link = field.link
        self._label.set_text(field.label)
        self._value.setVisible(not field.link)
        self._button.setVisible(bool(field.link))
        if field.link:
            self._button.set_text(value)
            self._button.setAccessibleDescription(text.plain(field.label))
        else:
            # A value that begins with a digit still reads the way its first letter does.
            self._value.set_text(isolate_name(value))

    def _on_button_clicked(self) -> None:
        self.opened.emit(self._link)


class Fields(QWidget):
    """The custom data in two columns: four values, the others unfold.

    Signals: ``link_opened(str)``, ``unfolded()`` when its height changed by a press.
    """

    link_opened = Signal(str)
    unfolded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: tuple[CustomField, ...] = ()
        self._hiding = ""
        self._cells: list[FieldCell] = []
        self._is_open = False
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._more = Button("…", Kind.LINK, icon=Icon.DOWN, is_icon_last=True)
        self._more.clicked.connect(self._on_more_clicked)
        layout = column(self, top=16, gap=12)
        layout.addWidget(Separator())
        layout.addSpacing(4)
        layout.addLayout(self._grid)
        layout.addWidget(self._more)
        # Built now, so that a call needs no new widgets unless somebody unfolds more.
        for _ in range(FIELDS_SHOWN):
            self._add_cell()
        self._fill()

    def show_fields(self, fields: tuple[CustomField, ...], *, hiding: str = "") -> None:
        """Show ``fields`` in their order, with the number ``hiding`` masked in them."""
        if (fields, hiding) != (self._fields, self._hiding):
            self._fields, self._hiding = fields, hiding
            self._fill()

    def fold(self) -> None:
        """Show the first four again."""
        if self._is_open:
            self._is_open = False
            self._fill()

    def _add_cell(self) -> None:
        at = len(self._cells)
        cell = FieldCell()
        cell.opened.connect(self.link_opened)
        self._grid.addWidget(cell, at // 2, at % 2)
        self._cells.append(cell)

    def _fill(self) -> None:
        shown = self._fields if self._is_open else self._fields[:FIELDS_SHOWN]
        while len(self._cells) < len(shown):
            self._add_cell()
        for cell, field in zip(self._cells, shown, strict=False):
            cell.show_field(field, hiding=self._hiding)
        for at, cell in enumerate(self._cells):
            cell.setVisible(at < len(shown))
        rest = len(self._fields) - FIELDS_SHOWN
        self._more.setVisible(rest > 0)
        self._more.set_icon(Icon.UP if self._is_open else Icon.DOWN)
        self._more.set_text(self.tr("Fewer fields") if self._is_open else words.more_fields(rest))

    def _on_more_clicked(self) -> None:
        self._is_open = not self._is_open
        self._fill()
        self.unfolded.emit()
