"""The program's real windows, put into one state after the other by lines on stdin.

``{"screen": name}`` shows a screen, ``{"cards": [...]}`` has these calls (``"ring"``, ``"talk"``)
as pops and in the window, ``{"height": n}`` makes the window so high, ``{"pressed": n}`` waits
until mute was pressed so often. Each mute is confirmed by the service at once. The first argument
is a language.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from agent_desk import eventloop
from agent_desk.application import new_application
from agent_desk.core.clock import SystemClock
from agent_desk.core.identity import LoginKind
from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.state import CallKey, Phase
from agent_desk.ui.intents import ExtensionChoice
from agent_desk.ui.settings_values import Account, Preferences, StoredPlaces
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Theme
from tests.helpers.clock import FakeClock
from tests.helpers.until import until
from tests.ui.pictures import START, dana, my_calls, talks
from tests.ui.settings_pictures import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.desk.card import Card

NAMES: Final = ("Maya Cohen", "Noam Bar", "Yael Lavi", "דנה לוי", "", "Tal Golan")


class Screens:
    """One shell and what it shows."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._clock = FakeClock(START)
        self._cards: dict[str, Card] = {}
        self._presses = 0
        self._shown: dict[str, Callable[[], None]] = {
            "sign-in": self._sign_in,
            "sign-in-faulty": self._sign_in_faulty,
            "choose-extension": self._choose,
            "desk": self._desk,
            "settings": self._settings,
        }
        shell.intents.mute_requested.connect(self._on_mute_requested)

    async def obey(self, wish: dict[str, Any]) -> dict[str, Any]:
        """Do what one line says."""
        match wish:
            case {"screen": str(name)}:
                self._shown[name]()
            case {"cards": list(names)}:
                self._cards = {name: self._card(name) for name in names}
                self._set()
                for card in self._cards.values():
                    await until(partial(self._shell.desk_card, card.key), what="a card")
            case {"height": int(pixels)}:
                window = self._shell.window
                window.resize(window.width(), pixels)
                await until(lambda: window.height() == pixels, what="another height")
            case {"pressed": int(number)}:
                await until(lambda: self._presses >= number, what="mute was pressed")
        return {"window": int(self._shell.window.winId())}

    def _card(self, name: str) -> Card:
        if name == "ring":
            return dana(self._clock)
        return dana(
            self._clock,
            key=CallKey("SIPSIP1", "2"),
            phase=Phase.TALKING,
            number=PhoneNumber("972547654321"),
            title="Omer Katz",
            number_text="+972 54-765-4321",
            copy_text="+972547654321",
            guard=GuardView(GuardState.RECORDING),
            talks=talks(self._clock.now()),
        )

    def _set(self) -> None:
        self._shell.set_cards(tuple(self._cards.values()))

    def _sign_in(self) -> None:
        self._shell.show_sign_in(kind=LoginKind.USER)

    def _sign_in_faulty(self) -> None:
        self._shell.sign_in_failed("credentials", "", "")

    def _choose(self) -> None:
        self._shell.ask_extensions(
            tuple(
                ExtensionChoice(f"SIPSIP{at + 1}", str(201 + at), name, is_suggested=at == 0)
                for at, name in enumerate(NAMES)
            )
        )

    def _desk(self) -> None:
        self._shell.window.go_home()
        self._shell.show_desk("Maya Cohen", ("SIPSIP1",), is_session_only=False, can_choose=True)
        self._shell.set_link(LinkView(Link.CONNECTED, server="monitor3", protocol=3))
        self._shell.desk.set_my_calls(my_calls(self._clock.now()))
        self._shell.notice("no_keyring", "")

    def _settings(self) -> None:
        settings = self._shell.settings
        settings.show_preferences(Preferences(labels=RULES), frozenset({"region"}))
        places = StoredPlaces("settings.json", "provisioning.json", "window.log", "data")
        settings.show_account(Account("maya@example.com", has_code=True, has_keyring=True), places)
        settings.open()

    def _on_mute_requested(self, key: CallKey) -> None:
        self._presses += 1
        for name, card in self._cards.items():
            if card.key == key:
                guard = GuardView(GuardState.MUTED, self._clock.monotonic())
                self._cards[name] = replace(card, guard=guard)
        self._set()


async def serve(shell: Shell) -> None:
    """Obey line by line until stdin ends."""
    screens = Screens(shell)
    answer = await screens.obey({"screen": "sign-in"})
    shell.warm_up()
    while True:
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        line = await asyncio.to_thread(sys.stdin.readline)
        if not line:
            break
        answer = await screens.obey(json.loads(line))
    shell.close_all()


def main() -> None:
    """Run on the program's own loop."""
    app = new_application(sys.argv[1])
    shell = Shell(Theme.apply(app, "light"), SystemClock())
    eventloop.run(app, lambda: serve(shell))


if __name__ == "__main__":
    main()
