"""The agent's status during a shift: set when it is wished for, shown as the events tell it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from agent_desk.core.errors import AgentDeskError
from agent_desk.desk.presence import NOBODY, STANDARD_NAMES, PresenceState, Stage, Status
from agent_desk.voicenter.errors import ApiCodeError, RejectedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.core.tasks import TaskScope
    from agent_desk.desk.people import People
    from agent_desk.desk.presence import PresenceView, StatusRequest
    from agent_desk.shift.services import Services
    from agent_desk.shift.view import ShiftView
    from agent_desk.voicenter.events import Extension
    from agent_desk.voicenter.status import StatusName

_log = logging.getLogger(__name__)


class NoUserError(RejectedError):
    """Neither the events nor the active calls name a user of the extension."""

    code = "no_user"
    message = "Voicenter does not say whose extension this is."
    next_step = "Tell your administrator."


class Presence:
    """Follows and sets the status on the agent's own extensions.

    ``look`` is for after every event, ``tick`` for about twice a second. ``person_id`` is who
    signed in, where that is known. ``ask_events`` asks for what the service holds to be true.
    """

    def __init__(
        self,
        services: Services,
        people: People,
        view: ShiftView,
        *,
        ask_events: Callable[[], None],
        scope: TaskScope,
        clock: Clock,
        person_id: int | None,
    ) -> None:
        self._services = services
        self._people = people
        self._view = view
        self._ask_events = ask_events
        self._scope = scope
        self._clock = clock
        self._person_id = person_id
        self._own: tuple[str, ...] = ()
        self._heard: dict[str, Extension | None] = {}
        self._state = PresenceState()
        self._shown = NOBODY
        self._turn = asyncio.Lock()

    def follow(self, own: tuple[str, ...]) -> None:
        """These are the agent's extensions from now on."""
        self._own = own
        self._heard = {}
        self._state.follow(own)
        self.look()
        self._show()
        self.code_changed()

    def look(self) -> None:
        """Take over what the last event said of the own extensions; cheap where it said nothing."""
        is_news = False
        for sip in self._own:
            extension = self._people.extensions.get(sip)
            if extension is not None and extension is not self._heard.get(sip):
                is_news = True
                self._heard[sip] = extension
                code, since = extension.status_code, extension.status_since
                self._state.hear(sip, code, since, self._clock.monotonic())
        if is_news:
            self._show()

    def see(self, *, is_blind: bool) -> None:
        """Whether events are missed from now on."""
        if is_blind is not self._shown.is_stale:
            self._state.see(is_stale=is_blind, since=self._clock.now() if is_blind else None)
            self._show()

    @property
    def view(self) -> PresenceView:
        """How the status stands, as it is shown."""
        return self._shown

    @property
    def status(self) -> tuple[int | None, datetime | None]:
        """The status and since when, by the service's clock; nothing while it cannot be seen."""
        view = self._shown
        return (None, None) if view.is_stale else (view.code, view.since)

    def tick(self) -> None:
        """Time passed."""
        self._state.tick(self._clock.monotonic())
        self._show()

    def ask(self, code: int) -> None:
        """The agent wants this status."""
        if self._own:
            request = self._state.ask(code, self._of_one_user())
            if request is not None:
                self._show()
                self._scope.start(self._set(request), name="set_status")

    def code_changed(self) -> None:
        """The API code may be known now: ask what the account calls its statuses."""
        if self._own:
            self._scope.start(self._fetch_names(), name="status_names")

    def _show(self) -> None:
        view = self._state.view
        if view == self._shown:
            return
        is_lost = view.stage is Stage.OVERDUE and self._shown.stage is not Stage.OVERDUE
        self._shown = view
        self._view.show_presence(view)
        if is_lost and not view.is_stale:
            self._ask_events()  # the event may be lost; the next snapshot says how it is

    def _of_one_user(self) -> tuple[str, ...]:
        """The first of the own extensions, and the others that are the same user's."""
        first = self._own[0]
        user = self._user(first)
        return (
            first,
            *(sip for sip in self._own[1:] if user is not None and self._user(sip) == user),
        )

    def _user(self, sip: str) -> int | None:
        """Who is to be set on an extension: whoever signed in here, where it is theirs.

        Otherwise whoever is logged in there, or else the user it belongs to.
        """
        extension = self._people.extensions.get(sip)
        return None if extension is None else self._user_of(extension)

    def _user_of(self, extension: Extension) -> int | None:
        if self._person_id and self._person_id in (extension.user_id, extension.online_user_id):
            return self._person_id
        return extension.online_user_id or extension.user_id or None

    async def _set(self, request: StatusRequest) -> None:
        # One after the other, so that the last one wished for is the last one set.
        async with self._turn:
            if not self._state.is_last(request):
                return
            done = 0
            try:
                user_id = await self._user_id(request.extensions[0])
                for sip in request.extensions:
                    await self._services.status.set(
                        user_id=user_id, extension=sip, status=request.code
                    )
                    done += 1
            except AgentDeskError as error:
                _log.info("status not set: %s", error.code)
                now = self._clock.monotonic()
                self._state.fail(request, error.code, error.message, now, done=done)
                if isinstance(error, ApiCodeError):
                    self._view.ask_api_code(error)
            else:
                self._state.accept(request, self._clock.monotonic())
            self._show()

    async def _user_id(self, sip: str) -> int:
        user_id = self._user(sip)
        if user_id is None:
            found = await self._services.active_calls.extensions(sip)
            known = next((each for each in found.extensions if each.sip == sip), None)
            user_id = None if known is None else self._user_of(known)
        if user_id is None:
            raise NoUserError
        return user_id

    async def _fetch_names(self) -> None:
        """The account's own names; without them the standard ones serve."""
        try:
            found = await self._services.status.names()
        except AgentDeskError as error:
            _log.debug("no names of statuses: %s", error.code)
            return
        self._state.name(tuple(_status(each) for each in found))
        self._show()


def _status(found: StatusName) -> Status:
    """A name that is the service's own is translated like those of accounts without names."""
    is_standard = found.name.casefold() == STANDARD_NAMES.get(found.code, "").casefold()
    return Status(found.code, "" if is_standard else found.name, found.color)
