"""The guard under every order of presses, answers, events and pauses: it never claims too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from agent_desk.desk.guard import CONTRADICTION_GRACE_S, GuardState, GuardView, RecordingGuard
from agent_desk.desk.state import Phase

if TYPE_CHECKING:
    from agent_desk.desk.guard import MuteRequest

SAYS_MUTED = {GuardState.MUTED, GuardState.MUTED_CONFIRMED}


class GuardMachine(RuleBasedStateMachine):
    requests = Bundle("requests")

    def __init__(self) -> None:
        super().__init__()
        self.guard = RecordingGuard()
        self.now = 100.0
        self.answered: list[tuple[float, bool]] = []
        self.heard_recording_at = 0.0
        self.is_failure_open = False

    def view(self) -> GuardView:
        return self.guard.view(Phase.TALKING, has_recording=True)

    @rule(target=requests, muted=st.booleans())
    def press(self, *, muted: bool) -> MuteRequest | None:
        request = self.guard.press(self.now, muted=muted)
        if request is not None:
            self.is_failure_open = False
        return request

    @rule(target=requests)
    def talk_began(self) -> MuteRequest | None:
        return self.guard.talk_began(self.now)

    @rule(request=requests)
    def succeed(self, request: MuteRequest | None) -> None:
        if request is not None:
            self.guard.succeed(request, self.now)
            self.answered.append((self.now, request.muted))
            self.is_failure_open = False

    @rule(request=requests)
    def fail(self, request: MuteRequest | None) -> None:
        if request is not None:
            before = self.view().state
            self.guard.fail(request, "rejected", self.now)
            self.is_failure_open |= before is GuardState.MUTING and self.view().state is not before

    @rule(is_muted=st.booleans(), is_reliable=st.booleans())
    def hear(self, *, is_muted: bool, is_reliable: bool) -> None:
        self.guard.hear(self.now, is_muted=is_muted, is_reliable=is_reliable)
        last = self.answered[-1][0] if self.answered else 0.0
        if not is_muted and is_reliable and self.now - last >= CONTRADICTION_GRACE_S:
            self.heard_recording_at = self.now

    @rule(seconds=st.sampled_from([0.5, 2.0, 4.0, 30.0]))
    def wait(self, seconds: float) -> None:
        self.now += seconds
        self.guard.tick(self.now)

    @rule()
    def dismiss(self) -> None:
        self.guard.dismiss(self.now)
        self.is_failure_open = False

    @invariant()
    def muted_needs_an_answer(self) -> None:
        if self.view().state in SAYS_MUTED:
            assert any(muted for _at, muted in self.answered)

    @invariant()
    def muted_bows_to_the_servers_last_word(self) -> None:
        if self.view().state in SAYS_MUTED:
            assert max(at for at, muted in self.answered if muted) >= self.heard_recording_at

    @invariant()
    def a_failed_mute_is_never_quiet(self) -> None:
        if self.is_failure_open:
            assert self.view().state is not GuardState.RECORDING

    @invariant()
    def a_timer_runs_exactly_while_muted(self) -> None:
        view = self.view()
        is_said = view.state in SAYS_MUTED | {GuardState.RESUMING, GuardState.RESUME_FAILED}
        assert (view.muted_from is not None) == is_said


TestGuard = GuardMachine.TestCase
TestGuard.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
