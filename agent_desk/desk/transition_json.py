"""Transitions as the JSON lines of ``tail``, ``replay`` and the demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.desk.numbers import DEFAULT_REGION, e164

if TYPE_CHECKING:
    from agent_desk.desk.state import Transition


def transition_line(transition: Transition, *, region: str = DEFAULT_REGION) -> dict[str, object]:
    """One line of kind ``transition``; its shape is a promise to scripts.

    ``number`` is E.164 where it is a number, else as received; ``talk_s`` whole seconds.
    """
    call = transition.call
    line: dict[str, object] = {"kind": "transition"}
    if transition.at is not None:
        line["at"] = transition.at.isoformat().replace("+00:00", "Z")
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
