"""Pictures of pinned cards and of notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from agent_desk.desk.card import LinkKind, LinkReason
from agent_desk.desk.state import CallKey, Outcome, Phase
from agent_desk.ui.card_marks import CardMarks
from agent_desk.ui.note_editor import NoteEditor
from agent_desk.ui.pop_stack import PopStack

if TYPE_CHECKING:
    from agent_desk.desk.card import Card
    from tests.ui.pictures import Studio

_LINKS = (
    LinkReason(LinkKind.NO_VALUE, "Contract"),
    LinkReason(LinkKind.HOST_NOT_ALLOWED, "Order", "orders.example.org"),
    LinkReason(LinkKind.FROM_RULE, "Last ticket"),
)


def marks(studio: Studio, ringing: Card) -> None:
    """A pinned call with a note, one that ended with a note that is not saved, the editor."""
    for scheme, language in (("light", "en"), ("dark", "he")):
        studio.look(scheme, language)
        _draw(studio, replace(ringing, links=_LINKS), f"{language}-{scheme}")
        studio.shell.close_all()


def _draw(studio: Studio, ringing: Card, name: str) -> None:
    known = CardMarks()
    stack = PopStack(studio.clock, QGuiApplication.primaryScreen)
    stack.created.connect(known.join_pop)
    key = CallKey("SIPSIP1", "2")
    ended = replace(ringing, key=key, phase=Phase.ENDED, outcome=Outcome.COMPLETED, talk_s=331)
    known.pin(ringing.key, is_pinned=True)
    known.write(ringing.key, "Asked for the invoice of March")
    known.save(ringing.key)
    known.write(key, "Wants a quote")
    stack.set_cards((ended, ringing), None, lambda _card: False)
    studio.take(f"pop-pinned-noted-{name}", *stack.pops())
    pop = stack.pop(ringing.key)
    assert pop is not None
    pop.face.start_note()
    editors = [each for each in studio.app.topLevelWidgets() if isinstance(each, NoteEditor)]
    studio.take(f"note-editor-{name}", pop, *(each for each in editors if each.isVisible()))
    stack.close_all()
    known.close()
