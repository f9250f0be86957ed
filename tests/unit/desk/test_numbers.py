from __future__ import annotations

import pytest

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.numbers import ShownNumber, comparable, e164, same, show


@pytest.mark.parametrize(
    ("raw", "text", "copy_text", "region"),
    [
        ("0501234567", "+972 50-123-4567", "+972501234567", "IL"),
        ("972501234567", "+972 50-123-4567", "+972501234567", "IL"),
        ("+972501234567", "+972 50-123-4567", "+972501234567", "IL"),
        ("00972501234567", "+972 50-123-4567", "+972501234567", "IL"),
        ("050-123-4567", "+972 50-123-4567", "+972501234567", "IL"),
        ("(050) 123 4567", "+972 50-123-4567", "+972501234567", "IL"),
        ("031234567", "+972 3-123-4567", "+97231234567", "IL"),
        ("0722776772", "+972 72-277-6772", "+972722776772", "IL"),
        ("442079460958", "+44 20 7946 0958", "+442079460958", "GB"),
        ("+442079460958", "+44 20 7946 0958", "+442079460958", "GB"),
        ("+80012345678", "+800 1234 5678", "+80012345678", ""),
    ],
)
def test_a_number_in_any_form_is_shown_in_one(
    raw: str, text: str, copy_text: str, region: str
) -> None:
    shown = show(PhoneNumber(raw))
    assert (shown.text, shown.copy_text, shown.region) == (text, copy_text, region)
    assert shown.is_external
    assert e164(PhoneNumber(raw)) == copy_text


@pytest.mark.parametrize(
    "raw",
    ["201", "*6050", "SIPSIP1", "AbCdEf1234567", "1700", "12345", "#31#0501234567", "1" * 60],
)
def test_what_is_no_number_stays_as_it_came(raw: str) -> None:
    assert show(PhoneNumber(raw)) == ShownNumber(raw, raw, raw)
    assert e164(PhoneNumber(raw)) == raw


@pytest.mark.parametrize("raw", ["Anonymous", "anonymous", "", " "])
def test_a_hidden_number_shows_nothing(raw: str) -> None:
    assert show(PhoneNumber(raw)) == ShownNumber()
    assert e164(PhoneNumber(raw)) == raw


def test_people_write_their_own_country_without_its_code() -> None:
    assert show(PhoneNumber("972722776772")).local_text == "072-277-6772"
    assert show(PhoneNumber("442079460958")).local_text == "+44 20 7946 0958"


def test_a_prefix_that_the_library_does_not_know_yet() -> None:
    shown = show(PhoneNumber("+972591234567"))
    assert shown.is_external
    assert (shown.region, shown.copy_text) == ("IL", "+972591234567")


def test_digits_that_are_possible_at_home_only() -> None:
    assert show(PhoneNumber("1700123456")).copy_text == "+9721700123456"


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("0501234567", "972501234567", True),
        ("+972 50-123-4567", "0501234567", True),
        ("00972501234567", "501234567", True),
        ("031234567", "97231234567", True),
        ("0501234567", "0501234568", False),
        ("0501234567", "201", False),
        ("201", "201", True),
        ("201", "202", False),
        ("201", "0501234567", False),
        ("Anonymous", "Anonymous", False),
    ],
)
def test_two_spellings_of_one_number(one: str, other: str, *, is_same: bool) -> None:
    assert same(PhoneNumber(one), PhoneNumber(other)) is is_same


def test_short_digits_are_not_compared() -> None:
    assert comparable(PhoneNumber("0123456")) == ""
