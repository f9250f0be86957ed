"""Who signs in, and how."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent_desk.core.privacy import Secret


class LoginKind(Enum):
    """The three ways to sign in.

    ``USER`` is an agent by e-mail and sees the own extensions and the queues they serve;
    ``ACCOUNT``, by user name, and ``TOKEN`` see everybody's.
    """

    USER = "user"
    ACCOUNT = "account"
    TOKEN = "token"  # noqa: S105 - the name of a kind of login


@dataclass(frozen=True, slots=True)
class Credentials:
    """One sign-in: e-mail (user), user name (account) or nothing (token), and the secret."""

    kind: LoginKind
    identity: str = field(repr=False)
    secret: Secret
