"""Stopping and resuming the recording of a call while card data is spoken.

Voicenter: mute call recording. The voice path is not touched, and no credential is documented:
being able to reach the server is the gate. No event is known to follow a mute: where
``Recording.is_muted`` of a later one says the same, that is a second confirmation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent_desk.voicenter.errors import (
    ContractError,
    NetworkNotAllowedError,
    RejectedError,
    ServiceError,
    UnknownOutcomeError,
    UnreachableError,
)
from agent_desk.voicenter.wire import as_int, fold

if TYPE_CHECKING:
    from agent_desk.voicenter.endpoints import Endpoints
    from agent_desk.voicenter.reply import Reply
    from agent_desk.voicenter.rest import RestClient

_PATH: Final = "/api/MuteUnmuteCalls"
_OK: Final = 200
_NOT_HERE: Final = frozenset({404, 405, 501})
_TIMEOUT_S: Final = 6.0

# Told by the message, since one of the answers is not even JSON (its inner quotes are bare).
_REFUSALS: Final = {
    "uniqueivrid not found": (
        "Voicenter does not know this call any more.",
        "Look whether the call is still running.",
    ),
    "extension not found": (
        "Voicenter does not know this extension.",
        "Check which extension is yours.",
    ),
    "parameters are not valid": (
        "Voicenter did not understand the request.",
        "Report this to your administrator.",
    ),
}


class RecordingControl:
    """Mutes and unmutes the recording of calls.

    The live monitor's own host is asked first, then the older base. ``timeout_s`` bounds each of
    the two attempts: an agent is waiting to hear card data.
    """

    def __init__(
        self, rest: RestClient, endpoints: Endpoints, *, timeout_s: float = _TIMEOUT_S
    ) -> None:
        self._rest = rest
        self._endpoints = endpoints
        self._timeout_s = timeout_s

    async def set_muted(
        self,
        *,
        monitor: str | None,
        call_id: str | None = None,
        extension: str | None = None,
        muted: bool,
    ) -> None:
        """Mute or unmute one call, or every call that is on an extension now.

        ``monitor`` is the base URL of the live socket, ``None`` where there is none. Give either
        ``call_id`` or ``extension``; a call that starts after muting by extension is recorded.
        Muting is repeated and tried at the other base wherever the first did not do it. Unmuting
        is sent once: after ``UnknownOutcomeError`` the recording may or may not run. Raises
        ``RejectedError`` where the call or extension is not known.
        """
        if bool(call_id) == bool(extension):
            message = "give either a call or an extension"
            raise ValueError(message)
        target = {"ivrid": call_id} if call_id else {"extension": extension}
        body = {**target, "state": "1" if muted else "0"}
        urls = [self._endpoints.mute]
        if monitor:
            urls.insert(0, monitor.rstrip("/") + _PATH)
        for url in urls[:-1]:
            try:
                if await self._did(url, body, muted=muted):
                    return
            except (UnreachableError, NetworkNotAllowedError):
                continue  # nothing was done here
            except ServiceError:
                if not muted:
                    raise
        if not await self._did(urls[-1], body, muted=muted):
            message = "This server offers no recording control."
            raise ContractError(message)

    async def _did(self, url: str, body: dict[str, str | None], *, muted: bool) -> bool:
        """Whether the server at ``url`` did it; ``False`` if it does not offer the service."""
        try:
            reply = await self._rest.post_json(
                url, body, idempotent=muted, timeout_s=self._timeout_s
            )
        except UnknownOutcomeError as error:
            message = "Voicenter did not answer; the recording may or may not be running again."
            raise UnknownOutcomeError(
                message, next_step="Look at the call's card before you try again."
            ) from error
        if reply.status in _NOT_HERE and "errorcode" not in fold(reply.body):
            return False
        _check(reply)
        return True


def _check(reply: Reply) -> None:
    if as_int(fold(reply.body).get("errorcode")) == _OK:
        return
    words = reply.text.casefold()
    for phrase, (message, next_step) in _REFUSALS.items():
        if phrase in words:
            raise RejectedError(message, next_step=next_step)
    _, code = reply.verdict("errorcode")
    message = f"Voicenter refused to change the recording (code {code})."
    raise RejectedError(message, next_step="Try again, or pause the recording on your phone.")
