"""Voicenter's REST paths that only tell: extension list, active calls, queues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.sandbox import wire
from agent_desk.sandbox.answers import Answer
from agent_desk.sandbox.http_api import IP_REFUSED

if TYPE_CHECKING:
    from agent_desk.sandbox.account import Extension
    from agent_desk.sandbox.answers import Handler
    from agent_desk.sandbox.calls import Call
    from agent_desk.sandbox.faults import Faults
    from agent_desk.sandbox.requests import RecordedRequest
    from agent_desk.sandbox.wire import Json
    from agent_desk.sandbox.world import World

_CALL_FIELDS: Final = (
    "callStarted",
    "callAnswered",
    "answered",
    "callername",
    "callerphone",
    "callstatus",
    "customdata",
    "direction",
    "ivrid",
    "recording",
    "did",
)


class ListPaths:
    """Reads the world; changes nothing."""

    def __init__(self, world: World, faults: Faults, api_code: str) -> None:
        self._world = world
        self._faults = faults
        self._api_code = api_code

    def routes(self) -> dict[str, Handler]:
        """Path in lower case -> handler."""
        return {
            "/comet/api/getextensions": self._extensions,
            "/comet/api/getextensionscalls": self._active_calls,
            "/comet/api/getqueuescallers": self._queue_callers,
        }

    # -------------------------------------------------------------------------------- directory
    async def _extensions(self, request: RecordedRequest) -> Answer:
        if self._faults.is_ip_refused:
            return IP_REFUSED
        code = request.params.text("code")
        if not code.isalnum():
            return Answer({"ERR": 1, "DESC": "Unauthorized"})
        account = self._world.account
        # Voicenter: a well-formed but wrong code is answered with success and an empty list.
        phones = account.extensions.values() if code == self._api_code else ()
        return Answer(
            {
                "ERR": 0,
                "DESC": "OK",
                "EXTENSIONS": [
                    {
                        "SIP": e.sip,
                        "Name": f"Extension {e.speed_dial}",
                        "SpeedDial": str(e.speed_dial),
                        "AccountID": account.account_id,
                        "AccountName": account.name,
                        "UserName": e.owner.name,
                        "UserEmail": e.owner.email,
                    }
                    for e in phones
                ],
            }
        )

    # ----------------------------------------------------------------------------- active calls
    async def _active_calls(self, request: RecordedRequest) -> Answer:
        refusal = self._refusal(request)
        if refusal is not None:
            return refusal
        wanted = request.params.text("extension")
        phones = [e for e in self._world.account.extensions.values() if wanted in ("", e.sip)]
        return Answer(
            {"ERR": 0, "DESC": "OK", "EXTENSIONS": [self._active_extension(e) for e in phones]}
        )

    def _active_extension(self, extension: Extension) -> Json:
        online = extension.online_user
        return {
            "name": extension.owner.name,
            "representative": (online or extension.owner).name,
            "username": extension.sip,
            "extensionID": extension.number,
            "userID": extension.owner.id,
            "onlineUserID": online.id if online else 0,
            "onlineUserStatus": extension.status,
            "calls": [self._active_call(call) for call in extension.calls],
        }

    def _active_call(self, call: Call) -> Json:
        full = wire.call_object(call, self._world.stamp(), self._world.dialect)
        return {key: full[key] for key in _CALL_FIELDS}

    async def _queue_callers(self, request: RecordedRequest) -> Answer:
        refusal = self._refusal(request)
        if refusal is not None:
            return refusal
        wanted = request.params.text("queue")
        stamp = self._world.stamp()
        return Answer(
            {
                "ERR": 0,
                "DESC": "OK",
                "QUEUES": [
                    {
                        "Name": queue.name,
                        "ID": queue.id,
                        "Weight": queue.weight,
                        "Callers": [
                            {
                                "Phone": caller.number,
                                "CallID": caller.ivrid,
                                "JoinTime": stamp.epoch(caller.joined),
                                "Duration": int((stamp.moment - caller.joined).total_seconds()),
                            }
                            for caller in queue.callers
                        ],
                    }
                    for queue in self._world.account.queues.values()
                    if wanted in ("", str(queue.id))
                ],
            }
        )

    def _refusal(self, request: RecordedRequest) -> Answer | None:
        if self._faults.is_ip_refused:
            return IP_REFUSED
        if request.params.text("code") != self._api_code:
            return Answer({"ERR": 1, "DESC": "Authorization failed."})
        return None
