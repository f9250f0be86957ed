"""A recording of a long shift, made by dice: what ``tail --raw --record`` would have written."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TextIO

from agent_desk.sandbox.world import World
from tests.helpers.clock import FakeClock
from tests.helpers.flight import OWN, Traffic

if TYPE_CHECKING:
    from pathlib import Path

    from agent_desk.sandbox.wire import Json, WireEvent

_BETWEEN_S: Final = (0.0, 0.3, 2.0, 9.0, 40.0)
_SNAPSHOTS_EVERY: Final = 500


@dataclass(frozen=True, slots=True)
class Recording:
    """What was written, and what is true at its end: live calls and all there were, by phone."""

    events: int
    live: dict[str, list[str]]
    calls: dict[str, int]


def record(
    path: Path, events: int, *, seed: int, lost: float = 0.0, doubled: float = 0.0
) -> Recording:
    """Write at least so many events to ``path``.

    Of the events in between these shares are ``lost`` and ``doubled``; snapshots come now and
    then, and at the end.
    """
    rng = random.Random(seed)  # noqa: S311 - dice
    with path.open("w", encoding="utf-8") as file:
        recorder = _Recorder(file)
        traffic = Traffic(recorder.world, rng)

        def hear(event: WireEvent) -> None:
            copies = 2 if rng.random() < doubled else 1
            recorder.write(event, copies=0 if rng.random() < lost else copies)

        recorder.look()
        recorder.world.subscribe(hear)
        while recorder.written < events:
            recorder.clock.advance(rng.choice(_BETWEEN_S))
            traffic.step()
            if rng.randrange(_SNAPSHOTS_EVERY) == 0:
                recorder.look()
        recorder.look()
    return recorder.made()


class _Recorder:
    """A world of its own, and what is written of it."""

    def __init__(self, file: TextIO) -> None:
        self.clock = FakeClock()
        self.world = World(clock=self.clock)
        self.written = 0
        self._file = file
        self._began = self.clock.monotonic()
        self._ids: dict[str, set[str]] = {sip: set() for sip in OWN}

    def look(self) -> None:
        """Write the snapshots."""
        for event in self.world.snapshots():
            self.write(event)

    def write(self, event: WireEvent, *, copies: int = 1) -> None:
        """Write one event so many times."""
        t = round(self.clock.monotonic() - self._began, 3)
        line = json.dumps({"t": t, "event": event.name, "payload": event.payload})
        for _ in range(copies):
            self._file.write(f"{line}\n")
            self.written += 1
            for extension in _extensions(event):
                if extension["extenUser"] in self._ids:
                    self._ids[extension["extenUser"]] |= _named(extension)

    def made(self) -> Recording:
        """What is true at the end."""
        live = {sip: [call.ivrid for call in self.world.calls(extension=sip)] for sip in OWN}
        return Recording(
            self.written,
            {sip: sorted(calls) for sip, calls in live.items() if calls},
            {sip: len(found) for sip, found in self._ids.items()},
        )


def _extensions(event: WireEvent) -> list[Json]:
    found: list[Json] = event.payload.get("extensions", [])
    return [event.payload["data"]] if event.name == "ExtensionEvent" else found


def _named(extension: Json) -> set[str]:
    """The ids of the calls that an extension object speaks of."""
    current = extension.get("currentCall")
    return {call["ivrid"] for call in [*extension["calls"], *([current] if current else [])]}
