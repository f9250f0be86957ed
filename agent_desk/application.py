"""Qt's application as this program wants it: named, in its language, its messages in the log."""

from __future__ import annotations

import logging
import sys
from typing import Final

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from agent_desk import __version__
from agent_desk.ui import accessible, language

_QT_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

# What a platform without a window manager says of every window; nobody can act on it.
_CANNOT: Final = "This plugin does not support "


class Application(QApplication):
    """Qt's application, with its own wish to end the program turned into a request.

    Qt must never end the loop under running tasks; the main coroutine leaves by itself. An event
    filter would do the same, but it sees the events of every object: that cost each pop a
    millisecond. Signals: ``quit_wanted()``.
    """

    quit_wanted = Signal()

    def event(self, event: QEvent) -> bool:
        """Swallow ``QEvent.Quit`` and pass it on."""
        if event.type() == QEvent.Type.Quit:
            self.quit_wanted.emit()
            return True
        return super().event(event)


def new_application(chosen_language: str) -> Application:
    """Qt's application, speaking ``chosen_language`` (``he``), empty for the system's."""
    qInstallMessageHandler(_on_qt_message)
    app = Application(sys.argv[:1])
    app.setApplicationName("agent_desk")
    app.setApplicationVersion(__version__)
    app.setQuitOnLastWindowClosed(False)
    language.install(app, chosen_language)
    accessible.install()
    return app


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's own messages go where all others go."""
    level = _QT_LEVELS.get(kind, logging.WARNING)
    if message.startswith(_CANNOT):
        level = logging.DEBUG
    logging.getLogger("qt").log(level, "%s", message)
