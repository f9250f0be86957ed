"""The one ordered stream that leaves the live connection."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final, Self

from agent_desk.voicenter.dialing import BURST_S
from agent_desk.voicenter.events import (
    ConfigurationChanged,
    DialersSnapshot,
    ExtensionsSnapshot,
    KeepaliveAnswered,
    LoginSucceeded,
    QueuesSnapshot,
    Users,
)
from agent_desk.voicenter.overlap import Overlap
from agent_desk.voicenter.stream import Received

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.voicenter.events import Event
    from agent_desk.voicenter.stream import Item, LinkState

_OVERLAP_S: Final = 10.0

# A snapshot of so many extensions was work for a whole turn of the loop, and is so once more for
# whoever takes it: in between, a window that shares the loop can paint.
_MANY: Final = 500
_BREATH_S: Final = 0.002

# What a server says to every new connection; nothing new to one that takes over from another.
_GREETINGS: Final = (LoginSucceeded, ExtensionsSnapshot, QueuesSnapshot, Users, DialersSnapshot)
# What belongs to one connection, or does no harm when it comes twice.
_UNPAIRED: Final = (*_GREETINGS, ConfigurationChanged, KeepaliveAnswered)


class Outlet:
    """A queue of events and states, to be iterated until its ``end``.

    It rests the loop every few milliseconds of a burst. It is no generator: those leave a task
    behind on some loops when somebody breaks off. ``heed`` is called with each event put in.
    """

    def __init__(self, heed: Callable[[Received], None]) -> None:
        self._heed = heed
        self._queue: asyncio.Queue[Item | None] = asyncio.Queue()
        self._rest_at = 0.0
        self._overlap: Overlap | None = None
        self._repeats_until: float | None = None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        if time.monotonic() >= self._rest_at:
            await asyncio.sleep(0)
            self._rest_at = time.monotonic() + BURST_S
        item = await self._queue.get()
        if item is None:
            self.end()  # for whoever asks again
            raise StopAsyncIteration
        if isinstance(item, Received) and _is_large(item.event):
            await asyncio.sleep(_BREATH_S)
        return item

    def say(self, state: LinkState) -> None:
        """Put a state into the stream."""
        self._queue.put_nowait(state)

    def end(self) -> None:
        """End the stream after what is in it."""
        self._queue.put_nowait(None)

    def deliver(self, item: Received) -> None:
        """Put an event into the stream, unless the connection before has done so."""
        if self._overlap is not None and self._is_repeat(self._overlap, item):
            return
        self._queue.put_nowait(item)
        self._heed(item)

    def deliver_greeted(self, item: Received) -> None:
        """The same for what a connection was sent before it took over, its greeting left out."""
        if not isinstance(item.event, _GREETINGS):
            self.deliver(item)

    def begin_overlap(self) -> None:
        """A second connection is being made: note what the first one delivers."""
        self._overlap = Overlap()
        self._repeats_until = None

    @property
    def has_overlapped(self) -> bool:
        """Whether the first connection has delivered an event since the second one is made."""
        return self._overlap is not None and not self._overlap.is_empty

    def switch(self, now: float) -> None:
        """The second connection takes over at ``now``: leave out what it repeats."""
        self._repeats_until = now + _OVERLAP_S

    def end_overlap(self) -> None:
        """There is one connection again, without a common past with another."""
        self._overlap = None

    def _is_repeat(self, overlap: Overlap, item: Received) -> bool:
        if isinstance(item.event, _UNPAIRED):
            return False
        if self._repeats_until is None:
            overlap.delivered(item.name, item.payload)
            return False
        if item.monotonic > self._repeats_until:
            self._overlap = None
            return False
        return overlap.is_repeat(item.name, item.payload)


def _is_large(event: Event) -> bool:
    return isinstance(event, ExtensionsSnapshot) and len(event.extensions) >= _MANY
