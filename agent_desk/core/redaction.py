"""The last line of defence before a log line is written.

Numbers, names and secrets are kept out of the log by their types (``PhoneNumber``, ``Secret``);
this catches what other libraries' messages and error texts carry all the same.
"""

from __future__ import annotations

import re
from typing import Final

from agent_desk.core.privacy import pseudonym

_HIDDEN: Final = "<hidden>"

_USER_INFO: Final = re.compile(r"(?<=://)[^/\s\"'@]+@")
_QUERY: Final = re.compile(r"(?<=\?)[^\s\"'<>?]*=[^\s\"'<>]*")
_AUTHORIZATION: Final = re.compile(
    r"(?i)\b((?:proxy-)?authorization[\"']?\s*[:=,]\s*[\"']?)[^\r\n\"']+|\b(bearer\s+)[\w.~+/=-]+"
)
_KEYED: Final = re.compile(
    r"""(?ix)
    (?<![a-z])
    ((?:[a-z]+[_-]?)?                            # socketToken and api_code end in one of these, too
     (?:password|passwd|secret|token|pin|code))
    (["']?\s*[:=]\s*)
    (?! ["']?-?\d{1,3}\b)                        # "status code: 404" is worth knowing
    (?: "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | [^\s,;&}\])"']+ )
    """
)
_ADDRESS: Final = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*")
_NUMBER: Final = re.compile(  # a pseudonym may consist of digits only: it stays as it is
    r"<(?:number|address) [0-9a-f]{8}>|(\+?\d(?:[ .()/-]{0,2}\d){6,})"
)


def redact(text: str) -> str:
    """``text`` without query strings, tokens, passwords, codes, e-mail addresses and numbers.

    Runs of seven digits and more and addresses become pseudonyms that stay the same within one
    run of the program. Meant for the message of a record, not for a finished line: a time stamp
    would not survive it.
    """
    text = _USER_INFO.sub(f"{_HIDDEN}@", text)
    text = _QUERY.sub(_HIDDEN, text)
    text = _AUTHORIZATION.sub(_hide_authorization, text)
    text = _KEYED.sub(_hide_keyed, text)
    text = _ADDRESS.sub(_name_address, text)
    return _NUMBER.sub(_name_number, text)


def _hide_authorization(match: re.Match[str]) -> str:
    return f"{match[1] or match[2]}{_HIDDEN}"


def _hide_keyed(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2]}{_HIDDEN}"


def _name_address(match: re.Match[str]) -> str:
    return f"<address {pseudonym(match[0].casefold())}>"


def _name_number(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[0]
    digits = "".join(c for c in match[1] if c.isdigit())
    return f"<number {pseudonym(digits)}>"
