"""The section of privacy: what somebody who looks over a shoulder sees, and what is kept."""

from __future__ import annotations

from typing import Final

from agent_desk.desk.history import USUAL_HISTORY_DAYS
from agent_desk.ui import text
from agent_desk.ui.masking import mask
from agent_desk.ui.settings_parts import Choice, GivenLine
from agent_desk.ui.settings_sections import PreferenceSection
from agent_desk.ui.widgets import CheckBox

_SAMPLE: Final = "0501234567"
_DAYS: Final = (7, 30, USUAL_HISTORY_DAYS, 365)
_FOR_EVER: Final = 0


class PrivacySection(PreferenceSection):
    """Whether numbers are hidden until they are pointed at, and how long calls are kept."""

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
        self._days = Choice(self.tr("Keep the history of calls for"), self._lengths(_DAYS[0]))
        self._days.on.chosen.connect(self._on_days_chosen)
        self.body.addLayout(self._days.layout)
        self.hint(
            self.tr(
                "Older calls are deleted from this PC together with their notes. The history is a"
                " file that only your user account can read; it is not encrypted."
            )
        )

    def _fill(self, given: frozenset[str]) -> None:
        now = self.preferences
        self._hide.setChecked(now.blur_numbers)
        self._given.setVisible("blur_numbers" in given)
        if not self._days.offers(now.history_days):
            self._days.fill(self._lengths(now.history_days))
        self._days.select(now.history_days)
        self._days.set_given("history_days" in given)

    def _lengths(self, chosen: int) -> list[tuple[int, str]]:
        lengths = sorted({chosen, *_DAYS} - {_FOR_EVER})
        offered = [(days, self.tr("%n days", None, days)) for days in lengths]
        return [*offered, (_FOR_EVER, self.tr("Without end"))]

    def _on_hide_clicked(self, is_on: bool) -> None:
        self._choose(blur_numbers=is_on)

    def _on_days_chosen(self, days: object) -> None:
        self._choose(history_days=days)
