"""The stream leaves the loop to others before it hands out what is work for a whole turn."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from agent_desk.voicenter.events import Extension, ExtensionsSnapshot
from agent_desk.voicenter.outlet import Outlet
from agent_desk.voicenter.stream import Received


def snapshot(extensions: int) -> Received:
    listed = tuple(Extension(f"SIPSIP{number}") for number in range(extensions))
    at = datetime(2026, 7, 22, tzinfo=UTC)
    return Received("AllExtensionsStatus", {}, ExtensionsSnapshot(listed), at, 0.0)


@pytest.mark.parametrize(("extensions", "others_first"), [(500, True), (499, False)])
async def test_a_timer_that_is_due_comes_before_a_large_snapshot(
    extensions: int, *, others_first: bool
) -> None:
    outlet = Outlet(lambda _item: None)
    outlet.deliver(snapshot(1))
    first = await anext(outlet)
    assert isinstance(first, Received)
    outlet.deliver(snapshot(extensions))
    outlet.deliver(snapshot(1))
    painted: list[bool] = []
    asyncio.get_running_loop().call_soon(painted.append, True)
    taken = await anext(outlet)
    assert isinstance(taken, Received)
    assert isinstance(taken.event, ExtensionsSnapshot)
    assert len(taken.event.extensions) == extensions
    assert bool(painted) is others_first
    last = await anext(outlet)
    assert isinstance(last, Received)
