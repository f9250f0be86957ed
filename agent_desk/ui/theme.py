"""Colours of the program: one table of tokens, four schemes, one palette for Qt.

As with ``QPalette`` the colours belong to the application. Widgets ask for them while painting, so
that a change of scheme needs nothing but the repaint that Qt does anyway.
"""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette

from agent_desk.ui import fonts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Scheme(StrEnum):
    """What a person may choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Token(StrEnum):
    """A colour by its use."""

    WINDOW = "window"
    SURFACE = "surface"
    RAISED = "raised"
    SUNKEN = "sunken"
    HOVER = "hover"
    HAIRLINE = "hairline"
    CONTROL = "control"
    TEXT = "text"
    TEXT2 = "text2"
    TEXT3 = "text3"
    ACCENT = "accent"
    ON_ACCENT = "on-accent"
    ACCENT_TEXT = "accent-text"
    ACCENT_BG = "accent-bg"
    RINGING = "ringing"
    RINGING_BG = "ringing-bg"
    TALKING = "talking"
    TALKING_BG = "talking-bg"
    HELD = "held"
    HELD_BG = "held-bg"
    MUTED = "muted"
    MUTED_BG = "muted-bg"
    SOLID = "solid"
    ON_SOLID = "on-solid"
    INK = "ink"
    ON_INK = "on-ink"
    FOCUS = "focus"
    NEUTRAL = "neutral"
    NEUTRAL_BG = "neutral-bg"


# Columns: light, dark, high contrast. The pairs that are laid over each other are listed, with the
# contrast they must reach, in tests/ui/test_theme.py.
_TABLE: Final[dict[Token, tuple[str, str, str]]] = {
    Token.WINDOW: ("#F5F6F8", "#14161A", "#000000"),
    Token.SURFACE: ("#FFFFFF", "#1C1F25", "#000000"),
    Token.RAISED: ("#FFFFFF", "#23262D", "#000000"),
    Token.SUNKEN: ("#EDEFF2", "#2A2E36", "#000000"),
    Token.HOVER: ("#E4E7EC", "#333842", "#1F1F1F"),
    Token.HAIRLINE: ("#E2E5EA", "#2C3038", "#FFFFFF"),
    Token.CONTROL: ("#828A97", "#7D8594", "#FFFFFF"),
    Token.TEXT: ("#15181E", "#EEF0F4", "#FFFFFF"),
    Token.TEXT2: ("#4C5361", "#B4BAC6", "#FFFFFF"),
    Token.TEXT3: ("#636B79", "#979EAC", "#FFFFFF"),
    Token.ACCENT: ("#2B57D9", "#4468E2", "#FFE14D"),
    Token.ON_ACCENT: ("#FFFFFF", "#FFFFFF", "#000000"),
    Token.ACCENT_TEXT: ("#244CC2", "#9DB4FF", "#FFE14D"),
    Token.ACCENT_BG: ("#E6ECFD", "#232F55", "#000000"),
    Token.RINGING: ("#8A4B00", "#F6BE5A", "#FFC94D"),
    Token.RINGING_BG: ("#FFF0D6", "#3A2D14", "#000000"),
    Token.TALKING: ("#0A6638", "#6AD79A", "#5CFF9E"),
    Token.TALKING_BG: ("#DFF4E7", "#16321F", "#000000"),
    Token.HELD: ("#5A37B8", "#BFA8FF", "#CDB8FF"),
    Token.HELD_BG: ("#ECE6FC", "#2B2547", "#000000"),
    Token.MUTED: ("#B01220", "#FF8F92", "#FF9A9A"),
    Token.MUTED_BG: ("#FDE7E8", "#43191D", "#000000"),
    Token.SOLID: ("#C81C2B", "#CF3340", "#FF9A9A"),
    Token.ON_SOLID: ("#FFFFFF", "#FFFFFF", "#000000"),
    Token.INK: ("#1F2430", "#C5CBD8", "#FFFFFF"),
    Token.ON_INK: ("#FFFFFF", "#14161A", "#000000"),
    Token.FOCUS: ("#2B57D9", "#9DB4FF", "#45E3FF"),
    Token.NEUTRAL: ("#4C5361", "#B4BAC6", "#FFFFFF"),
    Token.NEUTRAL_BG: ("#EDEFF2", "#2A2E36", "#000000"),
}
_OBJECT_NAME: Final = "agent_desk_theme"
_COLUMN: Final = {Scheme.LIGHT: 0, Scheme.DARK: 1, Scheme.HIGH_CONTRAST: 2}


class Tone(Enum):
    """A state colour: the words on it and the tint below them."""

    NEUTRAL = (Token.NEUTRAL, Token.NEUTRAL_BG)
    ACCENT = (Token.ACCENT_TEXT, Token.ACCENT_BG)
    RINGING = (Token.RINGING, Token.RINGING_BG)
    TALKING = (Token.TALKING, Token.TALKING_BG)
    HELD = (Token.HELD, Token.HELD_BG)
    MUTED = (Token.MUTED, Token.MUTED_BG)

    @property
    def fg(self) -> Token:
        """The token of icon and words."""
        return self.value[0]

    @property
    def bg(self) -> Token:
        """The token of the tint."""
        return self.value[1]


class Tokens:
    """The colours and line widths of one scheme; never changed after it was built."""

    def __init__(self, scheme: Scheme, *, is_still: bool = False) -> None:
        column = _COLUMN[scheme]
        self.scheme: Final = scheme
        self.is_still: Final = is_still
        """Whether less motion was asked for: then nothing turns, slides or fades."""
        self.is_dark: Final = scheme is not Scheme.LIGHT
        self.is_high_contrast: Final = scheme is Scheme.HIGH_CONTRAST
        self.line: Final = 2 if self.is_high_contrast else 1
        """Width in px of borders and separators."""
        self.focus_line: Final = 3 if self.is_high_contrast else 2
        """Width in px of the focus ring."""
        self._colours = {token: QColor(row[column]) for token, row in _TABLE.items()}

    def __getitem__(self, token: Token) -> QColor:
        return self._colours[token]


class Theme(QObject):
    """The scheme in force.

    Signals: ``changed()`` after palette and tokens were replaced; painted widgets need not listen.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_OBJECT_NAME)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._is_still = False
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    @staticmethod
    def apply(app: QApplication, scheme: Scheme | str, *, is_still: bool = False) -> Theme:
        """Paint everything in ``scheme`` from now on and give back the application's theme.

        ``is_still`` asks for less motion. ``ValueError`` where ``scheme`` is none of ``Scheme``.
        """
        theme = app.findChild(Theme, _OBJECT_NAME) or Theme(app)
        theme.choose(Scheme(scheme), is_still=is_still)
        return theme

    @staticmethod
    def of(app: QApplication) -> Theme:
        """The theme of ``app``: the one applied before, else the system's, applied now."""
        return app.findChild(Theme, _OBJECT_NAME) or Theme.apply(app, Scheme.SYSTEM)

    @property
    def scheme(self) -> Scheme:
        """What was chosen; ``tokens().scheme`` tells what that came to."""
        return self._scheme

    def choose(self, scheme: Scheme, *, is_still: bool = False) -> None:
        """Change to ``scheme``; widgets follow by themselves."""
        self._scheme = scheme
        self._is_still = is_still
        hints = self._app.styleHints()
        # Title bars that the system draws follow these hints, where the platform knows them.
        if scheme is Scheme.SYSTEM:
            hints.unsetColorScheme()
        else:
            is_light = scheme is Scheme.LIGHT
            hints.setColorScheme(Qt.ColorScheme.Light if is_light else Qt.ColorScheme.Dark)
        self._refresh()

    def _on_system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._refresh()

    def _refresh(self) -> None:
        hints = self._app.styleHints()
        scheme = self._scheme
        if scheme is Scheme.SYSTEM:
            if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
                scheme = Scheme.HIGH_CONTRAST
            elif hints.colorScheme() == Qt.ColorScheme.Dark:
                scheme = Scheme.DARK
            else:
                scheme = Scheme.LIGHT
        new = Tokens(scheme, is_still=self._is_still)
        _active[0] = new
        self._app.setPalette(palette_of(new))
        self._app.setStyleSheet(_style_sheet(new))
        self._app.setFont(fonts.font(fonts.Role.BODY))
        self.changed.emit()


_active: Final = [Tokens(Scheme.LIGHT)]


def tokens() -> Tokens:
    """The colours in force; the light ones before a theme was applied."""
    return _active[0]


def colour(token: Token) -> QColor:
    """The colour that ``token`` has now; look it up while painting, do not keep it."""
    return tokens()[token]


def palette_of(of: Tokens) -> QPalette:
    """``of`` as a palette, for Qt's own widgets."""
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, token in {
        roles.Window: Token.WINDOW,
        roles.WindowText: Token.TEXT,
        roles.Base: Token.SURFACE,
        roles.AlternateBase: Token.WINDOW,
        roles.Text: Token.TEXT,
        roles.PlaceholderText: Token.TEXT3,
        roles.Button: Token.SUNKEN,
        roles.ButtonText: Token.TEXT,
        roles.BrightText: Token.ON_SOLID,
        roles.ToolTipBase: Token.RAISED,
        roles.ToolTipText: Token.TEXT,
        roles.Highlight: Token.ACCENT,
        roles.HighlightedText: Token.ON_ACCENT,
        roles.Accent: Token.ACCENT,
        roles.Link: Token.ACCENT_TEXT,
        roles.LinkVisited: Token.ACCENT_TEXT,
        roles.Light: Token.RAISED,
        roles.Midlight: Token.HOVER,
        roles.Mid: Token.HAIRLINE,
        roles.Dark: Token.CONTROL,
        roles.Shadow: Token.HAIRLINE,
    }.items():
        palette.setColor(role, of[token])
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, of[Token.TEXT3])
    return palette


def _style_sheet(of: Tokens) -> str:
    """What is not worth a painted widget: scroll bars, menus, tool tips, the password's dots."""
    line, handle = of.line, Token.CONTROL if of.is_high_contrast else Token.HOVER
    name = {token: of[token].name() for token in Token}
    return f"""
QLineEdit {{ lineedit-password-character: {ord("•")}; }}
QScrollBar {{ background: transparent; border: 0; margin: 0; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {name[handle]}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {name[Token.CONTROL]}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {name[Token.RAISED]}; color: {name[Token.TEXT]};
  border: {line}px solid {name[Token.HAIRLINE]}; padding: 4px; }}
QMenu::item {{ padding: 8px 16px; border-radius: 6px; }}
QMenu::item:selected {{ background: {name[Token.ACCENT_BG]}; color: {name[Token.ACCENT_TEXT]}; }}
QMenu::item:disabled {{ color: {name[Token.TEXT3]}; }}
QMenu::separator {{ height: {line}px; background: {name[Token.HAIRLINE]}; margin: 4px 8px; }}
QToolTip {{ background: {name[Token.RAISED]}; color: {name[Token.TEXT]};
  border: {line}px solid {name[Token.HAIRLINE]}; padding: 4px 8px; }}
"""
