"""Everything that can be made to go wrong, as knobs on a running sandbox."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from agent_desk.sandbox.call_log import ROW_LIMIT
from agent_desk.sandbox.click2call import Click2CallFault
from agent_desk.sandbox.mutes import MuteFault

# What a gateway's error page looks like; 5 MB is beyond what any reader should take in.
HTML_PAGE: Final = "<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>"
BIG_BODY_BYTES: Final = 5_000_000


class CallLogFault(Enum):
    """What a search that fails is answered."""

    STATUS_500 = "status_500"
    CUT = "cut"
    BAD_JSON = "bad_json"
    RATE_LIMIT = "rate_limit"


@dataclass(slots=True)
class HttpFault:
    """What one path answers in place of its own answer; ``times`` requests long, then normal.

    It begins when ``after`` more requests have been answered normally.
    ``is_cut`` closes the connection without an answer; ``delay_s`` alone (status 0) only slows the
    true answer down.
    """

    status: int = 200
    body: str | bytes = ""
    content_type: str = "application/json"
    delay_s: float = 0
    is_cut: bool = False
    times: int | None = None
    after: int = 0

    @classmethod
    def html(cls, status: int = 200) -> HttpFault:
        """A proxy's HTML page where JSON is expected."""
        return cls(status, HTML_PAGE, "text/html")

    @classmethod
    def huge(cls) -> HttpFault:
        """5 MB of JSON string."""
        return cls(200, '"' + "x" * BIG_BODY_BYTES + '"')

    @classmethod
    def slow(cls, delay_s: float) -> HttpFault:
        """The true answer, later."""
        return cls(status=0, delay_s=delay_s)


@dataclass(slots=True)
class Faults:
    """Set an attribute and the sandbox behaves so from the next request, frame or event on.

    ``http`` maps a path (any letter case, ``/socket.io`` too) to its fault. ``login_status`` (401,
    403, 500 ...) refuses every login, ``refresh_status`` every refresh. ``is_ip_refused`` answers
    like a network that is not on Voicenter's list.

    Mutes: ``mute`` is what goes wrong with all of them, ``mute_delay_s`` how long they take, and
    ``is_mute_announced`` lets an event follow each, which the service is not known to do. For some
    of them only (a call's, the next two, those at one address) and for reports that come late or
    never there are the rules of ``World.recorder``.

    Calling by click: ``click2call`` is what goes wrong, ``click2call_delay_s`` how long the answer
    takes after the phone has begun to ring.

    Sockets: ``handshake_status`` refuses websockets and polling with that HTTP status,
    ``websocket_status`` websockets only, as some networks do; ``namespace_refusal`` lets them in
    and then sends ``44``; ``is_silent`` swallows everything the server would say, pongs, pings and
    answers to polls included, while connections stay open; ``keepalive_error`` is
    the ``errorCode`` of ``keepaliveResponse`` (``None``: well), ``is_keepalive_mute`` leaves it
    out. ``snapshot_order`` is the order of the events after connect (a permutation of 0 to 4);
    ``has_login_success`` can be switched off, as some accounts never get it.

    Call log: ``call_log_delay_s`` hides rows for so long after the call, ``is_call_log_lower_case``
    writes record keys in lower case, ``call_log_per_minute`` is the rate limit (``None``: none),
    ``call_log_most_rows`` what one answer holds at most. With ``call_log_fails_every`` each search
    of that number fails as ``call_log_fails_with`` says.
    """

    http: dict[str, HttpFault] = field(default_factory=dict)
    login_status: int | None = None
    refresh_status: int | None = None
    is_ip_refused: bool = False
    mute: MuteFault = MuteFault.NONE
    mute_delay_s: float = 0
    is_mute_announced: bool = False
    click2call: Click2CallFault = Click2CallFault.NONE
    click2call_delay_s: float = 0
    handshake_status: int | None = None
    websocket_status: int | None = None
    namespace_refusal: str | None = None
    is_silent: bool = False
    keepalive_error: int | None = None
    is_keepalive_mute: bool = False
    snapshot_order: tuple[int, ...] | None = None
    has_login_success: bool = True
    call_log_delay_s: float = 0
    is_call_log_lower_case: bool = False
    call_log_per_minute: int | None = 30
    call_log_most_rows: int = ROW_LIMIT
    call_log_fails_every: int | None = None
    call_log_fails_with: CallLogFault = CallLogFault.STATUS_500

    def take_http(self, path: str) -> HttpFault | None:
        """The fault for a request to ``path``, counted down where it only lasts some requests."""
        for key, fault in self.http.items():
            if key.casefold().rstrip("/") != path.casefold().rstrip("/"):
                continue
            if fault.after > 0:
                fault.after -= 1
                return None
            if fault.times is None:
                return fault
            if fault.times > 0:
                fault.times -= 1
                return fault
        return None


async def pause(delay_s: float) -> None:
    """Wait where a fault asks for it."""
    if delay_s > 0:
        await asyncio.sleep(delay_s)
