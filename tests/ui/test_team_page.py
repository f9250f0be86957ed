"""The team's page: what it shows, how little it paints, keyboard, mouse, screen reader."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest

from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.link import LinkView
from agent_desk.desk.presence import Status
from agent_desk.desk.state import Direction, Phase
from agent_desk.desk.team import Colleague, Standing, TeamView
from agent_desk.ui import team_words
from agent_desk.ui.team_page import TeamPage
from agent_desk.ui.team_row import Columns
from agent_desk.ui.text import plain
from agent_desk.ui.widgets import EmptyState, Field
from tests.ui.finders import button, drop_deleted, has_button, said, unnamed
from tests.ui.team_pictures import STATUSES, a_team

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from tests.helpers.clock import FakeClock

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def tidied() -> Iterator[None]:
    yield
    drop_deleted()


@pytest.fixture
def page(qtbot: QtBot, clock: FakeClock) -> TeamPage:
    found = TeamPage(clock)
    qtbot.addWidget(found)
    found.resize(420, 680)
    found.set_statuses(STATUSES)
    found.show_link(LinkView(Link.CONNECTED))
    found.show_team(TeamView(a_team(clock), is_whole=True))
    found.show()
    return found


def names(page: TeamPage) -> list[str]:
    rows = page.table.rows
    return [rows.team.at(row).name.split()[0] for row in range(rows.rowCount())]


def row(page: TeamPage, name: str) -> int:
    return names(page).index(name)


def spoken(page: TeamPage, name: str) -> str:
    index = page.table.rows.index(row(page, name))
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def choose(page: TeamPage, name: str) -> None:
    page.table.setCurrentIndex(page.table.rows.index(row(page, name)))
    page.table.setFocus()


def current(page: TeamPage) -> str:
    who = page.table.current
    return "" if who is None else who.name.split()[0]


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)


def colleague(page: TeamPage, name: str) -> Colleague:
    return page.table.rows.team.at(row(page, name))


def tell(page: TeamPage, *changed: Colleague) -> None:
    page.show_team(TeamView(changed))


class TestWords:
    def test_rows_read_as_sentences(self, page: TeamPage) -> None:
        page.set_favourites(("SIPSIP3",))
        assert spoken(page, "Maya") == "Maya Cohen, 201 · you, Talking, Sales queue, for 6 min"
        assert spoken(page, "Noam") == "Noam Bar, 202, On hold · 2 calls, Direct, for 1 min"
        assert spoken(page, "Yael") == (
            "Yael Lavi, 203, Ringing, Support queue, for 9 s, favourite"
        )
        assert spoken(page, "Avi") == "Avi Shalom, 204, Available, for 13 min"
        assert spoken(page, "Ivan") == "Ivan Petrov, 205, Dialling, Outgoing, for 2 s"
        assert spoken(page, "Ruth") == "Ruth Ben David, 207, Wrap-up, for 48 s"
        assert spoken(page, "Eli") == "Eli Kaplan, 209, Not shown to you"
        assert spoken(page, "Sara") == "Sara Mizrahi, 210, Logged out, for 55 h 33 min"

    def test_odd_ones_have_words_too(self, clock: FakeClock) -> None:
        out = Colleague("SIPSIP7", standing=Standing.OUT)
        assert team_words.state(out, {}) == "Signed out"
        assert plain(team_words.name(out)) == plain(team_words.number(out)) == "SIPSIP7"
        away = Colleague("SIPSIP7", standing=Standing.AWAY)
        assert team_words.state(away, {}) == "No status"
        odd = replace(away, status_code=44)
        assert plain(team_words.state(odd, {})) == "Status 44"
        queued = replace(away, phase=Phase.AGENT_UP, queue_id=14, direction=Direction.INCOMING)
        assert plain(team_words.way(queued)) == "Queue 14"
        assert team_words.state(queued, {}) == "Dialling"
        assert team_words.since(queued, clock.monotonic()) == ""
        old = replace(away, timer_from=clock.monotonic() - 3 * 86_400)
        assert plain(team_words.since(old, clock.monotonic())) == "3 d"

    def test_a_list_reads_its_rows_to_screen_readers(self, page: TeamPage) -> None:
        assert list(unnamed(page)) == []
        table = QAccessible.queryAccessibleInterface(page.table)
        assert table.text(QAccessible.Text.Name) == "Colleagues"
        texts = {table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())}
        assert "Avi Shalom, 204, Available, for 13 min" in texts

    def test_how_many_are_there(self, page: TeamPage) -> None:
        assert "8 signed in · 1 free" in said(page)
        tell(page, replace(colleague(page, "Mohammed"), standing=Standing.FREE, status_code=1))
        assert "8 signed in · 2 free" in said(page)

    def test_statuses_by_the_accounts_own_names(self, page: TeamPage) -> None:
        page.set_statuses((Status(3, "Siesta"),))
        assert "Siesta" in spoken(page, "Mohammed")


class TestNews:
    def test_one_event_paints_one_row(self, page: TeamPage) -> None:
        rows = page.table.rows
        resets, changes = QSignalSpy(rows.modelReset), QSignalSpy(rows.dataChanged)
        tell(page, replace(colleague(page, "Avi"), status_code=3, standing=Standing.AWAY))
        assert (resets.count(), changes.count()) == (0, 1)
        first, last = changes.at(0)[0], changes.at(0)[1]
        assert first.row() == last.row() == row(page, "Avi")
        assert "Lunch" in spoken(page, "Avi")

    def test_who_is_hidden_by_the_search_is_changed_unseen(self, page: TeamPage) -> None:
        page.findChildren(Field)[0].set_text("maya")
        changes = QSignalSpy(page.table.rows.dataChanged)
        avi = page.table.rows.team.get("SIPSIP4")
        assert avi is not None
        tell(page, replace(avi, status_code=3))
        assert changes.count() == 0
        assert names(page) == ["Maya"]

    def test_who_no_longer_fits_the_filter_goes_and_comes(self, page: TeamPage) -> None:
        button(page, "Free").click()
        assert names(page) == ["Avi"]
        resets = QSignalSpy(page.table.rows.modelReset)
        avi = colleague(page, "Avi")
        noam = page.table.rows.team.get("SIPSIP2")
        assert noam is not None
        tell(page, replace(avi, standing=Standing.ON_CALL, phase=Phase.RINGING))
        assert names(page) == []
        assert page.findChild(EmptyState) is not None
        tell(page, replace(noam, standing=Standing.FREE, phase=None), avi)
        assert names(page) == ["Avi", "Noam"]
        assert resets.count() == 0

    def test_many_at_once_are_laid_out_once(self, page: TeamPage) -> None:
        crowd = tuple(Colleague(f"S{n}", f"Agent {n}", standing=Standing.FREE) for n in range(100))
        page.show_team(TeamView(crowd, is_whole=True))
        button(page, "Free").click()
        resets = QSignalSpy(page.table.rows.modelReset)
        tell(page, *(replace(each, standing=Standing.AWAY) for each in crowd[:60]))
        assert (resets.count(), len(names(page))) == (1, 40)

    def test_the_same_one_stays_current_wherever_they_move(self, page: TeamPage) -> None:
        button(page, "Sorted by name. Sort by state").click()
        choose(page, "Avi")
        assert row(page, "Avi") == 0
        tell(page, replace(colleague(page, "Avi"), standing=Standing.AWAY, status_code=3))
        assert row(page, "Avi") > 0
        assert current(page) == "Avi"
        page.show_team(TeamView(a_team_without(page, "Maya"), is_whole=True))
        assert current(page) == "Avi"
        page.show_team(TeamView(a_team_without(page, "Avi"), is_whole=True))
        assert current(page) == ""

    def test_the_list_stays_where_it_was_scrolled_to(
        self, page: TeamPage, qapp: QApplication
    ) -> None:
        crowd = tuple(Colleague(f"S{n}", f"Agent {n:04}") for n in range(500))
        page.show_team(TeamView(crowd, is_whole=True))
        qapp.sendPostedEvents()
        bar = page.table.verticalScrollBar()
        page.table.executeDelayedItemsLayout()
        bar.setValue(4800)
        page.show_team(TeamView(crowd[1:], is_whole=True))
        assert bar.value() == 4800

    def test_times_run_while_somebody_looks(self, page: TeamPage, clock: FakeClock) -> None:
        clock.advance(60)
        page.table.tick()
        assert "for 14 min" in spoken(page, "Avi")
        page.hide()
        page.show_team(TeamView(is_whole=True))
        page.table.tick()


def a_team_without(page: TeamPage, name: str) -> tuple[Colleague, ...]:
    everybody = page.table.rows.team.everybody()
    return tuple(each for each in everybody if not each.name.startswith(name))


class TestFinding:
    def test_by_words_without_accents_and_case(self, page: TeamPage) -> None:
        field = page.findChildren(Field)[0]
        field.set_text("PETROV")
        assert names(page) == ["Ivan"]
        field.set_text("sipsip1")
        assert names(page) == ["Maya", "Sara"]
        field.set_text("nobody at all")
        assert names(page) == []
        assert "Nobody matches" in said(page)
        press(field.edit, Qt.Key.Key_Escape)
        assert len(names(page)) == 10
        assert "Nobody matches" not in said(page)

    def test_by_state(self, page: TeamPage) -> None:
        button(page, "On a call").click()
        assert names(page) == ["Ivan", "Maya", "Noam", "Tal", "Yael"]
        chip = button(page, "On a call · 5")
        assert chip.isChecked()
        button(page, "Away").click()
        assert names(page) == ["Mohammed", "Ruth"]
        assert not button(page, "On a call").isChecked()
        button(page, "Away · 2").click()
        assert len(names(page)) == 10

    def test_sorted_by_state_and_back(self, page: TeamPage) -> None:
        button(page, "Sorted by name. Sort by state").click()
        assert names(page)[0] == "Avi"
        assert names(page)[-2:] == ["Sara", "Eli"]
        button(page, "Sorted by state. Sort by name").click()
        assert names(page) == sorted(names(page))

    def test_favourites_come_first_and_are_kept(self, page: TeamPage) -> None:
        kept: list[tuple[str, ...]] = []
        page.favourites_changed.connect(kept.append)
        page.set_favourites(("SIPSIP8",))
        assert names(page)[0] == "Tal"
        choose(page, "Noam")
        press(page.table, Qt.Key.Key_Space)
        assert names(page)[:2] == ["Noam", "Tal"]
        assert current(page) == "Noam"
        press(page.table, Qt.Key.Key_Space)
        assert kept == [("SIPSIP2", "SIPSIP8"), ("SIPSIP8",)]


class TestKeyboard:
    def test_from_the_search_into_the_list_and_back(self, page: TeamPage) -> None:
        page.focus_first()
        field = page.findChildren(Field)[0]
        assert page.focusWidget() is field.edit
        press(field.edit, Qt.Key.Key_Down)
        assert page.focusWidget() is page.table
        assert current(page) == "Avi"
        press(page.table, Qt.Key.Key_Down)
        assert current(page) == "Eli"
        press(page.table, Qt.Key.Key_Up)
        press(page.table, Qt.Key.Key_Up)
        assert page.focusWidget() is field.edit
        field.set_text("no such")
        press(field.edit, Qt.Key.Key_Return)
        press(field.edit, Qt.Key.Key_Down)
        assert page.focusWidget() is field.edit
        field.set_text("ruth")
        press(field.edit, Qt.Key.Key_Return)
        assert (page.focusWidget(), current(page)) == (page.table, "Ruth")

    def test_typing_and_ctrl_f_search(self, page: TeamPage) -> None:
        choose(page, "Avi")
        press(page.table, Qt.Key.Key_Y)
        field = page.findChildren(Field)[0]
        assert (page.focusWidget(), field.text()) == (field.edit, "y")
        assert "Yael" in names(page)
        page.table.setFocus()
        page.activateWindow()
        press(page.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert page.focusWidget() is field.edit

    def test_enter_calls(self, page: TeamPage) -> None:
        called: list[PhoneNumber] = []
        page.dial_requested.connect(called.append)
        for name in ("Noam", "Maya", "Eli"):  # the second is the agent, the third only listed
            choose(page, name)
            press(page.table, Qt.Key.Key_Return)
        assert called == [PhoneNumber("SIPSIP2"), PhoneNumber("209")]

    def test_the_list_takes_its_first_row_when_tab_comes(self, page: TeamPage) -> None:
        page.table.setFocus(Qt.FocusReason.TabFocusReason)
        assert current(page) == "Avi"
        page.focus_first()
        page.table.setFocus(Qt.FocusReason.TabFocusReason)
        assert current(page) == "Avi"


class TestMouse:
    @pytest.mark.parametrize("is_rtl", [False, True])
    @pytest.mark.parametrize("width", [420, 900])
    def test_phone_star_and_double_click(self, page: TeamPage, width: int, is_rtl: bool) -> None:
        sides = Qt.LayoutDirection
        page.setLayoutDirection(sides.RightToLeft if is_rtl else sides.LeftToRight)
        page.resize(width, 680)
        called: list[PhoneNumber] = []
        kept: list[tuple[str, ...]] = []
        page.dial_requested.connect(called.append)
        page.favourites_changed.connect(kept.append)
        port = page.table.viewport()
        columns = Columns(port.width())
        top = page.table.visualRect(page.table.rows.index(row(page, "Noam"))).top()

        def spot(at: QPoint) -> QPoint:
            x = port.width() - 1 - at.x() if is_rtl else at.x()
            return QPoint(x, top + at.y())

        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(port, LEFT, none, spot(columns.phone.center()))
        assert called == [PhoneNumber("SIPSIP2")]
        QTest.mouseClick(port, LEFT, none, spot(QPoint(100, 20)))
        assert (len(called), current(page)) == (1, "Noam")
        QTest.mouseDClick(port, LEFT, none, spot(QPoint(100, 20)))
        assert len(called) == 2
        QTest.mouseClick(port, Qt.MouseButton.RightButton, none, spot(columns.star.center()))
        assert kept == []
        QTest.mouseClick(port, LEFT, none, spot(columns.star.center()))
        assert kept == [("SIPSIP2",)]
        QTest.mouseClick(port, LEFT, none, QPoint(100, port.height() - 4))
        assert len(called) == 2
        assert not page.grab().isNull()


class TestTrouble:
    def test_before_any_news(self, qtbot: QtBot, clock: FakeClock) -> None:
        page = TeamPage(clock)
        qtbot.addWidget(page)
        assert "No news of the team yet" in said(page)
        page.table.tick()
        page.set_statuses(STATUSES)
        page.show_team(TeamView(is_whole=True))
        assert "No extension is to be seen" in said(page)
        assert "No news" not in said(page)

    def test_an_empty_list_means_check_the_code(self, page: TeamPage) -> None:
        asked: list[bool] = []
        page.code_requested.connect(lambda: asked.append(True))
        page.show_team(TeamView(is_whole=True, fault_code="api_code"))
        assert "Check the API code." in said(page)
        button(page, "Enter the API code").click()
        assert asked == [True]
        page.show_team(TeamView(is_whole=True))
        assert not has_button(page, "Enter the API code")
        page.show_team(TeamView(is_whole=True, fault_code="network_not_allowed"))
        assert "Check the API code." not in said(page)

    def test_a_sign_in_that_sees_its_own_only(self, page: TeamPage, clock: FakeClock) -> None:
        page.show_team(TeamView(a_team(clock)[:1], is_whole=True))
        assert "This sign-in sees your own extensions only." in said(page)

    def test_what_may_be_out_of_date_says_so(self, page: TeamPage, clock: FakeClock) -> None:
        page.show_link(LinkView(Link.RECONNECTING, blind_since=clock.now()))
        assert "Not connected. As of" in said(page)
        assert page.table.is_stale
        page.show_link(LinkView(Link.OFFLINE))
        assert "Not connected." in said(page)
        page.show_link(LinkView(Link.POLLING))
        assert "slower connection" in said(page)
        page.show_link(LinkView(Link.CONNECTED))
        assert not page.table.is_stale
        assert "connect" not in said(page)


def test_columns_leave_room_for_names() -> None:
    for width in (335, 420, 679, 680, 800, 1200):
        assert Columns(width).name[1] >= 150, width


def test_no_key_is_taken_that_is_not_ours(page: TeamPage) -> None:
    choose(page, "Avi")
    press(page.table, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    press(page, Qt.Key.Key_F5)
    assert page.findChildren(Field)[0].text() == ""
