"""What mutes recordings from outside the program's windows, put together: titles and programs."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from agent_desk.core.errors import StorageError
from agent_desk.core.guard_reach import GuardReach
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.guard_rules import TitlePatterns, TitleRule
from agent_desk.desk.guard_settings import USUAL_GUARD
from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.guard_answers import GuardAnswers
from agent_desk.system.foreground import Foreground, foreground_backend
from agent_desk.system.guard_socket import GuardSocket

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.core.clock import Clock
    from agent_desk.core.foreground import FrontSupport, FrontWindow
    from agent_desk.desk.card import Card
    from agent_desk.desk.guard_rules import RuleWish
    from agent_desk.desk.guard_settings import GuardSettings
    from agent_desk.guard_answers import Mute
    from agent_desk.system.directories import Directories
    from agent_desk.system.foreground import ForegroundBackend

_log = logging.getLogger(__name__)


class GuardOutside:
    """Mutes by the title rule and for local programs, as far as the settings allow it.

    Off until ``set_settings`` says otherwise; then nothing is watched and nothing listens.
    ``mute`` carries wishes to the shift, ``reached`` hears how all this stands. ``backend`` knows
    the window in front, if not this desktop's.
    """

    def __init__(
        self,
        clock: Clock,
        directories: Directories,
        mute: Mute,
        reached: Callable[[GuardReach], None] = lambda _reach: None,
        *,
        backend: ForegroundBackend | None = None,
    ) -> None:
        self._clock = clock
        self._directories = directories
        self._mute = mute
        self._reached = reached
        self._settings = USUAL_GUARD
        self._patterns = TitlePatterns()
        self._rule = TitleRule()
        self._due: asyncio.TimerHandle | None = None
        self._answers = GuardAnswers(clock, mute)
        self._front = Foreground(backend or foreground_backend(), self._on_seen, self._on_support)
        self._asked = asyncio.Event()
        self._cards: tuple[Card, ...] = ()
        self._is_running = False
        self._reach = GuardReach(self._front.support)

    @property
    def reach(self) -> GuardReach:
        """How it stands."""
        return self._reach

    def set_settings(self, settings: GuardSettings) -> None:
        """What is allowed from now on."""
        before, self._settings = self._settings, settings
        rule = (settings.title_patterns, settings.resumes_on_leaving)
        if rule != (before.title_patterns, before.resumes_on_leaving):
            self._patterns = TitlePatterns(settings.title_patterns)
            self._rule.set(self._patterns, resumes=settings.resumes_on_leaving)
            self._rule.follow(self._cards, self._clock.monotonic())
            self._front.want(is_wanted=bool(self._patterns))
        self._asked.set()

    def look(self) -> None:
        """Try again what was lost or could not be had; somebody looks at the settings."""
        self._front.want(is_wanted=bool(self._patterns))
        self._asked.set()

    def follow(self, cards: tuple[Card, ...]) -> None:
        """These are the calls now, newest first."""
        self._cards = cards
        self._answers.follow(cards)
        if self._patterns:
            wishes = self._rule.follow(cards, self._clock.monotonic())
            if wishes and self._is_running:
                # Not from within: others are still to hear of these cards, and these before newer.
                asyncio.get_running_loop().call_soon(self._carry_out, wishes)

    async def run(self) -> None:
        """Serve until cancelled, then take everything back."""
        scope = TaskScope("guard outside")
        scope.start(self._front.run(), name="front")
        self._is_running = True
        try:
            await self._keep_door()
        finally:
            self._is_running = False
            self._disarm()
            await scope.aclose()

    async def _keep_door(self) -> None:
        door: GuardSocket | None = None
        try:
            while True:
                wants_door = self._settings.lets_programs_mute
                if wants_door and door is None:
                    door = await self._open_door()
                elif not wants_door:
                    was_open, door = door, None
                    if was_open is not None:
                        await was_open.aclose()
                    self._tell(replace(self._reach, is_door_open=False, has_door_failed=False))
                await self._asked.wait()
                self._asked.clear()
        finally:
            if door is not None:
                await door.aclose()

    async def _open_door(self) -> GuardSocket | None:
        door = GuardSocket(self._directories, self._answers.answer)
        try:
            await door.open()
        except StorageError as error:
            if not self._reach.has_door_failed:
                _log.warning("programs cannot ask: %s", error.message)
            self._tell(replace(self._reach, is_door_open=False, has_door_failed=True))
            return None
        self._tell(replace(self._reach, is_door_open=True, has_door_failed=False))
        return door

    def _on_seen(self, front: FrontWindow | None) -> None:
        self._carry_out(self._rule.see(front, self._clock.monotonic()))
        self._arm()

    def _on_due(self) -> None:
        self._due = None
        self._carry_out(self._rule.tick(self._clock.monotonic()))
        self._arm()

    def _arm(self) -> None:
        """Come back when a window has been away for long enough; timers may be early."""
        self._disarm()
        due_at = self._rule.due_at
        if due_at is not None and self._is_running:
            wait_s = max(0.0, due_at - self._clock.monotonic())
            self._due = asyncio.get_running_loop().call_later(wait_s, self._on_due)

    def _disarm(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None

    def _carry_out(self, wishes: tuple[RuleWish, ...]) -> None:
        for wish in wishes:
            _log.info("title rule: %s", "mute" if wish.muted else "resume")
            self._mute(wish.key, muted=wish.muted, trigger=MuteTrigger.RULE)

    def _on_support(self, support: FrontSupport) -> None:
        self._tell(replace(self._reach, front=support))

    def _tell(self, reach: GuardReach) -> None:
        if reach != self._reach:
            self._reach = reach
            self._reached(reach)
