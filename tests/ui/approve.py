"""Pictures of all screens, and the approved ones that tests compare them with.

``python -m tests.ui.approve FOLDER`` draws them all; ``--approve`` puts those that look different
now, and no others, into ``docs/pictures/approved``. Look at each before you commit it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.helpers.picture_match import match, side_by_side

ROOT: Final = Path(__file__).parents[2]
APPROVED: Final = ROOT / "docs" / "pictures" / "approved"
MOST_BYTES: Final = 8_000_000

# What a picture must not depend on; and the offscreen platform's complaints of what it cannot do.
_ENVIRON: Final = {"LC_ALL": "C.UTF-8", "LANGUAGE": "en", "TZ": "UTC"}
_SILENCE: Final = {"QT_LOGGING_RULES": "default.warning=false"}

# Which bits of a colour tell two apart: all, then fewer and fewer of each channel.
_MASKS: Final = tuple(0x010101 * (0xFF << bits & 0xFF) for bits in range(8))
_COLOURS: Final = 256
_SCREEN: Final = {"name": "desk", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}


def draw(folder: Path) -> None:
    """Draw all scenes into ``folder``, in a process with a screen of its own and no user's look."""
    with tempfile.TemporaryDirectory() as home:
        screens = Path(home) / "screens.json"
        screen = _SCREEN | {"logicalDpi": 96, "logicalBaseDpi": 96}
        screens.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
        environ = os.environ | _ENVIRON | _SILENCE
        environ |= {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "AGENT_DESK_HOME": home}
        for scale in ("1", "2"):
            subprocess.run(
                [sys.executable, "-m", "tests.ui.approve", "--draw", str(folder)],
                cwd=ROOT,
                env=environ | {"QT_SCALE_FACTOR": scale},
                check=True,
            )


def _draw_here(folder: Path) -> None:
    # Here, since whoever compares needs no windows.
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from tests.ui.pictures import SCENES, Studio, doubled  # noqa: PLC0415

    studio = Studio(QApplication([]), folder)
    for scene in (doubled,) if studio.app.devicePixelRatio() > 1 else SCENES:
        scene(studio)


def differences(drawn: Path, into: Path | None = None) -> dict[str, str]:
    """What looks different from what was approved: the picture's name and how.

    ``into`` takes a picture of each: approved, drawn now, and what differs.
    """
    found: dict[str, str] = {}
    names = {path.name for folder in (drawn, APPROVED) for path in folder.glob("*.png")}
    for name in sorted(names):
        old, new = (QImage(str(folder / name)) for folder in (APPROVED, drawn))
        if old.isNull() or new.isNull():
            found[name] = "not approved yet" if old.isNull() else "approved, but no longer drawn"
            continue
        result = match(old, new)
        if not result.is_same:
            found[name] = str(result)
            if into is not None:
                side_by_side(old, new, result.faults).save(str(into / name))
    return found


def approve(drawn: Path) -> dict[str, str]:
    """Let the approved pictures be as they are drawn now; those that look the same stay."""
    APPROVED.mkdir(parents=True, exist_ok=True)
    changed = differences(drawn)
    for name in changed:
        image = QImage(str(drawn / name))
        if image.isNull():
            (APPROVED / name).unlink()
        else:
            compact(image).save(str(APPROVED / name), quality=0)
    return changed


def compact(image: QImage) -> QImage:
    """The picture with a palette of 256 colours, or without one where that could be seen.

    Similar colours become the one that most of their pixels have: flat areas stay as they are.
    """
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    plain.setDevicePixelRatio(1)
    counts = Counter(memoryview(plain.constBits()).cast("I"))
    for mask in _MASKS:
        chosen: dict[int, int] = {}
        for colour, _ in counts.most_common():
            chosen.setdefault(colour & mask, colour)
        if len(chosen) <= _COLOURS:
            break
    exact = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    small = plain.convertToFormat(QImage.Format.Format_Indexed8, list(chosen.values()), exact)
    return small if match(plain, small).is_same else plain


def main() -> int:
    """Draw, and approve if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help="where to put all pictures")
    parser.add_argument("--approve", action="store_true", help="tests compare with these from now")
    parser.add_argument("--draw", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.draw:
        _draw_here(args.folder)
        return 0
    if args.folder is None and not args.approve:
        parser.error("name a folder, or say --approve")
    with tempfile.TemporaryDirectory() as scratch:
        drawn = args.folder or Path(scratch)
        draw(drawn)
        if args.approve:
            for name, how in approve(drawn).items():
                sys.stdout.write(f"{name}: {how}\n")
            size = sum(path.stat().st_size for path in APPROVED.glob("*.png"))
            sys.stdout.write(f"{len(list(APPROVED.glob('*.png')))} pictures, {size:,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
