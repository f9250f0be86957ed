"""The pages beside the desk, and what they show while they are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from agent_desk.core.link import Link
from agent_desk.desk.link import LinkView
from agent_desk.ui.history_side import HistorySide
from agent_desk.ui.icons import Icon
from agent_desk.ui.page_entry import PageEntry
from agent_desk.ui.theme import Tone
from agent_desk.ui.widgets import Toast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from agent_desk.core.clock import Clock
    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.cards import CardStyle
    from agent_desk.desk.presence import Status
    from agent_desk.desk.queue_view import QueuesView
    from agent_desk.desk.team import TeamView
    from agent_desk.ui.desk_window import DeskPage
    from agent_desk.ui.history_page import HistoryPage
    from agent_desk.ui.intent_signals import IntentSignals
    from agent_desk.ui.main_window import MainWindow
    from agent_desk.ui.queues_page import QueuesPage
    from agent_desk.ui.team_page import TeamPage

_DESK: Final = "desk"
_HISTORY: Final = "history"
_TEAM: Final = "team"
_QUEUES: Final = "queues"


class Pages(QObject):
    """Leads from the rail of ``window`` to the desk and to the pages beside it.

    A page is made when a person first comes to it, and made anew for the next who signs in.
    Signals: ``team_watched(bool)`` and ``queues_watched(bool)`` as they come into sight and go;
    ``dial_requested(PhoneNumber)``; ``favourites_changed(tuple)`` of extensions;
    ``caller_settled(str)``: whoever gave up in a queue need not be called back;
    ``queues_requested()`` to ask for them again; ``code_requested()``.
    """

    team_watched = Signal(bool)
    queues_watched = Signal(bool)
    dial_requested = Signal(object)
    favourites_changed = Signal(object)
    caller_settled = Signal(str)
    queues_requested = Signal()
    code_requested = Signal()

    def __init__(self, window: MainWindow, desk: DeskPage, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._link = LinkView(Link.SIGNED_OUT)
        self._statuses: tuple[Status, ...] = ()
        self._favourites: tuple[str, ...] = ()
        self.history = HistorySide(clock, self)
        self.history.dial_requested.connect(self._on_dial_requested)
        self.history.said.connect(self._on_history_said)
        window.add_page(desk, _DESK)
        window.add_entry(_DESK, Icon.DESK, self.tr("Desk"), window.go_home)
        self._history: PageEntry[HistoryPage] = PageEntry(
            window, _HISTORY, Icon.HISTORY, self.tr("History"), self._make_history
        )
        self._history.opened.connect(self.history.open)
        self._team: PageEntry[TeamPage] = PageEntry(
            window, _TEAM, Icon.TAKEN, self.tr("Team"), self._make_team
        )
        self._team.watched.connect(self.team_watched)
        self._queues: PageEntry[QueuesPage] = PageEntry(
            window, _QUEUES, Icon.QUEUES, self.tr("Queues"), self._make_queues
        )
        self._queues.watched.connect(self.queues_watched)

    @property
    def entries(self) -> tuple[PageEntry[QWidget], ...]:
        """The ways to the pages beside the desk."""
        return (self._history, self._team, self._queues)  # type: ignore[return-value]

    def join(self, intents: IntentSignals) -> None:
        """Tell ``intents`` what a person wants here."""
        self.history.block_requested.connect(intents.block_requested)
        self.history.link_opened.connect(intents.link_opened)

    def begin(self, style: CardStyle, favourites: tuple[str, ...]) -> None:
        """Somebody has signed in, who wants numbers and custom data shown in this way."""
        self.history.show_style(style)
        self._favourites = favourites
        if self._team.page is not None:
            self._team.page.set_favourites(favourites)

    def show_team(self, team: TeamView) -> None:
        """The team, or those of it who are different."""
        if self._team.page is not None:
            self._team.page.show_team(team)

    def show_queues(self, queues: QueuesView) -> None:
        """The queues."""
        if self._queues.page is not None:
            self._queues.page.show_queues(queues)

    def show_long_waits(self, count: int) -> None:
        """So many callers wait too long."""
        if self._window.rail is not None:
            self._window.rail.set_badge(_QUEUES, count, self.tr("%n wait too long", None, count))

    def show_link(self, link: LinkView) -> None:
        """The connection changed."""
        self._link = link
        if self._team.page is not None:
            self._team.page.show_link(link)

    def show_statuses(self, statuses: tuple[Status, ...]) -> None:
        """The account calls its statuses so."""
        is_new = statuses != self._statuses
        self._statuses = statuses
        if is_new and self._team.page is not None:
            self._team.page.set_statuses(statuses)

    def switch_off(self) -> None:
        """Lead to the desk only: a replay has neither team nor queues nor a history."""
        for entry in (_HISTORY, _TEAM, _QUEUES):
            self._window.remove_entry(entry)

    def forget(self) -> None:
        """Nobody is signed in: nothing of what was shown stays."""
        for entry in self.entries:
            entry.forget()
        self.history.forget()
        self.show_long_waits(0)
        self._statuses = self._favourites = ()

    def _make_history(self) -> HistoryPage:
        return self.history.page

    def _make_team(self) -> TeamPage:
        # Here, since nobody needs it for the first paint of a window; so below.
        from agent_desk.ui.team_page import TeamPage  # noqa: PLC0415

        page = TeamPage(self._clock)
        page.dial_requested.connect(self._dial)
        page.favourites_changed.connect(self._on_favourites_changed)
        page.code_requested.connect(self.code_requested)
        page.set_statuses(self._statuses)
        page.set_favourites(self._favourites)
        page.show_link(self._link)
        return page

    def _make_queues(self) -> QueuesPage:
        from agent_desk.ui.queues_page import QueuesPage  # noqa: PLC0415

        page = QueuesPage(self._clock)
        page.call_back_requested.connect(self._on_dial_requested)
        page.done_requested.connect(self.caller_settled)
        page.retry_requested.connect(self.queues_requested)
        page.code_requested.connect(self.code_requested)
        return page

    def _on_dial_requested(self, number: PhoneNumber, _name: str) -> None:
        self._dial(number)

    def _on_favourites_changed(self, sips: tuple[str, ...]) -> None:
        self._favourites = sips
        self.favourites_changed.emit(sips)

    def _on_history_said(self, sentence: str, is_well: bool) -> None:
        icon, tone = (Icon.TICK, Tone.NEUTRAL) if is_well else (Icon.FAILED, Tone.MUTED)
        self._window.show_toast(Toast(icon, sentence, tone=tone))

    def _dial(self, number: PhoneNumber) -> None:
        self._window.go_home()  # what becomes of it, and what has to be asked first, is seen there
        self.dial_requested.emit(number)
