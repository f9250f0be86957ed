"""What would have popped: earlier calls under the rules for cards as they are being written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from agent_desk.desk.cards import CardStyle, build_card
from agent_desk.desk.custom import Fate, explain
from agent_desk.desk.guard import GuardState, GuardView
from agent_desk.desk.people import People
from agent_desk.desk.recent import ListState
from agent_desk.desk.state import CallFacts, CallKey, Phase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agent_desk.desk.card import Card, CustomField
    from agent_desk.desk.custom import ValueReport
    from agent_desk.desk.label_rule import LabelRule
    from agent_desk.desk.recent import RecentCall, RecentCalls
    from agent_desk.desk.state import Transition

MOST_CALLS: Final = 50

_NO_ANSWER: Final = frozenset({ListState.UNASKED, ListState.LOADING, ListState.FAILED})
_UNGUARDED: Final = GuardView(GuardState.NOT_RECORDED)
_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PastCall:
    """One earlier call with the names that stood behind its codes.

    ``is_from_log``: the desk did not see it, only the call log tells of it; that keeps no names of
    callers.
    """

    facts: CallFacts
    at: datetime | None
    queue_name: str = ""
    colleague: str = ""
    is_from_log: bool = False


@dataclass(frozen=True, slots=True)
class DryRunRow:
    """The card that a call would have had, and why it would have looked so.

    ``values`` are all values of the custom data in the order of the card; ``unmatched`` the rules
    that found no value in this call.
    """

    call: PastCall
    card: Card
    values: tuple[ValueReport, ...] = ()
    unmatched: tuple[LabelRule, ...] = ()

    @property
    def link(self) -> CustomField | None:
        """The first link of the card."""
        return next((field for field in self.card.fields if field.link), None)

    @property
    def hidden(self) -> tuple[ValueReport, ...]:
        """The values that a rule keeps from the card."""
        return tuple(each for each in self.values if each.fate is Fate.HIDDEN)

    @property
    def renamed(self) -> tuple[ValueReport, ...]:
        """The values on the card that a rule gives another label."""
        return tuple(each for each in self.values if is_renamed(each))


def is_renamed(report: ValueReport) -> bool:
    """Whether the card shows this value under a label of its rule's own."""
    return report.fate is Fate.SHOWN and report.rule is not None and bool(report.rule.label)


def dry_run(calls: Iterable[PastCall], style: CardStyle) -> tuple[DryRunRow, ...]:
    """The cards that ``calls`` would have had in ``style``, in the same order."""
    return tuple(row_of(call, style) for call in calls)


def row_of(call: PastCall, style: CardStyle) -> DryRunRow:
    """The card that one call would have had, made by whatever makes real ones."""
    values = explain(call.facts.custom_data, style.labels)
    found = [each.rule for each in values]
    return DryRunRow(
        call=call,
        card=build_card(call.facts, _Then(call), _UNGUARDED, style=style),
        values=values,
        unmatched=tuple(rule for rule in style.labels.rules if rule not in found),
    )


class PastCalls:
    """Remembers the last calls of one sign-in, ``MOST_CALLS`` of those seen and of those logged."""

    def __init__(self) -> None:
        self._seen: dict[CallKey, PastCall] = {}
        self._logged: tuple[RecentCall, ...] = ()

    def see(self, transition: Transition, people: People) -> None:
        """Something happened to a call: it is known so from now on."""
        facts = transition.call
        known = self._seen.get(facts.key)
        self._seen[facts.key] = PastCall(
            facts=facts,
            at=known.at if known is not None else facts.started_at or transition.at,
            queue_name=people.queue_name(facts.queue_id),
            colleague=people.agent_name(facts.number.raw),
        )
        if len(self._seen) > MOST_CALLS:
            del self._seen[next(iter(self._seen))]

    def read_log(self, calls: RecentCalls) -> None:
        """Take the calls of the call log; those read before stay while there is no other answer."""
        if calls.state not in _NO_ANSWER:
            self._logged = calls.calls[:MOST_CALLS]

    @property
    def newest(self) -> tuple[PastCall, ...]:
        """At most ``MOST_CALLS``, newest first; what the desk saw is not told again by the log."""
        return tuple(sorted(self._known(), key=_began, reverse=True)[:MOST_CALLS])

    def _known(self) -> Iterator[PastCall]:
        yield from self._seen.values()
        ids = {key.call_id for key in self._seen}
        yield from (_of_log(call) for call in self._logged if call.call_id not in ids)


class _Then(People):
    """Who and what stood behind the codes of a call when it came."""

    def __init__(self, call: PastCall) -> None:
        super().__init__()
        self._call = call

    def queue_name(self, _queue_id: int | None) -> str:
        return self._call.queue_name

    def agent_name(self, _sip: str) -> str:
        return self._call.colleague


def _began(call: PastCall) -> datetime:
    return call.at or _LONG_AGO


def _of_log(call: RecentCall) -> PastCall:
    facts = CallFacts(
        key=CallKey("", call.call_id),
        phase=Phase.ENDED,
        direction=call.direction,
        number=call.number,
        name=call.name,
        custom_data=call.custom_data,
        started_at=call.at,
        outcome=call.outcome,
        talk_s=call.duration_s,
    )
    return PastCall(facts, call.at, queue_name=call.queue_name, is_from_log=True)
