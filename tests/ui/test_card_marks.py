"""Pinned cards and notes on calls."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from agent_desk.desk.card import TitleSource
from agent_desk.desk.state import CallKey, Outcome, Phase
from agent_desk.ui import language
from agent_desk.ui.caller_card import CallerCard
from agent_desk.ui.card_marks import MAX_KEPT, MAX_NOTE, CardMarks
from agent_desk.ui.card_parts import CardSize
from agent_desk.ui.masking import masking
from agent_desk.ui.note_editor import NoteEditor
from agent_desk.ui.pop import settle
from agent_desk.ui.pop_stack import PopStack
from tests.ui.finders import button, drop_deleted, has_button, said, unnamed
from tests.ui.pictures import dana

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from agent_desk.desk.card import Card
    from tests.helpers.clock import FakeClock

ONE, TWO = CallKey("SIPSIP1", "1"), CallKey("SIPSIP1", "2")


@pytest.fixture
def marks(qapp: QApplication) -> Iterator[CardMarks]:
    language.install(qapp, "en")
    made = CardMarks()
    yield made
    made.close()
    made.deleteLater()
    drop_deleted()


@pytest.fixture
def show(marks: CardMarks, clock: FakeClock) -> Iterator[Callable[..., CallerCard]]:
    """A card of the given size that shows a call and its marks."""
    built: list[CallerCard] = []

    def build(card: Card, size: CardSize = CardSize.POP) -> CallerCard:
        widget = CallerCard(size, clock)
        built.append(widget)
        marks.join(widget)
        widget.show_card(card)
        settle(widget)
        return widget

    yield build
    for widget in built:
        widget.hide()
        widget.deleteLater()
    drop_deleted()


@pytest.fixture
def stack(marks: CardMarks, clock: FakeClock) -> Iterator[PopStack]:
    made = PopStack(clock, QGuiApplication.primaryScreen)
    made.created.connect(marks.join_pop)
    yield made
    made.close_all()
    drop_deleted()


def ended(clock: FakeClock) -> Card:
    return dana(clock, phase=Phase.ENDED, outcome=Outcome.COMPLETED)


def editor(app: QApplication) -> NoteEditor:
    (found,) = (each for each in app.topLevelWidgets() if isinstance(each, NoteEditor))
    return found


def paper(app: QApplication) -> QPlainTextEdit:
    found = editor(app).findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


# ------------------------------------------------------------------------------------------- pin


@pytest.mark.parametrize("size", CardSize)
def test_every_card_of_a_call_shows_its_pin(
    marks: CardMarks, show: Callable[..., CallerCard], clock: FakeClock, size: CardSize
) -> None:
    card, desk = show(dana(clock), size), show(dana(clock), CardSize.DESK)
    assert not marks.stays(ONE)
    button(card, "Keep open").click()
    assert button(card, "Keep open").isChecked()
    assert button(desk, "Keep open").isChecked()
    assert marks.stays(ONE)
    card.show_card(replace(dana(clock), queue_name="Other"))
    assert button(card, "Keep open").isChecked()
    card.show_card(dana(clock, key=TWO))
    assert not button(card, "Keep open").isChecked()
    assert marks.of(ONE).is_pinned
    button(desk, "Keep open").click()
    assert not marks.stays(ONE)


def test_a_pin_outlives_other_calls_and_the_end_of_its_own(
    stack: PopStack, marks: CardMarks, clock: FakeClock
) -> None:
    stack.set_cards((dana(clock),), None, lambda _card: False)
    pop = stack.pop(ONE)
    assert pop is not None
    button(pop, "Keep open").click()
    second = dana(clock, key=TWO)
    stack.set_cards((second, dana(clock)), None, lambda _card: False)
    stack.set_cards((second, ended(clock)), None, lambda _card: False)
    assert button(pop, "Keep open").isChecked()
    assert marks.of(ONE).is_pinned
    assert not marks.of(TWO).is_pinned


def test_a_pinned_card_says_that_it_stays(
    marks: CardMarks, show: Callable[..., CallerCard], clock: FakeClock
) -> None:
    card = show(ended(clock))
    card.set_closing(8)
    assert "Closes in 8 s" in said(card)
    marks.pin(ONE, is_pinned=True)
    assert "Pinned: stays until it is dismissed" in said(card)
    assert has_button(card, "Dismiss this card")
    marks.pin(ONE, is_pinned=False)
    assert "Closes in 8 s" in said(card)


# ------------------------------------------------------------------------------------------ notes


@pytest.mark.parametrize("size", CardSize)
def test_the_editor_takes_the_keyboard_where_a_pop_does_not(
    qapp: QApplication, show: Callable[..., CallerCard], clock: FakeClock, size: CardSize
) -> None:
    card = show(dana(clock), size)
    card.show()
    button(card, "Note").click()
    opened = editor(qapp)
    assert opened.isVisible()
    assert opened.key == ONE
    assert not opened.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert not opened.windowFlags() & Qt.WindowType.X11BypassWindowManagerHint
    assert opened.focusWidget() is paper(qapp)
    assert "Dana Levi" in said(opened)
    assert list(unnamed(opened)) == []


def test_a_note_is_saved_with_the_keyboard(
    qapp: QApplication, marks: CardMarks, show: Callable[..., CallerCard], clock: FakeClock
) -> None:
    saved: list[tuple[object, str]] = []
    marks.note_saved.connect(lambda key, note: saved.append((key, note)))
    card = show(dana(clock))
    assert card.start_note()
    QTest.keyClicks(paper(qapp), "Asked for")
    QTest.keyClick(paper(qapp), Qt.Key.Key_Return)
    QTest.keyClicks(paper(qapp), "an invoice ")
    assert "Not saved" in said(card)
    QTest.keyClick(paper(qapp), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not editor(qapp).isVisible()
    assert saved == [(ONE, "Asked for\nan invoice")]
    assert "Not saved" not in said(card)
    assert "Asked for an invoice" in said(card)
    assert not marks.stays(ONE)
    card.start_note()
    assert paper(qapp).toPlainText() == "Asked for\nan invoice"
    assert not button(editor(qapp), "Save note").isEnabled()


def test_escape_keeps_the_words_and_the_card_stays(
    qapp: QApplication, marks: CardMarks, show: Callable[..., CallerCard], clock: FakeClock
) -> None:
    card = show(dana(clock))
    card.start_note()
    QTest.keyClicks(paper(qapp), "half a")
    card.show_card(ended(clock))
    QTest.keyClick(paper(qapp), Qt.Key.Key_Escape)
    assert not editor(qapp).isVisible()
    assert marks.stays(ONE)
    card.set_closing(None)
    assert "Stays until its note is saved or you sign out" in said(card)
    assert not has_button(card, "Dismiss this card")
    card.start_note()
    assert paper(qapp).toPlainText() == "half a"
    button(editor(qapp), "Discard the changes").click()
    assert not marks.stays(ONE)
    assert has_button(card, "Dismiss this card")


def test_another_call_does_not_take_the_words(
    qapp: QApplication, marks: CardMarks, show: Callable[..., CallerCard], clock: FakeClock
) -> None:
    first, second = show(dana(clock)), show(dana(clock, key=TWO, title="Omer Katz"))
    first.start_note()
    QTest.keyClicks(paper(qapp), "of Dana")
    second.start_note()
    assert paper(qapp).toPlainText() == ""
    assert "Omer Katz" in said(editor(qapp))
    QTest.keyClicks(paper(qapp), "of Omer")
    assert (marks.of(ONE).draft, marks.of(TWO).draft) == ("of Dana", "of Omer")
    # The card that it was opened from shows another call now.
    second.show_card(dana(clock, key=CallKey("SIPSIP1", "3")))
    QTest.keyClicks(paper(qapp), "!")
    assert marks.of(TWO).draft == "of Omer!"
    button(editor(qapp), "Save note").click()
    assert marks.of(TWO).note == "of Omer!"


def test_a_window_manager_that_closes_the_editor_takes_no_words(
    qapp: QApplication, marks: CardMarks, show: Callable[..., CallerCard], clock: FakeClock
) -> None:
    show(dana(clock)).start_note()
    QTest.keyClicks(paper(qapp), "half a")
    editor(qapp).close()
    assert not editor(qapp).isVisible()
    assert marks.of(ONE).draft == "half a"


def test_a_note_of_any_length_is_cut_and_one_emptied_again_is_saved(
    qapp: QApplication, marks: CardMarks, show: Callable[..., CallerCard], clock: FakeClock
) -> None:
    show(dana(clock)).start_note()
    paper(qapp).setPlainText("😀" * (MAX_NOTE + 50))
    assert marks.of(ONE).draft == paper(qapp).toPlainText() == "😀" * MAX_NOTE
    QTest.keyClicks(paper(qapp), "x")
    assert marks.of(ONE).draft == paper(qapp).toPlainText() == "x" + "😀" * (MAX_NOTE - 1)
    marks.save(ONE)
    marks.write(ONE, "")
    assert marks.of(ONE).is_unsaved
    marks.save(ONE)
    assert marks.of(ONE).note == ""
    marks.save(ONE)


def test_whoever_signs_out_loses_no_words_and_leaves_none(
    qapp: QApplication, marks: CardMarks, show: Callable[..., CallerCard], clock: FakeClock
) -> None:
    saved: list[str] = []
    marks.note_saved.connect(lambda _key, note: saved.append(note))
    card = show(dana(clock))
    card.start_note()
    QTest.keyClicks(paper(qapp), "half a")
    marks.pin(TWO, is_pinned=True)
    marks.forget()
    assert saved == ["half a"]
    assert not editor(qapp).isVisible()
    assert not marks.stays(TWO)
    assert "half a" not in said(card)


def test_marks_of_very_many_calls_are_not_all_kept(marks: CardMarks) -> None:
    marks.write(ONE, "half a")
    keys = [CallKey("SIPSIP1", str(at)) for at in range(10, 20 + MAX_KEPT)]
    for key in keys:
        marks.write(key, "done")
        marks.save(key)
    assert marks.of(ONE).draft == "half a"
    assert marks.of(keys[0]).note == ""
    assert marks.of(keys[-1]).note == "done"


def test_in_a_replay_nobody_writes_notes(show: Callable[..., CallerCard], clock: FakeClock) -> None:
    card = show(dana(clock))
    card.set_replay()
    card.show_card(dana(clock, key=TWO))
    assert not has_button(card, "Note")
    assert not card.start_note()


def test_the_editor_stands_beside_a_pop_and_on_the_screen(
    qapp: QApplication, stack: PopStack, clock: FakeClock
) -> None:
    stack.set_cards((dana(clock),), None, lambda _card: False)
    pop = stack.pop(ONE)
    assert pop is not None
    button(pop, "Note").click()
    free = QGuiApplication.primaryScreen().availableGeometry()
    margin = editor(qapp).margin
    sheet = editor(qapp).geometry().adjusted(margin, margin, -margin, -margin)
    assert free.contains(sheet)
    assert sheet.left() < pop.geometry().left()


def test_notes_outlive_a_sign_in_that_the_service_ended(marks: CardMarks) -> None:
    marks.write(ONE, "Wants a quote")
    marks.pause(("SIPSIP1",))
    marks.begin(("SIPSIP1",))
    assert marks.of(ONE).written == "Wants a quote"
    marks.begin(("SIPSIP1", "SIPSIP2"))  # the same person follows one more
    assert marks.of(ONE).written == "Wants a quote"


def test_on_another_extension_somebody_else_finds_no_notes(marks: CardMarks) -> None:
    marks.write(ONE, "Wants a quote")
    marks.pause(("SIPSIP1",))
    marks.begin(("SIPSIP2",))
    assert marks.of(ONE).written == ""


@pytest.mark.qt_log_ignore("setting window masks", extend=True)
@pytest.mark.parametrize("size", [CardSize.DESK, CardSize.POP])
def test_without_a_compositor_the_editor_has_no_shadow(
    qapp: QApplication, clock: FakeClock, size: CardSize
) -> None:
    is_composited = [False]
    marks = CardMarks(is_composited=lambda: is_composited[0])
    card = CallerCard(size, clock)
    marks.join(card)
    card.show_card(dana(clock))
    assert card.start_note()
    assert not editor(qapp).is_shadowed
    assert not editor(qapp).mask().isEmpty()
    # A compositor came with the rest of the session.
    is_composited[0] = True
    assert card.start_note()
    assert editor(qapp).is_shadowed
    marks.close()
    for made in (card, marks):
        made.deleteLater()
    drop_deleted()


def test_a_number_that_is_hidden_meanwhile_leaves_the_editor_too(
    qapp: QApplication, show: Callable[..., CallerCard], clock: FakeClock
) -> None:
    nobody = {"title": "+972 52-123-4567", "title_source": TitleSource.NUMBER}
    show(dana(clock, **nobody)).start_note()
    assert "4567" in said(editor(qapp))
    try:
        masking.switch(True)
        assert "4567" not in said(editor(qapp))
    finally:
        masking.switch(False)
    assert "4567" in said(editor(qapp))
