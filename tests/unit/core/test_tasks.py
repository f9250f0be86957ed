"""A scope owns its tasks to the end."""

from __future__ import annotations

import asyncio

import pytest

from agent_desk.core.tasks import TaskScope


async def test_closing_cancels_and_awaits_every_task() -> None:
    cleaned: list[str] = []

    async def work(name: str) -> None:
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0)
            cleaned.append(name)

    scope = TaskScope("test")
    first = scope.start(work("a"), name="a")
    scope.start(work("b"), name="b")
    await asyncio.sleep(0)
    assert (len(scope), first.get_name()) == (2, "test.a")
    await scope.aclose()
    assert sorted(cleaned) == ["a", "b"]
    assert len(scope) == 0


async def test_a_task_that_fails_is_reported_and_spares_the_others(
    caplog: pytest.LogCaptureFixture, expect_log: object
) -> None:
    errors: list[BaseException] = []
    assert callable(expect_log)
    expect_log("task test.bad failed")

    async def bad() -> None:
        raise ValueError

    async def good() -> int:
        await asyncio.sleep(0.01)
        return 7

    scope = TaskScope("test", on_error=errors.append)
    scope.start(bad(), name="bad")
    assert await scope.start(good(), name="good") == 7
    assert [type(e) for e in errors] == [ValueError]
    assert "Traceback" in caplog.text
    await scope.aclose()


async def test_a_closed_scope_starts_nothing() -> None:
    scope = TaskScope("test")
    await scope.aclose()

    async def work() -> None: ...

    with pytest.raises(RuntimeError, match="scope test is closed"):
        scope.start(work(), name="late")


async def test_closing_ends_when_a_task_ended_just_before() -> None:
    async def work() -> None: ...

    scope, other = TaskScope("test"), TaskScope("other")
    task = scope.start(work(), name="a")
    await other.start(scope.aclose(), name="b")  # its first step comes right after the task's
    assert task.done()
    assert len(scope) == 0
    await other.aclose()
