"""The history as a person uses it: searched, filtered, read, written on."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from functools import partial
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QMenu, QPlainTextEdit, QWidget

from agent_desk.desk.cards import CardStyle
from agent_desk.desk.custom import LabelMap
from agent_desk.desk.history import (
    DaySummary,
    Ending,
    HistoryPage,
    HistoryQuery,
    Origin,
    SortBy,
    SyncProgress,
)
from agent_desk.desk.label_rule import LabelRule
from agent_desk.desk.state import Direction
from agent_desk.ui import history_words
from agent_desk.ui.history_model import MOST_PAGES, PAGE_ROWS
from agent_desk.ui.history_row import ROW_PX
from agent_desk.ui.history_side import HistorySide
from agent_desk.ui.intents import BlockRequest
from agent_desk.ui.masking import masking
from agent_desk.ui.text import plain
from tests.helpers import figures
from tests.helpers.clock import FakeClock
from tests.ui.finders import button, drop_deleted, has_button, said, unnamed
from tests.ui.history_calls import HOSTILE, NOW, Kept, day_of, detail_of, many_calls, some_calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from agent_desk.desk.history import HistoryCall
    from agent_desk.ui.history_page import HistoryPage as Page

ALL = HistoryQuery()
HEARD = (
    "detail_requested",
    "day_requested",
    "block_requested",
    "link_opened",
    "dial_requested",
    "export_requested",
    "said",
    "note_edited",
    "pull_requested",
    "cancel_requested",
)
COMPACT, WIDE = (367, 680), (1047, 784)
pytestmark = pytest.mark.qt_log_ignore("setting window masks", "grabbing the keyboard", extend=True)
BOTH = pytest.mark.parametrize("size", [COMPACT, WIDE], ids=["compact", "wide"])


@pytest.fixture(autouse=True)
def unmasked() -> Iterator[None]:
    yield
    masking.switch(False)
    drop_deleted()


class Seat(QObject):
    """A history side in a window, with a store that answers when it is told to, or at once."""

    def __init__(self, qtbot: QtBot, calls: tuple[HistoryCall, ...], size: tuple[int, int]) -> None:
        super().__init__()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.clock = FakeClock(NOW)
        self.side = HistorySide(self.clock, self)
        self.kept = Kept(calls)
        self.is_prompt = True
        self.wishes: list[tuple[HistoryQuery, int, int]] = []
        self.heard: list[tuple[str, object]] = []
        self.side.rows_requested.connect(self.on_rows_requested)
        for name in HEARD:
            getattr(self.side, name).connect(partial(self.hear, name))
        self.page: Page = self.side.open()
        self.page.setParent(self.window)
        self.window.resize(*size)
        self.page.resize(*size)
        self.page.show()
        self.window.show()
        settle()

    def hear(self, name: str, *values: object) -> None:
        single = values[0] if values else None
        self.heard.append((name, values if len(values) > 1 else single))

    def on_rows_requested(self, query: HistoryQuery, offset: int, limit: int) -> None:
        self.wishes.append((query, offset, limit))
        if self.is_prompt:
            self.answer(-1)

    def answer(self, at: int) -> None:
        self.side.show_rows(self.kept.answer(*self.wishes[at]))

    def of(self, name: str) -> list[object]:
        return [what for heard, what in self.heard if heard == name]

    def type(self, words: str) -> None:
        self.page.filters.search.set_text(words)
        settle()

    def rows(self) -> list[str]:
        """The rows in sight, as a screen reader says them."""
        calls = self.page.calls
        return [calls.rows.said(row) for row in calls.visible_rows]

    def choose(self, chip: str, *entries: str) -> None:
        """Open the menu of the chip that says ``chip`` and go down its entries."""
        button(self.window, chip).click()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found: QMenu | None = menu
        for entry in entries:
            assert found is not None
            action = next(each for each in found.actions() if each.text() == entry)
            if action.menu() is None:
                action.trigger()
            found = action.menu()  # type: ignore[assignment]  # a menu is all it can be
        menu.close()
        settle()


def settle() -> None:
    """Let what was put off for the next turn happen."""
    QTest.qWait(30)


@pytest.fixture
def seat(qtbot: QtBot, request: pytest.FixtureRequest) -> Seat:
    size = (
        request.node.callspec.params.get("size", COMPACT)
        if hasattr(request.node, "callspec")
        else COMPACT
    )
    return Seat(qtbot, some_calls(), size)


@pytest.fixture
def wide(qtbot: QtBot) -> Seat:
    return Seat(qtbot, some_calls(), WIDE)


# --------------------------------------------------------------------------------------- the list


@BOTH
def test_every_row_can_be_heard(seat: Seat, size: tuple[int, int]) -> None:
    assert size
    spoken = QAccessible.queryAccessibleInterface(seat.page.calls)
    assert spoken is not None
    assert spoken.childCount() == len(seat.kept.calls)
    names = [spoken.child(at).text(QAccessible.Text.Name) for at in range(spoken.childCount())]
    time = plain(history_words.when(seat.kept.calls[1].at, NOW))
    assert names[1] == (
        f"Answered, Dana Levi, {time}, queue Sales Queue, talked 6 min, "
        "with a note, with a recording"
    )
    assert names[0].startswith("Missed, +972 3-612-9944, Today ")
    assert any("Taken by Noam Bar" in name for name in names)
    assert any("Recovered from the call log" in name for name in names)
    assert list(unnamed(seat.window)) == []


def test_every_ending_and_origin_has_words_and_a_shape_of_its_own() -> None:
    assert len({history_words.ending_of(each) for each in Ending}) == len(Ending)
    assert len({history_words.look(each).icon for each in Ending}) == len(Ending)
    assert len({history_words.origin(each) for each in Origin}) == len(Origin)
    assert len({history_words.origin_icon(each) for each in Origin}) == len(Origin)


def test_days_are_called_by_what_they_are_to_today() -> None:
    days = [history_words.day(NOW - timedelta(days=ago), NOW) for ago in (0, 1, 3, 40, 400)]
    assert [plain(day) for day in days] == ["Today", "Yesterday", "Fri", "14 Oct", "19 Oct 2025"]


def test_nothing_is_claimed_before_the_answer(qtbot: QtBot) -> None:
    seat = Seat(qtbot, (), COMPACT)
    assert "No calls yet" in said(seat.window)
    seat.is_prompt = False
    seat.side.forget()
    page = seat.side.open()
    page.setParent(seat.window)
    page.show()
    assert "Loading calls…" in said(page)
    assert "No calls yet" not in said(page)


def test_why_there_are_no_rows_is_said_and_asked_again(seat: Seat) -> None:
    seat.is_prompt = False
    seat.type("dana")
    seat.side.show_trouble("store_unusable", "")
    assert "The history on this PC cannot be read or written." in said(seat.window)
    assert "Nothing found" not in said(seat.window)
    seat.is_prompt = True
    button(seat.window, "Try again").click()
    assert "cannot be read" not in said(seat.window)
    assert "2 of 14 calls" in said(seat.window)


def test_masked_numbers_are_dots_until_the_keyboard_is_there(seat: Seat) -> None:
    masking.switch(True)
    assert "Missed, ••• ••• ••44" in seat.rows()[0]
    seat.window.activateWindow()
    seat.page.calls.setFocus()
    assert "Missed, +972 3-612-9944" in seat.rows()[0]
    seat.page.calls.opened.emit(seat.kept.calls[1])
    assert "+972 50-123-4567" not in said(seat.page.detail)
    assert "••• ••• ••67" in said(seat.page.detail)


# ------------------------------------------------------------------------------- search and filters


def test_each_key_asks_and_only_the_newest_answer_counts(seat: Seat) -> None:
    seat.is_prompt = False
    seat.type("d")
    seat.type("dana")
    assert [wish[0].text for wish in seat.wishes[-2:]] == ["d", "dana"]
    before = seat.rows()
    seat.answer(-2)
    assert seat.rows() == before
    seat.answer(-1)
    assert len(seat.rows()) == 2
    assert "2 of 14 calls" in said(seat.window)
    seat.answer(-2)
    assert len(seat.rows()) == 2


def test_keys_that_come_together_are_one_question(seat: Seat) -> None:
    asked = len(seat.wishes)
    QTest.keyClicks(seat.page.filters.search.edit, "dana")
    settle()
    assert len(seat.wishes) - asked <= 4
    assert seat.wishes[-1][0].text == "dana"


def test_the_chosen_call_stays_chosen_while_it_is_found(wide: Seat) -> None:
    wide.page.calls.setCurrentIndex(wide.page.calls.rows.index(1))
    asked = len(wide.of("detail_requested"))
    wide.type("dana")
    assert wide.page.calls.currentIndex().row() == 0
    wide.type("omer")
    assert not wide.page.calls.currentIndex().isValid()
    wide.type("")
    assert wide.page.calls.currentIndex().row() == 1
    assert len(wide.of("detail_requested")) <= asked + 1
    assert wide.page.detail.call == wide.kept.calls[1]


def test_nothing_found_says_so_and_all_can_be_cleared(seat: Seat) -> None:
    seat.type("zzz")
    assert "Nothing found" in said(seat.window)
    button(seat.window, "Clear all").click()
    settle()
    assert seat.wishes[-1][0] == ALL
    assert "14 calls" in said(seat.window)
    assert not has_button(seat.window, "Clear all")


def test_filters_in_a_wide_page_have_chips(wide: Seat) -> None:
    wide.side.show_queues(("Sales Queue", HOSTILE))
    wide.choose("Any outcome", "Missed")
    wide.choose("Missed", "Caller gave up")
    assert wide.wishes[-1][0].endings == {Ending.MISSED, Ending.CALLER_GAVE_UP}
    assert has_button(wide.window, "2 outcomes")
    wide.choose("2 outcomes", "Any outcome")
    wide.choose("In and out", "Outgoing")
    assert wide.wishes[-1][0].directions == {Direction.OUTGOING, Direction.CLICK2CALL}
    wide.choose("Outgoing", "Incoming")
    wide.choose("Filters", "Queue", "Sales Queue")
    assert wide.wishes[-1][0].queue_name == "Sales Queue"
    assert wide.wishes[-1][0].directions == {Direction.INCOMING}


def test_filters_in_a_compact_page_share_a_menu(seat: Seat) -> None:
    seat.side.show_queues(("Sales Queue",))
    seat.choose("Filters", "With a note")
    assert seat.wishes[-1][0].has_note
    one = "1 filter" if has_button(seat.window, "1 filter") else "1 filters"
    seat.choose(one, "Order", "Longest first")
    assert (seat.wishes[-1][0].sort, seat.wishes[-1][0].is_descending) == (SortBy.TALK, True)
    assert has_button(seat.window, "2 filters")


@pytest.mark.parametrize(
    ("entry", "days"),
    [("Today", (0, 0)), ("Yesterday", (1, 1)), ("Last 7 days", (6, 0)), ("Last 30 days", (29, 0))],
)
def test_days_are_local_and_whole(seat: Seat, entry: str, days: tuple[int, int]) -> None:
    seat.choose("Any day", entry)
    query, today = seat.wishes[-1][0], NOW.astimezone().date()
    assert query.since is not None
    assert query.until is not None
    assert query.since.tzinfo is not None
    assert query.since.date() == today - timedelta(days=days[0])
    assert query.until.date() == today - timedelta(days=days[1] - 1)
    assert (query.since.hour, query.until.hour) == (0, 0)


def test_from_one_day_to_another_in_whatever_order(seat: Seat) -> None:
    seat.choose("Any day", "From … to …")
    first, last = seat.page.findChildren(QDateEdit)
    first.setDate(last.date().addDays(3))
    query = seat.wishes[-1][0]
    assert query.since is not None
    assert query.until is not None
    assert query.until - query.since == timedelta(days=4)
    seat.choose("From … to …", "Any day")
    assert seat.wishes[-1][0] == ALL


def test_today_is_another_day_tomorrow(seat: Seat) -> None:
    seat.choose("Any day", "Today")
    before = seat.wishes[-1][0].since
    seat.clock.advance(24 * 3600)
    seat.side.live_changed()
    after = seat.wishes[-1][0].since
    assert before is not None
    assert after is not None
    assert after - before == timedelta(days=1)


# -------------------------------------------------------------------------------------- many rows


def test_rows_are_fetched_where_somebody_looks(qtbot: QtBot) -> None:
    seat = Seat(qtbot, many_calls(2_000), COMPACT)
    assert {wish[1] for wish in seat.wishes} == {0}
    seat.is_prompt = False
    seat.page.calls.verticalScrollBar().setValue(1_050 * ROW_PX)
    assert seat.rows()[0] == "Loading…"
    settle()
    assert seat.wishes[-1] == (ALL, 1_000, PAGE_ROWS)
    seat.answer(-1)
    assert "many" not in seat.rows()[0]
    assert "1050" in seat.rows()[0]
    settle()
    assert len([wish for wish in seat.wishes if wish[1] == 1_000]) == 1


def test_all_that_is_in_sight_is_in_the_newest_question(qtbot: QtBot) -> None:
    seat = Seat(qtbot, many_calls(2_000), COMPACT)
    seat.is_prompt = False
    bar = seat.page.calls.verticalScrollBar()
    bar.setValue(595 * ROW_PX)
    settle()
    bar.setValue(995 * ROW_PX)
    settle()
    assert seat.wishes[-1] == (ALL, 900, 2 * PAGE_ROWS)
    seat.answer(-1)
    assert "Loading…" not in seat.rows()
    bar.setValue(595 * ROW_PX)
    settle()
    assert seat.wishes[-1] == (ALL, 500, 2 * PAGE_ROWS)


def test_what_is_far_away_is_let_go(qtbot: QtBot) -> None:
    seat = Seat(qtbot, many_calls(PAGE_ROWS * (MOST_PAGES + 5)), COMPACT)
    rows = seat.page.calls.rows
    for page in range(MOST_PAGES + 5):
        rows.want(page * PAGE_ROWS, page * PAGE_ROWS)
    assert rows.call(0) is None
    assert rows.call(rows.total - 1) is not None


def test_a_new_call_moves_nothing_that_is_being_read(qtbot: QtBot) -> None:
    seat = Seat(qtbot, many_calls(2_000), WIDE)
    bar = seat.page.calls.verticalScrollBar()
    bar.setValue(550 * ROW_PX + 7)
    settle()
    seat.page.calls.setCurrentIndex(seat.page.calls.rows.index(555))
    before = seat.rows()
    new = replace(seat.kept.calls[0], call_id="new", name="Somebody New")
    seat.kept.calls = (new, *seat.kept.calls)
    seat.side.live_changed()
    settle()
    assert seat.rows() == before
    assert bar.value() == 551 * ROW_PX + 7
    assert seat.page.calls.currentIndex().row() == 556
    bar.setValue(0)
    settle()
    assert "Somebody New" in seat.rows()[0]


def test_a_new_call_is_seen_at_the_top(seat: Seat) -> None:
    new = replace(seat.kept.calls[0], call_id="new", name="Somebody New")
    seat.kept.calls = (new, *seat.kept.calls)
    seat.side.live_changed()
    assert "Somebody New" in seat.rows()[0]
    assert "15 calls" in said(seat.window)


def test_a_pull_that_brings_much_asks_now_and_then(seat: Seat, qtbot: QtBot) -> None:
    asked = len(seat.wishes)
    for _ in range(200):
        seat.side.live_changed()
    assert len(seat.wishes) == asked + 1
    qtbot.waitUntil(lambda: len(seat.wishes) == asked + 2, timeout=5_000)
    seat.page.hide()
    seat.side.live_changed()
    assert len(seat.wishes) == asked + 2
    seat.page.show()
    assert len(seat.wishes) == asked + 3


def drawn(widget: QWidget) -> None:
    """Paint all of ``widget`` as a screen would, once."""
    image = QImage(widget.size(), QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()


def applied(seat: Seat, rows: HistoryPage) -> None:
    """Show ``rows`` and paint them."""
    seat.side.show_rows(rows)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    drawn(seat.page.calls.viewport())


def timed(work: object) -> float:
    """CPU milliseconds of this thread in a call."""
    begun = thread_time()
    assert callable(work)
    work()
    return (thread_time() - begun) * 1000


def test_a_hundred_thousand_calls_cost_what_a_hundred_do(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    few, many = (Seat(qtbot, many_calls(count), COMPACT) for count in (100, 100_000))
    took: dict[int, list[float]] = {100: [], 100_000: []}
    for seat in (few, many):
        seat.is_prompt = False
    # In turns, so that whatever slows the machine down slows both down.
    for at in range(60):
        query = HistoryQuery(text="x" * (at % 7 + 1))
        for seat in (few, many):
            calls = seat.kept.calls
            seat.page.calls.rows.ask(query)
            # Each answer has another number of rows, as when somebody types.
            rows = HistoryPage(query, 0, calls[at % 7 :][:PAGE_ROWS], len(calls) - at % 7)
            took[len(calls)].append(timed(partial(applied, seat, rows)))
    ordered = {count: sorted(times) for count, times in took.items()}
    p95 = {count: times[int(len(times) * 0.95)] for count, times in ordered.items()}
    middle = {count: times[len(times) // 2] for count, times in ordered.items()}
    figures.show(
        capsys,
        f"a page of rows applied and painted: {middle[100_000]:.1f} ms, p95 {p95[100_000]:.1f} ms"
        f" of 100,000; {middle[100]:.1f} ms of 100\n",
    )
    assert middle[100_000] < 2 * middle[100] + 1


def test_the_page_opens_at_once_with_a_hundred_thousand_calls(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = many_calls(100_000)
    Seat(qtbot, some_calls(), COMPACT)  # whatever is imported is there
    begun = perf_counter()
    side = HistorySide(FakeClock(NOW), QApplication.instance() or QObject())
    page = side.open()
    qtbot.addWidget(page)
    side.show_rows(HistoryPage(ALL, 0, calls[:PAGE_ROWS], len(calls)))
    page.resize(*COMPACT)
    page.show()
    drawn(page)
    figures.show(capsys, f"history opened and painted: {(perf_counter() - begun) * 1000:.0f} ms\n")
    assert page.calls.rows.total == 100_000


# ---------------------------------------------------------------------------------- the keyboard


def test_by_keyboard_from_the_search_to_a_call_and_back(seat: Seat) -> None:
    seat.window.activateWindow()
    edit = seat.page.filters.search.edit
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert seat.page.calls.hasFocus()
    QTest.keyClick(seat.page.calls, Qt.Key.Key_Down)
    assert seat.page.calls.currentIndex().row() == 1
    QTest.keyClick(seat.page.calls, Qt.Key.Key_Return)
    assert seat.of("detail_requested") == ["call1"]
    assert seat.page.detail.isVisible()
    assert not seat.page.calls.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Back to the list"
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert seat.page.calls.isVisible()
    assert seat.page.calls.hasFocus()
    assert seat.page.calls.currentIndex().row() == 1
    QTest.keyClick(seat.page.calls, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert edit.hasFocus()
    seat.type("dana")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    settle()
    assert edit.text() == ""


def test_keys_that_go_far(seat: Seat) -> None:
    calls = seat.page.calls
    calls.setFocus()
    for key, row in (
        (Qt.Key.Key_End, 13),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageDown, 8),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_Up, 0),
    ):
        QTest.keyClick(calls, key)
        if row == 8:
            assert 4 < calls.currentIndex().row() < 13
        else:
            assert calls.currentIndex().row() == row
        assert calls.currentIndex().row() in calls.visible_rows


def test_arrows_in_a_wide_page_ask_for_details_where_they_stop(wide: Seat) -> None:
    calls = wide.page.calls
    calls.setFocus()
    for _ in range(4):
        QTest.keyClick(calls, Qt.Key.Key_Down)
    assert wide.page.detail.isVisible()
    assert wide.page.detail.call == wide.kept.calls[4]
    assert calls.hasFocus()
    QTest.qWait(150)
    assert wide.of("detail_requested") == ["call4"]


def test_a_click_opens_a_call(seat: Seat) -> None:
    spot = seat.page.calls.visualRect(seat.page.calls.rows.index(2)).center()
    QTest.mouseClick(seat.page.calls.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert seat.of("detail_requested") == ["call2"]
    assert seat.page.detail.isVisible()


# ------------------------------------------------------------------------------------ the details


def opened(seat: Seat, at: int = 1) -> HistoryCall:
    call = seat.kept.calls[at]
    seat.page.calls.opened.emit(call)
    seat.side.show_detail(detail_of(call))
    return call


@BOTH
def test_a_call_tells_all_that_is_kept(seat: Seat, size: tuple[int, int]) -> None:
    assert size
    seat.side.show_style(CardStyle(labels=LabelMap((LabelRule("clientID", "Customer"),))))
    opened(seat)
    shown = said(seat.page.detail)
    for words in (
        "Dana Levi",
        "+972 50-123-4567",
        "talked 6 min",
        "Incoming · Sales Queue · line 072-277-1234 · 201",
        "Answered",
        "Seen live",
        "Sales, pressed 1; Renewal, pressed 2",
        "202 · Noam Bar",
        "rang 17 s",
        "From the call log · Queue · NOANSWER",
        "Customer\n12345",
    ):
        assert words in shown
    assert list(unnamed(seat.window)) == []


def test_another_call_shows_nothing_of_the_one_before(seat: Seat) -> None:
    opened(seat, 1)
    seat.page.calls.opened.emit(seat.kept.calls[0])
    shown = said(seat.page.detail)
    assert "Loading details…" in shown
    for words in ("Dana Levi", "Renewal", "12345", "Noam Bar", "072-277"):
        assert words not in shown
    seat.side.show_detail(detail_of(seat.kept.calls[1]))
    assert "Renewal" not in said(seat.page.detail)


def test_why_the_details_do_not_come_is_said(seat: Seat) -> None:
    seat.page.calls.opened.emit(seat.kept.calls[1])
    seat.side.show_detail_trouble("call0", "store_busy", "")
    assert "Loading details…" in said(seat.page.detail)
    seat.side.show_detail_trouble("call1", "store_busy", "")
    assert "Another program holds the history" in said(seat.page.detail)


def test_calling_back_and_blocking(seat: Seat) -> None:
    call = opened(seat)
    button(seat.page.detail, "Call back").click()
    assert seat.of("dial_requested") == [(call.number, "Dana Levi")]
    button(seat.page.detail, "Block").click()
    assert seat.of("block_requested") == []
    button(seat.page.detail, "Block number").click()
    assert seat.of("block_requested") == [BlockRequest(None, call.number, "Dana Levi")]
    opened(seat, 4)
    assert not button(seat.page.detail, "Call back").isEnabled()
    assert not has_button(seat.page.detail, "Block")


def test_a_recording_opens_and_its_link_is_copied(seat: Seat) -> None:
    call = opened(seat)
    button(seat.page.detail, "Open recording").click()
    assert seat.of("link_opened") == [call.recording_url]
    button(seat.page.detail, "Copy link").click()
    assert QGuiApplication.clipboard().text() == call.recording_url


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/x", "https://a@b.example/x"])
def test_only_web_addresses_open(seat: Seat, link: str) -> None:
    call = replace(seat.kept.calls[1], recording_url=link)
    seat.page.calls.opened.emit(call)
    assert not has_button(seat.page.detail, "Open recording")
    assert "The call log gave no web address for it." in said(seat.page.detail)


# --------------------------------------------------------------------------------------- the note


def written(seat: Seat) -> QPlainTextEdit:
    (found,) = seat.page.detail.note.findChildren(QPlainTextEdit)
    return found


async def test_a_note_saves_itself_and_says_so_once_it_is_kept(seat: Seat) -> None:
    call = opened(seat)
    note = seat.page.detail.note
    written(seat).setPlainText("Call again in March")
    assert "Not saved yet" in said(note)
    assert seat.of("note_edited") == []
    note.save()
    assert seat.of("note_edited") == [(call.call_id, "Call again in March", "")]
    assert "Saving…" in said(note)
    seat.side.note_saved(call.call_id, True, "")
    assert "Saved" in said(note)
    assert "Saving…" not in said(note)


def test_a_note_is_saved_soon_after_the_last_key(seat: Seat, qtbot: QtBot) -> None:
    call = opened(seat)
    written(seat).setPlainText("soon")
    qtbot.waitUntil(lambda: bool(seat.of("note_edited")), timeout=5_000)
    assert seat.of("note_edited") == [(call.call_id, "soon", "")]


def test_what_failed_to_be_saved_stays_and_is_said(seat: Seat) -> None:
    call = opened(seat)
    note = seat.page.detail.note
    written(seat).setPlainText("important")
    note.save()
    seat.side.note_saved(call.call_id, False, "disk_full")
    assert "Not saved: The disk is full" in said(note)
    opened(seat, 0)
    assert len(seat.of("note_edited")) == 2
    seat.side.note_saved(call.call_id, False, "disk_full")
    assert written(seat).toPlainText() == ""
    opened(seat, 1)
    assert written(seat).toPlainText() == "important"
    asked = len(seat.of("note_edited"))
    button(note, "Try again").click()
    assert seat.of("note_edited")[asked:] == [(call.call_id, "important", "")]
    seat.side.note_saved(call.call_id, True, "")
    assert not has_button(note, "Try again")


def test_words_typed_while_a_save_is_under_way_are_not_taken_for_saved(seat: Seat) -> None:
    call = opened(seat)
    note = seat.page.detail.note
    written(seat).setPlainText("one")
    note.save()
    written(seat).setPlainText("one two")
    note.save()
    assert len(seat.of("note_edited")) == 1
    seat.side.note_saved(call.call_id, True, "")
    assert "Not saved yet" in said(note)
    note.save()
    assert seat.of("note_edited")[-1] == (call.call_id, "one two", "")


def test_leaving_a_call_saves_and_its_late_words_too(seat: Seat) -> None:
    call = opened(seat)
    written(seat).setPlainText("one")
    seat.page.detail.note.save()
    written(seat).setPlainText("one two")
    opened(seat, 0)
    assert len(seat.of("note_edited")) == 1
    seat.side.note_saved(call.call_id, True, "")
    assert seat.of("note_edited")[-1] == (call.call_id, "one two", "")


def test_details_that_come_while_somebody_writes_take_nothing_away(seat: Seat) -> None:
    call = opened(seat)
    written(seat).setPlainText("being written")
    seat.side.show_detail(detail_of(replace(call, note="from elsewhere")))
    assert written(seat).toPlainText() == "being written"


def test_a_result_is_chosen_from_ones_own_list(seat: Seat) -> None:
    seat.side.show_dispositions(("Sold", "Angry"))
    call = opened(seat, 0)
    button(seat.page.detail, "Result: No result").click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(each for each in menu.actions() if each.text() == "Sold").trigger()
    menu.close()
    assert seat.of("note_edited") == [(call.call_id, "", "Sold")]
    assert has_button(seat.page.detail, "Result: Sold")


# ---------------------------------------------------------------------- day, pull, export, side


def test_a_day_in_figures(seat: Seat) -> None:
    button(seat.window, "The day in figures").click()
    today = NOW.astimezone().date()
    assert seat.of("day_requested")[-1] == today
    seat.side.show_day(day_of())
    shown = said(seat.page.day)
    assert "Answered: 21" in shown
    assert "Missed: 6" in shown
    assert "Talk time: 1 h 52 min" in shown
    assert "10:00: 7 answered, 3 missed, 1 outgoing" in shown
    assert not button(seat.page.day, "The day after").isEnabled()
    button(seat.page.day, "The day before").click()
    assert seat.of("day_requested")[-1] == today - timedelta(days=1)
    seat.side.show_day(day_of())
    assert "Yesterday" in said(seat.page.day)
    seat.side.show_day(DaySummary(today - timedelta(days=1)))
    assert "No calls on this day" in said(seat.page.day)
    button(seat.page.day, "Back to the list").click()
    assert seat.page.calls.isVisible()


def test_a_long_pull_shows_how_far_it_is_and_can_be_stopped(seat: Seat) -> None:
    button(seat.window, "Refresh").click()
    assert seat.of("pull_requested") == [None]
    seat.side.show_progress(SyncProgress(is_running=True, done=3_400, total=25_000))
    assert "3,400 of 25,000" in said(seat.window)
    button(seat.window, "Stop").click()
    assert seat.of("cancel_requested") == [None]
    seat.side.show_progress(SyncProgress(error_code="rate_limited"))
    assert "Voicenter asks for a pause between requests." in said(seat.window)
    button(seat.window, "Try again").click()
    assert len(seat.of("pull_requested")) == 2
    seat.side.show_progress(SyncProgress())
    assert "pause" not in said(seat.window)


def test_what_is_shown_is_exported(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    seat.type("dana")
    monkeypatch.setattr(
        "agent_desk.ui.save_dialog.ask_where",
        lambda _parent, _title, name, chosen: chosen(f"/x/{name}".removesuffix(".csv")),
    )
    seat.choose("Export", "Table (CSV)")
    seat.choose("Export", "For programs (JSON)")
    query = HistoryQuery(text="dana")
    assert seat.of("export_requested") == [("/x/calls.csv", query), ("/x/calls.json", query)]
    seat.side.exported(True, 2, "", "")
    seat.side.exported(False, 0, "disk_full", "")
    (done, failed) = seat.of("said")
    assert done == ("2 calls saved", True)
    assert "The disk is full" in json.dumps(failed)


def test_the_page_is_built_when_somebody_comes(qtbot: QtBot) -> None:
    side = HistorySide(FakeClock(NOW), QApplication.instance() or QObject())
    asked: list[object] = []
    side.rows_requested.connect(lambda *wish: asked.append(wish))
    side.live_changed()
    side.show_queues(("Sales Queue",))
    side.show_progress(SyncProgress(is_running=True))
    side.show_rows(HistoryPage(ALL, 0, (), 0))
    assert asked == []
    page = side.open()
    qtbot.addWidget(page)
    assert asked == [(ALL, 0, PAGE_ROWS)]
    assert "Fetching calls" in said(page)
    assert side.open() is page
    side.forget()
    assert side.page is not page
    qtbot.addWidget(side.page)


@BOTH
def test_hostile_words_stay_plain_and_inside(qtbot: QtBot, size: tuple[int, int]) -> None:
    calls = tuple(
        replace(call, name=HOSTILE, queue_name=HOSTILE, taken_by=HOSTILE, note=HOSTILE)
        for call in some_calls()
    )
    seat = Seat(qtbot, calls, size)
    opened(seat)
    drawn(seat.window)
    assert seat.page.width() == size[0]
    assert seat.page.minimumSizeHint().width() <= size[0]
