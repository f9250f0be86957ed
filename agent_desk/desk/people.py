"""Who and what stands behind the codes: extensions, people, queues."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from agent_desk.voicenter.events import (
    ExtensionChanged,
    ExtensionsSnapshot,
    QueueChanged,
    QueueReason,
    QueuesSnapshot,
    Users,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent_desk.voicenter.events import Event, Extension, Queue


@dataclass(frozen=True, slots=True)
class Listed:
    """What the organisation's list of extensions says of one; ``short`` is its speed dial."""

    name: str = field(default="", repr=False)
    short: str = ""


_UNLISTED: Final = Listed()


class People:
    """The last known state of every extension and queue, with the names to call them by."""

    def __init__(self) -> None:
        self._extensions: dict[str, Extension] = {}
        self._queues: dict[int, Queue] = {}
        self._queue_names: dict[int, str] = {}
        self._user_names: dict[int, str] = {}
        self._listed: Mapping[str, Listed] = {}
        self._names_by_short: dict[str, str] = {}

    def take(self, event: Event) -> None:
        """Learn from an event; most have nothing to say here."""
        if isinstance(event, ExtensionChanged):
            self._extensions[event.extension.sip] = event.extension
        elif isinstance(event, ExtensionsSnapshot):
            if event.malformed == 0:
                self._extensions.clear()
            self._extensions |= {extension.sip: extension for extension in event.extensions}
        elif isinstance(event, QueueChanged):
            self._take_queue(event)
        elif isinstance(event, QueuesSnapshot):
            self._queues.clear()
            for queue in event.queues:
                self._keep_queue(queue)
        elif isinstance(event, Users):
            self._user_names |= event.names

    def learn(self, listed: Mapping[str, Listed]) -> None:
        """Take the organisation's list of extensions: names for whoever no event speaks of."""
        self._listed = listed
        self._names_by_short = {each.short: each.name for each in listed.values() if each.short}

    @property
    def listed(self) -> Mapping[str, Listed]:
        """What the list of extensions says, by extension code; empty until it was asked."""
        return self._listed

    def short(self, sip: str) -> str:
        """What people dial to reach an extension; empty where that is not known."""
        return self._listed.get(sip, _UNLISTED).short

    @property
    def extensions(self) -> Mapping[str, Extension]:
        """Every extension by its code."""
        return self._extensions

    @property
    def queues(self) -> Mapping[int, Queue]:
        """Every queue by its id, with the callers who wait in it."""
        return self._queues

    def queue_name(self, queue_id: int | None) -> str:
        """A queue's label; empty where it is not known."""
        return "" if queue_id is None else self._queue_names.get(queue_id, "")

    def agent_name(self, sip: str) -> str:
        """Who works on an extension: whoever is signed in there, else whom it belongs to.

        Where no event speaks of it, who is listed for it, also by its speed dial.
        """
        extension = self._extensions.get(sip)
        if extension is None:
            listed = self._listed.get(sip, _UNLISTED)
            return listed.name or self._names_by_short.get(sip, "")
        online = self._user_names.get(extension.online_user_id or 0, "")
        said = online or extension.agent_name or extension.user_name
        return said or self._listed.get(sip, _UNLISTED).name

    def is_waiting(self, call_id: str) -> bool:
        """Whether a caller still waits in a queue."""
        return any(
            call.call_id == call_id for queue in self._queues.values() for call in queue.calls
        )

    def _take_queue(self, event: QueueChanged) -> None:
        queue = event.queue
        if event.reason is not QueueReason.JOIN:
            # Whoever left is gone, even where the list that came with it is older.
            calls = tuple(call for call in queue.calls if call.call_id != event.call_id)
            queue = replace(queue, calls=calls)
        self._keep_queue(queue)

    def _keep_queue(self, queue: Queue) -> None:
        self._queues[queue.queue_id] = queue
        if queue.name:
            self._queue_names[queue.queue_id] = queue.name
