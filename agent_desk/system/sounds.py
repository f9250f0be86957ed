"""Short sounds: by the machine's own player, else by the system's beep.

No library plays them: Windows has ``winsound``, macOS ``afplay``, and a Linux desktop at least one
of PipeWire's, PulseAudio's and ALSA's players.
"""

from __future__ import annotations

import asyncio
import logging
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from agent_desk.core.resources import resource_path
from agent_desk.core.tasks import TaskScope

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from agent_desk.core.sound import Sound

LONGEST_S: Final = 1.5
"""No sound of the program is longer."""

# On Linux in the order of their age: the newest one that is there serves the older ones as well.
_PROGRAMS: Final = {
    "darwin": (("afplay",),),
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
}
_PATIENCE_S: Final = 10.0

# Flags of the Windows function PlaySound, from its header mmsystem.h.
_SND_ASYNC: Final = 0x0001
_SND_NODEFAULT: Final = 0x0002
_SND_PURGE: Final = 0x0040
_SND_FILENAME: Final = 0x20000

_log = logging.getLogger(__name__)


class CannotPlayError(Exception):
    """This player cannot play now: it is not there, or has no device."""


class Player(Protocol):
    """One way of this machine to play a WAV file."""

    async def play(self, file: Path) -> None:
        """Play ``file`` to its end, or until cancelled; raises ``CannotPlayError``."""


class ProgramPlayer:
    """Plays by a program that gets the file's name as its last argument; needs Qt's loop.

    Qt's process and not asyncio's: below Python 3.12 that one may collect a process twice which
    ends in the moment in which it is killed, and warns of it.
    """

    def __init__(self, *command: str) -> None:
        self._command = command

    async def play(self, file: Path) -> None:
        program, *options = self._command
        process, is_over = QProcess(), asyncio.Event()

        def on_state_changed(state: QProcess.ProcessState) -> None:
            if state is QProcess.ProcessState.NotRunning:
                is_over.set()

        process.stateChanged.connect(on_state_changed)
        process.setStandardInputFile(QProcess.nullDevice())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.start(program, [*options, str(file)])
        try:
            async with asyncio.timeout(_PATIENCE_S):
                await is_over.wait()
        except TimeoutError as error:
            raise CannotPlayError from error
        finally:
            process.kill()
            await is_over.wait()
        if process.error() is not QProcess.ProcessError.UnknownError or process.exitCode() != 0:
            raise CannotPlayError


class WindowsPlayer:
    """Plays by ``PlaySound``, which plays one sound at a time and gives no word of its end."""

    def __init__(self, play_sound: Callable[[str | None, int], None]) -> None:
        self._play_sound = play_sound

    async def play(self, file: Path) -> None:
        try:
            self._play_sound(str(file), _SND_FILENAME | _SND_ASYNC | _SND_NODEFAULT)
        except RuntimeError as error:
            raise CannotPlayError from error
        try:
            await asyncio.sleep(LONGEST_S)
        except asyncio.CancelledError:
            self._play_sound(None, _SND_PURGE)
            raise


def players() -> tuple[Player, ...]:
    """What can play on this machine, the best first; empty where nothing can."""
    if sys.platform == "win32":
        import winsound  # noqa: PLC0415 - Windows only

        return (WindowsPlayer(winsound.PlaySound),)
    commands = _PROGRAMS.get(sys.platform, _PROGRAMS["linux"])
    found = ((shutil.which(name), options) for name, *options in commands)
    return tuple(ProgramPlayer(path, *options) for path, options in found if path is not None)


class Sounds:
    """Plays without holding anything up, each sound once at a time.

    A player that fails gives way to the next one; where none is left the system beeps.
    ``on_changed`` hears whether sounds can be played whenever that changes; ``beep`` stands in for
    that of Qt. Used on the loop's own
    thread; ``aclose`` ends what is being played.
    """

    def __init__(
        self,
        candidates: Sequence[Player],
        on_changed: Callable[[bool], None],
        *,
        beep: Callable[[], None] | None = None,
    ) -> None:
        self._players = tuple(candidates)
        self._on_changed = on_changed
        self._beep = beep or QApplication.beep
        self._scope: TaskScope | None = TaskScope("sounds")
        self._playing: set[Sound] = set()
        self._can_play = bool(self._players)

    @property
    def can_play(self) -> bool:
        """Whether more than a beep can be heard, as far as is known."""
        return self._can_play

    @property
    def playing(self) -> frozenset[Sound]:
        """What is being played now."""
        return frozenset(self._playing)

    def play(self, sound: Sound) -> None:
        """Let ``sound`` be heard now; nothing more happens where it still is."""
        if self._scope is not None and sound not in self._playing:
            self._playing.add(sound)
            self._scope.start(self._play(sound), name=sound.value)

    async def aclose(self) -> None:
        """Be still from now on."""
        scope, self._scope = self._scope, None
        if scope is not None:
            await scope.aclose()

    async def _play(self, sound: Sound) -> None:
        try:
            file = resource_path(f"sounds/{sound.value}.wav")
            self._note(can_play=await self._is_played(file))
            if not self._can_play:
                self._beep()
        finally:
            self._playing.discard(sound)

    async def _is_played(self, file: Path) -> bool:
        for player in self._players:
            with suppress(CannotPlayError):
                await player.play(file)
                # Those before it are for a sound server that does not run: it comes first now.
                self._players = (player, *(each for each in self._players if each is not player))
                return True
        return False

    def _note(self, *, can_play: bool) -> None:
        if can_play != self._can_play:
            self._can_play = can_play
            _log.info("sounds can be played" if can_play else "no player works: the system beeps")
            self._on_changed(can_play)
