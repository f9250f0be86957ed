"""Callers who left a queue before anybody took the call, until somebody has reached them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from agent_desk.desk.owed import person_of

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.phone import PhoneNumber

_MOST_PEOPLE: Final = 4096


@dataclass(frozen=True, slots=True)
class GaveUp:
    """One person who gave up waiting ``count`` times since anybody talked with them.

    ``person`` tells them from others, however their number is spelt. ``at``, ``queue_name`` and
    ``waited_s`` are those of the last time.
    """

    person: str = field(repr=False)
    number: PhoneNumber
    at: datetime
    waited_s: int
    name: str = field(default="", repr=False)
    queue_name: str = field(default="", repr=False)
    count: int = 1


class GaveUpList:
    """Who is to be called back; a person who was reached goes by themselves."""

    def __init__(self, region: str) -> None:
        self._region = region
        self._people: dict[str, list[GaveUp]] = {}
        self._reached: dict[str, datetime] = {}

    def set_region(self, region: str) -> None:
        """Read numbers without a prefix as those of ``region``."""
        self._region = region
        entries = [entry for times in self._people.values() for entry in times]
        self._people = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: GaveUp) -> None:
        """Somebody gave up; without effect where they have been reached since.

        Whose entry it is goes by its number, not by its ``person``.
        """
        person = person_of(entry.number, self._region)
        reached = self._reached.get(person)
        if reached is None or entry.at > reached:
            self._people.setdefault(person, []).append(replace(entry, person=person))

    def reach(self, number: PhoneNumber, at: datetime) -> bool:
        """Somebody talked with them at that time; whether an entry has gone with it."""
        person = person_of(number, self._region)
        return bool(person) and self._close(person, at)

    def settle(self, person: str) -> bool:
        """Somebody said that it is done; whether there was an entry."""
        times = self._people.get(person)
        return times is not None and self._close(person, max(entry.at for entry in times))

    def forget_before(self, oldest: datetime) -> None:
        """Let older ones go."""
        for person in tuple(self._people):
            self._keep(person, after=oldest)

    def newest(self) -> list[GaveUp]:
        """One entry for each person, the newest first."""
        found = []
        for times in self._people.values():
            last = max(times, key=lambda entry: entry.at)
            name = next((entry.name for entry in reversed(times) if entry.name), "")
            found.append(replace(last, name=name, count=len(times)))
        return sorted(found, key=lambda entry: (entry.at, entry.person), reverse=True)

    def _close(self, person: str, at: datetime) -> bool:
        # The last to be told goes last, whenever it was.
        before = self._reached.pop(person, at)
        self._reached[person] = max(at, before)
        if len(self._reached) > _MOST_PEOPLE:
            for old in list(self._reached)[: len(self._reached) // 2]:
                del self._reached[old]
        return self._keep(person, after=at)

    def _keep(self, person: str, *, after: datetime) -> bool:
        times = self._people.pop(person, [])
        left = [entry for entry in times if entry.at > after]
        if left:
            self._people[person] = left
        return len(left) < len(times)
