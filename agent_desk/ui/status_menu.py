"""The agent's status to be seen and to be chosen: a pill for the head, a menu of all."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QActionGroup, QColor
from PySide6.QtWidgets import QMenu

from agent_desk.desk.presence import PENDING, PresenceView, Stage
from agent_desk.ui import icons, status_words, text
from agent_desk.ui.icons import Icon
from agent_desk.ui.theme import Token, colour, tokens
from agent_desk.ui.widgets import PillButton

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from agent_desk.core.clock import Clock
    from agent_desk.desk.presence import Status

_ICON_PX: Final = 16
_BELOW_PX: Final = 4
_LEAST_CONTRAST: Final = 3.0
_GAMMA: Final = 2.2


class StatusMenu(QMenu):
    """All statuses, the present one ticked; a tick moves when the service has confirmed.

    Signals: ``status_requested(int)`` with the code of what was chosen.
    """

    status_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = PresenceView(statuses=())
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self._why_not = self.addAction("")
        self._why_not.setEnabled(False)
        self._why_not.setVisible(False)
        self._entries: dict[int, QAction] = {}
        self.triggered.connect(self._on_triggered)
        # Beside an icon the room that all menus leave before their words is too much.
        self.setStyleSheet("QMenu::item { padding-left: 8px; } QMenu::icon { margin-left: 8px; }")
        self.setTitle(self.tr("Status"))

    def set_view(self, view: PresenceView) -> None:
        """Offer these statuses and tick the present one."""
        before, self._view = self._view, view
        if view.statuses != before.statuses:
            self._build()
        reason = status_words.why_not(view)
        self._why_not.setText(text.menu(reason))
        self._why_not.setVisible(bool(reason))
        for entry in self._entries.values():
            entry.setEnabled(not reason)
        self._tick()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _build(self) -> None:
        for entry in self._entries.values():
            self._group.removeAction(entry)
            self.removeAction(entry)
            entry.deleteLater()
        self._entries = {}
        for status in self._view.statuses:
            entry = self.addAction(text.menu(text.plain(status_words.name(status))))
            entry.setCheckable(True)
            self._group.addAction(entry)
            entry.setData(status.code)
            self._entries[status.code] = entry
        self._draw()

    def _draw(self) -> None:
        for status in self._view.statuses:
            entry = self._entries[status.code]
            is_now = status.code == self._view.code
            # A tick beside an icon is drawn in a way that nobody sees: it takes the icon's place.
            drawn = Icon.TICK if is_now else status_words.icon(status.code)
            ink = colour(Token.ACCENT_TEXT) if is_now else _ink(status)
            entry.setIcon(icons.qicon(drawn, ink, (_ICON_PX,)))

    def _tick(self) -> None:
        for code, entry in self._entries.items():
            entry.setChecked(code == self._view.code)
        self._draw()

    def _on_triggered(self, entry: QAction) -> None:
        self._tick()  # Qt has moved the tick; only the service may
        self.status_requested.emit(entry.data())


class StatusPill(PillButton):
    """The agent's status, which opens a menu of all; hidden where there is none to speak of.

    Signals: ``status_requested(int)``.
    """

    status_requested = Signal(int)

    def __init__(self, clock: Clock) -> None:
        super().__init__(Icon.STALE, "…")
        self._clock = clock
        self._view = PresenceView()
        self._menu = StatusMenu(self)
        self._menu.status_requested.connect(self.status_requested)
        self.clicked.connect(self._on_clicked)
        self.hide()

    @property
    def view(self) -> PresenceView:
        """What is shown."""
        return self._view

    @property
    def menu_of_statuses(self) -> QMenu:
        """What a press opens."""
        return self._menu

    def set_view(self, view: PresenceView) -> None:
        """Show this status; nothing is touched where nothing changed."""
        if view == self._view:
            return
        before, self._view = self._view, view
        self._menu.set_view(view)
        icon, said, tone = status_words.pill(view)
        self.set_state(icon, said, tone)
        self.set_name(self.tr("Status: {status}").format(status=text.plain(said)))
        text.set_tool_tip(self, status_words.details(view, self._clock.now()))
        self.setVisible(view.is_there)
        if before.stage in PENDING and view.stage is Stage.SETTLED and view.code is not None:
            text.announce(self, said)

    def open_menu(self) -> None:
        """Show the statuses, with the keyboard in them."""
        self._menu.ensurePolished()
        size = self._menu.sizeHint()
        x = 0 if self.is_rtl else self.width() - size.width()
        self._menu.popup(self.mapToGlobal(QPoint(x, self.height() + _BELOW_PX)))

    def _on_clicked(self) -> None:
        # The time of day that the tool tip speaks of may be yesterday's by now.
        text.set_tool_tip(self, status_words.details(self._view, self._clock.now()))
        self.open_menu()


def _ink(status: Status) -> QColor:
    """The account's own colour where it can be seen on a menu, else that of the status."""
    own, ground = QColor(status.color), colour(Token.RAISED)
    is_free = own.isValid() and not tokens().is_high_contrast
    if is_free and _contrast(own, ground) >= _LEAST_CONTRAST:
        return own
    return colour(status_words.tone(status.code).fg)


def _contrast(one: QColor, other: QColor) -> float:
    """How much two colours differ in lightness, 1 to 21 (close to that of WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(of: QColor) -> float:
    red, green, blue = (math.pow(part, _GAMMA) for part in (of.redF(), of.greenF(), of.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
