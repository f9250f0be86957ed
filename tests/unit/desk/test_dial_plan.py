"""What a text is when somebody wants to call it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.desk.dial_plan import DialFault, DialKind, plan
from agent_desk.desk.numbers import Line, is_dear_short_code

CODES = ("SIPSIP1", "SIPSIP2", "twin", "TWIN", "201")
MOBILE = "+972501234567"


@pytest.mark.parametrize(
    "written",
    [
        "0501234567",
        "050-123-4567",
        "(050) 123 4567",
        "972501234567",
        "00972501234567",
        "+972 (0)50-123-4567",
        "\u2066+972\u00a050\u2011123\u20114567\u2069",
        "\u200f050-1234567\u200f",
        "050\u05be123\u05be4567",
        "\u0660\u0665\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667",
        "\uff10\uff15\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17",
        "tel:+972-50-123-4567;phone-context=example.com",
        "TEL:%2B972501234567",
        "callto://0501234567",
        "callto:0501234567?call",
        "Dana Levi, 050-123-4567",
        "050-123-4567\n",
        "050-123-4567,,12#",
        "<b>0501234567</b>",
    ],
)
def test_a_number_in_any_writing(written: str) -> None:
    found = plan(written, "IL", CODES)
    assert (found.kind, found.target.raw, found.region) == (DialKind.NORMAL, MOBILE, "IL")
    assert found.text == "+972 50-123-4567"
    assert not found.is_first_of_several
    assert found.can_be_called
    assert not found.asks_first


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("052-345-6789", Line.MOBILE),
        ("03-612-3456", Line.FIXED),
        ("1800123456", Line.TOLL_FREE),
        ("1700123456", Line.SHARED_COST),
        ("072-277-6772", Line.VOIP),
        ("050-123-4567", Line.UNKNOWN),
    ],
)
def test_the_kind_of_line(written: str, line: Line) -> None:
    assert plan(written).line is line


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("call 050-123-4567 or 03-612-3456 now", "+97236123456"),
        ("050-123-4567 052-111-2222", MOBILE),
        ("052-345-6789; 03-612-3456", "+972523456789"),
    ],
)
def test_of_several_the_first_good_one(written: str, target: str) -> None:
    found = plan(written)
    assert found.target.raw == target
    assert found.is_first_of_several


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("SIPSIP1", "SIPSIP1"),
        ("sipsip1", "SIPSIP1"),
        ("twin", "twin"),
        ("TWIN", "TWIN"),
        ("201", "201"),
        ("AbCdEf1234567", "AbCdEf1234567"),
        ("1xJPxFov", "1xJPxFov"),
        ("100ABCDE", "100ABCDE"),
    ],
)
def test_extensions_are_left_alone(written: str, code: str) -> None:
    found = plan(written, "IL", CODES)
    assert (found.kind, found.target.raw, found.text) == (DialKind.EXTENSION, code, code)


def test_two_codes_that_differ_by_case_are_not_guessed() -> None:
    assert plan("Twin", "IL", CODES).fault is DialFault.NO_NUMBER


@pytest.mark.parametrize("written", ["144", "1599", "2700", "6123456", "61-234-567"])
def test_short_codes_are_left_alone(written: str) -> None:
    found = plan(written)
    assert found.kind is DialKind.SHORT_CODE
    assert found.target.raw == written.replace("-", "")


@pytest.mark.parametrize(
    ("written", "region", "target"),
    [
        ("100", "IL", "100"),
        ("1 0 1", "IL", "101"),
        ("112", "IL", "112"),
        ("911", "IL", "911"),
        ("999", "GB", "999"),
        ("+972100", "IL", "100"),
        ("tel:102", "IL", "102"),
    ],
)
def test_emergency_numbers_ask_first(written: str, region: str, target: str) -> None:
    # Even where an extension has that code: to ask does no harm.
    found = plan(written, region, (*CODES, "100"))
    assert (found.kind, found.target.raw) == (DialKind.EMERGENCY, target)
    assert found.asks_first


@pytest.mark.parametrize(
    ("written", "region"),
    [
        ("1900123456", "IL"),
        ("1-919-12-34-56", "IL"),
        ("+1 900 555 1234", "IL"),
        ("+44 909 879 0000", "IL"),
        ("1-900-555-1234", "US"),
        ("3646", "FR"),
    ],
)
def test_numbers_that_cost_more_ask_first(written: str, region: str) -> None:
    found = plan(written, region)
    assert found.kind is DialKind.PREMIUM
    assert found.asks_first


def test_a_number_in_letters() -> None:
    for written in ("1-800-FLOWERS", "1800 FLOWERS", "1800FLOWERS"):
        found = plan(written)
        assert (found.kind, found.target.raw) == (DialKind.NORMAL, "+18003569377")


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", DialFault.NOTHING),
        (" \u200f\u00a0", DialFault.NOTHING),
        ("tel:", DialFault.NOTHING),
        ("hello", DialFault.NO_NUMBER),
        ("call me", DialFault.NO_NUMBER),
        ("call *2700 please", DialFault.NO_NUMBER),
        ("5", DialFault.TOO_SHORT),
        ("+", DialFault.TOO_SHORT),
        ("+9721", DialFault.TOO_SHORT),
        ("1" * 30, DialFault.TOO_LONG),
        ("9999999999999999", DialFault.TOO_LONG),
        ("*2700", DialFault.SERVICE_CODE),
        ("#31#050-123-4567", DialFault.SERVICE_CODE),
        ("*21*0501234567#", DialFault.SERVICE_CODE),
    ],
)
def test_what_cannot_be_called_says_why(written: str, fault: DialFault) -> None:
    found = plan(written, "IL", CODES)
    assert (found.kind, found.fault) == (DialKind.IMPOSSIBLE, fault)
    assert not found.can_be_called
    assert not found.target


@pytest.mark.parametrize("written", ["Anonymous", "private", " unknown "])
def test_a_withheld_number_cannot_be_called(written: str) -> None:
    found = plan(written)
    assert (found.kind, found.fault) == (DialKind.HIDDEN, DialFault.WITHHELD)


def test_what_is_no_code_of_the_country_costs_nothing_more() -> None:
    assert not is_dear_short_code("", "IL")
    assert not is_dear_short_code("144", "IL")


@given(st.text(max_size=600))
def test_any_text_is_read(written: str) -> None:
    found = plan(written, "IL", CODES)
    if found.can_be_called:
        sent = found.target.raw.removeprefix("+")
        assert sent.isascii()
        assert sent.isalnum() or sent in CODES
    else:
        assert not found.target


@given(st.text(alphabet="0123456789+-() ./*#SIPtel:,\u200f", max_size=40))
def test_whatever_is_sent_is_read_the_same_again(written: str) -> None:
    found = plan(written, "IL", CODES)
    if found.kind in (DialKind.NORMAL, DialKind.PREMIUM):
        assert plan(found.target.raw, "IL", CODES).target == found.target
