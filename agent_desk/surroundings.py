"""What one run of the window program is given by whoever starts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent_desk.system.secrets import open_store

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from agent_desk.config import LoadedSettings, SettingsFile, SignInChoice
    from agent_desk.core.clock import Clock
    from agent_desk.core.opener import Opener
    from agent_desk.core.privacy import Secret
    from agent_desk.desk.card import Card
    from agent_desk.desk.state import Transition
    from agent_desk.system.autostart import Autostart
    from agent_desk.system.directories import Directories
    from agent_desk.system.secrets import OpenedStore, SecretKind


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the program is given by whoever starts it.

    ``loaded`` are the settings in their file. ``server`` is the origin of all services, empty for
    the one in the settings; ``sign_in`` who signs in, if not who did last. ``given_secret`` answers
    before the keyring is asked. ``directories`` are told to who asks where things are kept;
    ``autostart`` is the switch of this machine. ``on_transition`` hears of every transition with
    the monotonic second of its message's arrival, ``on_cards`` of all cards, both after the windows
    were told.
    """

    settings_file: SettingsFile
    loaded: LoadedSettings
    opener: Opener
    clock: Clock
    open_secrets: Callable[[], Awaitable[OpenedStore]] = open_store
    given_secret: Callable[[SecretKind], Secret | None] = lambda _kind: None
    system_proxy: Callable[[str], str | None] = lambda _url: None
    server: str = ""
    sign_in: SignInChoice | None = None
    directories: Directories | None = None
    autostart: Autostart | None = None
    on_transition: Callable[[Transition, float], None] = lambda _transition, _arrival: None
    on_cards: Callable[[tuple[Card, ...]], None] = lambda _cards: None
