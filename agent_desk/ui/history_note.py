"""The note on a call of the history: it saves itself, and says so only once it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QActionGroup, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from agent_desk.ui import fault_words, text
from agent_desk.ui.card_marks import MAX_NOTE
from agent_desk.ui.fonts import Role
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, Chip, Kind, Label
from agent_desk.ui.widgets.text_box import TextBox

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from agent_desk.desk.history import HistoryCall

SAVE_MS: Final = 800
"""How long after the last key a note is saved."""
_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class _Words:
    """What is written on one call."""

    note: str = ""
    disposition: str = ""


@dataclass(slots=True)
class _Draft:
    """Words that are not known to be kept: ``sent`` is under way, ``fault`` why it failed."""

    words: _Words
    sent: _Words | None = None
    fault: str = ""


class HistoryNote(QWidget):
    """Writes the note and the result of one call at a time.

    What was not kept stays here, also while another call is shown, until the store has it. One
    save of a call is under way at a time, so that an answer always means the words that were sent
    last. Signals: ``edited(str, str, str)`` with call id, note and disposition.
    """

    edited = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._call_id = ""
        self._kept = _Words()
        self._drafts: dict[str, _Draft] = {}
        self._dispositions: tuple[str, ...] = (
            self.tr("Resolved"),
            self.tr("Call again"),
            self.tr("Not interested"),
            self.tr("Wrong number"),
        )
        self._edit = TextBox(_LINES)
        self._edit.setAccessibleName(self.tr("Note"))
        self._edit.setPlaceholderText(self.tr("Write a note. It saves itself."))
        self._edit.textChanged.connect(self._on_text_changed)
        self._edit.installEventFilter(self)
        self._state = Label("", Role.LABEL, Token.TEXT3)
        self._again = Button(self.tr("Try again"), Kind.LINK)
        self._again.clicked.connect(self.save)
        self._again.hide()
        self._menu = QMenu(self)
        self._result = Chip("…", has_menu=True)
        self._result.clicked.connect(self._on_result_clicked)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.save)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.tr("Note"), Role.SECTION, is_fixed=True))
        head.addWidget(self._state, 1)
        head.addWidget(self._again)
        foot = QHBoxLayout()
        foot.addWidget(self._result)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._edit)
        column.addLayout(foot)

    def show_dispositions(self, names: tuple[str, ...]) -> None:
        """Offer these results of a call."""
        self._dispositions = names

    def show_call(self, call: HistoryCall) -> None:
        """Show what is written on ``call``; words that were not kept yet come before it."""
        kept = _Words(call.note, call.disposition)
        if call.call_id == self._call_id:
            self._kept = kept
            if call.call_id not in self._drafts:
                self._fill(kept)
            return
        self.save()
        self._call_id, self._kept = call.call_id, kept
        draft = self._drafts.get(call.call_id)
        self._fill(draft.words if draft else kept)
        self._tell()

    def save(self) -> None:
        """Hand over what is not kept yet, without waiting any longer."""
        self._timer.stop()
        draft = self._drafts.get(self._call_id)
        if draft is not None and draft.sent is None:
            draft.sent, draft.fault = draft.words, ""
            self._tell()
            self.edited.emit(self._call_id, draft.words.note, draft.words.disposition)

    def show_saved(self, call_id: str, is_saved: bool, detail: str) -> None:
        """The store has answered for what was handed over last for this call."""
        draft = self._drafts.get(call_id)
        if draft is None or draft.sent is None:
            return
        sent, draft.sent = draft.sent, None
        if is_saved and call_id == self._call_id:
            self._kept = sent
        if is_saved and sent == draft.words:
            del self._drafts[call_id]
        elif is_saved:
            if call_id == self._call_id:
                self._timer.start()
            else:  # nobody writes on it any more, so nothing else will hand it over
                draft.sent = draft.words
                self.edited.emit(call_id, draft.words.note, draft.words.disposition)
        else:
            draft.fault = fault_words.fault(detail, detail).sentence
        if call_id == self._call_id:
            self._tell(is_saved=is_saved)

    def eventFilter(self, _edit: QObject, event: QEvent) -> bool:
        """Who leaves the field has finished."""
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()

    def _fill(self, words: _Words) -> None:
        if self._edit.toPlainText() != words.note:
            with QSignalBlocker(self._edit):
                self._edit.setPlainText(words.note)
        self._show_result(words.disposition)

    def _show_result(self, disposition: str) -> None:
        said = text.isolate_name(disposition) or self.tr("No result")
        self._result.set_text(said)
        self._result.set_name(self.tr("Result: {result}").format(result=text.plain(said)))
        self._result.set_active(bool(disposition))
        self._result.updateGeometry()

    def _words(self) -> _Words:
        draft = self._drafts.get(self._call_id)
        return draft.words if draft is not None else self._kept

    def _write(self, words: _Words) -> None:
        """These are the words now; the store hears of them soon."""
        draft = self._drafts.get(self._call_id)
        if draft is None and words == self._kept:
            return
        if draft is None:
            draft = self._drafts[self._call_id] = _Draft(words)
        draft.words, draft.fault = words, ""
        self._timer.start()
        self._tell()

    def _tell(self, *, is_saved: bool = False) -> None:
        draft = self._drafts.get(self._call_id)
        said, ink = "", Token.TEXT3
        if draft is None:
            said = self.tr("Saved") if is_saved else ""
        elif draft.fault:
            said, ink = self.tr("Not saved: {why}").format(why=draft.fault), Token.MUTED
        else:
            said = self.tr("Saving…") if draft.sent else self.tr("Not saved yet")
        is_news = said != self._state.text() and (is_saved or ink is Token.MUTED)
        self._state.set_text(said)
        self._state.set_ink(ink)
        self._again.setVisible(draft is not None and bool(draft.fault))
        if is_news and said:
            text.announce(self, said, is_urgent=ink is Token.MUTED)

    def _on_text_changed(self) -> None:
        if not self._call_id:
            return
        written = self._edit.toPlainText()
        if len(written) > MAX_NOTE:
            written = written[:MAX_NOTE]
            with QSignalBlocker(self._edit):
                self._edit.setPlainText(written)
                self._edit.moveCursor(QTextCursor.MoveOperation.End)
        self._write(_Words(written, self._words().disposition))

    def _on_result_clicked(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        present = self._words().disposition
        names = ("", *self._dispositions)
        if present not in names:
            names = (*names, present)
        for name in names:
            entry = self._menu.addAction(text.menu(name or self.tr("No result")))
            entry.setCheckable(True)
            group.addAction(entry)
            entry.setChecked(name == present)
            entry.triggered.connect(partial(self._on_result_chosen, name))
        at = self._result.mapToGlobal(QPoint(0, self._result.height() + 4))
        self._menu.popup(at)

    def _on_result_chosen(self, name: str, _is_checked: bool = False) -> None:  # noqa: FBT002
        self._show_result(name)
        self._write(_Words(self._words().note, name))
        self.save()
