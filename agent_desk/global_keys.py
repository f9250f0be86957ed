"""The hotkeys that work from anywhere, put together: their system, the settings, the wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.core.hotkeys import HotkeyProblem
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
    from agent_desk.core.hotkeys import HotkeyAction, HotkeyState
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
        self._lost: set[HotkeyAction] = set()
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
        self._shell.settings.close()
        self._shell.raise_window()
        card = None if key is None else self._shell.desk_card(key)
        if card is not None:
            card.focus_first_action()

    def _on_changed(self, state: HotkeyState) -> None:
        """Say it where one that worked does so no longer: it would be pressed in vain."""
        lost = {each for each, why in state.problems.items() if why is HotkeyProblem.LOST}
        if lost - self._lost:
            said = hotkey_words.problem(HotkeyProblem.LOST)
            self._shell.show_toast(Toast(Icon.FAILED, said, tone=Tone.MUTED))
        self._lost = lost

    def _on_refused(self, why: str) -> None:
        self._shell.show_toast(Toast(Icon.WHY, why, tone=Tone.NEUTRAL))
