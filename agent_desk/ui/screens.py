"""Screens that come, go, or change their size or scale."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen


class ScreenWatch(QObject):
    """Tells once when a change of the screens is over, however many things changed with it.

    Signals: ``changed()`` in a later turn of the loop.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_over = False
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self.changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screen_added)
            app.screenRemoved.connect(self._on_changed)
            app.primaryScreenChanged.connect(self._on_changed)
        for screen in QGuiApplication.screens():
            self._follow(screen)

    def stop(self) -> None:
        """Tell nothing from now on."""
        self._is_over = True
        self._turn.stop()

    def _follow(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._on_changed)
        screen.logicalDotsPerInchChanged.connect(self._on_changed)
        screen.physicalDotsPerInchChanged.connect(self._on_changed)

    def _on_screen_added(self, screen: QScreen) -> None:
        self._follow(screen)
        self._on_changed()

    def _on_changed(self, *_what: object) -> None:
        if not self._is_over:
            self._turn.start(0)
