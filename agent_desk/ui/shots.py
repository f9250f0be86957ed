"""Pictures of windows as they stand on the desktop, for the demo and for looking at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from agent_desk.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_GROUNDS: Final = {False: "#DCE0E7", True: "#0A0C0E"}
"""What lies below floating windows, for light and for dark colours."""


def picture(windows: Sequence[QWidget], *, sharpness: float | None = None) -> QImage:
    """``windows`` in their places on a plain desktop.

    ``sharpness`` is how many pixels stand for one of the layout's, by default as many as on their
    screen. ``ValueError`` without windows.
    """
    if not windows:
        msg = "a picture of nothing"
        raise ValueError(msg)
    whole = QRect()
    for window in windows:
        whole = whole.united(window.geometry())
    dpr = sharpness or windows[0].devicePixelRatioF()
    image = QImage(whole.size() * dpr, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(dpr)
    image.fill(QColor(_GROUNDS[tokens().is_dark]))
    painter = QPainter(image)
    flags = QWidget.RenderFlag.DrawChildren | QWidget.RenderFlag.DrawWindowBackground
    for window in windows:
        spot = window.geometry().topLeft() - whole.topLeft()
        window.render(painter, spot, renderFlags=flags)
    painter.end()
    return image
