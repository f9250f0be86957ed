"""What a person wants, carried to the shift that is being worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent_desk.core.tasks import TaskScope

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.desk.mute_record import MuteTrigger
    from agent_desk.desk.state import CallKey
    from agent_desk.shift.shift import Shift
    from agent_desk.ui.intents import BlockRequest
    from agent_desk.ui.shell import Shell


class IntentRouter:
    """Carries the wishes of ``shell`` to ``shift``; while that is ``None`` they go nowhere.

    ``open_link`` opens a checked address. What was asked of a shift and has no answer yet ends with
    it: call ``settle`` then.
    """

    def __init__(self, shell: Shell, open_link: Callable[[str], None]) -> None:
        self.shift: Shift | None = None
        self._shell = shell
        self._scope = TaskScope("wishes")
        intents = shell.intents
        intents.mute_requested.connect(self._on_mute_requested)
        intents.resume_requested.connect(self._on_resume_requested)
        intents.extend_requested.connect(self._on_extend_requested)
        intents.guard_dismissed.connect(self._on_guard_dismissed)
        intents.block_requested.connect(self._on_block_requested)
        intents.unblock_requested.connect(self._on_unblock_requested)
        intents.talks_requested.connect(self._on_talks_requested)
        intents.my_calls_requested.connect(self._on_my_calls_requested)
        intents.card_closed.connect(self._on_card_closed)
        intents.try_now_requested.connect(self._on_try_now_requested)
        intents.choose_again_requested.connect(self._on_choose_again_requested)
        intents.status_requested.connect(self._on_status_requested)
        intents.debt_settled.connect(self._on_debt_settled)
        intents.link_opened.connect(open_link)
        shell.pages.team_watched.connect(self._on_team_watched)
        shell.pages.queues_watched.connect(self._on_queues_watched)
        shell.pages.queues_requested.connect(self._on_queues_requested)
        shell.pages.caller_settled.connect(self._on_caller_settled)
        shell.settings.past_calls_requested.connect(self._on_past_calls_requested)

    async def settle(self) -> None:
        """The shift is over: what waits for its answers ends, too."""
        self.shift = None
        self._shell.settings.show_past_calls(())
        scope, self._scope = self._scope, TaskScope("wishes")
        await scope.aclose()

    def mute(self, key: CallKey, *, muted: bool, trigger: MuteTrigger) -> None:
        """Mute or resume the recording of one call; the cards say what becomes of it."""
        if self.shift is not None:
            self.shift.mute(key, muted=muted, trigger=trigger)

    def _on_mute_requested(self, key: CallKey, trigger: MuteTrigger) -> None:
        self.mute(key, muted=True, trigger=trigger)

    def _on_resume_requested(self, key: CallKey, trigger: MuteTrigger) -> None:
        self.mute(key, muted=False, trigger=trigger)

    def _on_extend_requested(self, key: CallKey) -> None:
        if self.shift is not None:
            self.shift.extend_mute(key)

    def _on_guard_dismissed(self, key: CallKey) -> None:
        if self.shift is not None:
            self.shift.dismiss_failure(key)

    def _on_block_requested(self, request: BlockRequest) -> None:
        self._change_list(request, is_blocked=True)

    def _on_unblock_requested(self, request: BlockRequest) -> None:
        self._change_list(request, is_blocked=False)

    def _change_list(self, request: BlockRequest, *, is_blocked: bool) -> None:
        async def change(shift: Shift) -> None:
            if is_blocked:
                error = await shift.blocking.block(request.number, request.name)
            else:
                error = await shift.blocking.unblock(request.number)
            code, message = ("", "") if error is None else (error.code, error.message)
            self._shell.block_result(request, error is None, code, message)

        if self.shift is not None:
            self._scope.start(change(self.shift), name="block")

    def _on_talks_requested(self, key: CallKey) -> None:
        if self.shift is not None:
            self.shift.ask_talks(key)

    def _on_my_calls_requested(self) -> None:
        if self.shift is not None:
            self.shift.refresh_my_calls()

    def _on_past_calls_requested(self) -> None:
        calls = self.shift.past_calls if self.shift is not None else ()
        self._shell.settings.show_past_calls(calls)

    def _on_card_closed(self, key: CallKey) -> None:
        if self.shift is not None:
            self.shift.close_card(key)

    def _on_try_now_requested(self) -> None:
        if self.shift is not None:
            self.shift.try_now()

    def _on_status_requested(self, code: int) -> None:
        if self.shift is not None:
            self.shift.set_status(code)

    def _on_debt_settled(self, person: str) -> None:
        if self.shift is not None:
            self.shift.settle_debt(person)

    def _on_team_watched(self, is_watched: bool) -> None:  # noqa: FBT001 - a Qt signal's slot
        if self.shift is not None:
            self.shift.aside.roster.watch(is_watched=is_watched)

    def _on_queues_watched(self, is_watched: bool) -> None:  # noqa: FBT001 - as above
        if self.shift is not None:
            self.shift.aside.queues.watch(is_watched)

    def _on_queues_requested(self) -> None:
        if self.shift is not None:
            self.shift.aside.queues.refresh()

    def _on_caller_settled(self, person: str) -> None:
        if self.shift is not None:
            self.shift.aside.queues.settle(person)

    def _on_choose_again_requested(self) -> None:
        if self.shift is not None:
            self.shift.choose_again()
