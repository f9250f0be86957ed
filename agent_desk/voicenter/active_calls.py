"""What goes on right now, asked once instead of listened to (Voicenter: Active Calls).

The answers speak of the same extensions and queues as the monitor socket under partly other names.
They are renamed here and read by the socket's own parser, so that who polls and who listens get the
same snapshots. Times come without an offset and are taken for Israeli wall time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.voicenter.api_code import reveal_code
from agent_desk.voicenter.directory import check_err
from agent_desk.voicenter.errors import ApiCodeError, ContractError
from agent_desk.voicenter.event_types import ExtensionsSnapshot, QueuesSnapshot
from agent_desk.voicenter.parsing import parse
from agent_desk.voicenter.wire import Fields, as_list, fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.endpoints import Endpoints
    from agent_desk.voicenter.rest import RestClient

POLL_S: Final = 5.0
"""The service wants no more than one request in this time."""

SNAPSHOT: Final = "AllExtensionsStatus"

_MAX_BYTES: Final = 16 * 1024 * 1024
_TIMEOUT_S: Final = 8.0
_FEW: Final = 3


class ActiveCalls:
    """Snapshots of extensions and queues for when no socket is available."""

    def __init__(self, rest: RestClient, endpoints: Endpoints, code: CodeSource) -> None:
        self._rest = rest
        self._endpoints = endpoints
        self._code = code

    async def extensions(self, extension: str | None = None) -> ExtensionsSnapshot:
        """One extension, or all that the API code may see, with their live calls."""
        payload = {"extensions": await self.extension_payloads(extension)}
        snapshot = parse(SNAPSHOT, payload)
        assert isinstance(snapshot, ExtensionsSnapshot)  # noqa: S101 - there is a list
        return snapshot

    async def extension_payloads(self, extension: str | None = None) -> list[object]:
        """The same as the monitor socket would put it into a snapshot."""
        entries = await self._ask("GetExtensionsCalls", "extensions", "extension", extension)
        return [_as_on_the_socket(fold(entry)) for entry in entries]

    async def queues(self, queue_id: int | None = None) -> QueuesSnapshot:
        """One queue, or all, with those who wait."""
        queue = None if queue_id is None else str(queue_id)
        entries = await self._ask("GetQueuesCallers", "queues", "queue", queue)
        payload = {"queues": [_queue_as_on_the_socket(fold(entry)) for entry in entries]}
        snapshot = parse("loginStatus", payload)
        assert isinstance(snapshot, QueuesSnapshot)  # noqa: S101 - there is a list
        return snapshot

    async def _ask(self, method: str, answer: str, key: str, wanted: str | None) -> list[object]:
        reply = await self._rest.post_json(
            f"{self._endpoints.active_calls}/{method}",
            {"code": reveal_code(self._code), **({key: wanted} if wanted else {})},
            idempotent=True,
            max_bytes=_MAX_BYTES,
            timeout_s=_TIMEOUT_S,
        )
        fields, code = reply.verdict("err")
        check_err(code)
        if not isinstance(fields.get(answer), list):
            message = f"The answer holds no list of {answer}."
            raise ContractError(message)
        return as_list(fields[answer])


class OwnCalls:
    """The ``stream.Fallback``: the calls of the agent's ``own`` extensions, or of all.

    Few extensions are asked for one by one; the whole account, which may be megabytes, only where
    there are many of them or none is known yet.
    """

    def __init__(self, active_calls: ActiveCalls, own: Callable[[], tuple[str, ...]]) -> None:
        self._active_calls = active_calls
        self._own = own

    async def messages(self) -> list[tuple[str, object]]:
        """One snapshot. A wrong API code may be answered by an empty list: ``ApiCodeError``."""
        own = self._own()
        wanted: tuple[str | None, ...] = own if 0 < len(own) <= _FEW else (None,)
        entries: list[object] = []
        for extension in wanted:
            entries += await self._active_calls.extension_payloads(extension)
        if not entries:
            message = "Voicenter lists no extension for this API code."
            raise ApiCodeError(message, next_step="Check the API code.")
        return [(SNAPSHOT, {"extensions": entries})]


def _as_on_the_socket(fields: Fields) -> Fields:
    return {
        "extenUser": fields.get("username"),
        "userID": fields.get("userid"),
        "userName": fields.get("name"),
        "summery": {"representative": fields.get("representative")},
        "onlineUserID": fields.get("onlineuserid"),
        "representativeStatus": fields.get("onlineuserstatus"),
        "calls": fields.get("calls"),
    }


def _queue_as_on_the_socket(fields: Fields) -> Fields:
    callers = [fold(caller) for caller in as_list(fields.get("callers"))]
    return {
        "QueueID": fields.get("id"),
        "QueueName": fields.get("name"),
        "Calls": [
            {
                "CallerID": caller.get("phone"),
                "IvrUniqueID": caller.get("callid"),
                "JoinTimeStamp": caller.get("jointime"),
            }
            for caller in callers
        ],
    }
