"""Why a card has links, or why it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from agent_desk.core.text import clean_text
from agent_desk.desk.card import LinkKind, LinkReason
from agent_desk.desk.custom import MAX_LABEL, Fate, label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agent_desk.desk.custom import LabelMap, ValueReport
    from agent_desk.desk.label_rule import LabelRule

MAX_REASONS: Final = 8


def reasons_of(values: Iterable[ValueReport], labels: LabelMap) -> tuple[LinkReason, ...]:
    """One reason for each link of a card and for each that a rule asks for in vain, those first.

    Never empty: a call that brings nothing to open is told so.
    """
    values = tuple(values)
    found = [*_of_values(values, labels), *_of_rules(values, labels)]
    found.sort(key=lambda reason: reason.is_link)
    return tuple(found[:MAX_REASONS]) or (LinkReason(LinkKind.NOTHING),)


def _of_values(values: tuple[ValueReport, ...], labels: LabelMap) -> Iterator[LinkReason]:
    for each in values:
        is_ruled = each.rule is not None and bool(each.rule.link)
        if each.fate is not Fate.SHOWN:
            continue
        if each.field.link:
            kind = LinkKind.FROM_RULE if is_ruled else LinkKind.IN_VALUE
            yield LinkReason(kind, each.field.label)
        elif each.rule is not None and is_ruled:
            host = _host(each.rule.link)
            is_foreign = bool(host) and bool(labels.hosts) and host not in labels.hosts
            kind = LinkKind.HOST_NOT_ALLOWED if is_foreign else LinkKind.NO_ADDRESS
            yield LinkReason(kind, each.field.label, host if is_foreign else "")


def _of_rules(values: tuple[ValueReport, ...], labels: LabelMap) -> Iterator[LinkReason]:
    met = [each.rule for each in values]
    for rule in labels.rules:
        if rule.link and not rule.is_hidden and rule not in met:
            yield LinkReason(LinkKind.NO_VALUE, _label(rule))


def _label(rule: LabelRule) -> str:
    return clean_text(rule.label or label_of((rule.key,)), MAX_LABEL)


def _host(template: str) -> str:
    try:
        host = urlsplit(template).hostname or ""
    except ValueError:
        return ""
    return "" if "{" in host else clean_text(host, MAX_LABEL)
