"""The head of the main window: who is signed in, the connection, the recording, the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSpacerItem, QVBoxLayout, QWidget

from agent_desk.core.link import Link
from agent_desk.desk.guard import GuardState
from agent_desk.ui import looks, text, words
from agent_desk.ui.fonts import Role
from agent_desk.ui.icons import Icon
from agent_desk.ui.recordings import Recordings, RecordingSign, recordings
from agent_desk.ui.status_menu import StatusPill
from agent_desk.ui.theme import Token, Tone, colour, tokens
from agent_desk.ui.widgets import Avatar, Banner, Button, Kind, Label, Pill

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from agent_desk.core.clock import Clock
    from agent_desk.desk.card import Card
    from agent_desk.desk.link import LinkView
    from agent_desk.desk.presence import PresenceView

_BEFORE_STATUS: Final = 3
_BLIND = frozenset({Link.RECONNECTING, Link.OFFLINE})
_RECORDINGS: Final = {
    RecordingSign.NOT_MUTED: looks.Look(Icon.FAILED, Tone.MUTED),
    RecordingSign.UNKNOWN: looks.Look(Icon.FAILED, Tone.MUTED),
    RecordingSign.MUTED: looks.Look(Icon.MUTED, Tone.MUTED),
    RecordingSign.RECORDING: looks.Look(Icon.RECORDING, Tone.NEUTRAL),
    RecordingSign.REPORTED: looks.Look(Icon.MUTED, Tone.NEUTRAL),
}


def is_blind(view: LinkView) -> bool:
    """Whether calls that arrive now would not be seen."""
    return view.state in _BLIND or (view.state is Link.CONNECTING and view.blind_since is not None)


class DeskHeader(QWidget):
    """Agent and extension, status, two pills, a menu.

    Signals: ``status_requested(int)`` with the code of a status, ``commands_requested()`` for the
    palette, ``code_requested()``, ``choose_again_requested()``, ``sign_out_requested()``,
    ``quit_requested()``.
    """

    status_requested = Signal(int)
    commands_requested = Signal()
    code_requested = Signal()
    choose_again_requested = Signal()
    sign_out_requested = Signal()
    quit_requested = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._link: LinkView | None = None
        self._is_replay = False
        self._avatar = Avatar()
        self._name = Label("", Role.SECTION)
        self._extension = Label("", Role.LABEL, Token.TEXT3)
        self._status = StatusPill(clock)
        self._status.status_requested.connect(self.status_requested)
        self._link_pill = Pill(Icon.CONNECTION_LOST, self.tr("Connecting"))
        self._recording_pill = Pill(Icon.RECORDING, words.recording(GuardState.RECORDING))
        self._recording_pill.hide()
        self._recordings = Recordings()
        self._recording_shown: tuple[str, looks.Look] | None = None
        self._menu = QMenu(self)
        self._commands = self._menu.addAction(self.tr("All commands…"))
        self._commands.triggered.connect(self.commands_requested)
        self._code = self._menu.addAction(self.tr("API code…"))
        self._code.triggered.connect(self.code_requested)
        self._choose = self._menu.addAction(self.tr("My extensions…"))
        self._choose.triggered.connect(self.choose_again_requested)
        self._sign_out = self._menu.addAction(self.tr("Sign out"))
        self._sign_out.triggered.connect(self.sign_out_requested)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit")).triggered.connect(self.quit_requested)
        self._more = Button(kind=Kind.GHOST, icon=Icon.MORE, height=36, name=self.tr("Menu"))
        self._more.clicked.connect(self._on_more_clicked)

        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self._name)
        who.addWidget(self._extension)
        self._pills = QWidget()
        pills = QHBoxLayout(self._pills)
        pills.setContentsMargins(0, 0, 0, 0)
        pills.setSpacing(8)
        pills.addWidget(self._link_pill)
        pills.addWidget(self._recording_pill)
        pills.addStretch(1)
        self._first = QHBoxLayout()
        self._beside_avatar = QSpacerItem(0, 0)
        self._first.addWidget(self._avatar)
        self._first.addItem(self._beside_avatar)
        self._first.addLayout(who, 1)
        self._first.addWidget(self._status)
        self._first.addWidget(self._more)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addLayout(self._first)
        self._is_wide = True
        self.set_wide(is_wide=False)

    def set_wide(self, *, is_wide: bool) -> None:
        """Stand in one line of 64 px, or in two of 92 together."""
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        # Where there is little room the status stands closer to its neighbours.
        self._first.setSpacing(12 if is_wide else 8)
        self._beside_avatar.changeSize(0 if is_wide else 4, 0)
        # In the same parent before and after: nothing is hidden in between.
        if is_wide:
            self._column.removeWidget(self._pills)
            self._first.insertWidget(_BEFORE_STATUS, self._pills)
            self._column.setContentsMargins(24, 14, 24, 15)
        else:
            self._first.removeWidget(self._pills)
            self._column.addWidget(self._pills)
            self._column.setContentsMargins(16, 12, 16, 13)

    @property
    def menu(self) -> QMenu:
        """What the button at the far end opens."""
        return self._menu

    def set_agent(self, name: str, extensions: tuple[str, ...], *, is_session_only: bool) -> None:
        """Show who is signed in, what is followed, and whether it ends with the program."""
        listed = ", ".join(text.isolate(sip) for sip in extensions)
        self._avatar.set_name(name or "".join(extensions[:1]))
        self._name.set_text(name or listed)
        if len(extensions) == 1:
            said = self.tr("Extension {sip}").format(sip=listed)
        else:
            said = self.tr("Extensions {sips}").format(sips=listed)
        if is_session_only:
            said = self.tr("{extension} · this session only").format(extension=said)
        self._extension.set_text(said)

    @property
    def presence(self) -> PresenceView:
        """The status that is shown."""
        return self._status.view

    def set_presence(self, view: PresenceView) -> None:
        """Show the agent's status."""
        self._status.set_view(view)

    def show_replay(self, name: str) -> None:
        """Say that a recording is played, and offer nothing that needs a service."""
        self._is_replay = True
        self._avatar.set_name(name)
        self._name.set_text(self.tr("Replay of {file}").format(file=text.isolate_name(name)))
        for action in (self._commands, self._code, self._choose, self._sign_out):
            action.setVisible(False)
        self._link_pill.set_state(Icon.HISTORY, self.tr("Replay"), Tone.NEUTRAL)

    def set_replay(self, done: int, total: int) -> None:
        """How far the recording was played."""
        said = self.tr("{done} of %n events", None, total)
        self._extension.set_text(said.format(done=text.isolate(str(done))))

    def end_replay(self) -> None:
        """Say that nothing more will come."""
        self._link_pill.set_state(Icon.HISTORY, self.tr("Replay ended"), Tone.NEUTRAL)

    @property
    def can_choose(self) -> bool:
        """Whether this sign-in sees other extensions than the agent's own."""
        return self._choose.isVisible()

    def set_can_choose(self, can_choose: bool) -> None:
        """Offer to choose other extensions, or not."""
        self._choose.setVisible(can_choose)

    def set_link(self, view: LinkView) -> None:
        """Show the connection."""
        self._link = view
        self.tick()

    def set_cards(self, cards: tuple[Card, ...]) -> None:
        """Show the recording that matters most: a failed mute, a muted one, a running one.

        One that is only reported as muted comes last: what is recorded is not to be hidden.
        """
        self._recordings = recordings(cards)
        self._follow_recordings()
        # While blind nobody knows: the pill would claim what the banner denies. What was recorded
        # at the time of a replay is on its cards.
        is_known = not self._is_replay and (self._link is None or not is_blind(self._link))
        is_any = self._recordings.sign is not RecordingSign.NONE
        self._recording_pill.setVisible(is_any and is_known)

    def _follow_recordings(self) -> None:
        look = _RECORDINGS.get(self._recordings.sign)
        if look is None:
            return
        said = self._recordings.said(self._clock.monotonic())
        if (said, look) != self._recording_shown:
            self._recording_shown = (said, look)
            self._recording_pill.set_state(look.icon, said, look.tone)

    def tick(self) -> None:
        """Let running times follow the clock."""
        if self._recordings.muted_from is not None:
            self._follow_recordings()
        if self._link is None:
            return
        look = looks.of_link(self._link.state)
        said = words.link_state(self._link, self._clock.monotonic())
        if said != self._link_pill.text():
            self._link_pill.set_state(look.icon, said, look.tone)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = tokens().line
        painter = QPainter(self)
        painter.fillRect(0, self.height() - line, self.width(), line, colour(Token.HAIRLINE))
        painter.end()

    def _on_more_clicked(self) -> None:
        self._menu.ensurePolished()
        size = self._menu.sizeHint()
        x = 0 if self._more.is_rtl else self._more.width() - size.width()
        self._menu.popup(self._more.mapToGlobal(QPoint(x, self._more.height() + 4)))


class LinkBanner(Banner):
    """Says since when calls are not seen, and why, or that they are seen late.

    Signals: ``try_now_requested()``.
    """

    try_now_requested = Signal()

    def __init__(self) -> None:
        super().__init__(Icon.OFFLINE, "")
        retry = Button(self.tr("Try now"), Kind.OUTLINE, icon=Icon.REFRESH, height=32)
        retry.clicked.connect(self.try_now_requested)
        self.add_action(retry)
        self.hide()

    def set_link(self, view: LinkView, reason: str) -> None:
        """Show ``view``; ``reason`` is the sentence for its error, or empty."""
        if is_blind(view):
            title = self.tr("Not connected")
            if view.blind_since is not None:
                since = words.clock_time(view.blind_since, is_exact=True)
                title = self.tr("Not connected since {time}").format(time=since)
            sentence = self.tr("Calls that arrive now do not pop.")
            sentence = f"{sentence} {reason}" if reason else sentence
            self.set_message(Icon.OFFLINE, title, sentence)
        elif view.state is Link.POLLING:
            sentence = self.tr(
                "Without a live connection calls are asked for every 5 s: they pop late."
            )
            sentence = f"{sentence} {reason}" if reason else sentence
            self.set_message(Icon.REFRESH, self.tr("Slower than usual"), sentence)
        self.setVisible(is_blind(view) or view.state is Link.POLLING)
