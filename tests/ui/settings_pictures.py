"""The settings page in front of the camera of ``tests.ui.pictures``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from agent_desk.core.link import Link
from agent_desk.desk.custom import LabelRule
from agent_desk.desk.link import LinkView
from agent_desk.ui.pop_layout import Corner
from agent_desk.ui.settings_values import Account, Preferences, StoredPlaces
from agent_desk.ui.theme import Scheme
from agent_desk.ui.widgets import Field
from tests.ui.finders import is_there

if TYPE_CHECKING:
    from tests.ui.pictures import Studio

# The whole page at once, as a person who scrolls would put it together.
WHOLE: Final = QSize(440, 2560)
WIDE: Final = QSize(1000, 700)
RULES: Final = (
    LabelRule("clientID", "Client", link="https://crm.example.com/client/{value}"),
    LabelRule("lastTicket", "Last ticket"),
    LabelRule("contract", is_hidden=True),
)
HEBREW_RULES: Final = (
    LabelRule("clientID", "מספר לקוח", link="https://crm.example.com/client/{value}"),
    LabelRule("lastTicket", "פנייה אחרונה"),
    LabelRule("contract", is_hidden=True),
)
SCHEMES: Final = {
    "light": Scheme.LIGHT,
    "dark": Scheme.DARK,
    "high-contrast": Scheme.HIGH_CONTRAST,
}


def settings(studio: Studio) -> None:
    """The settings page in all languages and colours."""
    for scheme, code in (
        ("light", "en"),
        ("dark", "he"),
        ("high-contrast", "en"),
        ("light", "ar"),
        ("dark", "ru"),
    ):
        _open(studio, scheme, code)
        size = studio.shell.window.size()
        studio.take(f"settings-top-{code}-{scheme}", studio.shell.window)
        studio.shell.window.resize(WHOLE)
        studio.take(f"settings-{code}-{scheme}", studio.shell.window)
        studio.shell.window.resize(size)
        studio.shell.close_all()
    _open(studio, "light", "en")
    shell, window = studio.shell, studio.shell.window
    window.resize(WIDE)
    studio.take("settings-wide-en-light", window)
    window.resize(WHOLE)
    shell.settings.show_saved("storage", "")
    studio.press(window, "Change Client")
    studio.take("settings-writing-en-light", window)
    _type(studio, "Link, with {value} for the value", "crm.example.com")
    studio.press(window, "Save field")
    studio.take("settings-faulty-en-light", window)
    window.resize(440, 680)
    _type(studio, "Search settings", "corner")
    studio.take("settings-search-en-light", window)
    _type(studio, "Search settings", "teleport")
    studio.take("settings-nothing-en-light", window)
    shell.close_all()


def _open(studio: Studio, scheme: str, code: str) -> None:
    studio.look(scheme, code)
    shell = studio.shell
    is_hebrew = code == "he"
    shell.show_desk("Maya Cohen", ("SIPSIP1",), is_session_only=False)
    shell.set_link(LinkView(Link.CONNECTED, server="monitor3", protocol=3, transport="websocket"))
    shell.settings.show_preferences(
        Preferences(
            scheme=SCHEMES[scheme],
            language="ru" if code == "en" else code,
            corner=Corner.TOP_LEFT if is_hebrew else Corner.BOTTOM_RIGHT,
            labels=HEBREW_RULES if is_hebrew else RULES,
        ),
        frozenset({"region", "labels"}),
    )
    shell.settings.show_account(
        Account("maya@example.com", has_code=True, has_keyring=not is_hebrew),
        StoredPlaces(
            "~/.config/agent-desk/settings.json",
            "/etc/xdg/agent-desk/provisioning.json",
            "~/.local/state/agent-desk/window.log",
            "~/.local/share/agent-desk",
        ),
    )
    shell.settings.show_autostart(True)
    shell.settings.open()


def _type(studio: Studio, name: str, words: str) -> None:
    window = studio.shell.window
    for field in window.findChildren(Field):
        if field.edit.accessibleName() == name and is_there(field, window):
            field.set_text(words)
