"""The report for support."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from agent_desk.config import Profile
from agent_desk.core.checks import CheckResult
from agent_desk.core.link import Link
from agent_desk.desk.link import LinkView
from agent_desk.report import LOG_LINES, log_tail, write_report

if TYPE_CHECKING:
    from pathlib import Path

    from agent_desk.core.checks import CheckResult as Found

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def report(*checks: Found, log: tuple[str, ...] = (), link: LinkView | None = None) -> str:
    return write_report(
        version="1.2.3",
        at=AT,
        link=link or LinkView(Link.OFFLINE, error_code="dns"),
        profile=Profile(extensions=("SIPSIP1",), link_hosts=("crm.example.com",)),
        checks=checks,
        log=log,
    )


def test_it_tells_what_runs_how_it_stands_and_what_was_found() -> None:
    found = CheckResult("clock", is_ok=False, message="9 s behind.", code="clock", took_ms=12)
    link = LinkView(Link.CONNECTED, server="monitor3", protocol=3, transport="websocket")
    told = report(found, log=("2026-03-01T11:59:00.000Z INFO link connected",), link=link)
    assert "agent_desk 1.2.3" in told
    assert "written 2026-03-01T12:00:00+00:00" in told
    assert "connected, monitor3, Engine.IO 3, websocket" in told
    assert "FAILED  clock      12 ms  9 s behind." in told
    assert "INFO link connected" in told
    assert told.endswith("\n")


def test_it_counts_what_may_hold_words_of_a_person() -> None:
    told = report()
    assert "none were made" in told
    assert "there is none" in told
    assert "offline, dns" in told
    assert "link hosts: 1" in told
    assert "own extensions: 1" in told
    assert "crm.example.com" not in told
    assert "SIPSIP1" not in told


def test_the_log_is_its_end_each_line_redacted_once_more(tmp_path: Path) -> None:
    path = tmp_path / "window.log"
    lines = [f"2026-03-01T11:59:00.000Z INFO line {at}" for at in range(LOG_LINES)]
    told = ["2026-03-01T12:00:00.000Z INFO call from +972501234567", "  File x, token=abcdefgh"]
    path.write_text("\n".join([*lines, *told]), encoding="utf-8")
    tail = log_tail(path)
    assert len(tail) == LOG_LINES
    assert tail[0].endswith("line 2")
    assert tail[-2].startswith("2026-03-01T12:00:00.000Z INFO call from <number ")
    assert "abcdefgh" not in tail[-1]


def test_a_log_that_is_not_there_has_no_end(tmp_path: Path) -> None:
    assert log_tail(tmp_path / "none.log") == []


def test_a_huge_line_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "window.log"
    path.write_text("x" * 1_000_000, encoding="utf-8")
    (line,) = log_tail(path)
    assert len(line) == 400
