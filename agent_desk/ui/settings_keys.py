"""The section of the settings page in which hotkeys are set: keys that work from anywhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent_desk.core.combinations import KEYS, Combination, Modifier, key_at
from agent_desk.core.hotkeys import HotkeyAction, HotkeyProblem, HotkeyState, HotkeySupport
from agent_desk.ui import hotkey_words, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.settings_parts import GivenLine
from agent_desk.ui.settings_sections import PreferenceSection
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, IconView, Kind, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
_HELD_KEYS: Final = frozenset(
    {
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R,
    }
)
_MODIFIERS: Final = {
    Qt.KeyboardModifier.MetaModifier: Modifier.META,
    Qt.KeyboardModifier.ControlModifier: Modifier.CTRL,
    Qt.KeyboardModifier.AltModifier: Modifier.ALT,
    Qt.KeyboardModifier.ShiftModifier: Modifier.SHIFT,
}
# The code that Windows gives a letter or digit on a keyboard with several layouts is Latin.
_WINDOWS_LETTERS: Final = range(0x30, 0x5B)


def combination_of(event: QKeyEvent, platform: str = "") -> Combination | None:
    """What was pressed; ``None`` for a key that no hotkey may have.

    ``platform`` is Qt's name for it, empty for the one that is running.
    """
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return None
    held = Modifier(0)
    for qt_modifier, modifier in _MODIFIERS.items():
        if event.modifiers() & qt_modifier:
            held |= modifier
    name = QKeySequence(event.key()).toString(_PORTABLE)
    if name not in KEYS:  # another alphabet, or the upper sign of the key
        platform = platform or QGuiApplication.platformName()
        if platform == "windows":
            code = event.nativeVirtualKey()
            name = chr(code) if code in _WINDOWS_LETTERS else ""
        else:
            name = key_at(event.nativeScanCode())
    return Combination(held, name) if name in KEYS else None


class KeysButton(Button):
    """Shows a combination; pressed, it takes the next one that is typed.

    Esc, Tab or another place ends that without a change, Backspace clears. Signals:
    ``recorded(Combination)``, or ``None`` for a key that cannot be used; ``cleared()``;
    ``waiting_changed(bool)`` as it begins and ends.
    """

    recorded = Signal(object)
    cleared = Signal()
    waiting_changed = Signal(bool)

    def __init__(self, title: str) -> None:
        self._title = title
        self._keys = ""
        self._is_waiting = False
        super().__init__("…", Kind.OUTLINE, height=36)
        self.clicked.connect(self._on_clicked)
        self._show()

    @property
    def is_waiting(self) -> bool:
        """Whether the next keys are taken."""
        return self._is_waiting

    def show_keys(self, keys: str) -> None:
        """Show this combination, as the platform writes it; empty for none."""
        self._keys = keys
        self._show()

    def event(self, event: QEvent) -> bool:
        # Here and not in keyPressEvent: Tab, and keys that are somebody's shortcut, end before it.
        if self._is_waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._hear(event)
            if event.type() == QEvent.Type.KeyRelease:
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._wait(is_waiting=False)

    def _hear(self, event: QKeyEvent) -> bool:
        key, is_plain = Qt.Key(event.key()), not event.modifiers()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._wait(is_waiting=False)
            return super().event(event)
        if event.isAutoRepeat() or key in _HELD_KEYS:
            return True
        self._wait(is_waiting=False)
        if is_plain and key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.cleared.emit()
        elif not (is_plain and key == Qt.Key.Key_Escape):
            self.recorded.emit(combination_of(event))
        return True

    def _wait(self, *, is_waiting: bool) -> None:
        if is_waiting != self._is_waiting:
            self._is_waiting = is_waiting
            self._show()
            self.waiting_changed.emit(is_waiting)

    def _show(self) -> None:
        none = self.tr("None")
        said = self.tr("Press the keys…") if self._is_waiting else self._keys or none
        self.set_name(f"{self._title}: {said}")
        self.set_text(text.isolate(said) if said == self._keys else said)
        self.set_ink(Token.ACCENT_TEXT if self._is_waiting else None)
        self.updateGeometry()

    def _on_clicked(self) -> None:
        if not self._is_waiting:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # a click does not give it on a Mac
            self._wait(is_waiting=True)
            text.announce(self, self.tr("Press the keys. Esc cancels, Backspace clears."))


class KeysSection(PreferenceSection):
    """One combination for each action, and what this desktop can do with it.

    Signals: ``waiting_changed(bool)``: while a person presses new keys the old ones are to be let
    go, so that they arrive here.
    """

    waiting_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Keyboard shortcuts"))
        self._state = HotkeyState()
        self._refused: dict[HotkeyAction, str] = {}
        what = self.tr("They work while you type in another program. None is set at first.")
        self._what = Label(what, Role.LABEL, Token.TEXT2, wrap=True)
        self.body.addWidget(self._what)
        self._rows = {action: _Row(action) for action in HotkeyAction}
        for action, row in self._rows.items():
            row.add_to(self.body)
            row.button.recorded.connect(partial(self._on_recorded, action))
            row.button.cleared.connect(partial(self._keep, action, ""))
            row.button.waiting_changed.connect(self._on_waiting_changed)
        self._given = GivenLine()
        self.body.addWidget(self._given)
        self._limit = _Line(Icon.WHY, Token.TEXT3, Token.TEXT2)
        self.body.addWidget(self._limit)
        self._how = self.hint(self.tr("Press a button, then the keys. Backspace clears it."))

    def show_state(self, state: HotkeyState) -> None:
        """Show how the hotkeys stand."""
        self._state = state
        self._show()

    def _fill(self, given: frozenset[str]) -> None:
        self._given.setVisible("hotkeys" in given)
        self._show()

    def _show(self) -> None:
        is_possible = self._state.support is not HotkeySupport.NOBODY
        self._what.setVisible(is_possible)
        self._how.setVisible(is_possible)
        if not is_possible:
            self._given.hide()
        for action, row in self._rows.items():
            written = self.preferences.hotkeys.of(action)
            row.show_keys(hotkey_words.keys(written), is_there=is_possible)
            problem = self._state.problems.get(action) if written else None
            fault = "" if problem is None else hotkey_words.problem(problem)
            row.show_fault(self._refused.get(action, fault))
            row.show_trigger(self._state.triggers.get(action, "") if written else "")
        self._limit.show_words(self._limit_words())

    def _limit_words(self) -> str:
        if self._state.support is HotkeySupport.NOBODY:
            return self.tr(
                "This desktop gives no program keys that work everywhere. In the window itself"
                " every shortcut works."
            )
        if self._state.is_asking:
            return self.tr("The desktop asks you now in a window of its own.")
        if self._state.support is HotkeySupport.DESKTOP:
            return self.tr(
                "This desktop (Wayland) decides itself: it asks you first, and its own settings"
                " say which keys it gives."
            )
        return ""

    def _keep(self, action: HotkeyAction, written: str) -> None:
        # What was refused elsewhere may be free now.
        self._refused.clear()
        self._choose(hotkeys=self.preferences.hotkeys.changed(action, written))
        self._show()

    def _on_recorded(self, action: HotkeyAction, pressed: Combination | None) -> None:
        fault = self._refusal(action, pressed)
        if fault:
            self._refused[action] = fault
            self._show()
        else:
            self._keep(action, str(pressed))

    def _refusal(self, action: HotkeyAction, pressed: Combination | None) -> str:
        if pressed is None or pressed.is_everybodys:
            return hotkey_words.problem(HotkeyProblem.UNREADABLE)
        if not pressed.has_enough:
            return self.tr("Hold Ctrl or Alt with it, or use a key from F1 to F24.")
        for other in HotkeyAction:
            theirs = Combination.read(self.preferences.hotkeys.of(other))
            if other is not action and theirs == pressed:
                said = self.tr("{action} has this combination already.")
                return said.format(action=text.isolate_name(hotkey_words.title(other)))
        return ""

    def _on_waiting_changed(self, is_waiting: bool) -> None:
        self.waiting_changed.emit(is_waiting)


class _Row:
    """An action, at the end of its line the button with its keys, below it what is wrong."""

    def __init__(self, action: HotkeyAction) -> None:
        title = hotkey_words.title(action)
        self.button = KeysButton(title)
        self._title = Label(title, Role.BODY, wrap=True)
        self._fault = _Line(Icon.FAILED, Token.MUTED, Token.MUTED)
        self._trigger = Label("", Role.LABEL, Token.TEXT3, wrap=True)
        self._trigger.hide()

    def add_to(self, column: QVBoxLayout) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.button)
        column.addLayout(line)
        column.addWidget(self._fault)
        column.addWidget(self._trigger)

    def show_keys(self, keys: str, *, is_there: bool) -> None:
        self.button.show_keys(keys)
        for widget in (self._title, self.button):
            widget.setVisible(is_there)

    def show_fault(self, words: str) -> None:
        self._fault.show_words(words)
        self.button.setAccessibleDescription(text.plain(words))

    def show_trigger(self, keys: str) -> None:
        self._trigger.set_text(hotkey_words.given(keys))
        self._trigger.setVisible(bool(keys))


class _Line(QWidget):
    """A sentence with an icon; a new one is spoken while it can be seen."""

    def __init__(self, icon: Icon, icon_ink: Token, ink: Token) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconView(icon, 16, icon_ink), 0, Qt.AlignmentFlag.AlignTop)
        self._label = Label("", Role.LABEL, ink, wrap=True)
        row.addWidget(self._label, 1)
        self.hide()

    def show_words(self, words: str) -> None:
        is_new = bool(words) and (words != self._label.text() or self.isHidden())
        self._label.set_text(words)
        self.setVisible(bool(words))
        if is_new and self.isVisible():
            text.announce(self._label, words)
