"""Type: the bundled family, the twelve roles of text, and their measures.

IBM Plex Sans with its Hebrew and Arabic companions is used as shipped: digits are tabular and
equally wide in all three, so that numbers stay in step in mixed lines.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from agent_desk.core.resources import resource_bytes

_FILES: Final = tuple(
    f"fonts/{folder}/{stem}-{weight}.woff"
    for folder, stem in (
        ("ibm-plex-sans", "IBMPlexSans"),
        ("ibm-plex-sans-hebrew", "IBMPlexSansHebrew"),
        ("ibm-plex-sans-arabic", "IBMPlexSansArabic"),
    )
    for weight in ("Regular", "Medium", "SemiBold")
)
FAMILIES: Final = ("IBM Plex Sans", "IBM Plex Sans Hebrew", "IBM Plex Sans Arabic")
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_ARABIC_DEPTH: Final = 0.45
"""How far the dots of a final yeh reach below the baseline, in the size of the type."""
_TRACKED_FROM_PX: Final = 24
_TRACKING_PERCENT: Final = 98.5


class Role(Enum):
    """A kind of text: name, size in px, height of its line in px, weight."""

    CAPTION = ("caption", 11, 16, 500)
    LABEL = ("label", 12, 16, 400)
    LABEL_STRONG = ("label strong", 12, 16, 500)
    BODY = ("body", 13, 20, 400)
    ACTION = ("action", 13, 20, 500)
    SECTION = ("section", 13, 20, 600)
    VALUE = ("value", 14, 20, 500)
    NUMBER = ("number", 15, 24, 500)
    STATE = ("state", 15, 24, 600)
    PAGE = ("page", 20, 28, 600)
    CALLER = ("caller", 24, 32, 600)
    SIGN_IN = ("sign in", 28, 36, 600)

    @property
    def size(self) -> int:
        """Height of the type in px."""
        return self.value[1]

    @property
    def line(self) -> int:
        """Height of one line in px, whatever script is in it."""
        return self.value[2]

    @property
    def weight(self) -> int:
        """400, 500 or 600."""
        return self.value[3]


_TRACKED: Final = frozenset(role for role in Role if role.size >= _TRACKED_FROM_PX)


class _Cache:
    """Fonts and metrics already built, for one choice of families."""

    def __init__(self) -> None:
        self.families: tuple[str, ...] = FAMILIES
        self.is_loaded = False
        self.fonts: dict[tuple[Role, bool], QFont] = {}
        self.metrics: dict[tuple[Role, bool], QFontMetricsF] = {}


_cache: Final = _Cache()


def load() -> None:
    """Make the bundled fonts known to Qt; needs a QGuiApplication, does nothing when repeated."""
    if _cache.is_loaded:
        return
    _cache.is_loaded = True
    for name in _FILES:
        QFontDatabase.addApplicationFontFromData(resource_bytes(name))


def choose(language: str = "en", *, is_system: bool = False) -> None:
    """Take the script of ``language`` first, or the system's font with Plex behind it.

    Apply the theme afterwards: Qt's own widgets get their font there.
    """
    first = {"he": FAMILIES[1], "ar": FAMILIES[2]}.get(language[:2], FAMILIES[0])
    families = (first, *(name for name in FAMILIES if name != first))
    if is_system:
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        families = (system, *families)
    _cache.families = families
    _cache.fonts.clear()
    _cache.metrics.clear()
    width.cache_clear()
    baseline.cache_clear()


def font(role: Role, text: str = "") -> QFont:
    """The font for ``text`` in ``role``; do not change it, it is shared.

    Large type is set a little tighter, except Arabic, whose letters must stay joined.
    """
    key = _key(role, text)
    found = _cache.fonts.get(key)
    if found is None:
        load()
        found = QFont(list(_cache.families))
        found.setPixelSize(role.size)
        found.setWeight(QFont.Weight(role.weight))
        found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if _cache.families[0] not in FAMILIES:
            found.setFeature(QFont.Tag("tnum"), 1)
        if key[1]:
            found.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _TRACKING_PERCENT)
        _cache.fonts[key] = found
    return found


def metrics(role: Role, text: str = "") -> QFontMetricsF:
    """Measures of ``font(role, text)``: those of the first family, not of a fallback."""
    key = _key(role, text)
    found = _cache.metrics.get(key)
    if found is None:
        found = _cache.metrics[key] = QFontMetricsF(font(role, text))
    return found


@lru_cache(maxsize=2048)
def baseline(role: Role, text: str, height: float) -> float:
    """How many px below the top of a line of ``height`` px the baseline of ``text`` lies.

    In the middle by the main font; a little higher where Arabic letters, which reach deeper than
    the main font tells, would otherwise be cut.
    """
    measures = metrics(role, text)
    middle = (height + measures.ascent() - measures.descent()) / 2
    # All of an Arabic window, so that a name or a number stays in step with its neighbours.
    if _cache.families[0] == FAMILIES[2] or _ARABIC.search(text):
        return min(middle, height - role.size * _ARABIC_DEPTH)
    return middle


@lru_cache(maxsize=2048)
def width(role: Role, text: str) -> float:
    """How many px ``text`` takes on one line; kept, for a layout asks again and again."""
    return metrics(role, text).horizontalAdvance(text)


def elided(role: Role, text: str, room: float) -> str:
    """``text``, cut at its end with an ellipsis where it is wider than ``room`` px."""
    return metrics(role, text).elidedText(text, Qt.TextElideMode.ElideRight, room)


@lru_cache(maxsize=2048)
def _key(role: Role, text: str) -> tuple[Role, bool]:
    return role, role in _TRACKED and not _ARABIC.search(text)
