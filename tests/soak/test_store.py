"""A hundred kills of a process that writes; ``SOAK_ROUNDS`` in the environment sets another."""

from __future__ import annotations

import asyncio
import os

from tests.soak.soak_store import ROUNDS, main


def test_nothing_that_was_kept_is_lost() -> None:
    assert asyncio.run(main([os.environ.get("SOAK_ROUNDS", str(ROUNDS))])) == 0
