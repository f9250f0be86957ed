from __future__ import annotations

import pytest

from agent_desk.core.privacy import Secret, pseudonym
from agent_desk.core.redaction import redact

SECRET = "m4rk.ed-Value_9"


@pytest.mark.parametrize(
    "text",
    [
        f"GET https://api.example.com/hub/cdr/?code={SECRET}&phones=1 200",
        f"wss://monitor.example.com/socket.io/?EIO=3&transport=websocket&token={SECRET}",
        f"GET /socket.io/?token={SECRET} HTTP/1.1",
        f"https://agent:{SECRET}@api.example.com/",
        f"Authorization: Bearer {SECRET}",
        f"proxy-authorization: Basic {SECRET}",
        f"(b'authorization', b'Bearer {SECRET}')",
        f"{{'Authorization': 'Bearer {SECRET}'}}",
        f'{{"email": "a", "pin": "{SECRET}"}}',
        f'{{"pin":"quo\\"ted{SECRET}"}}',
        f"password={SECRET}, more",
        f"PASSWORD = '{SECRET} with blanks'",
        f"socketToken: {SECRET}",
        f"refresh_token={SECRET}",
        f"api-code: {SECRET}",
        f"b'code={SECRET}'",
        f"{{'Code': '{SECRET}'}}",
    ],
)
def test_no_secret_passes(text: str) -> None:
    assert SECRET not in redact(text)


@pytest.mark.parametrize(
    "number",
    [
        "0501234567",
        "050-123-4567",
        "+972 50-123-4567",
        "+972501234567",
        "(03) 123 4567",
        "050.123.4567",
        "050/1234567",
        "1234567",
        "0501234567012345",
    ],
)
def test_no_number_passes(number: str) -> None:
    digits = "".join(c for c in number if c.isdigit())
    text = redact(f"call from {number}.")
    assert f"<number {pseudonym(digits)}>" in text
    assert not any(c.isdigit() for c in text.replace(pseudonym(digits), ""))


def test_a_pseudonym_is_not_hidden_again() -> None:
    text = "<number 12345678> and <address 01234567>"
    assert redact(text) == text


def test_one_number_is_one_pseudonym_however_it_is_written() -> None:
    assert redact("050-123-4567") == redact("0501234567") != redact("0501234568")


def test_addresses_become_pseudonyms() -> None:
    text = redact("signed in as anna.levi@example.com and Anna.Levi@example.com")
    assert "anna" not in text.casefold()
    assert text.count(pseudonym("anna.levi@example.com")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "connected to monitor3, protocol 3, attempt 2, 1.25 s",
        "answer 200 in 37 ms",
        "status code: 404",
        '{"ErrorCode": "200"}',
        "port 54321, line 123456",
        "https://api.example.com/hub/cdr/",
        "what now? nothing = nothing",
        "zip code 12",
    ],
)
def test_what_helps_and_tells_nothing_stays(text: str) -> None:
    assert redact(text) == text


def test_a_secret_object_needs_no_help() -> None:
    assert redact(f"{Secret(SECRET)!r} {Secret(SECRET)}") == "Secret(***) Secret(***)"


def test_long_hostile_lines_do_not_hang() -> None:
    for text in ("1 " * 50_000, "code=" * 20_000, "a@" * 50_000, "?=" * 50_000, '"\\' * 50_000):
        redact(text)
