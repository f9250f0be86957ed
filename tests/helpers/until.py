"""Waiting for a state instead of sleeping for a guess."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_PAUSE_S = 0.005


async def until(predicate: Callable[[], T], timeout_s: float = 15.0, *, what: str = "") -> T:
    """Wait until ``predicate()`` is true and give what it returned.

    Fails the test after ``timeout_s`` and then names ``what`` was waited for. The loop runs
    meanwhile: nothing is blocked.
    """
    end = time.monotonic() + timeout_s
    while not (value := predicate()):
        if time.monotonic() > end:
            msg = f"after {timeout_s:g} s still not true: {what or predicate!r}"
            raise AssertionError(msg)
        await asyncio.sleep(_PAUSE_S)
    return value
