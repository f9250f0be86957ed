"""The section that checks everything and writes a report for whoever gives support."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent_desk.ui import fault_words, text
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.save_dialog import ask_where
from agent_desk.ui.settings_parts import Section
from agent_desk.ui.theme import Token
from agent_desk.ui.translation import QT_TRANSLATE_NOOP
from agent_desk.ui.widgets import Button, IconView, Kind, Label
from agent_desk.ui.widgets.text_box import TextBox

if TYPE_CHECKING:
    from agent_desk.core.checks import CheckResult

REPORT_NAME: Final = "agent_desk-report.txt"

_PREVIEW_LINES: Final = 12
_CHECKS: Final = {
    "keyring": QT_TRANSLATE_NOOP("settings_support", "Keyring"),
    "proxy": QT_TRANSLATE_NOOP("settings_support", "Proxy"),
    "dns": QT_TRANSLATE_NOOP("settings_support", "Names of the servers"),
    "tls": QT_TRANSLATE_NOOP("settings_support", "Encryption"),
    "login": QT_TRANSLATE_NOOP("settings_support", "Signing in"),
    "token": QT_TRANSLATE_NOOP("settings_support", "How long the sign-in lasts"),
    "websocket": QT_TRANSLATE_NOOP("settings_support", "Live events"),
    "protocol": QT_TRANSLATE_NOOP("settings_support", "Protocol"),
    "clock": QT_TRANSLATE_NOOP("settings_support", "Clock"),
    "api_code": QT_TRANSLATE_NOOP("settings_support", "API code"),
    "mute": QT_TRANSLATE_NOOP("settings_support", "Recording control"),
}


class SupportSection(Section):
    """Checks, and a report that is shown before it is saved.

    Signals: ``check_requested()``, ``report_requested()``, and ``report_saved(str, str)`` with the
    chosen path and the text exactly as it was shown.
    """

    check_requested = Signal()
    report_requested = Signal()
    report_saved = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Check and report"))
        self._rows: list[_ResultRow] = []
        self._results = QVBoxLayout()
        self._results.setSpacing(8)
        self._check = Button(self.tr("Check everything"), icon=Icon.REFRESH)
        self._check.clicked.connect(self._on_check_clicked)
        self._prepare = Button(self.tr("Prepare a report"))
        self._prepare.clicked.connect(self.report_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._check)
        buttons.addWidget(self._prepare)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.body.addLayout(self._results)
        self._report = QWidget()
        self._box = TextBox(_PREVIEW_LINES)
        self._box.setReadOnly(True)
        # Paths and codes read from left to right in every language.
        self._box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._box.setAccessibleName(self.tr("The report, as it will be saved"))
        self._save = Button(self.tr("Save the report…"), Kind.PRIMARY)
        self._save.clicked.connect(self._on_save_clicked)
        self._close = Button(self.tr("Close"))
        self._close.clicked.connect(self._report.hide)
        self._outcome = Label("", Role.LABEL, Token.TEXT2, wrap=True)
        self._outcome.hide()
        self._build_report()
        self.hint(
            self.tr(
                "Checking signs in once more and mutes no call. A report holds versions, checks,"
                " choices and the last lines of the log: no password, number or name of a person."
            )
        )

    def show_checking(self, *, is_checking: bool) -> None:
        """Whether the checks are being made now."""
        self._check.setEnabled(not is_checking)
        self._check.set_text(self.tr("Checking…") if is_checking else self.tr("Check everything"))
        if is_checking:
            for row in self._rows:
                self._results.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows.clear()

    def show_result(self, result: CheckResult) -> None:
        """Show what one check has found, below the ones before it."""
        row = _ResultRow(result)
        self._rows.append(row)
        self._results.addWidget(row)
        row.show()  # now, and not one turn of the loop later
        if result.is_ok is False:
            text.announce(self, row.words)

    def show_report(self, report: str) -> None:
        """Show the text that can be saved."""
        self._box.setPlainText(report)
        self._outcome.hide()
        self._report.show()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_saved(self, error: str = "") -> None:
        """The report is saved; ``error`` says why it is not."""
        self._outcome.set_text(error or self.tr("The report is saved."))
        self._outcome.set_ink(Token.MUTED if error else Token.TEXT2)
        self._outcome.show()
        text.announce(self, self._outcome.text())

    def _build_report(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._save)
        buttons.addWidget(self._close)
        buttons.addStretch(1)
        column = QVBoxLayout(self._report)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(self._box.accessibleName(), Role.ACTION))
        column.addWidget(self._box)
        column.addLayout(buttons)
        column.addWidget(self._outcome)
        self._report.hide()
        self.body.addWidget(self._report)

    def _on_check_clicked(self) -> None:
        self.show_checking(is_checking=True)
        self.check_requested.emit()

    def _on_save_clicked(self) -> None:
        ask_where(self, self.tr("Save the report"), REPORT_NAME, self._on_file_selected)

    def _on_file_selected(self, path: str) -> None:
        self.report_saved.emit(path, self._box.toPlainText())


class _ResultRow(QWidget):
    """One check: a sign, its name, and in words how it went."""

    def __init__(self, result: CheckResult) -> None:
        super().__init__()
        title = _CHECKS.get(result.name, result.name)
        title = QCoreApplication.translate("settings_support", title)
        icon, ink, said = Icon.TICK, Token.TALKING, self.tr("Fine")
        if result.is_ok is None:
            icon, ink, said = Icon.WHY, Token.TEXT3, self.tr("No fault; the report says more")
        elif not result.is_ok:
            fault = fault_words.fault(result.code, result.message, result.next_step)
            icon, ink, said = Icon.FAILED, Token.MUTED, f"{fault.sentence} {fault.next_step}"
        self.words = f"{title}: {said}"
        self.setAccessibleName(self.words)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(title, Role.ACTION))
        column.addWidget(Label(said, Role.LABEL, Token.TEXT2, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconView(icon, 16, ink), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
