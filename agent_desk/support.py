"""Checks and the report, for the settings page."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from agent_desk import __version__
from agent_desk.config import replace_file
from agent_desk.core.errors import StorageError
from agent_desk.report import log_tail, write_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.config import Profile
    from agent_desk.core.checks import CheckResult
    from agent_desk.core.identity import Credentials
    from agent_desk.core.tasks import TaskScope
    from agent_desk.desk.link import LinkView
    from agent_desk.kept import Kept
    from agent_desk.surroundings import Surroundings
    from agent_desk.ui.settings_access import SettingsAccess
    from agent_desk.voicenter.api_code import CodeSource


class Support:
    """Serves the support section of the settings in the background of ``scope``.

    ``who`` tells who is signed in at which server, ``None`` while nobody is; ``profile`` what they
    have chosen and ``link`` how the connection stands.
    """

    def __init__(
        self,
        access: SettingsAccess,
        kept: Kept,
        surroundings: Surroundings,
        scope: TaskScope,
        *,
        who: Callable[[], tuple[Credentials, str] | None],
        profile: Callable[[], Profile],
        code: CodeSource,
        link: Callable[[], LinkView],
    ) -> None:
        self._access = access
        self._kept = kept
        self._given = surroundings
        self._scope = scope
        self._who = who
        self._profile = profile
        self._code = code
        self._link = link
        self._checked: tuple[Credentials, str] | None = None
        self._found: list[CheckResult] = []
        self._is_checking = False
        access.check_requested.connect(self._on_check_requested)
        access.report_requested.connect(self._on_report_requested)
        access.report_saved.connect(self._on_report_saved)

    async def _check(self) -> None:
        self._is_checking = True
        self._access.show_checking(is_checking=True)
        self._found = []
        self._checked = self._who()
        try:
            if self._checked is not None:
                await self._check_as(*self._checked)
        finally:
            self._is_checking = False
            self._access.show_checking(is_checking=False)

    async def _check_as(self, credentials: Credentials, server: str) -> None:
        checkup = await asyncio.to_thread(import_module, "agent_desk.checkup.own")
        results = checkup.check_own(
            credentials,
            server=server,
            uses_new_login=self._kept.settings.uses_new_login,
            code=self._code,
            system_proxy=self._given.system_proxy,
        )
        async with aclosing(results):
            async for found in results:
                if self._who() is not self._checked:
                    return  # somebody else may be signed in by now
                self._found.append(found)
                self._access.show_check(found)

    async def _report(self) -> None:
        folders = self._given.directories
        log: list[str] = []
        if folders is not None:
            log = await asyncio.to_thread(log_tail, folders.log_file("window"))
        is_theirs = self._who() is self._checked
        report = write_report(
            version=__version__,
            at=self._given.clock.now(),
            link=self._link(),
            profile=self._profile(),
            checks=self._found if is_theirs else (),
            log=log,
        )
        self._access.show_report(report)

    async def _save(self, path: str, report: str) -> None:
        try:
            await asyncio.to_thread(replace_file, Path(path), report.encode("utf-8", "replace"))
        except StorageError as error:
            self._access.show_report_saved(error.code, error.message)
        else:
            self._access.show_report_saved()

    def _on_check_requested(self) -> None:
        if not self._is_checking:
            self._scope.start(self._check(), name="checkup")

    def _on_report_requested(self) -> None:
        self._scope.start(self._report(), name="report")

    def _on_report_saved(self, path: str, report: str) -> None:
        self._scope.start(self._save(path, report), name="save_report")
