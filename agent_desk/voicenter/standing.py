"""One sign-in kept alive: signed in when first needed, refreshed, signed in anew."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from agent_desk.voicenter.errors import CredentialsError

if TYPE_CHECKING:
    from agent_desk.voicenter.session import Credentials, Session, SignIn


class StandingSession:
    """The session of one set of credentials, for everybody who needs its token.

    Two callers that ask at once share one request. Raises what ``SignIn`` raises.
    """

    def __init__(self, sign_in: SignIn, credentials: Credentials) -> None:
        self._sign_in = sign_in
        self._credentials = credentials
        self._session: Session | None = None
        self._lock = asyncio.Lock()

    @property
    def session(self) -> Session | None:
        """The session as it stands, without asking anybody."""
        return self._session

    def adopt(self, session: Session) -> None:
        """Go on with a session that the service pushed by itself."""
        self._session = session

    async def current(self) -> Session:
        """The session; signs in where there is none yet."""
        async with self._lock:
            if self._session is None:
                self._session = await self._sign_in.sign_in(self._credentials)
            return self._session

    async def renew(self, *, relogin: bool) -> Session:
        """A newer session: by the refresh token, or by a full sign-in where asked or needed.

        ``CredentialsError`` means that the person has to be asked.
        """
        stale = self._session
        async with self._lock:
            if self._session is not stale and self._session is not None:
                return self._session
            self._session = await self._renewed(self._session, relogin=relogin)
            return self._session

    async def _renewed(self, session: Session | None, *, relogin: bool) -> Session:
        if session is None or relogin or session.refresh_token is None:
            return await self._sign_in.sign_in(self._credentials)
        try:
            return await self._sign_in.refresh(session)
        except CredentialsError:
            return await self._sign_in.sign_in(self._credentials)
