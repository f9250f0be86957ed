"""Who signed in: tokens, their lives, and what each may see."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal

from agent_desk.sandbox.wire import View

if TYPE_CHECKING:
    from agent_desk.sandbox.account import Account, Credentials
    from agent_desk.sandbox.world import World

LoginKind = Literal["user", "token", "account"]


@dataclass(slots=True, eq=False)
class Session:
    """One signed-in client; tokens are replaced by every refresh and stay out of ``repr``."""

    kind: LoginKind
    view: View = field(repr=False)
    person_id: int
    token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires: datetime
    refresh_expires: datetime
    access_token: str = field(repr=False)


class Sessions:
    """Checks credentials and hands out tokens that live ``token_life_s`` seconds.

    The old token goes on working until it expires, as a client needs it while it swaps sockets.
    """

    def __init__(self, world: World, credentials: Credentials, token_life_s: float) -> None:
        self.token_life_s = token_life_s
        self.credentials = credentials
        self._world = world
        self._by_token: dict[str, Session] = {}
        self._by_refresh: dict[str, Session] = {}
        self._by_access: dict[str, Session] = {}

    def login_user(self, email: str, password: str) -> Session | None:
        """A ``user`` login: own extensions and the queues they serve."""
        ours = self.credentials
        is_right = email.casefold() == ours.email.casefold() and password == ours.password
        return self._open("user", agent_view(self._world.account)) if is_right else None

    def login_account(self, username: str, password: str) -> Session | None:
        """An ``account`` login: everything."""
        ours = self.credentials
        is_right = username == ours.account and password == ours.password
        return self._open("account", View()) if is_right else None

    def login_token(self, token: str) -> Session | None:
        """A ``token`` login: everything."""
        return self._open("token", View()) if token == self.credentials.token else None

    def refresh(self, refresh_token: str) -> Session | None:
        """New tokens for an old refresh token, which can be used once."""
        old = self._by_refresh.get(refresh_token)
        if old is None or old.refresh_expires <= self._world.clock.now():
            return None
        del self._by_refresh[refresh_token]
        return self._open(old.kind, old.view)

    def by_token(self, token: str) -> Session | None:
        """The session of a socket token that has not expired."""
        session = self._by_token.get(token)
        if session is None or session.expires <= self._world.clock.now():
            return None
        return session

    def by_access_token(self, token: str) -> Session | None:
        """The session of the new stack's access token."""
        return self._by_access.get(token)

    def expire_all(self) -> None:
        """Make every socket token invalid at once; refresh tokens stay good."""
        now = self._world.clock.now()
        for session in self._by_token.values():
            session.expires = now

    def _open(self, kind: LoginKind, view: View) -> Session:
        now = self._world.clock.now()
        session = Session(
            kind=kind,
            view=view,
            person_id=self._world.account.agent.id,
            token=f"socket-{secrets.token_hex(8)}",
            refresh_token=f"refresh-{secrets.token_hex(8)}",
            access_token=f"access-{secrets.token_hex(8)}",
            expires=now + timedelta(seconds=self.token_life_s),
            refresh_expires=now + timedelta(seconds=max(self.token_life_s * 2, 60)),
        )
        self._by_token[session.token] = session
        self._by_refresh[session.refresh_token] = session
        self._by_access[session.access_token] = session
        return session


def agent_view(account: Account) -> View:
    """What the person behind the user login may see."""
    own = frozenset(e.sip for e in account.own_extensions)
    return View(own, frozenset(q.id for q in account.queues.values() if q.members & own))
