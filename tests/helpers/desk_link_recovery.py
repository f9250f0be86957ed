"""What a desk could not see, fetched from the call log as the program does, only sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.core.privacy import Secret
from agent_desk.desk.state import CallKey
from agent_desk.shift.gaps import BlindTimes, Gaps
from agent_desk.shift.look_up import LookUp
from agent_desk.voicenter.active_calls import ActiveCalls, OwnCalls
from agent_desk.voicenter.call_log import CallLog
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.pace import RateLimiter
from tests.helpers.flight import OWN

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.core.tasks import TaskScope
    from agent_desk.desk.desk import Desk
    from agent_desk.desk.gap import Gap
    from agent_desk.desk.recent import RecentCall, RecentCalls
    from agent_desk.sandbox.world import World
    from agent_desk.voicenter.realtime import LinkState, Received
    from agent_desk.voicenter.rest import RestClient

LOG_DELAY_S: Final = 0.1
_ASK_AFTER_S: Final = (0.0, 0.2, 0.6, 2.0)


def own_calls(rest: RestClient, url: str) -> OwnCalls:
    """Active Calls of the own phones."""
    return OwnCalls(ActiveCalls(rest, Endpoints.at(url), _code), lambda: OWN)


def _code() -> Secret:
    return Secret("apicode")


class Recovery:
    """Follows what a desk is told, and fills its gaps."""

    def __init__(
        self, rest: RestClient, url: str, desk: Desk, clock: Clock, scope: TaskScope
    ) -> None:
        pace = RateLimiter()
        call_log = CallLog(rest, Endpoints.at(url), _code, pace=pace)
        self.is_asking = False
        self._found: dict[tuple[datetime, datetime], set[str]] = {}
        self._look_up = LookUp(call_log, clock, "IL")
        self._desk = desk
        self._scope = scope
        self._times = BlindTimes(clock)
        self._gaps = Gaps(self, self._show, self._was_seen, ask_after_s=_ASK_AFTER_S)

    @property
    def recovered(self) -> set[str]:
        """The ids that only the call log knows; a slow link may tell of some after all."""
        return {call_id for ids in self._found.values() for call_id in ids - self._seen(ids)}

    def on_state(self, state: LinkState) -> None:
        self._fill(self._times.turn(state.state))

    def on_received(self, item: Received) -> None:
        server_time = getattr(item.event, "server_time", None)
        self._fill(self._times.hear(server_time and server_time.at, item.monotonic))

    def lost(self, world: World) -> set[str]:
        """The finished calls of the own phones that nobody has told the agent of."""
        own = {
            row.call_id
            for row in world.call_log
            if {row.caller_extension, row.target_extension}.intersection(OWN)
        }
        return own - self._seen(own) - self.recovered

    async def calls_between(
        self, began: datetime, ended: datetime, own: frozenset[str]
    ) -> RecentCalls:
        self.is_asking = True
        try:
            return await self._look_up.calls_between(began, ended, own)
        finally:
            self.is_asking = False

    def _fill(self, span: tuple[datetime, datetime] | None) -> None:
        if span is not None:
            self._scope.start(self._gaps.fill(*span, frozenset(OWN)), name="gap")

    def _show(self, gap: Gap) -> None:
        self._found[gap.began, gap.ended] = {call.call_id for call in gap.recovered}

    def _was_seen(self, call: RecentCall) -> bool:
        return bool(self._seen({call.call_id}))

    def _seen(self, ids: set[str]) -> set[str]:
        return {
            call_id
            for call_id in ids
            if any(self._desk.has_seen(CallKey(sip, call_id)) for sip in OWN)
        }
