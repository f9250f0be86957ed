"""Choosing one's own extension after a sign-in that sees the whole organisation."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleStateChangeEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from agent_desk.core.text import clean_text
from agent_desk.ui import icons, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Box, Line, draw_box, draw_line, mirrored
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets import Button, Field, Kind, Label, Separator, TabStop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QPaintEvent

    from agent_desk.ui.intents import ExtensionChoice

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX: Final = 52
_BOX_PX: Final = 18
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExtensionRole(IntEnum):
    """What a delegate may ask of a row."""

    CHOICE = Qt.ItemDataRole.UserRole + 1


class ExtensionModel(QAbstractListModel):
    """Extensions that match the words searched for; ticks survive a change of the search.

    ``is_touched`` tells whether a tick was changed since ``fill``.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ExtensionChoice, ...] = ()
        self._shown: list[ExtensionChoice] = []
        self._ticked: set[str] = set()
        self.is_touched = False

    @property
    def ticked(self) -> tuple[str, ...]:
        """The chosen extensions, in the order of the list."""
        return tuple(choice.sip for choice in self._all if choice.sip in self._ticked)

    def fill(self, choices: tuple[ExtensionChoice, ...]) -> None:
        """Show ``choices``: suggested ones first and ticked."""
        self._all = tuple(sorted(choices, key=_order))
        self._ticked = {choice.sip for choice in choices if choice.is_suggested}
        self.is_touched = False
        self.search("")

    def search(self, words: str) -> None:
        """Keep the rows in which every one of ``words`` occurs."""
        self.beginResetModel()
        needles = text.plain(words).casefold().split()
        self._shown = [
            choice
            for choice in self._all
            if all(
                needle in f"{choice.sip} {choice.name} {choice.agent}".casefold()
                for needle in needles
            )
        ]
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return super().flags(index)
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        if not index.isValid():
            return None
        choice = self._shown[index.row()]
        if role == ExtensionRole.CHOICE:
            return choice
        if role == Qt.ItemDataRole.CheckStateRole:
            is_on = choice.sip in self._ticked
            return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (clean_text(part) for part in (choice.agent, choice.name, choice.sip))
            return ", ".join(part for part in parts if part)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - Qt's
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.is_touched = True
        sip = self._shown[index.row()].sip
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(sip)
        else:
            self._ticked.discard(sip)
        self.dataChanged.emit(index, index, [role])
        return True


def _order(choice: ExtensionChoice) -> tuple[bool, list[tuple[bool, int, str]]]:
    """Suggested ones first, then as a person counts: SIPSIP9 before SIPSIP10."""
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+", choice.sip)
    return not choice.is_suggested, [
        (True, int(part), "") if part.isdecimal() else (False, 0, part.casefold()) for part in parts
    ]


class _Row(QStyledItemDelegate):
    """A check box, who uses the extension, and its names."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        choice = index.data(ExtensionRole.CHOICE)
        if choice is None:
            return
        widget, rect = option.widget, option.rect
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        is_on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        painter.save()
        painter.translate(rect.topLeft())
        whole = rect.translated(-rect.topLeft())
        state = option.state
        if is_on:
            painter.fillRect(whole, colour(Token.ACCENT_BG))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(whole, colour(Token.SUNKEN))
        is_current = bool(state & QStyle.StateFlag.State_HasFocus) and widget.hasFocus()
        if is_current:
            inner = QRectF(whole).adjusted(2, 2, -2, -2)
            edge = Box(border=colour(Token.FOCUS), border_px=tokens().focus_line)
            draw_box(painter, inner, 6, edge)
        box = QRectF(16, (_ROW_PX - _BOX_PX) / 2, _BOX_PX, _BOX_PX)
        box = mirrored(box, whole, is_rtl=is_rtl)
        if is_on:
            draw_box(painter, box, 5, Box(colour(Token.ACCENT)))
            icons.paint(painter, Icon.TICK, box.topLeft(), _BOX_PX, colour(Token.ON_ACCENT))
        else:
            ground = Box(colour(Token.SURFACE), colour(Token.CONTROL), tokens().line)
            draw_box(painter, box, 5, ground)
        sip = text.isolate(clean_text(choice.sip, 64))
        first = clean_text(choice.agent) or clean_text(choice.name) or sip
        parts = [sip] if first != sip else []
        if choice.agent and choice.name and choice.name not in (choice.sip, choice.agent):
            parts.append(text.isolate_name(clean_text(choice.name)))
        room = whole.width() - 46 - 16
        top = 6 if parts else 16
        lines = [(top, Line(first, Role.VALUE, Token.TEXT))]
        lines.append((28, Line(" · ".join(parts), Role.LABEL, Token.TEXT2)))
        for y, line in lines:
            spot = mirrored(QRectF(46, y, room, line.role.line), whole, is_rtl=is_rtl)
            draw_line(painter, spot, line, is_rtl=is_rtl)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        # The whole row is the check box.
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            spot = event.position().toPoint()
            if event.button() == Qt.MouseButton.LeftButton and option.rect.contains(spot):
                return _toggle(model, index)
            return False
        if event.type() == QEvent.Type.MouseButtonDblClick:
            return True
        return super().editorEvent(event, model, option, index)


def _toggle(model: QAbstractItemModel, index: _Index) -> bool:
    role = Qt.ItemDataRole.CheckStateRole
    is_on = Qt.CheckState(index.data(role)) == Qt.CheckState.Checked
    return model.setData(index, Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked, role)


class _Rows(TabStop, QListView):
    """The list. Signals: ``chosen(QModelIndex)`` for Enter, ``left()`` upwards from the top."""

    chosen = Signal(QModelIndex)
    left = Signal()

    def dataChanged(self, first: _Index, last: _Index, roles: Sequence[int] = ()) -> None:
        super().dataChanged(first, last, roles)
        # A tick, which Qt tells screen readers of check boxes only.
        state = QAccessible.State()
        state.checked = True
        self._tell(QAccessibleStateChangeEvent(self, state), first)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # The row, of which Qt tells screen readers only when the keys move on from it.
        if self.currentIndex().isValid():
            self._tell(QAccessibleEvent(self, QAccessible.Event.Focus), self.currentIndex())

    @staticmethod
    def _tell(event: QAccessibleEvent, index: _Index) -> None:
        event.setChild(index.row())
        QAccessible.updateAccessibility(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER:
            self.chosen.emit(self.currentIndex())
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ChooseExtensionPage(QWidget):
    """Asks which extensions are the agent's own; once, then they are remembered.

    Space ticks a row. Enter uses what the agent has ticked; where they have ticked nothing
    themselves, the row they are on or the only one that matches.

    Signals: ``chosen(tuple[str, ...])``, ``sign_out_requested()``.
    """

    chosen = Signal(object)
    sign_out_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = ExtensionModel(self)
        self._search = Field(
            placeholder=self.tr("Name or extension"),
            icon=Icon.SEARCH,
            name=self.tr("Search extensions"),
        )
        self._search.text_changed.connect(self._on_search_text_changed)
        self._search.submitted.connect(self._on_search_submitted)
        self._list = _Rows()
        self._list.chosen.connect(self._on_list_chosen)
        self._list.left.connect(self.focus_first)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Row(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setAccessibleName(self.tr("Extensions"))
        self._none = Label("", Role.BODY, Token.TEXT2)
        self._use = Button(self.tr("Use this extension"), Kind.PRIMARY, height=44)
        self._use.clicked.connect(self._on_use_clicked)
        sign_out = Button(self.tr("Sign out"), Kind.GHOST, height=44)
        sign_out.clicked.connect(self.sign_out_requested)
        self._model.dataChanged.connect(self._refresh)
        self._model.modelReset.connect(self._refresh)

        head = QVBoxLayout()
        head.setContentsMargins(24, 24, 24, 16)
        head.setSpacing(4)
        head.addWidget(Label(self.tr("Which extension is yours?"), Role.PAGE))
        sentence = self.tr(
            "Calls pop for the extensions you tick here. The choice is kept for this sign-in."
        )
        head.addWidget(Label(sentence, Role.BODY, Token.TEXT2, wrap=True))
        head.addSpacing(12)
        head.addWidget(self._search)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 16, 24, 24)
        foot.setSpacing(8)
        foot.addWidget(self._use, 1)
        foot.addWidget(sign_out)
        nothing = QHBoxLayout()
        nothing.setContentsMargins(24, 0, 24, 0)
        nothing.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Separator())
        column.addLayout(nothing)
        column.addWidget(self._list, 1)
        column.addWidget(Separator())
        column.addLayout(foot)

    @property
    def model(self) -> ExtensionModel:
        """The rows."""
        return self._model

    def ask(self, choices: tuple[ExtensionChoice, ...]) -> None:
        """Show ``choices``, suggested ones first and ticked."""
        self._search.set_text("")
        self._model.fill(choices)

    def focus_first(self) -> None:
        """Put the keyboard into the search."""
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and self._model.rowCount():
            self._enter_list()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.SURFACE))
        painter.end()

    def _enter_list(self) -> None:
        if not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._model.index(0))
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def _refresh(self) -> None:
        number = len(self._model.ticked)
        self._use.setEnabled(number > 0)
        if number > 1:
            self._use.set_text(self.tr("Use %n extensions", None, number))
        else:
            self._use.set_text(self.tr("Use this extension"))
        is_empty = self._model.rowCount() == 0
        self._none.setVisible(is_empty)
        self._none.set_text(self.tr("No extension matches") if is_empty else "")

    def _on_search_text_changed(self, words: str) -> None:
        self._model.search(words)

    def _on_search_submitted(self) -> None:
        if self._model.is_touched or not self._search.text().strip():
            self._on_use_clicked()
        elif self._model.rowCount() == 1:
            self._on_list_chosen(self._model.index(0))
        elif self._model.rowCount():
            self._enter_list()

    def _on_list_chosen(self, index: QModelIndex) -> None:
        choice = None if self._model.is_touched else index.data(ExtensionRole.CHOICE)
        if choice is None:
            self._on_use_clicked()
        else:
            self.chosen.emit((choice.sip,))

    def _on_use_clicked(self) -> None:
        ticked = self._model.ticked
        if ticked:
            self.chosen.emit(ticked)
