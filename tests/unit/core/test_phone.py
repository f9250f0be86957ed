"""A phone number shows itself to nobody who does not ask."""

from __future__ import annotations

import logging

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.core.privacy import Secret, pseudonym


@pytest.mark.parametrize("raw", ["", "  ", "Anonymous", "ANONYMOUS", "anonymous", "unknown"])
def test_a_withheld_number_is_hidden_and_false(raw: str) -> None:
    number = PhoneNumber(raw)
    assert number.is_hidden
    assert not number
    assert repr(number) == "<number hidden>"


def test_every_way_of_printing_is_masked(caplog: pytest.LogCaptureFixture) -> None:
    number = PhoneNumber("972501234567")
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("t").debug("call from %s (%r)", number, number)
    for text in (str(number), repr(number), f"{number}", f"{number!r:>40}", caplog.text):
        assert "1234567" not in text
        assert "501" not in text
    assert pseudonym("972501234567") in str(number)


def test_digits_drop_everything_else() -> None:
    assert PhoneNumber("+972 50-123-4567").digits == "972501234567"
    assert PhoneNumber("\u0660\u0661 12").digits == "12"


def test_equal_numbers_are_equal_as_text_only() -> None:
    assert PhoneNumber("050") == PhoneNumber("050")
    assert PhoneNumber("050") != PhoneNumber("97250")


def test_a_pseudonym_is_stable_within_a_run() -> None:
    assert pseudonym("a") == pseudonym("a") != pseudonym("b")
    assert len(pseudonym("\ud800")) == 8


def test_a_secret_prints_as_stars() -> None:
    secret = Secret("hunter2")
    assert "hunter2" not in f"{secret} {secret!r} {[secret]}"
    assert secret.reveal() == "hunter2"
    assert secret == Secret("hunter2")
    assert hash(secret) == hash(Secret("hunter2"))
    assert secret != Secret("other")
    assert secret != "hunter2"
    assert not Secret("")
