"""Why a card has links, or none, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from agent_desk.desk.card import LinkKind
from agent_desk.ui.text import isolate, isolate_name
from agent_desk.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent_desk.desk.card import LinkReason

translate: Final = QCoreApplication.translate

_REASONS: Final[dict[LinkKind, str]] = {
    LinkKind.FROM_RULE: QT_TRANSLATE_NOOP(
        "link_words", "Link of {label}: a rule for custom data makes it"
    ),
    LinkKind.IN_VALUE: QT_TRANSLATE_NOOP(
        "link_words", "Link of {label}: the value is a web address"
    ),
    LinkKind.NO_VALUE: QT_TRANSLATE_NOOP(
        "link_words", "No link for {label}: the call brought no value for it"
    ),
    LinkKind.HOST_NOT_ALLOWED: QT_TRANSLATE_NOOP(
        "link_words", "No link for {label}: the host {host} is not allowed"
    ),
    LinkKind.NO_ADDRESS: QT_TRANSLATE_NOOP(
        "link_words", "No link for {label}: its rule and the value make no web address"
    ),
    LinkKind.NOTHING: QT_TRANSLATE_NOOP(
        "link_words", "Nothing to open: no value is a web address, no rule makes a link"
    ),
}


def reasons(links: tuple[LinkReason, ...]) -> Iterator[str]:
    """One sentence for each; where there is a link, also why nothing has opened yet."""
    for link in links:
        said = translate("link_words", _REASONS[link.kind])
        yield said.format(label=isolate_name(link.label), host=isolate(link.host))
    if any(link.is_link for link in links):
        yield translate("link_words", "Links open when they are pressed, never by themselves")
