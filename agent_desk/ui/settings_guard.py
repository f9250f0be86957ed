"""The section of the recording guard: reminders, what resumes and mutes by itself, the ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout

from agent_desk.core.foreground import FrontSupport
from agent_desk.desk.guard_settings import NEVER
from agent_desk.ui import words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.screen_edge import can_show_edge
from agent_desk.ui.settings_parts import Choice, GivenLine
from agent_desk.ui.settings_sections import PreferenceSection
from agent_desk.ui.theme import Token
from agent_desk.ui.translation import QT_TRANSLATE_NOOP
from agent_desk.ui.widgets import Button, CheckBox, Field, Kind, Label
from agent_desk.ui.widgets.text_box import TextBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.core.guard_reach import GuardReach

translate: Final = QCoreApplication.translate

_REMINDERS_S: Final = (60, 90, 120, 180)
_RESUMES_S: Final = (60, 120, 300)
_OWN: Final = -1
SHORTEST_S: Final = 20
"""A recording that resumes by itself stays muted for so long at least, in seconds."""
LONGEST_S: Final = 3600
_DAYS: Final = (30, 90, 365, 1095)
_LINES: Final = 4

_NO_TITLES: Final[dict[FrontSupport, str]] = {
    FrontSupport.WAYLAND: QT_TRANSLATE_NOOP(
        "settings_guard",
        "This desktop (Wayland) shows no program the windows of others, so this has no effect.",
    ),
    FrontSupport.MACOS: QT_TRANSLATE_NOOP(
        "settings_guard",
        "macOS shows titles only with a permission that this program does not ask for, so this"
        " has no effect.",
    ),
    FrontSupport.NO_X_SERVER: QT_TRANSLATE_NOOP(
        "settings_guard", "Titles of windows cannot be seen here, so this has no effect."
    ),
    FrontSupport.NOBODY: QT_TRANSLATE_NOOP(
        "settings_guard", "Titles of windows cannot be seen here, so this has no effect."
    ),
    FrontSupport.NO_WINDOW_MANAGER: QT_TRANSLATE_NOOP(
        "settings_guard", "Nothing here says which window is in front, so this has no effect."
    ),
    FrontSupport.LOST: QT_TRANSLATE_NOOP(
        "settings_guard", "The system no longer says which window is in front."
    ),
}


class GuardSection(PreferenceSection):
    """What the recording guard does by itself, and who may use it.

    Signals: ``ledger_export_requested()``.
    """

    ledger_export_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Recording guard"))
        self._given = GivenLine()
        self.body.addWidget(self._given)
        self._build_times()
        self._build_edge()
        self._build_titles()
        self._build_programs()
        self._build_ledger()

    def show_reach(self, reach: GuardReach) -> None:
        """What of the rules cannot be had here, and why."""
        no_titles = _NO_TITLES.get(reach.front, "")
        self._no_titles.set_text(translate("settings_guard", no_titles) if no_titles else "")
        self._no_titles.setVisible(bool(no_titles))
        self._no_door.setVisible(reach.has_door_failed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The patterns count once they are written to the end: half a word fits any title."""
        if event.type() == QEvent.Type.FocusOut:
            self._take_patterns()
        return super().eventFilter(watched, event)

    def _build_times(self) -> None:
        self._remind = Choice(self.tr("Remind me while it is muted"), self._reminders(NEVER))
        self._resume = Choice(
            self.tr("Resume by itself"),
            (
                (NEVER, self.tr("Never")),
                *((seconds, words.length(seconds)) for seconds in _RESUMES_S),
                (_OWN, self.tr("After another time")),
            ),
        )
        self._own = Field(self.tr("Seconds until it resumes"), height=36, is_ltr=True)
        self._own.edit.setMaxLength(len(str(LONGEST_S)))
        self._own.edit.editingFinished.connect(self._on_own_finished)
        self._own.hide()
        self.body.addLayout(self._remind.layout)
        self.body.addLayout(self._resume.layout)
        self.body.addWidget(self._own)
        self.hint(self.tr("The last 15 seconds are counted on the card, and can be put off."))
        self._remind.on.chosen.connect(self._on_remind_chosen)
        self._resume.on.chosen.connect(self._on_resume_chosen)

    def _build_edge(self) -> None:
        self._screen_edge = CheckBox(self.tr("Edge around the screen while muted"))
        self._screen_edge.clicked.connect(self._on_edge_clicked)
        self.body.addWidget(self._screen_edge)
        if not can_show_edge():
            self._screen_edge.setEnabled(False)
            self.hint(self.tr("This desktop (Wayland) lets no program put an edge there."))

    def _build_titles(self) -> None:
        label = self.tr("Mute while a window with such a title is in front, one a line")
        self.body.addWidget(Label(label, Role.ACTION, wrap=True))
        self._titles = TextBox(_LINES)
        self._titles.setAccessibleName(label)
        self._titles.setPlaceholderText(
            "\n".join((self.tr("Payment page"), self.tr("Card details*")))
        )
        said = self.tr(
            "A part of the title is enough; with * for anything it is the whole title. Capital"
            " letters make no difference. Titles are compared here and kept nowhere."
        )
        self._titles.setAccessibleDescription(said)
        self._titles.installEventFilter(self)
        self.body.addWidget(self._titles)
        self.hint(said)
        self._no_titles = Label("", Role.LABEL, Token.RINGING, wrap=True)
        self._no_titles.hide()
        self.body.addWidget(self._no_titles)
        self._leaving = CheckBox(self.tr("Resume when that window is left"))
        self._leaving.clicked.connect(self._on_leaving_clicked)
        self.body.addWidget(self._leaving)

    def _build_programs(self) -> None:
        self._programs = CheckBox(self.tr("Let programs on this PC mute and resume"))
        self._programs.clicked.connect(self._on_programs_clicked)
        self.body.addWidget(self._programs)
        self.hint(
            self.tr(
                "Any program that runs under your name can then mute and resume your calls, and"
                " see whether they are muted; never who calls."
            )
        )
        failed = self.tr("Programs cannot ask now: the connection for them could not be opened.")
        self._no_door = Label(failed, Role.LABEL, Token.RINGING, wrap=True)
        self._no_door.hide()
        self.body.addWidget(self._no_door)

    def _build_ledger(self) -> None:
        self._days = Choice(self.tr("Keep the ledger of mutes for"), self._lengths(_DAYS[0]))
        self._days.on.chosen.connect(self._on_days_chosen)
        export = Button(self.tr("Export the ledger…"), Kind.OUTLINE, icon=Icon.DOWNLOAD)
        export.clicked.connect(self.ledger_export_requested)
        row = QHBoxLayout()
        row.addWidget(export)
        row.addStretch(1)
        self.body.addLayout(self._days.layout)
        self.body.addLayout(row)
        self.hint(
            self.tr(
                "It says when and by what each recording was muted, whether the service confirmed"
                " it, and when and why it went on; no names, no numbers."
            )
        )

    def _words(self) -> Iterable[str]:
        yield from super()._words()
        yield self._titles.accessibleName()
        yield self.tr("mute unmute pause record reminder countdown rule window CRM card payment")

    def _fill(self, given: frozenset[str]) -> None:
        now = self.preferences.guard
        self._given.setVisible("guard" in given)
        if not self._remind.offers(now.remind_after_s):
            self._remind.fill(self._reminders(now.remind_after_s))
        self._remind.select(now.remind_after_s)
        is_own = not self._resume.offers(now.resume_after_s)
        self._resume.select(_OWN if is_own else now.resume_after_s)
        self._show_own(is_shown=is_own)
        if is_own:
            self._own.set_text(str(now.resume_after_s))
        self._screen_edge.setChecked(now.has_screen_edge and can_show_edge())
        if not self._titles.hasFocus():
            self._titles.setPlainText("\n".join(now.title_patterns))
        self._leaving.setChecked(now.resumes_on_leaving)
        self._programs.setChecked(now.lets_programs_mute)
        if not self._days.offers(now.ledger_days):
            self._days.fill(self._lengths(now.ledger_days))
        self._days.select(now.ledger_days)

    def _reminders(self, chosen: int) -> list[tuple[int, str]]:
        lengths = sorted({chosen, *_REMINDERS_S} - {NEVER})
        offered = [(seconds, words.exact_length(seconds)) for seconds in lengths]
        return [(NEVER, self.tr("Never")), *offered]

    def _lengths(self, chosen: int) -> list[tuple[int, str]]:
        return [(days, self.tr("%n days", None, days)) for days in sorted({chosen, *_DAYS})]

    def _show_own(self, *, is_shown: bool) -> None:
        self._own.setVisible(is_shown)
        self._own.set_fault("")

    def _change(self, **changes: object) -> None:
        self._choose(guard=replace(self.preferences.guard, **changes))  # type: ignore[arg-type]  # names of fields

    def _take_patterns(self) -> None:
        lines = (line.strip() for line in self._titles.toPlainText().splitlines())
        self._change(title_patterns=tuple(dict.fromkeys(line for line in lines if line)))

    def _on_remind_chosen(self, seconds: object) -> None:
        self._change(remind_after_s=seconds)

    def _on_resume_chosen(self, seconds: object) -> None:
        self._show_own(is_shown=seconds == _OWN)
        if seconds == _OWN:
            self._own.set_text(str(self.preferences.guard.resume_after_s or _RESUMES_S[0]))
            self._own.edit.setFocus()
            self._own.edit.selectAll()
        else:
            self._change(resume_after_s=seconds)

    def _on_own_finished(self) -> None:
        typed = self._own.text().strip()
        seconds = int(typed) if typed.isascii() and typed.isdigit() else 0
        if SHORTEST_S <= seconds <= LONGEST_S:
            self._own.set_fault("")
            self._change(resume_after_s=seconds)
            return
        fault = self.tr("A number of seconds from {least} to {most}.")
        self._own.set_fault(fault.format(least=SHORTEST_S, most=LONGEST_S))

    def _on_edge_clicked(self, is_on: bool) -> None:
        self._change(has_screen_edge=is_on)

    def _on_leaving_clicked(self, is_on: bool) -> None:
        self._change(resumes_on_leaving=is_on)

    def _on_programs_clicked(self, is_on: bool) -> None:
        self._change(lets_programs_mute=is_on)

    def _on_days_chosen(self, days: object) -> None:
        self._change(ledger_days=days)
