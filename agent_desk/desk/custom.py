"""Custom data as labelled lines: what the IVR, a campaign or the CRM attached to a call."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from agent_desk.core.text import clean_text
from agent_desk.desk.card import CustomField
from agent_desk.desk.label_rule import LabelRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from agent_desk.voicenter.events import CustomValue

MAX_FIELDS: Final = 40
MAX_VALUE: Final = 400
MAX_LABEL: Final = 64
MAX_DEPTH: Final = 6
_MAX_VALUES: Final = 400
_MAX_JSON: Final = 65_536
_MAX_LINK: Final = 2048

# Keys that the service adds for itself (Voicenter: custom data).
_PLUMBING: Final = frozenset(
    {
        "originalivruniqueid",
        "aiexists",
        "isdonotcallme",
        "donotcallmestatus",
        "donotcallmestatuscode",
        "donotcallmetokenname",
        "donotcallmetransactionid",
    }
)
_PREFIX: Final = re.compile(r"^var[_\s-]+", re.IGNORECASE)
_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+")
_ACRONYMS: Final = frozenset({"id", "url", "crm", "ivr", "did", "vip", "sms", "api", "ip", "cdr"})
_WEB: Final = frozenset({"http", "https"})
_PLACEHOLDER: Final = "{value}"


@dataclass(frozen=True, slots=True)
class LabelMap:
    """What to call the values and where they lead; the order of the rules is that of the lines.

    ``hosts`` limits where templates may lead; empty allows whatever host a template names.
    """

    rules: tuple[LabelRule, ...] = ()
    hosts: frozenset[str] = frozenset()


NO_LABELS: Final = LabelMap()


class Fate(Enum):
    """What becomes of a value on its way to the card."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    PLUMBING = "plumbing"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class ValueReport:
    """One value of the custom data, what becomes of it, and the rule that decided it if any.

    ``key`` is its name as it came, with those it is nested in; ``field`` is what the card shows
    where the value is ``SHOWN``.
    """

    key: str
    rule: LabelRule | None
    field: CustomField
    fate: Fate


def fields_of(
    data: Mapping[str, CustomValue], labels: LabelMap = NO_LABELS
) -> tuple[CustomField, ...]:
    """The lines of a card: first those with a rule, in the rules' order, then the others.

    Nested values are flattened (``client.name``), texts that hold JSON are opened, empty values
    and the service's own plumbing are left out.
    """
    return tuple(each.field for each in explain(data, labels) if each.fate is Fate.SHOWN)


def explain(
    data: Mapping[str, CustomValue], labels: LabelMap = NO_LABELS
) -> tuple[ValueReport, ...]:
    """Every value with what becomes of it, in the order of the card's lines."""
    rules = {_folded(rule.key): (place, rule) for place, rule in enumerate(labels.rules)}
    found: list[tuple[int, ValueReport]] = []
    for path, value in islice(_flat(data, ()), _MAX_VALUES):
        key = ".".join(path)
        place, rule = rules.get(_folded(key), (len(rules), None))
        wish = rule or LabelRule(key)
        label = clean_text(wish.label or label_of(path), MAX_LABEL)
        link = _template_link(wish.link, value, labels.hosts) if wish.link else web_link(value)
        fate = Fate.HIDDEN if wish.is_hidden else Fate.SHOWN
        if _folded(path[-1]) in _PLUMBING:
            fate = Fate.PLUMBING
        found.append((place, ValueReport(key, rule, CustomField(label, value, link), fate)))
    found.sort(key=lambda item: item[0])
    return tuple(_within_limit(report for _place, report in found))


def label_of(path: tuple[str, ...]) -> str:
    """Words for a key: ``var_clientID`` -> ``Client ID``, ``lastTicket`` -> ``Last ticket``.

    The names of nested values stand one after the other. Other scripts than Latin keep theirs.
    """
    words: list[str] = []
    for name in path:
        bare = _PREFIX.sub("", name)
        found = _WORD.findall(bare) if bare.isascii() else bare.replace("_", " ").split()
        words += found or [name]
    text = " ".join(word.upper() if word.lower() in _ACRONYMS else _plain(word) for word in words)
    return text[:1].upper() + text[1:]


def web_link(text: str) -> str:
    """``text`` where it is an http or https address with a host and no login in it, else ``""``."""
    if len(text) > _MAX_LINK or any(
        c.isspace() or ord(c) < ord("!") or c in '\\"<>^`{|}' for c in text
    ):
        return ""
    try:
        parts = urlsplit(text)
        _ = parts.port  # raises for what is no port
    except ValueError:
        return ""
    is_web = parts.scheme.lower() in _WEB and bool(parts.hostname)
    return text if is_web and "@" not in parts.netloc else ""


def _within_limit(reports: Iterable[ValueReport]) -> Iterator[ValueReport]:
    """The reports; of more shown values than a card has room for, the last ones are told so."""
    shown = 0
    for report in reports:
        shown += report.fate is Fate.SHOWN
        is_over = report.fate is Fate.SHOWN and shown > MAX_FIELDS
        yield replace(report, fate=Fate.TOO_MANY) if is_over else report


def _template_link(template: str, value: str, hosts: frozenset[str]) -> str:
    link = web_link(template.replace(_PLACEHOLDER, quote(value, safe="")))
    if not link or _PLACEHOLDER in urlsplit(template).netloc:
        return ""  # a value may fill a path or a query, never the host
    is_allowed = not hosts or urlsplit(link).hostname in hosts
    return link if is_allowed else ""


def _flat(
    data: Mapping[str, CustomValue], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str]]:
    if len(path) == MAX_DEPTH:
        return
    for key, value in data.items():
        here = (*path, key)
        opened = _opened(value)
        if isinstance(opened, dict):
            yield from _flat(opened, here)
        elif isinstance(opened, list):
            items = [item for item in opened if isinstance(item, dict)]
            plain = ", ".join(text for item in opened if (text := _text(item)))
            if plain:
                yield here, clean_text(plain, MAX_VALUE)
            for number, item in enumerate(items, 1):
                yield from _flat(item, (*here, str(number)))
        elif text := _text(opened):
            yield here, text


def _opened(value: CustomValue) -> CustomValue:
    """The value inside a text that is a JSON object or list, cleaned like everything else."""
    if not isinstance(value, str) or value[:1] not in ("{", "[") or len(value) > _MAX_JSON:
        return value
    try:
        inside = json.loads(value)
    except (ValueError, RecursionError):
        return value
    return inside if isinstance(inside, dict | list) else value


def _text(value: CustomValue) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, bool):
        return "✓" if value else "✗"
    return clean_text(str(value), MAX_VALUE)


def _folded(key: str) -> str:
    return _PREFIX.sub("", key).replace("_", "").replace(" ", "").casefold()


def _plain(word: str) -> str:
    return word if word.isupper() and len(word) > 1 else word.lower()
