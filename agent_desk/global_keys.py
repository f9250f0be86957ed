"""The hotkeys that work from anywhere, put together: their system, the settings, the wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.desk.mute_record import MuteTrigger
from agent_desk.system.hotkeys import GlobalHotkeys, hotkey_backend
from agent_desk.ui import hotkey_words
from agent_desk.ui.hotkey_wishes import HotkeyWishes
from agent_desk.ui.icons import Icon
from agent_desk.ui.intent_signals import MuteSource
from agent_desk.ui.theme import Tone
from agent_desk.ui.widgets import Toast

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from agent_desk.core.hotkeys import HotkeyAction, HotkeyProblem, HotkeyState
    from agent_desk.desk.card import Card
    from agent_desk.desk.state import CallKey
    from agent_desk.ui.handed_over import HandedOver
    from agent_desk.ui.shell import Shell


class GlobalKeys:
    """Asks the system for the hotkeys that are set, and does in ``shell`` what they are for.

    Copied numbers are shown by ``handed_over`` and never dialled.
    """

    def __init__(self, shell: Shell, clock: Clock, handed_over: HandedOver) -> None:
        self._shell = shell
        self._found: set[tuple[HotkeyAction, HotkeyProblem]] = set()
        settings = shell.settings
        self._hotkeys = GlobalHotkeys(hotkey_backend(hotkey_words.titles()))
        self._hotkeys.changed.connect(settings.show_hotkeys)
        self._hotkeys.changed.connect(self._on_changed)
        settings.hotkeys_applied.connect(self._hotkeys.set)
        settings.keys_awaited.connect(self._hotkeys.pause)
        settings.opened.connect(self._hotkeys.look)
        self._hotkeys.set(settings.preferences.hotkeys)
        self._wishes = HotkeyWishes(clock, lambda: settings.preferences.region)
        self._hotkeys.mute_requested.connect(self._wishes.mute_or_resume)
        self._hotkeys.desk_requested.connect(self._wishes.go_to_call)
        self._hotkeys.dial_requested.connect(self._wishes.show_copied)
        shell.tray.copied_requested.connect(self._wishes.show_copied)
        keys = MuteSource(shell.intents, MuteTrigger.HOTKEY)
        self._wishes.mute_requested.connect(keys.mute)
        self._wishes.resume_requested.connect(keys.resume)
        self._wishes.number_chosen.connect(handed_over.show_copied)
        self._wishes.call_wanted.connect(self._on_call_wanted)
        self._wishes.refused.connect(self._on_refused)

    def follow(self, cards: tuple[Card, ...]) -> None:
        """These are the calls now."""
        self._wishes.follow(cards)

    async def run(self) -> None:
        """Serve until cancelled."""
        await self._hotkeys.run()

    def _on_call_wanted(self, key: CallKey | None) -> None:
        self._shell.come_home()
        card = None if key is None else self._shell.desk_card(key)
        if card is not None:
            card.focus_first_action()

    def _on_changed(self, state: HotkeyState) -> None:
        """Say what does not work and would be pressed in vain; the settings say it themselves."""
        found = set(state.problems.items())
        fresh = sorted(found - self._found, key=lambda each: each[0].value)
        self._found = found
        if fresh and not self._shell.settings.is_open:
            said = " ".join(
                f"{hotkey_words.title(action)}: {hotkey_words.problem(why)}"
                for action, why in fresh
            )
            self._shell.show_toast(Toast(Icon.FAILED, said, tone=Tone.MUTED))

    def _on_refused(self, why: str) -> None:
        self._shell.show_toast(Toast(Icon.WHY, why, tone=Tone.NEUTRAL))
