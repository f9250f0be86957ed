"""Transitions as the JSON lines of ``tail``, ``replay`` and the demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.core.clock import iso
from agent_desk.desk.numbers import DEFAULT_REGION, e164
from agent_desk.desk.state import TransitionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agent_desk.desk.state import Transition


def transition_lines(
    transitions: Iterable[Transition], *, region: str = DEFAULT_REGION
) -> Iterator[dict[str, object]]:
    """Lines of kind ``transition``; their shape is a promise to scripts.

    ``number`` is E.164 where it is a number, else as received; ``talk_s`` whole seconds. Scripts
    count calls by their one ``ended``: that a call which came back is over again is not told here.
    """
    for transition in transitions:
        if transition.kind is not TransitionKind.REVISED:
            yield _line(transition, region)


def _line(transition: Transition, region: str) -> dict[str, object]:
    call = transition.call
    line: dict[str, object] = {"kind": "transition"}
    if transition.at is not None:
        line["at"] = iso(transition.at)
    return line | {
        "type": transition.kind.value,
        "extension": call.key.extension,
        "ivrid": call.key.call_id,
        "direction": call.direction.value,
        "number": e164(call.number, region),
        "name": call.name,
        "queue_id": call.queue_id,
        "custom_data": call.custom_data,
        "outcome": None if call.outcome is None else call.outcome.value,
        "talk_s": call.talk_s,
    }
