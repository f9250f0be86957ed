"""The sections of the settings page that tell how things are: sign-in, start, diagnostics."""

from __future__ import annotations

import platform
from dataclasses import replace
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent_desk.ui import fault_words, text, words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.settings_parts import Section
from agent_desk.ui.settings_values import Account, StoredPlaces
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, CheckBox, Label

if TYPE_CHECKING:
    from agent_desk.desk.link import LinkView


class SignInSection(Section):
    """Who is signed in, where, and the account's API code.

    Signals: ``code_requested()``, ``code_forgotten()``.
    """

    code_requested = Signal()
    code_forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Sign-in"))
        self._who = _Fact(self.tr("Signed in as"))
        self._server = _Fact(self.tr("Server"))
        self._code = _Fact(self.tr("API code (history, blocking, calling)"))
        self._change = Button(self.tr("Change API code"))
        self._change.clicked.connect(self.code_requested)
        self._forget = Button(self.tr("Forget API code"))
        self._forget.clicked.connect(self.code_forgotten)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._change)
        buttons.addWidget(self._forget)
        buttons.addStretch(1)
        for fact in (self._who, self._server, self._code):
            self.body.addWidget(fact)
        self.body.addLayout(buttons)
        self._kept = self.hint("")

    def show_account(self, account: Account) -> None:
        """Show ``account``."""
        self._who.set_value(text.isolate(account.who) or self.tr("A token"))
        self._server.set_value(text.isolate(account.server) or "Voicenter")
        self._code.set_value(self.tr("Set") if account.has_code else self.tr("Not set"))
        is_set = account.has_code
        self._change.set_text(self.tr("Change API code") if is_set else self.tr("Enter API code"))
        self._forget.setVisible(is_set)
        if not account.is_kept:
            said = self.tr("Nothing of this run is kept, its settings included.")
        elif account.has_keyring:
            said = self.tr("Secrets are kept in the system keyring, never in a file.")
        else:
            said = self.tr("This PC has no keyring: secrets are kept for this session only.")
        self._kept.set_text(said)


class AutostartSection(Section):
    """Whether the program begins with the session.

    Signals: ``chosen(bool)``.
    """

    chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Start"))
        self._box = CheckBox(self.tr("Start when I log in to this PC"))
        self._box.clicked.connect(self.chosen)
        self.body.addWidget(self._box)
        self.show_state(None)

    def show_state(self, is_on: bool | None) -> None:
        """Show it; ``None`` where this desktop cannot do it or nobody has asked yet."""
        self._box.setEnabled(is_on is not None)
        self._box.setChecked(bool(is_on))


class DiagnosticsSection(Section):
    """What is stored where, which version runs, how the connection stands; to be copied."""

    def __init__(self, version: str) -> None:
        super().__init__()
        self.set_title(self.tr("Diagnostics"))
        self._places = StoredPlaces()
        self._link: LinkView | None = None
        self._version = version
        self._facts = [_Fact(label) for label, _value in self._said()]
        for fact in self._facts:
            self.body.addWidget(fact)
        self._copy = Button(self.tr("Copy"), icon=Icon.COPY)
        self._copy.clicked.connect(self._on_copy_clicked)
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hint(self.tr("What is copied holds no password, no number and no name of a person."))
        self._fill()

    def show_places(self, places: StoredPlaces) -> None:
        """Show where things are kept."""
        self._places = places
        self._fill()

    def show_link(self, link: LinkView) -> None:
        """Show how the connection stands."""
        self._link = link
        self._copy.set_icon(Icon.COPY)
        self._fill()

    def _fill(self) -> None:
        for fact, (_label, value) in zip(self._facts, self._said(), strict=True):
            fact.set_value(value)
            fact.setVisible(bool(value))

    def _said(self) -> list[tuple[str, str]]:
        python = platform.python_version()
        qt = f"PySide {PySide6.__version__}, {QGuiApplication.platformName()}"
        return [
            (self.tr("Version"), text.isolate(f"agent_desk {self._version}")),
            (self.tr("Runs on"), text.isolate(f"Python {python}, {qt}, {platform.system()}")),
            (self.tr("Connection"), self._said_of_link()),
            (self.tr("Settings"), text.isolate(self._places.settings)),
            (self.tr("Administrator's settings"), text.isolate(self._places.provisioning)),
            (self.tr("Log"), text.isolate(self._places.log)),
            (self.tr("History and notes"), text.isolate(self._places.data)),
        ]

    def _said_of_link(self) -> str:
        link = self._link
        if link is None:
            return ""
        generation = f"Engine.IO {link.protocol}" if link.protocol else ""
        fault = fault_words.fault(link.error_code).sentence if link.error_code else ""
        state = words.link_state(replace(link, retry_at=None, server=""), 0.0)
        carried = (text.isolate(each) for each in (link.server, generation, link.transport))
        parts = (state, *carried, fault)
        return " · ".join(part for part in parts if part)

    def _on_copy_clicked(self) -> None:
        text.copy("\n".join(f"{label}: {value}" for label, value in self._said() if value))
        self._copy.set_icon(Icon.TICK)
        text.announce(self, self.tr("Copied"))


class _Fact(QWidget):
    """A small label and below it a value that wraps: paths are long."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._value = Label("", Role.BODY, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(label, Role.LABEL, Token.TEXT3))
        column.addWidget(self._value)

    def set_value(self, value: str) -> None:
        self._value.set_text(value)
