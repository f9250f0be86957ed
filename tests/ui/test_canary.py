"""Guards the pin of PySide6: a build that over-releases None kills the program within minutes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

REPAINTS = 300
NOISE = 50


class Painted(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A Python override that gives None back to C++."""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there")
def test_painting_takes_no_reference_off_none(qtbot: QtBot) -> None:
    widget = Painted()
    qtbot.addWidget(widget)
    widget.show()
    widget.repaint()
    before = sys.getrefcount(None)
    for _ in range(REPAINTS):
        widget.repaint()
    assert before - sys.getrefcount(None) < NOISE
