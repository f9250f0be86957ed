"""What is on the screen first: the main window with the sign-in page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, QThread, QTimer

from agent_desk.ui.main_window import MainWindow
from agent_desk.ui.sign_in import SignInPage

if TYPE_CHECKING:
    from agent_desk.core.identity import LoginKind

# A window on another virtual desktop is not painted before somebody goes there.
_LONGEST_MS: Final = 1_000
# The system puts on the screen what was painted a moment ago.
_TO_THE_SCREEN_MS: Final = 10


class Front:
    """Light enough to be painted before the rest of the program is imported, asyncio included.

    ``Shell`` builds all the other pages and windows around it.
    """

    def __init__(self) -> None:
        self.sign_in = SignInPage()
        self.window = MainWindow(self.sign_in)
        self.is_shown = False
        self.was_closed = False
        self.window.close_requested.connect(self._on_close_requested)

    def show(self, kind: LoginKind, identity: str) -> None:
        """Ask who the agent is, unless the window is to stay in the background."""
        self.is_shown = True
        self.sign_in.show_form(kind, identity, has_keyring=True)
        self.window.present()
        self.sign_in.focus_first()

    def wait_painted(self) -> None:
        """Return once the window is on the screen, or is not going to be.

        This runs a loop of Qt. Inside another one, the program's own, it is a ``RuntimeError``.
        """
        if QThread.currentThread().loopLevel():
            msg = "a loop is running already"
            raise RuntimeError(msg)
        if self.window.isVisible() and not self.window.isMinimized():
            watch = _PaintWatch(self.window)
            QTimer.singleShot(_LONGEST_MS, watch.loop, watch.loop.quit)
            watch.loop.exec()
            watch.deleteLater()

    def _on_close_requested(self) -> None:
        self.was_closed = True


class _PaintWatch(QObject):
    """Ends its ``loop`` after the first paint of ``widget``."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self.loop = QEventLoop(self)
        widget.installEventFilter(self)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            widget.removeEventFilter(self)
            QTimer.singleShot(_TO_THE_SCREEN_MS, self.loop, self.loop.quit)
        return False
