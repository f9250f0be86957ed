"""Pops on a desktop whose screens have different scale factors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("dpi", [144, 192])
def test_a_pop_keeps_its_size_and_corner_on_screens_of_any_scale(tmp_path: Path, dpi: int) -> None:
    plain = {"x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1, "logicalBaseDpi": 96}
    screens = [
        plain | {"name": "first", "logicalDpi": 96},
        plain | {"name": "second", "x": 1920, "width": 3840, "height": 2160, "logicalDpi": dpi},
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.two_screens"],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    found = json.loads(done.stdout)
    assert [each["scale"] for each in found] == [1.0, dpi / 96, 1.0]
    for each in found:
        left, top, width, height = each["free"]
        card = each["card"]
        assert (card[0] + card[2], card[1] + card[3]) == (left + width - 16, top + height - 16)
        assert each["window"] == found[0]["window"]
        assert each["painted"] == [round(side * each["scale"]) for side in each["window"]]
