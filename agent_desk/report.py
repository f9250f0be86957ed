"""The report for whoever gives support: one plain text, shown before it is saved."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING, Final

from agent_desk.core.redaction import redact

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from agent_desk.config import Profile
    from agent_desk.core.checks import CheckResult
    from agent_desk.desk.link import LinkView

LOG_LINES: Final = 400
_LOG_BYTES: Final = 200_000
_LONGEST_LINE: Final = 400
_MARKS: Final = {True: "ok", False: "FAILED", None: "-"}
# Choices that hold no word of a person's; of the others only how many there are.
_CHOICES: Final = (
    "theme",
    "language",
    "corner",
    "stay_s",
    "less_motion",
    "region",
    "blur_numbers",
    "is_ring_heard",
    "is_missed_heard",
    "is_failure_heard",
    "is_mute_heard",
    "is_resume_heard",
    "is_reminder_heard",
)


def log_tail(path: Path) -> list[str]:
    """The last lines of the log, each redacted once more; empty where it cannot be read."""
    try:
        with path.open("rb") as stream:
            stream.seek(0, 2)
            stream.seek(max(0, stream.tell() - _LOG_BYTES))
            lines = stream.read(_LOG_BYTES).decode("utf-8", "replace").splitlines()
    except OSError:
        return []
    return [_line(line) for line in lines[-LOG_LINES:]]


def write_report(
    *,
    version: str,
    at: datetime,
    link: LinkView,
    profile: Profile,
    checks: Iterable[CheckResult],
    log: Iterable[str],
) -> str:
    """The report; ``at`` is aware. It holds no secret, number, name or address of a person."""
    system = f"{platform.system()} {platform.release()}"
    sections = [
        (
            "Program",
            [
                f"agent_desk {version}",
                f"Python {platform.python_version()}, {system}",
                f"written {at.isoformat(timespec='seconds')}",
            ],
        ),
        ("Connection", [_connection(link)]),
        ("Checks", [_check(each) for each in checks] or ["none were made"]),
        ("Choices", [*_choices(profile)]),
        (f"Log, its last lines (at most {LOG_LINES})", list(log) or ["there is none"]),
    ]
    told = ("\n".join((title, "-" * len(title), *said)) for title, said in sections)
    return "\n\n".join(told) + "\n"


def _line(line: str) -> str:
    """One line of the log; its stamp is no number to be hidden."""
    stamp, space, said = line[:_LONGEST_LINE].partition(" ")
    is_stamped = stamp[:1].isdigit() and stamp.endswith("Z")
    return f"{stamp}{space}{redact(said)}" if is_stamped else redact(line[:_LONGEST_LINE])


def _connection(link: LinkView) -> str:
    parts = [link.state.value, link.server, link.transport, link.error_code]
    if link.protocol:
        parts.insert(2, f"Engine.IO {link.protocol}")
    return ", ".join(part for part in parts if part)


def _check(found: CheckResult) -> str:
    return f"{_MARKS[found.is_ok]:<6}  {found.name:<9}  {found.took_ms} ms  {redact(found.message)}"


def _choices(profile: Profile) -> Iterable[str]:
    for name in _CHOICES:
        value = getattr(profile, name)
        yield f"{name}: {getattr(value, 'value', value)}"
    yield f"labels: {len(profile.labels)}"
    yield (
        f"guard: remind after {profile.guard.remind_after_s} s, resume after "
        f"{profile.guard.resume_after_s} s, {len(profile.guard.title_patterns)} titles"
    )
    yield f"link hosts: {len(profile.link_hosts)}"
    yield f"own extensions: {len(profile.extensions)}"
