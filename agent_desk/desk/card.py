"""What a caller card shows, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from agent_desk.desk.recent import RecentCalls

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.guard import GuardView
    from agent_desk.desk.state import CallKey, Outcome, Phase
    from agent_desk.voicenter.events import Direction


NO_TALKS: Final = RecentCalls()


class TitleSource(Enum):
    """Where the title of a card comes from, best first."""

    CONTACT = "contact"
    CALLER_NAME = "caller_name"
    EXTENSION = "extension"
    NUMBER = "number"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class CustomField:
    """One labelled value of the custom data; ``link`` is already checked for safety."""

    label: str
    value: str
    link: str = ""


class LinkKind(Enum):
    """Why a value is a link, or why a card has none."""

    FROM_RULE = "from_rule"
    IN_VALUE = "in_value"
    NO_VALUE = "no_value"
    HOST_NOT_ALLOWED = "host_not_allowed"
    NO_ADDRESS = "no_address"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class LinkReason:
    """One reason about links: which value (``label``) and, where it matters, which ``host``."""

    kind: LinkKind
    label: str = ""
    host: str = ""

    @property
    def is_link(self) -> bool:
        """Whether there is something to press."""
        return self.kind in (LinkKind.FROM_RULE, LinkKind.IN_VALUE)


class WhyKind(Enum):
    """One reason a card looks as it does; the window puts it into words."""

    NAME_FROM_CONTACT = "name_from_contact"
    NAME_FROM_CALL = "name_from_call"
    NAME_IS_QUEUE_LABEL = "name_is_queue_label"
    NAME_IS_NUMBER = "name_is_number"
    NO_NAME = "no_name"
    NUMBER_HIDDEN = "number_hidden"
    COLLEAGUE = "colleague"
    ADOPTED = "adopted"


@dataclass(frozen=True, slots=True)
class Card:
    """One card, ready to paint; texts are plain and cleaned, without bidi marks.

    ``elapsed_from`` is a monotonic second (see ``CallFacts``); ``is_stale`` says that the link is
    down and the state is the last one known. ``region`` is a two-letter country code or empty.
    ``links`` says why there are links, or why not; empty where nobody has asked.
    """

    key: CallKey
    phase: Phase
    direction: Direction
    number: PhoneNumber
    title: str
    title_source: TitleSource
    number_text: str
    copy_text: str
    region: str
    queue_name: str
    line_text: str
    fields: tuple[CustomField, ...]
    guard: GuardView
    why: tuple[WhyKind, ...]
    elapsed_from: float
    started_at: datetime | None
    outcome: Outcome | None = None
    talk_s: int = 0
    ring_s: int = 0
    taken_by: str = ""
    transferred_by: str = ""
    is_spied_on: bool = False
    is_stale: bool = False
    talks: RecentCalls = NO_TALKS
    links: tuple[LinkReason, ...] = ()
