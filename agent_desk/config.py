"""What a person has chosen, in one small file that is never half written.

Settings hold no secrets: those live in ``system.secrets``. On a shared PC every signed-in
identity has its own profile. An administrator's provisioning file of the same shape is read first
and gives the values that nobody has chosen otherwise.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec

from agent_desk.core.errors import StorageError
from agent_desk.core.hotkeys import NO_HOTKEYS, Hotkeys
from agent_desk.core.identity import LoginKind
from agent_desk.desk.guard_settings import USUAL_GUARD, GuardSettings
from agent_desk.desk.history import USUAL_HISTORY_DAYS
from agent_desk.desk.label_rule import LabelRule
from agent_desk.desk.status_settings import USUAL_STATUS, StatusSettings

VERSION: Final = 1
MAX_BYTES: Final = 1_000_000


class Theme(Enum):
    """How the windows look; ``SYSTEM`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Corner(Enum):
    """The corner of the screen from which pops grow."""

    TOP_LEFT = "top_left"
    TOP_RIGHT = "top_right"
    BOTTOM_LEFT = "bottom_left"
    BOTTOM_RIGHT = "bottom_right"


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """The choices of one identity.

    ``extensions`` are the agent's own, where the sign-in shows several. ``language`` is a code
    such as ``he``, empty for the system's. ``region`` is the two-letter country in which numbers
    without a prefix are read. ``labels`` say how custom data is shown, in their order; the links
    they make lead to ``link_hosts`` only, to any host where that is empty. ``corner`` and
    ``screen`` are those of the pops: empty for the screen in use, ``primary``, or a screen's name.
    ``stay_s`` is how long an ended call can be read, 0 until it is dismissed. ``less_motion``
    keeps windows still even where the system does not ask for that. ``blur_numbers``
    hides the numbers of callers until they are pointed at. ``is_ring_heard``,
    ``is_missed_heard``, ``is_failure_heard`` (a recording that was not muted), ``is_mute_heard``,
    ``is_resume_heard`` and ``is_reminder_heard`` (it still is muted) switch sounds on.
    ``hotkeys`` work from anywhere; none at first. ``guard`` is about muting recordings,
    ``status`` about the status that is set by itself.
    ``favourites`` are the extensions of colleagues who come first. Calls are kept for
    ``history_days``, 0 for ever.
    """

    extensions: tuple[str, ...] = ()
    language: str = ""
    theme: Theme = Theme.SYSTEM
    region: str = "IL"
    labels: tuple[LabelRule, ...] = ()
    link_hosts: tuple[str, ...] = ()
    corner: Corner = Corner.BOTTOM_RIGHT
    screen: str = ""
    stay_s: int = 8
    less_motion: bool = False
    blur_numbers: bool = False
    is_ring_heard: bool = False
    is_missed_heard: bool = False
    is_failure_heard: bool = True
    is_mute_heard: bool = False
    is_resume_heard: bool = False
    is_reminder_heard: bool = True
    hotkeys: Hotkeys = NO_HOTKEYS
    guard: GuardSettings = USUAL_GUARD
    status: StatusSettings = USUAL_STATUS
    favourites: tuple[str, ...] = ()
    history_days: Annotated[int, msgspec.Meta(ge=0, le=36_500)] = USUAL_HISTORY_DAYS


class SignInChoice(msgspec.Struct, frozen=True, kw_only=True):
    """Who signed in last: the e-mail address or user name; empty for a token."""

    kind: LoginKind
    identity: str = ""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is kept between two runs.

    ``server`` is the origin that replaces Voicenter's own, empty for Voicenter; ``uses_new_login``
    selects the newer of Voicenter's two login services. ``default`` is the profile shown before
    anybody has signed in, and the one a new identity begins with.
    """

    version: int = VERSION
    server: str = ""
    uses_new_login: bool = False
    sign_in: SignInChoice | None = None
    default: Profile = Profile()
    profiles: dict[str, Profile] = {}

    def identity_key(self, choice: SignInChoice) -> str:
        """The name under which everything of this identity is kept, on this server."""
        name = choice.identity.strip().casefold()
        return f"{choice.kind.value}:{name}@{self.server.rstrip('/') or 'voicenter'}"

    @property
    def profile(self) -> Profile:
        """The profile of who signed in last; the default one before anybody has."""
        if self.sign_in is None:
            return self.default
        return self.profiles.get(self.identity_key(self.sign_in), self.default)

    def with_profile(self, profile: Profile) -> Settings:
        """The same settings with ``profile`` as the present one."""
        if self.sign_in is None:
            return msgspec.structs.replace(self, default=profile)
        key = self.identity_key(self.sign_in)
        return msgspec.structs.replace(self, profiles={**self.profiles, key: profile})


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings to use, and what a person should be told about the file."""

    settings: Settings
    notice: StorageError | None = None


class SettingsDamagedError(StorageError):
    """The settings were begun anew; the old ones are kept beside them."""

    code = "settings_damaged"
    next_step = "Look through the settings."


class SettingsUnreadableError(StorageError):
    """The settings can neither be read nor set aside: what is chosen is not kept."""

    code = "settings_unreadable"
    next_step = "Check the rights of the file."


class ProvisioningDamagedError(StorageError):
    """An administrator's file was not used."""

    code = "provisioning_damaged"
    next_step = "Tell your administrator."


class SettingsFile:
    """Reads and writes the settings; every method blocks on the disk.

    Only what differs from the provisioned values is written, so that an administrator's later
    change still reaches people who chose nothing. Keys of a newer release survive a save.
    """

    def __init__(self, path: Path, provisioning: Path | None = None) -> None:
        self._path = path
        self._provisioning = provisioning
        self._provisioned: dict[str, Any] = {}
        self._unknown: dict[str, Any] = {}
        self._is_in_the_way = False

    @property
    def path(self) -> Path:
        """Where the settings are."""
        return self._path

    def given(self, profile: Profile) -> frozenset[str]:
        """The names of those values of ``profile`` that are the administrator's, as last loaded."""
        below = self._provisioned.get("default")
        if not isinstance(below, dict):
            return frozenset()
        provisioned = _convert(self._provisioned).default
        names = below.keys() & set(Profile.__struct_fields__)
        return frozenset(n for n in names if getattr(profile, n) == getattr(provisioned, n))

    def load(self) -> LoadedSettings:
        """The settings; never raises.

        A file that cannot be used is set aside beside the new one, and ``notice`` says so.
        """
        notice = self._load_provisioned()
        self._unknown = {}
        self._is_in_the_way = False
        try:
            chosen = _read(self._path)
            settings = _convert(_overlay(self._provisioned, chosen))
        except (_DamagedError, OSError):
            return LoadedSettings(_convert(self._provisioned), self._set_aside())
        known = set(Settings.__struct_fields__)
        self._unknown = {key: value for key, value in chosen.items() if key not in known}
        return LoadedSettings(settings, notice)

    def save(self, settings: Settings) -> None:
        """Replace the file in one step; raises ``StorageError`` and leaves the old one then."""
        if self._is_in_the_way:
            raise self._unreadable()
        provisioned = msgspec.to_builtins(_convert(self._provisioned))
        values: dict[str, Any] = msgspec.to_builtins(settings)
        base = provisioned["default"]
        values["default"] = _difference(values["default"], base)
        values["profiles"] = {
            key: _difference(profile, base) for key, profile in values["profiles"].items()
        }
        chosen = {
            **self._unknown,
            "version": settings.version,
            **_difference(values, {**provisioned, "default": {}}),
        }
        text = msgspec.json.format(msgspec.json.encode(chosen), indent=2)
        replace_file(self._path, text + b"\n")

    def _load_provisioned(self) -> StorageError | None:
        self._provisioned = {}
        if self._provisioning is None:
            return None
        try:
            values = _read(self._provisioning)
            _convert(values)
        except (_DamagedError, OSError):
            msg = f"The administrator's file {self._provisioning} was not used: it is damaged."
            return ProvisioningDamagedError(msg)
        self._provisioned = values
        return None

    def _set_aside(self) -> StorageError:
        kept = self._path.with_suffix(f".damaged-{secrets.token_hex(3)}.json")
        try:
            self._path.replace(kept)
        except OSError:
            self._is_in_the_way = True
            return self._unreadable()
        msg = f"The settings file could not be read; it is kept as {kept} and a new one begun."
        return SettingsDamagedError(msg)

    def _unreadable(self) -> SettingsUnreadableError:
        msg = f"The settings file {self._path} cannot be read and is left alone."
        return SettingsUnreadableError(msg)


class _DamagedError(Exception):
    """A file does not hold settings."""


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return {}
    if len(text) > MAX_BYTES:
        raise _DamagedError
    try:
        return msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError) as error:
        raise _DamagedError from error


def _convert(values: dict[str, Any]) -> Settings:
    try:
        return msgspec.convert(_modern(values), Settings)
    except msgspec.ValidationError as error:
        raise _DamagedError from error


def _modern(values: dict[str, Any]) -> dict[str, Any]:
    """``values`` with labels as the rules they are now; they were words by key."""
    profiles = values.get("profiles")
    values = dict(values)
    if "default" in values:
        values["default"] = _with_rules(values["default"])
    if isinstance(profiles, dict):
        values["profiles"] = {key: _with_rules(profile) for key, profile in profiles.items()}
    return values


def _with_rules(profile: object) -> object:
    if isinstance(profile, dict) and isinstance(profile.get("labels"), dict):
        rules = [{"key": key, "label": label} for key, label in profile["labels"].items()]
        return {**profile, "labels": rules}
    return profile


def _overlay(provisioned: dict[str, Any], chosen: dict[str, Any]) -> dict[str, Any]:
    """What was chosen over what was provisioned; in every profile value by value."""
    below, profiles = provisioned.get("default"), chosen.get("profiles")
    values = {**provisioned, **chosen}
    if isinstance(below, dict):
        values["default"] = _over(below, chosen.get("default", {}))
        if isinstance(profiles, dict):
            values["profiles"] = {key: _over(below, above) for key, above in profiles.items()}
    return values


def _over(below: dict[str, Any], above: object) -> object:
    return {**below, **above} if isinstance(above, dict) else above


def _difference(values: dict[str, Any], base: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value != base[key]}


def replace_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` so that at any moment the old or the new file is there whole.

    The file is readable by its owner only. Raises ``StorageError``.
    """
    # Here, since reading the settings comes before the first window and writing them does not.
    import tempfile  # noqa: PLC0415

    temporary = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                Path(temporary).unlink()
        msg = f"The file {path} cannot be written."
        raise StorageError(msg) from error
