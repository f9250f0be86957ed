"""What must be covered, and the check: ``python -m tests.coverage_gates`` after a coverage run.

Lines and branches count alike. A figure here may rise and never fall.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Gate:
    """The share of the files matching ``patterns`` that tests must run, in percent."""

    name: str
    patterns: tuple[str, ...]
    least: float


GATES = (
    Gate("desk", ("agent_desk/desk/*",), 100),
    Gate(
        "events",
        (
            "agent_desk/voicenter/event_types.py",
            "agent_desk/voicenter/events.py",
            "agent_desk/voicenter/parsing.py",
        ),
        100,
    ),
    Gate(
        "logic",
        (
            "agent_desk/config.py",
            "agent_desk/core/*",
            "agent_desk/gateway/*",
            "agent_desk/shift/*",
            "agent_desk/store/*",
            "agent_desk/voicenter/*",
        ),
        95,
    ),
    Gate("whole", ("agent_desk/*",), 90),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """How far one gate is met, and the files that fall short of it, worst first."""

    gate: Gate
    percent: float | None
    short: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether the gate is passed; one without any code yet is."""
        return self.percent is None or self.percent >= self.gate.least

    def __str__(self) -> str:
        if self.percent is None:
            return f"coverage  {self.gate.name:7} no code yet"
        verdict = "ok" if self.is_met else "FELL SHORT: " + ", ".join(self.short)
        return (
            f"coverage  {self.gate.name:7} {self.percent:6.2f} of {self.gate.least:g} %  {verdict}"
        )


def judge(report: dict[str, Any], gates: tuple[Gate, ...] = GATES) -> list[Figure]:
    """Compare the report of ``coverage json`` with the gates."""
    return [_figure(gate, report["files"]) for gate in gates]


def _figure(gate: Gate, files: dict[str, Any]) -> Figure:
    covered = wanted = 0
    missed = {}
    for name, content in files.items():
        path = Path(name).as_posix()
        if not any(fnmatch(path, pattern) for pattern in gate.patterns):
            continue
        summary = content["summary"]
        of_file = summary["num_statements"] + summary.get("num_branches", 0)
        hit = summary["covered_lines"] + summary.get("covered_branches", 0)
        covered += hit
        wanted += of_file
        if hit < of_file:
            missed[path] = of_file - hit
    if not wanted:
        return Figure(gate, None)
    worst = sorted(missed, key=lambda path: missed[path], reverse=True)
    short = tuple(f"{path} ({missed[path]} missed)" for path in worst)
    return Figure(gate, 100 * covered / wanted, short)


def main() -> int:
    """Print a line per gate; 1 when one is not met."""
    command = [sys.executable, "-m", "coverage", "json", "-q", "-o", "coverage.json"]
    subprocess.run(command, check=True)
    figures = judge(json.loads(Path("coverage.json").read_text(encoding="utf-8")))
    sys.stdout.write("".join(f"{figure}\n" for figure in figures))
    return 0 if all(figure.is_met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
