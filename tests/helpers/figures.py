"""Figures that a person should see although the test is content."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def show(capsys: pytest.CaptureFixture[str], text: str) -> None:
    """Write a line past pytest's capture."""
    with capsys.disabled():
        sys.stdout.write(f"\n{text}")
        sys.stdout.flush()
