from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.card import (
    Card,
    CustomField,
    LinkKind,
    LinkReason,
    TitleSource,
    WhyKind,
)
from agent_desk.desk.cards import CardStyle, build_card
from agent_desk.desk.custom import LabelMap
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.label_rule import LabelRule
from agent_desk.desk.people import People
from agent_desk.desk.recent import ListState, RecentCalls
from agent_desk.desk.state import CallFacts, CallKey, Direction, Outcome, Phase
from agent_desk.voicenter.events import Extension, ExtensionsSnapshot, QueuesSnapshot
from tests.unit.desk.scene import QUEUE, at, queue_of

GUARD = GuardView(GuardState.WILL_RECORD)
NUMBER = PhoneNumber("0501234567")


@pytest.fixture
def people() -> People:
    people = People()
    people.take(ExtensionsSnapshot((Extension("SIPSIP2", agent_name="Dana"),)))
    people.take(QueuesSnapshot((queue_of(),)))
    return people


def facts(**more: Any) -> CallFacts:  # noqa: ANN401 - fields of any type
    key = CallKey("SIPSIP1", "c1")
    return replace(
        CallFacts(key, Phase.RINGING, Direction.INCOMING, NUMBER, queue_id=QUEUE), **more
    )


@pytest.mark.parametrize(
    ("more", "title", "source", "why"),
    [
        ({"name": "Dana Levi"}, "Dana Levi", TitleSource.CALLER_NAME, [WhyKind.NAME_FROM_CALL]),
        ({}, "+972 50-123-4567", TitleSource.NUMBER, [WhyKind.NO_NAME]),
        ({"name": "Anonymous"}, "+972 50-123-4567", TitleSource.NUMBER, [WhyKind.NO_NAME]),
        ({"name": "0501234567"}, "+972 50-123-4567", TitleSource.NUMBER, [WhyKind.NAME_IS_NUMBER]),
        ({"name": "+972 50-1"}, "+972 50-123-4567", TitleSource.NUMBER, [WhyKind.NAME_IS_NUMBER]),
        ({"name": "SALES"}, "+972 50-123-4567", TitleSource.NUMBER, [WhyKind.NAME_IS_QUEUE_LABEL]),
        (
            {"name": "Sales", "original_name": "Dana Levi"},
            "Dana Levi",
            TitleSource.CALLER_NAME,
            [WhyKind.NAME_FROM_CALL],
        ),
        (
            {"number": PhoneNumber("Anonymous"), "name": "Anonymous"},
            "",
            TitleSource.HIDDEN,
            [WhyKind.NUMBER_HIDDEN, WhyKind.NO_NAME],
        ),
        (
            {"number": PhoneNumber("Anonymous"), "name": "Dana Levi"},
            "Dana Levi",
            TitleSource.CALLER_NAME,
            [WhyKind.NAME_FROM_CALL],
        ),
        ({"number": PhoneNumber("SIPSIP2")}, "Dana", TitleSource.EXTENSION, [WhyKind.COLLEAGUE]),
        (
            {"number": PhoneNumber("SIPSIP9"), "name": "SIPSIP9"},
            "SIPSIP9",
            TitleSource.NUMBER,
            [WhyKind.NAME_IS_NUMBER],
        ),
        (
            {"name": "Dana Levi", "is_adopted": True},
            "Dana Levi",
            TitleSource.CALLER_NAME,
            [WhyKind.NAME_FROM_CALL, WhyKind.ADOPTED],
        ),
    ],
)
def test_the_best_name_and_why(
    people: People, more: dict[str, Any], title: str, source: TitleSource, why: list[WhyKind]
) -> None:
    card = build_card(facts(**more), people, GUARD)
    assert (card.title, card.title_source, list(card.why)) == (title, source, why)


def test_a_contact_is_the_best_name_of_all(people: People) -> None:
    asked: list[PhoneNumber] = []

    def contact_of(number: PhoneNumber) -> str:
        asked.append(number)
        return "Dana from Acme" if number == NUMBER else ""

    card = build_card(facts(name="Dana Levi"), people, GUARD, contact_of=contact_of)
    assert (card.title, card.title_source) == ("Dana from Acme", TitleSource.CONTACT)
    assert card.why == (WhyKind.NAME_FROM_CONTACT,)
    other = build_card(
        facts(number=PhoneNumber("0521234567")), people, GUARD, contact_of=contact_of
    )
    assert other.title_source is TitleSource.NUMBER
    build_card(facts(number=PhoneNumber("Anonymous")), people, GUARD, contact_of=contact_of)
    assert asked == [NUMBER, PhoneNumber("0521234567")]


def test_everything_else_on_a_card(people: People) -> None:
    talks = RecentCalls(ListState.LOADING)
    call = facts(
        phase=Phase.ENDED,
        did="0722776772",
        custom_data={"clientID": 12345},
        started_at=at(0),
        elapsed_from=17.0,
        outcome=Outcome.TAKEN_ELSEWHERE,
        talk_s=3,
        ring_s=4,
        taken_by="Dana",
        transferred_by="Noa",
    )
    style = CardStyle(labels=LabelMap((LabelRule("clientid", "Client"),)))
    card = build_card(call, people, GUARD, style=style, is_stale=True, talks=talks)
    assert card == Card(
        key=call.key,
        phase=Phase.ENDED,
        direction=Direction.INCOMING,
        number=NUMBER,
        title="+972 50-123-4567",
        title_source=TitleSource.NUMBER,
        number_text="+972 50-123-4567",
        copy_text="+972501234567",
        region="IL",
        queue_name="Sales",
        line_text="072-277-6772",
        fields=(CustomField("Client", "12345"),),
        guard=GUARD,
        why=(WhyKind.NO_NAME,),
        elapsed_from=17.0,
        started_at=at(0),
        outcome=Outcome.TAKEN_ELSEWHERE,
        talk_s=3,
        ring_s=4,
        taken_by="Dana",
        transferred_by="Noa",
        is_stale=True,
        talks=talks,
        links=(LinkReason(LinkKind.NOTHING),),
    )


@pytest.mark.parametrize(
    ("more", "is_spied_on"),
    [({}, False), ({"is_spied_on": True}, True), ({"direction": Direction.SPY}, True)],
)
def test_listening_in_shows(people: People, more: dict[str, Any], *, is_spied_on: bool) -> None:
    assert build_card(facts(**more), people, GUARD).is_spied_on is is_spied_on
