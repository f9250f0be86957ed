"""A pop and the editor of its note, driven by a person; answers every line on stdin with one.

The answer has the pop's window with the spot of "Note" in it, the editor's window while there is
one, what has been written and what has been saved.
"""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from agent_desk import eventloop
from agent_desk.application import new_application
from agent_desk.core.clock import SystemClock
from agent_desk.desk.state import Outcome, Phase
from agent_desk.ui.card_marks import CardMarks
from agent_desk.ui.note_editor import NoteEditor
from agent_desk.ui.pop_stack import PopStack
from agent_desk.ui.theme import Theme
from tests.ui.finders import button
from tests.x11.pops import a_call


class Notes:
    """One call that rings and, once it is noted, ends."""

    def __init__(self) -> None:
        self._marks = CardMarks()
        self._saved: list[str] = []
        self._marks.note_saved.connect(self._on_note_saved)
        self._card = a_call(1)
        self._stack = PopStack(
            SystemClock(), QGuiApplication.primaryScreen, is_composited=lambda: False
        )
        self._stack.created.connect(self._marks.join_pop)
        self._show()

    def obey(self, wish: dict[str, Any]) -> dict[str, Any]:
        """Do what one line says."""
        if "end" in wish:
            self._card = replace(self._card, phase=Phase.ENDED, outcome=Outcome.COMPLETED)
            self._show()
        pop = self._stack.pop(self._card.key)
        assert pop is not None
        note = button(pop, "Note")
        middle = note.mapTo(pop, note.rect().center())
        editors = [each for each in QApplication.topLevelWidgets() if isinstance(each, NoteEditor)]
        return {
            "note": [int(pop.winId()), middle.x(), middle.y()],
            "editor": next((int(each.winId()) for each in editors if each.isVisible()), None),
            "draft": self._marks.of(self._card.key).draft,
            "saved": self._saved,
        }

    def close(self) -> None:
        """Let go of the windows."""
        self._stack.close_all()
        self._marks.close()

    def _show(self) -> None:
        self._stack.set_cards((self._card,), None, lambda _card: False)

    def _on_note_saved(self, _key: object, note: str) -> None:
        self._saved.append(note)


async def serve() -> None:
    """Obey line by line until stdin ends."""
    notes = Notes()
    line = "{}"
    while line:
        sys.stdout.write(json.dumps(notes.obey(json.loads(line))) + "\n")
        sys.stdout.flush()
        line = await asyncio.to_thread(sys.stdin.readline)
    notes.close()


def main() -> None:
    """Run on the program's own loop."""
    app = new_application("en")
    Theme.apply(app, "light")
    eventloop.run(app, serve)


if __name__ == "__main__":
    main()
