"""Where this program keeps what on this machine."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs

from agent_desk.core.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Mapping

APP_NAME: Final = "agent-desk"
HOME_VARIABLE: Final = "AGENT_DESK_HOME"

_PRIVATE: Final = 0o700


@dataclass(frozen=True, slots=True)
class Directories:
    """The program's folders; nothing is created before ``make``.

    ``site`` holds what an administrator provides for every user of the machine and is only read.
    """

    config: Path
    data: Path
    state: Path
    site: Path

    @classmethod
    def of_this_user(cls, environ: Mapping[str, str] = os.environ) -> Directories:
        """The folders the system has for this; all below ``AGENT_DESK_HOME`` where that is set."""
        home = environ.get(HOME_VARIABLE)
        if home:
            return cls.below(Path(home))
        dirs = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
        return cls(
            config=dirs.user_config_path,
            data=dirs.user_data_path,
            state=dirs.user_state_path,
            site=dirs.site_config_path,
        )

    @classmethod
    def below(cls, home: Path) -> Directories:
        """All folders in one place, for demonstrations and tests."""
        home = home.expanduser().absolute()
        return cls(home / "config", home / "data", home / "state", home / "site")

    @property
    def settings_file(self) -> Path:
        """The person's settings."""
        return self.config / "settings.json"

    @property
    def provisioning_file(self) -> Path:
        """The administrator's defaults."""
        return self.site / "provisioning.json"

    def log_file(self, name: str) -> Path:
        """The log of one kind of process (``window``, ``commands``)."""
        return self.state / f"{name}.log"

    def identity_data(self, identity: str) -> Path:
        """The folder for one signed-in identity's history and notes; its name tells nothing."""
        digest = hashlib.blake2s(identity.encode(), digest_size=8).hexdigest()
        return self.data / "identities" / digest


def make_private(directory: Path) -> Path:
    """Create ``directory`` for this user's eyes only; raises ``StorageError``."""
    try:
        directory.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    except OSError as error:
        msg = f"The folder {directory} cannot be created."
        raise StorageError(msg) from error
    return directory
