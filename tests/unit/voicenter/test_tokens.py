from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from agent_desk.core.privacy import Secret
from agent_desk.voicenter.errors import CredentialsError, UnreachableError, VoicenterError
from agent_desk.voicenter.session import Session
from agent_desk.voicenter.tokens import SignedOutError, Tokens, renewal_delay_s
from tests.helpers.clock import FakeClock

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("life_s", "delay_s"),
    [
        (5, 4), (1, 1), (0.5, 1), (100, 80), (1000, 800), (1500, 1200), (3600, 3300),
        (86_400, 86_100), (0, None), (-7200, None),
    ],
)  # fmt: skip
def test_when_a_token_is_renewed(life_s: float, delay_s: float | None) -> None:
    assert renewal_delay_s(NOW + timedelta(seconds=life_s), NOW) == delay_s


def test_a_token_without_an_end_is_not_renewed_by_the_clock() -> None:
    assert renewal_delay_s(None, NOW) is None


class Source:
    """Numbers its tokens; ``errors`` are raised first, by what is asked for."""

    def __init__(self, clock: FakeClock, life_s: float | None = None) -> None:
        self._clock = clock
        self._life_s = life_s
        self._number = 0
        self.asked: list[str] = []
        self.errors: dict[str, VoicenterError] = {}

    async def current(self) -> Session:
        return self._give("current")

    async def renew(self, *, relogin: bool) -> Session:
        return self._give("login" if relogin else "refresh")

    def adopt(self, session: Session) -> None:
        self.adopted = session

    def _give(self, what: str) -> Session:
        self.asked.append(what)
        if what in self.errors:
            raise self.errors[what]
        self._number += 1
        life = None if self._life_s is None else timedelta(seconds=self._life_s)
        expires_at = None if life is None else self._clock.now() + life
        return Session(Secret(f"token-{self._number}"), ("https://m",), expires_at)


async def test_the_session_is_kept_until_its_time_has_come(clock: FakeClock) -> None:
    source = Source(clock, life_s=100)
    tokens = Tokens(source, clock)
    first = await tokens.obtain()
    assert await tokens.obtain() is first
    clock.advance(79)
    assert not tokens.is_due()
    clock.advance(1)
    assert tokens.is_due()
    assert await tokens.obtain() is not first
    assert not tokens.is_due()
    assert source.asked == ["current", "refresh"]


async def test_an_unreachable_service_leaves_the_old_token_in_use(clock: FakeClock) -> None:
    source = Source(clock, life_s=100)
    tokens = Tokens(source, clock)
    first = await tokens.obtain()
    source.errors["refresh"] = UnreachableError()
    clock.advance(90)
    assert await tokens.obtain() is first
    assert not tokens.is_due()


async def test_a_refused_token_is_refreshed_then_logged_in(clock: FakeClock) -> None:
    source = Source(clock)
    tokens = Tokens(source, clock)
    await tokens.obtain()
    assert tokens.refused()
    await tokens.obtain()
    assert tokens.refused()
    await tokens.obtain()
    tokens.accepted()
    await tokens.obtain()
    assert source.asked == ["current", "refresh", "login"]


async def test_a_fresh_token_that_is_refused_is_kept_for_ten_seconds(clock: FakeClock) -> None:
    """It is the server that is ill: not every attempt may log in again."""
    source = Source(clock)
    tokens = Tokens(source, clock)
    for _ in range(3):
        session = await tokens.obtain()
        is_hopeful = tokens.refused()
    assert not is_hopeful
    clock.advance(9.9)
    assert await tokens.obtain() is session
    assert not tokens.refused()
    assert source.asked == ["current", "refresh", "login"]
    clock.advance(0.1)
    assert await tokens.obtain() is not session
    assert source.asked == ["current", "refresh", "login", "login"]


async def test_a_refused_refresh_is_followed_by_one_login(clock: FakeClock) -> None:
    source = Source(clock)
    tokens = Tokens(source, clock)
    source.errors["refresh"] = CredentialsError()
    await tokens.renew()
    assert source.asked == ["refresh", "login"]
    source.errors["login"] = CredentialsError("No.")
    with pytest.raises(SignedOutError) as caught:
        await tokens.renew()
    assert caught.value.error.message == "No."


async def test_a_refused_first_sign_in_signs_out(clock: FakeClock) -> None:
    source = Source(clock)
    source.errors["current"] = CredentialsError()
    with pytest.raises(SignedOutError):
        await Tokens(source, clock).obtain()


async def test_complaints_renew_once_a_minute_and_end_in_a_login(clock: FakeClock) -> None:
    source = Source(clock)
    tokens = Tokens(source, clock)
    await tokens.obtain()
    tokens.complained()
    assert tokens.is_due()
    await tokens.renew()
    tokens.complained()
    assert not tokens.is_due()
    clock.advance(60)
    tokens.complained()
    assert tokens.is_due()
    await tokens.renew()
    assert source.asked == ["current", "refresh", "login"]
    tokens.praised()
    tokens.complained()
    await tokens.renew()
    assert source.asked[-1] == "refresh"


async def test_a_machine_that_slept_looks_at_the_wall() -> None:
    class Woken(FakeClock):
        def monotonic(self) -> float:
            return 1.0

    woken = Woken()
    tokens = Tokens(Source(woken, life_s=100), woken)
    await tokens.obtain()
    woken.advance(500)
    assert tokens.is_due()
    tokens.postpone(5)
    assert not tokens.is_due()


async def test_a_pushed_sign_in_is_gone_on_with(clock: FakeClock) -> None:
    source = Source(clock)
    tokens = Tokens(source, clock)
    first = await tokens.obtain()
    assert tokens.due is None
    end = clock.now() + timedelta(seconds=100)
    session = tokens.pushed({"Token": "pushed", "TokenExpiry": end.isoformat()})
    assert session is not None
    assert session.token == Secret("pushed")
    assert session.monitors == first.monitors
    assert source.adopted is session
    assert await tokens.obtain() is session
    assert tokens.due == clock.monotonic() + 80
    assert source.asked == ["current"]


async def test_a_push_without_a_token_changes_nothing(clock: FakeClock) -> None:
    source = Source(clock)
    tokens = Tokens(source, clock)
    first = await tokens.obtain()
    assert tokens.pushed({"Status": "OK"}) is None
    assert await tokens.obtain() is first
