"""Sounds by real child processes: scripts in the place of this machine's players."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.sound import Sound
from agent_desk.system.sounds import (
    CannotPlayError,
    ProgramPlayer,
    Sounds,
    WindowsPlayer,
    players,
)
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent_desk.system.sounds import Player

pytestmark = pytest.mark.usefixtures("qapp")  # players run on its loop
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the players are shell scripts")


class Machine:
    """A folder of players, and what came of them."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.played = folder / "played"
        self.beeps = 0
        self.said: list[bool] = []
        folder.mkdir()
        monkeypatch.setenv("PATH", str(folder))

    def add(self, name: str, work: str = "") -> None:
        """Install a player that notes what it was asked to play and then does ``work``."""
        player = self.folder / name
        note = f'echo "{name} $*" $$ >> "{self.played}"'
        player.write_text(f"#!/bin/sh\n{note}\n{work}\n")
        player.chmod(0o755)

    def sounds(self, candidates: Sequence[Player] | None = None) -> Sounds:
        found = players() if candidates is None else candidates
        return Sounds(found, self.said.append, beep=self._beep)

    def lines(self) -> list[list[str]]:
        """What was played, each as the player, its arguments and its process."""
        if not self.played.exists():
            return []
        return [line.split() for line in self.played.read_text().splitlines()]

    def _beep(self) -> None:
        self.beeps += 1


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    monkeypatch.setattr(sys, "platform", "linux")
    return Machine(tmp_path / "bin", monkeypatch)


def is_gone(process: str) -> bool:
    """Whether there is no such process any more, not even one that waits to be collected."""
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    return False


@needs_shell
@pytest.mark.parametrize(
    ("there", "used"),
    [
        (("aplay", "paplay", "pw-play"), "pw-play"),
        (("aplay", "paplay"), "paplay"),
        (("aplay",), "aplay"),
    ],
)
async def test_the_newest_player_that_is_there_plays(
    machine: Machine, there: tuple[str, ...], used: str
) -> None:
    for name in there:
        machine.add(name)
    sounds = machine.sounds()
    assert sounds.can_play
    sounds.play(Sound.FAILED)
    await until(machine.lines)
    await sounds.aclose()
    [[name, *options, file, _process]] = machine.lines()
    assert name == used
    assert options == (["-q"] if used == "aplay" else [])
    assert Path(file).name == "failed.wav"
    assert (machine.beeps, machine.said) == (0, [])


@needs_shell
async def test_the_mac_has_a_player_of_its_own(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    for name in ("afplay", "pw-play"):
        machine.add(name)
    sounds = machine.sounds()
    sounds.play(Sound.RINGING)
    await until(machine.lines)
    await sounds.aclose()
    assert machine.lines()[0][0] == "afplay"


@needs_shell
async def test_no_sound_twice_at_once_and_none_is_left_at_the_end(machine: Machine) -> None:
    machine.add("paplay", "exec /bin/sleep 1000")
    sounds = machine.sounds()
    for _ in range(3):
        sounds.play(Sound.FAILED)
        sounds.play(Sound.MISSED)
    await until(lambda: len(machine.lines()) == 2)
    await sounds.aclose()
    assert sorted(Path(line[-2]).stem for line in machine.lines()) == ["failed", "missed"]
    assert all(is_gone(line[-1]) for line in machine.lines())
    sounds.play(Sound.FAILED)
    await sounds.aclose()
    assert len(machine.lines()) == 2
    assert machine.beeps == 0


@needs_shell
async def test_a_sound_that_has_ended_can_be_heard_again(machine: Machine) -> None:
    machine.add("paplay")
    sounds = machine.sounds()
    for _ in range(3):
        sounds.play(Sound.RINGING)
        assert sounds.playing == {Sound.RINGING}
        await until(lambda: not sounds.playing)
    await sounds.aclose()
    assert len(machine.lines()) == 3
    assert all(is_gone(line[-1]) for line in machine.lines())


@needs_shell
@pytest.mark.parametrize("pause_s", [number / 1000 for number in range(0, 24, 2)])
# Long enough for a player to begin, to play or to have just ended.
async def test_it_ends_well_in_whatever_moment_it_is_ended(
    machine: Machine, pause_s: float
) -> None:
    machine.add("pw-play")
    sounds = machine.sounds()
    sounds.play(Sound.FAILED)
    await asyncio.sleep(pause_s)
    await sounds.aclose()
    assert all(is_gone(line[-1]) for line in machine.lines())
    assert (machine.beeps, machine.said) == (0, [])


@needs_shell
async def test_a_player_without_its_server_gives_way_for_good(machine: Machine) -> None:
    machine.add("pw-play", "exit 1")
    machine.add("aplay")
    sounds = machine.sounds()
    for sound in (Sound.FAILED, Sound.MISSED):
        sounds.play(sound)
        await until(lambda: not sounds.playing)
    await sounds.aclose()
    assert [line[0] for line in machine.lines()] == ["pw-play", "aplay", "aplay"]
    assert (machine.beeps, machine.said) == (0, [])


async def test_without_a_player_the_system_beeps_and_nothing_is_said_again(
    machine: Machine,
) -> None:
    sounds = machine.sounds()
    assert not sounds.can_play
    for _ in range(2):
        sounds.play(Sound.FAILED)
        await until(lambda: not sounds.playing)
    await sounds.aclose()
    assert (machine.beeps, machine.said) == (2, [])


@needs_shell
async def test_a_sound_device_that_comes_back_is_used(machine: Machine) -> None:
    machine.add("aplay", "exit 1")
    sounds = machine.sounds()
    assert sounds.can_play
    for _ in range(2):
        sounds.play(Sound.FAILED)
        await until(lambda: not sounds.playing)
    assert (machine.beeps, machine.said) == (2, [False])
    machine.add("aplay")
    sounds.play(Sound.FAILED)
    await until(lambda: machine.said == [False, True])
    await sounds.aclose()
    assert machine.beeps == 2


async def test_a_program_that_is_no_program_cannot_play(tmp_path: Path) -> None:
    with pytest.raises(CannotPlayError):
        await ProgramPlayer(str(tmp_path / "nothing")).play(tmp_path)


async def test_windows_plays_by_itself_and_is_stopped_at_the_end(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str | None, int]] = []
    monkeypatch.setattr("agent_desk.system.sounds.LONGEST_S", 60)
    sounds = machine.sounds([WindowsPlayer(lambda file, flags: asked.append((file, flags)))])
    sounds.play(Sound.FAILED)
    sounds.play(Sound.FAILED)
    await until(lambda: asked)
    await sounds.aclose()
    [(file, flags), stop] = asked
    assert Path(file or "").name == "failed.wav"
    assert flags == 0x20003  # a file, not waited for, and no other sound in its place
    assert stop == (None, 0x40)
    assert machine.beeps == 0


async def test_windows_without_a_device_beeps(machine: Machine) -> None:
    def refuse(_file: str | None, _flags: int) -> None:
        msg = "Failed to play sound"
        raise RuntimeError(msg)

    sounds = machine.sounds([WindowsPlayer(refuse)])
    sounds.play(Sound.FAILED)
    await until(lambda: machine.beeps == 1)
    await sounds.aclose()
    assert machine.said == [False]
