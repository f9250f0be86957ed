"""What two pictures may differ in and still be the same, and what no longer passes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from agent_desk.ui import fonts
from tests.helpers.picture_match import SIZE_PX, match, side_by_side

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@dataclass(frozen=True)
class Screen:
    """A small card as the program's look: words, a button, an icon."""

    title: str = "Dana Levi"
    number: str = "+972 50-123-4567"
    line: str = "Sales Queue · 072-277-1234"
    ground: str = "#FFFFFF"
    ink: str = "#1B1F24"
    quiet: str = "#5A6472"
    accent: str = "#2457C5"
    button: tuple[float, float] = (16, 96)
    words: tuple[float, float] = (0, 0)
    has_icon: bool = True
    size: tuple[int, int] = (320, 160)

    def draw(self) -> QImage:
        image = QImage(QSize(*self.size), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(QColor(self.ground))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.has_icon:
            painter.setBrush(QColor(self.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QRectF(290, 16, 12, 12))
        place = QRectF(QPointF(*self.button), QSize(120, 40))
        painter.setBrush(QColor(self.accent))
        painter.drawRoundedRect(place, 6, 6)
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(fonts.font(fonts.Role.ACTION))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "Mute recording")
        painter.translate(QPointF(*self.words))
        for role, colour, top, words in (
            (fonts.Role.VALUE, self.ink, 32, self.title),
            (fonts.Role.BODY, self.ink, 56, self.number),
            (fonts.Role.BODY, self.quiet, 76, self.line),
        ):
            painter.setFont(fonts.font(role))
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(16, top), words)
        painter.end()
        return image


def heavier(image: QImage, percent: int) -> QImage:
    """The picture with all edges a little darker or lighter, as another renderer smooths them."""
    smooth = Qt.TransformationMode.SmoothTransformation
    half = image.scaled(image.size() / 2, mode=smooth).scaled(image.size(), mode=smooth)
    result = QImage(image)
    painter = QPainter(result)
    painter.setOpacity(percent / 100)
    painter.drawImage(0, 0, half)
    painter.end()
    return result


@pytest.fixture
def approved(qapp: QApplication) -> QImage:
    assert qapp is not None
    fonts.choose("en")
    return Screen().draw()


@pytest.mark.parametrize(
    "seen",
    [
        Screen(),
        Screen(words=(1, 0)),
        Screen(words=(-1, 1)),
        Screen(words=(0.5, 0.3)),
        Screen(button=(17, 96)),
        Screen(size=(320 + SIZE_PX, 160)),
        Screen(accent="#2658C6", ink="#1D2126"),
    ],
    ids=lambda screen: str(screen)[:60],
)
def test_what_nobody_would_call_a_difference_passes(approved: QImage, seen: Screen) -> None:
    result = match(approved, seen.draw())
    assert result.is_same, str(result)


def test_softer_edges_pass(approved: QImage) -> None:
    result = match(approved, heavier(approved, 30))
    assert result.is_same, str(result)


@pytest.mark.parametrize(
    "seen",
    [
        Screen(line="Sales · 072-277-1234"),
        Screen(title="Dana Lev"),
        Screen(number=""),
        Screen(title="Dina Levi"),
        Screen(button=(19, 96)),
        Screen(button=(16, 93)),
        Screen(words=(3, 0)),
        Screen(accent="#C52424"),
        Screen(ink="#C52424"),
        Screen(quiet="#C52424"),
        Screen(quiet="#9AA4B2"),
        Screen(accent="#1E6B4F"),
        Screen(words=(0, 3)),
        Screen(ground="#EEF1F5"),
        Screen(has_icon=False),
        Screen(size=(320, 160 + SIZE_PX + 1)),
    ],
    ids=lambda screen: str(screen)[:60],
)
def test_what_a_person_would_see_fails(approved: QImage, seen: Screen) -> None:
    result = match(approved, seen.draw())
    assert not result.is_same, str(result)


def test_the_sheet_shows_all_three(approved: QImage) -> None:
    seen = Screen(title="Dina Levi").draw()
    sheet = side_by_side(approved, seen, match(approved, seen).faults)
    assert sheet.width() > 3 * approved.width()
    assert sheet.pixelColor(5, 5) == QColor("#FFFFFF")
    assert sheet.pixelColor(sheet.width() - 5, 5) == QColor("#000000")
