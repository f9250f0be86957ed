"""The page of the history, joined with what is kept of the identity that is signed in."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from agent_desk.config import replace_file
from agent_desk.core.errors import AgentDeskError, StorageError
from agent_desk.core.tasks import TaskScope
from agent_desk.store.calls import read_all

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from agent_desk.desk.history import HistoryQuery
    from agent_desk.shift.shift import Shift
    from agent_desk.store.calls import CallHistory
    from agent_desk.ui.history_side import HistorySide

_NOTES_S: Final = 2.0
_GONE: Final = "This call is no longer kept."


class Remembering:
    """Answers ``side`` from the store; of several questions of a kind only the newest counts.

    ``region`` is where numbers are read. ``end`` it with the shift.
    """

    def __init__(self, side: HistorySide, *, region: Callable[[], str]) -> None:
        self._side = side
        self._region = region
        self._calls: CallHistory | None = None
        self._shift: Shift | None = None
        self._scope = TaskScope("history")
        self._notes: set[asyncio.Task[None]] = set()
        self._asked: dict[str, Callable[[CallHistory], Awaitable[None]]] = {}
        side.rows_requested.connect(self._on_rows_requested)
        side.detail_requested.connect(self._on_detail_requested)
        side.day_requested.connect(self._on_day_requested)
        side.note_edited.connect(self._on_note_edited)
        side.export_requested.connect(self._on_export_requested)
        side.pull_requested.connect(self._on_pull_requested)
        side.cancel_requested.connect(self._on_cancel_requested)

    def begin(self, shift: Shift, calls: CallHistory | None) -> None:
        """A shift is being worked, and this is what is kept of its identity's calls."""
        self._shift, self._calls = shift, calls
        self._side.live_changed()

    async def end(self) -> None:
        """The shift is over: what was asked ends with it, except that notes are kept."""
        self._side.forget()  # first: a note that was being written comes now
        if self._notes:
            await asyncio.wait(self._notes, timeout=_NOTES_S)
        self._shift = self._calls = None
        self._asked.clear()
        scope, self._scope = self._scope, TaskScope("history")
        await scope.aclose()

    # ------------------------------------------------------------------------------- questions

    def _ask(self, kind: str, question: Callable[[CallHistory], Awaitable[None]]) -> None:
        """Answer ``question`` once the one of its kind that is under way has its answer."""
        if self._calls is None:
            return
        is_busy = kind in self._asked
        self._asked[kind] = question
        if not is_busy:
            self._scope.start(self._answer(kind, self._calls), name=kind)

    async def _answer(self, kind: str, calls: CallHistory) -> None:
        answered = None
        try:
            while (question := self._asked.get(kind)) is not answered and question is not None:
                await question(calls)
                answered = question
        finally:
            self._asked.pop(kind, None)  # or nothing of that kind would be answered again

    def _on_rows_requested(self, query: HistoryQuery, offset: int, limit: int) -> None:
        async def answer(calls: CallHistory) -> None:
            try:
                self._side.show_rows(await calls.query(query, offset, limit))
                self._side.show_queues(await calls.queues())
            except StorageError as error:
                self._side.show_trouble(error.code, error.message)

        self._ask("rows", answer)

    def _on_detail_requested(self, call_id: str) -> None:
        async def answer(calls: CallHistory) -> None:
            try:
                detail = await calls.detail(call_id)
            except StorageError as error:
                self._side.show_detail_trouble(call_id, error.code, error.message)
            else:
                if detail is None:
                    self._side.show_detail_trouble(call_id, "gone", _GONE)
                else:
                    self._side.show_detail(detail)

        self._ask("detail", answer)

    def _on_day_requested(self, day: date) -> None:
        async def answer(calls: CallHistory) -> None:
            try:
                noon = datetime.combine(day, time(12)).astimezone()
                self._side.show_day(await calls.day(day, noon.tzinfo or UTC))
            except StorageError as error:
                self._side.show_trouble(error.code, error.message)

        self._ask("day", answer)

    # ---------------------------------------------------------------------------------- wishes

    def _on_note_edited(self, call_id: str, note: str, disposition: str) -> None:
        async def save(calls: CallHistory) -> None:
            try:
                await asyncio.wrap_future(calls.note(call_id, note, disposition))
            except AgentDeskError as error:
                self._side.note_saved(call_id, False, error.code)  # noqa: FBT003 - as of a signal
            else:
                self._side.note_saved(call_id, True, "")  # noqa: FBT003

        if self._calls is not None:
            note_kept = self._scope.start(save(self._calls), name="note")
            self._notes.add(note_kept)
            note_kept.add_done_callback(self._notes.discard)

    def _on_export_requested(self, path: str, query: HistoryQuery) -> None:
        async def export(calls: CallHistory) -> None:
            # Here: nobody needs it at the start.
            from agent_desk.desk.history_export import to_csv, to_json  # noqa: PLC0415

            try:
                found = await read_all(calls, query)
                target = Path(path)
                is_json = target.suffix.casefold() == ".json"
                write = to_json if is_json else partial(to_csv, has_bom=True)
                text = await asyncio.to_thread(write, found, region=self._region())
                await asyncio.to_thread(replace_file, target, text.encode())
            except StorageError as error:
                self._side.exported(False, 0, error.code, error.message)  # noqa: FBT003
            else:
                self._side.exported(True, len(found), "", "")  # noqa: FBT003

        if self._calls is not None:
            self._scope.start(export(self._calls), name="export")

    def _on_pull_requested(self) -> None:
        if self._shift is not None and self._shift.aside.history is not None:
            self._shift.aside.history.sync.ask()

    def _on_cancel_requested(self) -> None:
        if self._shift is not None and self._shift.aside.history is not None:
            self._shift.aside.history.sync.cancel()
