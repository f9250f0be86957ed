"""Calls that the agent starts from the window: asked of the service once, followed to their end."""

from __future__ import annotations

import logging
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, Final

from agent_desk.core.errors import AgentDeskError
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.dialling import OVER, Dial, DialState, DialView, variables_of
from agent_desk.voicenter.click2call import (
    CallingBarredError,
    CallNotStartedError,
    NotCallableError,
    PhoneOfflineError,
)
from agent_desk.voicenter.errors import ApiCodeError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from agent_desk.core.clock import Clock
    from agent_desk.desk.desk import Desk
    from agent_desk.desk.dialling import DialRequest, DialWish
    from agent_desk.voicenter.click2call import Click2Call

_log = logging.getLogger(__name__)

# Each has words of its own in the window.
_CODES: Final[dict[type[AgentDeskError], str]] = {
    NotCallableError: "not_callable",
    PhoneOfflineError: "phone_offline",
    CallingBarredError: "calling_barred",
    CallNotStartedError: "not_started",
}


def _unseen(_view: DialView) -> None:
    """Nobody looks."""


def _unasked(_error: AgentDeskError) -> None:
    """Nobody can be asked."""


class Dialling:
    """The calls of one shift that are started from here, one after the other.

    ``follow`` it before the first wish. ``is_blind`` says whether the link is down, ``resync``
    asks for the calls as they are now. Call ``look`` after each message and every half a second;
    it costs nothing while no call of ours is live.
    """

    def __init__(
        self,
        click2call: Click2Call,
        desk: Desk,
        clock: Clock,
        *,
        is_blind: Callable[[], bool],
        resync: Callable[[], None],
    ) -> None:
        self._click2call = click2call
        self._desk = desk
        self._clock = clock
        self._is_blind = is_blind
        self._resync = resync
        self._dial = Dial()
        self._shown = DialView()
        self._show: Callable[[DialView], None] = _unseen
        self._ask_code: Callable[[AgentDeskError], None] = _unasked
        self._scope = TaskScope("dialling")

    @property
    def view(self) -> DialView:
        """How the last call from here stands."""
        return self._dial.view

    @property
    def extensions(self) -> Collection[str]:
        """The codes of the extensions that are known."""
        return self._desk.people.extensions.keys()

    @property
    def is_on_call(self) -> bool:
        """Whether a call is live on an own extension, started from here or not."""
        calls = self._desk.shown(self._clock.monotonic(), linger_s=0)
        return any(call.phase not in OVER for call in calls)

    def follow(
        self,
        show: Callable[[DialView], None],
        ask_code: Callable[[AgentDeskError], None] = _unasked,
    ) -> None:
        """Tell ``show`` from now on what changed, and ``ask_code`` that the API code is missing."""
        self._show, self._ask_code = show, ask_code
        show(self._shown)

    def dial(self, wish: DialWish) -> None:
        """Call; or do nothing, where that would be twice, or ask whether it is meant."""
        extension = next(iter(self._desk.own), "") if wish.about is None else wish.about.extension
        if not extension:
            return
        now = self._clock.monotonic()
        self.look()
        request = self._dial.wish(
            self._with_custom_data(wish), extension, self._desk.shown(now, linger_s=inf), now
        )
        self._tell()
        if request is not None:
            self._scope.start(self._send(request), name="dial")

    def hang_up(self) -> None:
        """End what runs on the extension, while a call of ours does."""
        request = self._dial.hang_up()
        self._tell()
        if request is not None:
            self._scope.start(self._end_calls(request), name="hang_up")

    def drop_question(self) -> None:
        """The agent does not insist."""
        self._dial.drop_question()
        self._tell()

    def look(self) -> None:
        """See what became of it."""
        now = self._clock.monotonic()
        if self._dial.is_followed(now):
            calls = self._desk.shown(now, linger_s=inf)
            self._dial.look(calls, now, is_blind=self._is_blind())
            self._tell()

    async def aclose(self) -> None:
        """Give up what has no answer yet."""
        await self._scope.aclose()

    async def _send(self, request: DialRequest) -> None:
        wish, options = request.wish, request.wish.options
        try:
            call_id = await self._click2call.call(
                request.extension,
                wish.target,
                record=options.record,
                caller_id=options.caller_id,
                auto_answer=options.auto_answer,
                variables=dict(options.variables),
            )
        except AgentDeskError as error:
            _log.info("not dialled: %s", error.code)
            code = _CODES.get(type(error), error.code)
            self._dial.fail(request, code, error.message, self._clock.monotonic())
            if isinstance(error, ApiCodeError):
                self._ask_code(error)
            elif self._dial.view.state is DialState.UNKNOWN:
                self._resync()
        else:
            self._dial.accept(request, call_id, self._clock.monotonic())
        self._tell()
        self.look()  # its events may have come before the answer

    async def _end_calls(self, request: DialRequest) -> None:
        try:
            await self._click2call.terminate(
                request.extension, is_wanted=lambda: self._dial.is_hang_up_wanted(request)
            )
        except AgentDeskError as error:
            _log.info("not hung up: %s", error.code)
            self._dial.hung_up(request, error.code)
            if isinstance(error, ApiCodeError):
                self._ask_code(error)
        else:
            self._dial.hung_up(request)
        self._tell()

    def _with_custom_data(self, wish: DialWish) -> DialWish:
        """``wish`` with the custom data of the call that it goes back to."""
        facts = None if wish.about is None else self._desk.facts(wish.about)
        if facts is None or wish.options.variables:
            return wish
        variables = variables_of(facts.custom_data)
        return replace(wish, options=replace(wish.options, variables=variables))

    def _tell(self) -> None:
        view = self._dial.view
        if view != self._shown:
            self._shown = view
            self._show(view)
