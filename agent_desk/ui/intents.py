"""What a person wants, as the windows hand it to the program; nothing here does anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent_desk.core.identity import LoginKind
    from agent_desk.core.phone import PhoneNumber
    from agent_desk.core.privacy import Secret
    from agent_desk.desk.state import CallKey


@dataclass(frozen=True, slots=True)
class SignInForm:
    """A filled-in sign-in page; ``identity`` is empty for a token.

    ``keep`` asks for the system's keyring; without it the sign-in ends with the program.
    """

    kind: LoginKind
    identity: str = field(repr=False)
    secret: Secret
    keep: bool


@dataclass(frozen=True, slots=True)
class ApiCodeForm:
    """The account's API code as it was typed in."""

    secret: Secret
    keep: bool


@dataclass(frozen=True, slots=True)
class ExtensionChoice:
    """One extension that may be the agent's own; ``is_suggested`` ones are ticked beforehand."""

    sip: str
    name: str = field(default="", repr=False)
    agent: str = field(default="", repr=False)
    is_suggested: bool = False


@dataclass(frozen=True, slots=True)
class BlockRequest:
    """A number to block or unblock; ``key`` is the call it was asked on, if any."""

    key: CallKey | None
    number: PhoneNumber
    name: str = field(default="", repr=False)
