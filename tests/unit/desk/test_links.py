from __future__ import annotations

from typing import Any

import pytest

from agent_desk.desk.card import LinkKind, LinkReason
from agent_desk.desk.custom import LabelMap, explain
from agent_desk.desk.label_rule import LabelRule
from agent_desk.desk.links import MAX_REASONS, reasons_of

CRM = LabelRule("var_clientID", link="https://crm.example.com/client/{value}")


def reasons(data: dict[str, Any], *rules: LabelRule, hosts: str = "") -> list[LinkReason]:
    labels = LabelMap(rules, frozenset(hosts.split()))
    return list(reasons_of(explain(data, labels), labels))


def test_a_card_without_a_link_says_so() -> None:
    assert reasons({}) == [LinkReason(LinkKind.NOTHING)]
    assert reasons({"clientID": "7"}) == [LinkReason(LinkKind.NOTHING)]


def test_a_link_says_where_it_comes_from() -> None:
    data = {"clientID": "7", "site": "https://example.com"}
    assert reasons(data, CRM) == [
        LinkReason(LinkKind.FROM_RULE, "Client ID"),
        LinkReason(LinkKind.IN_VALUE, "Site"),
    ]


def test_a_rule_without_a_value_is_named_first() -> None:
    data = {"site": "https://example.com"}
    assert reasons(data, CRM) == [
        LinkReason(LinkKind.NO_VALUE, "Client ID"),
        LinkReason(LinkKind.IN_VALUE, "Site"),
    ]
    named = LabelRule("ticket", "Ticket", link="https://crm.example.com/{value}")
    assert reasons({}, named) == [LinkReason(LinkKind.NO_VALUE, "Ticket")]


@pytest.mark.parametrize(
    ("template", "hosts", "kind", "host"),
    [
        (CRM.link, "other.example.com", LinkKind.HOST_NOT_ALLOWED, "crm.example.com"),
        ("ftp://crm.example.com/{value}", "", LinkKind.NO_ADDRESS, ""),
        ("https://{value}.example.com/", "", LinkKind.NO_ADDRESS, ""),
        ("https://{value}.example.com/", "crm.example.com", LinkKind.NO_ADDRESS, ""),
        ("https://[crm/{value}", "crm.example.com", LinkKind.NO_ADDRESS, ""),
        ("no address", "crm.example.com", LinkKind.NO_ADDRESS, ""),
    ],
)
def test_a_link_that_could_not_be_made_says_why(
    template: str, hosts: str, kind: LinkKind, host: str
) -> None:
    rule = LabelRule("clientID", link=template)
    assert reasons({"clientID": "7"}, rule, hosts=hosts) == [LinkReason(kind, "Client ID", host)]


def test_what_is_hidden_explains_nothing() -> None:
    hidden = LabelRule("clientID", is_hidden=True, link=CRM.link)
    assert reasons({"clientID": "7"}, hidden) == [LinkReason(LinkKind.NOTHING)]
    assert reasons({}, hidden) == [LinkReason(LinkKind.NOTHING)]


def test_there_are_never_very_many() -> None:
    data = {f"site{at}": "https://example.com" for at in range(20)}
    assert len(reasons(data)) == MAX_REASONS
