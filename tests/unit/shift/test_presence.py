"""The agent's status against the sandbox: set, refused, lost, late, set elsewhere."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.clock import SystemClock
from agent_desk.core.privacy import Secret
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.people import People
from agent_desk.desk.presence import CONFIRM_WITHIN_S, PresenceView, Stage, Status
from agent_desk.sandbox import HttpFault, Sandbox
from agent_desk.shift.presence import Presence
from agent_desk.shift.services import Services
from agent_desk.voicenter.endpoints import Endpoints
from agent_desk.voicenter.events import Extension, ExtensionsSnapshot
from agent_desk.voicenter.session import Stack
from tests.helpers.until import until
from tests.unit.shift.working import ACCOUNT, CODE, COLLEAGUE, ME, Remembering, Work, working

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.sandbox.requests import RecordedRequest

LOGIN, LOGOUT, LUNCH, TRAINING = 1, 2, 3, 11
SET = "/UserLogin/SetStatusFromAPI"
NAMES = "/UserLogin/GetStatusesList"
REFUSED = HttpFault(body='{"Status": 2, "StatusError": 2, "StatusErroMessage": "Seat in use"}')
AGREED = HttpFault(body='{"Status": 1, "StatusError": 1, "StatusErroMessage": "OK"}')


class HastyClock(SystemClock):
    """Runs ahead of the machine's by ``ahead_s``."""

    ahead_s = 0.0

    def monotonic(self) -> float:
        return time.monotonic() + self.ahead_s


async def shown(work: Work, is_so: Callable[[PresenceView], bool]) -> PresenceView:
    """What is shown, once it is as wanted."""

    def found() -> PresenceView | None:
        view = work.view.presences[-1] if work.view.presences else None
        return view if view is not None and is_so(view) else None

    view = await until(found, 10, what=f"another status than {work.view.presences[-1:]}")
    assert view is not None
    return view


async def settled(work: Work, code: int) -> PresenceView:
    return await shown(work, lambda view: view.code == code and view.stage is Stage.SETTLED)


async def named(work: Work) -> PresenceView:
    """What is shown once the account's names are known."""
    return await shown(work, lambda view: any(status.color for status in view.statuses))


def sent(sandbox: Sandbox) -> list[tuple[object, object, object]]:
    """User, extension and status of every request to set one."""
    bodies = [request.body for request in sandbox.requests if is_set(request)]
    return [(b["UserId"], b["ExtensionUser"], b["Status"]) for b in bodies if isinstance(b, dict)]


def is_set(request: RecordedRequest) -> bool:
    return request.path.casefold() == SET.casefold()


async def test_the_status_and_the_accounts_names_come_with_the_sign_in() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        view = await named(work)
        assert (view.code, view.stage, view.is_stale) == (LOGIN, Stage.SETTLED, False)
        assert view.status(LOGIN) == Status(LOGIN, "", "#0A6638")


async def test_a_change_is_shown_when_the_event_confirms_it() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        await settled(work, LOGIN)
        work.shift.set_status(LUNCH)
        view = work.view.presences[-1]
        assert (view.code, view.asked, view.stage) == (LOGIN, LUNCH, Stage.ASKING)
        view = await settled(work, LUNCH)
        assert view.since is not None
        assert sandbox.world.extension(ME).status == LUNCH
        user = sandbox.world.extension(ME).owner.id
        assert sent(sandbox) == [(str(user), ME, LUNCH)]
        work.shift.set_status(LUNCH)
        assert work.view.presences[-1] is view


async def test_the_answer_alone_confirms_nothing_and_the_event_may_be_late() -> None:
    clock = HastyClock()
    async with Sandbox() as sandbox, working(sandbox, clock=clock) as work:
        await settled(work, LOGIN)
        sandbox.faults.http[SET] = AGREED
        work.shift.set_status(LUNCH)
        view = await shown(work, lambda view: view.stage is Stage.WAITING)
        assert view.code == LOGIN
        clock.ahead_s = CONFIRM_WITHIN_S
        view = await shown(work, lambda view: view.stage is Stage.OVERDUE)
        assert (view.code, view.asked) == (LOGIN, LUNCH)
        sandbox.world.set_status(ME, LUNCH)
        await settled(work, LUNCH)


async def test_an_answer_that_was_lost_is_no_failure_where_the_event_comes() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        await settled(work, LOGIN)
        sandbox.faults.http[SET] = HttpFault(is_cut=True)
        work.shift.set_status(LUNCH)
        view = await shown(work, lambda view: view.stage is Stage.OVERDUE)
        assert (view.code, view.failure_code) == (LOGIN, "unreachable")
        sandbox.world.set_status(ME, LUNCH)
        await settled(work, LUNCH)


async def test_a_refusal_is_shown_with_its_reason() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        await settled(work, LOGIN)
        sandbox.world.set_status(ME, LOGIN, user_id=sandbox.world.extension(COLLEAGUE).owner.id)
        await until(lambda: any(taken for taken, _ in work.view.seats))
        work.shift.set_status(LUNCH)
        view = await shown(work, lambda view: view.stage is Stage.REFUSED)
        assert (view.code, view.asked, view.failure_code) == (LOGIN, LUNCH, "seat_in_use")
        assert sandbox.world.extension(ME).status == LOGIN


async def test_another_status_set_elsewhere_wins_and_is_said() -> None:
    clock = HastyClock()
    async with Sandbox() as sandbox, working(sandbox, clock=clock) as work:
        await settled(work, LOGIN)
        sandbox.faults.http[SET] = AGREED
        work.shift.set_status(LUNCH)
        await shown(work, lambda view: view.stage is Stage.WAITING)
        sandbox.world.set_status(ME, TRAINING)
        view = await shown(work, lambda view: view.stage is Stage.ELSEWHERE)
        assert (view.code, view.asked) == (TRAINING, LUNCH)


async def test_of_two_wishes_the_last_one_is_set_last() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        await settled(work, LOGIN)
        for code in (LUNCH, TRAINING, LOGOUT):
            work.shift.set_status(code)
        await settled(work, LOGOUT)
        assert sent(sandbox)[-1][2] == LOGOUT
        assert sandbox.world.extension(ME).status == LOGOUT
        work.shift.set_status(LOGIN)  # nobody is logged in there now: it is the owner's again
        await settled(work, LOGIN)


async def test_a_change_without_a_wish_is_shown() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        await settled(work, LOGIN)
        sandbox.world.set_status(COLLEAGUE, TRAINING)
        sandbox.world.set_status(ME, LUNCH)
        await settled(work, LUNCH)
        assert sent(sandbox) == []


@pytest.mark.parametrize(
    ("code", "error_code"), [(None, "no_api_code"), (Secret("wrong"), "api_code")]
)
async def test_without_the_api_code_it_is_asked_for(code: Secret | None, error_code: str) -> None:
    async with Sandbox() as sandbox, working(sandbox, code=code) as work:
        await settled(work, LOGIN)
        work.shift.set_status(LUNCH)
        view = await shown(work, lambda view: view.stage is Stage.REFUSED)
        assert view.failure_code == error_code
        assert [error.code for error in work.view.code_errors] == [error_code]


async def test_names_are_asked_for_again_once_the_code_is_known() -> None:
    known: list[Secret] = []
    async with (
        Sandbox() as sandbox,
        working(sandbox, code=lambda: known[-1] if known else None) as work,
    ):
        view = await settled(work, LOGIN)
        assert all(not status.color for status in view.statuses)
        known.append(Secret("apicode"))
        work.shift.code_changed()
        await named(work)


async def test_an_accounts_own_names_are_kept_as_they_are() -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.http[NAMES] = HttpFault(body='{"Statuses":[{"ID":3,"Name":"Siesta"}]}')
        async with working(sandbox) as work:
            view = await shown(work, lambda view: len(view.statuses) == 1)
            assert view.statuses == (Status(LUNCH, "Siesta"),)


async def test_extensions_of_the_same_user_change_together() -> None:
    async with Sandbox() as sandbox:
        user = sandbox.world.extension(ME).owner.id
        sandbox.world.set_status(COLLEAGUE, LOGIN, user_id=user)
        async with working(sandbox, ACCOUNT, extensions=(ME, COLLEAGUE, "SIPSIP3")) as work:
            await settled(work, LOGIN)
            work.shift.set_status(LUNCH)
            await settled(work, LUNCH)
            assert sent(sandbox) == [(str(user), ME, LUNCH), (str(user), COLLEAGUE, LUNCH)]
            assert sandbox.world.extension(COLLEAGUE).status == LUNCH


async def test_where_only_the_first_extension_changed_it_is_not_called_refused() -> None:
    async with Sandbox() as sandbox:
        user = sandbox.world.extension(ME).owner.id
        sandbox.world.set_status(COLLEAGUE, LOGIN, user_id=user)
        async with working(sandbox, ACCOUNT, extensions=(ME, COLLEAGUE)) as work:
            await settled(work, LOGIN)
            sandbox.faults.http[SET] = HttpFault.slow(0.1)
            work.shift.set_status(LUNCH)
            await until(lambda: len(sent(sandbox)) == 1)
            sandbox.faults.http[SET] = REFUSED
            view = await shown(work, lambda view: view.failure_code != "")
            assert (view.stage, view.failure_code) == (Stage.PARTLY, "seat_in_use")
            assert (view.done_on, view.open_on) == ((ME,), (COLLEAGUE,))
            await shown(work, lambda view: (view.code, view.stage) == (LUNCH, Stage.PARTLY))
            assert all(view.stage is not Stage.REFUSED for view in work.view.presences)
            sandbox.world.set_status(COLLEAGUE, LUNCH, user_id=user)
            await settled(work, LUNCH)


async def test_while_the_link_is_down_the_status_is_as_it_was() -> None:
    async with Sandbox() as sandbox, working(sandbox) as work:
        await settled(work, LOGIN)
        sandbox.faults.handshake_status = 503
        await sandbox.drop_connections()
        view = await shown(work, lambda view: view.is_stale)
        assert (view.code, view.stale_since is not None) == (LOGIN, True)
        sandbox.world.set_status(ME, TRAINING)
        sandbox.faults.handshake_status = None
        work.shift.try_now()
        view = await settled(work, TRAINING)
        await shown(work, lambda view: not view.is_stale)


async def test_nothing_can_be_asked_before_an_extension_is_followed() -> None:
    async with Sandbox() as sandbox, working(sandbox, ACCOUNT) as work:
        work.shift.set_status(LUNCH)
        work.shift.code_changed()
        assert sent(sandbox) == []


@pytest.mark.parametrize(("sip", "stage"), [(ME, Stage.WAITING), ("SIPGONE", Stage.REFUSED)])
async def test_a_user_whom_the_events_do_not_name_is_looked_up(sip: str, stage: Stage) -> None:
    people, view, scope = People(), Remembering(), TaskScope("test")
    people.take(ExtensionsSnapshot((Extension(sip, status_code=LOGIN),)))
    async with Sandbox() as sandbox:
        endpoints = Endpoints.at(sandbox.url)
        services = Services.open(endpoints, Stack.OLD, lambda: CODE, lambda _url: None)
        presence = Presence(
            services,
            people,
            view,
            ask_events=lambda: None,
            scope=scope,
            clock=SystemClock(),
            person_id=None,
        )
        try:
            presence.follow((sip,))
            presence.ask(LUNCH)
            await until(lambda: view.presences[-1].stage is stage)
            await until(lambda: not len(scope))
        finally:
            await scope.aclose()
            await services.aclose()
        assert sandbox.world.extension(ME).status == (LUNCH if sip == ME else LOGIN)
        assert view.presences[-1].failure_code == ("" if sip == ME else "no_user")
