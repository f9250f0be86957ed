"""What reaches a person past the program's own windows, and what reaches the program from there."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, Final

from agent_desk.core.tasks import TaskScope
from agent_desk.global_keys import GlobalKeys
from agent_desk.guard_outside import GuardOutside
from agent_desk.system.notifications import DesktopNotifications
from agent_desk.system.single_instance import ACTIVATION_VARIABLE
from agent_desk.system.sounds import Sounds, players
from agent_desk.ui.call_notes import CallNotes, are_pops_on_top
from agent_desk.ui.call_sounds import CallSounds
from agent_desk.ui.handed_over import HandedOver
from agent_desk.ui.missed_calls import MissedCalls

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from agent_desk.core.note import Note
    from agent_desk.core.sound import Sound
    from agent_desk.desk.card import Card
    from agent_desk.desk.mute_record import MuteTrigger
    from agent_desk.desk.state import CallKey, Transition
    from agent_desk.system.directories import Directories
    from agent_desk.system.single_instance import FirstInstance, Wish
    from agent_desk.ui.shell import Shell

_log = logging.getLogger(__name__)

# What other starts need is imported once the window is painted; they wait.
_OPENS_AFTER_S: Final = 0.2


class Outside:
    """Lets other starts and hotkeys in, and calls out by notifications, sounds and the tray.

    ``first`` hears other starts, ``None`` where that is not possible; ``number`` is what this start
    itself was asked to show.
    """

    def __init__(
        self,
        shell: Shell,
        clock: Clock,
        first: FirstInstance | None,
        number: str,
        directories: Directories,
    ) -> None:
        self._shell = shell
        self._first = first
        self._number = number
        self._handed_over = HandedOver(shell.window, shell.take_number)
        self._calls = CallNotes(shell.window, has_pops_on_top=are_pops_on_top())
        self._notes = DesktopNotifications(self._calls.action, self._on_chosen, self._on_refused)
        self._calls.wanted.connect(self._notes.show)
        self._calls.over.connect(self._notes.withdraw)
        self._was_said = False
        self._missed = MissedCalls(shell.window)
        self._missed.changed.connect(shell.tray.set_missed)
        self._keys = GlobalKeys(shell, clock, self._handed_over)
        self._sounds = Sounds(players(), shell.settings.show_sounds)
        shell.settings.show_sounds(self._sounds.can_play)
        shell.settings.sound_requested.connect(self._sounds.play)
        self._heard = CallSounds(shell)
        self._heard.wanted.connect(self._on_sound_wanted)
        self._guard = GuardOutside(clock, directories, self._mute, shell.settings.show_reach)
        shell.settings.guard_applied.connect(self._guard.set_settings)
        shell.settings.opened.connect(self._guard.look)
        if first is None:
            _log.info("other starts cannot be noticed here")
        else:
            first.wished.connect(self._on_wished)

    def follow(self, cards: tuple[Card, ...]) -> None:
        """These are the calls now."""
        self._calls.follow(cards)
        self._heard.follow(cards)
        self._keys.follow(cards)
        self._guard.follow(cards)

    def hear(self, transition: Transition, _arrival: float) -> None:
        """Something happened to a call."""
        self._missed.hear(transition)
        self._heard.hear(transition)

    async def run(self, stopped: asyncio.Event) -> None:
        """Serve until ``stopped``; other starts wait from then on, for this window goes."""
        scope = TaskScope("outside")
        scope.start(self._notes.run(), name="notes")
        try:
            await asyncio.sleep(_OPENS_AFTER_S)
            scope.start(self._keys.run(), name="keys")
            scope.start(self._guard.run(), name="guard")
            if self._number:
                self._handed_over.show(self._number)
            if self._first is not None:
                self._first.listen()
            await stopped.wait()
        finally:
            if self._first is not None:
                self._first.hush()
            await scope.aclose()
            await self._sounds.aclose()

    def close(self) -> None:
        """Let another start be the first; at the very end."""
        if self._first is not None:
            self._first.release()

    def _mute(self, key: CallKey, *, muted: bool, trigger: MuteTrigger) -> None:
        intents = self._shell.intents
        wished = intents.mute_requested if muted else intents.resume_requested
        wished.emit(key, trigger)

    def _on_wished(self, wish: Wish) -> None:
        self._allow(wish.token)
        self._handed_over.show(wish.number)

    def _on_chosen(self, _key: str, token: str) -> None:
        self._allow(token)
        self._shell.raise_window()

    def _on_sound_wanted(self, sound: Sound) -> None:
        if self._shell.settings.preferences.hears(sound):
            self._sounds.play(sound)

    def _on_refused(self, note: Note) -> None:
        if not self._shell.tray.show_message(note.title, note.body) and not self._was_said:
            self._was_said = True
            self._shell.notice("no_notifications", "This desktop shows no notifications.")

    def _allow(self, token: str) -> None:
        if token:
            os.environ[ACTIVATION_VARIABLE] = token  # where Qt looks when it activates a window
