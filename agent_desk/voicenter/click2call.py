"""Calling by click: the service rings the agent, then the customer (Voicenter: Click2Call).

Nothing here is ever sent twice: after a time-out the agent's phone may already be ringing.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Final

from agent_desk.voicenter.api_code import reveal_code
from agent_desk.voicenter.errors import (
    ApiCodeError,
    RejectedError,
    ServiceError,
    UnknownOutcomeError,
)
from agent_desk.voicenter.wire import Fields, as_int, as_str, fold, phone_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.endpoints import Endpoints
    from agent_desk.voicenter.reply import Reply
    from agent_desk.voicenter.rest import RestClient

MAX_VARIABLES: Final = 10

_TERMINATE_S: Final = 10.0
_MAX_XML: Final = 65_536
_ID_TEXT: Final = 128
_OK: Final = 200


class NotCallableError(RejectedError):
    """What was to be called is no number and no extension code; nothing was sent."""

    message = "This is not a number that can be called."
    next_step = "Check the number."


class PhoneOfflineError(RejectedError):
    """The agent's own telephone is off or not registered (Voicenter: ERRORCODE 3)."""

    message = "Your phone is not connected to Voicenter."
    next_step = "Check that the phone is on and signed in."


class CallingBarredError(RejectedError):
    """The extension may not use Click2Call (Voicenter: ERRORCODE 4)."""

    message = "This extension may not start calls by click."
    next_step = "Ask your administrator to allow it."


class CallNotStartedError(ServiceError):
    """The service says of itself that it could not (Voicenter: ERRORCODE 2)."""


class Click2Call:
    """Starts and ends calls on an extension.

    ``UnknownOutcomeError`` means that the phone may be ringing: look before trying again. Whether
    the extension is free is the caller's to check.
    """

    def __init__(self, rest: RestClient, endpoints: Endpoints, code: CodeSource) -> None:
        self._rest = rest
        self._endpoints = endpoints
        self._code = code

    async def call(
        self,
        extension: str,
        target: PhoneNumber,
        *,
        record: bool | None = None,
        caller_id: PhoneNumber | None = None,
        auto_answer: bool = False,
        variables: Mapping[str, str] | None = None,
        language: str = "",
    ) -> str:
        """Ring ``extension``, then ``target``; the call's id.

        The service accepting it does not mean that anybody is connected. ``target`` is a number or
        an extension code, ``caller_id`` what the customer sees (one of the account's numbers),
        ``variables`` come back as custom data. The id may be empty where the service gave none.
        """
        number = phone_digits(target) or target.raw.strip()
        if target.is_hidden or not (number.isascii() and number.isalnum()):
            raise NotCallableError
        if variables and len(variables) > MAX_VARIABLES:
            message = f"at most {MAX_VARIABLES} variables travel with a call"
            raise ValueError(message)
        body = {
            "phone": extension,
            "target": number,
            "action": "call",
            "checkphonedevicestate": "true",
        }
        if record is not None:
            body["record"] = "true" if record else "false"
        if caller_id is not None:
            body["targetcallerid"] = phone_digits(caller_id)
        if auto_answer:
            body["phoneautoanswer"] = "true"
        if language:
            body["language"] = language
        for name, value in (variables or {}).items():
            body[f"var_{name}"] = value
        fields = await self._send(body)
        return as_str(fields.get("callid"), _ID_TEXT)

    async def terminate(
        self, extension: str, *, is_wanted: Callable[[], bool] | None = None
    ) -> None:
        """End whatever runs on ``extension``: the service cannot be told which call is meant.

        So ``is_wanted`` is asked once more when all but the request itself has been done; where it
        says no, nothing is sent and ``NotSentError`` raised. Sent once, whatever comes of it.
        """
        body = {"phone": extension, "action": "terminate"}
        await self._send(body, timeout_s=_TERMINATE_S, may_send=is_wanted)

    async def _send(
        self,
        body: Mapping[str, str],
        *,
        timeout_s: float | None = None,
        may_send: Callable[[], bool] | None = None,
    ) -> Fields:
        reply = await self._rest.post_json(
            self._endpoints.click2call,
            {"code": reveal_code(self._code), **body, "format": "json"},
            idempotent=False,
            timeout_s=timeout_s,
            may_send=may_send,
        )
        fields = _fields(reply)
        _check(fields)
        return fields


def _fields(reply: Reply) -> Fields:
    """The answer's members, from JSON or XML, told apart by the first character."""
    fields = fold(reply.body) or _from_xml(reply)
    if "errorcode" in fields:
        return fields
    if reply.status == _OK and not reply.content.lstrip().startswith(b"<"):
        raise UnknownOutcomeError  # empty, cut or without a verdict: it may have been carried out
    return reply.verdict("errorcode")[0]  # raises, and says why


def _from_xml(reply: Reply) -> Fields:
    """An XML-RPC ``methodResponse``; empty for any other text.

    What makes XML dangerous, entities, needs a document type: those are refused unread. Names and
    values are read from a string of bounded length.
    """
    if len(reply.content) > _MAX_XML:
        return {}
    text = reply.text.strip()
    folded = text.casefold()
    if not text.startswith("<") or "<!doctype" in folded or "<!entity" in folded:
        return {}
    try:
        root = ET.fromstring(text)  # noqa: S314 - no document type, no entities
    except ET.ParseError:
        return {}
    if root.tag != "methodResponse":
        return {}
    return fold(
        {
            member.findtext("name", "").strip(): "".join(value.itertext()).strip()
            for member in root.iter("member")
            if (value := member.find("value")) is not None
        }
    )


def _check(fields: Fields) -> None:
    code = as_int(fields.get("errorcode"))
    match code:
        case 0:
            return
        case None:
            raise UnknownOutcomeError
        case 1:
            words = as_str(fields.get("errormessage")).casefold()
            if "code" in words or "authori" in words:
                raise ApiCodeError
            message = "Voicenter refused the call: something in the request is missing or wrong."
            raise RejectedError(message, next_step="Check the number and your extension.")
        case 2:
            message = "Voicenter could not start the call (code 2)."
            raise CallNotStartedError(message)
        case 3:
            raise PhoneOfflineError
        case 4:
            raise CallingBarredError
    # Nobody documents it: that nothing rings would be a guess, and the next press a second call.
    message = (
        f"Voicenter gave no clear answer; the request may have been carried out (code {code})."
    )
    raise UnknownOutcomeError(message)
