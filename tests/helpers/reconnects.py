"""One reconnect after the other, by turns in every way a connection can end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from agent_desk.voicenter.backoff import Backoff
from tests.helpers.live import FAST
from tests.helpers.until import until

if TYPE_CHECKING:
    from agent_desk.voicenter.realtime import RealtimeOptions
    from tests.helpers.desk_link import Scene

# With a short heartbeat, since aiohttp's timer for it keeps a closed websocket that long.
HASTY: Final[RealtimeOptions] = replace(
    FAST, dial=replace(FAST.dial, heartbeat_s=2.0), backoff=Backoff(scale=0.0005)
)
WAYS: Final = 5


async def reconnect(at: Scene, turn: int) -> None:
    """End the connection in one of ``WAYS`` ways and wait until the desk is right again.

    By FIN, by RST, politely, after an expired token, and by a take-over while it lives.
    """
    old = at.sandbox.connections[-1]
    match turn % WAYS:
        case 0 | 1 as way:
            at.relay.cut(reset=way == 1)
        case 2:
            await old.close()
        case 3:
            at.sandbox.sessions.expire_all()
            at.relay.cut()
        case 4:
            at.link.connection.try_now()
    await until(lambda: old not in at.sandbox.connections and len(at.sandbox.connections) == 1)
    await at.rebuilt()
    forget(at)


def forget(at: Scene) -> None:
    """Let go of what only the test keeps, so that it is not taken for a leak."""
    at.link.items.clear()
    at.link.transitions.clear()
    at.link.source.asked.clear()
    at.relay.passages[:] = at.relay.open_passages
    at.sandbox.requests.clear()
    at.sandbox.heard.clear()
