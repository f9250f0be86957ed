"""Invented calls for the history, and a store of them that answers at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.history import (
    HOURS,
    DaySummary,
    Ending,
    HistoryCall,
    HistoryDetail,
    HistoryLeg,
    HistoryPage,
    HistoryQuery,
    Origin,
)
from agent_desk.desk.state import Direction

NOW: Final = datetime(2026, 11, 23, 10, 42, 10, tzinfo=UTC)
IN, OUT = Direction.INCOMING, Direction.OUTGOING
_DAY_MIN: Final = 24 * 60
# Minutes ago, direction, ending, number, name, seconds of talk.
_ROWS: Final = (
    (12, IN, Ending.MISSED, "036129944", "", 0),
    (34, IN, Ending.ANSWERED, "972501234567", "Dana Levi", 331),
    (58, IN, Ending.TAKEN_ELSEWHERE, "972528456712", "Avi Shalom", 124),
    (83, OUT, Ending.ANSWERED, "972547654321", "Omer Katz", 440),
    (100, IN, Ending.CALLER_GAVE_UP, "Anonymous", "", 0),
    (125, IN, Ending.DECLINED, "97239456770", "", 0),
    (150, OUT, Ending.NO_ANSWER, "972521112233", "Tal Golan", 0),
    (_DAY_MIN - 400, IN, Ending.ANSWERED, "972583456790", "Ruth Ben David", 668),
    (_DAY_MIN - 300, IN, Ending.MISSED, "972501234567", "Dana Levi", 0),
    (_DAY_MIN, IN, Ending.VOICEMAIL, "442079460018", "", 22),
    (2 * _DAY_MIN, OUT, Ending.BUSY, "972541112233", "Yael Lavi", 0),
    (3 * _DAY_MIN, IN, Ending.TRANSFERRED, "972542223344", "Maya Cohen", 95),
    (9 * _DAY_MIN, OUT, Ending.BAD_NUMBER, "972540000000", "", 0),
    (400 * _DAY_MIN, OUT, Ending.FAILED, "1700", "", 0),
)
HEBREW: Final = {
    "Dana Levi": "דנה לוי",
    "Avi Shalom": "אבי שלום",
    "Omer Katz": "עומר כץ",
    "Ruth Ben David": "רות בן דוד",
    "Tal Golan": "טל גולן",
    "Yael Lavi": "יעל לביא",
    "Maya Cohen": "מאיה כהן",
}
HOSTILE: Final = "<i>A very</i> long & hostile name that goes on and on " * 4


def some_calls(now: datetime = NOW, names: dict[str, str] | None = None) -> tuple[HistoryCall, ...]:
    """A call of each ending, the newest first."""
    names = names or {}
    queue = "תור מכירות" if names else "Sales Queue"
    calls = []
    for at, (ago, direction, ending, number, name, talk_s) in enumerate(_ROWS):
        is_reached = ending is Ending.ANSWERED
        calls.append(
            HistoryCall(
                call_id=f"call{at}",
                at=now - timedelta(minutes=ago),
                direction=direction,
                ending=ending,
                number=PhoneNumber(number),
                name=names.get(name, name),
                queue_name=queue if direction is IN else "",
                talk_s=talk_s,
                is_estimated=at == 7,
                taken_by=names.get("Tal Golan", "Noam Bar"),
                origin=(Origin.LIVE, Origin.LIVE, Origin.LOG, Origin.RECOVERED)[at % 4],
                extensions=("201",),
                note="Wants the invoice by e-mail." if at in (1, 8) else "",
                recording_url="https://rec.example.com/play/1" if is_reached else "",
            )
        )
    return tuple(calls)


def many_calls(count: int, now: datetime = NOW) -> tuple[HistoryCall, ...]:
    """``count`` calls, one every five minutes."""
    calls = some_calls(now)
    return tuple(
        replace(
            calls[at % len(calls)],
            call_id=f"many{at}",
            at=now - timedelta(minutes=5 * at),
            name=f"{calls[at % len(calls)].name or 'Guest'} {at}",
        )
        for at in range(count)
    )


def detail_of(call: HistoryCall) -> HistoryDetail:
    """All that is kept of ``call``."""
    begun = call.at - timedelta(seconds=42)
    legs = (
        HistoryLeg(
            begun,
            Origin.LOG,
            Ending.NO_ANSWER,
            extension="202",
            agent="Noam Bar",
            kind="Queue",
            status="NOANSWER",
            queue_name=call.queue_name,
            ring_s=17,
        ),
        HistoryLeg(
            call.at,
            Origin.LIVE,
            call.ending,
            extension="201",
            agent="Maya Cohen",
            ring_s=6,
            talk_s=call.talk_s,
        ),
    )
    data = {
        "var_clientID": "12345",
        "lastTicket": "https://crm.example.com/ticket/222",
        "campaign": "Facebook, spring",
        "contract": "Gold, until March",
    }
    path = (("Main menu", ""), ("Sales", "1"), ("Renewal", "2"))
    return HistoryDetail(call, legs, dict(data), path, did="972722771234")


def day_of(now: datetime = NOW) -> DaySummary:
    """A working day in figures."""
    answered, missed, made = ([0] * HOURS for _ in range(3))
    for hour, counts in {
        8: (2, 0, 1),
        9: (5, 1, 2),
        10: (7, 3, 1),
        11: (4, 0, 4),
        14: (3, 2, 0),
    }.items():
        answered[hour], missed[hour], made[hour] = counts
    day = now.astimezone().date()
    return DaySummary(day, tuple(answered), tuple(missed), tuple(made), talk_s=6_730)


@dataclass
class Kept:
    """A store in memory: finds by a piece of a name or number, and by the other filters."""

    calls: tuple[HistoryCall, ...]
    asked: list[tuple[HistoryQuery, int, int]] = field(default_factory=list)
    fetched: Counter[int] = field(default_factory=Counter)

    def answer(self, query: HistoryQuery, offset: int, limit: int) -> HistoryPage:
        """The rows that were asked for."""
        self.asked.append((query, offset, limit))
        self.fetched[offset] += 1
        found = self.calls
        if query != HistoryQuery():
            found = tuple(call for call in found if _matches(call, query))
        return HistoryPage(query, offset, found[offset : offset + limit], len(found))


def _matches(call: HistoryCall, query: HistoryQuery) -> bool:
    has_text = query.text.casefold() in f"{call.name} {call.number.raw} {call.note}".casefold()
    return (
        has_text
        and (query.since is None or call.at >= query.since)
        and (query.until is None or call.at < query.until)
        and (not query.directions or call.direction in query.directions)
        and (not query.endings or call.ending in query.endings)
        and (not query.queue_name or call.queue_name == query.queue_name)
        and (not query.has_note or bool(call.note))
    )
