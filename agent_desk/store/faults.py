"""Why something cannot be kept, in words for a person; nobody above this package sees SQL's own."""

from __future__ import annotations

from agent_desk.core.errors import StorageError


class StoreUnusableError(StorageError):
    """The file or its folder cannot be read or written."""

    code = "store_unusable"
    message = "The history on this PC cannot be read or written."
    next_step = "Check the rights of the program's folder; until then nothing new is kept."


class DiskFullError(StorageError):
    """There is no room for what should be kept."""

    code = "disk_full"
    message = "The disk is full, so nothing new is kept."
    next_step = "Free some space."


class StoreBusyError(StorageError):
    """Another program holds the file for longer than anybody should wait."""

    code = "store_busy"
    message = "Another program holds the history on this PC."
    next_step = "Close other programs that read it, then try again."


class StoreNewerError(StorageError):
    """The file has a form that only a newer release knows; it is left alone."""

    code = "store_newer"
    message = "The history on this PC was written by a newer version of this program."
    next_step = "Update this program; until then the history is left alone and nothing is kept."


class StoreDamagedError(StorageError):
    """The file is not what was written."""

    code = "store_damaged"
    message = "The history on this PC is damaged."
    next_step = "Start the program again; it saves what can be read."


class StoreRebuiltError(StorageError):
    """The file was damaged: what could be read of it is in a new one."""

    code = "store_rebuilt"
    message = "The history on this PC was damaged; what could be read was carried over."
    next_step = "The damaged file is kept beside the new one for a month."
