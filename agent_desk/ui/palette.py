"""The command palette: type a part of what you want, Enter does it.

It lies within the main window, so it can take the keyboard from that window's own page and from
nothing else, and shows itself only when ``open`` is called for a person.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from agent_desk.ui import icons, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Align, Box, Line, draw_box, draw_line, draw_shadow, mirrored
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets import Card, EmptyState, Field
from agent_desk.ui.widgets.card import CARD_RADIUS

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from agent_desk.ui.commands import Command, Commands

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX: Final = 40
_REASON_ROW_PX: Final = 52
_PANEL_PX: Final = 560
_EDGE: Final = 16
_TOP: Final = 48
_PAD: Final = 8
_INSET: Final = 12
_ICON_PX: Final = 20
_KEYS_PX: Final = 24
_PAGE: Final = 8
_DIM: Final = {False: 0.28, True: 0.5}
"""How dark the page below gets: in the light colours, in the dark ones."""
_STAYS: Final = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class CommandRole(IntEnum):
    """What a delegate may ask of a row."""

    COMMAND = Qt.ItemDataRole.UserRole + 1
    REASON = Qt.ItemDataRole.UserRole + 2


class CommandModel(QAbstractListModel):
    """The commands that fit, each with why it cannot be done now, where it cannot."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Command, str]] = []

    def fill(self, rows: list[tuple[Command, str]]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def rows(self) -> list[tuple[Command, str]]:
        """What is shown."""
        return self._rows

    def row_of(self, name: str) -> int:
        """Where a command stands; 0 where it does not."""
        names = [command.name for command, _reason in self._rows]
        return names.index(name) if name in names else 0

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_off = index.isValid() and bool(self._rows[index.row()][1])
        return flags & ~Qt.ItemFlag.ItemIsEnabled if is_off else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        if not index.isValid():
            return None
        command, reason = self._rows[index.row()]
        if role == CommandRole.COMMAND:
            return command
        if role == CommandRole.REASON:
            return reason
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return text.plain(", ".join(filter(None, (command.words, command.keys_text, reason))))
        return None


class _Row(QStyledItemDelegate):
    """Icon, words, keys at the far end; below the words why it cannot be done."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _REASON_ROW_PX if index.data(CommandRole.REASON) else _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        command: Command | None = index.data(CommandRole.COMMAND)
        if command is None:
            return
        reason: str = index.data(CommandRole.REASON)
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.translate(option.rect.topLeft())
        whole = option.rect.translated(-option.rect.topLeft())
        view = option.widget
        is_current = isinstance(view, QListView) and view.currentIndex() == index
        if is_current:
            edge = colour(Token.FOCUS) if tokens().is_high_contrast else None
            box = Box(colour(Token.ACCENT_BG), edge, tokens().focus_line)
            draw_box(painter, QRectF(whole), 8, box)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, QRectF(whole), 8, Box(colour(Token.SUNKEN)))
        height = whole.height()
        spot = QRectF(_INSET, (height - _ICON_PX) / 2, _ICON_PX, _ICON_PX)
        spot = mirrored(spot, whole, is_rtl=is_rtl)
        ink = colour(Token.TEXT3 if reason else Token.TEXT2)
        icons.paint(painter, command.icon, spot.topLeft(), _ICON_PX, ink, is_rtl=is_rtl)
        start = 2 * _INSET + _ICON_PX
        end = whole.width() - _INSET - self._paint_keys(painter, whole, command, is_rtl=is_rtl)
        top = (height - Role.ACTION.line - (Role.LABEL.line if reason else 0)) / 2
        lines = [(top, Line(command.words, Role.ACTION, Token.TEXT3 if reason else Token.TEXT))]
        lines.append((top + Role.ACTION.line, Line(reason, Role.LABEL, Token.TEXT3)))
        for y, line in lines:
            place = mirrored(QRectF(start, y, end - start, line.role.line), whole, is_rtl=is_rtl)
            draw_line(painter, place, line, is_rtl=is_rtl)
        painter.restore()

    def _paint_keys(
        self, painter: QPainter, whole: QRect, command: Command, *, is_rtl: bool
    ) -> float:
        """Paint the keys at the far end; how much room they take there."""
        if not command.keys:
            return 0
        # Keys read from left to right in every language.
        line = Line(text.isolate(command.keys_text), Role.LABEL, Token.TEXT2, Align.CENTER)
        width = line.width + 16
        y = (whole.height() - _KEYS_PX) / 2
        box = QRectF(whole.width() - _INSET - width, y, width, _KEYS_PX)
        box = mirrored(box, whole, is_rtl=is_rtl)
        border = colour(Token.CONTROL) if tokens().is_high_contrast else None
        draw_box(painter, box, 6, Box(colour(Token.SUNKEN), border, 1))
        draw_line(painter, box, line, is_rtl=is_rtl)
        return width + _INSET


class _Rows(QListView):
    """The list; the keyboard stays in the field above. Signals: ``picked(int)`` with a row."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.picked.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class Palette(QWidget):
    """Covers its window while open; a press beside the panel closes it.

    Signals: ``chosen(str)`` with a command that can be done, after the palette has closed and the
    keyboard is back; ``closed()``.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget, commands: Commands) -> None:
        super().__init__(window)
        self.hide()
        self._window = window
        self._commands = commands
        self._before: QWidget | None = None
        self._is_open = False
        words = self.tr("Commands")
        self._search = Field(
            height=44, placeholder=self.tr("What do you want to do?"), icon=Icon.SEARCH, name=words
        )
        self._search.text_changed.connect(self._on_search_text_changed)
        self._search.edit.installEventFilter(self)
        self._model = CommandModel(self)
        self._list = _Rows()
        self._list.setAccessibleName(words)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Row(self._list))
        self._list.picked.connect(self._on_list_picked)
        self._nothing = EmptyState(
            Icon.SEARCH, self.tr("No such command"), self.tr("Try another word.")
        )
        self._panel = Card(is_floating=True, inset=_PAD, parent=self)
        for part in (self._search, self._list, self._nothing):
            self._panel.body.addWidget(part)
        self.setAccessibleName(words)
        window.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self._is_open

    @property
    def model(self) -> CommandModel:
        """The rows."""
        return self._model

    @property
    def current(self) -> Command | None:
        """The command that Enter would run."""
        command: Command | None = self._list.currentIndex().data(CommandRole.COMMAND)
        return command

    def open(self) -> None:
        """Show all commands and take the window's keyboard; a person asked for it."""
        if self._is_open:
            return
        self._before = self._window.focusWidget()
        self._is_open = True
        self._search.set_text("")
        self._fill("")
        self._fit()
        self.raise_()
        self.show()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tell()

    def close_again(self) -> None:
        """Go, and give the keyboard back to where it was."""
        self._leave(gives_back=True)

    def refresh(self) -> None:
        """What can be done may have changed; costs nothing while it is not open."""
        if self._is_open:
            current = self.current
            self._fill(current.name if current else "")
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self._is_open:
                self._fit()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._is_for_list(event)
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            # Another page, or a press elsewhere, has taken the keyboard within the window.
            self._leave(gives_back=False)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_again()

    def paintEvent(self, _event: QPaintEvent) -> None:
        dim = QColor(Qt.GlobalColor.black)
        dim.setAlphaF(_DIM[tokens().is_dark])
        painter = QPainter(self)
        painter.fillRect(self.rect(), dim)
        draw_shadow(painter, QRectF(self._panel.geometry()), CARD_RADIUS)
        painter.end()

    def _is_for_list(self, event: QKeyEvent) -> bool:
        """Take the keys that move in the list; all others stay with the field."""
        key, last = event.key(), self._model.rowCount() - 1
        at = self._list.currentIndex().row()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        moves = {
            Qt.Key.Key_Down: 0 if at >= last else at + 1,
            Qt.Key.Key_Up: last if at <= 0 else at - 1,
            Qt.Key.Key_PageDown: min(at + _PAGE, last),
            Qt.Key.Key_PageUp: max(at - _PAGE, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key == Qt.Key.Key_Escape:
            self.close_again()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._on_list_picked(at)
        elif is_plain and key in moves:
            self._go(moves[Qt.Key(key)])
            self._say_current()
        else:
            # Tab has nowhere to go: all of it is done from the field.
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _fill(self, current: str) -> None:
        self._model.fill(self._commands.found(self._search.text()))
        is_empty = not self._model.rowCount()
        self._list.setVisible(not is_empty)
        self._nothing.setVisible(is_empty)
        self._go(self._model.row_of(current))

    def _go(self, row: int) -> None:
        index = self._model.index(row)
        # Past the view's own way, which leaves out what cannot be done: it is to be read, too.
        self._list.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.NoUpdate
        )
        self._list.scrollTo(index)
        self._list.viewport().update()

    def _fit(self) -> None:
        """Cover the window; the panel is as high as its rows, if there is room."""
        self.setGeometry(self._window.rect())
        width = min(_PANEL_PX, self.width() - 2 * _EDGE)
        reasons = sum(bool(reason) for _command, reason in self._model.rows)
        rows = self._model.rowCount() * _ROW_PX + reasons * (_REASON_ROW_PX - _ROW_PX)
        top = min(_TOP, self.height() // 12)
        around = 2 * _PAD + self._search.sizeHint().height() + self._panel.body.spacing()
        below = rows or self._nothing.sizeHint().height()
        height = min(around + below, self.height() - top - _EDGE)
        self._panel.setGeometry((self.width() - width) // 2, top, width, height)
        self.update()

    def _tell(self) -> None:
        """Have a screen reader say how many there are, and the first of them."""
        number = self._model.rowCount()
        count = self.tr("%n commands", None, number) if number else self.tr("No such command")
        first = self._model.index(0).data() if number else ""
        text.announce(self._search.edit, ". ".join(filter(None, (count, first))))

    def _say_current(self) -> None:
        text.announce(self._search.edit, self._list.currentIndex().data() or "")

    def _leave(self, *, gives_back: bool) -> None:
        if not self._is_open:
            return
        self._is_open = False
        before, self._before = self._before, None
        if gives_back:
            # What had it may have gone meanwhile, with a notice or an ended call.
            is_there = before is not None and isValid(before)
            to = before if before is not None and is_there and before.isVisible() else self._window
            to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()

    def _on_search_text_changed(self, _words: str) -> None:
        if self._is_open:
            self._fill("")
            self._fit()
            self._tell()

    def _on_list_picked(self, row: int) -> None:
        if not 0 <= row < self._model.rowCount():
            return
        command, reason = self._model.rows[row]
        self._go(row)
        if reason:
            text.announce(self._search.edit, reason, is_urgent=True)
            return
        self.close_again()
        self.chosen.emit(command.name)
