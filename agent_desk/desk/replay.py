"""A recorded event file, played through a desk in the file's own time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol

from agent_desk.desk.moment import Moment
from agent_desk.desk.numbers import DEFAULT_REGION
from agent_desk.desk.transition_json import transition_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agent_desk.desk.desk import Desk
    from agent_desk.voicenter.events import Event, ServerTime

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST_DATE_S: Final = 1_000_000_000.0
_LATEST_S: Final = 10_000_000_000.0


class Parse(Protocol):
    """``voicenter.events.parse``."""

    def __call__(
        self, name: str, payload: object, *, fallback_offset_min: int | None = None
    ) -> Event:
        """The typed event; never raises."""
        ...


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """One line of a recording: seconds, the wire's name and its payload."""

    t: float
    name: str
    payload: object


def read_line(line: str) -> RecordedEvent | None:
    """One line ``{"t": seconds, "event": name, "payload": object}``; ``None`` for anything else.

    A line without a usable time happens when the one before it does.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or not isinstance(record.get("event"), str):
        return None
    t = record.get("t")
    if isinstance(t, bool) or not isinstance(t, int | float) or not 0 <= t <= _LATEST_S:
        t = 0.0
    return RecordedEvent(float(t), record["event"], record.get("payload"))


def replay(
    lines: Iterable[str],
    desk: Desk,
    parse: Parse,
    *,
    region: str = DEFAULT_REGION,
) -> Iterator[dict[str, object]]:
    """The JSON lines of a recording: transitions, then one ``summary``.

    Time is the file's own, so that a ring which stopped waits its eight seconds there; it never
    runs backwards. Lines that cannot be read count as malformed events. At the end every ring that
    stopped gets its outcome.
    """
    t = 0.0
    offset_min: int | None = None
    for line in lines:
        if not line.strip():
            continue
        recorded = read_line(line)
        if recorded is None:
            desk.counts.events += 1
            desk.counts.malformed += 1
            continue
        t = max(t, recorded.t)
        event = parse(recorded.name, recorded.payload, fallback_offset_min=offset_min)
        server_time: ServerTime | None = getattr(event, "server_time", None)
        if server_time is not None:
            offset_min = server_time.offset_min
        moment = _moment(t)
        yield from transition_lines(desk.expire(moment) + desk.apply(event, moment), region=region)
    yield from transition_lines(desk.finish(), region=region)
    yield summary_line(desk)


def summary_line(desk: Desk) -> dict[str, object]:
    """The line of kind ``summary`` that ends ``replay`` and an interrupted ``tail``."""
    return {
        "kind": "summary",
        "events": desk.counts.events,
        "dropped": desk.counts.stale,
        "malformed": desk.counts.malformed,
        "live": desk.live(),
        "calls": desk.calls_seen(),
    }


def _moment(t: float) -> Moment:
    """The instant ``t``; a file may count from its beginning or from 1970."""
    return Moment(t, arrival=_EPOCH + timedelta(seconds=t) if t >= _EARLIEST_DATE_S else None)
