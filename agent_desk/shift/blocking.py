"""Blocks numbers for the organisation, and takes that back, on behalf of a shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.core.errors import AgentDeskError
from agent_desk.voicenter.blacklist import BlockEntry
from agent_desk.voicenter.errors import ApiCodeError, RejectedError, UnknownOutcomeError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.voicenter.blacklist import Blacklist, NumberResult


class Blocking:
    """One number at a time; ``ask_code`` hears where the API code is missing or refused."""

    def __init__(self, blacklist: Blacklist, ask_code: Callable[[AgentDeskError], None]) -> None:
        self._blacklist = blacklist
        self._ask_code = ask_code

    async def block(self, number: PhoneNumber, name: str) -> AgentDeskError | None:
        """Block a number for the whole organisation; the result says why it failed."""
        return await self._change(self._blacklist.block([BlockEntry(number, name)]))

    async def unblock(self, number: PhoneNumber) -> AgentDeskError | None:
        """Take a number off the blacklist; the result says why it failed."""
        return await self._change(self._blacklist.unblock([number]))

    async def _change(self, request: Awaitable[list[NumberResult]]) -> AgentDeskError | None:
        try:
            (result,) = await request
        except ApiCodeError as error:
            self._ask_code(error)
            return error
        except AgentDeskError as error:
            return error
        if result.is_ok:
            return None
        return UnknownOutcomeError() if result.code is None else RejectedError(result.message)
