"""Invented calls in any number, for the tests and benchmarks of what keeps them."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.logged import LoggedRow
from agent_desk.desk.state import CallFacts, CallKey, Direction, Outcome, Phase

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGAN: Final = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
OWN: Final = "SIPSIP1"

_FIRST: Final = (
    *("Dana", "Yael", "Noa", "Omer", "Avi", "Maria", "Olga", "Peter", "Rachel", "Samir"),
    *("דנה", "יעל", "נועה", "עומר", "אבי", "מיכל", "שלמה", "רחל", "משה", "תמר"),
)
_LAST: Final = (
    *("Levi", "Cohen", "Mizrahi", "Peretz", "Biton", "Friedman", "Katz", "Haddad", "Ivanova"),
    *("לוי", "כהן", "מזרחי", "פרץ", "ביטון", "פרידמן", "כץ", "חדד", "אוחיון", "דהן"),
)
_QUEUES: Final = ("Sales", "Support", "Billing", "מכירות", "שירות לקוחות", "תמיכה", "Renewals")
_AGENTS: Final = ("Gil Amar", "Rina Tal", "Boris Levin", "עדי שחר")
_NOTES: Final = (
    "asked for an invoice",
    "wants a call on Thursday",
    "ביקשה לדבר עם המנהל, לכהן יש את הפרטים",
    "חשבונית נשלחה בדואר",
)


def facts(
    number: int = 1,
    phase: Phase = Phase.ENDED,
    *,
    extension: str = OWN,
    outcome: Outcome | None = Outcome.COMPLETED,
    phone: str = "0501234567",
    talk_s: int = 42,
) -> CallFacts:
    """One of many calls on an own extension, each a minute after the one before."""
    return CallFacts(
        CallKey(extension, f"call-{number}"),
        phase,
        Direction.INCOMING,
        PhoneNumber(phone),
        outcome=outcome if phase is Phase.ENDED else None,
        talk_s=talk_s if phase is Phase.ENDED else 0,
        started_at=BEGAN + timedelta(minutes=number),
    )


def row(number: int = 1, *, phone: str = "972501234567", status: str = "ANSWER") -> LoggedRow:
    """The same call as the log tells of it."""
    return LoggedRow(
        call_id=f"call-{number}",
        at=BEGAN + timedelta(minutes=number),
        cdr_type=1,
        direction=Direction.INCOMING,
        status=status,
        number=PhoneNumber(phone),
        extensions=(OWN,),
        talk_s=40,
    )


def invented(count: int, seed: int = 1) -> Iterator[tuple[CallFacts, datetime, str, str, str]]:
    """So many calls of a year: what was seen, when, the name, the queue, a note for a few."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    people = [
        (
            f"{chance.choice(_FIRST)} {chance.choice(_LAST)}",
            PhoneNumber(f"9725{chance.randrange(10**8):08}"),
        )
        for _ in range(max(count // 5, 1))
    ]
    for number in range(count):
        name, phone = chance.choice(people)
        direction = chance.choice((Direction.INCOMING, Direction.INCOMING, Direction.OUTGOING))
        outcomes = [Outcome.COMPLETED, Outcome.COMPLETED, Outcome.NO_ANSWER, Outcome.BUSY]
        if direction is Direction.INCOMING:
            outcomes = [Outcome.COMPLETED, Outcome.COMPLETED, Outcome.MISSED, Outcome.DECLINED]
        ended = chance.choice(outcomes)
        began = BEGAN + timedelta(seconds=number * 300, microseconds=chance.randrange(10**6))
        yield (
            CallFacts(
                CallKey(OWN, f"20260302{number:08}"),
                Phase.ENDED,
                direction,
                phone,
                outcome=ended,
                talk_s=chance.randrange(600) if ended is Outcome.COMPLETED else 0,
                started_at=began,
                custom_data={
                    "client_id": chance.randrange(10_000, 99_999),
                    "campaign": chance.choice(("Facebook", "Google", "Radio", "חבר מביא חבר")),
                },
            ),
            began + timedelta(minutes=2),
            name,
            chance.choice(_QUEUES) if direction is Direction.INCOMING else "",
            chance.choice(_NOTES) if chance.random() < 0.05 else "",
        )


def logged(count: int, seed: int = 1) -> Iterator[LoggedRow]:
    """The same calls as the log tells of them."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for seen, _, name, queue_name, _ in invented(count, seed):
        is_answered = seen.outcome is Outcome.COMPLETED
        assert seen.started_at is not None
        yield LoggedRow(
            call_id=seen.key.call_id,
            at=seen.started_at.replace(microsecond=0),
            cdr_type=8 if queue_name else 4 if seen.direction is Direction.OUTGOING else 1,
            direction=seen.direction,
            status="ANSWER" if is_answered else "NOANSWER",
            number=seen.number,
            extensions=(OWN,),
            agent=chance.choice(_AGENTS),
            queue_name=queue_name,
            talk_s=seen.talk_s,
            custom_data=seen.custom_data | {"contact": name},
        )
