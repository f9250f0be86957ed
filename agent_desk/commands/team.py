"""``team``: who is there, what they do and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.core.clock import SystemClock, iso
from agent_desk.desk.moment import Moment
from agent_desk.desk.people import Listed, People
from agent_desk.desk.presence import STANDARD_NAMES
from agent_desk.desk.state import Phase
from agent_desk.desk.team import Standing, Team, TeamList
from agent_desk.voicenter.active_calls import ActiveCalls
from agent_desk.voicenter.directory import Directory
from agent_desk.voicenter.errors import ApiCodeError, VoicenterError
from agent_desk.voicenter.status import AgentStatus

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from agent_desk.commands.context import Context
    from agent_desk.core.privacy import Secret
    from agent_desk.desk.team import Colleague

_WORDS = {
    Standing.FREE: "free",
    Standing.ON_CALL: "on a call",
    Standing.AWAY: "away",
    Standing.OUT: "signed out",
    Standing.UNSEEN: "not shown",
}

_SAID = frozenset({Phase.RINGING, Phase.TALKING, Phase.HELD})


async def run_team(context: Context, args: argparse.Namespace) -> int:
    """One line for each colleague, or for those whose name or extension fits the words.

    The service's Active Calls, asked once, say no queue of a running call as a rule, nor since when
    a status is set; its list of extensions gives the names.
    """
    code = await context.code()
    people = People()
    people.learn(await _listed(context, code))
    found = await ActiveCalls(context.rest, context.endpoints, code).extensions()
    if not found.extensions and not people.listed:
        message = "Voicenter shows no extension for this API code."
        raise ApiCodeError(message, next_step="Check the API code.")
    people.take(found)
    statuses = await _statuses(context, code)
    clock = SystemClock()
    moment = Moment(clock.monotonic(), arrival=clock.now())
    team = TeamList()
    team.choose(words=" ".join(args.words))
    team.fill(Team(people).build(moment, context.settings.profile.extensions))
    team.sift()
    for row in range(len(team)):
        colleague = team.at(row)
        if not context.options.extensions or colleague.sip in context.options.extensions:
            _say(context, colleague, statuses, moment)
    return 0


def _say(context: Context, who: Colleague, statuses: dict[int, str], moment: Moment) -> None:
    status = _status_name(who.status_code, statuses)
    state = _state(who)
    since_s = None if who.timer_from is None else int(moment.monotonic - who.timer_from)
    record = {
        "kind": "colleague",
        "at": None if moment.at is None else iso(moment.at),
        "extension": who.sip,
        "short": who.short,
        "name": who.name,
        "state": state,
        "standing": who.standing.name.lower(),
        "status": who.status_code,
        "status_name": status,
        "since": None if who.since is None else iso(who.since),
        "since_s": since_s,
        "calls": who.calls,
        "queue_id": who.queue_id,
    }
    said = [who.short or who.sip, who.name, state.replace("_", " ") if who.phase else status]
    said.append("" if since_s is None else _length(since_s))
    context.output.record(record, "  ".join(part for part in said if part))


def _state(who: Colleague) -> str:
    if who.phase is None:
        return _WORDS[who.standing].replace(" ", "_")
    phase = who.phase if who.phase in _SAID else Phase.DIALING
    return phase.value


def _status_name(code: int | None, names: dict[int, str]) -> str:
    return "" if code is None else names.get(code) or f"Status {code}"


def _length(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


async def _listed(context: Context, code: Callable[[], Secret]) -> dict[str, Listed]:
    """The organisation's list of extensions; an empty one means a wrong code."""
    entries = await Directory(context.rest, context.endpoints, code).extensions()
    return {each.sip: Listed(each.user_name or each.name, each.speed_dial) for each in entries}


async def _statuses(context: Context, code: Callable[[], Secret]) -> dict[int, str]:
    """The account's own names; the standard ones where it keeps them to itself."""
    try:
        found = await AgentStatus(context.rest, context.endpoints, code).names()
    except VoicenterError:
        return dict(STANDARD_NAMES)
    return STANDARD_NAMES | {status.code: status.name for status in found}
