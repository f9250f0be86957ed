"""The section of custom data: what it is called, where it leads, in which order, seen at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from agent_desk.desk.cards import CardStyle
from agent_desk.desk.custom import MAX_LABEL, LabelMap, fields_of, label_of
from agent_desk.desk.label_rule import LabelRule
from agent_desk.ui import text
from agent_desk.ui.card_fields import Fields
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.settings_parts import GivenLine
from agent_desk.ui.settings_sections import PreferenceSection
from agent_desk.ui.theme import Token
from agent_desk.ui.widgets import Button, Card, CheckBox, Field, Kind, Label, Separator

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_RULES: Final = 40
_MAX_KEY: Final = 100
_MAX_LINK: Final = 1000
_SAMPLE_VALUE: Final = "12345"
_SAMPLE: Final = {
    "var_clientID": _SAMPLE_VALUE,
    "lastTicket": "#222",
    "campaign": "Facebook, spring",
    "contract": "Gold",
}


class RuleRow(QWidget):
    """One rule in words. Signals: ``up_``, ``down_``, ``edit_`` and ``drop_requested()``."""

    up_requested = Signal()
    down_requested = Signal()
    edit_requested = Signal()
    drop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label = Label("", Role.VALUE)
        self._what = Label("", Role.LABEL, Token.TEXT3)
        self._buttons = {
            icon: Button(kind=Kind.GHOST, icon=icon, height=32, name="…")
            for icon in (Icon.UP, Icon.DOWN, Icon.EDIT, Icon.CLOSE)
        }
        for icon, signal in (
            (Icon.UP, self.up_requested),
            (Icon.DOWN, self.down_requested),
            (Icon.EDIT, self.edit_requested),
            (Icon.CLOSE, self.drop_requested),
        ):
            self._buttons[icon].clicked.connect(signal)
        for icon in (Icon.UP, Icon.DOWN):
            policy = self._buttons[icon].sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self._buttons[icon].setSizePolicy(policy)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._label)
        said.addWidget(self._what)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(0)
        row.addLayout(said, 1)
        row.addSpacing(8)
        for button in self._buttons.values():
            row.addWidget(button)

    def show_rule(self, rule: LabelRule, *, is_first: bool, is_last: bool) -> None:
        """Show ``rule``, which stands at one of the ends or not."""
        label = text.isolate_name(rule.label or label_of(tuple(rule.key.split("."))))
        self._label.set_text(label)
        parts = [text.isolate(rule.key)]
        if rule.is_hidden:
            parts.append(self.tr("hidden"))
        elif rule.link:
            parts.append(self.tr("link"))
        self._what.set_text(" · ".join(parts))
        for icon, name in (
            (Icon.UP, self.tr("Move {label} up")),
            (Icon.DOWN, self.tr("Move {label} down")),
            (Icon.EDIT, self.tr("Change {label}")),
            (Icon.CLOSE, self.tr("Remove {label}")),
        ):
            self._buttons[icon].set_name(name.format(label=text.plain(label)))
        self._buttons[Icon.UP].setVisible(not is_first)
        self._buttons[Icon.DOWN].setVisible(not is_last)

    def focus(self, icon: Icon) -> None:
        """Put the keyboard on the button with ``icon``, or on the next that is there."""
        order = [icon, Icon.UP, Icon.DOWN, Icon.EDIT]
        there = (self._buttons[each] for each in order if not self._buttons[each].isHidden())
        next(there).setFocus(Qt.FocusReason.TabFocusReason)


class RuleForm(QWidget):
    """One rule as it is written; each change is a ``changed()``, so that it can be seen at once.

    Signals: ``changed()``, ``submitted()``, ``cancelled()``.
    """

    changed = Signal()
    submitted = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._key = Field(self.tr("Name in the custom data"), is_ltr=True, placeholder="clientID")
        self._key.edit.setMaxLength(_MAX_KEY)
        self._label = Field(self.tr("Label on the card"))
        self._label.edit.setMaxLength(MAX_LABEL)
        self._link = Field(
            self.tr("Link, with {value} for the value"),
            is_ltr=True,
            placeholder="https://crm.example.com/client/{value}",
        )
        self._link.edit.setMaxLength(_MAX_LINK)
        self._hide = CheckBox(self.tr("Do not show it"))
        for field in (self._key, self._label, self._link):
            field.text_changed.connect(self._on_text_changed)
            field.submitted.connect(self.submitted)
        self._hide.toggled.connect(self.changed)
        save = Button(self.tr("Save field"), Kind.PRIMARY)
        save.clicked.connect(self.submitted)
        cancel = Button(self.tr("Cancel"), Kind.GHOST)
        cancel.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(save)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._key, self._label, self._link, self._hide):
            column.addWidget(widget)
        column.addLayout(buttons)

    def begin(self, rule: LabelRule) -> None:
        """Show ``rule`` and put the keyboard into the first field."""
        self._key.set_text(rule.key)
        self._label.set_text(rule.label)
        self._link.set_text(rule.link)
        self._hide.setChecked(rule.is_hidden)
        self._key.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def rule(self) -> LabelRule:
        """The rule as it is written now."""
        return LabelRule(
            key=self._key.text().strip(),
            label=self._label.text().strip(),
            is_hidden=self._hide.isChecked(),
            link=self._link.text().strip(),
        )

    def refuse(self, *, key: str = "", link: str = "") -> None:
        """Say what is wrong with the name or with the link."""
        self._key.set_fault(key)
        self._link.set_fault(link)
        if key or link:
            (self._key if key else self._link).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text_changed(self, _words: str) -> None:
        self.refuse()
        self.changed.emit()


class SampleCard(Card):
    """A card with invented custom data, as the rules make it look.

    Signals: ``link_opened(str)``.
    """

    link_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fields = Fields()
        self._fields.link_opened.connect(self.link_opened)
        self._none = Label(self.tr("No custom data is shown."), Role.BODY, Token.TEXT3, wrap=True)
        self.body.addWidget(Label(self.tr("Sample caller"), Role.PAGE))
        self.body.addWidget(Label(text.isolate("+972 50-123-4567"), Role.NUMBER))
        self.body.addWidget(self._fields)
        self.body.addWidget(self._none)

    def show_labels(self, labels: LabelMap) -> None:
        """Show the invented data under ``labels``."""
        fields = fields_of(_sample(labels.rules), labels)
        self._fields.show_fields(fields)
        self._fields.setVisible(bool(fields))
        self._none.setVisible(not fields)


class LabelsSection(PreferenceSection):
    """Lists the rules for custom data and changes them, with a card that shows the result.

    Signals: ``link_opened(str)`` with a checked address, from the sample; ``previewed(CardStyle)``
    with the rules as they are written now, saved or not.
    """

    link_opened = Signal(str)
    previewed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Custom data"))
        self._rules: tuple[LabelRule, ...] = ()
        self._rows: list[RuleRow] = []
        self._edited: int | None = None
        what = self.tr("What your IVR or CRM attaches to a call, in the order of this list.")
        self.body.addWidget(Label(what, Role.LABEL, Token.TEXT2, wrap=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self._given = GivenLine()
        self._hosts = Label("", Role.LABEL, Token.TEXT3, wrap=True)
        self._add = Button(self.tr("Add a field"))
        self._add.clicked.connect(self._on_add_clicked)
        self._form = RuleForm()
        self._form.hide()
        self._form.changed.connect(self._preview)
        self._form.submitted.connect(self._on_form_submitted)
        self._form.cancelled.connect(self._on_form_cancelled)
        self._sample = SampleCard()
        self._sample.link_opened.connect(self.link_opened)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        self.body.addWidget(self._given)
        self.body.addWidget(self._hosts)
        self.body.addLayout(row)
        self.body.addWidget(self._form)
        self.body.addWidget(Separator())
        self.body.addWidget(Label(self.tr("How a card looks then"), Role.ACTION))
        self.body.addWidget(self._sample)
        self._show_rules()

    @property
    def is_writing(self) -> bool:
        """Whether a rule is being written that is not saved yet."""
        return not self._form.isHidden()

    def cancel(self) -> bool:
        """Give up the rule that is being written; whether there was one."""
        was_writing = self.is_writing
        if was_writing:
            self._on_form_cancelled()
        return was_writing

    def _fill(self, given: frozenset[str]) -> None:
        self._given.setVisible("labels" in given)
        hosts = ", ".join(text.isolate(host) for host in sorted(self.preferences.link_hosts))
        said = self.tr("Your administrator allows links to {hosts} only.").format(hosts=hosts)
        self._hosts.set_text(said)
        self._hosts.setVisible(bool(hosts))
        if self._rules != self.preferences.labels:
            self._rules = self.preferences.labels
            self._close_form()
        self._show_rules()

    def _show_rules(self) -> None:
        while len(self._rows) < len(self._rules):
            self._add_row()
        last = len(self._rules) - 1
        for at, row in enumerate(self._rows):
            row.setVisible(at <= last)
            if at <= last:
                row.show_rule(self._rules[at], is_first=at == 0, is_last=at == last)
        self._add.setEnabled(len(self._rules) < MAX_RULES)
        self._preview()

    def _add_row(self) -> None:
        row = RuleRow()
        self._rows.append(row)
        self._list.addWidget(row)
        row.up_requested.connect(self._on_up_requested)
        row.down_requested.connect(self._on_down_requested)
        row.edit_requested.connect(self._on_edit_requested)
        row.drop_requested.connect(self._on_drop_requested)

    def _preview(self) -> None:
        rules = self._written() if self.is_writing and self._form.rule.key else self._rules
        labels = LabelMap(rules, self.preferences.link_hosts)
        self._sample.show_labels(labels)
        self.previewed.emit(CardStyle(self.preferences.region, labels))

    def _written(self) -> tuple[LabelRule, ...]:
        """The rules with the one that is being written in its place."""
        rules = list(self._rules)
        if self._edited is None:
            rules.append(self._form.rule)
        else:
            rules[self._edited] = self._form.rule
        return tuple(rules)

    def _keep(self, rules: Iterable[LabelRule]) -> None:
        self._rules = tuple(rules)
        self._show_rules()
        self._choose(labels=self._rules)

    def _close_form(self) -> None:
        self._form.hide()
        self._edited = None
        self._add.show()

    def _open_form(self, at: int | None) -> None:
        self._edited = at
        self._add.hide()
        self._form.show()
        self._form.begin(LabelRule("") if at is None else self._rules[at])

    def _sender_at(self) -> int:
        row = self.sender()
        return self._rows.index(row) if isinstance(row, RuleRow) else 0

    def _move(self, at: int, by: int, icon: Icon) -> None:
        self._close_form()
        rules = list(self._rules)
        rules.insert(at + by, rules.pop(at))
        self._keep(rules)
        self._rows[at + by].focus(icon)
        place = self.tr("Place {place} of {count}")
        text.announce(self, place.format(place=at + by + 1, count=len(rules)))

    def _on_up_requested(self) -> None:
        self._move(self._sender_at(), -1, Icon.UP)

    def _on_down_requested(self) -> None:
        self._move(self._sender_at(), 1, Icon.DOWN)

    def _on_edit_requested(self) -> None:
        self._open_form(self._sender_at())

    def _on_drop_requested(self) -> None:
        at = self._sender_at()
        self._close_form()
        self._keep(rule for place, rule in enumerate(self._rules) if place != at)
        if self._rules:
            self._rows[min(at, len(self._rules) - 1)].focus(Icon.CLOSE)
        else:
            self._add.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_add_clicked(self) -> None:
        self._open_form(None)

    def _on_form_cancelled(self) -> None:
        self._close_form()
        self._preview()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_form_submitted(self) -> None:
        rule = self._form.rule
        others = [each for at, each in enumerate(self._rules) if at != self._edited]
        if not rule.key:
            self._form.refuse(key=self.tr("Enter the name as it comes with the call."))
        elif any(_is_same_key(rule, other) for other in others):
            self._form.refuse(key=self.tr("This name is in the list already."))
        elif rule.link and not self._leads_somewhere(rule):
            self._form.refuse(link=self._why_no_link())
        else:
            rules = self._written()
            self._close_form()
            self._keep(rules)
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leads_somewhere(self, rule: LabelRule) -> bool:
        shown = replace(rule, is_hidden=False)
        labels = LabelMap((shown,), self.preferences.link_hosts)
        return all(field.link for field in fields_of({rule.key: _SAMPLE_VALUE}, labels))

    def _why_no_link(self) -> str:
        if self.preferences.link_hosts:
            return self.tr("The link must lead to a host that your administrator allows.")
        said = self.tr("The link must begin with {http} or {https} and name its server.")
        return said.format(http=text.isolate("http://"), https=text.isolate("https://"))


def _is_same_key(one: LabelRule, other: LabelRule) -> bool:
    """Whether both rules are for the same values: hiding the one hides the other."""
    data = {one.key: _SAMPLE_VALUE}
    hiding = LabelMap((LabelRule(other.key, is_hidden=True),))
    return bool(fields_of(data)) and not fields_of(data, hiding)


def _sample(rules: Iterable[LabelRule]) -> dict[str, Any]:
    """Invented data that has a value for every rule."""
    known = [LabelRule(key) for key in _SAMPLE]
    more = [rule for rule in rules if not any(_is_same_key(rule, each) for each in known)]
    return {**_SAMPLE, **{rule.key: _SAMPLE_VALUE for rule in more if rule.key}}
