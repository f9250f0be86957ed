"""Hot desks: who sits at the agent's telephone, and where the agent sits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.desk.own import choose_own
from agent_desk.voicenter.events import ExtensionChanged, ExtensionsSnapshot

if TYPE_CHECKING:
    from agent_desk.core.identity import LoginKind
    from agent_desk.desk.people import People
    from agent_desk.shift.view import ShiftView
    from agent_desk.voicenter.events import Event


class Seat:
    """Tells ``view`` when somebody else is signed in here, or the agent elsewhere.

    ``hear`` only notes; all extensions are looked through in ``look``, which no call waits for.
    """

    def __init__(
        self, kind: LoginKind, person_id: int | None, people: People, view: ShiftView
    ) -> None:
        self._kind = kind
        self._person_id = person_id
        self._people = people
        self._view = view
        self._own: tuple[str, ...] = ()
        self._shown: tuple[str, tuple[str, ...]] = ("", ())
        self._is_due = False

    def follow(self, own: tuple[str, ...]) -> None:
        """These are the agent's extensions from now on."""
        self._own = own
        self._is_due = True
        self.look()

    def hear(self, event: Event) -> None:
        """An event came that may say who sits where."""
        if isinstance(event, ExtensionChanged):
            extension = event.extension
            is_me = extension.online_user_id == self._person_id
            self._is_due |= extension.sip in self._own or is_me
        elif isinstance(event, ExtensionsSnapshot):
            self._is_due = True

    def look(self) -> None:
        """Say what has changed, if anything may have."""
        if not self._is_due or not self._own:
            return
        self._is_due = False
        choice = choose_own(
            self._people.extensions.values(),
            self._kind,
            remembered=self._own,
            user_id=self._person_id,
        )
        seat = (choice.taken_by, choice.moved_to)
        if seat != self._shown:
            self._shown = seat
            self._view.show_seat(*seat)
