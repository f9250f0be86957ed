"""The section of privacy: what somebody who looks over a shoulder does not get to see."""

from __future__ import annotations

from agent_desk.ui import text
from agent_desk.ui.masking import mask
from agent_desk.ui.settings_parts import GivenLine
from agent_desk.ui.settings_sections import PreferenceSection
from agent_desk.ui.widgets import CheckBox

_SAMPLE = "0501234567"


class PrivacySection(PreferenceSection):
    """Whether numbers are hidden until they are pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Privacy"))
        self._hide = CheckBox(self.tr("Hide numbers until pointed at"))
        self._hide.clicked.connect(self._on_hide_clicked)
        self._given = GivenLine()
        self.body.addWidget(self._hide)
        self.body.addWidget(self._given)
        said = self.tr(
            "Callers' numbers show as {dots} until the pointer or the keyboard is on them."
            " Copying, calling and blocking use the whole number."
        )
        self.hint(said.format(dots=text.isolate(mask(_SAMPLE))))

    def _fill(self, given: frozenset[str]) -> None:
        self._hide.setChecked(self.preferences.blur_numbers)
        self._given.setVisible("blur_numbers" in given)

    def _on_hide_clicked(self, is_on: bool) -> None:
        self._choose(blur_numbers=is_on)
