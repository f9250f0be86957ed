"""What a person has done to cards that is not the desk's business: pinned them, written notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.desk.state import CallKey
    from agent_desk.ui.caller_card import CallerCard
    from agent_desk.ui.note_editor import NoteEditor
    from agent_desk.ui.pop import Pop

MAX_NOTE: Final = 4000
"""Characters of one note."""
MAX_KEPT: Final = 500
"""Calls of which marks are remembered; those that hold unsaved words are never forgotten."""


@dataclass(frozen=True, slots=True)
class CardMark:
    """The marks of one call; ``draft`` is ``None`` where everything that was written is saved."""

    is_pinned: bool = False
    note: str = ""
    draft: str | None = None

    @property
    def written(self) -> str:
        """The note as it was last written, saved or not."""
        return self.note if self.draft is None else self.draft

    @property
    def is_unsaved(self) -> bool:
        """Whether words would be lost if the card went."""
        return self.draft is not None

    @property
    def stays(self) -> bool:
        """Whether the card may not go by itself."""
        return self.is_pinned or self.is_unsaved


_NONE: Final = CardMark()


class CardMarks(QObject):
    """The marks of all calls of one sign-in; every card of a call shows the same.

    Notes are kept until ``forget``; whoever keeps them for longer listens to ``note_saved``.
    ``is_composited`` tells whether windows may be see-through, as the editor's shadow is.
    Signals: ``changed(CallKey)``; ``note_saved(CallKey, str)``, empty where it was taken back.
    """

    changed = Signal(object)
    note_saved = Signal(object, str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        is_composited: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(parent)
        self._is_composited = is_composited
        self._marks: dict[CallKey, CardMark] = {}
        self._editor: NoteEditor | None = None
        self._extensions: tuple[str, ...] | None = None

    def join(self, card: CallerCard) -> None:
        """Let ``card`` show the marks of its call, and open the editor for it."""
        card.set_marks(self)
        card.note_requested.connect(self._on_note_requested)

    def join_pop(self, pop: Pop) -> None:
        """Let both cards of ``pop`` join."""
        for face in pop.faces:
            self.join(face)

    def of(self, key: CallKey | None) -> CardMark:
        """The marks of one call."""
        return self._marks.get(key, _NONE) if key is not None else _NONE

    def stays(self, key: CallKey) -> bool:
        """Whether the card of this call may not go by itself."""
        return self.of(key).stays

    def pin(self, key: CallKey, *, is_pinned: bool) -> None:
        """Keep the card after its call has ended, or no longer."""
        self._set(key, replace(self.of(key), is_pinned=is_pinned))

    def write(self, key: CallKey, words: str) -> None:
        """Keep ``words`` as they are being written."""
        mark = self.of(key)
        words = words[:MAX_NOTE]
        self._set(key, replace(mark, draft=None if words == mark.note else words))

    def save(self, key: CallKey) -> None:
        """What is written is the note from now on."""
        mark = self.of(key)
        if mark.draft is None:
            return
        note = mark.draft.strip()
        self._set(key, replace(mark, note=note, draft=None))
        self.note_saved.emit(key, note)

    def discard(self, key: CallKey) -> None:
        """Go back to the note as it was saved."""
        self._set(key, replace(self.of(key), draft=None))

    def begin(self, extensions: tuple[str, ...]) -> None:
        """Somebody works on ``extensions`` from now on; on others it is somebody else."""
        if self._extensions is not None and extensions != self._extensions:
            self.forget()
        self._extensions = None

    def pause(self, extensions: tuple[str, ...]) -> None:
        """The service has ended the sign-in on ``extensions``; the same person may come back."""
        self._extensions = extensions
        if self._editor is not None:
            self._editor.hide()

    def forget(self) -> None:
        """Somebody else may sign in: tell what was written as saved, then know nothing."""
        if self._editor is not None:
            self._editor.hide()
        for key in [key for key, mark in self._marks.items() if mark.is_unsaved]:
            self.save(key)
        gone, self._marks = self._marks, {}
        for key in gone:
            self.changed.emit(key)

    def close(self) -> None:
        """Save what was written and let go of the editor; once, before the loop ends."""
        self.forget()
        if self._editor is not None:
            self._editor.deleteLater()
            self._editor = None

    def _set(self, key: CallKey, mark: CardMark) -> None:
        if mark == self._marks.get(key, _NONE):
            return
        self._marks.pop(key, None)
        if mark != _NONE:
            self._marks[key] = mark
        idle = [each for each, known in self._marks.items() if not known.stays]
        for each in idle[: max(len(self._marks) - MAX_KEPT, 0)]:
            del self._marks[each]
        self.changed.emit(key)

    def _on_note_requested(self, card: CallerCard) -> None:
        if self._editor is None:
            # Here, since a note is seldom written in the first seconds.
            from agent_desk.ui.note_editor import NoteEditor  # noqa: PLC0415

            self._editor = NoteEditor(self, self._is_composited)
        self._editor.open(card)
