"""Engine.IO's long polling under python-engineio, for networks that let no websocket through.

Only generation 4 servers have it: Voicenter's monitors of generation 3 are websocket only.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

import aiohttp

from agent_desk.voicenter.dialing import (
    BURST_S,
    MAX_MESSAGE_BYTES,
    Dialer,
    FrameError,
    check_open_packet,
    dial_error,
    refusal,
)
from agent_desk.voicenter.errors import ContractError, UnreachableError, VoicenterError

_SEPARATOR: Final = "\x1e"
_CLOSE_PACKET: Final = b"1"
_PART_S: Final = 1.0
_OK: Final = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """The part of aiohttp's response that engineio uses; ``packets`` is a payload of few."""

    packets: str = ""
    status: int = _OK

    async def read(self) -> bytes:
        """The payload."""
        return self.packets.encode("utf-8", "replace")


class LongPollingDialer(Dialer):
    """One polling session.

    engineio gets one packet for each of its requests, and only those that it must see: it refuses
    payloads of more than 16, while a burst may well be larger. The others go to ``take``.
    """

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - the dialer's own
        super().__init__(*args, **options)
        self._packets: deque[str] = deque()
        self._is_open = False
        self._is_waiting = False
        self._proxy: str | None = None
        self._url = ""
        self._why: VoicenterError | None = None

    async def get(self, url: str, **options: Any) -> Answer:  # noqa: ANN401 - engineio's
        """The next packet for engineio, which polls by this."""
        end = time.monotonic() + BURST_S
        while True:
            while self._packets:
                packet = self._packets.popleft()
                if not self._is_open:
                    check_open_packet(packet)
                    self._is_open = True
                elif self._is_dealt_with(packet):
                    if time.monotonic() >= end:
                        await asyncio.sleep(0)
                        end = time.monotonic() + BURST_S
                    continue
                return Answer(packet)
            self._is_waiting = True
            payload = await self._request("GET", url, options["timeout"])
            self._is_waiting = False
            self._packets.extend(payload.split(_SEPARATOR))
            self._url = url

    async def post(self, url: str, **options: Any) -> Answer:  # noqa: ANN401 - engineio's
        """Send packets; called by engineio."""
        await self._request("POST", url, options["timeout"], options["data"])
        return Answer()

    def why_ended(self) -> VoicenterError:
        """Why nothing comes any more."""
        if self._why is None and self._is_waiting:
            return UnreachableError("The server has gone silent.")
        return self._why or UnreachableError("The server ended the connection.")

    async def part(self) -> None:
        """Tell the server that nobody will poll any more."""
        if self._is_open and self._why is None:
            limits = aiohttp.ClientTimeout(total=_PART_S)
            with suppress(VoicenterError):  # it will notice
                await self._request("POST", self._url, limits, _CLOSE_PACKET)

    async def _request(
        self, method: str, url: str, limits: aiohttp.ClientTimeout, data: str | bytes | None = None
    ) -> str:
        """The payload that the server answers with; reports the end of the session."""
        try:
            if not self._is_open:
                self._proxy = await self._find_proxy(url)
            async with self._session.request(
                method,
                url,
                data=data,
                headers=None if data is None else {"Content-Type": "text/plain;charset=UTF-8"},
                timeout=limits,
                allow_redirects=False,
                proxy=self._proxy,
            ) as response:
                if response.status != _OK:
                    raise self._refusal(response.status)
                return await _text(response)
        except (aiohttp.ClientError, OSError) as error:
            raise self._ended(self._silence(error) or dial_error(error)) from None
        except VoicenterError as error:
            raise self._ended(error) from None

    def _refusal(self, status: int) -> VoicenterError:
        if self._is_open:  # most likely it does not know the session any more
            return UnreachableError("The server ended the connection.")
        return refusal(status)

    def _silence(self, error: Exception) -> VoicenterError | None:
        is_silent = self._is_open and isinstance(error, TimeoutError)
        return UnreachableError("The server has gone silent.") if is_silent else None

    def _ended(self, why: VoicenterError) -> VoicenterError:
        if self._why is None:
            self._why = why
            self.on_ended()
        return why


async def _text(response: aiohttp.ClientResponse) -> str:
    if response.headers.get("Content-Encoding", "identity").casefold() != "identity":
        raise ContractError
    content = bytearray()
    async for chunk in response.content.iter_any():
        content += chunk
        if len(content) > MAX_MESSAGE_BYTES:
            raise FrameError
    return content.decode("utf-8", "replace")
