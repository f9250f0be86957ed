"""Calling from the window: the field, what it will dial, and how the call stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from agent_desk.desk import dial_plan
from agent_desk.desk.dial_plan import DialFault
from agent_desk.desk.dialling import DialOptions, DialState, DialView, DialWish
from agent_desk.desk.numbers import DEFAULT_REGION
from agent_desk.ui import dial_words, text
from agent_desk.ui.dial_line import DialLine, LineAction
from agent_desk.ui.folding import show_fold
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.masking import Revealing, shown
from agent_desk.ui.theme import Token, Tone
from agent_desk.ui.widgets import Button, Field, IconView, Kind, Label

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtGui import QKeyEvent

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.dial_plan import DialPlan
    from agent_desk.desk.state import CallKey
    from agent_desk.ui.dial_options import DialOptionsPart

_UNBROKEN: Final = "\u00a0"
_OVER: Final = frozenset({DialState.ENDED, DialState.REFUSED})
_RINGS: Final = frozenset({DialState.AGENT_RINGING, DialState.AGENT_UP, DialState.CUSTOMER_RINGING})


class DialField(Revealing, QWidget):
    """Field and Call button, below them what will be dialled, then how the last call stands.

    A press or Enter calls; an emergency, a dear or a blocked number, a call while on a call, and
    hanging up while another call waits ask first, with buttons of their own. The keyboard comes
    here only by ``focus_field``.

    Signals: ``dial_requested(DialWish)``, ``hang_up_requested()``, ``question_dropped()`` where
    nobody insists on what the service was not asked.
    """

    dial_requested = Signal(object)
    hang_up_requested = Signal()
    question_dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._region: Callable[[], str] = lambda: DEFAULT_REGION
        self._extensions: Callable[[], Collection[str]] = tuple
        self._is_blocked: Callable[[PhoneNumber], bool] = lambda _number: False
        self._plan = dial_plan.plan("")
        self._view = DialView()
        self._asking: DialWish | None = None
        self._asked_about: DialPlan | None = None
        self._is_asking_hang_up = self._is_dismissed = False
        self._options: DialOptionsPart | None = None
        self._line: DialLine | None = None
        self._field = Field(
            height=44,
            placeholder=self.tr("Number to call"),
            icon=Icon.DIALPAD,
            is_ltr=True,
            name=self.tr("Number to call"),
        )
        self._field.text_changed.connect(self._on_text_changed)
        self._field.submitted.connect(self._on_call_wanted)
        call = Button(self.tr("Call"), Kind.PRIMARY, icon=Icon.PHONE, height=36)
        call.clicked.connect(self._on_call_wanted)
        self._field.add_trailing(call)
        self._hint_icon = IconView(Icon.WHY, 16, Token.TEXT3)
        self._hint = Label("", Role.LABEL, Token.TEXT3, wrap=True)
        self._fold = Button(
            self.tr("Options"),
            Kind.LINK,
            icon=Icon.DOWN,
            role=Role.LABEL,
            is_icon_last=True,
            gap=4,
        )
        self._fold.clicked.connect(self._on_fold_clicked)
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._hint_icon, 0, top)
        row.addWidget(self._hint, 1)
        row.addWidget(self._fold, 0, top)
        self._below.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._field)
        self._column.addWidget(self._below)
        self.follow_masking()

    # ----------------------------------------------------------------------------------- owner

    def read_with(
        self,
        region: Callable[[], str],
        extensions: Callable[[], Collection[str]],
        is_blocked: Callable[[PhoneNumber], bool],
    ) -> None:
        """How numbers are read: as in ``region``, knowing these ``extensions``."""
        self._region, self._extensions, self._is_blocked = region, extensions, is_blocked

    def focus_field(self) -> None:
        """Put the keyboard into the field, because a person asked for it."""
        self._field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.edit.selectAll()

    def take(self, number: str) -> None:
        """Put a number from outside into the field and say what calling it would do.

        The keyboard leaves the field: what somebody was typing elsewhere must not call it.
        """
        self._field.edit.clearFocus()
        self._field.set_text(number)
        self._field.edit.setCursorPosition(0)
        text.announce(self, self._hint.text())

    def call_back(self, number: PhoneNumber, about: CallKey | None = None) -> None:
        """Call ``number`` because a person pressed a button that says so; ``about`` which call."""
        found = dial_plan.plan(number.raw, self._region(), self._extensions())
        if found.can_be_called:
            self._want(found, DialWish(found.target, found.text, about=about), is_typed=False)
        else:
            self._refuse(found)

    @property
    def can_hang_up(self) -> bool:
        """Whether a call of ours is live."""
        return self._view.can_hang_up

    def hang_up(self) -> None:
        """End it as if its button had been pressed: it asks first where it may end another."""
        if self._view.can_hang_up:
            self._on_action_chosen(LineAction.HANG_UP)

    def show_attempt(self, view: DialView) -> None:
        """Show how the last call from here stands."""
        before, self._view = self._view, view
        if view == before:
            return
        if view.state is not before.state or view.wish != before.wish:
            self._is_asking_hang_up = self._is_dismissed = False
        if view.state in _RINGS and before.state not in _RINGS and self._is_of_field(view):
            self._field.set_text("")
            if self._options is not None:
                self._options.reset()
        self._show_line()

    def forget(self) -> None:
        """Somebody else may sign in."""
        self._field.set_text("")
        if self._options is not None:
            self._options.reset()
            self._turn_options(is_open=False)
        self._asking = self._asked_about = None
        self.show_attempt(DialView())

    def reveal(self, is_revealed: bool) -> None:
        echo = QLineEdit.EchoMode.Normal if is_revealed else QLineEdit.EchoMode.Password
        if self._field.edit.echoMode() is not echo:
            self._field.edit.setEchoMode(echo)
        self._show_plan()
        self._show_line()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drop():
            event.accept()
            return
        super().keyPressEvent(event)

    # ----------------------------------------------------------------------------------- plans

    def _on_text_changed(self, _words: str) -> None:
        self._plan = dial_plan.plan(self._field.text(), self._region(), self._extensions())
        self._field.set_fault("")
        self._drop()
        if self._view.state in _OVER and self._plan.fault is not DialFault.NOTHING:
            self._is_dismissed = True
            self._show_line()
        self._show_plan()

    def _show_plan(self) -> None:
        found = self._plan
        is_there = found.fault is not DialFault.NOTHING
        said, icon, ink = "", Icon.WHY, Token.TEXT3
        if is_there:
            said = dial_words.plan(found, self._number(found.text))
            if found.can_be_called and self._is_blocked(found.target):
                said = f"{said} · {dial_words.blocked()}"
                icon, ink = Icon.BLOCK, Token.MUTED
            elif found.asks_first:
                icon, ink = Icon.FAILED, Token.RINGING
        self._hint_icon.set_icon(icon, ink)
        self._hint.set_ink(ink)
        self._hint.set_text(said)
        self._field.edit.setAccessibleDescription(text.plain(said))
        if self._below.isHidden() is is_there:
            self._below.setVisible(is_there)
        if not is_there:
            self._turn_options(is_open=False)

    def _on_call_wanted(self) -> None:
        found = self._plan
        if not found.can_be_called:
            self._below.hide()
            self._field.set_fault(dial_words.plan(found, ""))
            return
        options = DialOptions() if self._options is None else self._options.chosen(self._region())
        if options is not None:
            self._want(found, DialWish(found.target, found.text, options), is_typed=True)

    def _want(self, found: DialPlan, wish: DialWish, *, is_typed: bool) -> None:
        """Call, or ask first; who typed a blocked number has been told already."""
        if found.asks_first or (not is_typed and self._is_blocked(found.target)):
            self._asking, self._asked_about = wish, found
            self._show_line()
        else:
            self._drop()
            self.dial_requested.emit(wish)

    def _refuse(self, found: DialPlan) -> None:
        self._asking, self._asked_about = None, found
        self._show_line()

    # -------------------------------------------------------------------------------- the line

    def _show_line(self) -> None:
        said, icon, tone, actions = self._line_parts()
        if not said and self._line is None:
            return
        if self._line is None:
            self._line = DialLine()
            self._line.chosen.connect(self._on_action_chosen)
            self._column.addWidget(self._line)
        self._line.show_words(said, icon, tone, actions)

    def _line_parts(self) -> tuple[str, Icon, Tone, tuple[LineAction, ...]]:
        """What to say, and what can be done about it."""
        view, about = self._view, self._asked_about
        cancel = LineAction.CANCEL
        if about is not None and self._asking is not None:
            said = dial_words.confirmation(about, self._number(about.text))
            return said, Icon.FAILED, Tone.RINGING, (LineAction.CALL, cancel)
        if about is not None:
            said = dial_words.plan(about, self._number(about.text))
            return said, Icon.FAILED, Tone.MUTED, (LineAction.DISMISS,)
        if view.question is not None:
            said = dial_words.question(view.question)
            return said, Icon.FAILED, Tone.RINGING, (LineAction.DIAL_ANYWAY, cancel)
        if self._is_asking_hang_up and view.can_hang_up:
            said = dial_words.hang_up_question(view)
            return said, Icon.FAILED, Tone.MUTED, (LineAction.END_ALL, cancel)
        wish = view.wish
        if self._is_dismissed or wish is None:
            return "", Icon.PHONE, Tone.NEUTRAL, ()
        said = dial_words.attempt(view, self._number(wish.text))
        actions: tuple[LineAction, ...] = ()
        if view.can_hang_up:
            actions = (LineAction.HANG_UP,)
        elif view.state in _OVER:
            actions = (LineAction.DISMISS,)
        elif view.state is DialState.UNKNOWN and view.is_free:
            actions = (LineAction.DIAL_AGAIN,)
        return said, *dial_words.look(view), actions

    def _on_action_chosen(self, action: LineAction) -> None:
        match action:
            case LineAction.CALL if self._asking is not None:
                wish = self._asking
                self._drop()
                self.dial_requested.emit(wish)
            case LineAction.DIAL_ANYWAY if self._view.asked is not None:
                self.dial_requested.emit(_insisting(self._view.asked))
            case LineAction.DIAL_AGAIN if self._view.wish is not None:
                self.dial_requested.emit(_insisting(self._view.wish))
            case LineAction.HANG_UP if self._view.has_others or self._view.is_blind:
                self._is_asking_hang_up = True
                self._show_line()
            case LineAction.HANG_UP | LineAction.END_ALL:
                self._is_asking_hang_up = False
                self.hang_up_requested.emit()
            case LineAction.DISMISS:
                self._is_dismissed = self._view.state in _OVER or self._is_dismissed
                self._drop()
            case LineAction.CANCEL:
                self._drop()

    def _drop(self) -> bool:
        """Take back an open question; whether there was one."""
        had_one = self._asked_about is not None or self._is_asking_hang_up
        has_service_question = self._view.question is not None
        self._asking = self._asked_about = None
        self._is_asking_hang_up = False
        if has_service_question:
            self.question_dropped.emit()
        self._show_line()
        return had_one or has_service_question

    def _is_of_field(self, view: DialView) -> bool:
        return view.wish is not None and view.wish.target == self._plan.target

    def _number(self, number_text: str) -> str:
        number = shown(number_text, is_revealed=self.is_revealed)
        return text.isolate(number.replace(" ", _UNBROKEN))  # in one piece at a line's end

    # --------------------------------------------------------------------------------- options

    def _on_fold_clicked(self) -> None:
        self._turn_options(is_open=self._options is None or self._options.isHidden())

    def _turn_options(self, *, is_open: bool) -> None:
        if self._options is None:
            if not is_open:
                return
            # Here: few ever ask for it.
            from agent_desk.ui.dial_options import DialOptionsPart  # noqa: PLC0415

            self._options = DialOptionsPart()
            self._column.insertWidget(2, self._options)
        if self._options.isHidden() is is_open:
            self._options.setVisible(is_open)
        show_fold(self._fold, is_open=is_open)


def _insisting(wish: DialWish) -> DialWish:
    return DialWish(wish.target, wish.text, wish.options, wish.about, insists=True)
