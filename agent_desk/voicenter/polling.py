"""Calls seen by asking, for as long as no socket can be had."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from agent_desk.core.errors import AgentDeskError
from agent_desk.voicenter.errors import ApiCodeError, NetworkNotAllowedError, RateLimitedError
from agent_desk.voicenter.events import parse
from agent_desk.voicenter.stream import Received

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.core.clock import Clock
    from agent_desk.core.tasks import TaskScope
    from agent_desk.voicenter.stream import Fallback, RealtimeOptions

_log = logging.getLogger(__name__)
_REFUSED_S: Final = 30.0


class Poller:
    """Asks ``fallback`` between ``start`` and ``stop``, from ``poll_after_s`` on.

    ``deliver`` is given what comes. ``on_change`` is called when sight begins, before the first
    message of it, and when it ends by itself. ``is_seeing`` tells whether the last answer was a
    good one, ``is_blind`` whether it was none: neither is true before the first question, and
    where asking is not allowed.
    """

    def __init__(
        self,
        fallback: Fallback | None,
        scope: TaskScope,
        clock: Clock,
        options: RealtimeOptions,
        *,
        deliver: Callable[[Received], None],
        on_change: Callable[[], None],
    ) -> None:
        self._fallback = fallback
        self._scope = scope
        self._clock = clock
        self._options = options
        self._deliver = deliver
        self._on_change = on_change
        self._task: asyncio.Task[None] | None = None
        self.is_seeing = False
        self.is_blind = False

    def start(self) -> None:
        """There is no socket; without effect where that was said before."""
        if self._fallback is not None and self._task is None:
            self._task = self._scope.start(self._run(self._fallback), name="poll")

    async def stop(self) -> None:
        """There is one again: nothing is asked or delivered from now on."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.wait({task})
        self.is_seeing = self.is_blind = False

    async def _run(self, fallback: Fallback) -> None:
        await asyncio.sleep(self._options.poll_after_s)
        try:
            while True:
                began = self._clock.monotonic()
                pause_s = await self._poll(fallback)
                passed_s = self._clock.monotonic() - began
                await asyncio.sleep(max(0.0, pause_s - passed_s))
        finally:
            self.is_seeing = False

    async def _poll(self, fallback: Fallback) -> float:
        """Ask once; how long after the beginning of that to ask again."""
        pace_s = self._options.poll_s
        try:
            messages = await fallback.messages()
        except AgentDeskError as error:
            _log.info("no answer about live calls: %s", error.code)
            is_refused = isinstance(error, ApiCodeError | NetworkNotAllowedError)
            self._set(is_seeing=False, is_blind=not is_refused)
            if isinstance(error, RateLimitedError):
                return max(pace_s, error.retry_after_s)
            return max(pace_s, _REFUSED_S) if is_refused else pace_s
        self._set(is_seeing=True, is_blind=False)
        at, now = self._clock.now(), self._clock.monotonic()
        for name, payload in messages:
            self._deliver(Received(name, payload, parse(name, payload), at, now))
        return pace_s

    def _set(self, *, is_seeing: bool, is_blind: bool) -> None:
        before = (self.is_seeing, self.is_blind)
        self.is_seeing, self.is_blind = is_seeing, is_blind
        if before != (is_seeing, is_blind):
            self._on_change()
