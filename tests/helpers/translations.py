"""Texts from the code into ``.ts`` files, and ``.qm`` files from those.

``python -m tests.helpers.translations`` does it in the checkout; the tests do it beside it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = ROOT / "resources" / "translations"
LANGUAGES: Final = ("ar", "en", "he", "ru")


def text_file(folder: Path, language: str) -> Path:
    """Where a language has its texts."""
    return folder / f"agent_desk_{language}.ts"


def update(folder: Path) -> None:
    """Bring the ``.ts`` files of ``folder`` up to the code: new texts in, unused ones out.

    They are sorted and name no lines of code, so that moving code changes nothing. English has
    only the texts that contain a number.
    """
    for language in LANGUAGES:
        few = ["-pluralonly"] if language == "en" else []
        options = ["-no-obsolete", "-sort-messages", "-locations", "none", "-extensions", "py"]
        target = ["-ts", str(text_file(folder, language))]
        _run("pyside6-lupdate", "-silent", *few, *options, "agent_desk", *target)


def release(folder: Path) -> None:
    """Write the ``.qm`` files of ``folder`` from its ``.ts`` files; untranslated is an error."""
    for language in LANGUAGES:
        source = text_file(folder, language)
        checks = ("-fail-on-unfinished", "-fail-on-invalid")
        target = str(source.with_suffix(".qm"))
        _run("pyside6-lrelease", "-silent", *checks, str(source), "-qm", target)


def _run(tool: str, *arguments: str) -> None:
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode != 0:
        msg = f"{tool} failed:\n{done.stdout}"
        raise RuntimeError(msg)


if __name__ == "__main__":
    update(FOLDER)
    release(FOLDER)
