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
