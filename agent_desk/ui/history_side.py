"""The history as the rest of the program sees it: what a person wants, and what is to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from agent_desk.ui import fault_words, text

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from agent_desk.desk.cards import CardStyle
    from agent_desk.desk.history import DaySummary, HistoryDetail, SyncProgress
    from agent_desk.desk.history import HistoryPage as Rows
    from agent_desk.ui.history_page import HistoryPage


class HistorySide(QObject):
    """Builds the page when somebody comes to it for the first time; before, it only remembers.

    Signals: ``rows_requested(HistoryQuery, int, int)`` with offset and limit, of which only the
    newest question matters; ``detail_requested(str)`` with a call id; ``note_edited(str, str,
    str)`` with call id, note and disposition; ``day_requested(date)``; ``export_requested(str,
    HistoryQuery)`` with the path; ``dial_requested(PhoneNumber, str)`` with the name;
    ``block_requested(BlockRequest)``; ``link_opened(str)`` with a checked address;
    ``pull_requested()`` and ``cancel_requested()`` for the call log; ``said(str, bool)``: a
    sentence for a toast, and whether all is well.
    """

    rows_requested = Signal(object, int, int)
    detail_requested = Signal(str)
    note_edited = Signal(str, str, str)
    day_requested = Signal(object)
    export_requested = Signal(str, object)
    dial_requested = Signal(object, str)
    block_requested = Signal(object)
    link_opened = Signal(str)
    pull_requested = Signal()
    cancel_requested = Signal()
    said = Signal(str, bool)

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._page: HistoryPage | None = None
        self._queues: tuple[str, ...] = ()
        self._dispositions: tuple[str, ...] | None = None
        self._progress: SyncProgress | None = None
        self._style: CardStyle | None = None

    @property
    def page(self) -> HistoryPage:
        """The page; built now where nobody has seen it yet."""
        if self._page is None:
            self._page = self._build()
        return self._page

    def open(self) -> HistoryPage:
        """A person comes to the page: show what is returned."""
        page = self.page
        page.begin()
        return page

    def forget(self) -> None:
        """Somebody else signs in: nothing of what was shown may stay; show another page first."""
        page, self._page = self._page, None
        self._queues, self._progress = (), None
        if page is not None:
            page.hide()
            page.deleteLater()

    def show_rows(self, rows: Rows) -> None:
        """The answer to ``rows_requested``."""
        if self._page is not None:
            self._page.show_rows(rows)

    def show_trouble(self, code: str, detail: str) -> None:
        """``rows_requested`` has no answer: the desk's own code, and what else is known."""
        if self._page is not None:
            self._page.show_trouble(code, detail)

    def show_detail(self, detail: HistoryDetail) -> None:
        """The answer to ``detail_requested``."""
        if self._page is not None:
            self._page.show_detail(detail)

    def show_detail_trouble(self, call_id: str, code: str, detail: str) -> None:
        """``detail_requested`` has no answer."""
        if self._page is not None:
            self._page.detail.show_trouble(call_id, code, detail)

    def show_day(self, summary: DaySummary) -> None:
        """The answer to ``day_requested``."""
        if self._page is not None:
            self._page.day.show_day(summary)

    def show_queues(self, names: tuple[str, ...]) -> None:
        """The queues that the filter offers."""
        self._queues = names
        if self._page is not None:
            self._page.filters.show_queues(names)

    def show_dispositions(self, names: tuple[str, ...]) -> None:
        """The results of a call that are offered."""
        self._dispositions = names
        if self._page is not None:
            self._page.detail.note.show_dispositions(names)

    def show_style(self, style: CardStyle) -> None:
        """How numbers and custom data are shown: as on the cards."""
        self._style = style
        if self._page is not None:
            self._page.calls.show_region(style.region)
            self._page.detail.show_style(style)

    def show_progress(self, progress: SyncProgress) -> None:
        """How a pull from the call log stands."""
        self._progress = progress
        if self._page is not None:
            self._page.progress.show_progress(progress)

    def note_saved(self, call_id: str, is_saved: bool, detail: str) -> None:
        """The answer to ``note_edited``; ``detail`` is the code or the words of what failed."""
        if self._page is not None:
            self._page.detail.note.show_saved(call_id, is_saved, detail)

    def exported(self, is_done: bool, count: int, code: str, detail: str) -> None:
        """The answer to ``export_requested``."""
        sentence = self.tr("%n calls saved", None, count)
        if not is_done:
            why = fault_words.sentences(code, detail)
            sentence = text.plain(f"{self.tr('The calls were not saved.')} {why}")
        self.said.emit(sentence, is_done)

    def live_changed(self) -> None:
        """There is another call, or one of them is another now."""
        if self._page is not None:
            self._page.live_changed()

    def _build(self) -> HistoryPage:
        # Here, since nobody needs it for the first paint of a window.
        from agent_desk.ui.history_page import HistoryPage  # noqa: PLC0415

        page = HistoryPage(self._clock)
        page.calls.rows.rows_requested.connect(self.rows_requested)
        page.detail_requested.connect(self.detail_requested)
        page.detail.note.edited.connect(self.note_edited)
        page.detail.dial_requested.connect(self.dial_requested)
        page.detail.block_requested.connect(self.block_requested)
        page.detail.link_opened.connect(self.link_opened)
        page.day.day_requested.connect(self.day_requested)
        page.export.export_requested.connect(self.export_requested)
        page.pull_requested.connect(self.pull_requested)
        page.progress.cancel_requested.connect(self.cancel_requested)
        page.filters.show_queues(self._queues)
        if self._dispositions is not None:
            page.detail.note.show_dispositions(self._dispositions)
        if self._style is not None:
            page.calls.show_region(self._style.region)
            page.detail.show_style(self._style)
        if self._progress is not None:
            page.progress.show_progress(self._progress)
        return page
