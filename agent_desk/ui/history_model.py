"""The rows of the history, fetched in pages when they are looked at."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from agent_desk.desk import numbers
from agent_desk.desk.history import HistoryQuery
from agent_desk.ui import history_words
from agent_desk.ui.masking import masking

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from agent_desk.desk.history import HistoryCall, HistoryPage

PAGE_ROWS: Final = 100
MOST_PAGES: Final = 40
"""More are not kept: what is far away is asked for again when somebody goes there."""
CALL_ROLE: Final = Qt.ItemDataRole.UserRole
_NO_PARENT: Final = QModelIndex()


class Taken(Enum):
    """What became of a page that came."""

    DROPPED = "dropped"
    """Nobody wants it any more."""
    FILLED = "filled"
    """Its rows were missing, or were the same."""
    REPLACED = "replaced"
    """The same calls were asked for again: rows may have moved."""
    FOUND = "found"
    """The first answer to another question."""


class HistoryModel(QAbstractListModel):
    """As many rows as the last answer told of; those that were not fetched yet are ``None``.

    A new question leaves the rows until it is answered. Signals: ``rows_requested(HistoryQuery,
    int, int)`` with offset and limit.
    """

    rows_requested = Signal(object, int, int)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._region = numbers.DEFAULT_REGION
        self._asked_for = HistoryQuery()
        self._answered: HistoryQuery | None = None
        self._total = 0
        self._pages: dict[int, tuple[HistoryCall, ...]] = {}
        self._under_way: set[int] = set()
        self._is_outdated = False
        self._open_row = -1

    @property
    def query(self) -> HistoryQuery:
        """What was asked for last."""
        return self._asked_for

    @property
    def is_waiting(self) -> bool:
        """Whether the rows are those of an earlier question, or there are none yet."""
        return self._answered != self._asked_for

    @property
    def has_answer(self) -> bool:
        """Whether any question was answered yet."""
        return self._answered is not None

    @property
    def total(self) -> int:
        """How many calls the last answer told of."""
        return self._total

    @property
    def region(self) -> str:
        """Where local numbers are at home."""
        return self._region

    def set_region(self, region: str) -> None:
        """Write numbers as people of ``region`` read them."""
        self._region = region

    def ask(self, query: HistoryQuery) -> None:
        """Look for something else."""
        self._asked_for = query
        self._under_way = {0}
        self.rows_requested.emit(query, 0, PAGE_ROWS)

    def ask_again(self, first: int, last: int) -> None:
        """The same question: rows ``first`` to ``last`` may be others by now."""
        if self.is_waiting:
            self.ask(self._asked_for)
            return
        pages = range(max(first, 0) // PAGE_ROWS, max(last, 0) // PAGE_ROWS + 1)
        self._is_outdated = True
        self._under_way = set(pages)
        self.rows_requested.emit(self._asked_for, pages[0] * PAGE_ROWS, len(pages) * PAGE_ROWS)

    def want(self, first: int, last: int) -> None:
        """Rows ``first`` to ``last`` are looked at: ask for those that are missing, in one go.

        Whoever answers may answer the newest question only, so it holds all that is wanted now.
        """
        if self.is_waiting or not self._total:
            return
        last = min(last, self._total - 1)
        seen = range(max(first, 0) // PAGE_ROWS, last // PAGE_ROWS + 1)
        missing = [page for page in seen if page not in self._pages]
        if missing and not self._under_way.issuperset(missing):
            pages = range(missing[0], missing[-1] + 1)
            self._under_way = set(pages)
            self.rows_requested.emit(self._asked_for, pages[0] * PAGE_ROWS, len(pages) * PAGE_ROWS)

    def forget_requests(self) -> None:
        """What was asked for does not come: it may be asked for again."""
        self._under_way.clear()

    def take(self, page: HistoryPage) -> Taken:
        """Show the rows of ``page`` if they are still wanted."""
        if page.query != self._asked_for:
            return Taken.DROPPED
        is_found = self.is_waiting
        is_replaced = self._is_outdated or page.total != self._total
        if is_found or is_replaced:
            self._pages.clear()
            self._is_outdated = False
        self._answered = page.query
        self._set_total(page.total)
        for start in range(0, len(page.calls), PAGE_ROWS):
            at = (page.offset + start) // PAGE_ROWS
            self._pages.pop(at, None)  # so that it counts as the newest
            self._pages[at] = page.calls[start : start + PAGE_ROWS]
            self._under_way.discard(at)
        self._under_way.discard(page.offset // PAGE_ROWS)
        while len(self._pages) > MOST_PAGES:
            del self._pages[next(iter(self._pages))]
        if is_found:
            return Taken.FOUND
        return Taken.REPLACED if is_replaced else Taken.FILLED

    def call(self, row: int) -> HistoryCall | None:
        """The call of ``row``; ``None`` where it is still to come."""
        calls = self._pages.get(row // PAGE_ROWS, ())
        at = row % PAGE_ROWS
        return calls[at] if row >= 0 and at < len(calls) else None

    def row_of(self, call_id: str) -> int:
        """Where a call stands among the rows that were fetched; -1 where it does not."""
        if call_id:
            for page, calls in self._pages.items():
                for at, call in enumerate(calls):
                    if call.call_id == call_id:
                        return page * PAGE_ROWS + at
        return -1

    def open_row(self, row: int) -> None:
        """Say the number of this row in full, also where numbers are hidden; -1 for none."""
        self._open_row = row

    def is_open(self, row: int) -> bool:
        """Whether the number of ``row`` is said in full."""
        return not masking.is_on or row == self._open_row

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._total

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if not index.isValid():
            return None
        if role == CALL_ROLE:
            return self.call(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.said(index.row())
        return None

    def said(self, row: int) -> str:
        """A row as a screen reader says it."""
        call = self.call(row)
        if call is None:
            self.want(row, row)
            return self.tr("Loading…")
        now, is_open = self._clock.now(), self.is_open(row)
        return history_words.sentence(call, now, region=self._region, is_revealed=is_open)

    def _set_total(self, total: int) -> None:
        """At the end, so that the view keeps its place."""
        if total > self._total:
            self.beginInsertRows(_NO_PARENT, self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(_NO_PARENT, total, self._total - 1)
            self._total = total
            self.endRemoveRows()
