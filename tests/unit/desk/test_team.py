"""The colleagues: what their rows say, and who is shown where."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.core.folding import folded
from agent_desk.desk.moment import Moment
from agent_desk.desk.people import Listed, People
from agent_desk.desk.state import Phase
from agent_desk.desk.team import Colleague, Order, Standing, Team, TeamList
from agent_desk.voicenter.events import (
    Call,
    CallStatus,
    Extension,
    ExtensionChanged,
    ExtensionReason,
    ExtensionsSnapshot,
    QueuesSnapshot,
    Users,
)
from tests.unit.desk.scene import (
    MONOTONIC,
    QUEUE,
    at,
    call,
    dialing,
    held,
    leg,
    queue_of,
    ringing,
    talking,
)

SIP = "SIPSIP2"


def moment(seconds: float) -> Moment:
    """The PC's own clock is wrong: nothing may come of it."""
    return Moment(MONOTONIC + seconds, at(seconds), at(seconds) - timedelta(days=3))


def people_of(*extensions: Extension) -> People:
    people = People()
    people.take(ExtensionsSnapshot(extensions))
    return people


def tell(people: People, extension: Extension) -> None:
    people.take(ExtensionChanged(extension, ExtensionReason.STATUS))


def row_of(extension: Extension, seconds: float = 100, own: tuple[str, ...] = ()) -> Colleague:
    [row] = Team(people_of(extension)).build(moment(seconds), own)
    return row


class TestRows:
    @pytest.mark.parametrize(
        ("code", "online", "standing"),
        [
            (1, 7, Standing.FREE),
            (2, None, Standing.OUT),
            (3, 7, Standing.AWAY),
            (99, None, Standing.AWAY),
            (0, 7, Standing.AWAY),
            (0, None, Standing.OUT),
            (None, None, Standing.OUT),
        ],
    )
    def test_a_status_stands_for(
        self, code: int | None, online: int | None, standing: Standing
    ) -> None:
        row = row_of(Extension(SIP, status_code=code, online_user_id=online))
        assert (row.standing, row.status_code, row.phase) == (standing, code or None, None)

    def test_a_status_has_a_time_by_the_servers_clock(self) -> None:
        row = row_of(Extension(SIP, status_code=1, status_since=at(40), last_call_at=at(30)))
        assert (row.since, row.timer_from) == (at(40), MONOTONIC + 40)
        assert row.last_call_at == at(30)

    def test_a_status_may_be_days_old(self) -> None:
        row = row_of(Extension(SIP, status_code=3, status_since=at(-200_000)))
        assert row.timer_from == MONOTONIC - 200_000

    def test_a_stamp_ahead_of_the_servers_clock_counts_from_now(self) -> None:
        row = row_of(Extension(SIP, status_code=3, status_since=at(103)))
        assert row.timer_from == MONOTONIC + 100

    def test_no_time_is_made_up(self) -> None:
        assert row_of(Extension(SIP, status_code=1)).timer_from is None
        [row] = Team(people_of(Extension(SIP, status_code=1, status_since=at(0)))).build(
            Moment(MONOTONIC), ()
        )
        assert (row.since, row.timer_from) == (at(0), None)

    def test_own_extensions_are_marked(self) -> None:
        assert row_of(Extension(SIP), own=(SIP,)).is_own
        assert not row_of(Extension(SIP)).is_own

    @pytest.mark.parametrize(
        ("live", "phase", "since"),
        [
            (ringing(started_at=at(90)), Phase.RINGING, 90),
            (dialing(started_at=at(90)), Phase.DIALING, 90),
            (talking(since=95), Phase.TALKING, 95),
            (talking(since=None, started_at=at(91)), Phase.TALKING, 91),
            (leg(1, CallStatus.DIALING), Phase.AGENT_RINGING, 0),
            (leg(1, CallStatus.TALKING, since=5), Phase.AGENT_UP, 0),
            (leg(2, CallStatus.TALKING), Phase.CUSTOMER_RINGING, 0),
        ],
    )
    def test_a_call_has_a_phase_and_a_time(self, live: Call, phase: Phase, since: int) -> None:
        row = row_of(Extension(SIP, (live,), status_code=1))
        assert (row.standing, row.phase, row.calls) == (Standing.ON_CALL, phase, 1)
        assert row.timer_from == MONOTONIC + since

    def test_of_several_calls_one_speaks(self) -> None:
        row = row_of(Extension(SIP, (held("a"), ringing("b"))))
        assert (row.phase, row.calls, row.call_id) == (Phase.HELD, 2, "a")
        row = row_of(Extension(SIP, (held("a"), talking("b"), ringing("c"))))
        assert (row.phase, row.calls, row.call_id) == (Phase.TALKING, 3, "b")

    def test_two_legs_are_one_call(self) -> None:
        legs = (leg(1, CallStatus.TALKING, since=5), leg(2, CallStatus.TALKING))
        row = row_of(Extension(SIP, legs))
        assert (row.phase, row.calls) == (Phase.CUSTOMER_RINGING, 1)

    def test_a_call_names_its_queue_and_nobody_else(self) -> None:
        live = call(queue_id=QUEUE, name="Dana Levi")
        people = people_of(Extension(SIP, (live,)))
        team = Team(people)
        [row] = team.build(moment(0), ())
        assert (row.queue_id, row.queue_name) == (QUEUE, "")
        people.take(QueuesSnapshot((queue_of(),)))
        [row] = team.build(moment(0), ())
        assert row.queue_name == "Sales"
        assert row.direction is live.direction
        every = str([getattr(row, name) for name in Colleague.__slots__])
        assert "Dana" not in every
        assert "501234567" not in every

    def test_names_come_from_users_extensions_and_the_list(self) -> None:
        people = people_of(
            Extension("A", online_user_id=7, agent_name="Noa"),
            Extension("B", agent_name="Noam", user_name="Office"),
            Extension("C", user_name="Front desk"),
            Extension("D"),
            Extension("E"),
        )
        people.take(Users({7: "Yael"}))
        people.learn(
            {"D": Listed("Tal", "204"), "F": Listed("Eli", "206"), "A": Listed("Old", "201")}
        )
        rows = {row.sip: row for row in Team(people).build(moment(0), ())}
        names = {sip: row.name for sip, row in rows.items()}
        assert names == {
            "A": "Yael",
            "B": "Noam",
            "C": "Front desk",
            "D": "Tal",
            "E": "",
            "F": "Eli",
        }
        assert (rows["A"].short, rows["D"].short, rows["E"].short) == ("201", "204", "")
        assert (rows["F"].standing, rows["F"].short) == (Standing.UNSEEN, "206")
        assert people.agent_name("206") == "Eli"
        assert people.agent_name("207") == ""

    def test_names_stay_out_of_reprs(self) -> None:
        row = row_of(Extension(SIP, (call(),), agent_name="Noa"))
        assert "Noa" not in repr(row)
        assert "Tal" not in repr(Listed("Tal", "204"))


class TestNews:
    def test_only_who_looks_different_is_told(self) -> None:
        people = people_of(Extension("A", status_code=1), Extension("B", status_code=1))
        team = Team(people)
        team.build(moment(0), ())
        tell(people, Extension("B", status_code=1))
        assert team.renew(["A", "B"], moment(1), ()) == ()
        tell(people, Extension("B", status_code=3))
        [row] = team.renew(["A", "B"], moment(2), ())
        assert (row.sip, row.status_code) == ("B", 3)
        assert team.renew(["B"], moment(3), ()) == ()

    def test_who_is_gone_is_passed_over_until_the_next_whole(self) -> None:
        people = people_of(Extension("A"), Extension("B"))
        team = Team(people)
        assert len(team.build(moment(0), ())) == 2
        people.take(ExtensionsSnapshot((Extension("A"),)))
        assert team.renew(["B"], moment(1), ()) == ()
        assert [row.sip for row in team.build(moment(1), ())] == ["A"]

    def test_who_is_new_is_told(self) -> None:
        people = people_of(Extension("A"))
        team = Team(people)
        team.build(moment(0), ())
        tell(people, Extension("B"))
        assert [row.sip for row in team.renew(["B"], moment(1), ())] == ["B"]

    def test_timers_do_not_jump_with_the_servers_whole_seconds(self) -> None:
        extension = Extension(SIP, status_code=1, status_since=at(0))
        team = Team(people_of(extension))
        [before] = team.build(moment(10), ())
        [jittered] = team.build(Moment(MONOTONIC + 11.4, at(10)), ())
        assert jittered.timer_from == before.timer_from
        [corrected] = team.build(Moment(MONOTONIC + 20, at(10)), ())
        assert corrected.timer_from == MONOTONIC + 10

    def test_a_hold_is_timed_where_it_was_seen_to_begin(self) -> None:
        people = people_of(Extension(SIP, (talking(since=5),)))
        team = Team(people)
        team.build(moment(10), ())
        tell(people, Extension(SIP, (held(since=5),)))
        [row] = team.renew([SIP], moment(20), ())
        assert (row.phase, row.timer_from) == (Phase.HELD, MONOTONIC + 20)
        tell(people, Extension(SIP, (held(since=5),), status_code=3))
        [row] = team.renew([SIP], moment(30), ())
        assert row.timer_from == MONOTONIC + 20
        tell(people, Extension(SIP, (talking(since=5),)))
        [row] = team.renew([SIP], moment(40), ())
        assert row.timer_from == MONOTONIC + 5

    def test_a_hold_that_was_on_before_has_no_time(self) -> None:
        people = people_of(Extension(SIP, (held(),)))
        [row] = Team(people).build(moment(10), ())
        assert (row.since, row.timer_from) == (None, None)

    def test_another_call_on_hold_has_a_time_of_its_own(self) -> None:
        people = people_of(Extension(SIP, (talking("a"),)))
        team = Team(people)
        team.build(moment(10), ())
        tell(people, Extension(SIP, (held("b"),)))
        [row] = team.renew([SIP], moment(20), ())
        assert row.timer_from is None


def who(name: str, sip: str = "", standing: Standing = Standing.FREE, short: str = "") -> Colleague:
    return Colleague(sip or name, name, short, standing)


MAYA = who("Maya Cohen", "SIPSIP1", Standing.ON_CALL)
NOAM = who("Noam Bar", "SIPSIP2", Standing.AWAY, "202")
AVI = who("Avi Shalom", "SIPSIP3", Standing.FREE)
JOSE = who("José Núñez", "SIPSIP10", Standing.OUT)
RUTH = who("רות כהן", "SIPSIP9", Standing.FREE)
ALL = (MAYA, NOAM, AVI, JOSE, RUTH)


def listed(*colleagues: Colleague, **choices: object) -> TeamList:
    team = TeamList()
    team.choose(**choices)  # type: ignore[arg-type]  # names of choices, checked by use
    team.fill(colleagues)
    team.sift()
    return team


def names(team: TeamList) -> list[str]:
    return [team.at(row).name.split()[0] for row in range(len(team))]


class TestList:
    def test_by_name_at_first(self) -> None:
        assert names(listed(*ALL)) == ["Avi", "José", "Maya", "Noam", "רות"]

    def test_the_nameless_stand_by_their_extension_as_a_person_counts(self) -> None:
        team = listed(*(replace(who(""), sip=f"SIPSIP{n}") for n in (10, 9, 2)))
        assert [team.at(row).sip for row in range(3)] == ["SIPSIP10", "SIPSIP2", "SIPSIP9"]
        same = listed(*(who("Desk", f"SIPSIP{n}") for n in (10, 9, 2)))
        assert [same.at(row).sip for row in range(3)] == ["SIPSIP2", "SIPSIP9", "SIPSIP10"]

    def test_by_state(self) -> None:
        assert names(listed(*ALL, order=Order.STATE)) == ["Avi", "רות", "Maya", "Noam", "José"]

    def test_favourites_first(self) -> None:
        team = listed(*ALL, favourites=frozenset({"SIPSIP2", "gone"}))
        assert names(team)[0] == "Noam"
        assert team.is_favourite("SIPSIP2")
        assert not team.is_favourite("SIPSIP1")

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("", ["Avi", "José", "Maya", "Noam", "רות"]),
            ("MAYA", ["Maya"]),
            ("jose nunez", ["José"]),
            ("cohen maya", ["Maya"]),
            ("sipsip1", ["José", "Maya"]),
            ("202", ["Noam"]),
            ("כהנ", ["רות"]),
            ("nobody", []),
            ("maya bar", []),
        ],
    )
    def test_search(self, words: str, found: list[str]) -> None:
        assert names(listed(*ALL, words=words)) == found

    def test_words_stay_until_others_come(self) -> None:
        team = listed(*ALL, words="a")
        team.choose(standing=Standing.FREE)
        team.sift()
        assert names(team) == ["Avi"]
        team.choose(words="")
        team.sift()
        assert len(team) == 5

    def test_one_who_changes_stays_leaves_and_comes(self) -> None:
        team = listed(*ALL, standing=Standing.FREE)
        assert names(team) == ["Avi", "רות"]
        assert team.stays(replace(AVI, status_code=1))
        assert team.stays(NOAM)
        busy = replace(AVI, standing=Standing.ON_CALL)
        assert not team.stays(busy)
        assert team.place(AVI.sip) == 0
        team.drop(AVI.sip)
        team.keep(busy)
        assert team.place(AVI.sip) is None
        assert team.wanted_place(AVI.sip) is None
        assert names(team) == ["רות"]
        assert team.get(AVI.sip) == busy
        free = replace(NOAM, standing=Standing.FREE)
        team.keep(free)
        assert team.wanted_place(NOAM.sip) == 0
        team.add(NOAM.sip)
        assert names(team) == ["Noam", "רות"]
        assert set(team.everybody()) == {MAYA, busy, free, JOSE, RUTH}

    @given(
        st.lists(
            st.tuples(st.integers(0, 7), st.sampled_from(Standing), st.sampled_from("abc")),
            max_size=40,
        ),
        st.sampled_from([None, Standing.FREE]),
        st.sampled_from(Order),
    )
    def test_steps_come_to_the_same_as_all_at_once(
        self,
        changes: list[tuple[int, Standing, str]],
        standing: Standing | None,
        order: Order,
    ) -> None:
        people = {str(n): who("x", str(n)) for n in range(8)}
        choices: dict[str, object] = {
            "standing": standing,
            "order": order,
            "favourites": frozenset({"3"}),
        }
        team = listed(*people.values(), **choices)
        for number, stands, name in changes:
            news = people[str(number)] = who(name, str(number), stands)
            if team.stays(news):
                team.keep(news)
                continue
            if team.place(news.sip) is not None:
                team.drop(news.sip)
            team.keep(news)
            if team.wanted_place(news.sip) is not None:
                team.add(news.sip)
        whole = listed(*people.values(), **choices)
        assert [team.at(n) for n in range(len(team))] == [whole.at(n) for n in range(len(whole))]
        assert all(team.place(team.at(n).sip) == n for n in range(len(team)))


def test_folding() -> None:
    assert folded("Ångström") == "angstrom"
    assert folded("MAYA") == "maya"
    assert folded("שָׁלוֹם") == folded("שלומ")
    assert folded("\u2066201\u2069") == "201"
