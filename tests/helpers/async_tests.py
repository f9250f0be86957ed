"""Runs ``async def`` tests: each on a fresh loop, within a time limit, leaving no task behind."""

from __future__ import annotations

import asyncio
import functools
import gc
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers.until import within

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    AsyncTest = Callable[..., Coroutine[Any, Any, None]]

TIMEOUT_S = 100.0


def as_plain_test(
    test: AsyncTest, new_loop: Callable[[], asyncio.AbstractEventLoop], timeout_s: float = TIMEOUT_S
) -> Callable[..., None]:
    """The function that pytest can call for ``test``."""

    @functools.wraps(test)
    def plain_test(*args: object, **kwargs: object) -> None:
        __tracebackhide__ = True
        try:
            with asyncio.Runner(loop_factory=new_loop) as runner:
                runner.run(_supervised(test(*args, **kwargs), timeout_s))
        finally:
            # Exceptions that nobody fetched, tasks and sockets that nobody closed speak up when
            # they are collected: now, so that the blame falls on this test.
            gc.collect()

    return plain_test


async def _supervised(test: Coroutine[Any, Any, None], timeout_s: float) -> None:
    __tracebackhide__ = True
    try:
        async with within(timeout_s) as limit:
            await test
    except TimeoutError as error:
        if not limit.expired():
            raise
        msg = f"the test took longer than {timeout_s:g} s"
        raise AssertionError(msg) from error
    await asyncio.sleep(0)  # what was cancelled may end
    left_over = asyncio.all_tasks() - {asyncio.current_task()}
    if left_over:
        listing = "\n".join(sorted(f"  {task.get_name()}: {task.get_coro()}" for task in left_over))
        pytest.fail(f"the test left tasks behind:\n{listing}")
