"""The start of the window program: a painted window first, everything else after it.

The rest takes longer to import and to build than Qt itself; ``bench_start`` measures it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSystemTrayIcon

from agent_desk.application import new_application
from agent_desk.config import SettingsFile
from agent_desk.core.identity import LoginKind
from agent_desk.effective import effective_settings
from agent_desk.system.directories import Directories
from agent_desk.system.place_file import PlaceFile
from agent_desk.ui.front import Front
from agent_desk.ui.theme import Theme
from agent_desk.ui.window_place import WindowPlaces

if TYPE_CHECKING:
    from agent_desk.options import WindowOptions
    from agent_desk.system.single_instance import FirstInstance


def run_window(options: WindowOptions, first: FirstInstance | None) -> int:
    """The program with its window; the exit code of the process.

    ``first`` hears other starts; ``None`` where that is not possible.
    """
    directories = Directories.of_this_user()
    settings_file = SettingsFile(directories.settings_file, directories.provisioning_file)
    loaded = settings_file.load()
    settings = effective_settings(options.common, loaded.settings)
    app = new_application(settings.profile.language)
    Theme.apply(app, settings.profile.theme.value)
    front = Front()
    WindowPlaces(front.window, PlaceFile(directories.state / "window.json"))
    if options.is_minimized:
        front.window.begin_in_background(has_tray=QSystemTrayIcon.isSystemTrayAvailable())
    if settings.sign_in is None:
        front.show(LoginKind.USER, "")
    else:
        front.show(settings.sign_in.kind, settings.sign_in.identity)

    front.wait_painted()
    if front.was_closed:  # so early that nobody else could hear it
        if first is not None:
            first.release()
        return 0
    # On this thread: whatever a person does meanwhile waits, and nothing of it is lost.
    from agent_desk.app import work_in_window

    return work_in_window(app, front, options, first, settings_file=settings_file, loaded=loaded)
