"""``queues``: who waits in which queue now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.core.clock import SystemClock, iso
from agent_desk.desk import numbers
from agent_desk.desk.queue_view import USUAL
from agent_desk.voicenter.active_calls import ActiveCalls

if TYPE_CHECKING:
    import argparse
    from datetime import datetime

    from agent_desk.commands.context import Context
    from agent_desk.voicenter.event_types import Queue, QueueCall

_MINUTE_S = 60


async def run_queues(context: Context, args: argparse.Namespace) -> int:
    """Show all queues, or the one that is named; each with its callers, longest wait first."""
    asked = ActiveCalls(context.rest, context.endpoints, await context.code())
    found = await asked.queues(args.queue)
    now = SystemClock().now()
    if not found.queues:
        context.output.notice("Voicenter lists no queue for this API code. Check the code.")
    for queue in sorted(found.queues, key=lambda each: (each.name.casefold(), each.queue_id)):
        _report(context, queue, now)
    return 0


def _report(context: Context, queue: Queue, now: datetime) -> None:
    callers = [_caller(call, now, context.region) for call in queue.calls]
    waits = [_waited_s(call, now) for call in queue.calls]
    known = [waited_s for waited_s in waits if waited_s is not None]
    longest_s = max(known, default=None)
    level = None if longest_s is None else USUAL.level(longest_s)
    record = {
        "kind": "queue",
        "at": iso(now),
        "queue_id": queue.queue_id,
        "name": queue.name,
        "waiting": len(callers),
        "longest_s": longest_s,
        "level": None if level is None else level.value,
        "callers": callers,
    }
    title = f"{queue.name or 'Queue'} ({queue.queue_id})"
    lines = [f"{title}: {len(callers)} waiting" if callers else f"{title}: nobody waits"]
    if longest_s is not None and level is not None:
        lines[0] += f", longest {_length(longest_s)}, {level.value.replace('_', ' ')}"
    for call, waited_s in zip(queue.calls, waits, strict=True):
        shown = numbers.show(call.number, context.region).text or "hidden number"
        name = f"  {call.name}" if call.name and call.name != call.number.raw else ""
        lines.append(f"  {_length(waited_s)}  {shown}{name}")
    context.output.record(record, "\n".join(lines))


def _caller(call: QueueCall, now: datetime, region: str) -> dict[str, object]:
    return {
        "ivrid": call.call_id,
        "number": numbers.e164(call.number, region),
        "name": call.name,
        "joined_at": None if call.joined_at is None else iso(call.joined_at),
        "waited_s": _waited_s(call, now),
    }


def _waited_s(call: QueueCall, now: datetime) -> int | None:
    """Seconds in the queue; ``None`` where the service does not say since when."""
    if call.joined_at is None:
        return None
    return max(int((now - call.joined_at).total_seconds()), 0)


def _length(seconds: int | None) -> str:
    if seconds is None:
        return "--:--"
    return f"{seconds // _MINUTE_S:02}:{seconds % _MINUTE_S:02}"
