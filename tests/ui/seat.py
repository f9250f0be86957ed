"""A shell's windows as the commands see them, with a record of what was asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from agent_desk.core.link import Link
from agent_desk.desk.link import LinkView
from agent_desk.ui.desk_side import Standing
from agent_desk.ui.intent_signals import IntentSignals
from agent_desk.ui.settings_values import Preferences

if TYPE_CHECKING:
    from agent_desk.desk.card import Card
    from agent_desk.desk.state import CallKey
    from agent_desk.ui.main_window import MainWindow


@dataclass
class Face:
    """A card that only remembers what it was told."""

    told: list[str]

    def start_note(self) -> bool:
        self.told.append("note")
        return True

    def request_block(self) -> bool:
        self.told.append("block?")
        return True

    def turn_details(self) -> None:
        self.told.append("details")


@dataclass
class Door:
    """The way to settings that only remembers."""

    told: list[str]
    preferences: Preferences = field(default_factory=Preferences)

    def open(self) -> None:
        self.told.append("settings")

    def open_at(self, title: str) -> None:
        self.told.append(f"settings: {title}")

    def choose(self, preferences: Preferences) -> None:
        self.preferences = preferences
        self.told.append(f"theme {preferences.scheme.value}")


class Seat(QObject):
    """Stands for the shell around ``window``; ``told`` is what was asked of it, in order."""

    sign_out_requested = Signal()
    quit_requested = Signal()

    def __init__(self, window: MainWindow, *cards: Card, link: Link = Link.CONNECTED) -> None:
        super().__init__(window)
        self.told: list[str] = []
        self.intents = IntentSignals(self)
        self.blocked: set[CallKey] = set()
        self.standing = Standing(cards, LinkView(link), is_at_desk=True)
        self._window = window
        self._door = Door(self.told)
        intents = self.intents
        intents.mute_requested.connect(lambda key, _: self.told.append(f"mute {key.call_id}"))
        intents.resume_requested.connect(lambda key, _: self.told.append(f"resume {key.call_id}"))
        intents.link_opened.connect(lambda link: self.told.append(f"open {link}"))
        for signal, words in (
            (intents.my_calls_requested, "my calls"),
            (intents.try_now_requested, "try now"),
            (intents.choose_again_requested, "choose again"),
            (self.sign_out_requested, "sign out"),
            (self.quit_requested, "quit"),
        ):
            signal.connect(lambda words=words: self.told.append(words))

    @property
    def window(self) -> MainWindow:
        return self._window

    @property
    def settings(self) -> Door:
        return self._door

    def desk_card(self, key: CallKey) -> Face | None:
        return Face(self.told) if any(key == card.key for card in self.standing.cards) else None

    def is_blocked(self, card: Card) -> bool:
        return card.key in self.blocked

    def dismiss_card(self, key: CallKey) -> None:
        self.told.append(f"dismiss {key.call_id}")

    def enter_code(self) -> None:
        self.told.append("enter code")

    def raise_window(self) -> None:
        self._window.come_forward()

    def come_home(self) -> None:
        self.told.append("desk")
        self.raise_window()
