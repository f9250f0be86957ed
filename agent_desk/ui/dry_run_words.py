"""One row of the dry run in words: the card a call would have had, and the reason of each part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QUrl

from agent_desk.core.text import clean_text
from agent_desk.desk.card import LinkKind
from agent_desk.desk.custom import MAX_LABEL, Fate
from agent_desk.desk.dry_run import is_renamed
from agent_desk.ui import link_words, looks, words
from agent_desk.ui.text import isolate, isolate_name
from agent_desk.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from agent_desk.desk.custom import ValueReport
    from agent_desk.desk.dry_run import DryRunRow

MAX_REASONS: Final = 60

translate: Final = QCoreApplication.translate
_MAX_VALUE: Final = 80
_MAX_LABELS: Final = 6
# Always the date: the page may stay open over midnight.
_LATER: Final = timedelta(days=7)

_FATES: Final[dict[Fate, str]] = {
    Fate.HIDDEN: QT_TRANSLATE_NOOP("dry_run", "{key}: not shown, its rule hides it"),
    Fate.PLUMBING: QT_TRANSLATE_NOOP("dry_run", "{key}: not shown, the service's own"),
    Fate.TOO_MANY: QT_TRANSLATE_NOOP("dry_run", "{key}: not shown, the card is full"),
}


@dataclass(frozen=True, slots=True)
class RowWords:
    """The two lines of a row: whom the card would name, when that was, and what rules did."""

    title: str
    when: str
    summary: str


def of_row(row: DryRunRow, *, is_revealed: bool = True) -> RowWords:
    """``row`` in two lines; a title that is a number is masked unless ``is_revealed``."""
    card, at = row.card, row.call.at
    title = words.title(card, is_revealed=is_revealed)
    when = words.moment(at, at + _LATER) if at is not None else ""
    parts = list(_summary(row))
    if row.call.is_from_log:
        parts.append(translate("dry_run", "from the call log"))
    return RowWords(title, when, " · ".join(parts))


def reasons(row: DryRunRow) -> tuple[str, ...]:
    """Why the card of ``row`` would look so, one sentence each, ``MAX_REASONS`` at most."""
    said = tuple(islice(_reasons(row), MAX_REASONS + 1))
    if len(said) <= MAX_REASONS:
        return said
    return (*said[: MAX_REASONS - 1], translate("dry_run", "More than fits here is left out."))


def _summary(row: DryRunRow) -> Iterator[str]:
    if not looks.is_worth_a_pop(row.card):
        yield translate("dry_run", "No pop: nothing is known of this call")
        return
    if row.link is None:
        yield translate("dry_run", "No link")
    else:
        host = isolate(clean_text(QUrl(row.link.link).host(), MAX_LABEL))
        line = translate("dry_run", "{label} opens {host}")
        yield line.format(label=isolate_name(row.link.label), host=host)
    for reports, line in (
        (row.renamed, translate("dry_run", "renamed: {labels}")),
        (row.hidden, translate("dry_run", "hidden: {labels}")),
    ):
        if reports:
            yield line.format(labels=_labels(reports))


def _reasons(row: DryRunRow) -> Iterator[str]:
    if row.call.is_from_log:
        yield translate(
            "dry_run", "The call log keeps no names of callers; the call itself may have had one."
        )
    line = translate("dry_run", "Title: {reason}")
    for kind in row.card.why:
        yield line.format(reason=words.why(kind))
        line = translate("dry_run", "Also: {reason}")
    # What a rule looks for in vain is said below, with the rules that have no link.
    links = tuple(link for link in row.card.links if link.kind is not LinkKind.NO_VALUE)
    yield from link_words.reasons(links)
    for report in row.values:
        yield _of_value(report)
    for rule in row.unmatched:
        if rule.link and not rule.is_hidden:
            line = translate("dry_run", "{key}: its rule has a link, but the call no such value")
        else:
            line = translate("dry_run", "{key}: its rule finds no such value in this call")
        yield line.format(key=_key(rule.key))


def _of_value(report: ValueReport) -> str:
    if report.fate is not Fate.SHOWN:
        line = translate("dry_run", _FATES[report.fate])
        return line.format(key=_key(report.key))
    if is_renamed(report):
        line = translate("dry_run", "{key}: shown as {label}, by its rule")
    else:
        line = translate("dry_run", "{key}: shown as {label}, no rule renames it")
    said = line.format(key=_key(report.key), label=isolate_name(report.field.label))
    return f"{said} · {isolate_name(clean_text(report.field.value, _MAX_VALUE))}"


def _labels(reports: Iterable[ValueReport]) -> str:
    labels = [isolate_name(each.field.label) for each in islice(reports, _MAX_LABELS + 1)]
    return ", ".join([*labels[:_MAX_LABELS], "…"] if len(labels) > _MAX_LABELS else labels)


def _key(key: str) -> str:
    return isolate(clean_text(key, MAX_LABEL))
