"""The window program, put together: the only place that knows everybody."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from agent_desk import __version__, eventloop, logs
from agent_desk.application import Application, new_application
from agent_desk.core.clock import SystemClock
from agent_desk.core.errors import BadInputError, StorageError
from agent_desk.core.stopping import leave_in_time
from agent_desk.core.tasks import TaskScope
from agent_desk.effective import effective_settings
from agent_desk.outside import Outside
from agent_desk.program import Program
from agent_desk.surroundings import Surroundings
from agent_desk.system import less_motion
from agent_desk.system.autostart import autostart
from agent_desk.system.compositor import compositor_check
from agent_desk.system.directories import Directories, make_private
from agent_desk.system.network import NetworkWatch
from agent_desk.system.opener import DesktopOpener
from agent_desk.system.proxy import SystemProxy
from agent_desk.system.secrets import given_secret
from agent_desk.ui.shell import Shell
from agent_desk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from agent_desk.config import LoadedSettings, SettingsFile
    from agent_desk.logs import Logs
    from agent_desk.options import Options, ReplayOptions, WindowOptions
    from agent_desk.system.single_instance import FirstInstance
    from agent_desk.ui.front import Front

_log = logging.getLogger(__name__)

# The watch costs 30 ms, which nobody notices once the first sign-in is under way.
_NETWORK_WATCH_AFTER_S: Final = 3.0


def make_shell(app: Application, front: Front | None = None) -> Shell:
    """All our windows, those of ``front`` among them; none is shown by this."""
    theme = Theme.of(app)
    return Shell(theme, SystemClock(), front=front, is_composited=compositor_check())


def work_in_window(
    app: Application,
    front: Front,
    window_options: WindowOptions,
    first: FirstInstance | None,
    *,
    settings_file: SettingsFile,
    loaded: LoadedSettings,
) -> int:
    """The window program from the moment on that ``front`` is shown; the process's exit code."""
    options = window_options.common
    directories = Directories.of_this_user()
    log = set_up_logs(directories, options)
    _log.info("agent_desk %s starts", __version__)
    shell = make_shell(app, front)
    system_proxy = SystemProxy()
    clock = SystemClock()
    outside = Outside(shell, clock, first, window_options.number, directories)
    surroundings = Surroundings(
        settings_file=settings_file,
        loaded=loaded,
        opener=DesktopOpener(),
        clock=clock,
        server=options.server,
        sign_in=effective_settings(options, loaded.settings).sign_in,
        given_secret=given_secret,
        system_proxy=system_proxy,
        directories=directories,
        autostart=autostart(),
        on_transition=outside.hear,
        on_cards=outside.follow,
    )
    network = NetworkWatch(app)
    network.changed.connect(system_proxy.forget)
    try:
        return eventloop.run(
            app,
            lambda: work(app, shell, surroundings, network=network, outside=outside, is_last=True),
        )
    finally:
        outside.close()
        if log is not None:
            log.close()


async def work(
    app: Application,
    shell: Shell,
    surroundings: Surroundings,
    alongside: Callable[[Program], Awaitable[int]] | None = None,
    *,
    network: NetworkWatch | None = None,
    outside: Outside | None = None,
    is_last: bool = False,
) -> int:
    """Run the program to its end, in one thread and on one loop.

    ``alongside`` is somebody who uses the program (the demo); the program ends when it is done,
    with its exit code. ``network`` tells when to connect anew, ``outside`` lets other starts in.
    ``is_last``: the process has nothing else to do and ends in time even where something hangs.
    """
    loop = asyncio.get_running_loop()
    program = Program(shell, surroundings)
    app.quit_wanted.connect(program.stop)
    eventloop.on_stop_signals(loop, program.stop)
    eventloop.install_hooks(loop)
    scope = TaskScope("app")
    if network is not None:
        network.changed.connect(program.network_changed)
        loop.call_later(_NETWORK_WATCH_AFTER_S, network.start)
    if outside is not None:
        scope.start(outside.run(program.stopped), name="outside")
        scope.start(program.away.run(), name="away")
        scope.start(less_motion.follow(shell.settings.motion.hear_system), name="less motion")
    user = None if alongside is None else scope.start(_use(program, alongside), name="user")
    if is_last:
        scope.start(_leave_in_time(program), name="leave")
    try:
        await program.run()
    finally:
        await scope.aclose()
    return 0 if user is None or user.cancelled() else user.result()


async def _use(program: Program, alongside: Callable[[Program], Awaitable[int]]) -> int:
    try:
        return await alongside(program)
    finally:
        program.stop()


async def _leave_in_time(program: Program) -> None:
    await program.stopped.wait()
    leave_in_time()


def run_replay(options: ReplayOptions) -> int:
    """Play a recording through the windows, as fast as it was or ``speed`` times that."""
    try:
        lines = options.file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        msg = f"The file {options.file.name} cannot be read."
        raise BadInputError(msg, next_step="Check its name and its rights.") from error
    app = new_application(options.common.language)
    shell = make_shell(app)
    log = set_up_logs(Directories.of_this_user(), options.common)
    _log.info("agent_desk %s replays %d lines", __version__, len(lines))

    async def main() -> int:
        loop = asyncio.get_running_loop()
        stop = asyncio.Event()
        app.quit_wanted.connect(stop.set)
        eventloop.on_stop_signals(loop, stop.set)
        eventloop.install_hooks(loop)
        await replay_in(shell, lines, options, stop)
        leave_in_time()
        return 0

    try:
        return eventloop.run(app, main)
    finally:
        if log is not None:
            log.close()


async def replay_in(
    shell: Shell, lines: list[str], options: ReplayOptions, stop: asyncio.Event
) -> None:
    """Play ``lines`` in the windows of ``shell`` until ``stop`` is set or a person leaves."""
    from agent_desk.shift.playback import play

    opener = DesktopOpener()

    def open_link(url: str) -> None:
        if not opener.open(url):
            shell.notice("no_browser", "This system has no way to open the link.")

    async def play_all() -> None:
        events = await play(
            lines,
            shell.set_cards,
            SystemClock(),
            own=options.common.extensions,
            speed=options.speed,
            progress=progress.show,
        )
        progress.end(is_empty=not events)

    shell.quit_requested.connect(stop.set)
    shell.intents.link_opened.connect(open_link)
    progress = shell.show_replay(options.file.name)
    scope = TaskScope("replay")
    scope.start(play_all(), name="play")
    await stop.wait()
    await scope.aclose()
    shell.close_all()


def set_up_logs(directories: Directories, options: Options) -> Logs | None:
    """Logging to the file of the window; without it where that cannot be written."""
    try:
        make_private(directories.state)
        return logs.set_up(directories.log_file("window"), level=options.log_level or logging.INFO)
    except StorageError:
        logging.getLogger().addHandler(logging.NullHandler())
        return None
