from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from agent_desk.core.resources import resource_path, resource_text
from agent_desk.ui import icons
from agent_desk.ui.icons import MIRRORED, Icon

RED = QColor("#B01220")
pytestmark = pytest.mark.usefixtures("qapp")


def test_every_icon_is_drawn_in_the_colour_asked_for() -> None:
    for icon in Icon:
        image = icons.pixmap(icon, 24, RED).toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() > 250
        ]
        assert inked, icon
        for shade in inked:
            # Anti-aliasing rounds a channel by one or two.
            assert abs(shade.red() - RED.red()) <= 2, icon
            assert abs(shade.green() - RED.green()) <= 2, icon
            assert abs(shade.blue() - RED.blue()) <= 2, icon


def test_no_file_lies_unused() -> None:
    used = {f"{icon.value}.svg" for icon in Icon}
    there = {
        f"{folder}/{file.name}"
        for folder in ("outline", "filled")
        for file in resource_path(f"icons/{folder}").iterdir()
    }
    assert there == used
    assert "MIT License" in resource_text("icons/LICENSE")


@pytest.mark.parametrize("dpr", [1.0, 1.25, 1.5, 2.0])
def test_pixels_are_those_of_the_device(dpr: float) -> None:
    drawn = icons.pixmap(Icon.NOTE, 20, RED, dpr=dpr)
    assert drawn.width() == round(20 * dpr)
    assert drawn.devicePixelRatio() == dpr


@pytest.mark.parametrize("icon", [Icon.NOTE, Icon.LINK_OUT, Icon.FORWARD, Icon.BACK])
def test_what_points_along_the_line_is_mirrored(icon: Icon) -> None:
    plain = icons.pixmap(icon, 20, RED, dpr=2).toImage()
    turned = icons.pixmap(icon, 20, RED, is_rtl=True, dpr=2).toImage()
    assert icon in MIRRORED
    assert plain != turned
    assert plain.flipped(Qt.Orientation.Horizontal).size() == turned.size()


@pytest.mark.parametrize("icon", [Icon.PHONE, Icon.TALKING, Icon.CLOCK, Icon.PLAY, Icon.LOGO])
def test_phones_clocks_and_play_never_turn(icon: Icon) -> None:
    plain = icons.pixmap(icon, 20, RED).toImage()
    assert plain == icons.pixmap(icon, 20, RED, is_rtl=True).toImage()


def test_strokes_are_thinner_from_20_px() -> None:
    def weight(size: int) -> float:
        image = icons.pixmap(Icon.CLOSE, size, RED, dpr=4).toImage()
        side = image.width()
        ink = sum(image.pixelColor(x, y).alphaF() for x in range(side) for y in range(side))
        return ink / side**2

    assert weight(20) < weight(16) * 0.92


def test_icons_for_menus_hold_sharp_pixels() -> None:
    made = icons.qicon(Icon.SETTINGS, RED)
    assert {(size.width(), size.height()) for size in made.availableSizes()} >= {(16, 16), (32, 32)}
