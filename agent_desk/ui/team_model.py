"""The team as rows for Qt; told of single changes, and nothing but those is painted anew."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from agent_desk.desk.presence import STANDARD
from agent_desk.desk.team import Order, TeamList
from agent_desk.ui import team_words

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from agent_desk.desk.presence import Status
    from agent_desk.desk.team import Colleague, Standing, TeamView

_Index = QModelIndex | QPersistentModelIndex
_MOST_MOVES: Final = 24
"""Where more rows come and go at once, the list is laid out once instead."""


class TeamRole(IntEnum):
    """What a delegate may ask of a row."""

    COLLEAGUE = Qt.ItemDataRole.UserRole + 1


class TeamModel(QAbstractListModel):
    """Who is shown, by ``desk.team.TeamList``.

    The rows are reset by a whole team and by a person's choices only; what is current has to be
    put back then (``row_of``).
    """

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._team = TeamList()
        self._standing: Standing | None = None
        self._order = Order.NAME
        self._favourites: frozenset[str] = frozenset()
        self.statuses: dict[int, Status] = {each.code: each for each in STANDARD}

    # ------------------------------------------------------------------------------------- input

    def take(self, view: TeamView) -> None:
        """Show the news."""
        if view.is_whole:
            self.beginResetModel()
            self._team.fill(view.colleagues)
            self._team.sift()
            self.endResetModel()
            return
        moving = []
        for colleague in view.colleagues:
            if self._team.stays(colleague):
                self._team.keep(colleague)
                self._tell(colleague.sip)
            else:
                moving.append(colleague)
        if len(moving) > _MOST_MOVES:
            self.beginResetModel()
            for colleague in moving:
                self._team.keep(colleague)
            self._team.sift()
            self.endResetModel()
            return
        for colleague in moving:
            self._move(colleague)

    def name(self, statuses: tuple[Status, ...]) -> None:
        """Call the statuses so from now on."""
        self.statuses = {each.code: each for each in statuses}
        if len(self._team):
            self.dataChanged.emit(self.index(0), self.index(len(self._team) - 1))

    def search(self, words: str) -> None:
        """Show only whom every one of ``words`` fits."""
        self._sift(words)

    def narrow(self, standing: Standing | None) -> None:
        """Show only those who stand so; ``None`` shows all."""
        self._standing = standing
        self._sift()

    def sort_by(self, order: Order) -> None:
        """Sort so from now on."""
        self._order = order
        self._sift()

    def set_favourites(self, sips: frozenset[str]) -> None:
        """Show these above the others."""
        self._favourites = sips
        self._sift()

    # ------------------------------------------------------------------------------------- output

    @property
    def team(self) -> TeamList:
        """Everybody; to be read only."""
        return self._team

    def row_of(self, sip: str) -> int:
        """Where an extension is shown; -1 where it is not."""
        place = self._team.place(sip)
        return -1 if place is None else place

    def colleague(self, index: _Index) -> Colleague | None:
        """Who is shown there."""
        is_there = index.isValid() and index.row() < len(self._team)
        return self._team.at(index.row()) if is_there else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._team)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        colleague = self.colleague(index)
        if colleague is None:
            return None
        if role == TeamRole.COLLEAGUE:
            return colleague
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            now = self._clock.monotonic()
            is_favourite = self._team.is_favourite(colleague.sip)
            return team_words.spoken(colleague, self.statuses, now, is_favourite=is_favourite)
        return None

    # ----------------------------------------------------------------------------------- internal

    def _sift(self, words: str | None = None) -> None:
        self.beginResetModel()
        self._team.choose(
            words=words,
            standing=self._standing,
            order=self._order,
            favourites=self._favourites,
        )
        self._team.sift()
        self.endResetModel()

    def _tell(self, sip: str) -> None:
        row = self._team.place(sip)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def _move(self, colleague: Colleague) -> None:
        team, sip = self._team, colleague.sip
        before = team.place(sip)
        if before is not None:
            self.beginRemoveRows(QModelIndex(), before, before)
            team.drop(sip)
            self.endRemoveRows()
        team.keep(colleague)
        after = team.wanted_place(sip)
        if after is not None:
            self.beginInsertRows(QModelIndex(), after, after)
            team.add(sip)
            self.endInsertRows()
