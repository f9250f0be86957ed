"""Voicenter's path that mutes and resumes recordings, at its two addresses."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING, Final

from agent_desk.sandbox.answers import Answer, CutError
from agent_desk.sandbox.faults import HTML_PAGE, Faults, pause
from agent_desk.sandbox.mutes import MuteBase, MuteFault, MuteReport, MuteRule

if TYPE_CHECKING:
    from agent_desk.core.tasks import TaskScope
    from agent_desk.sandbox.answers import Handler
    from agent_desk.sandbox.calls import Call
    from agent_desk.sandbox.requests import RecordedRequest
    from agent_desk.sandbox.world import World

_NO_CALL: Final = Answer({"ErrorCode": 400, "Message": "UniqueIvrID not found"})
_NO_EXTENSION: Final = Answer({"ErrorCode": 400, "Message": "Extension not found"})
# The vendor's sample prints the inner quotes unescaped, which is not JSON.
_BAD_PARAMETERS: Final = Answer(
    '{"ErrorCode":400,"Message":"Parameters are not valid, should be "ivrid" and "mute" "}'
)
_REFUSALS: Final = {
    MuteFault.REFUSED: Answer({"ErrorCode": 400, "Message": "Recording could not be changed"}),
    MuteFault.UNKNOWN_CALL: _NO_CALL,
    MuteFault.UNKNOWN_EXTENSION: _NO_EXTENSION,
    MuteFault.BAD_PARAMETERS: _BAD_PARAMETERS,
    MuteFault.NOT_OFFERED: Answer(HTML_PAGE, status=404, content_type="text/html"),
}


class MutePaths:
    """Mute and resume on top of a world; ``scope`` owns the events that come later."""

    def __init__(self, world: World, faults: Faults, scope: TaskScope) -> None:
        self._world = world
        self._faults = faults
        self._scope = scope

    def routes(self) -> dict[str, Handler]:
        """Path in lower case -> handler."""
        return {
            "/comet/api/muteunmutecalls": partial(self._mute, MuteBase.OLDER),
            "/api/muteunmutecalls": partial(self._mute, MuteBase.MONITOR),
        }

    async def _mute(self, base: MuteBase, request: RecordedRequest) -> Answer:
        ivrid, extension, state = (request.params.text(k) for k in ("ivrid", "extension", "state"))
        recorder = self._world.recorder
        ids = (ivrid,) if ivrid else tuple(call.ivrid for call in self._calls("", extension))
        asked = recorder.hear(base, ids, extension, muted={"1": True, "0": False}.get(state))
        rule = recorder.take(asked) or self._usual()
        asked.fault = rule.fault
        await pause(rule.delay_s)
        if rule.fault is MuteFault.DROPPED:
            raise CutError
        answer = _REFUSALS.get(rule.fault) or self._refusal(ivrid, extension, asked.muted)
        if answer is None:
            calls = self._calls(ivrid, extension)
            self._apply(rule, calls, is_muted=state == "1")
            asked.is_done = all(call.is_muted == asked.muted for call in calls)
            if rule.fault is MuteFault.LOST:
                raise CutError
            action = secrets.token_hex(16)
            answer = Answer({"ErrorCode": "200", "Message": "Success", "ActionID": action})
        asked.answered = self._world.clock.monotonic()
        return answer

    def _usual(self) -> MuteRule:
        """What happens where no rule fits."""
        faults = self._faults
        report = MuteReport.EVENT if faults.is_mute_announced else MuteReport.PASSING
        return MuteRule(faults.mute, faults.mute_delay_s, report)

    def _calls(self, ivrid: str, extension: str) -> list[Call]:
        if not (ivrid or extension):
            return []
        return self._world.calls(ivrid=ivrid or None, extension=extension or None)

    def _refusal(self, ivrid: str, extension: str, muted: bool | None) -> Answer | None:  # noqa: FBT001 - one of the three
        if muted is None or not (ivrid or extension):
            return _BAD_PARAMETERS
        if ivrid and not self._calls(ivrid, extension):
            return _NO_CALL
        if extension and extension not in self._world.account.extensions:
            return _NO_EXTENSION
        return None

    def _apply(self, rule: MuteRule, calls: list[Call], *, is_muted: bool) -> None:
        for call in calls:
            if rule.fault is not MuteFault.CONTRADICTED:
                call.set_muted(is_muted=is_muted, is_told=rule.report is MuteReport.PASSING)
            if rule.report is not MuteReport.EVENT:
                continue
            if rule.report_after_s > 0:
                self._scope.start(_tell_later(call, rule.report_after_s), name="mute report")
            else:
                call.tell_muted(is_muted=call.is_muted)


async def _tell_later(call: Call, delay_s: float) -> None:
    await pause(delay_s)
    if call.is_live:
        call.tell_muted(is_muted=call.is_muted)
