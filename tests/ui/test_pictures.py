from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage

from agent_desk.ui import language
from agent_desk.ui.theme import Theme
from tests.ui import pictures
from tests.ui.finders import drop_deleted, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

# Pictures of parts, and not of windows.
PARTS = ("day-", "guard-states-", "history-", "queues-", "screen-edge-", "status-", "team-")


@pytest.fixture
def studio(qapp: QApplication, tmp_path: Path) -> Iterator[pictures.Studio]:
    yield pictures.Studio(qapp, tmp_path / "pictures")
    drop_deleted()
    language.install(qapp, "en")
    QLocale.setDefault(QLocale.c())
    Theme.apply(qapp, "light")


@pytest.mark.qt_log_ignore("setting window masks", "grabbing the keyboard", extend=True)
@pytest.mark.parametrize("scene", pictures.SCENES, ids=lambda scene: scene.__name__)
def test_every_screen_can_be_drawn(
    studio: pictures.Studio, scene: Callable[[pictures.Studio], None]
) -> None:
    scene(studio)
    drawn = list(studio.folder.glob("*.png"))
    assert drawn
    for path in drawn:
        if path.stem.startswith(PARTS):
            continue
        image = QImage(str(path))
        assert image.width() >= 440
        assert image.height() >= 200


def test_a_picture_in_a_language_speaks_it(studio: pictures.Studio) -> None:
    studio.look("light", "he")
    studio.shell.show_sign_in()
    assert "כניסה" in said(studio.shell.window)
    assert studio.shell.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    studio.shell.close_all()
