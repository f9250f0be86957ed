"""The page of queues."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.gave_up import GaveUp
from agent_desk.desk.queue_view import QueuesView, QueueView, Waiting
from agent_desk.desk.recent import ListState
from agent_desk.ui import queue_words
from agent_desk.ui.masking import masking
from agent_desk.ui.queue_model import QueueModel
from agent_desk.ui.queue_rows import action_at
from agent_desk.ui.queues_page import QueuesPage
from agent_desk.ui.widgets import Button, EmptyState, Label, Segmented
from tests.ui.queue_pictures import COMPACT, WIDE, a_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.helpers.clock import FakeClock

DANA = PhoneNumber("972501234567")


@pytest.fixture
def page(qtbot: QtBot, clock: FakeClock) -> Iterator[QueuesPage]:
    found = QueuesPage(clock)
    qtbot.addWidget(found)
    found.resize(WIDE)
    found.show_queues(a_view(clock))
    found.show()
    yield found
    masking.switch(is_on=False)


def rows(page: QueuesPage) -> list[str]:
    model = page.queues.rows
    return [model.index(at).data() for at in range(model.rowCount())]


def people(page: QueuesPage) -> list[str]:
    model = page.gave_up.rows
    return [model.index(at).data() for at in range(model.rowCount())]


def said(page: QueuesPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def button(page: QueuesPage, words: str) -> Button:
    [found] = [each for each in page.findChildren(Button) if each.accessibleName() == words]
    return found


def segments(page: QueuesPage, name: str) -> Segmented:
    [found] = [each for each in page.findChildren(Segmented) if each.accessibleName() == name]
    return found


def test_every_row_is_a_sentence(page: QueuesPage) -> None:
    assert rows(page) == [
        "Renewals, Nobody waits",
        "Sales, 3 waiting, Longest 03:48, too long, answered 41, gave up 3",
        "050-945-2210, waits 03:48 in Sales, too long",
        "Hidden number, waits 01:12 in Sales, long",
        "03-612-9944, waits 00:31 in Sales, fine",
        "Support, 1 waiting, Longest 00:19, fine, answered 7, gave up 0",
        "Omer Katz, 054-765-4321, waits 00:19 in Support, fine",
    ]
    assert people(page)[0].startswith("Dana Levi, 2 times, ")
    assert people(page)[0].endswith(", waited 04:10, Sales, 050-123-4567")
    assert "4 waiting · 2 to call back" in said(page)


def test_a_name_that_is_only_the_number_again_is_none() -> None:
    who = queue_words.person(DANA, "0501234567", "IL", is_revealed=True)
    assert (who.title, who.number) == ("\u2066050-123-4567\u2069", "")
    hidden = queue_words.person(PhoneNumber(""), "Dana", "IL", is_revealed=True)
    assert "Dana" in hidden.title


def test_a_queue_without_a_name_has_its_number(clock: FakeClock) -> None:
    model = QueueModel(clock)
    model.show(QueuesView(ListState.READY, (QueueView(7),)), is_busy_only=False)
    assert model.index(0).data() == "Queue 7, Nobody waits"


def test_waits_run_on_and_stand_still_where_all_is_stale(
    page: QueuesPage, clock: FakeClock
) -> None:
    clock.advance(50)
    assert "waits 01:09 in Support, long" in rows(page)[-1]
    view = a_view(clock)
    page.show_queues(replace(view, is_stale=True, as_of=clock.now()))
    clock.advance(50)
    assert "waits 00:19 in Support" in rows(page)[-1]
    page.show_queues(replace(view, is_stale=True, as_of=clock.now(), unseen=9))
    assert "waits 00:19 in Support" in rows(page)[-1]
    page.show_queues(view)
    assert "waits 01:09 in Support" in rows(page)[-1]


def test_whoever_feeds_it_hears_when_it_is_seen(qtbot: QtBot, clock: FakeClock) -> None:
    page = QueuesPage(clock)
    qtbot.addWidget(page)
    seen: list[bool] = []
    page.watched.connect(seen.append)
    page.resize(WIDE)
    page.show_queues(a_view(clock))
    page.show()
    assert seen == [True]
    before = page.queues.grab().toImage()
    clock.advance(7)
    assert page.queues.grab().toImage() != before
    page.hide()
    assert seen == [True, False]


def test_only_what_is_different_is_told(clock: FakeClock) -> None:
    model = QueueModel(clock)
    callers = tuple(Waiting(f"c{at}", DANA, clock.monotonic()) for at in range(4))
    sales, support = QueueView(1, "Sales", callers), QueueView(2, "Support", callers[:1])
    model.show(QueuesView(ListState.READY, (sales, support)), is_busy_only=False)
    told: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _at, first, last: told.append(("in", first, last)))
    model.rowsRemoved.connect(lambda _at, first, last: told.append(("out", first, last)))
    model.dataChanged.connect(
        lambda first, last, _roles: told.append(("new", first.row(), last.row()))
    )
    model.modelReset.connect(lambda: told.append(("all", 0, 0)))

    def show(*queues: QueueView, is_busy_only: bool = False) -> list[tuple[str, int, int]]:
        told.clear()
        model.show(QueuesView(ListState.READY, queues), is_busy_only=is_busy_only)
        assert [model.key(at) for at in range(model.rowCount())] == [
            (queue.queue_id, key)
            for queue in queues
            if queue.waiting or not is_busy_only
            for key in ("", *(caller.call_id for caller in queue.waiting))
        ]
        return list(told)

    assert show(sales, support) == []
    left = QueueView(1, "Sales", (callers[0], *callers[2:]))
    assert show(left, support) == [("out", 2, 2), ("new", 0, 0)]
    joined = QueueView(1, "Sales", (*left.waiting, Waiting("x", DANA, 0)))
    assert show(joined, support) == [("in", 4, 4), ("new", 0, 0)]
    named = QueueView(1, "Sales", (*left.waiting, Waiting("x", DANA, 0, "Dana")))
    assert show(named, support) == [("new", 0, 0), ("new", 4, 4)]
    assert show(support) == [("out", 0, 4)]
    assert show(named, support) == [("in", 0, 4)]
    assert show(named) == [("out", 5, 6)]
    empty = QueueView(2, "Support")
    assert show(named, empty) == [("in", 5, 5)]
    assert show(named, empty, is_busy_only=True) == [("out", 5, 5)]
    assert show(empty, named) == [("in", 0, 0)]
    assert show(named, empty) == [("all", 0, 0)]
    many = [QueueView(at, f"Queue {at}", callers) for at in range(100)]
    assert show(*many) == [("all", 0, 0)]


def test_the_row_of_the_keyboard_stays_the_same_caller(page: QueuesPage, clock: FakeClock) -> None:
    view = a_view(clock)
    page.queues.setCurrentIndex(page.queues.rows.index(3))
    queues = tuple(QueueView(100 + at, f"A{at:02}") for at in range(70))
    page.show_queues(replace(view, queues=(*queues, *view.queues)))
    assert page.queues.rows.key(page.queues.currentIndex().row()) == (1, "b")
    rest = QueueView(1, "Sales", view.queues[1].waiting[2:])
    page.show_queues(replace(view, queues=(view.queues[0], rest)))
    assert page.queues.rows.key(page.queues.currentIndex().row()) == (1, "")
    page.show_queues(replace(view, queues=queues))
    assert page.queues.currentIndex().row() == 0


def test_only_queues_with_callers(page: QueuesPage, clock: FakeClock) -> None:
    segments(page, "Which queues").select(1)
    assert next(row.split(",")[0] for row in rows(page)) == "Sales"
    quiet = tuple(replace(queue, waiting=()) for queue in a_view(clock).queues)
    page.show_queues(replace(a_view(clock), queues=quiet))
    assert rows(page) == []
    [nobody] = [each for each in page.findChildren(EmptyState) if each.isVisible()]
    assert nobody.findChildren(Label)[0].text() == "Nobody waits"


def test_numbers_are_masked_but_on_the_row_of_the_keyboard(page: QueuesPage) -> None:
    masking.switch(is_on=True)
    assert rows(page)[2].startswith("••• ••• ••10, waits")
    assert people(page)[0].endswith("••• ••• ••67")
    page.queues.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.queues, Qt.Key.Key_Down)
    QTest.keyClick(page.queues, Qt.Key.Key_Down)
    assert page.queues.currentIndex().row() == 2
    assert rows(page)[2].startswith("050-945-2210")
    page.gave_up.setFocus(Qt.FocusReason.TabFocusReason)
    assert rows(page)[2].startswith("•••")
    assert people(page)[0].endswith("050-123-4567")


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_calling_back_and_being_done_by_mouse(
    page: QueuesPage, direction: Qt.LayoutDirection
) -> None:
    page.setLayoutDirection(direction)
    called: list[tuple[PhoneNumber, str]] = []
    done: list[str] = []
    page.call_back_requested.connect(lambda number, name: called.append((number, name)))
    page.done_requested.connect(done.append)
    rect = page.gave_up.visualRect(page.gave_up.rows.index(0))
    is_rtl = direction == Qt.LayoutDirection.RightToLeft

    def press(from_end: int) -> None:
        x = rect.left() + from_end if is_rtl else rect.right() + 1 - from_end
        spot = QPoint(x, rect.center().y())
        QTest.mouseClick(page.gave_up.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    press(200)
    press(4)
    assert (called, done) == ([], [])
    press(64)
    assert (called, done) == ([(DANA, "Dana Levi")], [])
    press(32)
    assert (len(called), done) == (1, ["p1"])
    assert action_at(QPoint(0, 0), rect, is_rtl=not is_rtl) == -1


def test_calling_back_and_being_done_by_keyboard(page: QueuesPage) -> None:
    called: list[PhoneNumber] = []
    done: list[str] = []
    page.call_back_requested.connect(lambda number, _name: called.append(number))
    page.done_requested.connect(done.append)
    page.gave_up.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.gave_up, Qt.Key.Key_Return)
    QTest.keyClick(page.gave_up, Qt.Key.Key_Down)
    QTest.keyClick(page.gave_up, Qt.Key.Key_Delete)
    assert (called, done) == ([DANA], ["p2"])


def test_people_come_and_go_one_by_one(page: QueuesPage, clock: FakeClock) -> None:
    view = a_view(clock)
    first, second = view.gave_up
    page.gave_up.setCurrentIndex(page.gave_up.rows.index(1))
    third = GaveUp("p3", PhoneNumber("972547654321"), clock.now(), 9)
    page.show_queues(replace(view, gave_up=(third, first, second)))
    assert page.gave_up.rows.entry(page.gave_up.currentIndex().row()) == second
    page.show_queues(replace(view, gave_up=(third, second)))
    assert page.gave_up.rows.entry(page.gave_up.currentIndex().row()) == second
    page.show_queues(replace(view, gave_up=(second, third)))
    assert page.gave_up.rows.entry(page.gave_up.currentIndex().row()) == second
    page.show_queues(replace(view, gave_up=()))
    assert people(page) == []
    assert "Nobody to call back" in said(page)


def test_the_foot_says_what_is_not_in_the_lists(page: QueuesPage, clock: FakeClock) -> None:
    page.show_queues(replace(a_view(clock), more_gave_up=5))
    words = said(page)
    for part in ("5 more", "1 who gave up cannot be called back", "2 left while", "seen since"):
        assert part in words


@pytest.mark.parametrize(
    ("view", "words", "shows"),
    [
        (QueuesView(ListState.LOADING), "Looking for the queues", ()),
        (QueuesView(ListState.READY), "No queues", ()),
        (
            QueuesView(ListState.NO_CODE, error_code="no_api_code"),
            "needs the API code",
            ("Try again", "Enter the API code"),
        ),
        (
            QueuesView(ListState.NO_CODE, error_code="api_code"),
            "did not accept the API code",
            ("Try again", "Enter the API code"),
        ),
        (
            QueuesView(ListState.FAILED, error_code="unreachable"),
            "cannot be reached",
            ("Try again",),
        ),
        (QueuesView(ListState.READY, is_asked=True), "every 5 seconds", ()),
    ],
)
def test_states_in_words(
    page: QueuesPage, view: QueuesView, words: str, shows: tuple[str, ...]
) -> None:
    page.show_queues(view)
    assert words in said(page)
    for each in ("Try again", "Enter the API code"):
        assert button(page, each).isVisible() is (each in shows)


def test_the_ways_on(page: QueuesPage) -> None:
    asked: list[str] = []
    page.retry_requested.connect(lambda: asked.append("retry"))
    page.code_requested.connect(lambda: asked.append("code"))
    page.show_queues(QueuesView(ListState.NO_CODE, error_code="no_api_code"))
    for words in ("Try again", "Enter the API code"):
        button(page, words).click()
    assert asked == ["retry", "code"]


def test_stale_rows_say_since_when(page: QueuesPage, clock: FakeClock) -> None:
    view = replace(a_view(clock), is_stale=True, as_of=clock.now() - timedelta(seconds=5))
    page.show_queues(view)
    assert "As of " in said(page)


def test_a_narrow_page_shows_one_list_at_a_time(page: QueuesPage) -> None:
    assert page.queues.isVisible()
    assert page.gave_up.isVisible()
    page.resize(COMPACT)
    assert (page.queues.isVisible(), page.gave_up.isVisible()) == (True, False)
    segments(page, "Show").select(1)
    assert (page.queues.isVisible(), page.gave_up.isVisible()) == (False, True)
    page.resize(WIDE)
    assert (page.queues.isVisible(), page.gave_up.isVisible()) == (True, True)


def test_a_page_that_nobody_can_see_does_not_tick(qtbot: QtBot, clock: FakeClock) -> None:
    page = QueuesPage(clock)
    qtbot.addWidget(page)
    page.show_queues(a_view(clock))
    assert not page.is_ticking
    page.show()
    assert page.is_ticking
    page.show_queues(QueuesView(ListState.READY))
    assert not page.is_ticking
