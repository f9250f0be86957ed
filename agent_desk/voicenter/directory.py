"""Who is who in the organisation (Voicenter: organizational extension list)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from agent_desk.voicenter.api_code import reveal_code
from agent_desk.voicenter.errors import ApiCodeError, ServiceError
from agent_desk.voicenter.wire import Fields, as_int, as_list, as_str, fold

if TYPE_CHECKING:
    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.endpoints import Endpoints
    from agent_desk.voicenter.rest import RestClient

_ID_TEXT: Final = 128
_BAD_CODE: Final = 1


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """One extension of the organisation; every text may be empty, the e-mail may be shared."""

    sip: str
    name: str = ""
    speed_dial: str = ""
    account_id: int | None = None
    account_name: str = ""
    user_name: str = field(default="", repr=False)
    user_email: str = field(default="", repr=False)


class Directory:
    """The organisation's extensions; worth keeping for 15 to 30 minutes."""

    def __init__(self, rest: RestClient, endpoints: Endpoints, code: CodeSource) -> None:
        self._rest = rest
        self._endpoints = endpoints
        self._code = code

    async def extensions(self, *, is_whole_organisation: bool = True) -> tuple[DirectoryEntry, ...]:
        """All extensions, or those of the code's own department.

        A wrong but well-formed API code gets an empty list instead of an error, so an empty one
        raises ``ApiCodeError``.
        """
        reply = await self._rest.post_json(
            self._endpoints.extensions,
            {"code": reveal_code(self._code), "showAll": int(is_whole_organisation)},
            idempotent=True,
        )
        fields, code = reply.verdict("err")
        check_err(code)
        read = [_entry(fold(item)) for item in as_list(fields.get("extensions"))]
        entries = tuple(entry for entry in read if entry is not None)
        if not entries:
            message = "Voicenter lists no extension for this API code."
            raise ApiCodeError(message, next_step="Check the API code.")
        return entries


def check_err(code: int) -> None:
    """Raise what the member ``ERR`` of the monitor's REST services says."""
    if code == 0:
        return
    if code == _BAD_CODE:
        raise ApiCodeError
    message = f"Voicenter reports a fault of its own (code {code})."
    raise ServiceError(message)


def _entry(fields: Fields) -> DirectoryEntry | None:
    sip = as_str(fields.get("sip"), _ID_TEXT)
    if not sip:
        return None
    return DirectoryEntry(
        sip=sip,
        name=as_str(fields.get("name")),
        speed_dial=as_str(fields.get("speeddial")),
        account_id=as_int(fields.get("accountid")),
        account_name=as_str(fields.get("accountname")),
        user_name=as_str(fields.get("username")),
        user_email=as_str(fields.get("useremail")),
    )
