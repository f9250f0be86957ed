"""Starting with the person's session, where they want it: one switch, off unless they set it.

Linux: an entry in the autostart folder (freedesktop.org: Desktop Application Autostart). Windows:
the user's ``Run`` key, and what the task manager says beside it. macOS: a launch agent (launchd).
"""

from __future__ import annotations

import os
import plistlib
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from agent_desk.core.errors import StorageError
from agent_desk.system.directories import APP_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

MINIMIZED: Final = "--minimized"
RUN_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
# Its first byte is odd where the person has switched the entry off in the task manager.
APPROVED_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
AGENT_LABEL: Final = "agent-desk.autostart"

_MAX_FILE: Final = 65_536
# Desktop Entry Specification, "The Exec key": what has to be inside of quotes, what escaped there.
_RESERVED: Final = re.compile(r"""[\s"'\\><~|&;$*?#()`]""")
_ESCAPED: Final = re.compile(r'(["`$\\])')
_OFF: Final = re.compile(
    r"^(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$", re.MULTILINE
)
_FLAG: Final = re.compile(rb"<key>(RunAtLoad|Disabled)</key>\s*<(true|false)/>")


class Autostart(Protocol):
    """Whether this program starts with the session; both raise ``StorageError``."""

    def is_on(self) -> bool:
        """Whether it will."""
        ...

    def set_on(self, is_on: bool) -> None:
        """Let it, or not; on once more renews where the program lies."""
        ...


def own_command() -> tuple[str, ...]:
    """How to start this program in the background, as it was installed."""
    program = Path(sys.executable)
    if getattr(sys, "frozen", False):
        return (str(program), MINIMIZED)
    if sys.platform == "win32":
        windowed = program.with_name("pythonw.exe")  # python.exe would open a console
        program = windowed if windowed.exists() else program
    return (str(program), "-m", "agent_desk", MINIMIZED)


def autostart(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Autostart:
    """The switch of this machine."""
    command = own_command()
    if platform == "win32":
        return RegistryAutostart(UserRegistry(), command)
    if platform == "darwin":
        path = Path.home() / "Library" / "LaunchAgents" / f"{AGENT_LABEL}.plist"
        return FileAutostart(path, launch_agent(command), is_agent_enabled)
    # Relative paths are to be ignored (XDG Base Directory Specification).
    given = Path(environ.get("XDG_CONFIG_HOME", ""))
    folder = given if given.is_absolute() else Path.home() / ".config"
    path = folder / "autostart" / f"{APP_NAME}.desktop"
    return FileAutostart(path, autostart_entry(command), is_entry_enabled)


def autostart_entry(command: Sequence[str]) -> bytes:
    """The desktop entry that starts ``command`` with the session."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=agent_desk",
        "Comment=Shows who calls",
        f"Exec={exec_line(command)}",
        f"Icon={APP_NAME}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def exec_line(command: Sequence[str]) -> str:
    """``command`` as the value of ``Exec``: quoted for the launcher, then for the file."""
    return " ".join(map(_exec_word, command)).replace("\\", "\\\\")


def _exec_word(word: str) -> str:
    word = word.replace("%", "%%")
    if word and not _RESERVED.search(word):
        return word
    return '"' + _ESCAPED.sub(r"\\\1", word) + '"'


def is_entry_enabled(content: bytes) -> bool:
    """Whether a desktop entry has not been switched off by the desktop's own settings."""
    return not _OFF.search(content.decode("utf-8", "replace"))


def launch_agent(command: Sequence[str]) -> bytes:
    """The launch agent that starts ``command`` with the session."""
    return plistlib.dumps(
        {
            "Label": AGENT_LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
    )


def is_agent_enabled(content: bytes) -> bool:
    """Whether a launch agent is whole and there to run."""
    flags = dict(_FLAG.findall(content))
    is_whole = content.rstrip().endswith(b"</plist>")
    return is_whole and flags.get(b"RunAtLoad") == b"true" and flags.get(b"Disabled") != b"true"


def run_value(command: Sequence[str]) -> str:
    """``command`` as Windows reads it from its ``Run`` key."""
    return subprocess.list2cmdline(command)


class FileAutostart:
    """An ``Autostart`` that is a file at ``path``; ``is_enabled`` judges what is found there."""

    def __init__(self, path: Path, content: bytes, is_enabled: Callable[[bytes], bool]) -> None:
        self._path = path
        self._content = content
        self._is_enabled = is_enabled

    def is_on(self) -> bool:
        """Whether the file is there and enabled."""
        try:
            with self._path.open("rb") as file:
                return self._is_enabled(file.read(_MAX_FILE))
        except FileNotFoundError:
            return False
        except OSError as error:
            msg = f"The file {self._path} cannot be read."
            raise StorageError(msg) from error

    def set_on(self, is_on: bool) -> None:
        """Write the file whole, or take it away."""
        try:
            if not is_on:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            half = self._path.with_name(f".{self._path.name}.{os.getpid()}")
            try:
                half.write_bytes(self._content)
                half.replace(self._path)
            finally:
                half.unlink(missing_ok=True)
        except OSError as error:
            msg = f"The file {self._path} cannot be written."
            raise StorageError(msg) from error


class Registry(Protocol):
    """Values below the present user's part of the Windows registry; all raise ``OSError``."""

    def get(self, key: str, name: str) -> str | bytes | None:
        """The value, ``None`` where there is none."""
        ...

    def set(self, key: str, name: str, value: str) -> None:
        """Write a text."""
        ...

    def delete(self, key: str, name: str) -> None:
        """Take the value away, if there is one."""
        ...


class UserRegistry:
    """The ``Registry`` of Windows itself."""

    def get(self, key: str, name: str) -> str | bytes | None:
        """The value, ``None`` where there is none or one of another kind."""
        if sys.platform != "win32":
            raise OSError
        import winreg  # noqa: PLC0415 - Windows only

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                value, _kind = winreg.QueryValueEx(opened, name)
        except FileNotFoundError:
            return None
        return value if isinstance(value, str | bytes) else None

    def set(self, key: str, name: str, value: str) -> None:
        """Write a text; makes the key."""
        if sys.platform != "win32":
            raise OSError
        import winreg  # noqa: PLC0415

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

    def delete(self, key: str, name: str) -> None:
        """Take the value away, if there is one."""
        if sys.platform != "win32":
            raise OSError
        import winreg  # noqa: PLC0415

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
                winreg.DeleteValue(opened, name)
        except FileNotFoundError:
            return


class RegistryAutostart:
    """An ``Autostart`` that is a value in the Windows registry."""

    def __init__(self, registry: Registry, command: Sequence[str]) -> None:
        self._registry = registry
        self._command = command

    def is_on(self) -> bool:
        """Whether the value is there and the task manager has not switched it off."""
        try:
            if not self._registry.get(RUN_KEY, APP_NAME):
                return False
            verdict = self._registry.get(APPROVED_KEY, APP_NAME)
        except OSError as error:
            raise _unreadable() from error
        return not (isinstance(verdict, bytes) and verdict and verdict[0] & 1)

    def set_on(self, is_on: bool) -> None:
        """Write the value or take it away; what the task manager said before goes."""
        try:
            if is_on:
                self._registry.set(RUN_KEY, APP_NAME, run_value(self._command))
            else:
                self._registry.delete(RUN_KEY, APP_NAME)
            self._registry.delete(APPROVED_KEY, APP_NAME)
        except OSError as error:
            raise _unreadable() from error


def _unreadable() -> StorageError:
    msg = "Windows does not let this program change what starts with it."
    return StorageError(msg, next_step="Ask your administrator.")
