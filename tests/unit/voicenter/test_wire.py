"""Reading JSON of unknown quality."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.core.phone import PhoneNumber
from agent_desk.core.text import MAX_TEXT, clean_text
from agent_desk.voicenter import wire

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40)
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=20), inner, max_size=5)
    ),
    max_leaves=30,
)


def size(value: object) -> int:
    if isinstance(value, dict):
        return len(value) + sum(size(item) for item in value.values())
    if isinstance(value, list):
        return len(value) + sum(size(item) for item in value)
    return 0


def depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max((depth(item) for item in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((depth(item) for item in value), default=0)
    return 0


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(text for item in value.values() for text in texts(item))]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


@given(JSON)
def test_nothing_raises_whatever_comes(value: object) -> None:
    fields = wire.fold(value)
    assert all("_" not in key and " " not in key for key in fields)
    number = wire.as_int(value)
    assert number is None or -(2**63) <= number < 2**63
    assert wire.as_bool(value) in (True, False, None)
    text = wire.as_str(value)
    assert len(text) <= MAX_TEXT
    assert clean_text(text) == text
    assert isinstance(wire.as_list(value), list)
    assert isinstance(wire.as_mapping(value), dict)
    assert isinstance(wire.phone_digits(wire.as_phone(value)), str)
    date = wire.parse_date(value)
    assert date is None or date.tzinfo is UTC


@given(JSON)
def test_custom_data_is_bounded_and_clean_whatever_comes(value: object) -> None:
    data = wire.custom_data(value)
    assert size(data) <= wire.MAX_VALUES
    assert depth(data) <= wire.MAX_DEPTH
    assert all(clean_text(text, wire.MAX_VALUE_TEXT) == text for text in texts(data))


@given(st.text(max_size=400), st.integers(2, 300))
def test_the_short_cut_for_clean_texts_changes_nothing(text: str, limit: int) -> None:
    assert wire.as_str(text, limit) == clean_text(text, limit)


@pytest.mark.parametrize(
    "key", ["TargetExtension", "Targetextension", "target_extension", "Target Extension"]
)
def test_keys_are_found_in_any_spelling(key: str) -> None:
    assert wire.fold({key: 5}) == {"targetextension": 5}


def test_a_flood_of_unknown_keys_is_read_too() -> None:
    keys = [f"Key_{number}" for number in range(10_000)]
    assert wire.fold(dict.fromkeys(keys)).keys() == {f"key{n}" for n in range(10_000)}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (200, 200),
        ("200", 200),
        (" 200 ", 200),
        ("200.0", 200),
        (1.0, 1),
        (True, 1),
        ("-2", -2),
        ("", None),
        ("x", None),
        ("9" * 5000, None),
        ("inf", None),
        (math.nan, None),
        (math.inf, None),
        (2**63, None),
        (None, None),
        ([1], None),
    ],
)
def test_numbers_come_as_strings_and_back(value: object, expected: int | None) -> None:
    assert wire.as_int(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, True),
        (1, True),
        (0, False),
        ("true", True),
        ("No", False),
        ("1", True),
        ("maybe", None),
        ("", None),
        (None, None),
        ({}, None),
    ],
)
def test_truth_values_come_in_many_spellings(value: object, *, expected: bool | None) -> None:
    assert wire.as_bool(value) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Dana", "Dana"),
        (" a\n b\u202e ", "a b"),
        (101, "101"),
        (101.0, "101"),
        (1.5, "1.5"),
        (True, "true"),
        (math.inf, ""),
        (10**400, ""),
        (None, ""),
        (["x"], ""),
        ("דנה כהן", "דנה כהן"),
        ("x" * 300, "x" * 255 + "…"),
    ],
)
def test_texts_are_clean_and_numbers_become_digits(value: object, expected: str) -> None:
    assert wire.as_str(value) == expected


@pytest.mark.parametrize(
    ("raw", "digits"),
    [
        ("+972 50-123-4567", "972501234567"),
        ("00972501234567", "972501234567"),
        ("0501234567", "0501234567"),
        ("Anonymous", ""),
        ("SIPSIP1", ""),
        ("*2700", ""),
        ("03-1234567,,12", ""),
        ("05\u0660", ""),
        ("", ""),
    ],
)
def test_phone_numbers_go_out_as_plain_digits(raw: str, digits: str) -> None:
    assert wire.phone_digits(PhoneNumber(raw)) == digits


JULY = datetime(2030, 7, 1, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2030-07-01T12:30:00Z", JULY),
        ("2030-07-01T12:30:00.000Z", JULY),
        ("2030-07-01T12:30:00.0000000Z", JULY),
        ("2030-07-01T15:30:00+03:00", JULY),
        ("/Date(1909139400000)/", JULY),
        ("/Date(1909139400000+0300)/", JULY),
        (1909139400, JULY),
        (1909139400000, JULY),
        ("1909139400", JULY),
        (0, None),
        ("", None),
        ("soon", None),
        ("2030-13-01", None),
        ("9" * 30, None),
        ("1" * 100, None),
        ("/Date(999999999999999)/", None),
        (None, None),
        ([], None),
    ],
)
def test_dates_are_read_in_the_formats_seen_anywhere(
    value: object, expected: datetime | None
) -> None:
    assert wire.parse_date(value) == expected


def test_a_date_without_a_zone_is_in_the_zone_given_or_this_machines() -> None:
    naive = "2030-07-01T12:30:00"
    assert wire.parse_date(naive, zone=UTC) == JULY
    there = timezone(timedelta(hours=3))
    assert wire.parse_date(naive, zone=there) == JULY - timedelta(hours=3)
    assert wire.parse_date(naive) == datetime(2030, 7, 1, 12, 30).astimezone(UTC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, {}),
        ("", {}),
        ({}, {}),
        ("{}", {}),
        ("null", {}),
        ({"a": "1", "b": None, "c": 1.5}, {"a": "1", "b": None, "c": 1.5}),
        ('{"order": {"id": 7, "open": true}}', {"order": {"id": 7, "open": True}}),
        ('"{\\"a\\": 1}"', {"a": 1}),
        (["red", 7], {"1": "red", "2": 7}),
        ('["red"]', {"1": "red"}),
        ("VIP", {"value": "VIP"}),
        (17, {"value": 17}),
        ("{cut", {"value": "{cut"}),
        ({"<b>\u202ename": "x\u0000y"}, {"<b>name": "xy"}),
        ({"nan": math.nan, "huge": 10**30}, {"nan": None, "huge": None}),
        ({"": "x", "\u200b": "y"}, {}),
    ],
)
def test_custom_data_has_one_shape(value: object, expected: dict[str, object]) -> None:
    assert wire.custom_data(value) == expected


def test_deeply_nested_custom_data_is_cut() -> None:
    value: object = "bottom"
    for _ in range(50):
        value = {"in": [value]}
    assert depth(wire.custom_data(value)) == wire.MAX_DEPTH
    assert wire.custom_data("[" * 60_000) == {"value": "[" * 2047 + "…"}


def test_a_flood_of_custom_data_is_cut() -> None:
    assert len(wire.custom_data({str(n): n for n in range(10_000)})) == wire.MAX_VALUES
    assert len(wire.custom_data(list(range(10_000)))) == wire.MAX_VALUES
    assert size(wire.custom_data({"list": list(range(10_000))})) == wire.MAX_VALUES
    too_long = '{"a": "' + "x" * wire.MAX_CUSTOM_JSON + '"}'
    assert wire.custom_data(too_long).keys() == {"value"}
