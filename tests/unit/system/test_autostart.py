"""Starting with the session: what is written, what counts as on, and what refuses."""

from __future__ import annotations

import configparser
import plistlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.core.errors import StorageError
from agent_desk.system.autostart import (
    APPROVED_KEY,
    RUN_KEY,
    FileAutostart,
    RegistryAutostart,
    UserRegistry,
    autostart,
    autostart_entry,
    exec_line,
    is_agent_enabled,
    is_entry_enabled,
    launch_agent,
    own_command,
    run_value,
)

ENTRY = Path(__file__).parents[3] / "packaging" / "linux" / "agent-desk.desktop"
AWKWARD = ('/opt/Agent\'s "Desk"/p', "-m", "100 %", "$HOME", "`id`", "back\\slash", "")


def validated(path: Path) -> str:
    """What the desktop's own checker says of an entry; nothing is good."""
    checker = shutil.which("desktop-file-validate")
    if checker is None:
        pytest.skip("needs desktop-file-validate (Debian: desktop-file-utils)")
    done = subprocess.run([checker, str(path)], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def as_launched(line: str) -> list[str]:
    """The words of an ``Exec`` value as the specification has a launcher read them."""
    line = line.replace("\\\\", "\\")
    words: list[str] = []
    while line := line.lstrip(" "):
        word = ""
        if line[0] == '"':
            end = 1
            while line[end] != '"':
                end += line[end] == "\\"
                word += line[end]
                end += 1
            line = line[end + 1 :]
        else:
            word, _, line = line.partition(" ")
        words.append(word.replace("%%", "%"))
    return words


def switch(tmp_path: Path, platform: str = "linux") -> FileAutostart:
    made = autostart({"XDG_CONFIG_HOME": str(tmp_path)}, platform)
    assert isinstance(made, FileAutostart)
    return made


def test_the_switch_goes_on_and_off(tmp_path: Path) -> None:
    entry = tmp_path / "autostart" / "agent-desk.desktop"
    assert not switch(tmp_path).is_on()
    switch(tmp_path).set_on(False)
    switch(tmp_path).set_on(True)
    assert switch(tmp_path).is_on()
    assert list(entry.parent.iterdir()) == [entry]
    switch(tmp_path).set_on(False)
    assert not switch(tmp_path).is_on()
    assert not entry.exists()


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_is_off_until_it_is_switched_on(
    tmp_path: Path, line: str
) -> None:
    switch(tmp_path).set_on(True)
    entry = tmp_path / "autostart" / "agent-desk.desktop"
    entry.write_text(f"[Desktop Entry]\nExec=x\n{line}\n", "utf-8")
    assert not switch(tmp_path).is_on()
    switch(tmp_path).set_on(True)
    assert switch(tmp_path).is_on()


def test_the_entry_is_one_that_desktops_accept(tmp_path: Path) -> None:
    switch(tmp_path).set_on(True)
    assert validated(tmp_path / "autostart" / "agent-desk.desktop") == ""
    awkward = tmp_path / "awkward.desktop"
    awkward.write_bytes(autostart_entry(AWKWARD))
    assert validated(awkward) == ""


def test_the_entry_of_the_package_takes_phone_links() -> None:
    assert validated(ENTRY) == ""
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # as configparser documents
    parser.read(ENTRY, "utf-8")
    entry = parser["Desktop Entry"]
    assert "x-scheme-handler/tel" in entry["MimeType"].split(";")
    assert entry["Exec"] == "agent-desk %u"


def test_the_program_starts_in_the_background() -> None:
    assert own_command()[-1] == "--minimized"
    assert f"Exec={exec_line(own_command())}\n" in autostart_entry(own_command()).decode()


@pytest.mark.parametrize("words", [AWKWARD, ("plain", "--minimized")])
def test_a_command_survives_the_entry(words: tuple[str, ...]) -> None:
    assert as_launched(exec_line(words)) == list(words)


@given(st.lists(st.text(st.characters(min_codepoint=32, max_codepoint=0x5FF)), min_size=1))
def test_any_command_survives_the_entry(words: list[str]) -> None:
    assert as_launched(exec_line(words)) == words


def test_a_file_in_the_way_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "autostart").touch()
    with pytest.raises(StorageError, match="cannot be written"):
        switch(tmp_path).set_on(True)
    with pytest.raises(StorageError, match="cannot be read"):
        switch(tmp_path).is_on()


def test_a_folder_in_the_way_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "autostart" / "agent-desk.desktop").mkdir(parents=True)
    for is_on in (True, False):
        with pytest.raises(StorageError, match="cannot be written"):
            switch(tmp_path).set_on(is_on)
    assert len(list((tmp_path / "autostart").iterdir())) == 1


def test_a_relative_config_folder_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    autostart({"XDG_CONFIG_HOME": "relative"}, "linux").set_on(True)
    assert (tmp_path / ".config" / "autostart" / "agent-desk.desktop").exists()


def test_a_launch_agent_starts_with_the_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    made = autostart({}, "darwin")
    made.set_on(True)
    [agent] = (tmp_path / "Library" / "LaunchAgents").iterdir()
    found = plistlib.loads(agent.read_bytes())
    assert found["ProgramArguments"] == list(own_command())
    assert found["Label"] == agent.stem
    assert made.is_on()
    agent.write_bytes(plistlib.dumps({**found, "Disabled": True}))
    assert not made.is_on()
    agent.write_bytes(b"<plist>")
    assert not made.is_on()
    made.set_on(True)
    assert made.is_on()


@given(st.binary(max_size=200))
def test_a_damaged_file_is_no_reason_to_fail(content: bytes) -> None:
    assert not is_agent_enabled(content)
    assert not is_agent_enabled(launch_agent(("x",))[:-20] + content)
    is_entry_enabled(content)


class MemoryRegistry:
    """The Windows registry as far as this program goes into it."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}

    def get(self, key: str, name: str) -> str | bytes | None:
        return self.values.get((key, name))

    def set(self, key: str, name: str, value: str) -> None:
        self.values[key, name] = value

    def delete(self, key: str, name: str) -> None:
        self.values.pop((key, name), None)


def test_on_windows_the_task_manager_has_a_say() -> None:
    registry = MemoryRegistry()
    made = RegistryAutostart(registry, (r"C:\Program Files\Desk\agent-desk.exe", "--minimized"))
    assert not made.is_on()
    made.set_on(True)
    assert made.is_on()
    value = registry.values[RUN_KEY, "agent-desk"]
    assert value == r'"C:\Program Files\Desk\agent-desk.exe" --minimized'
    registry.values[APPROVED_KEY, "agent-desk"] = bytes([3]) + bytes(11)
    assert not made.is_on()
    registry.values[APPROVED_KEY, "agent-desk"] = bytes([2]) + bytes(11)
    assert made.is_on()
    registry.values[APPROVED_KEY, "agent-desk"] = bytes([3]) + bytes(11)
    made.set_on(True)
    assert made.is_on()
    made.set_on(False)
    assert registry.values == {}


@pytest.mark.skipif(sys.platform == "win32", reason="where there is no registry")
def test_a_registry_that_refuses_is_said_so() -> None:
    made = autostart({}, "win32")
    for ask in (made.is_on, lambda: made.set_on(True), lambda: made.set_on(False)):
        with pytest.raises(StorageError, match="does not let"):
            ask()


@pytest.mark.skipif(sys.platform != "win32", reason="the registry of Windows")
def test_the_registry_keeps_a_value() -> None:
    registry, key = UserRegistry(), r"Software\agent-desk-test"
    assert registry.get(key, "name") is None
    registry.set(key, "name", run_value(AWKWARD))
    assert registry.get(key, "name") == run_value(AWKWARD)
    registry.delete(key, "name")
    registry.delete(key, "name")
    assert registry.get(key, "name") is None
