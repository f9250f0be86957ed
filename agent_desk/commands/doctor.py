"""``doctor``: everything a working day depends on, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.checkup.doctor import Doctor
from agent_desk.commands.errors import DONE, exit_code

if TYPE_CHECKING:
    import argparse

    from agent_desk.commands.context import Context

_MARKS: Final = {True: "ok", False: "FAILED", None: "-"}


async def run_doctor(context: Context, _args: argparse.Namespace) -> int:
    """Check everything; the exit code is that of the first failure."""
    doctor = Doctor(context)
    async for found in doctor.results():
        record = {
            "kind": "check",
            "name": found.name,
            "ok": found.is_ok,
            "code": found.code,
            "message": found.message,
            "next": found.next_step,
            "ms": found.took_ms,
        }
        text = f"{_MARKS[found.is_ok]:<6}  {found.name:<9}  {found.message} {found.next_step}"
        context.output.record(record, text.rstrip())
    return DONE if doctor.first_error is None else exit_code(doctor.first_error)
