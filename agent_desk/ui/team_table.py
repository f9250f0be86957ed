"""The list of colleagues: one height, one delegate, and only what changed is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from agent_desk.ui.team_model import TeamModel
from agent_desk.ui.team_row import ROW_PX, Columns, RowLook, paint_row
from agent_desk.ui.widgets import TabStop

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from agent_desk.core.clock import Clock
    from agent_desk.desk.team import Colleague, TeamView

_Index = QModelIndex | QPersistentModelIndex
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_TYPING: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class TeamTable(TabStop, QListView):
    """The colleagues, for mouse, keyboard and screen reader; what is current stays so by its name.

    Arrows move, Enter calls, Space makes a favourite or ends it, typing searches. Signals:
    ``call_requested(Colleague)``, ``favourite_toggled(str)`` with an extension, ``typed(str)``,
    ``left()`` upwards from the first row.
    """

    call_requested = Signal(object)
    favourite_toggled = Signal(str)
    typed = Signal(str)
    left = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._is_stale = False
        self.rows: Final = TeamModel(clock, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Colleagues"))

    @property
    def current(self) -> Colleague | None:
        """Whoever the keyboard is on."""
        return self.rows.colleague(self.currentIndex())

    @property
    def is_stale(self) -> bool:
        """Whether what is shown may be out of date: then it has no colours."""
        return self._is_stale

    def set_stale(self, *, is_stale: bool) -> None:
        """Whether nothing is heard of the team at present."""
        if is_stale != self._is_stale:
            self._is_stale = is_stale
            self.viewport().update()

    def take(self, view: TeamView) -> None:
        """Show the news, with the same colleague current and the list where it was scrolled to."""
        self.change(lambda: self.rows.take(view))

    def change(self, what: Callable[[], None]) -> None:
        """Do ``what`` with the rows; then the same colleague is current as before."""
        before = self.current
        bar = self.verticalScrollBar()
        value = bar.value()
        what()
        after = self.current
        if before is not None and (after is None or after.sip != before.sip):
            row = self.rows.row_of(before.sip)
            self.setAutoScroll(False)
            self.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())
            self.setAutoScroll(True)
        if bar.value() != value:
            self.executeDelayedItemsLayout()
            bar.setValue(value)

    def tick(self) -> None:
        """A second has passed: paint the times that are in sight."""
        if self.rows.rowCount():
            self.viewport().update()

    def enter(self) -> None:
        """Take the keyboard, at the first row if none was current."""
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def look_of(self, option: QStyleOptionViewItem, index: _Index, colleague: Colleague) -> RowLook:
        """How a row is to be painted now."""
        is_current = index.row() == self.currentIndex().row()
        return RowLook(
            self.rows.statuses,
            self._clock.monotonic(),
            is_rtl=self.isRightToLeft(),
            is_favourite=self.rows.team.is_favourite(colleague.sip),
            is_current=is_current,
            is_focused=is_current and self.hasFocus(),
            is_hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            is_stale=self._is_stale,
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
        elif self.currentIndex().isValid():
            # The row, of which Qt tells screen readers only when the keys move on from it.
            told = QAccessibleEvent(self, QAccessible.Event.Focus)
            told.setChild(self.currentIndex().row())
            QAccessible.updateAccessibility(told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, who = event.key(), self.current
        if key in _ENTER and who is not None:
            self._call(who)
        elif key == Qt.Key.Key_Space and who is not None:
            self.favourite_toggled.emit(who.sip)
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers() & _NO_TYPING:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        who = self.rows.colleague(index)
        if who is None:
            return
        at = self._from_start(spot - self.visualRect(index).topLeft())
        columns = Columns(self.viewport().width())
        if columns.star.contains(at):
            self.favourite_toggled.emit(who.sip)
        elif columns.phone.contains(at):
            self._call(who)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        who = self.rows.colleague(index)
        at = self._from_start(spot - self.visualRect(index).topLeft())
        if who is not None and at.x() < Columns(self.viewport().width()).end:
            self._call(who)

    def _from_start(self, at: QPoint) -> QPoint:
        """A place in a row as if the window read from left to right."""
        if not self.isRightToLeft():
            return at
        return QPoint(self.viewport().width() - 1 - at.x(), at.y())

    def _call(self, who: Colleague) -> None:
        if not who.is_own:
            self.call_requested.emit(who)


class _Delegate(QStyledItemDelegate):
    """Paints the rows of ``table``."""

    def __init__(self, table: TeamTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colleague = self._table.rows.colleague(index)
        if colleague is not None:
            look = self._table.look_of(option, index, colleague)
            paint_row(painter, QRect(option.rect), colleague, look)
