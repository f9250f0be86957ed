"""The sign-in of a live connection: taken, renewed in time, given up."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from agent_desk.voicenter.errors import ContractError, CredentialsError, VoicenterError
from agent_desk.voicenter.session import read_session

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.clock import Clock
    from agent_desk.voicenter.session import Session
    from agent_desk.voicenter.stream import SessionSource

_log = logging.getLogger(__name__)
_LIFE_SHARE: Final = 0.8
_EARLIEST_BEFORE_END_S: Final = 300.0
_LEAST_AGE_S: Final = 1.0
_COMPLAINT_GAP_S: Final = 60.0
_LOGIN_GAP_S: Final = 10.0
_QUICK_RENEWALS: Final = 2


class SignedOutError(Exception):
    """The service refuses the stored credentials: only a person can help. ``error`` says why."""

    def __init__(self, error: CredentialsError) -> None:
        super().__init__(error.message)
        self.error = error


def renewal_delay_s(expires_at: datetime | None, now: datetime) -> float | None:
    """Seconds from receiving a token to renewing it; ``None`` where its end is not known.

    At four fifths of its life, but no earlier than five minutes before the end and never within a
    second. An end that lies in the past says more about the zone it was written in (Voicenter
    documents none) than about the token.
    """
    if expires_at is None:
        return None
    life_s = (expires_at - now).total_seconds()
    if life_s <= 0:
        return None
    return max(_LEAST_AGE_S, _LIFE_SHARE * life_s, life_s - _EARLIEST_BEFORE_END_S)


class Tokens:
    """Holds the session in use. Not for two tasks at once."""

    def __init__(self, source: SessionSource, clock: Clock) -> None:
        self._source = source
        self._clock = clock
        self._session: Session | None = None
        self._wall_due: datetime | None = None
        self._complained_at: float | None = None
        self._complaints = 0
        self.due: float | None = None
        """The monotonic second from which on the token should be renewed; ``None`` for never."""
        self._logged_in_at = float("-inf")
        self.refusals = 0
        """How often in a row a monitor server has refused the token."""

    async def obtain(self) -> Session:
        """The session for a new connection: the one in use, or its successor if that is due.

        A token fresh from a full log-in that is refused says more about the server than about the
        token: it is kept for a while, so that not every attempt logs in again.

        Raises ``SignedOutError``, or the ``VoicenterError`` of a service that cannot be reached.
        """
        if self._session is None:
            try:
                return self._take(await self._source.current())
            except CredentialsError as error:
                raise SignedOutError(error) from error
        if self.refusals and not self._is_fresh:
            return await self.renew()
        if self.is_due():
            try:
                return await self.renew()
            except VoicenterError:
                self.postpone(_COMPLAINT_GAP_S)  # the old one may still do
        return self._session

    async def renew(self) -> Session:
        """A new session: by the refresh token, and where that is refused by one full log-in."""
        if self.refusals <= 1 and self._complaints <= 1:
            try:
                return self._take(await self._source.renew(relogin=False))
            except CredentialsError:
                pass
        try:
            session = await self._source.renew(relogin=True)
        except CredentialsError as error:
            self.due = self._wall_due = None
            raise SignedOutError(error) from error
        self._logged_in_at = self._clock.monotonic()
        return self._take(session)

    def pushed(self, body: object) -> Session | None:
        """The session that the server has pushed by itself; ``None`` where it cannot be used."""
        try:
            session = read_session(body, previous=self._session)
        except ContractError:
            _log.info("the pushed sign-in cannot be used")
            return None
        self._source.adopt(session)
        return self._take(session)

    def is_due(self) -> bool:
        """Whether the token should be renewed; the PC may have slept, hence the look at both."""
        if self.due is None:
            return False
        wall_due = self._wall_due
        return self._clock.monotonic() >= self.due or (
            wall_due is not None and self._clock.now() >= wall_due
        )

    def postpone(self, delay_s: float) -> None:
        """The renewal failed; it is due again after ``delay_s``."""
        self.due = self._clock.monotonic() + delay_s
        self._wall_due = None

    def refused(self) -> bool:
        """A monitor server did not accept the token; whether to try at once with a newer one.

        First a refresh, then a log-in; then it is the server's turn to get well.
        """
        self.refusals += 1
        return self.refusals <= _QUICK_RENEWALS

    def accepted(self) -> None:
        """A monitor server has accepted the token."""
        self.refusals = 0

    def complained(self) -> None:
        """The answer to a keepalive was an error: renew now, by a log-in the second time."""
        now = self._clock.monotonic()
        if self._complained_at is None or now - self._complained_at >= _COMPLAINT_GAP_S:
            self._complained_at = now
            self._complaints += 1
            self.due = now

    def praised(self) -> None:
        """The answer to a keepalive was good."""
        self._complaints = 0
        self._complained_at = None

    @property
    def _is_fresh(self) -> bool:
        return self._clock.monotonic() - self._logged_in_at < _LOGIN_GAP_S

    def _take(self, session: Session) -> Session:
        if self._session is None or session.token != self._session.token:
            now = self._clock.now()
            delay_s = renewal_delay_s(session.token_expires_at, now)
            self._wall_due = None
            self.due = None
            if delay_s is not None:
                self.due = self._clock.monotonic() + delay_s
                self._wall_due = now + timedelta(seconds=delay_s)
        self._session = session
        return session
