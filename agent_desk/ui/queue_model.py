"""The rows of the page of queues: queues with their callers, and who gave up."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from agent_desk.desk.queue_view import QueuesView
from agent_desk.ui import queue_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent_desk.core.clock import Clock
    from agent_desk.desk.gave_up import GaveUp
    from agent_desk.desk.queue_view import Level, QueueView, Waiting

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row: TypeAlias = "tuple[QueueView, Waiting | None]"
Key: TypeAlias = tuple[int, str]

_MOST_CHANGES: Final = 60
_SPOKEN: Final = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


class QueueRole(IntEnum):
    """What a delegate may ask of a row."""

    ROW = Qt.ItemDataRole.UserRole + 1


class QueueModel(QAbstractListModel):
    """A row for each queue, and below it one for each of its callers.

    Only what is different is told: rows that came, went or changed. ``revealed`` is the row whose
    number is spoken in full.
    """

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._view = QueuesView()
        self._queues: list[QueueView] = []
        self._rows: list[Row] = []
        self._stopped_at: float | None = None
        self.revealed = -1

    @property
    def view(self) -> QueuesView:
        """What is shown."""
        return self._view

    def now(self) -> float:
        """The monotonic second that waits are counted to: a stale view stands still."""
        return self._clock.monotonic() if self._stopped_at is None else self._stopped_at

    def waited_s(self, since: float | None) -> int:
        """Seconds waited so far."""
        return 0 if since is None else max(int(self.now() - since), 0)

    def level(self, waited_s: int) -> Level:
        """How such a wait is to be taken."""
        return self._view.thresholds.level(waited_s)

    def key(self, at: int) -> Key | None:
        """What tells one row from all others, wherever it stands."""
        if not 0 <= at < len(self._rows):
            return None
        queue, caller = self._rows[at]
        return queue.queue_id, "" if caller is None else caller.call_id

    def row_of(self, key: Key) -> int:
        """Where the row of this key stands; else that of its queue, -1 where that is gone."""
        found = -1
        for at, (queue, caller) in enumerate(self._rows):
            if queue.queue_id == key[0]:
                if caller is None:
                    found = at
                elif caller.call_id == key[1]:
                    return at
        return found

    def show(self, view: QueuesView, *, is_busy_only: bool) -> None:
        """Show ``view``; with ``is_busy_only`` the queues in which somebody waits."""
        is_renamed = view.region != self._view.region
        if not view.is_stale:
            self._stopped_at = None
        elif self._stopped_at is None:
            self._stopped_at = self._clock.monotonic()
        self._view = view
        queues = [queue for queue in view.queues if queue.waiting or not is_busy_only]
        before, self._queues = self._queues, queues
        if is_renamed or not _is_like(before, queues):
            self.beginResetModel()
            self._rows = [row for queue in queues for row in _rows_of(queue)]
            self.endResetModel()
        else:
            self._merge(before, queues)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        if not index.isValid():
            return None
        if role == QueueRole.ROW:
            return self._rows[index.row()]
        return self._sentence(index.row()) if role in _SPOKEN else None

    def _sentence(self, at: int) -> str:
        queue, caller = self._rows[at]
        since = queue.longest_from if caller is None else caller.waits_from
        waited_s = self.waited_s(since)
        level = self.level(waited_s)
        if caller is None:
            return queue_words.queue_sentence(queue, waited_s, level)
        is_revealed = at == self.revealed
        who = queue_words.caller_person(caller, self._view.region, is_revealed=is_revealed)
        return queue_words.caller_sentence(queue, who, waited_s, level)

    def _merge(self, before: list[QueueView], after: list[QueueView]) -> None:
        """Walk over both lists, which have the same order, and tell what is different."""
        at = left = 0
        kept = {queue.queue_id for queue in after}
        for queue in after:
            while left < len(before) and before[left].queue_id not in kept:
                self._remove(at, _height(before[left]))
                left += 1
            if left < len(before) and before[left].queue_id == queue.queue_id:
                if before[left] is not queue:
                    self._change(at, before[left], queue)
                left += 1
            else:
                self._insert(at, _rows_of(queue))
            at += _height(queue)
        rest = sum(_height(queue) for queue in before[left:])
        self._remove(at, rest)

    def _change(self, at: int, before: QueueView, after: QueueView) -> None:
        """One queue as it is now: what is the same at both ends stays where it is."""
        old, new = before.waiting, after.waiting
        first, last = _common(old, new)
        self._remove(at + 1 + first, len(old) - first - last)
        self._insert(at + 1 + first, [(after, caller) for caller in new[first : len(new) - last]])
        for offset, caller in enumerate((None, *new)):
            known = self._rows[at + offset][1]
            self._rows[at + offset] = (after, caller)
            if caller is None or known != caller:
                index = self.index(at + offset)
                self.dataChanged.emit(index, index)

    def _remove(self, at: int, count: int) -> None:
        if count > 0:
            self.beginRemoveRows(QModelIndex(), at, at + count - 1)
            del self._rows[at : at + count]
            self.endRemoveRows()

    def _insert(self, at: int, rows: Sequence[Row]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
            self._rows[at:at] = rows
            self.endInsertRows()


class GaveUpModel(QAbstractListModel):
    """A row for each person who gave up; ``revealed`` as with queues."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rows: tuple[GaveUp, ...] = ()
        self._region = ""
        self.revealed = -1

    @property
    def region(self) -> str:
        """The country in which numbers without a prefix are read."""
        return self._region

    def entry(self, at: int) -> GaveUp | None:
        """Who stands in one row, if there is one."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def key(self, at: int) -> str | None:
        """Who stands in one row."""
        entry = self.entry(at)
        return None if entry is None else entry.person

    def row_of(self, key: str) -> int:
        """Where somebody stands; -1 where they have gone."""
        people = [entry.person for entry in self._rows]
        return people.index(key) if key in people else -1

    def line(self, entry: GaveUp, who: queue_words.PersonWords) -> str:
        """The second line of a row."""
        return queue_words.gave_up_line(entry, who, self._clock.now())

    def show(self, view: QueuesView) -> None:
        """Show who gave up; a row that stays keeps its place with the keyboard."""
        old, new = self._rows, view.gave_up
        if (old, self._region) == (new, view.region):
            return
        self._region = view.region
        people = {entry.person for entry in new}
        for at in reversed(range(len(old))):
            if old[at].person not in people:
                self.beginRemoveRows(QModelIndex(), at, at)
                self._rows = self._rows[:at] + self._rows[at + 1 :]
                self.endRemoveRows()
        known = [entry.person for entry in self._rows]
        if known != [entry.person for entry in new if entry.person in set(known)]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        for at, entry in enumerate(new):
            if entry.person not in known:
                self.beginInsertRows(QModelIndex(), at, at)
                self._rows = (*self._rows[:at], entry, *self._rows[at:])
                self.endInsertRows()
        self._rows = new
        if new:
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == QueueRole.ROW:
            return entry
        if role not in _SPOKEN:
            return None
        is_revealed = index.row() == self.revealed
        who = queue_words.gave_up_person(entry, self._region, is_revealed=is_revealed)
        return queue_words.gave_up_sentence(entry, who, self._clock.now())


def _rows_of(queue: QueueView) -> list[Row]:
    return [(queue, None), *((queue, caller) for caller in queue.waiting)]


def _height(queue: QueueView) -> int:
    return 1 + len(queue.waiting)


def _common(old: Sequence[Waiting], new: Sequence[Waiting]) -> tuple[int, int]:
    """How many of both are the same callers at the beginning, and of the rest at the end."""
    least = min(len(old), len(new))
    first = _same(zip(old, new, strict=False), least)
    return first, _same(zip(reversed(old), reversed(new), strict=False), least - first)


def _same(pairs: Iterator[tuple[Waiting, Waiting]], most: int) -> int:
    count = 0
    for one, other in pairs:
        if count == most or one.call_id != other.call_id:
            break
        count += 1
    return count


def _is_like(before: Sequence[QueueView], after: Sequence[QueueView]) -> bool:
    """Whether few queues are different and what stays has kept its order.

    Else all rows are made anew: telling of each costs more than laying them out.
    """
    known = {queue.queue_id: queue for queue in before}
    stays = [queue for queue in after if queue.queue_id in known]
    changed = sum(known[queue.queue_id] is not queue for queue in stays)
    if len(before) + len(after) - 2 * len(stays) + changed > _MOST_CHANGES:
        return False
    there = {queue.queue_id for queue in stays}
    order = [queue.queue_id for queue in before if queue.queue_id in there]
    return order == [queue.queue_id for queue in stays]
