"""What the commands ask of the windows, and how things stand there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QCoreApplication

from agent_desk.desk.presence import NOBODY

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from agent_desk.desk.card import Card
    from agent_desk.desk.link import LinkView
    from agent_desk.desk.presence import PresenceView
    from agent_desk.desk.state import CallKey
    from agent_desk.ui.intent_signals import IntentSignals
    from agent_desk.ui.main_window import MainWindow
    from agent_desk.ui.settings_values import Preferences

translate: Final = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand, as far as commands go by it; ``cards`` are newest first.

    ``is_at_desk``: somebody is signed in, and the desk or a page beside it is shown.
    """

    cards: tuple[Card, ...]
    link: LinkView
    is_at_desk: bool = False
    is_replay: bool = False
    can_choose: bool = False
    presence: PresenceView = NOBODY


class CardFace(Protocol):
    """What a card in the window can be told; ``CallerCard`` is one."""

    def start_note(self) -> bool:
        """Open the note of this call, with the keyboard in it; whether there can be one."""

    def request_block(self) -> bool:
        """Ask whether to block this caller; whether it can be."""

    def turn_details(self) -> None:
        """Show more of the card, or less."""


class SettingsDoor(Protocol):
    """The way to the settings; ``SettingsAccess`` is one."""

    @property
    def preferences(self) -> Preferences:
        """What is in force."""

    def open(self) -> None:
        """Show the page."""

    def open_at(self, title: str) -> None:
        """Show the page where the section of this title is."""

    def choose(self, preferences: Preferences) -> None:
        """Put these in force, as if they had been chosen on the page."""


class DeskSide(Protocol):
    """What the commands need of the windows; ``Shell`` is one."""

    intents: IntentSignals
    sign_out_requested: SignalInstance
    quit_requested: SignalInstance

    @property
    def window(self) -> MainWindow:
        """The main window."""

    @property
    def settings(self) -> SettingsDoor:
        """The way to the settings."""

    @property
    def standing(self) -> Standing:
        """How things stand now."""

    def desk_card(self, key: CallKey) -> CardFace | None:
        """The card of one call in the main window."""

    def is_blocked(self, card: Card) -> bool:
        """Whether this caller's number was blocked from here."""

    def dismiss_card(self, key: CallKey) -> None:
        """Let an ended card go."""

    def enter_code(self) -> None:
        """Ask for the API code, with the keyboard in its panel."""

    def raise_window(self) -> None:
        """Bring the main window to the front."""

    def come_home(self) -> None:
        """Show the desk, in front."""


def why_not_here(standing: Standing) -> str:
    """Why nothing of the desk can be done: nobody is there."""
    is_there = standing.is_at_desk or standing.is_replay
    return "" if is_there else translate("desk_side", "Available at the desk, after signing in")


def why_no_service(standing: Standing) -> str:
    """Why nothing can be done that needs the service or somebody's choices."""
    if standing.is_replay:
        return translate("desk_side", "Not in a replay")
    return why_not_here(standing)
