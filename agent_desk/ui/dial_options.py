"""How to call, for those who want it otherwise than usual; folded away for all others."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent_desk.desk.dial_plan import DialKind, plan
from agent_desk.desk.dialling import DialOptions
from agent_desk.ui.fonts import Role
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import CheckBox, Field, Label, Segmented

_RECORD: Final = (None, True, False)


class DialOptionsPart(QWidget):
    """Recording, the number that the customer sees, and whether the phone answers by itself."""

    def __init__(self) -> None:
        super().__init__()
        recording = self.tr("Recording")
        self._record = Segmented(
            (self.tr("As usual"), self.tr("On"), self.tr("Off")), name=recording
        )
        self._caller_id = Field(
            self.tr("Number that the customer sees"),
            placeholder=self.tr("As usual"),
            is_ltr=True,
        )
        self._caller_id.text_changed.connect(self._on_text_changed)
        self._auto_answer = CheckBox(self.tr("My phone answers by itself"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(Label(recording, Role.ACTION, Token.TEXT))
        column.addWidget(self._record)
        layout.addLayout(column)
        layout.addWidget(self._caller_id)
        layout.addWidget(self._auto_answer)

    def chosen(self, region: str) -> DialOptions | None:
        """What was chosen; ``None`` where the number cannot be one, which is said there."""
        written = self._caller_id.text().strip()
        caller_id = None
        if written:
            found = plan(written, region)
            if found.kind is not DialKind.NORMAL:
                self._caller_id.set_fault(self.tr("Not a phone number of your account"))
                return None
            caller_id = found.target
        return DialOptions(
            record=_RECORD[self._record.selected()],
            caller_id=caller_id,
            auto_answer=self._auto_answer.isChecked(),
        )

    def reset(self) -> None:
        """As usual again: the next call is another one."""
        self._record.select(0)
        self._caller_id.set_text("")
        self._auto_answer.setChecked(False)

    def _on_text_changed(self, _words: str) -> None:
        self._caller_id.set_fault("")
