"""The icon in the system's tray: state by shape and colour, a menu, words as its tool tip."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon

from agent_desk.core.link import Link
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.desk.state import Phase
from agent_desk.ui import fonts, icons, text, words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.intent_signals import MuteSource
from agent_desk.ui.painting import Box, draw_box
from agent_desk.ui.recordings import Recordings, RecordingSign, recordings
from agent_desk.ui.theme import Scheme, Token, colour, tokens
from agent_desk.ui.tray_menu import TrayMenu

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QMenu

    from agent_desk.desk.card import Card
    from agent_desk.desk.link import LinkView
    from agent_desk.desk.presence import PresenceView
    from agent_desk.ui.intent_signals import IntentSignals

# Those of panels, at one and at two pixels to a point.
_SIZES: Final = (16, 22, 24, 32, 44, 48, 64)
_RINGING: Final = frozenset({Phase.RINGING, Phase.AGENT_RINGING})
_MAX_TIP: Final = 120
_MOST_SHOWN: Final = 9


class TrayState(Enum):
    """What the icon says; the first of these that is true."""

    NOT_MUTED = "not muted"
    """A mute failed, or nobody knows: so it was asked, whatever the connection does."""
    OFFLINE = "offline"
    MUTED = "muted"
    RINGING = "ringing"
    TALKING = "talking"
    HELD = "held"
    CONNECTING = "connecting"
    CONNECTED = "connected"


_LOOKS: Final[dict[TrayState, tuple[Icon, Token, Token]]] = {
    TrayState.NOT_MUTED: (Icon.FAILED, Token.MUTED_BG, Token.MUTED),
    TrayState.OFFLINE: (Icon.OFFLINE, Token.RINGING_BG, Token.RINGING),
    TrayState.MUTED: (Icon.MUTED, Token.SOLID, Token.ON_SOLID),
    TrayState.RINGING: (Icon.RINGING, Token.RINGING_BG, Token.RINGING),
    TrayState.TALKING: (Icon.TALKING, Token.TALKING_BG, Token.TALKING),
    TrayState.HELD: (Icon.HELD, Token.HELD_BG, Token.HELD),
    TrayState.CONNECTING: (Icon.CONNECTION_LOST, Token.NEUTRAL_BG, Token.NEUTRAL),
    TrayState.CONNECTED: (Icon.LOGO, Token.ACCENT, Token.ON_ACCENT),
}


def tray_state(link: Link, cards: Iterable[Card]) -> TrayState:
    """The one state the icon can show; what cannot be known while blind is not claimed."""
    live = [card for card in cards if card.phase is not Phase.ENDED]
    sign = recordings(live).sign
    if sign in (RecordingSign.NOT_MUTED, RecordingSign.UNKNOWN):
        return TrayState.NOT_MUTED
    if link in (Link.OFFLINE, Link.RECONNECTING, Link.SIGNED_OUT):
        return TrayState.OFFLINE
    phases = {card.phase for card in live}
    if sign is RecordingSign.MUTED:
        return TrayState.MUTED
    if phases & _RINGING:
        return TrayState.RINGING
    if phases - {Phase.HELD, Phase.RING_STOPPED}:
        return TrayState.TALKING
    if Phase.HELD in phases:
        return TrayState.HELD
    return TrayState.CONNECTING if link is Link.CONNECTING else TrayState.CONNECTED


def tray_icon(state: TrayState, missed: int = 0) -> QIcon:
    """``state`` as a rounded square: shape and colour differ, so neither is the only sign.

    ``missed`` calls are a number in its corner, which reads ``9+`` from ten on.
    """
    badge = "" if not missed else str(missed) if missed <= _MOST_SHOWN else f"{_MOST_SHOWN}+"
    return _drawn(state, badge, tokens().scheme)


def warm_icons() -> None:
    """Draw all badges now: the first of each costs a few milliseconds."""
    for state in TrayState:
        tray_icon(state)


@lru_cache
def _drawn(state: TrayState, badge: str, _scheme: Scheme) -> QIcon:
    icon, ground, ink = _LOOKS[state]
    made = QIcon()
    for side in _SIZES:
        drawn = QPixmap(QSize(side, side))
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        # A failure is an outline, as on the card: solid red is for what is muted.
        edge = colour(ink) if state is TrayState.NOT_MUTED else None
        whole = QRectF(0, 0, side, side)
        draw_box(painter, whole, side / 4, Box(colour(ground), edge, max(side / 11, 1)))
        # Beside a number the drawing moves out of its way.
        inner = round(side * (0.62 if badge else 0.72))
        room = side - inner
        at = QPointF(round(room / 8), room - round(room / 8)) if badge else QPointF(room, room) / 2
        icons.paint(painter, icon, at, inner, colour(ink))
        if badge:
            _draw_badge(painter, side, badge)
        painter.end()
        made.addPixmap(drawn)
    return made


def _draw_badge(painter: QPainter, side: int, badge: str) -> None:
    """A number in the upper right corner, cut out of what is below: it shows on any ground."""
    height = max(round(side * 0.5), 9)
    font = QFont(fonts.font(Role.SECTION))
    font.setPixelSize(round(height * (0.95 if len(badge) == 1 else 0.8)))
    font.setBold(True)
    measures = QFontMetricsF(font)
    width = max(height, round(measures.horizontalAdvance(badge)) + 1)
    rect = QRectF(side - width, 0, width, height)
    gap = max(side / 16, 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    painter.drawRoundedRect(rect.adjusted(-gap, -gap, gap, gap), height / 2 + gap, height / 2 + gap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    draw_box(painter, rect, height / 2, Box(colour(Token.SOLID)))
    painter.setFont(font)
    painter.setPen(colour(Token.ON_SOLID))
    ink = measures.tightBoundingRect(badge)
    painter.drawText(rect.center() - ink.center(), badge)


class Tray(QObject):
    """The tray icon, where the desktop has a tray.

    Signals: those of its menu (``TrayMenu``).
    """

    show_requested = Signal()
    settings_requested = Signal()
    sign_out_requested = Signal()
    quit_requested = Signal()
    mute_requested = Signal(object)
    resume_requested = Signal(object)
    copied_requested = Signal()
    status_requested = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: TrayState | None = None
        self._said = ""
        self._recordings = Recordings()
        self._time = ""
        self._missed = 0
        self._menu = TrayMenu()
        self._menu.show_requested.connect(self.show_requested)
        self._menu.settings_requested.connect(self.settings_requested)
        self._menu.sign_out_requested.connect(self.sign_out_requested)
        self._menu.quit_requested.connect(self.quit_requested)
        self._menu.mute_requested.connect(self.mute_requested)
        self._menu.resume_requested.connect(self.resume_requested)
        self._menu.copied_requested.connect(self.copied_requested)
        self._menu.status_requested.connect(self.status_requested)
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu.widget)
        self._icon.activated.connect(self._on_icon_activated)
        self._icon.messageClicked.connect(self.show_requested)

    @property
    def is_available(self) -> bool:
        """Whether the desktop shows tray icons at all."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def menu(self) -> QMenu:
        """The menu of the icon."""
        return self._menu.widget

    @property
    def state(self) -> TrayState | None:
        """What the icon shows."""
        return self._state

    @property
    def tool_tip(self) -> str:
        """The words of the icon."""
        return self._icon.toolTip()

    def show(self) -> None:
        """Put the icon into the tray, if there is one."""
        if self.is_available:
            self._icon.show()

    def hide(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    def show_message(self, title: str, body: str) -> bool:
        """Let a message rise from the icon; ``False`` where that is not possible."""
        can_show = self._icon.isVisible() and QSystemTrayIcon.supportsMessages()
        if can_show:
            self._icon.showMessage(text.plain(title), text.plain(body), self._icon.icon())
        return can_show

    def join(self, intents: IntentSignals) -> None:
        """Tell ``intents`` of wishes to mute and to resume."""
        source = MuteSource(intents, MuteTrigger.TRAY)
        self.mute_requested.connect(source.mute)
        self.resume_requested.connect(source.resume)

    def set_signed_in(self, is_signed_in: bool) -> None:
        """Offer the settings and to sign out, or not."""
        self._menu.set_signed_in(is_signed_in)

    def set_view(self, link: LinkView, cards: tuple[Card, ...], now: float) -> None:
        """Show the state of the connection and of the calls; cheap where nothing changed."""
        state = tray_state(link.state, cards)
        if state is not self._state:
            self._state = state
            self.refresh()
        live = [card for card in cards if card.phase is not Phase.ENDED]
        self._said = self._words(state, live) or words.link_state(link, now)
        self._recordings = recordings(live) if state is TrayState.MUTED else Recordings()
        self._menu.set_cards(cards)
        self.tick(now)
        self._say()

    def tick(self, now: float) -> None:
        """Let the time of a mute follow the clock; nothing happens while nothing is muted."""
        since = self._recordings.muted_from
        time = text.duration(int(now - since)) if since is not None else ""
        if time != self._time:
            self._time = time
            self._say()

    def set_presence(self, view: PresenceView) -> None:
        """Offer the statuses in the menu."""
        self._menu.set_presence(view)

    def set_missed(self, count: int) -> None:
        """So many calls were missed while nobody looked."""
        self._missed = count
        self.refresh()
        self._say()

    def refresh(self) -> None:
        """Paint the icon again, after a change of colours."""
        if self._state is not None:
            self._icon.setIcon(tray_icon(self._state, self._missed))

    def _say(self) -> None:
        missed = self.tr("%n missed calls", None, self._missed) if self._missed else ""
        self._menu.set_status(self._said, missed)
        state = " ".join(filter(None, (self._said, self._time)))
        said = " · ".join(filter(None, (state, missed)))
        tip = self.tr("agent_desk: {state}").format(state=text.plain(said))[:_MAX_TIP]
        if tip != self._icon.toolTip():
            self._icon.setToolTip(tip)

    def _words(self, state: TrayState, live: list[Card]) -> str:
        if state is TrayState.MUTED:
            return self.tr("recording muted")
        if state is TrayState.NOT_MUTED:
            return recordings(live).said()
        if state in (TrayState.OFFLINE, TrayState.CONNECTING) or not live:
            return ""
        # Two or more: the count says more than one of their states.
        if len(live) > 1:
            return self.tr("%n calls", None, len(live))
        return words.state(live[0])

    def _on_icon_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.show_requested.emit()
