"""Pops on two screens of different scale, printed as JSON; run with the platform set up so.

For each screen: its free part, the card as it stands, and the scale that it is painted in.
"""

from __future__ import annotations

import json
import sys
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from agent_desk.ui.pop_stack import PopStack
from agent_desk.ui.theme import Theme
from tests.helpers.clock import FakeClock
from tests.ui.pictures import START, dana

_MOMENT_MS: Final = 20


def main() -> None:
    """Let one call stand on each screen in turn, and back on the first."""
    app = QApplication([])
    Theme.apply(app, "light")
    clock = FakeClock(START)
    screens = QGuiApplication.screens()
    here = [screens[0]]
    stack = PopStack(clock, lambda: here[0])
    while not stack.warm_up():
        pass
    found = []
    for screen in (*screens, screens[0]):
        here[0] = screen
        stack.set_cards((dana(clock),), None, lambda _card: False)
        (pop,) = stack.pops()
        QTest.qWait(_MOMENT_MS)
        card = QRect(pop.mapToGlobal(QPoint(pop.margin, pop.margin)), pop.face.size())
        free = screen.availableGeometry()
        found.append(
            {
                "free": free.getRect(),
                "card": card.getRect(),
                "window": pop.size().toTuple(),
                "scale": pop.devicePixelRatio(),
                "painted": pop.grab().size().toTuple(),
            }
        )
    stack.close_all()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
