"""What a person chooses in the settings: in force at once, then kept."""

from __future__ import annotations

import asyncio
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from agent_desk.config import Corner as KeptCorner
from agent_desk.config import Theme as KeptTheme
from agent_desk.core.errors import StorageError
from agent_desk.core.identity import LoginKind
from agent_desk.desk.cards import CardStyle
from agent_desk.desk.custom import LabelMap
from agent_desk.ui.pop_layout import Corner
from agent_desk.ui.settings_values import Account, Preferences, StoredPlaces
from agent_desk.ui.theme import Scheme

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.config import Profile
    from agent_desk.core.tasks import TaskScope
    from agent_desk.kept import Kept
    from agent_desk.surroundings import Surroundings
    from agent_desk.ui.settings_access import SettingsAccess

LONGEST_STAY_S: Final = 600

_SCHEMES: Final = {
    KeptTheme.SYSTEM: Scheme.SYSTEM,
    KeptTheme.LIGHT: Scheme.LIGHT,
    KeptTheme.DARK: Scheme.DARK,
    KeptTheme.HIGH_CONTRAST: Scheme.HIGH_CONTRAST,
}
_THEMES: Final = {scheme: theme for theme, scheme in _SCHEMES.items()}
_NAMES: Final = frozenset(field.name for field in fields(Preferences))
# Where the settings page has another name for a value than the file.
_SHOWN_AS: Final = {"theme": "scheme"}


def preferences_of(profile: Profile) -> Preferences:
    """``profile`` as the settings page shows it."""
    return Preferences(
        scheme=_SCHEMES[profile.theme],
        language=profile.language,
        corner=Corner(profile.corner.value),
        screen=profile.screen,
        stay_s=min(max(profile.stay_s, 0), LONGEST_STAY_S),
        less_motion=profile.less_motion,
        region=profile.region,
        labels=profile.labels,
        link_hosts=frozenset(profile.link_hosts),
        blur_numbers=profile.blur_numbers,
        is_ring_heard=profile.is_ring_heard,
        is_missed_heard=profile.is_missed_heard,
        is_failure_heard=profile.is_failure_heard,
        is_mute_heard=profile.is_mute_heard,
        is_resume_heard=profile.is_resume_heard,
        is_reminder_heard=profile.is_reminder_heard,
        hotkeys=profile.hotkeys,
        guard=profile.guard,
        history_days=profile.history_days,
        status=profile.status,
    )


def with_preferences(profile: Profile, preferences: Preferences) -> Profile:
    """``profile`` with what was chosen on the settings page."""
    return msgspec.structs.replace(
        profile,
        theme=_THEMES[preferences.scheme],
        language=preferences.language,
        corner=KeptCorner(preferences.corner.value),
        screen=preferences.screen,
        stay_s=preferences.stay_s,
        less_motion=preferences.less_motion,
        region=preferences.region,
        labels=preferences.labels,
        blur_numbers=preferences.blur_numbers,
        is_ring_heard=preferences.is_ring_heard,
        is_missed_heard=preferences.is_missed_heard,
        is_failure_heard=preferences.is_failure_heard,
        is_mute_heard=preferences.is_mute_heard,
        is_resume_heard=preferences.is_resume_heard,
        is_reminder_heard=preferences.is_reminder_heard,
        hotkeys=preferences.hotkeys,
        guard=preferences.guard,
        history_days=preferences.history_days,
        status=preferences.status,
    )


class Choices:
    """Puts the choices of the present identity in force, and keeps what is chosen anew.

    ``restyle`` hears how cards are to look from now on, ``has_code`` tells whether an API code is
    there. What is kept is saved in the background of ``scope``; call ``settle`` at the end.
    """

    def __init__(
        self,
        access: SettingsAccess,
        kept: Kept,
        surroundings: Surroundings,
        scope: TaskScope,
        *,
        restyle: Callable[[CardStyle], None],
        has_code: Callable[[], bool],
    ) -> None:
        self._access = access
        self._kept = kept
        self._given = surroundings
        self._scope = scope
        self._restyle = restyle
        self._has_code = has_code
        self._unkept: Profile | None = None
        access.opened.connect(self._on_opened)
        access.chosen.connect(self._on_chosen)
        access.save_requested.connect(self._on_save_requested)
        access.autostart_chosen.connect(self._on_autostart_chosen)
        self.begin()

    @property
    def style(self) -> CardStyle:
        """How cards are to look now."""
        profile = self.profile
        return CardStyle(profile.region, LabelMap(profile.labels, frozenset(profile.link_hosts)))

    def begin(self, *, is_kept: bool = True) -> None:
        """Somebody else may be signed in now: their choices are in force.

        Without ``is_kept`` those in force stay, and what is chosen goes with this run.
        """
        profile = self._kept.profile if is_kept else self.profile
        self._unkept = None if is_kept else profile
        given = self._given.settings_file.given(profile)
        names = frozenset(_SHOWN_AS.get(name, name) for name in given) & _NAMES
        self._access.show_preferences(preferences_of(profile), names)
        self._access.show_saved()

    def refresh(self) -> None:
        """Show who is signed in as it is now."""
        sign_in = self._kept.settings.sign_in if self._is_kept else None
        who = "" if sign_in is None or sign_in.kind is LoginKind.TOKEN else sign_in.identity
        account = Account(
            who=who,
            server=self._given.server or self._kept.settings.server,
            has_code=self._has_code(),
            has_keyring=self._kept.is_lasting,
            is_kept=self._is_kept,
        )
        self._access.show_account(account, self._places())

    async def settle(self) -> None:
        """Save what is not saved yet."""
        await self._kept.settle()

    @property
    def profile(self) -> Profile:
        """What is in force; the kept one is never copied, for others change it too."""
        return self._kept.profile if self._unkept is None else self._unkept

    @property
    def _is_kept(self) -> bool:
        return self._unkept is None

    def _places(self) -> StoredPlaces:
        folders = self._given.directories
        settings = _short(self._given.settings_file.path)
        if folders is None:
            return StoredPlaces(settings=settings)
        return StoredPlaces(
            settings=settings,
            provisioning=_short(folders.provisioning_file),
            log=_short(folders.log_file("window")),
            data=_short(folders.data),
        )

    async def _save(self) -> None:
        error = await self._kept.save()
        if error is None:
            self._access.show_saved()
        else:
            self._access.show_saved(error.code, error.message)

    async def _look_at_autostart(self) -> None:
        switch = self._given.autostart
        if switch is None:
            return
        try:
            is_on = await asyncio.to_thread(switch.is_on)
        except StorageError:
            self._access.show_autostart(None)
        else:
            self._access.show_autostart(is_on)

    async def _set_autostart(self, *, is_on: bool) -> None:
        switch = self._given.autostart
        if switch is None:
            return
        try:
            await asyncio.to_thread(switch.set_on, is_on)
        except StorageError as error:
            self._access.show_saved(error.code, error.message)
        # What the machine says now, whatever was asked of it.
        await self._look_at_autostart()

    def _on_opened(self) -> None:
        self.refresh()
        self._scope.start(self._look_at_autostart(), name="autostart")

    def keep_favourites(self, sips: tuple[str, ...]) -> None:
        """These colleagues come first from now on."""
        self._keep(msgspec.structs.replace(self.profile, favourites=sips))

    def _on_chosen(self, preferences: Preferences) -> None:
        self._keep(with_preferences(self.profile, preferences))
        self._restyle(self.style)

    def _keep(self, profile: Profile) -> None:
        if self._is_kept:
            self._kept.choose(profile)
            self._scope.start(self._save(), name="save")
        else:
            self._unkept = profile

    def _on_save_requested(self) -> None:
        self._scope.start(self._save(), name="save")

    def _on_autostart_chosen(self, is_on: bool) -> None:  # noqa: FBT001 - a Qt signal's slot
        self._scope.start(self._set_autostart(is_on=is_on), name="autostart")


def _short(path: Path) -> str:
    """``path`` without the name that the person has on this PC."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except (ValueError, RuntimeError):
        return str(path)
