"""Icons: Tabler drawings by what they mean, in any colour, mirrored where a mirror makes sense."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from math import hypot
from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from agent_desk.core.resources import resource_text

_THIN_FROM_PX: Final = 20


class Icon(StrEnum):
    """A meaning and the file below ``resources/icons`` that draws it."""

    RINGING = "filled/bell-ringing"
    TALKING = "filled/phone-call"
    HELD = "filled/player-pause"
    MUTED = "outline/circle-off"
    RECORDING = "filled/player-record"
    ENDED = "outline/phone-end"
    MISSED = "outline/phone-x"
    ANSWERED = "outline/phone-incoming"
    OUTGOING = "outline/phone-outgoing"
    DECLINED = "outline/phone-off"
    TAKEN = "outline/users"
    GAVE_UP = "outline/clock-x"
    BLOCK = "outline/hand-stop"
    NOTE = "outline/note"
    STORY = "outline/route"
    PIN = "outline/pin"
    PINNED = "filled/pin"
    COPY = "outline/copy"
    LINK_OUT = "outline/external-link"
    COMPANY = "outline/building-skyscraper"
    VIP = "outline/crown"
    WHY = "outline/info-circle"
    MORE = "outline/dots"
    CLOSE = "outline/x"
    DESK = "outline/layout-dashboard"
    HISTORY = "outline/history"
    QUEUES = "outline/stack-2"
    CAMPAIGNS = "outline/speakerphone"
    SETTINGS = "outline/settings"
    CONNECTED = "outline/plug-connected"
    CONNECTION_LOST = "outline/plug-connected-x"
    OFFLINE = "outline/cloud-off"
    REFRESH = "outline/refresh"
    PENDING = "outline/loader-2"
    FAILED = "outline/alert-triangle"
    CONFIRMED = "outline/circle-check"
    AVAILABLE = "filled/circle-check"
    STALE = "outline/clock-question"
    RECOVERED = "outline/cloud-download"
    EYE = "outline/eye"
    EYE_OFF = "outline/eye-off"
    DIALPAD = "outline/dialpad"
    PHONE = "outline/phone"
    SEARCH = "outline/search"
    CALENDAR = "outline/calendar-event"
    SCHEDULED = "outline/calendar-time"
    SCHEDULE = "outline/calendar-plus"
    CLOCK = "outline/clock"
    PLAY = "filled/player-play"
    STOP = "filled/player-stop"
    PLAYABLE = "outline/player-play"
    DOWNLOAD = "outline/download"
    TABLE_FILE = "outline/file-spreadsheet"
    LINK = "outline/link"
    EDIT = "outline/pencil"
    JOIN = "outline/door-enter"
    LEAVE = "outline/door-exit"
    BREAK = "outline/coffee"
    WAITING_LONG = "outline/hourglass-high"
    LANGUAGE = "outline/language"
    CHECK_LINE = "outline/activity"
    LOGO = "outline/headset"
    EMPTY = "outline/inbox"
    PERSON = "outline/user"
    DOWN = "outline/chevron-down"
    UP = "outline/chevron-up"
    BACK = "outline/chevron-left"
    FORWARD = "outline/chevron-right"
    TICK = "outline/check"
    STAR = "outline/star"
    STARRED = "filled/star"


MIRRORED: Final = frozenset({Icon.LINK_OUT, Icon.NOTE, Icon.BACK, Icon.FORWARD})
"""Icons that point along the reading direction; phones, clocks and play never turn."""


def pixmap(
    icon: Icon, size: int, colour: QColor, *, is_rtl: bool = False, dpr: float = 1.0
) -> QPixmap:
    """``icon`` as a square of ``size`` logical px, kept for the next time.

    The pixels are those of the device, so the result is sharp at any scale.
    """
    return _render(icon, size, colour.rgba(), is_rtl and icon in MIRRORED, dpr)


def device_ratio(painter: QPainter) -> float:
    """How many device pixels stand for one logical px, fractions and pictures included."""
    transform = painter.deviceTransform()
    return round(hypot(transform.m11(), transform.m12()), 4) or 1.0


def paint(
    painter: QPainter, icon: Icon, at: QPointF, size: int, colour: QColor, *, is_rtl: bool = False
) -> None:
    """Draw ``icon`` with its left upper corner at ``at`` (logical px)."""
    dpr = device_ratio(painter)
    drawn = pixmap(icon, size, colour, is_rtl=is_rtl, dpr=dpr)
    # On whole device pixels, or the strokes blur at 1.25 and 1.5.
    painter.drawPixmap(QPointF(round(at.x() * dpr) / dpr, round(at.y() * dpr) / dpr), drawn)


def qicon(icon: Icon, colour: QColor, sizes: tuple[int, ...] = (16, 20, 32)) -> QIcon:
    """``icon`` for Qt's own menus and the tray; build it again when the theme changed."""
    made = QIcon()
    for size in sizes:
        for dpr in (1.0, 2.0):
            made.addPixmap(pixmap(icon, size, colour, dpr=dpr))
    return made


@cache
def _source(icon: Icon) -> str:
    return resource_text(f"icons/{icon.value}.svg")


@lru_cache(maxsize=512)
def _render(icon: Icon, size: int, rgba: int, is_mirrored: bool, dpr: float) -> QPixmap:
    colour = QColor.fromRgba(rgba)
    stroke = "1.75" if size >= _THIN_FROM_PX else "2"
    drawing = _source(icon).replace("currentColor", colour.name())
    drawing = drawing.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    side = round(size * dpr)
    result = QPixmap(QSize(side, side))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setOpacity(colour.alphaF())
    if is_mirrored:
        painter.translate(side, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    result.setDevicePixelRatio(dpr)
    return result
