"""Blocking and unblocking numbers (Voicenter: blacklist)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent_desk.voicenter.api_code import reveal_code
from agent_desk.voicenter.errors import (
    ApiCodeError,
    RejectedError,
    ServiceError,
    VoicenterError,
)
from agent_desk.voicenter.wire import as_int, as_list, as_phone, fold, phone_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.voicenter.api_code import CodeSource
    from agent_desk.voicenter.endpoints import Endpoints
    from agent_desk.voicenter.rest import RestClient

CHUNK: Final = 100

_OK: Final = 0
_BAD_CODE: Final = 1
_BAD_PHONES: Final = 2
_MESSAGES: Final = {
    0: "Done.",
    1: "Voicenter does not take this as a phone number.",
    2: "Voicenter reported a fault of its own for this number.",
}
_NO_NUMBER: Final = "There is no phone number here: the caller may have withheld it."
_SILENT: Final = "Voicenter said nothing about this number."


@dataclass(frozen=True, slots=True)
class BlockEntry:
    """A number to block, with the name it shall have on the list."""

    phone: PhoneNumber
    name: str = ""


@dataclass(frozen=True, slots=True)
class NumberResult:
    """What became of one number; ``code`` is Voicenter's, ``None`` where it gave none.

    ``is_unknown``: it was sent, and the answer does not speak of it.
    """

    number: PhoneNumber
    is_ok: bool
    code: int | None
    message: str
    is_unknown: bool = False


class Blacklist:
    """The account's list of blocked numbers.

    Both verbs answer with one result per number asked for, in that order: a request that succeeds
    as a whole may well hold numbers that failed. They raise only where nothing was done at all, or
    where nobody knows: with ``may_repeat`` false each request is sent once, and then
    ``UnknownOutcomeError`` tells that it may have been carried out.
    """

    def __init__(self, rest: RestClient, endpoints: Endpoints, code: CodeSource) -> None:
        self._rest = rest
        self._endpoints = endpoints
        self._code = code

    async def block(
        self, entries: Sequence[BlockEntry], *, may_repeat: bool = True
    ) -> list[NumberResult]:
        """Put numbers on the list."""
        names = {_key(entry.phone): entry.name for entry in entries}

        def item(number: PhoneNumber) -> dict[str, str]:
            name = names.get(_key(number))
            return {"Phone": phone_digits(number), **({"Name": name} if name else {})}

        numbers = [entry.phone for entry in entries]
        return await self._change("AddBlackList", numbers, item, may_repeat=may_repeat)

    async def unblock(
        self, numbers: Sequence[PhoneNumber], *, may_repeat: bool = True
    ) -> list[NumberResult]:
        """Take numbers off the list."""

        def item(number: PhoneNumber) -> dict[str, str]:
            return {"Phone": phone_digits(number)}

        return await self._change("RemoveBulkFromBlacklist", numbers, item, may_repeat=may_repeat)

    async def _change(
        self,
        method: str,
        numbers: Sequence[PhoneNumber],
        item: Callable[[PhoneNumber], dict[str, str]],
        *,
        may_repeat: bool,
    ) -> list[NumberResult]:
        usable = list({_key(n): n for n in numbers if _key(n)}.values())
        codes: dict[str, int | None] = {}
        failure: VoicenterError | None = None
        for start in range(0, len(usable), CHUNK):
            chunk = [item(number) for number in usable[start : start + CHUNK]]
            try:
                codes |= await self._send(method, chunk, may_repeat=may_repeat)
            except VoicenterError as error:
                if not start:
                    raise
                failure = error  # earlier numbers are done, and that must not be lost
                break
        return [_result(number, codes, failure) for number in numbers]

    async def _send(
        self, method: str, phones: list[dict[str, str]], *, may_repeat: bool
    ) -> dict[str, int | None]:
        """The code of each number that the answer speaks of, by its comparable digits."""
        reply = await self._rest.post_json(
            f"{self._endpoints.blacklist}/{method}",
            {"Code": reveal_code(self._code), "Phones": phones},
            idempotent=may_repeat,
        )
        fields, code = reply.verdict("errorcode")
        _check(code)
        results = [fold(item) for item in as_list(fields.get("phones"))]
        return {
            _key(as_phone(result.get("phone"))): as_int(result.get("errorcode"))
            for result in results
        }


def _check(code: int) -> None:
    if code == _OK:
        return
    if code == _BAD_CODE:
        raise ApiCodeError
    if code == _BAD_PHONES:
        message = "Voicenter found no usable number in the request."
        raise RejectedError(message, next_step="Check the numbers.")
    message = f"Voicenter could not change the list (code {code})."
    raise ServiceError(message)


def _result(
    number: PhoneNumber, codes: dict[str, int | None], failure: VoicenterError | None
) -> NumberResult:
    key = _key(number)
    if not key:
        return NumberResult(number, is_ok=False, code=None, message=_NO_NUMBER)
    if key not in codes:
        message = _SILENT if failure is None else failure.message
        is_unknown = failure is None
        return NumberResult(number, is_ok=False, code=None, message=message, is_unknown=is_unknown)
    code = codes[key]
    if code is None:
        return NumberResult(number, is_ok=False, code=None, message=_SILENT, is_unknown=True)
    message = _MESSAGES.get(code, f"Voicenter refused this number (code {code}).")
    return NumberResult(number, is_ok=code == _OK, code=code, message=message)


def _key(number: PhoneNumber) -> str:
    """What the sent and the answered form of a number share.

    Voicenter answers in international form (``972...``) whatever was sent.
    """
    return phone_digits(number).removeprefix("972").removeprefix("0")
