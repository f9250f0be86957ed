from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from agent_desk.ui.main_window import MainWindow

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


class LowScreen:
    """A common screen at 200 %."""

    class _Area:
        @staticmethod
        def height() -> int:
            return 540

    def availableGeometry(self) -> _Area:
        return self._Area()


def test_on_a_low_screen_the_window_can_be_low(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainWindow, "screen", lambda _self: LowScreen())
    window = MainWindow(QWidget())
    qtbot.addWidget(window)
    assert window.size() == QSize(440, 500)
    assert window.minimumHeight() == 500


def test_elsewhere_it_keeps_its_measure(qtbot: QtBot, qapp: QApplication) -> None:
    window = MainWindow(QWidget())
    qtbot.addWidget(window)
    assert qapp.primaryScreen().availableGeometry().height() > 720
    assert window.minimumSize() == QSize(440, 680)
