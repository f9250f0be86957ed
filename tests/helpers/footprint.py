"""What a process holds on to: tasks, sockets, files, memory."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Footprint:
    """One look; ``files`` counts open descriptors, sockets among them, ``kib`` is resident.

    Tasks of a sandbox do not count: its Socket.IO server lets some sleep on for a ping interval.
    """

    tasks: int
    files: int
    sockets: int
    objects: int
    kib: int

    def __str__(self) -> str:
        return (
            f"tasks {self.tasks:3}  files {self.files:3}  sockets {self.sockets:3}  "
            f"objects {self.objects:7}  resident {self.kib / 1024:6.1f} MiB"
        )


def footprint() -> Footprint:
    """As things stand; what cannot be seen on this system is 0."""
    gc.collect()
    files = sockets = kib = 0
    if sys.platform.startswith("linux"):
        for entry in Path("/proc/self/fd").iterdir():
            try:
                target = entry.readlink()
            except OSError:
                continue  # the one that lists the folder
            files += 1
            sockets += str(target).startswith("socket:")
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        kib = pages * os.sysconf("SC_PAGE_SIZE") // 1024
    tasks = [task for task in asyncio.all_tasks() if not task.get_name().startswith("sandbox.")]
    return Footprint(len(tasks), files, sockets, len(gc.get_objects()), kib)
