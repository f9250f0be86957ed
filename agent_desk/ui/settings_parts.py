"""What every section of the settings is made of: a card with a title, rows to choose from."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from agent_desk.ui import fonts, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Box, Line, draw_box, draw_line, mirrored
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets import Card, FocusRinged, IconView, Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

_ROW_PX: Final = 28
_DOT_PX: Final = 18
_TEXT_LEFT: Final = 28
# Half of a card in the narrowest window; a longer word gets a line of its own.
_HALF_PX: Final = 144
_THIRD_PX: Final = 90
_MOST_COLUMNS: Final = 3

_Value = TypeVar("_Value")


class Radio(FocusRinged, QRadioButton):
    """One of several choices, 28 px high; arrow keys move within the group."""

    def __init__(self, words: str) -> None:
        super().__init__(text.menu(words))
        self._words = words
        self.setAccessibleName(text.plain(words))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.ring_radius = 6

    @property
    def words_width(self) -> int:
        """The width in px that shows all of it."""
        return _TEXT_LEFT + ceil(fonts.width(Role.ACTION, self._words)) + 2

    def sizeHint(self) -> QSize:
        return QSize(self.words_width, _ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(_TEXT_LEFT, _ROW_PX)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rtl, whole = self.isRightToLeft(), self.rect()
        painter = QPainter(self)
        dot = QRectF(1, (self.height() - _DOT_PX) / 2, _DOT_PX, _DOT_PX)
        self._paint_dot(painter, mirrored(dot, whole, is_rtl=rtl))
        rect = QRectF(_TEXT_LEFT, 0, self.width() - _TEXT_LEFT, self.height())
        role = Role.ACTION if self.isChecked() else Role.BODY
        ink = Token.TEXT if self.isEnabled() else Token.TEXT3
        line = Line(self._words, role, ink)
        draw_line(painter, mirrored(rect, whole, is_rtl=rtl), line, is_rtl=rtl)
        painter.end()
        self.setToolTip(text.tool_tip(self._words) if line.width > rect.width() + 0.5 else "")

    def _paint_dot(self, painter: QPainter, rect: QRectF) -> None:
        if not self.isChecked():
            border = colour(Token.TEXT2 if self.underMouse() else Token.CONTROL)
            box = Box(colour(Token.SURFACE), border, tokens().line)
            draw_box(painter, rect, _DOT_PX / 2, box)
            return
        draw_box(painter, rect, _DOT_PX / 2, Box(colour(Token.ACCENT)))
        inner = rect.adjusted(6, 6, -6, -6)
        draw_box(painter, inner, inner.width() / 2, Box(colour(Token.ON_ACCENT)))


class _Chosen(QObject):
    """Carries the signal of ``Choice``, which is generic and so cannot be a QObject itself."""

    chosen = Signal(object)


class Choice(Generic[_Value]):
    """A titled group of radio buttons in two columns, or one where words are long.

    Three that are short stand side by side.

    ``on.chosen(value)`` tells what a person chose; ``select`` is silent. ``layout`` goes right into
    a section: a widget between would cut off the focus rings.
    """

    def __init__(
        self, title: str, options: Sequence[tuple[_Value, str]], *, is_fixed_sides: bool = False
    ) -> None:
        self.on = _Chosen()
        self._title = title
        self._is_fixed_sides = is_fixed_sides
        self._group = QButtonGroup(self.on)
        self._group.idClicked.connect(self._on_group_id_clicked)
        self._values: list[_Value] = []
        self._given = GivenLine()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self.layout = QVBoxLayout()
        self.layout.setSpacing(8)
        self.layout.addWidget(Label(title, Role.ACTION))
        self.layout.addLayout(self._grid)
        self.layout.addWidget(self._given)
        self.fill(options)

    def fill(self, options: Sequence[tuple[_Value, str]]) -> None:
        """Offer these values with their words; nothing is chosen then."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._values = [value for value, _words in options]
        radios = [Radio(words) for _value, words in options]
        widest = max((radio.words_width for radio in radios), default=0)
        columns = 1 if widest > _HALF_PX else 2
        if len(radios) == _MOST_COLUMNS and widest <= _THIRD_PX:
            columns = _MOST_COLUMNS
        is_turned = self._is_fixed_sides and self._given.isRightToLeft()
        for at, radio in enumerate(radios):
            radio.setAccessibleDescription(text.plain(self._title))
            self._group.addButton(radio, at)
            row, side = divmod(at, columns)
            side = columns - 1 - side if is_turned else side
            self._grid.addWidget(radio, row, side, Qt.AlignmentFlag.AlignLeading)
            if radio.parentWidget() is not None:
                radio.show()  # now, and not one turn of the loop later
        for side in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(side, int(side < columns))

    def select(self, value: _Value) -> None:
        """Show ``value`` as what is chosen; one that is not offered leaves nothing chosen."""
        if value in self._values:
            chosen = self._group.button(self._values.index(value))
            chosen.setChecked(True)
            # Tab comes to what is chosen, arrow keys to the others; Qt does so from then on.
            policies = Qt.FocusPolicy
            for button in self._group.buttons():
                is_chosen = button is chosen
                button.setFocusPolicy(policies.StrongFocus if is_chosen else policies.ClickFocus)

    def offers(self, value: _Value) -> bool:
        """Whether ``value`` is among the choices."""
        return value in self._values

    def set_given(self, is_given: bool) -> None:
        """Say whether the administrator has set it."""
        self._given.setVisible(is_given)

    def _on_group_id_clicked(self, at: int) -> None:
        self.on.chosen.emit(self._values[at])


class GivenLine(QWidget):
    """Says that a value is the administrator's; hidden until it is."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(8)
        row.addWidget(IconView(Icon.PERSON, 14, Token.TEXT3))
        said = self.tr("Set by your administrator; you can choose otherwise.")
        row.addWidget(Label(said, Role.LABEL, Token.TEXT3, wrap=True), 1)
        self.hide()


class Section(Card):
    """A titled card of the settings page; ``matches`` serves the page's search."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", Role.STATE)
        self.body.setSpacing(12)
        self.body.addWidget(self._title)

    def set_title(self, words: str) -> None:
        """What the section is about."""
        self._title.set_text(words)

    @property
    def title(self) -> str:
        """What it is about."""
        return self._title.text()

    def focus_first(self) -> None:
        """Put the keyboard on the first thing that can be chosen here."""
        for widget in self.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def matches(self, needles: Iterable[str]) -> bool:
        """Whether every one of ``needles``, casefolded, occurs in what the section says."""
        said = text.plain("\n".join(self._words())).casefold()
        return all(needle in said for needle in needles)

    def hint(self, words: str) -> Label:
        """A quiet sentence at the end of the section."""
        label = Label(words, Role.LABEL, Token.TEXT3, wrap=True)
        self.body.addWidget(label)
        return label

    def _words(self) -> Iterable[str]:
        for label in self.findChildren(QLabel):
            yield label.text()
        for button in self.findChildren(QAbstractButton):
            yield button.text().replace("&&", "&")
            yield button.accessibleName()
        for edit in self.findChildren(QLineEdit):
            yield edit.accessibleName()
