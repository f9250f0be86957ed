"""The commands of the main window: one list with their words, their keys and their reasons not to.

The keys work while the main window has the keyboard and at no other time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from agent_desk.ui import finding

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    from agent_desk.ui.icons import Icon

_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
_NATIVE: Final = QKeySequence.SequenceFormat.NativeText
_MOST_RECENT: Final = 5

# What text fields do with these keys, on one platform or another, they keep on doing.
_OF_TEXT_FIELDS: Final = frozenset(
    f"Ctrl+{key}"
    for key in (
        *("A", "C", "V", "X", "Z", "Y", "U", "E", "D", "H", "Shift+Z", "Shift+V"),
        *("Ins", "Del", "Backspace", "Left", "Right", "Up", "Down", "Home", "End", "Return"),
    )
)
_FUNCTION_KEY: Final = re.compile(r"\bF\d+$")


def always() -> str:
    """The reason not to of what can always be done: none."""
    return ""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can have done.

    ``name`` is its identity, in English; ``words`` and ``also``, further words by which it is
    found, are in the language of the windows. ``keys`` are one combination in Qt's portable form
    (``Ctrl+Shift+M``, on a Mac Ctrl is the command key). ``why_not`` says why it cannot be done
    now, or nothing. The palette leaves out what is not listed.
    """

    name: str
    words: str
    icon: Icon
    run: Callable[[], None]
    keys: str = ""
    also: str = ""
    why_not: Callable[[], str] = always
    is_listed: bool = True

    @property
    def keys_text(self) -> str:
        """Its keys as this platform writes them; empty where it has none."""
        return QKeySequence(self.keys, _PORTABLE).toString(_NATIVE)


class Commands:
    """All commands in their order.

    ``ValueError`` where two share a name or keys, and where keys would be missed in a text field.
    """

    def __init__(self, commands: Iterable[Command]) -> None:
        self._all: dict[str, Command] = {}
        self._recent: list[str] = []
        taken: dict[str, str] = {}
        for command in commands:
            if command.name in self._all:
                msg = f"two commands are called {command.name}"
                raise ValueError(msg)
            self._all[command.name] = command
            keys = _checked(command.keys) if command.keys else ""
            if keys in taken:
                msg = f"{keys} is for {taken[keys]} and for {command.name}"
                raise ValueError(msg)
            if keys:
                taken[keys] = command.name

    def __iter__(self) -> Iterator[Command]:
        return iter(self._all.values())

    def __getitem__(self, name: str) -> Command:
        return self._all[name]

    def renew(self, beginning: str, commands: Iterable[Command]) -> None:
        """Put ``commands``, which have no keys, in the place of those whose names begin so."""
        kept = {name: c for name, c in self._all.items() if not name.startswith(beginning)}
        self._all = kept | {command.name: command for command in commands}

    def run(self, name: str) -> str:
        """Do it; if it cannot be done now, the result says why and nothing happens."""
        command = self._all[name]
        reason = command.why_not()
        if not reason:
            self._recent = [name, *(each for each in self._recent if each != name)][:_MOST_RECENT]
            command.run()
        return reason

    def found(self, wanted: str) -> list[tuple[Command, str]]:
        """The commands that fit what was typed, the best first, each with its reason not to.

        Where two fit alike, or nothing was typed, recent ones come first and those that cannot be
        done now last.
        """
        order = {name: at for at, name in enumerate(self._recent)}
        rows: list[tuple[tuple[int, bool, int], Command, str]] = []
        for command in filter(lambda each: each.is_listed, self):
            beside = f"{command.also} {command.name}"
            rank = finding.rank(wanted, command.words, beside)
            if rank < finding.NO_MATCH:
                reason = command.why_not()
                place = (rank, bool(reason), order.get(command.name, _MOST_RECENT))
                rows.append((place, command, reason))
        rows.sort(key=lambda row: row[0])
        return [(command, reason) for _place, command, reason in rows]


class Shortcuts(QObject):
    """Binds the keys of ``commands`` while ``window`` is the active one.

    The keys of those in ``elsewhere`` are bound by somebody else. Signals: ``pressed(str)`` with
    the name of a command.
    """

    pressed = Signal(str)

    def __init__(
        self, window: QWidget, commands: Iterable[Command], elsewhere: Container[str] = ()
    ) -> None:
        super().__init__(window)
        for command in commands:
            if command.keys and command.name not in elsewhere:
                shortcut = QShortcut(QKeySequence(command.keys, _PORTABLE), window)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(partial(self.pressed.emit, command.name))


def _checked(keys: str) -> str:
    """``keys`` in one spelling, if no text field would miss them."""
    sequence = QKeySequence(keys, _PORTABLE)
    said = sequence.toString(_PORTABLE)
    if sequence.count() != 1 or not said:
        msg = f"{keys!r} is not one combination of keys"
        raise ValueError(msg)
    has_ctrl, has_alt = "Ctrl+" in said, "Alt+" in said
    # AltGr, with which many layouts write letters, is both at once.
    is_typed = has_ctrl == has_alt and not _FUNCTION_KEY.search(said)
    if is_typed or said in _OF_TEXT_FIELDS:
        msg = f"{keys} belongs to whoever is typing"
        raise ValueError(msg)
    return said
