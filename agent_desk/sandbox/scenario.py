"""Scripted shifts: a JSON file of history and timed verbs.

A file is one object:

- ``format``: 1; ``title``: one line.
- ``history``: finished calls for the call log, each with ``minutes_ago``, ``direction``
  (``incoming``, ``outgoing``), ``number``, ``extension`` and, where they apply, ``status`` (the
  wire's DialStatus, ANSWER unless said), ``talk_s``, ``ring_s``, ``queue``, ``did``,
  ``custom_data``.
- ``busy_days``: whole days of calls, each with ``rows`` and, unless said otherwise, ``days_ago`` 1,
  ``same_second`` 0 (how many began in one second), ``late_every`` 0 and ``late_s`` 300 (some appear
  late), ``seed`` 1.
- ``call_log``: how it behaves: ``most_rows`` in an answer, ``per_minute`` requests, ``fails_every``
  request with ``fails_with`` (``status_500``, ``cut``, ``bad_json``, ``rate_limit``), ``delay_s``
  until calls appear, ``lower_case`` keys.
- ``click2calls``: what becomes of the calls that the agent starts from the PC, ``answered`` unless
  said: ``hung_up``, ``rejected``, ``not_picked_up``, ``phone_busy``, ``agent_leaves``, ``busy``,
  ``no_answer``, ``bad_number`` (``agent_desk.sandbox.click2call.Fate``).
- ``steps``: in order, each with ``do`` (a verb of ``agent_desk.sandbox.steps``), ``after_s``
  (seconds after the step before, 0 unless said) and the verb's own fields. ``call`` and ``caller``
  are names that the file gives to what a step starts and later steps go on with.

The step ``mutes`` lets requests to mute and resume go wrong: ``fault`` (``none``, ``refused``,
``unknown_call``, ``unknown_extension``, ``bad_parameters``, ``not_offered``, ``dropped``, ``lost``,
``contradicted``: see ``agent_desk.sandbox.mutes``), ``delay_s``, how events tell of it (``report``:
``passing``, ``event``, ``never``; ``report_after_s``), and for which requests: ``call``, ``only``
(``mute``, ``resume``), ``base`` (``monitor``, ``older``), ``times``.
"""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from agent_desk.core.errors import BadInputError
from agent_desk.core.resources import resource_bytes
from agent_desk.sandbox.busy_day import BusyDay, CallLogMoods
from agent_desk.sandbox.call_log import CdrRow, CdrType
from agent_desk.sandbox.click2call import Fate
from agent_desk.sandbox.exchange import WorldError
from agent_desk.sandbox.steps import Stage, StepUnion
from agent_desk.sandbox.times import israel_offset_minutes, wall_prefix

if TYPE_CHECKING:
    from pathlib import Path

    from agent_desk.sandbox.calls import Call
    from agent_desk.sandbox.queues import QueueCaller
    from agent_desk.sandbox.world import World

_FIELD_FAULT: Final = re.compile(r"(missing required|contains unknown) field `(\w+)`")
_PLACE: Final = re.compile(r" - at `\$(?:\.(\w+)(?:\[(\d+)\])?)?[^`]*?(?:\.(\w+))?`$")


class ScenarioError(BadInputError):
    """A scenario file that cannot be played; the message names the step and the field."""

    code = "bad_scenario"


class PastCall(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A call that had ended before the shift began."""

    minutes_ago: float
    direction: Literal["incoming", "outgoing"]
    number: str
    extension: str
    status: str = "ANSWER"
    talk_s: int = 0
    ring_s: int = 0
    queue: int | str | None = None
    did: str | None = None
    custom_data: dict[str, Any] = {}

    def row(self, world: World, serial: int) -> CdrRow:
        """The call log's record of it; ``serial`` makes its call id unique."""
        began = world.clock.now() - timedelta(minutes=self.minutes_ago)
        wall = wall_prefix(began, israel_offset_minutes(began))
        extension = world.extension(self.extension)
        account = world.account
        queue = None if self.queue is None else account.queue(self.queue)
        is_in = self.direction == "incoming"
        line = account.main_line if self.did is None else self.did
        kind = CdrType.INCOMING if is_in else CdrType.OUTGOING
        return CdrRow(
            call_id=f"{wall}0238{serial:014d}",
            type=CdrType.QUEUE if queue else kind,
            began=began,
            ended=began + timedelta(seconds=self.ring_s + self.talk_s),
            caller=self.number if is_in else line,
            target=extension.sip if is_in else self.number,
            dial_status=self.status,
            talk_s=self.talk_s,
            ring_s=self.ring_s,
            caller_extension="" if is_in else extension.sip,
            target_extension=extension.sip if is_in else "",
            did=line if is_in else "",
            queue_id=queue.id if queue else None,
            queue_name=queue.name if queue else None,
            representative=extension.owner,
            custom_data=self.custom_data,
        )


class Scenario(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A shift that has been read and checked."""

    format: Literal[1]
    title: str
    steps: tuple[StepUnion, ...]
    history: tuple[PastCall, ...] = ()
    click2calls: Fate = Fate.ANSWERED
    busy_days: tuple[BusyDay, ...] = ()
    call_log: CallLogMoods | None = None


def parse_scenario(text: str | bytes) -> Scenario:
    """Read a scenario; ``ScenarioError`` names the first step and field that cannot be right."""
    try:
        scenario = msgspec.json.decode(text, type=Scenario)
    except msgspec.DecodeError as error:
        raise ScenarioError(_plain(str(error))) from None
    started: set[str] = set()
    for number, step in enumerate(scenario.steps, start=1):
        for field, name in step.needs():
            if name not in started:
                msg = (
                    f'Step {number} ({step.verb}): field "{field}" says "{name}", which no earlier '
                    "step started."
                )
                raise ScenarioError(msg)
        started |= step.starts()
    return scenario


def load_scenario(path: Path) -> Scenario:
    """Read a scenario file."""
    try:
        content = path.read_bytes()
    except OSError as error:
        msg = f"The scenario file cannot be read: {error.strerror}."
        raise ScenarioError(msg) from error
    return parse_scenario(content)


def bundled_scenario(name: str = "shift") -> Scenario:
    """A scenario that ships with the program, by file name without ``.json``."""
    try:
        content = resource_bytes(f"scenarios/{name}.json")
    except FileNotFoundError:
        msg = f"There is no scenario called {name}."
        raise ScenarioError(msg) from None
    return parse_scenario(content)


class ScenarioPlayer:
    """Plays a scenario on a world; the history is in the call log from the start.

    A step whose call has meanwhile ended (the person at the desk hung up) is left out.
    """

    def __init__(self, world: World, scenario: Scenario) -> None:
        self.scenario = scenario
        self._stage = Stage(world)
        self._done = 0
        world.click2call_fate = scenario.click2calls
        for day in scenario.busy_days:
            day.fill(world)
        for serial, past in enumerate(scenario.history):
            try:
                world.call_log.add(past.row(world, serial))
            except (WorldError, KeyError):
                msg = f'History: there is no extension "{past.extension}" or queue "{past.queue}".'
                raise ScenarioError(msg) from None

    @property
    def calls(self) -> dict[str, Call]:
        """The calls started so far, by their names in the file."""
        return self._stage.calls

    @property
    def callers(self) -> dict[str, QueueCaller]:
        """Who joined a queue so far, by the names in the file."""
        return self._stage.callers

    @property
    def remaining(self) -> tuple[StepUnion, ...]:
        """The steps still to come."""
        return self.scenario.steps[self._done :]

    def advance(self) -> StepUnion | None:
        """Play the next step now; ``None`` when there is none left."""
        if self._done == len(self.scenario.steps):
            return None
        step = self.scenario.steps[self._done]
        self._done += 1
        if self._stage.is_over(step):
            return step
        try:
            step.act(self._stage)
        except WorldError as error:
            msg = f"Step {self._done} ({step.verb}): {error.message}"
            raise ScenarioError(msg) from error
        return step

    async def play(self, *, speed: float = 1.0) -> None:
        """Play what remains, ``speed`` times as fast as written."""
        while self.remaining:
            await asyncio.sleep(self.remaining[0].after_s / speed)
            self.advance()


def _plain(text: str) -> str:
    """A msgspec message with its JSON path put into words."""
    place = _PLACE.search(text)
    what = text[: place.start()] if place else text
    if named := _FIELD_FAULT.search(what):
        is_missing = named.group(1).startswith("missing")
        what = f'field "{named.group(2)}" is {"missing" if is_missing else "not known"}'
    what = what.replace("`", '"')
    if place is None:
        return f"The scenario cannot be read: {what}."
    section, index, field = place.groups()
    where = {"steps": "Step", "history": "History entry"}.get(section or "", section or "Scenario")
    if index is not None:
        where += f" {int(index) + 1}"
    if field is not None:
        where += f', field "{field}"'
    return f"{where}: {what}."
