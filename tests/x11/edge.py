"""The edge of the screen, shown and hidden by lines on stdin; answers each with its windows.

``{"muted": true}`` shows it, ``{"muted": false}`` takes it away. The answer has the windows of the
edge, an id and a place each.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from agent_desk import eventloop
from agent_desk.application import new_application
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.state import Phase
from agent_desk.ui.screen_edge import ScreenEdge
from agent_desk.ui.theme import Theme
from tests.helpers.clock import FakeClock
from tests.helpers.until import until
from tests.ui.pictures import dana


async def obey(edge: ScreenEdge, wish: dict[str, Any]) -> dict[str, Any]:
    """Do what one line says."""
    is_muted = bool(wish.get("muted"))
    state = GuardState.MUTED if is_muted else GuardState.RECORDING
    edge.set_cards((dana(FakeClock(), phase=Phase.TALKING, guard=GuardView(state, 0.0)),))
    await until(lambda: bool(edge.pieces()) is is_muted, what="the edge")
    pieces = [
        [int(each.winId()), each.x(), each.y(), each.width(), each.height()]
        for each in edge.pieces()
    ]
    return {"pieces": pieces}


async def serve() -> None:
    """Obey line by line until stdin ends."""
    edge = ScreenEdge()
    line = "{}"
    while line:
        sys.stdout.write(json.dumps(await obey(edge, json.loads(line))) + "\n")
        sys.stdout.flush()
        line = await asyncio.to_thread(sys.stdin.readline)
    edge.close()


def main() -> None:
    """Run on the program's own loop."""
    app = new_application("en")
    Theme.apply(app, "light")
    eventloop.run(app, serve)


if __name__ == "__main__":
    main()
