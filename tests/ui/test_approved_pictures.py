"""All screens look as a person approved them, with ``python3 dev.py pictures --approve``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.approve import APPROVED, MOST_BYTES, differences, draw

if TYPE_CHECKING:
    from pathlib import Path


def test_every_screen_looks_as_approved(tmp_path: Path) -> None:
    drawn, faults = tmp_path / "drawn", tmp_path / "differences"
    faults.mkdir()
    draw(drawn)
    found = differences(drawn, faults)
    listing = "\n".join(f"  {name}: {how}" for name, how in found.items())
    assert not found, (
        f"{len(found)} screens do not look as approved. Approved, drawn now and what differs, "
        f"side by side: {faults}\n{listing}\n"
        "Where that is meant: python3 dev.py pictures --approve, and look at each."
    )


def test_the_approved_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in APPROVED.glob("*.png")) <= MOST_BYTES
