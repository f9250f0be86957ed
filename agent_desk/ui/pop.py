"""The window of one caller card: on top of everything, never in the way of the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QWidget

from agent_desk.ui import motion
from agent_desk.ui.caller_card import CallerCard
from agent_desk.ui.card_parts import CardSize
from agent_desk.ui.fonts import Role
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Card as Sheet
from agent_desk.ui.widgets import Floating, Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QPaintEvent, QResizeEvent

    from agent_desk.core.clock import Clock
    from agent_desk.desk.card import Card

CARD_PX: Final = 440
"""Width of a card; its window is wider by the room for the shadow."""


def float_above(widget: QWidget) -> None:
    """Make ``widget`` a window above the others that never becomes the active one.

    Measured: without "does not accept focus" a click takes the keyboard, without "show without
    activating" its appearance does. On macOS a tool window would hide with its program. On X11 the
    window manager is left out: it would put pops below a full-screen window, and it takes "on top"
    off a window that goes, at times only after Qt has put it on again for the next call.
    """
    flags = (
        Qt.WindowType.Tool
        | Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.WindowStaysOnTopHint
        | Qt.WindowType.WindowDoesNotAcceptFocus
        | Qt.WindowType.NoDropShadowWindowHint
    )
    if QGuiApplication.platformName() == "xcb":
        flags |= Qt.WindowType.X11BypassWindowManagerHint
    widget.setWindowFlags(flags)
    widget.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    widget.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
    widget.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)


def settle(widget: QWidget) -> None:
    """Bring all layouts in ``widget`` up to date now, children before parents.

    Qt would do so with the next events; a pop has to be complete in its first frame. Parts that
    were never shown count as hidden until then, so they are shown here unless somebody hid them.
    """
    for child in widget.findChildren(QWidget):
        if not child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            child.show()
    lay_out(widget)


def lay_out(widget: QWidget) -> None:
    """Bring all layouts in ``widget`` up to date now, children before parents."""
    for layout in reversed(widget.findChildren(QLayout)):
        layout.activate()


class _PaintMark(QWidget):
    """Lies above everything in the window, so that its paint comes last."""

    painted = Signal(float)

    def __init__(self, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._clock = clock
        self._is_armed = False
        self._at = 0.0
        self._report = QTimer(self)
        self._report.setSingleShot(True)
        self._report.setInterval(0)
        self._report.timeout.connect(self._on_report_timeout)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def arm(self) -> None:
        """Report the end of the next paint."""
        self._is_armed = True
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._is_armed:
            self._is_armed = False
            self._at = self._clock.monotonic()
            self._report.start()

    def _on_report_timeout(self) -> None:
        self.painted.emit(self._at)


class Pop(Floating):
    """One call in a window of its own, whole or small.

    ``length_ms`` tells how long a movement may take, 0 where nothing is to move.
    Signals: ``painted(Card, float)`` after the paint that first showed a card in a new state,
    ``resized()`` when its height has to change, ``unfold_requested()``.
    """

    painted = Signal(object, float)
    resized = Signal()
    unfold_requested = Signal()

    def __init__(self, clock: Clock, length_ms: Callable[[int], int] = motion.window_ms) -> None:
        super().__init__()
        float_above(self)
        self._length_ms = length_ms
        self._motion = motion.WindowMotion(self)
        self._motion.left.connect(self._on_motion_left)
        self._rises_to: QPoint | None = None
        self._is_hovered = False
        self._is_folded = False
        self._as_of: datetime | None = None
        self._is_blocked = False
        self._shown: Card | None = None
        self._heights: dict[bool, int] = {}
        self.faces = (CallerCard(CardSize.POP, clock), CallerCard(CardSize.SMALL, clock))
        for face in self.faces:
            self.stack.addWidget(face)
            face.resized.connect(self._on_face_resized)
            settle(face)
        self.faces[1].hide()
        self.faces[1].unfold_requested.connect(self.unfold_requested)
        self._mark = _PaintMark(clock, self)
        self._mark.painted.connect(self._on_mark_painted)

    @property
    def face(self) -> CallerCard:
        """The card as it is shown now."""
        return self.faces[1] if self._is_folded else self.faces[0]

    @property
    def card(self) -> Card | None:
        """What is shown."""
        return self._shown

    @property
    def is_hovered(self) -> bool:
        """Whether the pointer is on it."""
        return self._is_hovered

    @property
    def is_leaving(self) -> bool:
        """Whether it still fades out."""
        return self._motion.is_leaving

    def show_card(self, card: Card, *, as_of: datetime | None, is_blocked: bool) -> None:
        """Fill the window; it is shown by the stack, in its place."""
        if self.is_leaving:
            self._motion.stop()
        before = self._shown
        if (card, as_of, is_blocked) != (before, self._as_of, self._is_blocked):
            self._heights.clear()
        is_new = before is None or (before.key, before.phase) != (card.key, card.phase)
        self._shown, self._as_of, self._is_blocked = card, as_of, is_blocked
        self.setWindowTitle(self.tr("Call"))
        self.face.show_card(card, as_of=as_of, is_blocked=is_blocked)
        if is_new:
            self._mark.arm()

    def set_folded(self, is_folded: bool) -> None:
        """Show the small card or the whole one."""
        if self.is_leaving:
            self._motion.stop()
        if is_folded == self._is_folded:
            return
        self.face.hide()
        self._is_folded = is_folded
        if self._shown is not None:
            self.face.show_card(self._shown, as_of=self._as_of, is_blocked=self._is_blocked)
        self.face.show()

    def height_of(self, *, is_folded: bool) -> int:
        """How high the card would be, whole or small, in px."""
        known = self._heights.get(is_folded)
        if known is not None:
            return known
        face = self.faces[1] if is_folded else self.faces[0]
        if self._shown is not None and face is not self.face:
            face.show_card(self._shown, as_of=self._as_of, is_blocked=self._is_blocked)
        lay_out(face)
        layout = face.layout()
        # Only wrapped words make the height a matter of the width.
        height = face.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.totalHeightForWidth(CARD_PX)
        self._heights[is_folded] = height
        return height

    def place(self, x: int, y: int, height: int) -> None:
        """Put the card, without its shadow, at this place of the desktop and show it."""
        margin = self.margin
        spot = QPoint(x - margin, y - margin)
        size = QSize(CARD_PX + 2 * margin, height + 2 * margin)
        if not self.isVisible() or self._rises_to is not None:
            # Before its first frame it stands lower; it begins to rise with that.
            self._begin(spot, size)
        elif size != self.size():
            self.setFixedSize(size)
            self._motion.go(spot, 0)
        else:
            self._motion.go(spot, self._length_ms(motion.MOVE_MS))
        self.stack.activate()
        self.show()

    def release(self) -> None:
        """Forget the call and hide, fading where windows can be see-through."""
        self._is_hovered = False
        self._shown = None
        self._rises_to = None
        can_fade = self.isVisible() and self.is_shadowed
        # Nobody is to press what is about to go.
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not can_fade)
        self._motion.leave(self._length_ms(motion.LEAVE_MS) if can_fade else 0)

    def _begin(self, spot: QPoint, size: QSize) -> None:
        """Stand where the first frame is to be, from which it rises."""
        is_moving = self._length_ms(motion.RISE_MS) > 0
        self._rises_to = spot if is_moving else None
        self.setFixedSize(size)
        self.move(spot + QPoint(0, motion.RISE_PX if is_moving else 0))

    def tick(self) -> None:
        """Let the running times follow the clock."""
        self.face.tick()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._is_hovered = True

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._is_hovered = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark.setGeometry(self.rect())
        self._mark.raise_()

    def _on_face_resized(self) -> None:
        self._heights.clear()
        self.resized.emit()

    def _on_motion_left(self) -> None:
        self.hide()
        self.set_folded(False)
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _on_mark_painted(self, at: float) -> None:
        spot, self._rises_to = self._rises_to, None
        if spot is not None:
            self._motion.go(spot, self._length_ms(motion.RISE_MS))
        if self._shown is not None:
            self.painted.emit(self._shown, at)


class MoreCalls(Floating):
    """How many further calls there are when the places are taken."""

    HEIGHT: Final = 40

    def __init__(self) -> None:
        super().__init__()
        float_above(self)
        self._words = Label("", Role.ACTION, Token.TEXT2)
        sheet = Sheet(is_floating=True)
        sheet.body.setContentsMargins(24, 10, 24, 10)
        sheet.body.addWidget(self._words)
        self.stack.addWidget(sheet)

    def set_count(self, number: int) -> None:
        """Say that there are ``number`` more calls."""
        said = self.tr("%n more calls in the main window", None, number)
        self._words.set_text(said)
        self.setWindowTitle(said)

    def place(self, x: int, y: int) -> None:
        """Put the line, without its shadow, at this place of the desktop and show it."""
        margin = self.margin
        self.setFixedSize(CARD_PX + 2 * margin, self.HEIGHT + 2 * margin)
        self.move(x - margin, y - margin)
        self.show()
