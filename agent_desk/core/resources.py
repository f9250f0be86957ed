"""The files that travel with the program: icons, fonts, translations, scenarios, sample data.

In a wheel or a frozen program they lie inside the package, as ``agent_desk/resources``; in a
checkout at its top, as ``resources``. Nobody else needs to know.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


def resource_path(name: str) -> Path:
    """The resource ``name``, a path with forward slashes below ``resources``.

    Names a file or a folder; raises ``FileNotFoundError`` when there is none.
    """
    path = _top() / name
    if not path.exists():
        msg = f"no resource named {name}"
        raise FileNotFoundError(msg)
    return path


def resource_bytes(name: str) -> bytes:
    """The content of a resource file."""
    return resource_path(name).read_bytes()


def resource_text(name: str) -> str:
    """The content of a resource file as UTF-8 text."""
    return resource_path(name).read_text(encoding="utf-8")


@cache
def _top() -> Path:
    # Not importlib.resources: it also reads from archives, which a Qt program cannot run from,
    # and takes 8 ms to import, before the first window.
    package = Path(__file__).parent.parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
