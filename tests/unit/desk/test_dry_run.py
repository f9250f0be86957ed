from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.card import LinkKind, TitleSource, WhyKind
from agent_desk.desk.cards import PLAIN, CardStyle, build_card
from agent_desk.desk.custom import MAX_FIELDS, Fate, LabelMap
from agent_desk.desk.dry_run import MOST_CALLS, PastCall, PastCalls, dry_run, row_of
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.label_rule import LabelRule
from agent_desk.desk.people import People
from agent_desk.desk.recent import ListState, RecentCall, RecentCalls
from agent_desk.desk.state import (
    CallFacts,
    CallKey,
    Direction,
    Outcome,
    Phase,
    Transition,
    TransitionKind,
)
from agent_desk.voicenter.events import Extension, ExtensionsSnapshot, QueuesSnapshot
from tests.unit.desk.scene import QUEUE, at, queue_of

NUMBER = PhoneNumber("0501234567")
CRM = "https://crm.example.com/{value}"


def past(**more: Any) -> PastCall:  # noqa: ANN401 - fields of any type
    """A call from outside, as it stood when it rang."""
    names = {name: more.pop(name) for name in ("queue_name", "colleague") if name in more}
    return PastCall(facts(**more), at(0), **names)


def facts(**more: Any) -> CallFacts:  # noqa: ANN401 - fields of any type
    key = CallKey("SIPSIP1", "c1")
    return replace(CallFacts(key, Phase.RINGING, Direction.INCOMING, NUMBER), **more)


def style(*rules: LabelRule, hosts: frozenset[str] = frozenset()) -> CardStyle:
    return CardStyle(labels=LabelMap(rules, hosts))


@pytest.mark.parametrize(
    ("more", "title", "source", "why"),
    [
        ({"name": "Dana Levi"}, "Dana Levi", TitleSource.CALLER_NAME, WhyKind.NAME_FROM_CALL),
        ({}, "+972 50-123-4567", TitleSource.NUMBER, WhyKind.NO_NAME),
        (
            {"name": "Sales", "queue_name": "Sales"},
            "+972 50-123-4567",
            TitleSource.NUMBER,
            WhyKind.NAME_IS_QUEUE_LABEL,
        ),
        ({"colleague": "Noa"}, "Noa", TitleSource.EXTENSION, WhyKind.COLLEAGUE),
        ({"number": PhoneNumber("")}, "", TitleSource.HIDDEN, WhyKind.NUMBER_HIDDEN),
    ],
)
def test_whom_the_card_would_name(
    more: dict[str, Any], title: str, source: TitleSource, why: WhyKind
) -> None:
    card = row_of(past(**more), PLAIN).card
    assert (card.title, card.title_source, card.why[0]) == (title, source, why)


@pytest.mark.parametrize(
    ("rule", "fate", "label", "link", "kind"),
    [
        (None, Fate.SHOWN, "Client ID", "", LinkKind.NOTHING),
        (LabelRule("clientID", "Client"), Fate.SHOWN, "Client", "", LinkKind.NOTHING),
        (LabelRule("ClientId", is_hidden=True), Fate.HIDDEN, "Client ID", "", LinkKind.NOTHING),
        (
            LabelRule("clientID", link=CRM),
            Fate.SHOWN,
            "Client ID",
            "https://crm.example.com/77",
            LinkKind.FROM_RULE,
        ),
        (
            LabelRule("clientID", link="https://other.example.com/{value}"),
            Fate.SHOWN,
            "Client ID",
            "",
            LinkKind.HOST_NOT_ALLOWED,
        ),
        (
            LabelRule("clientID", link="javascript:{value}"),
            Fate.SHOWN,
            "Client ID",
            "",
            LinkKind.NO_ADDRESS,
        ),
    ],
)
def test_what_a_rule_does(
    rule: LabelRule | None, fate: Fate, label: str, link: str, kind: LinkKind
) -> None:
    rules = () if rule is None else (rule,)
    row = row_of(
        past(custom_data={"var_clientID": 77}),
        style(*rules, hosts=frozenset({"crm.example.com"})),
    )
    [value] = row.values
    assert (value.key, value.rule, value.fate) == ("var_clientID", rule, fate)
    assert value.field.label == label
    assert (row.link.link if row.link else "") == link
    assert [reason.kind for reason in row.card.links] == [kind]
    assert row.renamed == ((value,) if rule is not None and rule.label else ())
    assert row.hidden == ((value,) if fate is Fate.HIDDEN else ())
    assert row.unmatched == ()


def test_a_rule_that_meets_nothing_is_told() -> None:
    rule, other = LabelRule("lastTicket", "Ticket", link=CRM), LabelRule("b")
    row = row_of(past(custom_data={"b": 1, "lastTicket": ""}), style(rule, other))
    assert row.unmatched == (rule,)
    assert row.link is None


def test_what_the_service_adds_and_what_is_too_much_is_told() -> None:
    data = {f"key{number}": number for number in range(MAX_FIELDS + 2)}
    row = row_of(past(custom_data={"AIExists": 1, **data}), PLAIN)
    fates = [value.fate for value in row.values]
    assert fates == [Fate.PLUMBING, *[Fate.SHOWN] * MAX_FIELDS, *[Fate.TOO_MANY] * 2]


def test_the_card_is_the_one_that_a_live_call_gets() -> None:
    people = People()
    people.take(ExtensionsSnapshot((Extension("SIPSIP2", agent_name="Dana"),)))
    people.take(QueuesSnapshot((queue_of(),)))
    data = {"site": "https://example.com", "n": [1]}
    calls = [
        facts(queue_id=QUEUE, name="SALES", custom_data=data),
        facts(number=PhoneNumber("SIPSIP2"), is_adopted=True, key=CallKey("SIPSIP1", "c2")),
        facts(number=PhoneNumber(""), custom_data={"clientID": 5}, key=CallKey("SIPSIP1", "c3")),
    ]
    rules = style(LabelRule("clientID", "Client", link=CRM), LabelRule("n", is_hidden=True))
    past_calls = PastCalls()
    for number, call in enumerate(calls):
        past_calls.see(Transition(TransitionKind.RINGING, call, at(number)), people)
    guard = GuardView(GuardState.NOT_RECORDED)
    rows = dry_run(past_calls.newest, rules)
    assert [row.card for row in rows] == [
        build_card(call, people, guard, style=rules) for call in reversed(calls)
    ]


def seen(call_id: str, second: float = 0, **more: Any) -> Transition:  # noqa: ANN401 - any field
    call = facts(key=CallKey("SIPSIP1", call_id), **more)
    return Transition(TransitionKind.RINGING, call, at(second))


def logged(call_id: str, second: float = 0) -> RecentCall:
    return RecentCall(
        call_id=call_id,
        at=at(second),
        direction=Direction.INCOMING,
        outcome=Outcome.COMPLETED,
        number=NUMBER,
        number_text="+972 50-123-4567",
        queue_name="Sales",
        custom_data={"clientID": "77"},
    )


def ids(calls: PastCalls) -> list[str]:
    return [call.facts.key.call_id for call in calls.newest]


def test_a_call_is_remembered_as_it_stood_last_and_when_it_came() -> None:
    calls = PastCalls()
    calls.see(seen("a", 0), People())
    calls.see(seen("b", 5), People())
    calls.see(seen("a", 9, phase=Phase.ENDED, custom_data={"late": 1}), People())
    assert ids(calls) == ["b", "a"]
    last = calls.newest[-1]
    assert (last.at, last.facts.phase, last.is_from_log) == (at(0), Phase.ENDED, False)
    assert last.facts.custom_data == {"late": 1}


def test_a_call_whose_time_nobody_knows_is_the_oldest() -> None:
    calls = PastCalls()
    calls.see(replace(seen("timeless"), at=None), People())
    calls.see(seen("a", -5000), People())
    calls.see(seen("b", 9, started_at=at(-9000)), People())
    assert ids(calls) == ["a", "b", "timeless"]


def test_the_log_adds_what_was_not_seen() -> None:
    calls = PastCalls()
    calls.see(seen("a", 10), People())
    calls.read_log(RecentCalls(ListState.READY, (logged("a", 9), logged("b", 5), logged("c", 20))))
    assert ids(calls) == ["c", "a", "b"]
    call = calls.newest[0]
    assert call.is_from_log
    row = row_of(call, style(LabelRule("clientID", "Client")))
    assert [(field.label, field.value) for field in row.card.fields] == [("Client", "77")]
    assert row.card.queue_name == "Sales"
    assert row.card.started_at == at(20)


@pytest.mark.parametrize(
    ("state", "stay"),
    [
        (ListState.UNASKED, True),
        (ListState.LOADING, True),
        (ListState.FAILED, True),
        (ListState.READY, False),
        (ListState.NO_CODE, False),
    ],
)
def test_calls_of_the_log_stay_until_there_is_another_answer(
    state: ListState, *, stay: bool
) -> None:
    calls = PastCalls()
    calls.read_log(RecentCalls(ListState.READY, (logged("b"),)))
    calls.read_log(RecentCalls(state))
    assert ids(calls) == (["b"] if stay else [])


def test_no_more_calls_are_remembered_than_are_shown() -> None:
    calls = PastCalls()
    for number in range(MOST_CALLS * 3):
        calls.see(seen(str(number), number), People())
    newest = [str(number) for number in range(MOST_CALLS * 3)][: -MOST_CALLS - 1 : -1]
    assert ids(calls) == newest
    many = tuple(logged(f"log{number}", -number) for number in range(MOST_CALLS * 2))
    calls.read_log(RecentCalls(ListState.READY, many))
    assert ids(calls) == newest
    fresh = PastCalls()
    fresh.read_log(RecentCalls(ListState.READY, many))
    assert len(fresh.newest) == MOST_CALLS


def test_what_is_remembered_prints_nothing_of_the_caller() -> None:
    call = past(name="Dana Levi", custom_data={"secret": "s3cret"}, queue_name="Sales")
    printed = repr(call) + repr(logged("a"))
    assert "0501234567" not in printed
    assert "Dana" not in printed
    assert "s3cret" not in printed
