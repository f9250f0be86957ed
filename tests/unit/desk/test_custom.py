from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.desk.card import CustomField
from agent_desk.desk.custom import (
    MAX_FIELDS,
    MAX_LABEL,
    MAX_VALUE,
    LabelMap,
    fields_of,
    label_of,
    web_link,
)
from agent_desk.desk.label_rule import LabelRule

if TYPE_CHECKING:
    from agent_desk.voicenter.events import CustomValue


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("var_clientID", "Client ID"),
        ("VAR_Client_Id", "Client ID"),
        ("lastTicket", "Last ticket"),
        ("CRM_client_ID", "CRM client ID"),
        ("IDNumber", "ID number"),
        ("address2", "Address 2"),
        ("ABCCompany", "ABC company"),
        ("ivr path", "IVR path"),
        ("מספר_לקוח", "מספר לקוח"),
        ("Café_crème", "Café crème"),
        ("---", "---"),
        ("value", "Value"),
    ],
)
def test_keys_become_words(key: str, label: str) -> None:
    assert label_of((key,)) == label


def shown(data: dict[str, CustomValue], labels: LabelMap | None = None) -> list[tuple[str, str]]:
    fields = fields_of(data, labels) if labels else fields_of(data)
    return [(field.label, field.value) for field in fields]


def test_plain_values_keep_their_order() -> None:
    data: dict[str, CustomValue] = {"var_b": "two", "a": 1, "c": 1.5, "d": True, "e": False}
    assert shown(data) == [("B", "two"), ("A", "1"), ("C", "1.5"), ("D", "✓"), ("E", "✗")]


def test_empty_values_and_plumbing_are_left_out() -> None:
    data: dict[str, CustomValue] = {
        "OriginalIvrUniqueID": "x",
        "DoNotCallMeStatus": "200",
        "empty": "",
        "none": None,
        "nothing": {},
        "list": [],
        "blank": " \u202e ",
        "kept": 0,
    }
    assert shown(data) == [("Kept", "0")]


def test_nested_values_are_flattened() -> None:
    data: dict[str, CustomValue] = {
        "client": {"firstName": "Dana", "tags": ["vip", None, "new"]},
        "orders": [{"id": 7}, {"id": 8}, ["lost"]],
    }
    assert shown(data) == [
        ("Client first name", "Dana"),
        ("Client tags", "vip, new"),
        ("Orders 1 ID", "7"),
        ("Orders 2 ID", "8"),
    ]


def test_json_inside_a_text_is_opened() -> None:
    data: dict[str, CustomValue] = {"crm": '{"name": "Dana\\u202e", "n": [1, 2]}', "odd": "{oops"}
    assert shown(data) == [("CRM name", "Dana"), ("CRM n", "1, 2"), ("Odd", "{oops")]


def test_a_number_in_brackets_is_a_text() -> None:
    assert shown({"a": "[1"}) == [("A", "[1")]


def test_depth_and_length_have_bounds() -> None:
    deep: CustomValue = "bottom"
    for _ in range(20):
        deep = {"level": deep}
    many: dict[str, CustomValue] = {f"key{n}": "x" * 5000 for n in range(1000)}
    assert shown({"deep": deep}) == []
    fields = fields_of(many | {"l" * 200: "1"})
    assert len(fields) == MAX_FIELDS
    assert len(fields[0].value) == MAX_VALUE
    assert len(fields_of({"l" * 200: "1"})[0].label) == MAX_LABEL
    assert shown({"big": "[" + "1," * 40_000 + "1]"})[0][1].startswith("[1,1")


RULES = LabelMap(
    (
        LabelRule("ticket", "Open ticket", link="https://crm.example.com/t/{value}?q={value}"),
        LabelRule("var_secret", is_hidden=True),
        LabelRule("client.name", "Client"),
    )
)


def test_rules_order_rename_hide_and_link() -> None:
    data: dict[str, CustomValue] = {
        "other": "o",
        "client": {"Name": "Dana"},
        "secret": "s",
        "var_Ticket": "a/b c&d",
    }
    assert fields_of(data, RULES) == (
        CustomField(
            "Open ticket", "a/b c&d", "https://crm.example.com/t/a%2Fb%20c%26d?q=a%2Fb%20c%26d"
        ),
        CustomField("Client", "Dana"),
        CustomField("Other", "o"),
    )


@pytest.mark.parametrize(
    ("template", "hosts", "is_live"),
    [
        ("https://crm.example.com/{value}", (), True),
        ("https://crm.example.com/{value}", ("crm.example.com",), True),
        ("https://crm.example.com/{value}", ("other.example.com",), False),
        ("https://{value}.example.com/", (), False),
        ("https://{value}/", (), False),
        ("javascript:alert({value})", (), False),
        ("{value}", (), False),
        ("https://[broken/{value}", (), False),
    ],
)
def test_where_a_template_may_lead(template: str, hosts: tuple[str, ...], *, is_live: bool) -> None:
    labels = LabelMap((LabelRule("id", link=template),), frozenset(hosts))
    fields = fields_of({"id": "evil"}, labels)
    assert bool(fields[0].link) is is_live


@pytest.mark.parametrize(
    "text",
    ["https://crm.example.com/a?b=1#c", "http://crm.example.com:8080", "HTTPS://EXAMPLE.COM"],
)
def test_a_value_that_is_a_link(text: str) -> None:
    assert web_link(text) == text
    assert fields_of({"crm": text})[0].link == text


@pytest.mark.parametrize(
    "text",
    [
        "ftp://example.com",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https:///path",
        "https://user:secret@example.com",
        "https://example.com:notaport",
        "https://example.com/a b",
        'https://example.com/"',
        "https://example.com\\@evil.example",
        "https://[::1",
        "example.com",
        "",
        "https://example.com/" + "a" * 3000,
    ],
)
def test_what_is_no_link(text: str) -> None:
    assert web_link(text) == ""


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(st.dictionaries(st.text(), VALUES, max_size=8))
def test_any_data_makes_a_bounded_list_of_clean_lines(data: dict[str, CustomValue]) -> None:
    fields = fields_of(data)
    assert len(fields) <= MAX_FIELDS
    for field in fields:
        assert field.value
        assert len(field.value) <= MAX_VALUE
        assert not {"\n", "\x00", "\u202e"} & set(field.label + field.value)
