"""The section of the settings page about the status that is set by itself."""

from __future__ import annotations

from dataclasses import replace

from agent_desk.desk.presence import STANDARD
from agent_desk.desk.status_settings import LEAVE_IT
from agent_desk.ui import status_words
from agent_desk.ui.settings_parts import Choice
from agent_desk.ui.settings_sections import PreferenceSection

_AVAILABLE = 1


class StatusSection(PreferenceSection):
    """Away while the PC is locked; the question about logging out. Nothing at first."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Status"))
        statuses = [
            (status.code, status_words.name(status))
            for status in STANDARD
            if status.code != _AVAILABLE
        ]
        self._locked = Choice(
            self.tr("While this PC is locked"),
            ((LEAVE_IT, self.tr("As it was")), *statuses),
        )
        self._locked.on.chosen.connect(self._on_locked_chosen)
        self.body.addLayout(self._locked.layout)
        self.hint(
            self.tr(
                "Only when you are available, and never during a call. Unlocked, you are available "
                "again, unless another status was set meanwhile."
            )
        )
        self._lack = self.hint(self.tr("This system does not tell programs that it is locked."))
        self._lack.hide()
        self._quit = Choice(
            self.tr("When you quit"),
            ((False, self.tr("As it was")), (True, self.tr("Ask whether to log out"))),
        )
        self._quit.on.chosen.connect(self._on_quit_chosen)
        self.body.addLayout(self._quit.layout)

    def show_lock(self, *, is_possible: bool) -> None:
        """Say where nothing can be known of a lock."""
        self._lack.setVisible(not is_possible)

    def _fill(self, given: frozenset[str]) -> None:
        status = self.preferences.status
        self._locked.select(status.locked_code)
        self._quit.select(status.asks_on_quit)
        for choice in (self._locked, self._quit):
            choice.set_given("status" in given)

    def _on_locked_chosen(self, code: object) -> None:
        if isinstance(code, int):
            self._choose(status=replace(self.preferences.status, locked_code=code))

    def _on_quit_chosen(self, asks: object) -> None:
        self._choose(status=replace(self.preferences.status, asks_on_quit=bool(asks)))
