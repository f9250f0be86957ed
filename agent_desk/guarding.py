"""The recording guard around a shift: its settings in force, its ledger kept and handed out."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from agent_desk.config import replace_file
from agent_desk.core.errors import AgentDeskError, NotSignedInError, StorageError
from agent_desk.desk.guard_settings import NEVER, USUAL_GUARD
from agent_desk.desk.guard_view import MutePolicy
from agent_desk.store.keeper import Keeper

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from agent_desk.core.clock import Clock
    from agent_desk.core.tasks import TaskScope
    from agent_desk.desk.guard_settings import GuardSettings
    from agent_desk.shift.shift import Shift
    from agent_desk.ui.settings_access import SettingsAccess
    from agent_desk.ui.settings_values import Preferences


def policy_of(guard: GuardSettings) -> MutePolicy:
    """What the guard does by itself."""
    return MutePolicy(
        None if guard.remind_after_s == NEVER else float(guard.remind_after_s),
        None if guard.resume_after_s == NEVER else float(guard.resume_after_s),
    )


class Guarding:
    """Puts the guard's settings in force and exports its ledger in the background of ``scope``.

    ``notice`` hears what could not be kept.
    """

    def __init__(
        self,
        access: SettingsAccess,
        clock: Clock,
        scope: TaskScope,
        notice: Callable[[AgentDeskError], None],
    ) -> None:
        self._access = access
        self._clock = clock
        self._scope = scope
        self._notice = notice
        self._settings = USUAL_GUARD
        self._shift: Shift | None = None
        self._keeper: Keeper | None = None
        access.guard_applied.connect(self._on_guard_applied)
        access.chosen.connect(self._on_chosen)
        access.ledger_exported.connect(self._on_ledger_exported)

    @asynccontextmanager
    async def keeper(self, folder: Path | None, *, history_days: int) -> AsyncIterator[Keeper]:
        """What keeps one identity's mutes and calls in ``folder``; ``None``: in this run only."""
        with ExitStack() as stack:
            if folder is None:
                work = TemporaryDirectory(prefix="agent_desk-", ignore_cleanup_errors=True)
                folder = Path(stack.enter_context(work))
            keeper = Keeper(
                folder,
                self._notice,
                ledger_days=self._settings.ledger_days,
                history_days=history_days,
                clock=self._clock,
            )
            async with keeper:
                self._keeper = keeper
                try:
                    yield keeper
                finally:
                    self._keeper = self._shift = None

    def begin(self, shift: Shift) -> None:
        """The sign-in was accepted: ``shift`` begins."""
        self._shift = shift
        shift.set_mute_policy(policy_of(self._settings))
        if self._keeper is not None:
            self._keeper.begin()

    async def _export(self, keeper: Keeper, path: Path) -> None:
        # Here: nobody needs it at the start.
        from agent_desk.store.mute_export import to_csv, to_json_lines  # noqa: PLC0415

        try:
            mutes = await keeper.mutes()
            is_json = path.suffix.casefold() in (".json", ".jsonl")
            text = to_json_lines(mutes) if is_json else to_csv(mutes, has_bom=True)
            await asyncio.to_thread(replace_file, path, text.encode())
        except StorageError as error:
            self._access.show_ledger_exported(error.code, error.message)
        else:
            self._access.show_ledger_exported()

    def _on_guard_applied(self, settings: GuardSettings) -> None:
        self._settings = settings
        if self._shift is not None:
            self._shift.set_mute_policy(policy_of(settings))
        if self._keeper is not None:
            self._keeper.set_ledger_days(settings.ledger_days)

    def _on_chosen(self, preferences: Preferences) -> None:
        if self._keeper is not None:
            self._keeper.set_history_days(preferences.history_days)
        if self._shift is not None:
            self._shift.aside.set_history_days(preferences.history_days)

    def _on_ledger_exported(self, path: str) -> None:
        if self._keeper is None:
            error = NotSignedInError()
            self._access.show_ledger_exported(error.code, error.message)
        else:
            self._scope.start(self._export(self._keeper, Path(path)), name="export_ledger")
