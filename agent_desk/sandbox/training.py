"""A sandbox in which a shift goes on by itself: for the demo and for training."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

import msgspec

from agent_desk.core.tasks import TaskScope
from agent_desk.sandbox.scenario import ScenarioPlayer, bundled_scenario
from agent_desk.sandbox.server import Sandbox

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from agent_desk.sandbox.sockets import EngineIo

_CLICK2CALL_PACE_S: Final = (2.0, 3.0)


@asynccontextmanager
async def training_sandbox(
    engineio: EngineIo = "both", *, plays: bool = True
) -> AsyncIterator[Sandbox]:
    """A running sandbox with the bundled shift's history in its call log.

    With ``plays`` the shift itself goes on, over and over, until the block is left.
    """
    async with Sandbox(engineio=engineio, click2call_pace_s=_CLICK2CALL_PACE_S) as sandbox:
        first = bundled_scenario("shift")
        again = msgspec.structs.replace(first, history=(), busy_days=())
        player = ScenarioPlayer(sandbox.world, first)

        async def play() -> None:
            await player.play()
            while True:
                await ScenarioPlayer(sandbox.world, again).play()

        scope = TaskScope("training")
        if plays:
            scope.start(play(), name="shift")
        try:
            yield sandbox
        finally:
            await scope.aclose()
