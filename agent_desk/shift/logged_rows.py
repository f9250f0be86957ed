"""Rows of the call log in the desk's words, for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.desk import outcome
from agent_desk.desk.history import Origin
from agent_desk.desk.logged import LoggedRow
from agent_desk.voicenter.event_types import Direction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.voicenter.call_log import CallRecord


def logged_rows(
    records: Iterable[CallRecord], own: frozenset[str], *, origin: Origin = Origin.LOG
) -> tuple[LoggedRow, ...]:
    """``records`` as the history keeps them; ``own`` are the agent's extensions, empty for all."""
    return tuple(_logged_row(record, own, origin) for record in records)


def _logged_row(record: CallRecord, own: frozenset[str], origin: Origin) -> LoggedRow:
    direction = record.direction
    if direction is Direction.UNKNOWN:  # transfers, automatic calls: the extensions tell
        is_from_extension = bool(record.caller_extension) and not record.target_extension
        direction = outcome.direction_of_row(record.cdr_type, is_from_extension=is_from_extension)
    return LoggedRow(
        call_id=record.call_id,
        at=record.at,
        cdr_type=record.cdr_type,
        direction=direction,
        status=record.dial_status,
        number=record.caller if direction is Direction.INCOMING else record.target,
        kind=record.type_name,
        extensions=record.extensions,
        is_own=not own or not own.isdisjoint(record.extensions),
        agent=record.representative_name or record.user_name,
        queue_name=record.queue_name,
        did=record.did,
        talk_s=record.duration_s,
        ring_s=record.ring_s,
        recording_url=record.recording_url,
        origin=origin,
        custom_data=record.custom_data,
        path=tuple((key.layer_name or key.layer_number, key.key) for key in record.keys),
    )
