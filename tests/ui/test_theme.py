from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from agent_desk.ui import fonts, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.theme import Scheme, Theme, Token, Tokens, Tone, colour, tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SCHEMES = [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST]
SHEETS = [Token.WINDOW, Token.SURFACE, Token.RAISED]
GREY_GROUNDS = [*SHEETS, Token.SUNKEN, Token.HOVER]
TINTS = [tone.bg for tone in Tone]
TEXT_PAIRS = [
    *[(Token.TEXT, ground) for ground in {*GREY_GROUNDS, *TINTS}],
    *[(Token.TEXT2, ground) for ground in {*GREY_GROUNDS, *TINTS}],
    *[(Token.TEXT3, ground) for ground in [*SHEETS, Token.SUNKEN, Token.ACCENT_BG]],
    *[(Token.ACCENT_TEXT, ground) for ground in [*SHEETS, Token.SUNKEN, Token.RINGING_BG]],
    *[(tone.fg, tone.bg) for tone in Tone],
    *[(tone.fg, ground) for tone in Tone for ground in SHEETS],
    (Token.ON_ACCENT, Token.ACCENT),
    (Token.ON_SOLID, Token.SOLID),
    (Token.ON_INK, Token.INK),
]
CONTROL_PAIRS = [
    *[(Token.CONTROL, ground) for ground in [*SHEETS, Token.SUNKEN, Token.RINGING_BG]],
    *[(Token.FOCUS, ground) for ground in SHEETS],
    *[(Token.ACCENT, ground) for ground in SHEETS],
    *[(Token.INK, ground) for ground in SHEETS],
    *[(Token.SOLID, ground) for ground in SHEETS],
]


def luminance(value: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (value.redF(), value.greenF(), value.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_can_be_read_on_every_ground_they_stand_on(scheme: Scheme) -> None:
    now = Tokens(scheme)
    weak = {
        f"{ink} on {ground}": round(ratio, 2)
        for ink, ground in TEXT_PAIRS
        if (ratio := contrast(now[ink], now[ground])) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_controls_and_focus_stand_out(scheme: Scheme) -> None:
    now = Tokens(scheme)
    weak = {
        f"{ink} on {ground}": round(ratio, 2)
        for ink, ground in CONTROL_PAIRS
        if (ratio := contrast(now[ink], now[ground])) < 3
    }
    assert weak == {}


def test_theme_reaches_palette_and_tokens_and_tells(qapp: QApplication) -> None:
    theme = Theme.apply(qapp, "light")
    heard: list[Scheme] = []
    theme.changed.connect(lambda: heard.append(tokens().scheme))
    assert Theme.apply(qapp, "dark") is theme
    assert heard == [Scheme.DARK]
    assert qapp.palette().color(QPalette.ColorRole.Window) == colour(Token.WINDOW)
    assert colour(Token.WINDOW) == QColor("#14161A")
    theme.changed.disconnect()
    Theme.apply(qapp, "light")


def test_system_scheme_is_light_where_the_system_does_not_say(qapp: QApplication) -> None:
    theme = Theme.apply(qapp, Scheme.SYSTEM)
    assert theme.scheme is Scheme.SYSTEM
    assert tokens().scheme is Scheme.LIGHT


def test_an_unknown_scheme_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="sepia"):
        Theme.apply(qapp, "sepia")


def test_high_contrast_has_thicker_lines() -> None:
    assert (Tokens(Scheme.LIGHT).line, Tokens(Scheme.LIGHT).focus_line) == (1, 2)
    assert (Tokens(Scheme.HIGH_CONTRAST).line, Tokens(Scheme.HIGH_CONTRAST).focus_line) == (2, 3)


@pytest.mark.usefixtures("qapp")
def test_bundled_family_is_used_for_every_role() -> None:
    fonts.choose("en")
    for role in Role:
        assert fonts.font(role).families()[0] == "IBM Plex Sans"
        assert fonts.font(role).pixelSize() == role.size
        # The first family itself, not a fallback: its ascent is 1.025 em.
        assert fonts.metrics(role).ascent() == pytest.approx(1.025 * role.size, abs=0.1)


@pytest.mark.usefixtures("qapp")
def test_digits_are_equally_wide_in_all_scripts() -> None:
    widths = set()
    for language in ("en", "he", "ar"):
        fonts.choose(language)
        widths |= {round(fonts.width(Role.BODY, digit), 2) for digit in "0123456789"}
    fonts.choose("en")
    assert widths == {7.8}


@pytest.mark.usefixtures("qapp")
def test_arabic_is_never_tracked() -> None:
    assert fonts.font(Role.CALLER, "Dana").letterSpacing() == pytest.approx(98.5)
    assert fonts.font(Role.CALLER, "دانة").letterSpacing() == 0
    assert fonts.font(Role.BODY, "Dana").letterSpacing() == 0


def test_isolates_go_on_for_the_screen_and_off_for_the_clipboard(qapp: QApplication) -> None:
    shown = text.isolate("+972 50-123-4567")
    assert shown == "\u2066+972 50-123-4567\u2069"
    text.copy(f"{text.isolate_name('דנה')} {shown}")
    assert qapp.clipboard().text() == "דנה +972 50-123-4567"
    assert text.isolate("") == text.isolate_name("") == ""


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "00:00"), (7, "00:07"), (228, "03:48"), (3599, "59:59"), (3723, "1:02:03"), (-5, "00:00")],
)
def test_running_time(seconds: int, shown: str) -> None:
    assert text.duration(seconds) == shown


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Maya Cohen", "MC"),
        ("Ruth Ben David", "RD"),
        ("noam", "N"),
        ("מאיה כהן", "מכ"),
        ("(Dana) *Levi*", "DL"),
        ("", ""),
        ("...", ""),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert text.initials(name) == letters


def test_tool_tips_and_menus_show_markup_as_it_is() -> None:
    assert text.tool_tip("<b>Dana</b>") == "<span>&lt;b&gt;Dana&lt;/b&gt;</span>"
    assert text.menu("Levi & Katz") == "Levi && Katz"
    assert text.tool_tip("") == ""


def test_announcing_without_a_screen_reader_is_quiet(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    text.announce(widget, "Blocked")
    text.announce(widget, "Not muted", is_urgent=True)


def test_building_blocks_pull_in_no_network_library() -> None:
    code = (
        "import sys, agent_desk.ui.widgets; "
        "print(*sorted({'aiohttp', 'socketio', 'httpx', 'keyring', 'phonenumbers'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == ""
