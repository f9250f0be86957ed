"""Numbers from links: only what can be dialled as it stands comes through."""

from __future__ import annotations

import pytest

from agent_desk.core.errors import BadInputError
from agent_desk.system.phone_links import is_phone_link, linked_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tel:0501234567", "0501234567"),
        ("TEL:+972-50-123-4567", "+972501234567"),
        ("tel:%2B972501234567", "+972501234567"),
        ("tel:(050)%20123.4567;ext=12;phone-context=example.com", "0501234567"),
        ("tel://050-123-4567", "0501234567"),
        ("callto:050 123 4567", "0501234567"),
        (" 050-123-4567 ", "0501234567"),
        ("100", "100"),
    ],
)
def test_a_number_in_any_writing(text: str, number: str) -> None:
    assert linked_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "tel:",
        "",
        "tel:*21%230501234567%23",
        "tel:*21*0501234567#",
        "tel:+972501234567%0aX",
        "tel:+972501234567%00",
        "tel:1-800-FLOWERS",
        "tel:05012345٤٥",
        "tel:050+1234567",
        "sip:agent@example.com",
        "javascript:alert(1)",
        "tel:" + "0" * 21,
        "tel:0501234567" + " " * 300,
        "tel:0501234567;" + "x" * 300,
    ],
)
def test_anything_else_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(BadInputError) as caught:
        linked_number(text)
    assert "4567" not in caught.value.message


def test_a_link_is_told_from_a_command() -> None:
    assert is_phone_link("Tel:")
    assert is_phone_link("callto:1")
    assert not is_phone_link("telephone")
    assert not is_phone_link("dial")
