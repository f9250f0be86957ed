"""Mutes that go wrong in the whole program: never "muted" without the service's own word for it.

The sandbox knows the truth: which requests came, what it did, whether the recording is muted.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QTimer

from agent_desk.core.link import Link
from agent_desk.sandbox import MuteBase, MuteFault, MuteReport, MuteRule, Sandbox
from agent_desk.ui.widgets import MuteControl, MutedBand
from agent_desk.ui.widgets.mute import MuteState
from tests.helpers.until import until
from tests.ui.finders import has_button
from tests.ui.test_program_calls import ME, at_work, mute_control

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from agent_desk.sandbox.calls import Call
    from agent_desk.sandbox.mutes import MuteAsked
    from agent_desk.ui.pop import Pop
    from tests.ui.person import Person

MUTED = "Recording muted"
DISMISS = "Dismiss the warning"
AGAIN = "It is sent again as soon as it can be."
UNKNOWN = "Nobody knows whether this is recorded."
OTHERWISE = "The phone system says otherwise."
_SUCCESS = {MuteFault.NONE, MuteFault.CONTRADICTED}
_LOOK_MS = 5
# Said at once: a second's patience while there is no link, and the next look at the clock.
_AT_ONCE_S = 2.5
# A contradiction counts three seconds after the answer.
_SETTLED_S = 3.2
# What is sent again is sent by then.
_LONG_S = 3.0


class Witness:
    """Looks all the time whether a window says "muted" oftener than the service did."""

    def __init__(self, sandbox: Sandbox, *windows: QWidget) -> None:
        self.lies: list[str] = []
        self._sandbox = sandbox
        self._windows = windows
        self._claims = dict.fromkeys(windows, 0)
        self._is_said = dict.fromkeys(windows, False)
        self._timer = QTimer()
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _on_timer_timeout(self) -> None:
        done = sum(is_success(each) for each in self._sandbox.world.recorder.asked if each.muted)
        for window in self._windows:
            is_said = any(band.isVisible() for band in window.findChildren(MutedBand))
            if is_said and not self._is_said[window]:
                self._claims[window] += 1
                if self._claims[window] > done:
                    self.lies.append(f"{type(window).__name__} said muted after {done} answers")
            self._is_said[window] = is_said


def is_success(asked: MuteAsked) -> bool:
    """Whether the service said that it did what was asked."""
    return asked.answered is not None and asked.fault in _SUCCESS


@dataclass
class Talk:
    """A person in a call, with its pop in front of them."""

    person: Person
    sandbox: Sandbox
    call: Call
    pop: Pop

    @property
    def control(self) -> MuteControl:
        return mute_control(self.pop)

    @property
    def asked(self) -> list[MuteAsked]:
        """The requests that came for this call."""
        every = self.sandbox.world.recorder.asked
        return [each for each in every if self.call.ivrid in each.call_ids]

    def go_wrong(self, fault: MuteFault = MuteFault.NONE, **more: Any) -> None:  # noqa: ANN401
        """From now on requests are treated so."""
        self.sandbox.world.recorder.rule(MuteRule(fault, **more))

    def press(self) -> None:
        """Press the mute control."""
        self.control.click()

    async def until_later(self, seconds: float) -> None:
        """Let so much time pass since the last answer, or since now where there is none."""
        clock = self.sandbox.world.clock
        since = max((each.answered or 0 for each in self.asked), default=0) or clock.monotonic()
        await until(lambda: clock.monotonic() - since >= seconds)

    async def reads(self, *words: str) -> None:
        """Wait until the pop says all this."""
        for each in words:
            await self.person.until_read(each, self.pop)

    async def is_muted(self) -> None:
        """Wait until the pop says so, and check that it is true."""
        await self.reads(MUTED)
        assert self.call.is_muted
        assert self.control.state is MuteState.MUTED

    async def has_failed(self, *words: str) -> None:
        """Wait until the failure is said, loudly, and nothing says "muted"."""
        await self.person.until_button(DISMISS, self.pop)
        await self.reads(*words)
        assert self.control.state is MuteState.MUTE_FAILED
        assert not self.person.reads(MUTED, self.pop)
        await until(lambda: not self.person.reads(MUTED))  # the window follows the pop


@asynccontextmanager
async def talking(app: QApplication, home: Path) -> AsyncIterator[Talk]:
    """Somebody talks, and nothing ever lies about the recording."""
    async with at_work(app, home) as (person, sandbox):
        call = sandbox.world.ring(ME, "0501234567", name="Dana Levi")
        call.answer()
        pop = await person.pop(call)
        await person.until_read("Talking", pop)
        witness = Witness(sandbox, pop, person.window)
        try:
            yield Talk(person, sandbox, call, pop)
        finally:
            witness.stop()
        assert witness.lies == []


# ------------------------------------------------------------------------------- slow, cut, lost


async def test_a_slow_mute_is_pending_until_it_is_answered(qapp: QApplication, home: Path) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(delay_s=0.3)
        talk.press()
        await talk.reads("Still recording")
        assert talk.control.state is MuteState.MUTING
        await until(lambda: talk.asked)
        assert not talk.call.is_muted
        assert not talk.person.reads(MUTED, talk.pop)
        await talk.is_muted()
        assert len(talk.asked) == 1


@pytest.mark.parametrize("fault", [MuteFault.DROPPED, MuteFault.LOST])
async def test_a_mute_whose_connection_broke_is_sent_again_at_once(
    qapp: QApplication, home: Path, fault: MuteFault
) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(fault, times=2)
        talk.press()
        await talk.is_muted()
        assert [each.fault for each in talk.asked] == [fault, fault, MuteFault.NONE]


@pytest.mark.parametrize("fault", [MuteFault.DROPPED, MuteFault.LOST])
async def test_without_any_answer_it_is_said_and_sent_until_there_is_one(
    qapp: QApplication, home: Path, fault: MuteFault
) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(fault)
        talk.press()
        await talk.has_failed("Still recording", AGAIN)
        assert talk.call.is_muted is (fault is MuteFault.LOST)
        talk.sandbox.world.recorder.behave()
        await talk.is_muted()
        assert not talk.person.reads(AGAIN, talk.pop)


# --------------------------------------------------------------------------------------- refused


@pytest.mark.parametrize(
    "fault",
    [
        MuteFault.REFUSED,
        MuteFault.UNKNOWN_CALL,
        MuteFault.UNKNOWN_EXTENSION,
        MuteFault.BAD_PARAMETERS,
    ],
)
async def test_a_clear_no_is_loud_stays_and_is_not_asked_for_again(
    qapp: QApplication, home: Path, fault: MuteFault
) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(fault)
        talk.press()
        await talk.has_failed()
        assert not talk.person.reads(AGAIN, talk.pop)
        assert len(talk.asked) == 1
        assert not talk.call.is_muted
        talk.call.hold()
        await talk.reads("On hold", "Still recording")
        await talk.has_failed()
        talk.sandbox.world.recorder.behave()
        talk.press()
        await talk.is_muted()


async def test_only_the_call_that_was_refused_is_said_to_be_recorded(
    qapp: QApplication, home: Path
) -> None:
    async with talking(qapp, home) as talk:
        other = talk.sandbox.world.ring(ME, "0521112222")
        other.answer()
        pop = await talk.person.pop(other)
        await talk.person.until_read("Talking", pop)
        talk.go_wrong(MuteFault.REFUSED, ivrid=other.ivrid)
        mute_control(pop).click()
        talk.press()
        await talk.is_muted()
        await talk.person.until_button(DISMISS, pop)
        assert not talk.person.reads(MUTED, pop)
        assert not other.is_muted


# --------------------------------------------------------------------------------- the two bases


@pytest.mark.parametrize(
    ("missing", "asked"),
    [(MuteBase.MONITOR, [MuteBase.MONITOR, MuteBase.OLDER]), (MuteBase.OLDER, [MuteBase.MONITOR])],
)
async def test_one_of_the_two_addresses_is_enough(
    qapp: QApplication, home: Path, missing: MuteBase, asked: list[MuteBase]
) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(MuteFault.NOT_OFFERED, base=missing)
        talk.press()
        await talk.is_muted()
        assert [each.base for each in talk.asked] == asked
        talk.press()
        await until(lambda: not talk.call.is_muted)
        assert [each.base for each in talk.asked] == asked * 2


async def test_where_neither_address_offers_it_that_is_said(qapp: QApplication, home: Path) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(MuteFault.NOT_OFFERED)
        talk.press()
        await talk.has_failed()
        assert len(talk.asked) == 2


# ----------------------------------------------------------------------- what events say of it


async def test_an_event_that_agrees_is_a_second_confirmation(
    qapp: QApplication, home: Path
) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(report=MuteReport.EVENT, report_after_s=0.3)
        talk.press()
        await talk.is_muted()
        assert not talk.person.reads("Confirmed", talk.pop)
        await talk.reads("Confirmed")
        assert talk.call.says_muted


async def test_an_event_before_the_answer_is_no_answer(qapp: QApplication, home: Path) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(MuteFault.REFUSED, delay_s=0.3)
        talk.press()
        await until(lambda: talk.asked)
        talk.call.tell_muted(is_muted=True)
        talk.call.hold()
        await talk.reads("On hold")
        assert not talk.person.reads(MUTED, talk.pop)
        await talk.person.until_button(DISMISS, talk.pop)
        assert not talk.person.reads(MUTED, talk.pop)


@pytest.mark.parametrize("report", [MuteReport.PASSING, MuteReport.NEVER])
async def test_where_no_event_follows_the_answer_alone_counts(
    qapp: QApplication, home: Path, report: MuteReport
) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(report=report)
        talk.press()
        await talk.is_muted()
        talk.call.hold()
        await talk.reads("On hold")
        await talk.is_muted()
        is_told = report is MuteReport.PASSING
        await until(lambda: talk.person.reads("Confirmed", talk.pop) is is_told)


async def test_a_contradiction_is_loud_on_a_service_that_tells_of_mutes(
    qapp: QApplication, home: Path
) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(report=MuteReport.EVENT)
        talk.press()
        await talk.reads("Confirmed")
        talk.press()
        await until(lambda: talk.control.state is MuteState.RECORDING)
        talk.go_wrong(
            MuteFault.CONTRADICTED, report=MuteReport.EVENT, report_after_s=_SETTLED_S, muted=True
        )
        talk.press()
        await talk.reads(MUTED)
        await talk.has_failed(OTHERWISE)
        assert not talk.call.is_muted


async def test_a_contradiction_means_nothing_where_no_event_ever_told_of_a_mute(
    qapp: QApplication, home: Path
) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(report=MuteReport.NEVER)
        talk.press()
        await talk.is_muted()
        await talk.until_later(_SETTLED_S)
        talk.call.tell_muted(is_muted=False)
        talk.call.hold()
        await talk.reads("On hold")
        await talk.is_muted()


# ---------------------------------------------------------------------------------------- resume


@pytest.mark.parametrize("fault", [MuteFault.DROPPED, MuteFault.LOST])
async def test_a_resume_without_an_answer_is_unknown_and_not_repeated(
    qapp: QApplication, home: Path, fault: MuteFault
) -> None:
    async with talking(qapp, home) as talk:
        talk.press()
        await talk.is_muted()
        talk.go_wrong(fault, muted=False)
        talk.press()
        await talk.reads(UNKNOWN)
        assert not talk.person.reads(MUTED, talk.pop)
        assert talk.control.state is MuteState.UNKNOWN
        assert [each.muted for each in talk.asked] == [True, False]
        assert talk.call.is_muted is (fault is MuteFault.DROPPED)
        talk.press()  # to mute is safe whatever is the case
        await talk.is_muted()


async def test_a_refused_resume_says_that_it_is_still_muted(qapp: QApplication, home: Path) -> None:
    async with talking(qapp, home) as talk:
        talk.press()
        await talk.is_muted()
        talk.go_wrong(MuteFault.REFUSED, muted=False)
        talk.press()
        await talk.person.until_button(DISMISS, talk.pop)
        await talk.reads(MUTED)
        assert talk.control.state is MuteState.RESUME_FAILED
        assert talk.call.is_muted


# --------------------------------------------------------------------------------- the dead link


async def test_a_mute_works_while_only_the_socket_is_dead(qapp: QApplication, home: Path) -> None:
    async with talking(qapp, home) as talk:
        talk.sandbox.faults.handshake_status = 503
        await talk.sandbox.drop_connections()
        await until(lambda: talk.person.program.link is not Link.CONNECTED)
        talk.press()
        await talk.is_muted()
        assert talk.person.program.link is not Link.CONNECTED
        talk.press()
        await until(lambda: not talk.call.is_muted)
        await until(lambda: talk.control.state is MuteState.RECORDING)


async def test_with_everything_dead_it_is_said_and_sent_once_the_api_answers_again(
    qapp: QApplication, home: Path
) -> None:
    async with talking(qapp, home) as talk:
        [server] = talk.sandbox.monitors
        talk.sandbox.faults.handshake_status = 503  # the socket does not come back
        await server.stop()
        await until(lambda: talk.person.program.link is not Link.CONNECTED)
        talk.press()
        await until(lambda: has_button(talk.pop, DISMISS), _AT_ONCE_S)
        await talk.has_failed("cannot be reached", AGAIN)
        assert talk.asked == []
        await server.start()
        await talk.is_muted()
        assert talk.person.program.link is not Link.CONNECTED


async def test_while_the_api_is_silent_and_the_socket_dead_it_is_said_at_once(
    qapp: QApplication, home: Path
) -> None:
    async with talking(qapp, home) as talk:
        talk.sandbox.faults.handshake_status = 503
        await talk.sandbox.drop_connections()
        await until(lambda: talk.person.program.link is not Link.CONNECTED)
        talk.go_wrong(delay_s=2.0, times=1)
        talk.press()
        await until(lambda: has_button(talk.pop, DISMISS), _AT_ONCE_S)
        await talk.has_failed()
        await talk.is_muted()  # the answer was only late


async def test_a_mute_is_never_sent_after_its_call(qapp: QApplication, home: Path) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(MuteFault.DROPPED, ivrid=talk.call.ivrid)
        talk.press()
        await talk.has_failed(AGAIN)
        talk.call.hang_up()
        await talk.reads("Ended")
        sent = len(talk.asked)
        talk.sandbox.world.recorder.behave()
        # The next call is another one: it records until somebody mutes it.
        after = talk.sandbox.world.ring(ME, "0521112222")
        after.answer()
        pop = await talk.person.pop(after)
        await talk.person.until_read("Talking", pop)
        await talk.until_later(_LONG_S)
        assert len(talk.asked) == sent
        assert not after.is_muted
        assert mute_control(pop).state is MuteState.RECORDING


async def test_a_mute_is_not_sent_after_signing_out(qapp: QApplication, home: Path) -> None:
    async with talking(qapp, home) as talk:
        talk.go_wrong(MuteFault.DROPPED)
        talk.press()
        await talk.has_failed(AGAIN)
        talk.person.choose_in_menu("Sign out")
        await talk.person.until_asked()
        sent = len(talk.asked)
        talk.sandbox.world.recorder.behave()
        talk.person.sign_in()
        await talk.person.until_connected()
        pop = await talk.person.pop(talk.call)
        await talk.person.until_read("Talking", pop)
        await talk.until_later(_LONG_S)
        assert len(talk.asked) == sent
        assert not talk.call.is_muted
        assert mute_control(pop).state is MuteState.RECORDING
