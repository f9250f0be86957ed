from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from agent_desk.ui.choose_extension import ChooseExtensionPage, ExtensionModel
from agent_desk.ui.intents import ExtensionChoice
from tests.ui.finders import button, said

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

CHOICES = (
    ExtensionChoice("SIPSIP10", "210", "Yael Lavi"),
    ExtensionChoice("SIPSIP9", "209", "Noam Bar"),
    ExtensionChoice("SIPSIP11", "211", "דנה לוי", is_suggested=True),
    ExtensionChoice("SIPSIP2"),
)


@pytest.fixture
def page(qtbot: QtBot) -> ChooseExtensionPage:
    made = ChooseExtensionPage()
    qtbot.addWidget(made)
    made.resize(440, 680)
    made.ask(CHOICES)
    made.show()
    return made


def rows(model: ExtensionModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = ExtensionModel()
    model.fill(CHOICES)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt ships no types here
    model.search("noam")
    assert not model.setData(model.index(0), Qt.CheckState.Checked)
    assert model.data(model.index(7)) is None


def test_suggested_ones_come_first_and_numbers_count(page: ChooseExtensionPage) -> None:
    assert rows(page.model) == [
        "דנה לוי, 211, SIPSIP11",
        "SIPSIP2",
        "Noam Bar, 209, SIPSIP9",
        "Yael Lavi, 210, SIPSIP10",
    ]
    assert page.model.ticked == ("SIPSIP11",)


def test_searching_finds_names_numbers_and_sips(page: ChooseExtensionPage) -> None:
    for needle, found in (
        ("BAR noam", ["Noam Bar, 209, SIPSIP9"]),
        ("210", ["Yael Lavi, 210, SIPSIP10"]),
        ("דנה", ["דנה לוי, 211, SIPSIP11"]),
        ("nobody", []),
    ):
        page.model.search(needle)
        assert rows(page.model) == found
    assert "No extension matches" in said(page)
    assert page.model.ticked == ("SIPSIP11",)


def test_a_press_anywhere_on_a_row_ticks_it(page: ChooseExtensionPage) -> None:
    view = page.findChild(QListView)
    assert view is not None
    chosen: list[object] = []
    page.chosen.connect(chosen.append)
    spot = view.visualRect(page.model.index(2)).center() + QPoint(80, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.model.ticked == ("SIPSIP11", "SIPSIP9")
    button(page, "Use 2 extensions").click()
    assert chosen == [("SIPSIP11", "SIPSIP9")]


def test_the_space_bar_ticks_too(page: ChooseExtensionPage) -> None:
    view = page.findChild(QListView)
    assert view is not None
    view.setCurrentIndex(page.model.index(0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert page.model.ticked == ()
    assert not button(page, "Use this extension").isEnabled()


def keys(page: ChooseExtensionPage, *pressed: Qt.Key) -> None:
    """Press these keys, each where the keyboard is by then."""
    for key in pressed:
        where = page.focusWidget()
        assert where is not None
        QTest.keyClick(where, key)


def chosen(page: ChooseExtensionPage) -> list[object]:
    found: list[object] = []
    page.chosen.connect(found.append)
    page.activateWindow()
    page.focus_first()
    return found


DOWN, UP, SPACE, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Return


def test_arrow_down_leads_from_the_search_to_the_list_and_enter_chooses(
    page: ChooseExtensionPage,
) -> None:
    found = chosen(page)
    keys(page, DOWN)
    assert isinstance(page.focusWidget(), QListView)
    keys(page, DOWN, DOWN, ENTER)
    assert found == [("SIPSIP9",)]


def test_arrow_up_from_the_first_row_leads_back_to_the_search(page: ChooseExtensionPage) -> None:
    chosen(page)
    keys(page, DOWN, DOWN, UP)
    assert isinstance(page.focusWidget(), QListView)
    keys(page, UP)
    assert not isinstance(page.focusWidget(), QListView)


def test_what_was_ticked_counts_more_than_the_row_of_the_keyboard(
    page: ChooseExtensionPage,
) -> None:
    found = chosen(page)
    keys(page, DOWN, DOWN, SPACE, DOWN, ENTER)
    assert found == [("SIPSIP11", "SIPSIP2")]


def test_enter_in_the_search_chooses_the_only_match_and_never_what_is_hidden(
    page: ChooseExtensionPage,
) -> None:
    found = chosen(page)
    keys(page, ENTER)
    assert found.pop() == ("SIPSIP11",)
    page.model.search("")
    QTest.keyClicks(page.focusWidget(), "lavi")
    keys(page, ENTER)
    assert found.pop() == ("SIPSIP10",)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.focusWidget(), "sip")
    keys(page, ENTER)
    assert found == []
    assert isinstance(page.focusWidget(), QListView)


def test_hostile_names_are_one_plain_line(page: ChooseExtensionPage) -> None:
    hostile = "<b>\u202eא\x00" + "x" * 10_000
    page.ask((ExtensionChoice(hostile, hostile, hostile),))
    (row,) = rows(page.model)
    assert "\u202e" not in row
    assert len(row) < 1000
    assert not page.grab().isNull()


def test_five_thousand_extensions_are_no_burden(page: ChooseExtensionPage) -> None:
    page.ask(tuple(ExtensionChoice(f"SIPSIP{at}", str(at), f"Agent {at}") for at in range(5000)))
    assert page.model.rowCount() == 5000
    page.model.search("4999")
    assert rows(page.model) == ["Agent 4999, 4999, SIPSIP4999"]
