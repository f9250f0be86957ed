"""The two lists of the page of queues: rows that are painted, reached by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from agent_desk.ui.masking import masking
from agent_desk.ui.queue_model import GaveUpModel, QueueModel
from agent_desk.ui.queue_rows import GaveUpRows, QueueRows, action_at
from agent_desk.ui.widgets import TabStop

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from agent_desk.core.clock import Clock

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowList(TabStop, QListView):
    """Rows of one height, of which only those in sight cost anything.

    A number that is masked shows on the row that the pointer or the keyboard is on.
    """

    def __init__(self, model: QueueModel | GaveUpModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self._kept: Any = None
        model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        model.modelReset.connect(self._on_model_reset)
        masking.changed.connect(self._on_masking_changed)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        self._rows.revealed = current.row() if self.hasFocus() else -1
        super().currentChanged(current, previous)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0))
        self._rows.revealed = self.currentIndex().row()
        if self.currentIndex().isValid():
            # The row, of which Qt tells screen readers only when the keys move on from it.
            told = QAccessibleEvent(self, QAccessible.Event.Focus)
            told.setChild(self.currentIndex().row())
            QAccessible.updateAccessibility(told)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._rows.revealed = -1

    def _on_model_about_to_be_reset(self) -> None:
        self._kept = self._rows.key(self.currentIndex().row())

    def _on_model_reset(self) -> None:
        if self._kept is not None:
            at = self._rows.row_of(self._kept)
            stays = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._rows.index(max(at, 0)), stays)

    def _on_masking_changed(self) -> None:
        self.viewport().update()


class QueueList(RowList):
    """Queues with those who wait in them."""

    def __init__(self, clock: Clock) -> None:
        self.rows = QueueModel(clock)
        super().__init__(self.rows)
        self.rows.setParent(self)
        self.setItemDelegate(QueueRows(self.rows, self))
        self.setAccessibleName(self.tr("Queues and waiting callers"))


class GaveUpList(RowList):
    """Who gave up waiting. Enter calls back, Delete says that it is done.

    Signals: ``call_back_requested(PhoneNumber, str)`` with the name, empty where none is known;
    ``done_requested(str)`` with the ``person``.
    """

    call_back_requested = Signal(object, str)
    done_requested = Signal(str)

    def __init__(self, clock: Clock) -> None:
        self.rows = GaveUpModel(clock)
        super().__init__(self.rows)
        self.rows.setParent(self)
        self._pressed: tuple[int, int] = (-1, -1)
        self.setItemDelegate(GaveUpRows(self.rows, self))
        self.setAccessibleName(self.tr("Callers who gave up"))
        self.setAccessibleDescription(self.tr("Enter calls back, Delete says that it is done."))

    def call_back(self, row: int) -> None:
        """A person wants to call whoever stands in this row."""
        entry = self.rows.entry(row)
        if entry is not None:
            self.call_back_requested.emit(entry.number, entry.name)

    def be_done(self, row: int) -> None:
        """A person says that this row is done."""
        entry = self.rows.entry(row)
        if entry is not None:
            self.done_requested.emit(entry.person)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.call_back(row)
        elif event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat():
            self.be_done(row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self._action(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, (-1, -1)
        if event.button() != Qt.MouseButton.LeftButton or pressed != self._action(event):
            return
        row, action = pressed
        if action == 0:
            self.call_back(row)
        elif action == 1:
            self.be_done(row)

    def _action(self, event: QMouseEvent) -> tuple[int, int]:
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        is_rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return index.row(), action_at(spot, self.visualRect(index), is_rtl=is_rtl)
