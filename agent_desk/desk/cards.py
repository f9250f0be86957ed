"""From what is known of a call to the card that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk import numbers
from agent_desk.desk.card import NO_TALKS, Card, TitleSource, WhyKind
from agent_desk.desk.custom import NO_LABELS, Fate, LabelMap, explain
from agent_desk.desk.links import reasons_of
from agent_desk.voicenter.events import Direction

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.desk.guard import GuardView
    from agent_desk.desk.people import People
    from agent_desk.desk.recent import RecentCalls
    from agent_desk.desk.state import CallFacts


@dataclass(frozen=True, slots=True)
class CardStyle:
    """What an administrator or the agent chose for cards."""

    region: str = numbers.DEFAULT_REGION
    labels: LabelMap = NO_LABELS


PLAIN: Final = CardStyle()


def build_card(
    facts: CallFacts,
    people: People,
    guard: GuardView,
    *,
    style: CardStyle = PLAIN,
    contact_of: Callable[[PhoneNumber], str] | None = None,
    is_stale: bool = False,
    talks: RecentCalls = NO_TALKS,
) -> Card:
    """The card of one call.

    ``contact_of`` gives the agent's own name for a number, ``""`` for none; ``talks`` are earlier
    calls with this person.
    """
    shown = numbers.show(facts.number, style.region)
    queue_name = people.queue_name(facts.queue_id)
    contact = contact_of(facts.number) if contact_of and facts.number else ""
    title, source, why = _title(facts, people, contact, shown.text)
    if facts.is_adopted:
        why = (*why, WhyKind.ADOPTED)
    line = numbers.show(PhoneNumber(facts.did), style.region)
    values = explain(facts.custom_data, style.labels)
    return Card(
        key=facts.key,
        phase=facts.phase,
        direction=facts.direction,
        number=facts.number,
        title=title,
        title_source=source,
        number_text=shown.text,
        copy_text=shown.copy_text,
        region=shown.region,
        queue_name=queue_name,
        line_text=line.local_text,
        fields=tuple(each.field for each in values if each.fate is Fate.SHOWN),
        guard=guard,
        why=why,
        elapsed_from=facts.elapsed_from,
        started_at=facts.started_at,
        outcome=facts.outcome,
        talk_s=facts.talk_s,
        ring_s=facts.ring_s,
        taken_by=facts.taken_by,
        transferred_by=facts.transferred_by,
        is_spied_on=facts.is_spied_on or facts.direction is Direction.SPY,
        is_stale=is_stale,
        talks=talks,
        links=reasons_of(values, style.labels),
    )


def _title(
    facts: CallFacts, people: People, contact: str, number_text: str
) -> tuple[str, TitleSource, tuple[WhyKind, ...]]:
    """The best name there is, where it comes from, and why no better one."""
    if contact:
        return contact, TitleSource.CONTACT, (WhyKind.NAME_FROM_CONTACT,)
    colleague = people.agent_name(facts.number.raw)
    if colleague:
        return colleague, TitleSource.EXTENSION, (WhyKind.COLLEAGUE,)
    queue_name = people.queue_name(facts.queue_id)
    why = WhyKind.NO_NAME
    # The service may have put its own label over the name that the caller came with.
    for name in (facts.name, facts.original_name):
        verdict = _verdict(name, facts, queue_name)
        if verdict is WhyKind.NAME_FROM_CALL:
            return name, TitleSource.CALLER_NAME, (verdict,)
        if why is WhyKind.NO_NAME:
            why = verdict
    if facts.number.is_hidden:
        return "", TitleSource.HIDDEN, (WhyKind.NUMBER_HIDDEN, why)
    return number_text, TitleSource.NUMBER, (why,)


def _verdict(name: str, facts: CallFacts, queue_name: str) -> WhyKind:
    """What a name that came with a call is worth: it often repeats the number or the queue."""
    if PhoneNumber(name).is_hidden:
        return WhyKind.NO_NAME
    if name.casefold() == queue_name.casefold():
        return WhyKind.NAME_IS_QUEUE_LABEL
    if name == facts.number.raw or not any(character.isalpha() for character in name):
        return WhyKind.NAME_IS_NUMBER
    return WhyKind.NAME_FROM_CALL
