"""How much may move, and how windows do: a rise, a fade, a glide to another place.

Nothing that is read ever moves by itself: a window is complete in its first frame, and running
times never animate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QObject, QPoint, QPropertyAnimation, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from agent_desk.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from agent_desk.ui.theme import Theme

RISE_PX: Final = 8
RISE_MS: Final = 160
LEAVE_MS: Final = 120
MOVE_MS: Final = 200

# Where a program may move its windows; Wayland's may not, and offscreen nobody sees it.
_MOVABLE_ON: Final = frozenset({"xcb", "windows", "cocoa"})


def window_ms(wanted: int) -> int:
    """How long a window's movement of ``wanted`` ms may take: 0 where nothing is to move."""
    if tokens().is_still or QGuiApplication.platformName() not in _MOVABLE_ON:
        return 0
    return wanted


def is_toolkit_still() -> bool:
    """Whether the desktop told Qt that widgets are not to be animated."""
    style = QApplication.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


class Motion(QObject):
    """Puts in force whether less motion is wanted: by the system, or by the person.

    Signals: ``changed()`` after something else is in force.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_chosen = False
        self._is_system_still = False

    @property
    def is_less(self) -> bool:
        """Whether less motion is in force."""
        return self._is_chosen or self._is_system_still or is_toolkit_still()

    def choose(self, *, is_less: bool) -> None:
        """What the person wants: less motion, or as the system has it."""
        self._is_chosen = is_less
        self._apply()

    def hear_system(self, is_less: bool) -> None:
        """What the system wants; it may change its mind."""
        self._is_system_still = is_less
        self._apply()

    def _apply(self) -> None:
        if self.is_less is not tokens().is_still:
            self._theme.choose(self._theme.scheme, is_still=self.is_less)
            self.changed.emit()


class WindowMotion(QObject):
    """Moves and fades one window.

    Signals: ``left()`` once it has faded out.
    """

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._way = QPropertyAnimation(window, b"pos", self)
        self._way.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade = QPropertyAnimation(window, b"windowOpacity", self)
        self._fade.setEndValue(0.0)
        self._fade.finished.connect(self._on_fade_finished)

    @property
    def is_leaving(self) -> bool:
        """Whether it fades out."""
        return self._fade.state() is QPropertyAnimation.State.Running

    def go(self, target: QPoint, length_ms: int) -> None:
        """Glide to ``target``, from wherever it is now."""
        if self._way.state() is QPropertyAnimation.State.Running:
            if self._way.endValue() == target:
                return
            self._way.stop()
        if length_ms == 0 or self._window.pos() == target:
            self._window.move(target)
            return
        self._way.setEndValue(target)
        self._way.setDuration(length_ms)
        self._way.start()

    def leave(self, length_ms: int) -> None:
        """Fade out; ``left`` follows, at once where ``length_ms`` is 0."""
        self._way.stop()
        if length_ms == 0:
            self.left.emit()
            return
        self._fade.setDuration(length_ms)
        self._fade.start()

    def stop(self) -> None:
        """Be where it is, and all of it: whatever ran has ended."""
        self._way.stop()
        if self.is_leaving:
            self._fade.stop()
            self._on_fade_finished()

    def _on_fade_finished(self) -> None:
        self.left.emit()
        self._window.setWindowOpacity(1.0)
