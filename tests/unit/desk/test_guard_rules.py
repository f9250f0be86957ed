"""Which titles call for a mute, what the rule does about it, and whose mute it leaves alone."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from agent_desk.core.foreground import FrontWindow
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.card import Card, TitleSource
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.guard_rules import (
    FLICKER_S,
    MAX_PATTERN,
    MAX_PATTERNS,
    MAX_TITLE,
    RuleWish,
    TitlePatterns,
    TitleRule,
)
from agent_desk.desk.state import CallKey, Direction, Phase

S = GuardState
FORM, MAIL = FrontWindow("Secure Payment - Browser"), FrontWindow("Inbox")
OURS = FrontWindow("Payment", is_ours=True, behind=FORM.title)
OURS_ONLY = FrontWindow("Payment", is_ours=True)  # what was behind it is gone
OURS_MAIL = FrontWindow("Payment", is_ours=True, behind=MAIL.title)

CALL = Card(
    key=CallKey("SIPSIP1", "1"),
    phase=Phase.TALKING,
    direction=Direction.INCOMING,
    number=PhoneNumber("0501234567"),
    title="Dana Levi",
    title_source=TitleSource.CALLER_NAME,
    number_text="",
    copy_text="",
    region="",
    queue_name="",
    line_text="",
    fields=(),
    guard=GuardView(S.RECORDING),
    why=(),
    elapsed_from=0.0,
    started_at=None,
)


# ---------------------------------------------------------------------------------------- titles


@pytest.mark.parametrize(
    ("pattern", "title"),
    [
        ("payment", "Secure Payment - Browser"),
        ("  PAYMENT ", "payment"),
        ("תשלום", "עמוד תשלום - דפדפן"),
        ("straße", "STRASSE 12"),
        ("café", "Cafe\u0301 order"),
        ("payment", "Pay\u00adment \u202eform"),
        ("payment", "Pay\0ment"),
        ("ＰＡＹ", "pay"),
        ("secure*browser", "Secure Payment - Browser"),
        ("*payment*", "Secure Payment - Browser"),
        ("*browser", "Secure Payment - Browser"),
        ("secure*", "Secure Payment - Browser"),
        ("a*b*b", "a b b"),
        ("[a-z]+(", "x [A-Z]+( x"),
        ("a b", "a\tb"),
    ],
)
def test_a_title_fits(pattern: str, title: str) -> None:
    assert TitlePatterns([pattern]).match(title)


@pytest.mark.parametrize(
    ("pattern", "title"),
    [
        ("payment", "Pay ment"),
        ("payment", ""),
        ("payment*", "Secure Payment"),
        ("*payment", "Payment - Browser"),
        ("a*a", "a"),
        ("ab*ba", "aba"),
        ("a*x*b", "a b"),
        (".*", "anything"),
        ("", "anything"),
        ("*", "anything"),
        (" ** *", "anything"),
        ("\u202e", "anything"),
    ],
)
def test_a_title_does_not_fit(pattern: str, title: str) -> None:
    assert not TitlePatterns([pattern]).match(title)


def test_patterns_without_a_letter_are_none() -> None:
    assert not TitlePatterns(["", "*", "\0"])
    assert TitlePatterns(["", "x"])


def test_of_very_many_and_long_patterns_only_so_much_counts() -> None:
    many = [*(f"none {at}" for at in range(MAX_PATTERNS)), "payment"]
    assert not TitlePatterns(many).match("payment")
    assert TitlePatterns(many[1:]).match("payment")
    assert not TitlePatterns(["x" * 100_000]).match("x" * (MAX_PATTERN - 1))


def test_what_stands_far_behind_in_a_title_does_not_count() -> None:
    assert TitlePatterns(["payment"]).match("x" * (MAX_TITLE - 20) + "payment")
    assert not TitlePatterns(["payment"]).match("x" * MAX_TITLE + "payment")


@pytest.mark.parametrize(
    "title",
    ["a" * 100_000, "a\0" * 50_000, "\u202e" * 100_000, "\ufdfa" * 100_000, "e\u0301" * 50_000],
)
def test_hostile_titles_cost_little(title: str) -> None:
    patterns = TitlePatterns(["*a" * 90 + "*b"] * MAX_PATTERNS)
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        assert not patterns.match(title)
        best = min(best, time.process_time() - began)
    assert best < 0.05


@given(st.text(), st.text(max_size=40))
def test_any_title_and_any_pattern_can_be_compared(title: str, pattern: str) -> None:
    TitlePatterns([pattern]).match(title)


@given(st.lists(st.text("ab", max_size=3), min_size=2, max_size=4), st.data())
def test_whatever_stands_for_the_stars_fits(parts: list[str], data: st.DataObject) -> None:
    fill = st.text("abx ", max_size=3)
    title = "[" + "".join(part + data.draw(fill) for part in parts[:-1]) + parts[-1] + "]"
    assert TitlePatterns(["[" + "*".join(parts) + "]"]).match(title)


# ------------------------------------------------------------------------------------- decisions


@dataclass
class Desk:
    """A rule, a call, and a service that does at once what is asked, unless it is slow."""

    rule: TitleRule = field(default_factory=TitleRule)
    cards: dict[str, Card] = field(default_factory=dict)
    now: float = 100.0
    asked: list[str] = field(default_factory=list)
    is_slow: bool = False

    def begin(self, *, resumes: bool = True) -> Desk:
        self.rule.set(TitlePatterns(["payment"]), resumes=resumes)
        self.show(CALL)
        return self

    def show(self, *cards: Card) -> None:
        self.cards |= {card.key.call_id: card for card in cards}
        newest = tuple(reversed(self.cards.values()))
        for wish in self.rule.follow(newest, self.now):
            self._do(wish.key.call_id, muted=wish.muted)

    def guard(self, state: GuardState, call_id: str = "1", **more: object) -> None:
        card = self.cards[call_id]
        self.show(replace(card, guard=GuardView(state, **more)))  # type: ignore[arg-type]

    def see(self, front: FrontWindow | None) -> None:
        for wish in self.rule.see(front, self.now):
            self._do(wish.key.call_id, muted=wish.muted)

    def wait(self, seconds: float) -> None:
        self.now += seconds
        for wish in self.rule.tick(self.now):
            self._do(wish.key.call_id, muted=wish.muted)

    def leave(self) -> None:
        self.see(MAIL)
        self.wait(FLICKER_S)

    def press(self, *, muted: bool, call_id: str = "1") -> None:
        """A person asks; the service does it at once."""
        self.guard(S.MUTING if muted else S.RESUMING, call_id)
        self.guard(S.MUTED if muted else S.RECORDING, call_id)

    def _do(self, call_id: str, *, muted: bool) -> None:
        self.asked.append(f"{'mute' if muted else 'resume'} {call_id}")
        if self.is_slow:
            self.guard(S.MUTING if muted else S.RESUMING, call_id)
        else:
            self.press(muted=muted, call_id=call_id)


def test_in_front_it_mutes_once_and_behind_it_resumes() -> None:
    desk = Desk().begin()
    desk.see(MAIL)
    assert desk.asked == []
    desk.see(FORM)
    desk.see(FrontWindow("Payment, step 2"))
    desk.show()
    assert desk.asked == ["mute 1"]
    desk.see(MAIL)
    assert desk.rule.due_at == desk.now + FLICKER_S
    desk.wait(FLICKER_S - 0.1)
    assert desk.asked == ["mute 1"]
    desk.wait(0.11)
    assert desk.asked == ["mute 1", "resume 1"]
    assert desk.rule.due_at is None
    desk.see(FORM)
    desk.leave()
    assert desk.asked == ["mute 1", "resume 1"] * 2


def test_without_a_pattern_nothing_happens() -> None:
    desk = Desk()
    desk.show(CALL)
    desk.see(FORM)
    desk.leave()
    assert desk.asked == []


def test_flicker_resumes_nothing() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    for _ in range(5):
        desk.see(MAIL)
        desk.wait(0.5)
        desk.see(FORM)
        desk.wait(0.5)
    assert desk.asked == ["mute 1"]


def test_absence_counts_from_the_first_other_window() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.see(MAIL)
    desk.wait(0.5)
    desk.see(FrontWindow("Chat"))
    desk.wait(0.3)
    assert desk.asked == ["mute 1", "resume 1"]


def test_our_own_windows_are_no_place_to_go() -> None:
    desk = Desk().begin()
    desk.see(OURS)
    assert desk.asked == []
    desk.see(FORM)
    desk.see(OURS)
    desk.wait(60)
    assert desk.asked == ["mute 1"]
    desk.see(MAIL)
    desk.see(OURS_MAIL)
    desk.wait(1)
    assert desk.asked == ["mute 1", "resume 1"]


@pytest.mark.parametrize("gone", [OURS_ONLY, OURS_MAIL])
def test_a_window_that_closes_or_is_renamed_behind_ours_is_left(gone: FrontWindow) -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.see(OURS)
    desk.wait(60)
    desk.see(gone)
    assert desk.asked == ["mute 1"]
    desk.wait(FLICKER_S)
    assert desk.asked == ["mute 1", "resume 1"]
    del desk.cards["1"]
    desk.show(replace(CALL, key=CallKey("SIPSIP1", "2")))
    desk.see(OURS)
    assert desk.asked == ["mute 1", "resume 1"]


def test_a_title_that_flickers_behind_ours_resumes_nothing() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    for front in (FrontWindow(""), OURS, OURS_MAIL, OURS):
        desk.see(front)
        desk.wait(0.5)
    desk.wait(60)
    assert desk.asked == ["mute 1"]


@pytest.mark.parametrize("front", [OURS, None])
def test_a_call_that_comes_while_the_window_is_not_in_front_waits(
    front: FrontWindow | None,
) -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.see(front)
    del desk.cards["1"]
    desk.show(replace(CALL, key=CallKey("SIPSIP1", "2")))
    desk.wait(60)
    assert desk.asked == ["mute 1"]
    desk.see(FORM)
    assert desk.asked == ["mute 1", "mute 2"]


def test_what_cannot_be_seen_was_not_left() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.see(None)
    desk.wait(60)
    assert desk.asked == ["mute 1"]


def test_a_call_that_comes_while_the_window_is_in_front_is_muted() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.show(
        replace(CALL, phase=Phase.HELD, guard=desk.cards["1"].guard),
        replace(CALL, key=CallKey("SIPSIP1", "2"), guard=GuardView(S.WILL_RECORD)),
    )
    assert desk.asked == ["mute 1", "mute 2"]
    desk.leave()
    assert desk.asked[2:] == ["resume 1", "resume 2"]


def test_a_call_that_comes_while_it_may_be_left_waits() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.see(MAIL)
    del desk.cards["1"]
    desk.show(replace(CALL, key=CallKey("SIPSIP1", "2")))
    assert desk.asked == ["mute 1"]
    desk.see(FORM)
    assert desk.asked == ["mute 1", "mute 2"]


def test_who_resumes_during_the_visit_has_decided() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.press(muted=False)
    desk.see(MAIL)
    desk.wait(0.3)
    desk.see(FORM)
    assert desk.asked == ["mute 1"]
    desk.leave()
    desk.see(FORM)
    assert desk.asked == ["mute 1"] * 2


def test_who_muted_again_is_not_undone() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.press(muted=False)
    desk.press(muted=True)
    desk.leave()
    assert desk.asked == ["mute 1"]


def test_what_a_person_muted_before_stays_muted_and_may_be_resumed() -> None:
    desk = Desk().begin()
    desk.press(muted=True)
    desk.see(FORM)
    desk.press(muted=False)
    desk.leave()
    assert desk.asked == []
    desk.press(muted=True)
    desk.see(FORM)
    desk.leave()
    assert desk.asked == []


def test_what_is_reported_as_muted_is_muted_and_not_resumed() -> None:
    desk = Desk().begin()
    desk.guard(S.RECORDING, is_reported_muted=True)
    desk.see(FORM)
    desk.leave()
    assert desk.asked == ["mute 1"]


def test_a_countdown_that_runs_out_in_front_counts_for_this_visit() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.guard(S.MUTED, resume_at=desk.now + 30)
    desk.wait(30)
    desk.guard(S.RESUMING)
    assert desk.asked == ["mute 1"]
    desk.guard(S.RECORDING)
    desk.wait(60)
    desk.see(MAIL)
    desk.see(FORM)
    assert desk.asked == ["mute 1"]
    desk.leave()
    desk.see(FORM)
    assert desk.asked == ["mute 1"] * 2
    desk.leave()
    assert desk.asked[2:] == ["resume 1"]


def test_who_resumes_before_the_countdown_has_decided() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.guard(S.MUTED, resume_at=desk.now + 30)
    desk.wait(29)
    desk.press(muted=False)
    assert desk.asked == ["mute 1"]


def test_a_mute_that_is_answered_after_the_window_was_left_is_resumed() -> None:
    desk = Desk(is_slow=True).begin()
    desk.see(FORM)
    desk.leave()
    assert desk.asked == ["mute 1"]
    desk.guard(S.MUTED)
    desk.show()
    assert desk.asked == ["mute 1", "resume 1"]


def test_a_visit_that_is_over_before_anything_said_so_is_another_one() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.press(muted=False)
    desk.see(MAIL)
    desk.now += FLICKER_S  # a tick that comes late, after the window
    desk.see(FORM)
    assert desk.asked == ["mute 1"] * 2


def test_who_resumes_a_call_that_came_while_it_was_not_in_front_has_decided() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.see(OURS)
    desk.show(replace(CALL, key=CallKey("SIPSIP1", "2")))
    desk.press(muted=True, call_id="2")
    desk.press(muted=False, call_id="2")
    desk.see(FORM)
    assert desk.asked == ["mute 1"]


def test_a_mute_that_somebody_took_over_after_the_window_was_left_is_not() -> None:
    desk = Desk(is_slow=True).begin()
    desk.see(FORM)
    desk.leave()
    desk.guard(S.MUTE_FAILED)
    desk.guard(S.MUTING)  # "Try again"
    desk.guard(S.MUTED)
    assert desk.asked == ["mute 1"]
    desk.press(muted=False)
    desk.see(FORM)
    assert desk.asked == ["mute 1"] * 2


def test_a_mute_that_tries_again_by_itself_stays_the_rules_own() -> None:
    desk = Desk(is_slow=True).begin()
    desk.see(FORM)
    desk.guard(S.MUTE_FAILED, is_retrying=True)
    desk.guard(S.MUTING)
    desk.guard(S.MUTED)
    desk.leave()
    assert desk.asked == ["mute 1", "resume 1"]


def test_who_has_read_that_it_failed_has_decided() -> None:
    desk = Desk(is_slow=True).begin()
    desk.see(FORM)
    desk.guard(S.MUTE_FAILED)
    desk.guard(S.RECORDING)
    assert desk.asked == ["mute 1"]


def test_a_failed_mute_of_somebody_is_sent_again_and_stays_theirs() -> None:
    desk = Desk().begin()
    desk.guard(S.MUTE_FAILED)
    desk.see(FORM)
    desk.leave()
    assert desk.asked == ["mute 1"]


@pytest.mark.parametrize("state", [S.RESUME_FAILED, S.UNKNOWN])
def test_in_doubt_it_mutes(state: GuardState) -> None:
    desk = Desk().begin()
    desk.guard(state)
    desk.see(FORM)
    assert desk.asked == ["mute 1"]


def test_back_while_it_resumes_it_mutes_again_once_that_is_answered() -> None:
    desk = Desk(is_slow=True).begin()
    desk.see(FORM)
    desk.guard(S.MUTED)
    desk.leave()
    assert desk.asked == ["mute 1", "resume 1"]
    desk.see(FORM)
    assert len(desk.asked) == 2
    desk.guard(S.RECORDING)
    assert desk.asked[2:] == ["mute 1"]


def test_back_before_the_wish_to_resume_was_carried_out_it_still_counts() -> None:
    rule = TitleRule()
    rule.set(TitlePatterns(["payment"]), resumes=True)
    rule.follow((CALL,), 0)
    rule.see(FORM, 0)
    muted = (replace(CALL, guard=GuardView(S.MUTED)),)
    rule.follow(muted, 0)
    rule.see(MAIL, 1)
    [wish] = rule.tick(2)
    assert not wish.muted
    assert rule.see(FORM, 2) == rule.follow(muted, 2) == ()
    assert rule.follow((replace(CALL, guard=GuardView(S.RESUMING)),), 2) == ()
    [wish] = rule.follow((CALL,), 3)
    assert wish.muted


def test_a_wish_that_came_to_nothing_is_repeated_at_the_next_visit() -> None:
    rule = TitleRule()
    rule.set(TitlePatterns(["payment"]), resumes=True)
    rule.follow((CALL,), 0)
    assert len(rule.see(FORM, 0)) == 1
    assert rule.see(MAIL, 1) == rule.tick(2) == ()
    assert len(rule.see(FORM, 3)) == 1


def test_calls_that_end_are_forgotten() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.show(replace(desk.cards["1"], phase=Phase.ENDED, guard=GuardView(S.NOT_RECORDED)))
    desk.leave()
    desk.cards.clear()
    desk.show()
    assert desk.asked == ["mute 1"]


def test_calls_that_are_not_recorded_are_left_alone_until_they_are() -> None:
    desk = Desk().begin()
    desk.guard(S.NOT_RECORDED)
    desk.see(FORM)
    assert desk.asked == []
    desk.guard(S.RECORDING)
    assert desk.asked == ["mute 1"]


def test_it_resumes_only_where_that_is_wanted() -> None:
    desk = Desk().begin(resumes=False)
    desk.see(FORM)
    desk.leave()
    assert desk.asked == ["mute 1"]
    desk.press(muted=False)
    desk.see(FORM)
    assert desk.asked == ["mute 1"] * 2


def test_another_rule_begins_anew_and_leaves_what_was_muted() -> None:
    desk = Desk().begin()
    desk.see(FORM)
    desk.rule.set(TitlePatterns(["other"]), resumes=True)
    desk.leave()
    assert desk.asked == ["mute 1"]


# ------------------------------------------------------------------------------------ all orders


class Shift(RuleBasedStateMachine):
    """A person, a service that answers in its time, windows that come and go."""

    def __init__(self) -> None:
        super().__init__()
        self.rule = TitleRule()
        self.rule.set(TitlePatterns(["payment"]), resumes=True)
        self.now = 0.0
        self.state = S.RECORDING
        self.resume_at: float | None = None
        self.owner = ""  # whose the present mute is
        self.front: FrontWindow | None = MAIL
        self.other: FrontWindow | None = MAIL  # the last that is not ours, while it is there
        self.away_since: float | None = -FLICKER_S  # nobody was there before
        self.has_decided = False
        self._tell()

    def _tell(self) -> None:
        if self.state not in (S.MUTED, S.MUTED_CONFIRMED):
            self.resume_at = None
        elif self.resume_at is None:
            self.resume_at = self.now + 30
        card = replace(CALL, guard=GuardView(self.state, resume_at=self.resume_at))
        self._do(self.rule.follow((card,), self.now))

    def _do(self, wishes: tuple[RuleWish, ...]) -> None:
        for wish in wishes:
            if wish.muted:
                assert self.front is FORM
                assert not self.has_decided
                assert self.state in (S.RECORDING, S.MUTE_FAILED, S.RESUME_FAILED)
                self.owner = "" if self.state is S.MUTE_FAILED else "rule"
                self.state = S.MUTING
            else:
                assert self.owner == "rule"
                assert self.away_since is not None
                assert self.now - self.away_since >= FLICKER_S
                assert self.state in (S.MUTED, S.MUTED_CONFIRMED)
                self.owner = ""
                self.state = S.RESUMING
            self._tell()

    def _see(self, front: FrontWindow) -> None:
        if front is FORM:
            if self.away_since is not None and self.now - self.away_since >= FLICKER_S:
                self.has_decided = False
            self.away_since = None
        elif self.away_since is None:
            self.away_since = self.now
        self.front = self.other = front
        self._do(self.rule.see(front, self.now))

    @rule()
    def form(self) -> None:
        self._see(FORM)

    @rule()
    def mail(self) -> None:
        self._see(MAIL)

    @rule()
    def ours(self) -> None:
        self.front = OURS_ONLY if self.other is None else OURS if self.other is FORM else OURS_MAIL
        self._do(self.rule.see(self.front, self.now))

    @rule()
    def unknown(self) -> None:
        self.front = None
        self._do(self.rule.see(None, self.now))

    @precondition(lambda self: self.front in (OURS, OURS_MAIL))
    @rule()
    def close(self) -> None:
        self.other = None
        if self.away_since is None:
            self.away_since = self.now
        self.ours()

    @rule(seconds=st.sampled_from([0.125, 0.375, 0.75, 5.0]))
    def wait(self, seconds: float) -> None:
        self.now += seconds
        self._do(self.rule.tick(self.now))

    @precondition(lambda self: self.resume_at is not None and self.state is S.MUTED)
    @rule()
    def count_down(self) -> None:
        assert self.resume_at is not None
        self.wait(max(0.0, self.resume_at - self.now))
        if self.state is S.MUTED:  # or the rule was first
            self.press_resume()

    @precondition(lambda self: self.state in (S.MUTING, S.RESUMING))
    @rule(is_ok=st.booleans())
    def answer(self, is_ok: bool) -> None:  # noqa: FBT001 - hypothesis hands it over by name
        if self.state is S.MUTING:
            self.state = S.MUTED if is_ok else S.MUTE_FAILED
        else:
            self.state = S.RECORDING if is_ok else S.RESUME_FAILED
        self._tell()

    @precondition(lambda self: self.state is S.MUTED)
    @rule()
    def confirm(self) -> None:
        self.state = S.MUTED_CONFIRMED
        self._tell()

    @precondition(lambda self: self.state in (S.RECORDING, S.MUTE_FAILED, S.RESUME_FAILED))
    @rule()
    def press_mute(self) -> None:
        self.owner = "person"
        self.state = S.MUTING
        self._tell()

    @precondition(lambda self: self.state in (S.MUTED, S.MUTED_CONFIRMED, S.RESUME_FAILED))
    @rule()
    def press_resume(self) -> None:
        self.owner = "person"
        self.has_decided = self.away_since is None or self.now - self.away_since < FLICKER_S
        self.state = S.RESUMING
        self._tell()

    @invariant()
    def what_is_in_front_is_not_recorded_unseen(self) -> None:
        if self.front is FORM and self.away_since is None and not self.has_decided:
            assert self.state is not S.RECORDING or self.owner == "person"


TestShift = Shift.TestCase
