"""The status while this PC is locked, around a shift."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, Protocol

from agent_desk.desk.away import AwayRule

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from agent_desk.desk.presence import PresenceView
    from agent_desk.desk.status_settings import StatusSettings

_LOOK_S: Final = 0.5


class AtWork(Protocol):
    """A shift, as far as the status goes."""

    @property
    def presence(self) -> PresenceView:
        """How the status stands."""

    @property
    def is_on_call(self) -> bool:
        """Whether a call of the agent's own is live."""

    def set_status(self, code: int) -> None:
        """The agent wants this status."""


class Away:
    """Sets the status of whoever works while the PC is locked, and sets it back.

    ``follow`` is ``system.screen_lock.follow``; ``at_work`` the shift, ``None`` while there is
    none. ``run`` ends where this system never tells that it is locked: ``show_support`` hears of
    that first.
    """

    def __init__(
        self,
        follow: Callable[[Callable[[bool], None]], Awaitable[None]],
        *,
        at_work: Callable[[], AtWork | None],
        settings: Callable[[], StatusSettings],
        show_support: Callable[[bool], None] = lambda _is_possible: None,
    ) -> None:
        self._follow = follow
        self._at_work = at_work
        self._settings = settings
        self._show_support = show_support
        self._rule = AwayRule()
        self._seat: AtWork | None = None
        self._turned = asyncio.Event()

    async def run(self) -> None:
        """Follow the lock until cancelled."""
        async with asyncio.TaskGroup() as group:
            work = group.create_task(self._work(), name="away")
            await self._follow(self._on_lock)
            self._show_support(False)  # noqa: FBT003 - a signal's value
            work.cancel()

    def _on_lock(self, is_locked: bool) -> None:  # noqa: FBT001 - a signal's value
        self._rule.lock(is_locked=is_locked)
        self._turned.set()

    async def _work(self) -> None:
        while True:
            await self._turned.wait()
            self._turned.clear()
            while self._rule.is_waiting:
                self._step()
                await asyncio.sleep(_LOOK_S)

    def _step(self) -> None:
        seat = self._at_work()
        if seat is not self._seat:
            if self._seat is not None:
                self._rule.forget()
            self._seat = seat
        if seat is None:
            return
        locked_code = self._settings().locked_code
        code = self._rule.step(seat.presence, locked_code, is_on_call=seat.is_on_call)
        if code is not None:
            seat.set_status(code)
