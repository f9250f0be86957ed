"""The rail at the window's leading edge: which page is shown, and the way to the others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from agent_desk.ui import icons
from agent_desk.ui.fonts import Role
from agent_desk.ui.painting import Align, Box, Line, draw_box, draw_line, mirrored
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets import Badge
from agent_desk.ui.widgets.button import Pressable

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.ui.icons import Icon

RAIL_PX: Final = 73
"""Its width with the line that parts it from the page."""
_CELL: Final = QSize(60, 52)
_GAP: Final = 4
_TOP: Final = 12
_SIDE: Final = 6
_ICON: Final = QRectF(20, 8, 20, 20)
_WORD: Final = QRectF(1, 30, 58, 16)
_BAR: Final = QRectF(0, 8, 3, 20)
_BADGE: Final = QRectF(37, 6, 16, 16)
_LAST_DIGIT: Final = 9
_STEPS: Final[dict[int, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ARROWS: Final = frozenset({*_STEPS, Qt.Key.Key_Left, Qt.Key.Key_Right})


class Rail(QWidget):
    """One entry for each page that works, in the order in which they were added.

    Tab reaches it once; arrows, Home and End move within, Enter and Space choose, Ctrl+1 and so on
    choose from anywhere in the window: then the keyboard moves along if it is on the rail. A click
    leaves it where it is. Signals: ``chosen(str)`` with the id of an entry, also of the one that is
    selected already.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[str, _Cell] = {}
        self._last: set[str] = set()
        self._selected = ""
        self.setAccessibleName(self.tr("Pages"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(_GAP)
        self._column.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        self._column.addStretch(1)

    @property
    def selected(self) -> str:
        """The id of the entry whose page is shown; empty for none."""
        return self._selected

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of all entries, from top to bottom."""
        first = [page_id for page_id in self._cells if page_id not in self._last]
        return (*first, *(page_id for page_id in self._cells if page_id in self._last))

    def add_entry(self, page_id: str, icon: Icon, word: str, *, is_last: bool = False) -> None:
        """Lead to one more page; ``is_last`` stands at the lower edge, apart from the others."""
        cell = self._cells[page_id] = _Cell(icon, word, self._rove)
        cell.clicked.connect(partial(self._on_cell_clicked, page_id))
        cell.summoned.connect(partial(self._on_cell_summoned, page_id))
        if is_last:
            self._last.add(page_id)
            self._column.addWidget(cell, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            at = len(self._cells) - len(self._last) - 1
            self._column.insertWidget(at, cell, 0, Qt.AlignmentFlag.AlignLeading)
        self._number()

    def remove_entry(self, page_id: str) -> None:
        """Lead there no longer; without effect where it never did."""
        cell = self._cells.pop(page_id, None)
        if cell is None:
            return
        self._last.discard(page_id)
        self._column.removeWidget(cell)
        cell.hide()
        cell.deleteLater()
        self._number()

    def select(self, page_id: str) -> None:
        """Show that this page is in the window; the others are not."""
        self._selected = page_id
        if page_id in self._cells:
            self._cells[page_id].setChecked(True)
        self._rove(None)

    def set_badge(
        self, page_id: str, count: int, name: str = "", *, is_missed: bool = False
    ) -> None:
        """Count what is unread there, in red if ``is_missed``; ``name`` says what is counted."""
        self._cells[page_id].set_badge(count, name, is_missed=is_missed)

    def sizeHint(self) -> QSize:
        return QSize(RAIL_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = tokens().line
        edge = QRectF(self.width() - line, 0, line, self.height())
        painter = QPainter(self)
        edge = mirrored(edge, self.rect(), is_rtl=self.isRightToLeft())
        painter.fillRect(edge, colour(Token.HAIRLINE))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = [self._cells[each] for each in self.entries]
        at = next((at for at, cell in enumerate(order) if cell.hasFocus()), None)
        key = event.key()
        if at is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            order[(at + _STEPS[key]) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            order[0 if key == Qt.Key.Key_Home else -1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _number(self) -> None:
        for number, page_id in enumerate(self.entries, 1):
            self._cells[page_id].set_number(number)
        self._rove(None)

    def _rove(self, focused: _Cell | None) -> None:
        """Let Tab reach ``focused``, without one the selected entry, and no other."""
        stop = focused or self._cells.get(self._selected) or next(iter(self._cells.values()), None)
        for cell in self._cells.values():
            is_stop = cell is stop
            policy = Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus
            cell.setFocusPolicy(policy)

    def _on_cell_clicked(self, page_id: str, _is_checked: bool = False) -> None:  # noqa: FBT002
        self.chosen.emit(page_id)

    def _on_cell_summoned(self, page_id: str) -> None:
        cell = self._cells[page_id]
        cell.click()
        # What does not open is not selected, and a page that has opened may have the focus.
        if cell.isChecked() and any(each.hasFocus() for each in self._cells.values()):
            cell.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Cell(Pressable):
    """An entry; ``rove`` hears when it gets the focus, and of nobody when it loses it.

    Signals: ``summoned()`` by its keys.
    """

    summoned = Signal()

    def __init__(self, icon: Icon, word: str, rove: Callable[[_Cell | None], None]) -> None:
        super().__init__(word, "", 8, None)
        self._icon = icon
        self._rove = rove
        self._badge: Badge | None = None
        self._shortcut: QShortcut | None = None
        self.setCheckable(True)
        # A screen reader then says that it is one of several.
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_number(self, number: int) -> None:
        """Ctrl and this digit choose it."""
        if self._shortcut is None:
            self._shortcut = QShortcut(self)
            self._shortcut.activated.connect(self.summoned)
        keys = f"Ctrl+{number}" if number <= _LAST_DIGIT else ""
        self._shortcut.setKey(QKeySequence(keys, QKeySequence.SequenceFormat.PortableText))

    def set_badge(self, count: int, name: str, *, is_missed: bool) -> None:
        """Show how much is unread."""
        if self._badge is not None:
            self._badge.hide()
            self._badge.deleteLater()
        self._badge = Badge(count, is_missed=is_missed, parent=self)
        self._badge.set_count(count, name)
        self._badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._place_badge()
        # A screen reader stops at the entry, not at the sign on it.
        self.setAccessibleDescription(name if count else "")

    def nextCheckState(self) -> None:
        """A click asks for the page; which entry is selected follows the page that is shown."""

    def sizeHint(self) -> QSize:
        return _CELL

    def minimumSizeHint(self) -> QSize:
        return _CELL

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()  # or Qt would move on by itself, to any button nearby
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._rove(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._rove(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, whole, rtl = tokens(), self.rect(), self.is_rtl
        ink = Token.ACCENT_TEXT if self.isChecked() else Token.TEXT2
        painter = QPainter(self)
        if self.isChecked():
            border = colour(ink) if now.is_high_contrast else None
            draw_box(painter, QRectF(whole), 8, Box(colour(Token.ACCENT_BG), border, now.line))
            bar = mirrored(_BAR, whole, is_rtl=rtl)
            draw_box(painter, bar, 1.5, Box(colour(Token.ACCENT)))
        elif self._pressed_share():
            draw_box(painter, QRectF(whole), 8, Box(colour(Token.HOVER)))
        at = QPointF(_ICON.topLeft())
        icons.paint(painter, self._icon, at, int(_ICON.width()), colour(ink), is_rtl=rtl)
        draw_line(painter, _WORD, Line(self._words, Role.CAPTION, ink, Align.CENTER), is_rtl=rtl)
        painter.end()

    def _place_badge(self) -> None:
        if self._badge is not None:
            size = self._badge.sizeHint()
            rect = QRectF(_BADGE.topLeft(), size.toSizeF())
            self._badge.setGeometry(mirrored(rect, self.rect(), is_rtl=self.is_rtl).toRect())
