"""Which icon and which state colour stand for what; the words are in ``ui.words``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent_desk.core.link import Link
from agent_desk.desk.guard import GuardState
from agent_desk.desk.state import Direction, Outcome, Phase
from agent_desk.ui.icons import Icon
from agent_desk.ui.theme import Tone

if TYPE_CHECKING:
    from agent_desk.desk.card import Card


@dataclass(frozen=True, slots=True)
class Look:
    """An icon on a state colour."""

    icon: Icon
    tone: Tone


_PHASES: Final[dict[Phase, Look]] = {
    Phase.RINGING: Look(Icon.RINGING, Tone.RINGING),
    Phase.RING_STOPPED: Look(Icon.RINGING, Tone.NEUTRAL),
    Phase.DIALING: Look(Icon.OUTGOING, Tone.RINGING),
    Phase.AGENT_RINGING: Look(Icon.RINGING, Tone.RINGING),
    Phase.AGENT_UP: Look(Icon.OUTGOING, Tone.RINGING),
    Phase.CUSTOMER_RINGING: Look(Icon.OUTGOING, Tone.RINGING),
    Phase.TALKING: Look(Icon.TALKING, Tone.TALKING),
    Phase.HELD: Look(Icon.HELD, Tone.HELD),
    Phase.ENDED: Look(Icon.ENDED, Tone.NEUTRAL),
}

_OUTCOMES: Final[dict[Outcome, Look]] = {
    Outcome.COMPLETED: Look(Icon.ENDED, Tone.NEUTRAL),
    Outcome.MISSED: Look(Icon.MISSED, Tone.MUTED),
    Outcome.DECLINED: Look(Icon.DECLINED, Tone.NEUTRAL),
    Outcome.TAKEN_ELSEWHERE: Look(Icon.TAKEN, Tone.NEUTRAL),
    Outcome.TRANSFERRED: Look(Icon.TAKEN, Tone.NEUTRAL),
    Outcome.BUSY: Look(Icon.DECLINED, Tone.NEUTRAL),
    Outcome.NO_ANSWER: Look(Icon.MISSED, Tone.NEUTRAL),
    Outcome.FAILED: Look(Icon.FAILED, Tone.MUTED),
    Outcome.CALLER_GAVE_UP: Look(Icon.GAVE_UP, Tone.RINGING),
}

_LINKS: Final[dict[Link, Look]] = {
    Link.CONNECTING: Look(Icon.CONNECTION_LOST, Tone.NEUTRAL),
    Link.CONNECTED: Look(Icon.CONNECTED, Tone.NEUTRAL),
    Link.RECONNECTING: Look(Icon.CONNECTION_LOST, Tone.RINGING),
    Link.POLLING: Look(Icon.REFRESH, Tone.RINGING),
    Link.OFFLINE: Look(Icon.OFFLINE, Tone.MUTED),
    Link.SIGNED_OUT: Look(Icon.OFFLINE, Tone.NEUTRAL),
}

MUTED_STATES: Final = frozenset(
    {
        GuardState.MUTED,
        GuardState.MUTED_CONFIRMED,
        GuardState.RESUMING,
        GuardState.RESUME_FAILED,
    }
)
"""While in one of these the service has said that the recording is muted."""

FAILED_STATES: Final = frozenset(
    {GuardState.MUTE_FAILED, GuardState.RESUME_FAILED, GuardState.UNKNOWN}
)
"""Loud failures: they stay until they are dismissed or tried again."""


_RUNG: Final = frozenset({Phase.RINGING, Phase.RING_STOPPED, Phase.ENDED})


def is_worth_a_pop(card: Card) -> bool:
    """Whether anything is known of the call but that it has an id.

    Every call of Voicenter's has a direction and a time at which it began. One without either,
    without caller, line, queue and custom data, that never got further than ringing, is nonsense.
    """
    said = (card.number.raw, card.title, card.queue_name, card.line_text, card.fields)
    is_known = card.direction is not Direction.UNKNOWN or card.started_at is not None or any(said)
    return is_known or card.phase not in _RUNG or card.talk_s > 0


def of_card(card: Card) -> Look:
    """How the state strip of ``card`` looks; a stale one has lost its colour."""
    look = _PHASES[card.phase]
    if card.phase is Phase.ENDED and card.outcome is not None:
        look = _OUTCOMES[card.outcome]
    return Look(look.icon, Tone.NEUTRAL) if card.is_stale else look


def of_outcome(outcome: Outcome, *, is_outgoing: bool) -> Look:
    """How a finished call looks in a list."""
    if outcome is Outcome.COMPLETED:
        return Look(Icon.OUTGOING if is_outgoing else Icon.ANSWERED, Tone.NEUTRAL)
    return _OUTCOMES[outcome]


def of_link(link: Link) -> Look:
    """How the connection pill looks."""
    return _LINKS[link]
