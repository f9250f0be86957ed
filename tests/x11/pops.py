"""The program's real windows, driven by cards that come on stdin one command a line.

``{"show": n}`` lets that many calls ring, one after the other, each until its pop is painted;
``{"talk": n}`` too, and they are answered; ``{"toast": true}`` lets a toast float above them;
``{"rude": true}`` shows a window that is no pop, which takes the keyboard; ``{"hide":
"one by one"}`` and ``{"hide": "at once"}`` end all calls; ``{"muted": n}`` waits until mute was
pressed so often. The answer has all windows but the main one, each with
its size, and the spot of a button that mutes.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from agent_desk import eventloop
from agent_desk.app import make_shell
from agent_desk.application import new_application
from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.card import Card, CustomField, TitleSource, WhyKind
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.link import LinkView
from agent_desk.desk.state import CallKey, Direction, Phase
from agent_desk.ui.intents import BlockRequest
from tests.helpers.until import until
from tests.ui.finders import button, has_button

if TYPE_CHECKING:
    from agent_desk.ui.shell import Shell

_NAMES = ("Dana Levi", "Omer Katz", "דנה לוי", "Sam Reed", "")


class Calls:
    """The calls on the screen, newest first."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._cards: tuple[Card, ...] = ()
        self._painted: set[CallKey] = set()
        self._muted = 0
        self._count = 0
        self._rude = QWidget()
        shell.pop_painted.connect(self._on_pop_painted)
        shell.intents.mute_requested.connect(self._on_mute_requested)

    async def obey(self, wish: dict[str, Any]) -> dict[str, Any]:
        """Do what one line says."""
        match wish:
            case {"show": int(number)}:
                await self._ring(number)
            case {"talk": int(number)}:
                await self._ring(number)
                guard = GuardView(GuardState.RECORDING)
                talking = (replace(card, phase=Phase.TALKING, guard=guard) for card in self._cards)
                self._set(*talking)
            case {"toast": True}:
                card = self._cards[0]
                request = BlockRequest(card.key, card.number, card.title)
                self._shell.block_result(request, True, "", "")
            case {"rude": True}:
                self._rude.show()
            case {"muted": int(number)}:
                await until(lambda: self._muted >= number, what="mute pressed")
            case {"hide": how}:
                await self._end(is_one_by_one=how == "one by one")
        windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        windows.remove(self._shell.window)
        sizes = [[int(each.winId()), each.width(), each.height()] for each in windows]
        return {"windows": sizes, "mute": self._mute()}

    async def _ring(self, number: int) -> None:
        for _ in range(number):
            self._count += 1
            card = a_call(self._count)
            self._set(card, *self._cards)
            await until(partial(self._painted.__contains__, card.key), what="a painted pop")

    async def _end(self, *, is_one_by_one: bool) -> None:
        while is_one_by_one and self._cards:
            self._set(*self._cards[1:])
            await asyncio.sleep(0)
        self._set()

    def _set(self, *cards: Card) -> None:
        self._cards = cards
        self._shell.set_cards(cards)

    def _mute(self) -> list[int] | None:
        """The window of a call that can be muted, and where to click in it."""
        for card in self._cards:
            pop = self._shell.pop_widget(card.key)
            if pop is not None and has_button(pop, "Mute recording"):
                mute = button(pop, "Mute recording")
                middle = mute.mapTo(pop, mute.rect().center())
                return [int(pop.winId()), middle.x(), middle.y()]
        return None

    def _on_pop_painted(self, key: CallKey, _at: float) -> None:
        self._painted.add(key)

    def _on_mute_requested(self, _key: CallKey) -> None:
        self._muted += 1


def a_call(count: int) -> Card:
    """A ringing call; each has a little more or less on it."""
    digits = f"+972 50-{100 + count % 900}-{1000 + count % 9000}"
    name = _NAMES[count % len(_NAMES)]
    return Card(
        key=CallKey("SIPSIP1", str(count)),
        phase=Phase.RINGING,
        direction=Direction.INCOMING,
        number=PhoneNumber(digits),
        title=name or digits,
        title_source=TitleSource.CALLER_NAME if name else TitleSource.NUMBER,
        number_text=digits,
        copy_text=digits,
        region="IL",
        queue_name="Sales Queue" if count % 3 else "",
        line_text="072-277-1234",
        fields=tuple(CustomField(f"Field {at}", f"{at}") for at in range(count % 5)),
        guard=GuardView(GuardState.WILL_RECORD),
        why=(WhyKind.NAME_FROM_CALL if name else WhyKind.NO_NAME,),
        elapsed_from=0.0,
        started_at=None,
    )


async def serve(shell: Shell) -> None:
    """Obey line by line until stdin ends."""
    calls = Calls(shell)
    shell.show_desk("Maya Cohen", ("SIPSIP1",), is_session_only=False)
    shell.set_link(LinkView(Link.CONNECTED, server="monitor3", protocol=3))
    shell.warm_up()
    answer: dict[str, Any] = {"window": int(shell.window.winId())}
    while True:
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        line = await asyncio.to_thread(sys.stdin.readline)
        if not line:
            break
        answer = await calls.obey(json.loads(line))
    shell.close_all()


def main() -> None:
    """Run on the program's own loop."""
    app = new_application("en")
    shell = make_shell(app)
    eventloop.run(app, lambda: serve(shell))


if __name__ == "__main__":
    main()
