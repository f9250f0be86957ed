"""To whom a call back is owed: they called, nobody took it, and nobody has reached them since."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from agent_desk.desk import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.day_calls import DayCall

MOST_DEBTS: Final = 50
"""More are only counted."""

_NEVER: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Debt:
    """One person who called in vain ``count`` times since anybody talked with them.

    ``person`` tells them from others, however their number is spelt; ``at`` is when the last of
    the calls began, ``first_at`` the first. ``number_text`` is as people of the country write it.
    """

    person: str = field(repr=False)
    number: PhoneNumber
    at: datetime
    first_at: datetime
    count: int = 1
    number_text: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    queue_name: str = ""


@lru_cache(maxsize=4096)
def person_of(number: PhoneNumber, region: str) -> str:
    """What all spellings of a number have in common; a withheld one is nobody's."""
    return numbers.e164(number, region).strip() if number else ""


def debts(
    calls: Iterable[DayCall], region: str, settled: Mapping[str, datetime]
) -> tuple[Debt, ...]:
    """What is owed after ``calls``, the newest first.

    ``settled``: until when nothing is owed to a person, as something else told: a colleague has
    reached them, or the agent said that it is done.
    """
    reached = dict(settled)
    missed: dict[str, list[DayCall]] = {}
    for call in calls:
        person = person_of(call.number, region)
        if not person:
            continue  # nobody can call back who withholds the number
        if call.is_reached:
            reached[person] = max(call.at, reached.get(person, _NEVER))
        elif call.is_unanswered:
            missed.setdefault(person, []).append(call)
    found = []
    for person, in_vain in missed.items():
        until = reached.get(person, _NEVER)
        left = sorted((call for call in in_vain if call.at > until), key=_moment, reverse=True)
        if left:
            found.append(_debt(person, left, region))
    return tuple(sorted(found, key=lambda debt: (debt.at, debt.person), reverse=True))


def _debt(person: str, calls: list[DayCall], region: str) -> Debt:
    newest = calls[0]
    return Debt(
        person=person,
        number=newest.number,
        at=newest.at,
        first_at=calls[-1].at,
        count=len(calls),
        number_text=numbers.show(newest.number, region).local_text,
        name=next((call.name for call in calls if call.name), ""),
        queue_name=newest.queue_name,
    )


def _moment(call: DayCall) -> tuple[datetime, str]:
    return call.at, call.call_id
