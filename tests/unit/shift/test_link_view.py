from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent_desk.core.link import Link
from agent_desk.shift.link_view import LinkBook, short_name
from agent_desk.voicenter.errors import NameLookupError
from agent_desk.voicenter.stream import LinkState

if TYPE_CHECKING:
    from tests.helpers.clock import FakeClock

MONITOR = "https://monitor3.example.com"


@pytest.fixture
def book(clock: FakeClock) -> LinkBook:
    return LinkBook(clock)


def test_before_the_first_connection_nothing_was_ever_seen(book: LinkBook) -> None:
    assert book.is_blind
    view = book.view(LinkState(Link.CONNECTING, MONITOR, attempt=2))
    assert (view.state, view.server, view.attempt) == (Link.CONNECTING, "monitor3", 2)
    assert view.blind_since is None
    assert book.is_blind


def test_a_connection_is_shown_with_its_server_and_generation(book: LinkBook) -> None:
    view = book.view(LinkState(Link.CONNECTED, MONITOR, protocol=3))
    assert (view.server, view.protocol, view.blind_since) == ("monitor3", 3, None)
    assert book.monitor == MONITOR
    assert not book.is_blind


def test_blindness_counts_from_the_moment_the_connection_was_lost(
    book: LinkBook, clock: FakeClock
) -> None:
    book.view(LinkState(Link.CONNECTED, MONITOR))
    lost_at = clock.now()
    assert book.view(LinkState(Link.RECONNECTING, MONITOR)).blind_since == lost_at
    clock.advance(30)
    assert book.view(LinkState(Link.OFFLINE, MONITOR)).blind_since == lost_at
    assert book.is_blind
    clock.advance(30)
    assert book.view(LinkState(Link.CONNECTED, MONITOR)).blind_since is None


def test_polling_sees_calls_and_keeps_the_monitor(book: LinkBook) -> None:
    book.view(LinkState(Link.CONNECTED, MONITOR))
    view = book.view(LinkState(Link.POLLING, "https://other.example.com"))
    assert view.blind_since is None
    assert not book.is_blind
    assert book.monitor == MONITOR


def test_the_next_attempt_is_a_second_of_our_own_clock(book: LinkBook, clock: FakeClock) -> None:
    error = NameLookupError()
    state = LinkState(Link.RECONNECTING, MONITOR, retry_in_s=2.5, reason=error.message, error=error)
    view = book.view(state)
    assert view.retry_at == clock.monotonic() + 2.5
    assert (view.error_code, view.detail) == ("dns", error.message)
    assert book.view(LinkState(Link.CONNECTING, MONITOR)).retry_at is None


@pytest.mark.parametrize(
    ("server", "name"),
    [
        ("https://monitor3.example.com", "monitor3"),
        ("wss://monitor3.example.com:443/", "monitor3"),
        ("http://127.0.0.1:4000", "127.0.0.1"),
        ("http://[::1]:4000", "::1"),
        ("http://localhost:4000", "localhost"),
        ("", ""),
    ],
)
def test_a_server_is_called_by_its_short_name(server: str, name: str) -> None:
    assert short_name(server) == name
