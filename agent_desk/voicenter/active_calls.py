"""What goes on right now, asked once instead of listened to (Voicenter: Active Calls).

The answers speak of the same extensions and queues as the monitor socket under partly other names.
They are renamed here and read by the socket's own parser, so that who polls and who listens get the
same snapshots. Times come without an offset and are taken for Israeli wall time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.voicenter.api_code import reveal_code
from agent_desk.voicenter.directory import check_err
from agent_desk.voicenter.errors import ContractError
from agent_desk.voicenter.event_types import ExtensionsSnapshot, QueuesSnapshot
from agent_desk.voicenter.parsing import parse
from agent_desk.voicenter.wire import Fields, as_list, fold

if TYPE_CHECKING:
    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.endpoints import Endpoints
    from agent_desk.voicenter.rest import RestClient

POLL_S: Final = 5.0
"""The service wants no more than one request in this time."""

_MAX_BYTES: Final = 16 * 1024 * 1024


class ActiveCalls:
    """Snapshots of extensions and queues for when no socket is available."""

    def __init__(self, rest: RestClient, endpoints: Endpoints, code: CodeSource) -> None:
        self._rest = rest
        self._endpoints = endpoints
        self._code = code

    async def extensions(self, extension: str | None = None) -> ExtensionsSnapshot:
        """One extension, or all that the API code may see, with their live calls."""
        entries = await self._ask("GetExtensionsCalls", "extensions", "extension", extension)
        payload = {"extensions": [_as_on_the_socket(fold(entry)) for entry in entries]}
        snapshot = parse("AllExtensionsStatus", payload)
        assert isinstance(snapshot, ExtensionsSnapshot)  # noqa: S101 - there is a list
        return snapshot

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
        )
        fields, code = reply.verdict("err")
        check_err(code)
        if not isinstance(fields.get(answer), list):
            message = f"The answer holds no list of {answer}."
            raise ContractError(message)
        return as_list(fields[answer])


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
