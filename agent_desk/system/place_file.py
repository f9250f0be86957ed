"""The small file that remembers where the window stood."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import msgspec

from agent_desk.core.files import open_private
from agent_desk.core.window_place import WindowPlace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_log = logging.getLogger(__name__)

_MAX_BYTES: Final = 64_000
_VERSION: Final = 1


class _Content(msgspec.Struct, frozen=True, kw_only=True):
    version: int = _VERSION
    places: dict[str, WindowPlace] = {}


class PlaceFile:
    """A ``PlaceStore`` in one file, which is replaced as a whole.

    What cannot be read is as good as nothing, what cannot be written is not kept: a window's place
    is worth no word to anybody. A few hundred bytes that are not forced to the disk: quick enough
    for the thread of the windows.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> dict[str, WindowPlace]:
        """What was saved last; nothing where the file is damaged, too large or of another kind."""
        try:
            with self._path.open("rb") as file:
                content = file.read(_MAX_BYTES + 1)
        except OSError:
            return {}
        if len(content) > _MAX_BYTES:
            return {}
        try:
            read = msgspec.json.decode(content, type=_Content)
        except (msgspec.DecodeError, RecursionError):
            _log.info("the window's place could not be read and is begun anew")
            return {}
        return read.places if read.version == _VERSION else {}

    def save(self, places: Mapping[str, WindowPlace]) -> None:
        """Replace the file, or leave the old one where that is impossible."""
        content = msgspec.json.format(msgspec.json.encode(_Content(places=dict(places))), indent=2)
        fresh = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open_private(fresh, "w") as file:
                file.write(content.decode() + "\n")
            fresh.replace(self._path)
        except OSError as error:
            _log.info("the window's place could not be kept: %s", type(error).__name__)
            with suppress(OSError):
                fresh.unlink()
