"""The files that travel with the program: icons, fonts, translations, scenarios, sample data.

In a wheel or a frozen program they lie inside the package, as ``agent_desk/resources``; in a
checkout at its top, as ``resources``. Nobody else needs to know.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def resource_path(name: str) -> Traversable:
    """The resource ``name``, a path with forward slashes below ``resources``.

    Names a file or a folder; raises ``FileNotFoundError`` when there is none. Code that needs a
    file on disk wraps it into ``importlib.resources.as_file``.
    """
    path = _top().joinpath(*name.split("/"))
    if not (path.is_file() or path.is_dir()):
        msg = f"no resource named {name}"
        raise FileNotFoundError(msg)
    return path


def resource_bytes(name: str) -> bytes:
    """The content of a resource file."""
    return resource_path(name).read_bytes()


def resource_text(name: str) -> str:
    """The content of a resource file as UTF-8 text."""
    return resource_path(name).read_text(encoding="utf-8")


def _top() -> Traversable:
    package = files("agent_desk")
    inside = package.joinpath("resources")
    return inside if inside.is_dir() else package.joinpath("..", "resources")
