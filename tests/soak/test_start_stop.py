"""Fifty starts and stops in a row; ``SOAK_ROUNDS`` in the environment sets another number."""

from __future__ import annotations

import asyncio
import os

from tests.soak.soak_start_stop import ROUNDS, main


def test_start_and_stop_in_every_way() -> None:
    assert asyncio.run(main([os.environ.get("SOAK_ROUNDS", str(ROUNDS))])) == 0
