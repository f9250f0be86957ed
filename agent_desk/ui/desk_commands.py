"""The commands of an agent's desk, their keys in the main window, and the palette."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from agent_desk.core.link import Link
from agent_desk.ui.call_commands import CallCommands
from agent_desk.ui.commands import Command, Commands, Shortcuts
from agent_desk.ui.desk_side import why_no_service, why_not_here
from agent_desk.ui.dial_commands import DialCommands
from agent_desk.ui.icons import Icon
from agent_desk.ui.status_commands import STATUS, StatusCommands
from agent_desk.ui.theme import Scheme, Tone
from agent_desk.ui.widgets import Toast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.desk.presence import Status
    from agent_desk.ui.desk_side import DeskSide
    from agent_desk.ui.dial_field import DialField
    from agent_desk.ui.palette import Palette

translate: Final = QCoreApplication.translate

_CAN_TRY: Final = frozenset({Link.RECONNECTING, Link.OFFLINE, Link.POLLING})
SETTINGS: Final = "settings"
"""The command whose keys ``SettingsAccess`` binds itself."""


class DeskCommands(QObject):
    """Owns the commands of ``shell``, their keys in its main window and the palette.

    Make it once, after the windows. Signals: ``refused(str)`` with the reason why a command whose
    keys were pressed cannot be done now; the window has said it.
    """

    refused = Signal(str)

    def __init__(self, shell: DeskSide, dial: DialField, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._palette: Palette | None = None
        self._statuses = StatusCommands(shell, self)
        self._show = Command(
            "palette",
            self.tr("Show all commands"),
            Icon.SEARCH,
            self.turn_palette,
            "Ctrl+K",
            is_listed=False,
        )
        self._commands = Commands(
            (
                *CallCommands(shell, self).all(),
                *DialCommands(shell, dial, self).all(),
                *self._statuses.of(),
                *self._of_desk(),
                *self._of_session(),
                *self._of_settings(),
                self._show,
            )
        )
        shortcuts = Shortcuts(shell.window, self._commands, frozenset({SETTINGS}))
        shortcuts.pressed.connect(self._on_keys_pressed)

    @property
    def commands(self) -> Commands:
        """The registry."""
        return self._commands

    @property
    def palette(self) -> Palette | None:
        """The palette, once somebody has asked for it."""
        return self._palette

    def open_palette(self) -> None:
        """Show the palette in front, for a person who pressed a button or chose it in a menu."""
        self._shell.raise_window()
        self._the_palette().open()

    def turn_palette(self) -> None:
        """Show the palette, or let it go."""
        if self._palette is not None and self._palette.is_open:
            self._palette.close_again()
        else:
            self._the_palette().open()

    def set_statuses(self, statuses: Iterable[Status]) -> None:
        """The account has these statuses."""
        self._commands.renew(STATUS, self._statuses.of(statuses))

    def refresh(self) -> None:
        """Calls, connection or page have changed; costs nothing while the palette is away."""
        if self._palette is not None:
            self._palette.refresh()

    def _the_palette(self) -> Palette:
        if self._palette is None:
            # Here: what nobody has asked for holds up no start.
            from agent_desk.ui.palette import Palette  # noqa: PLC0415

            self._palette = Palette(self._shell.window, self._commands)
            self._palette.chosen.connect(self._commands.run)
        return self._palette

    def _on_keys_pressed(self, name: str) -> None:
        if name != self._show.name and self._palette is not None:
            self._palette.close_again()
        reason = self._commands.run(name)
        if reason:
            self._shell.window.show_toast(Toast(Icon.WHY, reason, tone=Tone.NEUTRAL))
            self.refused.emit(reason)

    # ---------------------------------------------------------------------------- the commands

    def _of_desk(self) -> tuple[Command, ...]:
        shell = self._shell
        return (
            Command(
                "show_desk",
                self.tr("Show the desk"),
                Icon.DESK,
                self._show_desk,
                "Alt+Home",
                self.tr("current calls home"),
                self._why_not_here,
            ),
            Command(
                "show_my_calls",
                self.tr("Ask for my recent calls again"),
                Icon.HISTORY,
                self._ask_my_calls,
                "F5",
                self.tr("refresh reload call log"),
                self._why_no_service,
            ),
            Command(
                "try_now",
                self.tr("Try to connect now"),
                Icon.REFRESH,
                shell.intents.try_now_requested.emit,
                "Shift+F5",
                self.tr("reconnect network offline"),
                self._why_not_try,
            ),
        )

    def _of_settings(self) -> tuple[Command, ...]:
        titles = {
            "appearance": translate("AppearanceSection", "Appearance"),
            "pops": translate("PopsSection", "Pops"),
            "recording_guard": translate("GuardSection", "Recording guard"),
            "sounds": translate("SoundsSection", "Sounds"),
            "keys": translate("KeysSection", "Keyboard shortcuts"),
            "privacy": translate("PrivacySection", "Privacy"),
            "custom_data": translate("LabelsSection", "Custom data"),
            "dry_run": translate("DryRunSection", "What would have popped"),
            "numbers": translate("NumbersSection", "Numbers"),
            "sign_in": translate("SignInSection", "Sign-in"),
            "start": translate("AutostartSection", "Start"),
            "diagnostics": translate("DiagnosticsSection", "Diagnostics"),
            "support": translate("SupportSection", "Check and report"),
        }
        schemes = {
            Scheme.SYSTEM: translate("AppearanceSection", "As the system"),
            Scheme.LIGHT: translate("AppearanceSection", "Light"),
            Scheme.DARK: translate("AppearanceSection", "Dark"),
            Scheme.HIGH_CONTRAST: translate("AppearanceSection", "High contrast"),
        }
        section, theme = self.tr("Settings: {section}"), self.tr("Theme: {theme}")
        return (
            *(
                Command(
                    f"theme_{scheme.value}",
                    theme.format(theme=title),
                    Icon.EYE,
                    partial(self._choose_scheme, scheme),
                    also=self.tr("colours appearance"),
                    why_not=partial(self._why_not_scheme, scheme),
                )
                for scheme, title in schemes.items()
            ),
            *(
                Command(
                    f"settings_{name}",
                    section.format(section=title),
                    Icon.SETTINGS,
                    partial(self._open_settings, title),
                    why_not=self._why_no_service,
                )
                for name, title in titles.items()
            ),
        )

    def _of_session(self) -> tuple[Command, ...]:
        shell = self._shell
        return (
            Command(
                SETTINGS,
                translate("SettingsPage", "Settings"),
                Icon.SETTINGS,
                self._shell.settings.open,
                "Ctrl+,",
                self.tr("preferences options"),
                self._why_no_service,
            ),
            Command(
                "choose_extension",
                self.tr("Choose my extension again"),
                Icon.PERSON,
                shell.intents.choose_again_requested.emit,
                also=self.tr("phone seat line"),
                why_not=self._why_not_choose,
            ),
            Command(
                "enter_code",
                self.tr("Enter the API code"),
                Icon.EDIT,
                shell.enter_code,
                also=self.tr("key permission"),
                why_not=self._why_no_service,
            ),
            Command(
                "sign_out",
                translate("DeskHeader", "Sign out"),
                Icon.LEAVE,
                shell.sign_out_requested.emit,
                also=self.tr("log off leave account"),
                why_not=self._why_no_service,
            ),
            Command(
                "quit",
                translate("DeskHeader", "Quit"),
                Icon.CLOSE,
                shell.quit_requested.emit,
                "Ctrl+Q",
                self.tr("exit close program"),
            ),
        )

    # ---------------------------------------------------------------------------- what they do

    def _show_desk(self) -> None:
        self._shell.come_home()

    def _ask_my_calls(self) -> None:
        self._show_desk()
        self._shell.intents.my_calls_requested.emit()

    def _open_settings(self, title: str) -> None:
        self._shell.settings.open_at(title)

    def _choose_scheme(self, scheme: Scheme) -> None:
        settings = self._shell.settings
        settings.choose(replace(settings.preferences, scheme=scheme))

    # --------------------------------------------------------------------------------- why not

    def _why_not_here(self) -> str:
        return why_not_here(self._shell.standing)

    def _why_no_service(self) -> str:
        return why_no_service(self._shell.standing)

    def _why_not_try(self) -> str:
        reason, state = self._why_no_service(), self._shell.standing.link.state
        if reason or state in _CAN_TRY:
            return reason
        if state is Link.CONNECTING:
            return self.tr("Connecting right now")
        return self.tr("The connection is up")

    def _why_not_choose(self) -> str:
        reason = self._why_no_service()
        if reason or self._shell.standing.can_choose:
            return reason
        return self.tr("This sign-in sees no other extensions")

    def _why_not_scheme(self, scheme: Scheme) -> str:
        reason = self._why_no_service()
        is_chosen = self._shell.settings.preferences.scheme is scheme
        return reason or (self.tr("Chosen already") if is_chosen else "")
