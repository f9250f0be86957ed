"""A complete HTTP answer, before anybody judged it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import msgspec

from agent_desk.voicenter.errors import (
    ContractError,
    NetworkNotAllowedError,
    ProxyError,
    ServiceError,
    VoicenterError,
)
from agent_desk.voicenter.wire import Fields, as_int, fold

Body: TypeAlias = "dict[str, object] | list[object] | None"

_FORBIDDEN: Final = 403
_PROXY_SIGN_IN: Final = 407
_SERVER_FAULT: Final = 500


@dataclass(frozen=True, slots=True)
class Reply:
    """A complete HTTP answer, whatever its status.

    ``body`` is the JSON object or array, ``None`` where the answer is neither. HTTP 200 is no
    success by itself and 4xx may carry the service's own error, so the service modules judge.
    """

    status: int
    body: Body = field(repr=False)
    content: bytes = field(repr=False)

    @property
    def text(self) -> str:
        """The answer as it came, for what is not JSON."""
        return self.content.decode("utf-8", "replace")

    def fields(self) -> Fields:
        """The members of the JSON object, folded (see ``wire.fold``).

        Raises what a missing object means: a network that is not allowed (403), a fault of the
        service (5xx), or an answer that is none of Voicenter's.
        """
        if isinstance(self.body, dict):
            return fold(self.body)
        raise self._why_useless(self._what_came())

    def verdict(self, name: str) -> tuple[Fields, int]:
        """The members and, of these, the code that says how it went (``name``, folded).

        Raises like ``fields`` where there is none: no code is no success.
        """
        fields = self.fields()
        code = as_int(fields.get(name))
        if code is None:
            what = "The answer did not say whether it was done"
            raise self._why_useless(what)
        return fields, code

    def _why_useless(self, what: str) -> VoicenterError:
        if self.status == _FORBIDDEN:
            return NetworkNotAllowedError()
        if self.status == _PROXY_SIGN_IN:
            return ProxyError("This network's proxy asks for a sign-in.")
        if self.status >= _SERVER_FAULT:
            return service_fault(self.status)
        return ContractError(f"{what} (HTTP {self.status}).")

    def _what_came(self) -> str:
        start = self.content[:64].lstrip()
        if not start:
            return "The answer was empty"
        if isinstance(self.body, list):
            return "The answer was a list where an object is documented"
        if start.startswith(b"<"):
            return "A web page came instead of an answer"
        if start.startswith((b"{", b"[")):
            return "The answer was cut short or is not JSON"
        return "The answer was not JSON"


def service_fault(status: int) -> ServiceError:
    """What an HTTP status of 500 and above says by itself."""
    return ServiceError(f"Voicenter's server reports a fault of its own (HTTP {status}).")


def decode_json(content: bytes) -> Body:
    """The JSON object or array in ``content``; ``None`` for anything else, however broken.

    What the strict and fast parser refuses (NaN, lone surrogates, a byte order mark, broken UTF-8)
    the standard one may still read.
    """
    if content[:64].lstrip(b"\xef\xbb\xbf \t\r\n\x00\xfe\xff")[:1] not in (b"{", b"["):
        return None
    try:
        value = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        try:
            value = json.loads(content.decode(json.detect_encoding(content), "replace"))
        except (ValueError, RecursionError):
            return None
    return value if isinstance(value, dict | list) else None
