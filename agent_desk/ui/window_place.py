"""A window that stands where it stood, for each set of screens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from agent_desk.core.window_place import (
    PlaceStore,
    Rect,
    ScreenPlace,
    WindowPlace,
    fitted,
    setup_name,
    with_place,
)
from agent_desk.ui.screens import ScreenWatch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_REST_MS: Final = 500
_SETTLE_MS: Final = 1_000
_MAXIMISED: Final = Qt.WindowState.WindowMaximized
_MOVED: Final = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange})


class WindowPlaces(QObject):
    """Puts ``window`` where it stood last on these screens and notes where it is moved to.

    Make it before the window is shown. Places are kept a moment after a change and when the window
    is hidden. On Wayland there are no positions: size and state are kept alone.
    """

    def __init__(self, window: QWidget, store: PlaceStore) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self._has_positions = "wayland" not in QGuiApplication.platformName()
        self._places = store.load()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._note)
        # The system moves windows by itself for a while after a screen has come or gone.
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._on_settle_timeout)
        self._screens = ScreenWatch(self)
        self._screens.changed.connect(self._on_screens_changed)
        self._setup = setup_name(screens_now())
        self._restore(self._places.get(self._setup))
        window.installEventFilter(self)

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and self._rest.isActive():
            # It may be the last thing that it does.
            self._rest.stop()
            self._note()
        elif event.type() in _MOVED and self._window.isVisible() and not self._settle.isActive():
            self._rest.start()
        return False

    def _restore(self, place: WindowPlace | None) -> None:
        if place is None:
            return
        place = fitted(place, screens_now())
        window = self._window
        if window.isMaximized() and not place.is_maximised:
            window.showNormal()
        window.resize(place.width, place.height)
        if place.x is not None and place.y is not None and self._has_positions:
            window.move(place.x, place.y)
        if place.is_maximised and not window.isMaximized():
            window.setWindowState(window.windowState() | _MAXIMISED)

    def _present(self) -> WindowPlace:
        """Where the window stands, and what it would be without its being maximised."""
        window = self._window
        is_plain = not (window.isMaximized() or window.isFullScreen() or window.isMinimized())
        known = self._places.get(self._setup)
        if is_plain or known is None:
            normal = window.normalGeometry() if not is_plain else QRect(window.pos(), window.size())
            known = WindowPlace(normal.width(), normal.height())
            if self._has_positions:
                known = replace(known, x=normal.x(), y=normal.y())
        is_maximised = known.is_maximised if window.isMinimized() else window.isMaximized()
        return replace(known, is_maximised=is_maximised)

    def _note(self) -> None:
        place = self._present()
        if place.width > 0 and place.height > 0 and place != self._places.get(self._setup):
            self._places = with_place(self._places, self._setup, place)
            self._store.save(self._places)

    def _on_screens_changed(self) -> None:
        self._rest.stop()
        self._settle.start()

    def _on_settle_timeout(self) -> None:
        setup = setup_name(screens_now())
        if setup != self._setup:
            self._setup = setup
            # Where nothing is known it stays where the system has put it, if that can be seen.
            self._restore(self._places.get(setup) or self._present())


def screens_now() -> list[ScreenPlace]:
    """The screens as they are, the main one first."""
    return [
        ScreenPlace(
            screen.name(),
            _rect(screen.geometry()),
            _rect(screen.availableGeometry()),
            screen.devicePixelRatio(),
        )
        for screen in QGuiApplication.screens()
    ]


def _rect(of: QRect) -> Rect:
    return Rect(of.x(), of.y(), of.width(), of.height())
