"""The section of the settings page in which sounds are switched on and off, and tried."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from agent_desk.core.sound import Sound
from agent_desk.ui import text
from agent_desk.ui.icons import Icon
from agent_desk.ui.settings_parts import GivenLine
from agent_desk.ui.settings_sections import PreferenceSection
from agent_desk.ui.settings_values import HEARD
from agent_desk.ui.widgets import Button, CheckBox, Kind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout


class SoundsSection(PreferenceSection):
    """One switch for each sound, with a button that plays it whatever the switch says.

    Signals: ``play_requested(Sound)``.
    """

    play_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Sounds"))
        said = {
            Sound.RINGING: (self.tr("A call rings"), self.tr("Beside the ringing of the phone.")),
            Sound.MISSED: (self.tr("A call was missed"), ""),
            Sound.FAILED: (
                self.tr("A recording was not muted"),
                self.tr("Also where it was not resumed."),
            ),
            Sound.MUTED: (self.tr("A recording was muted"), ""),
            Sound.RESUMED: (self.tr("A recording was resumed"), ""),
            Sound.REMINDER: (
                self.tr("A recording is still muted"),
                self.tr("With each reminder."),
            ),
        }
        play = self.tr("Play: {sound}")
        self._rows = {sound: _Row(*said[sound], play) for sound in Sound}
        for sound, row in self._rows.items():
            row.add_to(self.body)
            row.box.clicked.connect(partial(self._on_box_clicked, sound))
            row.play.clicked.connect(partial(self._on_play_clicked, sound))
        self._lack = self.hint(
            self.tr("This PC cannot play sounds now: the beep of the system is heard instead.")
        )
        self._lack.hide()

    def show_ability(self, *, can_play: bool) -> None:
        """Say where no more than a beep can be heard."""
        if not can_play and self._lack.isHidden() and self.isVisible():
            text.announce(self, self._lack.text())
        self._lack.setVisible(not can_play)

    def _fill(self, given: frozenset[str]) -> None:
        for sound, row in self._rows.items():
            row.box.setChecked(self.preferences.hears(sound))
            row.given.setVisible(HEARD[sound] in given)

    def _on_box_clicked(self, sound: Sound) -> None:
        self._choose(**{HEARD[sound]: self._rows[sound].box.isChecked()})

    def _on_play_clicked(self, sound: Sound) -> None:
        self.play_requested.emit(sound)


class _Row:
    """A switch and at the end of its line the button to try it."""

    def __init__(self, words: str, hint: str, play: str) -> None:
        self.box = CheckBox(words, hint)
        name = play.format(sound=words)
        self.play = Button(kind=Kind.OUTLINE, icon=Icon.PLAY, height=32, name=name)
        self.given = GivenLine()

    def add_to(self, column: QVBoxLayout) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.box, 1)
        line.addWidget(self.play)
        column.addLayout(line)
        column.addWidget(self.given)
