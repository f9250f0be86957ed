"""A program of somebody else in which a person types: a plain text window.

Answers every line on stdin with what stands in it and how often it lost the keyboard;
``{"full screen": true}`` and ``false`` are obeyed first.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QEvent, QSocketNotifier
from PySide6.QtWidgets import QApplication, QPlainTextEdit


class TextWindow(QPlainTextEdit):
    """Notes each loss of the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self._losses = 0
        self._asked = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._asked.activated.connect(self._on_asked_activated)
        self.setWindowTitle("Customer records")
        self.resize(900, 700)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.FocusOut):
            self._losses += 1
        return super().event(event)

    def report(self) -> None:
        """Write what there is to know to stdout."""
        known = {"window": int(self.winId()), "text": self.toPlainText(), "losses": self._losses}
        sys.stdout.write(json.dumps(known) + "\n")
        sys.stdout.flush()

    def _on_asked_activated(self) -> None:
        line = sys.stdin.readline()
        if not line:
            QApplication.quit()
            return
        wish = json.loads(line)
        if "full screen" in wish:
            self.showFullScreen() if wish["full screen"] else self.showNormal()
        self.report()


def main() -> None:
    """Show the window and run until stdin ends."""
    app = QApplication([])
    window = TextWindow()
    window.show()
    window.report()
    app.exec()


if __name__ == "__main__":
    main()
