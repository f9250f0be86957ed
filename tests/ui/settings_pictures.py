"""The settings page in front of the camera of ``tests.ui.pictures``."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtTest import QTest

from agent_desk.core.checks import CheckResult
from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.dry_run import PastCall
from agent_desk.desk.label_rule import LabelRule
from agent_desk.desk.link import LinkView
from agent_desk.desk.state import CallFacts, CallKey, Direction, Outcome, Phase
from agent_desk.ui.pop_layout import Corner
from agent_desk.ui.settings_dry_run import RowHead
from agent_desk.ui.settings_values import Account, Preferences, StoredPlaces
from agent_desk.ui.theme import Scheme
from agent_desk.ui.widgets import Field
from tests.ui.finders import is_there

if TYPE_CHECKING:
    from datetime import datetime

    from tests.ui.pictures import Studio

# The whole page at once, as a person who scrolls would put it together.
WHOLE: Final = QSize(440, 5200)
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
TRIED: Final = "What would have popped"
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


def tried(studio: Studio) -> None:
    """The rules for custom data, tried on calls, and hidden numbers."""
    for scheme, code in (
        ("light", "en"),
        ("dark", "he"),
        ("high-contrast", "en"),
        ("light", "ar"),
        ("dark", "ru"),
    ):
        _open(studio, scheme, code)
        shell, window = studio.shell, studio.shell.window
        window.resize(440, 900)
        search = QCoreApplication.translate("SettingsPage", "Search settings")
        _type(studio, search, QCoreApplication.translate("DryRunSection", TRIED))
        studio.take(f"settings-tried-{code}-{scheme}", window)
        for head in window.findChildren(RowHead)[:2]:
            head.click()
        studio.take(f"settings-tried-why-{code}-{scheme}", window)
        shell.close_all()
    _open(studio, "light", "en")
    window = studio.shell.window
    studio.shell.settings.show_past_calls(())
    studio.shell.settings.show_account(Account("maya@example.com"), StoredPlaces())
    _type(studio, "Search settings", TRIED)
    studio.take("settings-tried-empty-en-light", window)
    _type(studio, "Search settings", "privacy")
    studio.press(window, "Hide numbers until pointed at")
    studio.take("settings-privacy-en-light", window)
    studio.press(window, "Hide numbers until pointed at")
    studio.shell.close_all()


def past_calls(now: datetime, *, name: str = "Dana Levi") -> tuple[PastCall, ...]:
    """Calls with and without a name, a number, custom data; seen and from the call log."""
    data: dict[str, Any] = {"var_clientID": "12345", "campaign": "Facebook", "contract": "Gold"}
    return (
        _past("1", now - timedelta(minutes=12), custom_data=data, name=name),
        _past("2", now - timedelta(hours=2), custom_data={"site": "https://shop.example.com/7"}),
        _past("3", now - timedelta(hours=3), number=PhoneNumber("Anonymous")),
        _past("4", now - timedelta(days=1), is_from_log=True, custom_data={"lastTicket": "#222"}),
    )


def _past(call_id: str, at: datetime, *, is_from_log: bool = False, **more: Any) -> PastCall:  # noqa: ANN401 - any field
    facts = {"number": PhoneNumber("0501234567"), "outcome": Outcome.COMPLETED, **more}
    key = CallKey("SIPSIP1", call_id)
    call = CallFacts(key, Phase.ENDED, Direction.INCOMING, started_at=at, **facts)
    return PastCall(call, at, queue_name="Sales", is_from_log=is_from_log)


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
    name = "דנה לוי" if is_hebrew else "Dana Levi"
    shell.settings.show_past_calls(past_calls(studio.clock.now(), name=name))
    shell.settings.open()
    while len(shell.window.findChildren(RowHead)) < len(past_calls(studio.clock.now())):
        QTest.qWait(1)  # a few rows in each turn of the loop


def _type(studio: Studio, name: str, words: str) -> None:
    window = studio.shell.window
    for field in window.findChildren(Field):
        if field.edit.accessibleName() == name and is_there(field, window):
            field.set_text(words)


def supported(studio: Studio) -> None:
    """The checks, what they found, and the report."""
    for scheme, code in (("light", "en"), ("dark", "he")):
        _open(studio, scheme, code)
        shell, window = studio.shell, studio.shell.window
        window.resize(440, 900)
        search = QCoreApplication.translate("SettingsPage", "Search settings")
        _type(studio, search, QCoreApplication.translate("SupportSection", "Check and report"))
        for found in (
            CheckResult("login", is_ok=True, message=""),
            CheckResult("websocket", is_ok=None, message=""),
            CheckResult("clock", is_ok=False, message="", code="clock"),
        ):
            shell.settings.show_check(found)
        shell.settings.show_report("Program\n-------\nagent_desk 1.0.0\n\nConnection\nconnected")
        studio.take(f"settings-support-{code}-{scheme}", window)
        shell.close_all()
