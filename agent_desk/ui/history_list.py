"""The list of the history: any number of rows, of which only those in sight cost anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from agent_desk.desk.history import SortBy
from agent_desk.ui import history_words
from agent_desk.ui.history_model import HistoryModel, Taken
from agent_desk.ui.history_row import ROW_PX, RowPainter, RowState
from agent_desk.ui.masking import masking
from agent_desk.ui.widgets import TabStop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QItemSelection
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from agent_desk.core.clock import Clock
    from agent_desk.desk.history import HistoryCall, HistoryPage

_ASK_MS: Final = 15
"""Whoever drags the scroll bar passes many rows; only where they stop rows are asked for."""
_BY_KEYBOARD: Final = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
    | {Qt.FocusReason.ShortcutFocusReason}
)
_Index = QModelIndex | QPersistentModelIndex


class HistoryList(TabStop, QListView):
    """Rows of one height; what is chosen stays so by its id, wherever it moves.

    Qt's own list lays out every row with each change (180 ms for 100,000): here nothing but
    arithmetic is needed, so its layout is left out and only its accessibility is kept. Signals:
    ``chosen(HistoryCall)`` when a person moves to a row, ``opened(HistoryCall)`` for a click or
    Enter, ``day_changed(str)`` with the day of the topmost row.
    """

    chosen = Signal(object)
    opened = Signal(object)
    day_changed = Signal(str)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.rows: Final = HistoryModel(clock)
        self._painter = RowPainter()
        self._chosen_id = ""
        self._is_silent = False
        self._is_by_keyboard = False
        self._pointed_at = -1
        self._day = ""
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_ASK_MS)
        self._asking.timeout.connect(self._on_asking_timeout)
        self.setAccessibleName(self.tr("Calls"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setModel(self.rows)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        masking.changed.connect(self.viewport().update)

    @property
    def visible_rows(self) -> range:
        """The rows in sight, the partly hidden ones included."""
        top = self.verticalScrollBar().value()
        first = top // ROW_PX
        last = min((top + self.viewport().height() - 1) // ROW_PX, self.rows.total - 1)
        return range(first, last + 1)

    def show_rows(self, page: HistoryPage) -> Taken:
        """Show ``page`` if it is still wanted, with the same call chosen as before."""
        row, offset = divmod(self.verticalScrollBar().value(), ROW_PX)
        top = self.rows.call(row) if row else None
        self._is_silent = True
        taken = self.rows.take(page)
        if taken in (Taken.FOUND, Taken.REPLACED):
            self.updateGeometries()
            if taken is Taken.FOUND:
                self.verticalScrollBar().setValue(0)
            elif top is not None and (moved := self.rows.row_of(top.call_id)) >= 0:
                self.verticalScrollBar().setValue(moved * ROW_PX + offset)
        self._choose_again()
        self._is_silent = False
        if taken is not Taken.DROPPED:
            self._after_change()
        return taken

    def refresh(self) -> None:
        """Ask again for what is in sight."""
        seen = self.visible_rows
        self.rows.ask_again(seen.start, max(seen.stop - 1, seen.start))

    def choose_id(self, call_id: str) -> None:
        """Mark this call as the chosen one, without a signal; none for an empty id."""
        self._chosen_id = call_id
        self._is_silent = True
        self._choose_again()
        self._is_silent = False
        self.viewport().update()

    def show_region(self, region: str) -> None:
        """Write numbers as people of ``region`` read them."""
        self.rows.set_region(region)
        self.viewport().update()

    def focus_row(self) -> None:
        """Take the keyboard, on the chosen row or the first one in sight."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.currentIndex().isValid() and self.rows.total:
            self.setCurrentIndex(self.rows.index(self.visible_rows.start))

    # ------------------------------------------------------------------ what Qt's list would do

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def dataChanged(self, _first: _Index, _last: _Index, _roles: Sequence[int] = ()) -> None:
        self.viewport().update()

    def rowsInserted(self, _parent: _Index, _first: int, _last: int) -> None:
        self.scheduleDelayedItemsLayout()

    def rowsAboutToBeRemoved(self, parent: _Index, first: int, last: int) -> None:
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, first, last)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self._asking.start()

    def updateGeometries(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(ROW_PX)
        bar.setPageStep(max(height // ROW_PX, 1) * ROW_PX)
        bar.setRange(0, max(self.rows.total * ROW_PX - height, 0))
        QAbstractItemView.updateGeometries(self)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid():
            return QRect()
        top = index.row() * ROW_PX - self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), ROW_PX)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self.verticalScrollBar().value()) // ROW_PX
        is_row = 0 <= row < self.rows.total
        return self.rows.index(row) if is_row else QModelIndex()

    def scrollTo(
        self,
        index: _Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid() or self._is_silent:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = index.row() * ROW_PX
        bar.setValue(max(min(bar.value(), top), top + ROW_PX - height))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        last, moves = self.rows.total - 1, QAbstractItemView.CursorAction
        if last < 0:
            return QModelIndex()
        at = self.currentIndex().row()
        if at < 0:
            return self.rows.index(min(self.visible_rows.start, last))
        page = max(self.viewport().height() // ROW_PX - 1, 1)
        steps = {moves.MoveUp: -1, moves.MoveDown: 1, moves.MovePrevious: -1, moves.MoveNext: 1}
        steps |= {moves.MovePageUp: -page, moves.MovePageDown: page}
        steps |= {moves.MoveHome: -at, moves.MoveEnd: last - at}
        return self.rows.index(min(max(at + steps.get(action, 0), 0), last))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def keyboardSearch(self, _typed: str) -> None:
        """Nothing: Qt would ask for the words of every row."""

    # ------------------------------------------------------------------------ what a person does

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_by_keyboard = event.reason() in _BY_KEYBOARD or self._is_by_keyboard
        super().focusInEvent(event)
        self._reveal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._reveal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_by_keyboard = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._is_by_keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        self._reveal(current.row())  # before a screen reader hears of it
        super().currentChanged(current, previous)
        call = self.rows.call(current.row()) if current.isValid() else None
        if not self._is_silent and call is not None:
            self._chosen_id = call.call_id
            self.chosen.emit(call)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._open(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        now, rtl = self._clock.now(), self.isRightToLeft()
        is_by_day = self.rows.query.sort is SortBy.TIME
        top, width = self.verticalScrollBar().value(), self.viewport().width()
        current, has_ring = self.currentIndex().row(), self._is_by_keyboard and self.hasFocus()
        bar = self.verticalScrollBar()
        bar_px = bar.width() if bar.isVisible() else 0
        day_before = ""
        for row in self.visible_rows:
            rect = QRect(0, row * ROW_PX - top, width, ROW_PX)
            call = self.rows.call(row)
            if call is None:
                self._painter.paint_missing(painter, rect, is_rtl=rtl)
                continue
            day = history_words.day(call.at, now)
            is_selected, is_pointed_at = row == current, row == self._pointed_at
            if rect.intersects(event.rect()):
                words = history_words.of_row(
                    call,
                    now,
                    region=self.rows.region,
                    is_revealed=is_pointed_at or self.rows.is_open(row),
                )
                state = RowState(
                    is_selected=is_selected,
                    is_pointed_at=is_pointed_at,
                    is_focused=is_selected and has_ring,
                    is_first_of_day=is_by_day and bool(day_before) and day != day_before,
                    is_rtl=rtl,
                    bar_px=bar_px,
                )
                self._painter.paint(painter, rect, call, words, state)
            day_before = day
        painter.end()

    def _open(self, index: _Index) -> None:
        call: HistoryCall | None = self.rows.call(index.row()) if index.isValid() else None
        if call is not None:
            self.opened.emit(call)

    def _reveal(self, row: int | None = None) -> None:
        """The number of the row with the keyboard shows although others are hidden."""
        current = self.currentIndex().row() if row is None else row
        self.rows.open_row(current if self.hasFocus() else -1)

    def _point_at(self, row: int) -> None:
        if row != self._pointed_at:
            self._pointed_at = row
            self.viewport().update()

    def _choose_again(self) -> None:
        """Mark the chosen call where it stands now; no row where it is not among them."""
        row = self.rows.row_of(self._chosen_id)
        if row >= 0:
            index = self.rows.index(row)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
        elif self.currentIndex().isValid():
            self.selectionModel().clear()

    def _after_change(self) -> None:
        self.viewport().update()
        self._asking.start()
        self._tell_day()

    def _tell_day(self) -> None:
        seen = self.visible_rows
        call = self.rows.call(seen.start) if seen else None
        is_by_day = self.rows.query.sort is SortBy.TIME
        day = history_words.day(call.at, self._clock.now()) if call and is_by_day else ""
        if day != self._day and (call is not None or not seen):
            self._day = day
            self.day_changed.emit(day)

    def _on_scrolled(self, _value: int) -> None:
        self._asking.start()
        self._tell_day()

    def _on_asking_timeout(self) -> None:
        seen = self.visible_rows
        if seen:
            self.rows.want(seen.start, seen.stop - 1)
