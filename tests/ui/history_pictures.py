"""The history in front of the camera of ``tests.ui.pictures``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication, QWidget

from agent_desk.desk.history import Ending, HistoryQuery, Origin, SyncProgress
from agent_desk.desk.history import HistoryPage as Rows
from agent_desk.ui.history_page import HistoryPage
from agent_desk.ui.history_side import HistorySide
from agent_desk.ui.text import plain
from tests.ui.finders import button
from tests.ui.history_calls import HEBREW, HOSTILE, day_of, detail_of, some_calls

if TYPE_CHECKING:
    from agent_desk.desk.history import HistoryCall
    from tests.ui.pictures import Studio

# Beside the rail in a window of 440 px, and in one that is wide.
COMPACT: Final = QSize(367, 680)
WIDE: Final = QSize(1047, 784)
ALL: Final = HistoryQuery()


def history(studio: Studio) -> None:
    """The list, the details, a day, and what stands there when there is nothing to show."""
    for scheme, code in (("light", "en"), ("dark", "he"), ("high-contrast", "en"), ("light", "ru")):
        studio.look(scheme, code)
        calls = some_calls(studio.clock.now(), HEBREW if code == "he" else None)
        for size, shape in ((COMPACT, "compact"), (WIDE, "wide")):
            _lists(studio, f"history-{shape}-{code}-{scheme}", size, calls)
        studio.shell.close_all()
    studio.look("light")
    _odd(studio)
    studio.shell.close_all()


def _lists(studio: Studio, name: str, size: QSize, calls: tuple[HistoryCall, ...]) -> None:
    side, window = _opened(studio, size)
    side.show_queues(("Sales Queue", "Support Queue"))
    side.show_rows(Rows(ALL, 0, calls, len(calls)))
    side.show_day(day_of(studio.clock.now()))
    studio.take(name, window)
    page = side.page
    page.calls.opened.emit(calls[1])
    page.calls.choose_id(calls[1].call_id)
    side.show_detail(detail_of(calls[1]))
    studio.take(f"{name}-detail", window)
    page.detail.closed.emit()
    if size == COMPACT:
        _press(window, "HistoryPage", "The day in figures")
        side.show_day(day_of(studio.clock.now()))
        studio.take(f"{name}-day", window)
        _menu(studio, f"{name}-days", window, "history_dates", "Any day")
        _menu(studio, f"{name}-filters", window, "HistoryFilters", "Filters")
    else:
        _menu(studio, f"{name}-outcomes", window, "HistoryFilters", "Any outcome")
        page.filters.search.set_text("dana")
        page.calls.focus_row()
        studio.take(f"{name}-searching", window)
    _closed(window)


def _odd(studio: Studio) -> None:
    """Nothing yet, nothing found, a pull, a fault, hostile names."""
    side, window = _opened(studio, COMPACT)
    studio.take("history-loading-en-light", window)
    side.show_trouble("store_unusable", "")
    studio.take("history-failed-en-light", window)
    side.show_rows(Rows(ALL, 0, (), 0))
    side.show_progress(SyncProgress(is_running=True, done=3_400, total=25_000))
    studio.take("history-empty-en-light", window)
    side.show_progress(SyncProgress(error_code="rate_limited"))
    calls = some_calls(studio.clock.now())
    hostile = tuple(
        replace(
            call,
            name=HOSTILE if at % 2 else "דנה לוי " * 9,
            queue_name=HOSTILE,
            taken_by=HOSTILE,
            note=HOSTILE,
            recording_url="javascript:alert(1)",
            origin=Origin.RECOVERED,
            ending=Ending.TAKEN_ELSEWHERE if at % 3 == 0 else call.ending,
        )
        for at, call in enumerate(calls)
    )
    side.show_rows(Rows(ALL, 0, hostile, 100_000))
    studio.take("history-hostile-en-light", window)
    side.page.calls.opened.emit(hostile[1])
    side.show_detail(detail_of(hostile[1]))
    studio.take("history-hostile-detail-en-light", window)
    _closed(window)


def _press(window: QWidget, context: str, words: str) -> None:
    button(window, plain(QCoreApplication.translate(context, words))).click()


def _menu(studio: Studio, name: str, window: QWidget, context: str, words: str) -> None:
    page = window.findChild(HistoryPage)
    assert page is not None
    page.detail.closed.emit()
    _press(window, context, words)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    studio.take(name, window, menu)
    menu.close()


def _opened(studio: Studio, size: QSize) -> tuple[HistorySide, QWidget]:
    window = QWidget()
    side = HistorySide(studio.clock, window)
    page = side.open()
    page.setParent(window)
    window.resize(size)
    page.resize(size)
    page.show()
    window.show()
    return side, window


def _closed(window: QWidget) -> None:
    window.close()
    window.deleteLater()
