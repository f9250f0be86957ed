from __future__ import annotations

import asyncio
import threading

import pytest

from agent_desk.core.threads import in_own_thread


async def test_the_result_comes_from_a_thread_that_nobody_waits_for() -> None:
    def work() -> tuple[str, bool]:
        thread = threading.current_thread()
        return thread.name, thread.daemon

    assert await in_own_thread(work, name="mine") == ("mine", True)


async def test_an_error_comes_through() -> None:
    with pytest.raises(ZeroDivisionError):
        await in_own_thread(lambda: 1 // 0, name="mine")


async def test_it_can_be_abandoned() -> None:
    go_on = threading.Event()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.02):
            await in_own_thread(go_on.wait, name="mine")
    go_on.set()


def test_a_loop_that_has_ended_is_no_harm() -> None:
    go_on, is_over = threading.Event(), threading.Event()

    def work() -> None:
        go_on.wait()
        is_over.set()

    async def main() -> None:
        async with asyncio.timeout(0.02):
            await in_own_thread(work, name="mine")

    with pytest.raises(TimeoutError):
        asyncio.run(main())
    go_on.set()
    assert is_over.wait(5)
