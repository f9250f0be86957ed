"""What a day of the agent's comes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.day_calls import DayCall
    from agent_desk.desk.owed import Debt
    from agent_desk.desk.watch import Span


@dataclass(frozen=True, slots=True)
class DayFigures:
    """The figures of one day, for the agent alone: they never leave the PC.

    ``since``: nothing is known of the day before that moment; ``None`` where all of it is.
    ``is_at_least``: of some later time calls may be missing. ``hidden`` of the missed calls came
    without a number. ``is_talk_estimated``: some of ``talk_s`` may have been waiting. ``hold_s``
    is of the calls and ``wrap_up_s`` of the time that were seen here: nothing else tells of them.
    """

    answered: int = 0
    missed: int = 0
    made: int = 0
    talk_s: int = 0
    hold_s: int = 0
    wrap_up_s: int = 0
    hidden: int = 0
    is_talk_estimated: bool = False
    since: datetime | None = None
    is_at_least: bool = False


@dataclass(frozen=True, slots=True)
class DayView:
    """What the desk shows of today and of what is owed.

    ``debts`` are the newest first; of ``more_debts`` only the number is told. ``is_asking``: the
    call log is being asked about them.
    """

    figures: DayFigures = DayFigures()
    debts: tuple[Debt, ...] = ()
    more_debts: int = 0
    is_asking: bool = False


def day_began(now: datetime) -> datetime:
    """The midnight, by the PC's own calendar, with which the day of ``now`` began."""
    return datetime.combine(now.astimezone().date(), time()).astimezone()


def day_ends(now: datetime) -> datetime:
    """The midnight with which the day of ``now`` is over."""
    tomorrow = now.astimezone().date() + timedelta(days=1)
    return datetime.combine(tomorrow, time()).astimezone()


def figures(
    calls: Iterable[DayCall],
    began: datetime,
    holes: tuple[Span, ...] = (),
    *,
    wrap_up_s: int = 0,
) -> DayFigures:
    """The figures of the day that began at ``began``; a call belongs to the day it began on.

    ``holes`` are the times of that day of which calls may be missing, oldest first.
    """
    today = [call for call in calls if call.at >= began]
    since = holes[0][1] if holes and holes[0][0] <= began else None
    return DayFigures(
        answered=sum(call.is_incoming and call.is_answered for call in today),
        missed=sum(call.is_missed for call in today),
        made=sum(call.is_made for call in today),
        talk_s=sum(call.talk_s for call in today),
        hold_s=sum(call.hold_s for call in today),
        wrap_up_s=wrap_up_s,
        hidden=sum(call.is_missed and call.number.is_hidden for call in today),
        is_talk_estimated=any(call.is_estimated for call in today),
        since=since,
        is_at_least=len(holes) > (since is not None),
    )
