"""The mute control: unlike any other control, and never red before the service has confirmed."""

from __future__ import annotations

from enum import Enum
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter

from agent_desk.ui import fonts, icons
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.painting import Align, Box, Line, draw_box, draw_line, mirrored, mixed
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets.button import Pressable

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QMouseEvent, QPaintEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

_TURN_MS: Final = 900
_STEP_MS: Final = 50
_ICON_PX: Final = 20
_GAP: Final = 8
_INSET: Final = 20


class MuteState(Enum):
    """What may be said and done about the recording of one call."""

    RECORDING = "recording"
    MUTING = "muting"
    MUTED = "muted"
    RESUMING = "resuming"
    MUTE_FAILED = "mute failed"
    RESUME_FAILED = "resume failed"
    UNKNOWN = "unknown"
    """Nobody knows whether it is recorded: to mute it is safe whatever is the case."""
    BLIND = "blind"
    """Nothing could be confirmed now: disabled, with the reason in words below."""
    BLIND_MUTED = "blind, muted"
    """The same, where the last that was known is that it is muted."""


_WAITING: Final = frozenset({MuteState.MUTING, MuteState.RESUMING})
_BLIND: Final = frozenset({MuteState.BLIND, MuteState.BLIND_MUTED})
_FAILED: Final = frozenset({MuteState.MUTE_FAILED, MuteState.RESUME_FAILED, MuteState.UNKNOWN})
_CAN_MUTE: Final = frozenset({MuteState.RECORDING, MuteState.MUTE_FAILED, MuteState.UNKNOWN})
_ICONS: Final = {
    MuteState.MUTING: Icon.PENDING,
    MuteState.RESUMING: Icon.PENDING,
    MuteState.MUTED: Icon.RECORDING,
    MuteState.MUTE_FAILED: Icon.FAILED,
    MuteState.RESUME_FAILED: Icon.FAILED,
    MuteState.UNKNOWN: Icon.FAILED,
}


class MuteControl(Pressable):
    """One big button for the recording guard; ``compact`` is 44 px, centred, without notes.

    It never changes its own state: whoever listens asks the service and calls ``set_state``.
    Signals: ``mute_requested()``, ``resume_requested()``.
    """

    mute_requested = Signal()
    resume_requested = Signal()

    def __init__(self, *, compact: bool = False, parent: QWidget | None = None) -> None:
        self._is_compact = compact
        self._height = 44 if compact else 48
        self._role = Role.SECTION if compact else Role.STATE
        self._state = MuteState.RECORDING
        self._angle = 0
        self._is_held = False
        super().__init__(_words(self._state), "", self._height // 2, parent)
        self._spinner = QTimer(self)
        self._spinner.setInterval(_STEP_MS)
        self._spinner.timeout.connect(self._on_spinner_timeout)
        self.clicked.connect(self._on_clicked)

    @property
    def state(self) -> MuteState:
        """What is shown now."""
        return self._state

    def set_state(self, state: MuteState) -> None:
        """Show ``state``; speaking of it is for whoever has all controls of this call."""
        if state is self._state:
            return
        self._state = state
        self.setEnabled(state not in _BLIND)
        self.set_text(_words(state))
        self.setAccessibleDescription(self._note())
        self._run_spinner()

    def sizeHint(self) -> QSize:
        far = 0 if self._is_compact else 16 + ceil(fonts.width(Role.LABEL, self._note()))
        return QSize(self._near_width + far + 2 * _INSET, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * self._height, self._height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._is_held = self.isDown()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_held = False
        super().mouseReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Qt lets go of a held button when another window becomes active; this press must not be
        # lost to a window that happens to come up before the finger does.
        if self._is_held:
            self.setDown(True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_spinner()

    def hideEvent(self, event: QHideEvent) -> None:
        self._is_held = False
        super().hideEvent(event)
        self._run_spinner()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink, box = self._look()
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), self._height / 2, box)
        rtl, whole = self.is_rtl, self.rect()
        icon = self._icon_rect()
        self._paint_icon(painter, mirrored(icon, whole, is_rtl=rtl), ink)
        left = icon.right() + _GAP
        words = min(fonts.width(self._role, self._words) + 1, self.width() - left - _INSET)
        rect = mirrored(QRectF(left, 0, words, self._height), whole, is_rtl=rtl)
        draw_line(painter, rect, Line(self._words, self._role, ink), is_rtl=rtl)
        start = left + words + 16
        far = QRectF(start, 0, self.width() - start - _INSET, self._height)
        role = Role.LABEL_STRONG if self._state is MuteState.MUTED else Role.LABEL
        # The words matter more: a note that has no room is left out, not cut.
        if not self._is_compact and fonts.width(role, self._note()) <= far.width():
            line = Line(self._note(), role, ink, Align.END)
            draw_line(painter, mirrored(far, whole, is_rtl=rtl), line, is_rtl=rtl)
        painter.end()

    @property
    def _near_width(self) -> int:
        return _ICON_PX + _GAP + ceil(fonts.width(self._role, self._words))

    def _icon_rect(self) -> QRectF:
        left = max((self.width() - self._near_width) // 2, 8) if self._is_compact else _INSET
        return QRectF(left, (self._height - _ICON_PX) / 2, _ICON_PX, _ICON_PX)

    def _note(self) -> str:
        if self._state in (MuteState.MUTING, MuteState.MUTE_FAILED):
            return self.tr("still recording")
        if self._state in (MuteState.RESUMING, MuteState.RESUME_FAILED):
            return self.tr("still muted")
        if self._state is MuteState.UNKNOWN:
            return self.tr("may be recording")
        return ""

    def _look(self) -> tuple[Token, Box]:
        now, share = tokens(), self._pressed_share()
        line = now.line
        if self._state in _WAITING:
            return Token.TEXT2, Box(colour(Token.SUNKEN), colour(Token.CONTROL), line)
        if self._state in _BLIND:
            border = colour(Token.CONTROL) if now.is_high_contrast else None
            return Token.TEXT3, Box(colour(Token.SUNKEN), border, line, is_dashed=True)
        if self._state is MuteState.RECORDING:
            return Token.ON_INK, Box(mixed(colour(Token.INK), colour(Token.ON_INK), share))
        # Solid red belongs to the band: what may be pressed here is a tint or an outline.
        fill = mixed(colour(Token.MUTED_BG), colour(Token.SURFACE), share)
        has_border = self._state in _FAILED or now.is_high_contrast
        return Token.MUTED, Box(fill, colour(Token.MUTED) if has_border else None, 2)

    def _paint_icon(self, painter: QPainter, rect: QRectF, ink: Token) -> None:
        icon = _ICONS.get(self._state, Icon.MUTED)
        if not self._angle:
            icons.paint(painter, icon, rect.topLeft(), _ICON_PX, colour(ink))
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(rect.center())
        painter.rotate(self._angle)
        icons.paint(painter, icon, QPointF(-_ICON_PX / 2, -_ICON_PX / 2), _ICON_PX, colour(ink))
        painter.restore()

    def _run_spinner(self) -> None:
        self._angle = 0
        if self._state in _WAITING and self.isVisible() and not tokens().is_still:
            self._spinner.start()
        else:
            self._spinner.stop()
        self.update()

    def _on_spinner_timeout(self) -> None:
        self._angle = (self._angle + 360 * _STEP_MS // _TURN_MS) % 360
        rect = mirrored(self._icon_rect(), self.rect(), is_rtl=self.is_rtl).toAlignedRect()
        self.update(rect.adjusted(-2, -2, 2, 2))

    def _on_clicked(self) -> None:
        if self._state in _CAN_MUTE:
            self.mute_requested.emit()
        elif self._state in (MuteState.MUTED, MuteState.RESUME_FAILED):
            self.resume_requested.emit()


def _words(state: MuteState) -> str:
    translate = QCoreApplication.translate
    return {
        MuteState.RECORDING: translate("MuteControl", "Mute recording"),
        MuteState.MUTING: translate("MuteControl", "Muting…"),
        MuteState.MUTED: translate("MuteControl", "Resume recording"),
        MuteState.RESUMING: translate("MuteControl", "Resuming…"),
        MuteState.MUTE_FAILED: translate("MuteControl", "Not muted, try again"),
        MuteState.RESUME_FAILED: translate("MuteControl", "Still muted, try again"),
        MuteState.UNKNOWN: translate("MuteControl", "Mute recording"),
        MuteState.BLIND: translate("MuteControl", "Mute recording"),
        MuteState.BLIND_MUTED: translate("MuteControl", "Resume recording"),
    }[state]
