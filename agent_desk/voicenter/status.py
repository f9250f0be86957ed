"""The agent's status: login, logout, lunch ... (Voicenter: agent status)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent_desk.voicenter.api_code import reveal_code
from agent_desk.voicenter.errors import ApiCodeError, ContractError, RejectedError, ServiceError
from agent_desk.voicenter.wire import Fields, as_int, as_list, as_str, fold

if TYPE_CHECKING:
    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.endpoints import Endpoints
    from agent_desk.voicenter.rest import RestClient

_OK: Final = 1
_BAD_CODE: Final = 2
_BAD_EXTENSION: Final = 3
_BAD_STATUS: Final = 4
_BAD_REQUEST: Final = frozenset({0, 6})
_is_colour: Final = re.compile(r"#[0-9A-Fa-f]{6}").fullmatch


class SeatInUseError(RejectedError):
    """Another user is logged in on the extension."""

    code = "seat_in_use"
    message = "Somebody else is signed in on this extension."
    next_step = "Ask them to sign out, or use another phone."


class StatusNotUsedError(RejectedError):
    """The account knows no such status."""

    code = "status_not_used"
    message = "Your account does not use this status."
    next_step = "Choose another status."


class UnknownExtensionError(RejectedError):
    """The account knows no such extension, or not for this user."""

    code = "unknown_extension"
    message = "Voicenter does not know this extension."
    next_step = "Check which extension is yours."


@dataclass(frozen=True, slots=True)
class StatusName:
    """What an account calls a status; ``color`` is ``#rrggbb`` or ``""``."""

    code: int
    name: str
    color: str = ""


class AgentStatus:
    """Sets and names agent statuses."""

    def __init__(self, rest: RestClient, endpoints: Endpoints, code: CodeSource) -> None:
        self._rest = rest
        self._endpoints = endpoints
        self._code = code

    async def set(self, *, user_id: int, extension: str, status: int) -> None:
        """Set the status of a user on an extension.

        Returning means that the service accepted it; the change itself is an event on the socket.
        ``user_id`` is that of the real-time extension.
        """
        reply = await self._rest.post_json(
            self._endpoints.set_status,
            {
                "Code": reveal_code(self._code),
                "UserId": str(user_id),
                "ExtensionUser": extension,
                "Status": status,
            },
            idempotent=True,
        )
        fields, status_code = reply.verdict("status")
        _check(status_code, as_int(fields.get("statuserror")), fields)

    async def names(self) -> tuple[StatusName, ...]:
        """The account's own names and colours, in the account's order.

        The path is known from one integrator only: have names of your own at hand for
        ``VoicenterError``. It exists as GET alone, so the code travels in the address.
        """
        reply = await self._rest.get_json(
            self._endpoints.statuses, params={"code": reveal_code(self._code)}
        )
        entries = reply.fields().get("statuses")
        if not isinstance(entries, list):
            message = "The answer holds no list of statuses."
            raise ContractError(message)
        found = [_status_name(fold(entry)) for entry in as_list(entries)]
        names = tuple(name for name in found if name is not None)
        if not names:
            message = "Voicenter knows no statuses for this API code."
            raise ApiCodeError(message)
        return names


def _status_name(fields: Fields) -> StatusName | None:
    code = as_int(fields.get("id"))
    name = as_str(fields.get("name"))
    if code is None or not name:
        return None
    color = as_str(fields.get("color"))
    return StatusName(code, name, color if _is_colour(color) else "")


def _check(status: int, error: int | None, fields: Fields) -> None:
    """Success is both numbers being 1; which pair goes with which message nobody documents."""
    if status == _OK and error == _OK:
        return
    words = as_str(fields.get("statuserromessage")).casefold()
    if error in _BAD_REQUEST:
        message = "Voicenter did not understand the change of status."
        raise RejectedError(message, next_step="Report this to your administrator.")
    if "in use" in words:
        raise SeatInUseError
    if status == _BAD_CODE or "authorization" in words:
        message = "Voicenter did not accept the API code or the user."
        raise ApiCodeError(message)
    if status == _BAD_STATUS and "not support" in words:
        raise StatusNotUsedError
    if status in (_BAD_EXTENSION, _BAD_STATUS):
        raise UnknownExtensionError
    message = f"Voicenter could not set the status (code {status}/{error})."
    raise ServiceError(message)
