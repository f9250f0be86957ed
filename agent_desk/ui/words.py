"""The states of the desk in words: calls, recordings, the connection, times.

Sentences that belong to one widget live in that widget; what several say is said here once.
Numbers come back isolated, so that they keep their order in a right-to-left line.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from agent_desk.core.link import Link
from agent_desk.desk.card import Card, TitleSource, WhyKind
from agent_desk.desk.gap import GapCheck
from agent_desk.desk.guard import GuardState
from agent_desk.desk.state import Outcome, Phase
from agent_desk.ui.masking import shown
from agent_desk.ui.text import duration, isolate, isolate_name
from agent_desk.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.desk.gap import Gap
    from agent_desk.desk.link import LinkView

_GAP_CHECKS: Final[dict[GapCheck, str]] = {
    GapCheck.WAITING: QT_TRANSLATE_NOOP(
        "words", "Your calls of that time are looked up in the call log in a few minutes."
    ),
    GapCheck.NO_CODE: QT_TRANSLATE_NOOP(
        "words", "Without the API code your calls of that time cannot be looked up."
    ),
    GapCheck.FAILED: QT_TRANSLATE_NOOP(
        "words", "The call log could not be asked about your calls of that time."
    ),
}

translate: Final = QCoreApplication.translate
_MINUTE_S: Final = 60
_HOUR_S: Final = 3600
_WEEK_DAYS: Final = 6
_STEP_S: Final = 30

_PHASES: Final[dict[Phase, str]] = {
    Phase.RINGING: QT_TRANSLATE_NOOP("words", "Ringing"),
    Phase.RING_STOPPED: QT_TRANSLATE_NOOP("words", "Ringing stopped"),
    Phase.DIALING: QT_TRANSLATE_NOOP("words", "Dialling"),
    Phase.AGENT_RINGING: QT_TRANSLATE_NOOP("words", "Calling your phone"),
    Phase.AGENT_UP: QT_TRANSLATE_NOOP("words", "Your phone is up"),
    Phase.CUSTOMER_RINGING: QT_TRANSLATE_NOOP("words", "Calling the customer"),
    Phase.TALKING: QT_TRANSLATE_NOOP("words", "Talking"),
    Phase.HELD: QT_TRANSLATE_NOOP("words", "On hold"),
    Phase.ENDED: QT_TRANSLATE_NOOP("words", "Ended"),
}

_OUTCOMES: Final[dict[Outcome, str]] = {
    Outcome.COMPLETED: QT_TRANSLATE_NOOP("words", "Ended"),
    Outcome.MISSED: QT_TRANSLATE_NOOP("words", "Missed"),
    Outcome.DECLINED: QT_TRANSLATE_NOOP("words", "You declined"),
    Outcome.TAKEN_ELSEWHERE: QT_TRANSLATE_NOOP("words", "Taken by a colleague"),
    Outcome.TRANSFERRED: QT_TRANSLATE_NOOP("words", "Transferred"),
    Outcome.BUSY: QT_TRANSLATE_NOOP("words", "Busy"),
    Outcome.NO_ANSWER: QT_TRANSLATE_NOOP("words", "No answer"),
    Outcome.FAILED: QT_TRANSLATE_NOOP("words", "Call failed"),
    Outcome.CALLER_GAVE_UP: QT_TRANSLATE_NOOP("words", "Caller gave up"),
}

# A row of a list says what happened to the call, not that it is over.
_RECENT_OUTCOMES: Final[dict[Outcome, str]] = {
    **_OUTCOMES,
    Outcome.COMPLETED: QT_TRANSLATE_NOOP("words", "Answered"),
    Outcome.FAILED: QT_TRANSLATE_NOOP("words", "Failed"),
}

_RECORDING: Final[dict[GuardState, str]] = {
    GuardState.NOT_RECORDED: QT_TRANSLATE_NOOP("words", "Not recorded"),
    GuardState.WILL_RECORD: QT_TRANSLATE_NOOP("words", "Will be recorded"),
    GuardState.RECORDING: QT_TRANSLATE_NOOP("words", "Recording"),
    GuardState.MUTING: QT_TRANSLATE_NOOP("words", "Still recording"),
    GuardState.MUTED: QT_TRANSLATE_NOOP("words", "Recording muted"),
    GuardState.MUTED_CONFIRMED: QT_TRANSLATE_NOOP("words", "Recording muted"),
    GuardState.RESUMING: QT_TRANSLATE_NOOP("words", "Still muted"),
    GuardState.MUTE_FAILED: QT_TRANSLATE_NOOP("words", "Still recording"),
    GuardState.RESUME_FAILED: QT_TRANSLATE_NOOP("words", "Still muted"),
    GuardState.UNKNOWN: QT_TRANSLATE_NOOP("words", "May be recording"),
}

_WHY: Final[dict[WhyKind, str]] = {
    WhyKind.NAME_FROM_CONTACT: QT_TRANSLATE_NOOP("words", "a contact has this number"),
    WhyKind.NAME_FROM_CALL: QT_TRANSLATE_NOOP("words", "the name came with the call"),
    WhyKind.NAME_IS_QUEUE_LABEL: QT_TRANSLATE_NOOP(
        "words", "the call brought only the queue's name"
    ),
    WhyKind.NAME_IS_NUMBER: QT_TRANSLATE_NOOP("words", "the call brought the number as its name"),
    WhyKind.NO_NAME: QT_TRANSLATE_NOOP("words", "no name came with the call"),
    WhyKind.NUMBER_HIDDEN: QT_TRANSLATE_NOOP("words", "the caller hides the number"),
    WhyKind.COLLEAGUE: QT_TRANSLATE_NOOP("words", "an extension of your organisation"),
    WhyKind.ADOPTED: QT_TRANSLATE_NOOP("words", "first seen in the middle of the call"),
}


class Counted(QObject):
    """Sentences with a number in them; a class, for lupdate sees plurals only in its ``tr``."""

    def more_fields(self, number: int) -> str:
        """What ``words.more_fields`` says."""
        return self.tr("%n more fields", None, number)

    def recovered_calls(self, number: int) -> str:
        """How many calls of a blind time the call log knew; at least one."""
        return self.tr("%n calls were recovered from the call log.", None, number)


_counted: Final = Counted()


def state(card: Card) -> str:
    """The word of a card's state strip."""
    if card.phase is not Phase.ENDED or card.outcome is None:
        return _say(_PHASES[card.phase])
    if card.outcome is Outcome.TAKEN_ELSEWHERE and card.taken_by:
        return translate("words", "Taken by {name}").format(name=isolate_name(card.taken_by))
    return _say(_OUTCOMES[card.outcome])


def outcome(value: Outcome, agent: str = "") -> str:
    """How a finished call ended, for a row of a list; ``agent`` is who took it instead."""
    if value is Outcome.TAKEN_ELSEWHERE and agent:
        return translate("words", "Taken by {name}").format(name=isolate_name(agent))
    return _say(_RECENT_OUTCOMES[value])


def way_in(card: Card) -> str:
    """Which queue and line the call uses, and for an ended call how long it took."""
    return " · ".join(way_in_parts(card))


def way_in_parts(card: Card) -> list[str]:
    """The same, piece by piece, what matters most first."""
    parts = []
    if card.phase is Phase.ENDED:
        if card.talk_s:
            parts.append(
                translate("words", "talked {time}").format(time=isolate(duration(card.talk_s)))
            )
        elif card.ring_s:
            parts.append(translate("words", "rang {length}").format(length=length(card.ring_s)))
    if card.queue_name:
        parts.append(isolate_name(card.queue_name))
    if card.line_text and card.phase is not Phase.ENDED:
        parts.append(translate("words", "line {number}").format(number=isolate(card.line_text)))
    return parts


def title(card: Card, *, is_revealed: bool = False) -> str:
    """The name of the other party, or what stands for it.

    A number is dots where numbers are hidden, unless it ``is_revealed``.
    """
    if card.title_source is TitleSource.HIDDEN:
        return translate("words", "Hidden number")
    if card.title_source is TitleSource.NUMBER:
        return isolate(shown(card.title, is_revealed=is_revealed))
    return card.title


def hidden_number() -> str:
    """What a list shows where no number came."""
    return translate("words", "Hidden number")


def you() -> str:
    """The agent, in a list of who took a call."""
    return translate("words", "you")


def recording(value: GuardState, *, is_reported_muted: bool = False) -> str:
    """What happens to the recording of this call right now.

    ``is_reported_muted`` as in ``GuardView``: not muted from here, and so never said as firmly.
    """
    if is_reported_muted:
        return translate("words", "Reported muted")
    return _say(_RECORDING[value])


def still_muted(seconds: float) -> str:
    """The reminder of a recording that has been muted for so long, never more than it was."""
    step = _STEP_S if seconds < 2 * _MINUTE_S else _MINUTE_S
    time = exact_length(max(int(seconds) // step, 1) * step)
    return translate("words", "Still muted for {time}. Resume?").format(time=time)


def why(kind: WhyKind) -> str:
    """One reason, as the end of the sentence "Why this card: ..."."""
    return _say(_WHY[kind])


def region(code: str) -> str:
    """A country by its two-letter code; empty for an unknown one."""
    territory = QLocale.codeToTerritory(code)
    if territory == QLocale.Country.AnyTerritory:
        return ""
    return translate("countries", QLocale.territoryToString(territory))


def length(seconds: int) -> str:
    """A rounded length in words: ``45 s``, ``3 min``, ``1 h 5 min``."""
    if seconds < _MINUTE_S:
        return length_in_seconds(seconds)
    if seconds < _HOUR_S:
        return translate("words", "{count} min").format(
            count=isolate(str(round(seconds / _MINUTE_S)))
        )
    hours, rest = divmod(round(seconds / _MINUTE_S), _MINUTE_S)
    return translate("words", "{hours} h {minutes} min").format(
        hours=isolate(str(hours)), minutes=isolate(str(rest))
    )


def length_in_seconds(seconds: int) -> str:
    """A length that is better not rounded: ``90 s``; below zero counts as zero."""
    return translate("words", "{count} s").format(count=isolate(str(max(seconds, 0))))


def exact_length(seconds: int) -> str:
    """A length in whole minutes where it is some, else in seconds: ``3 min``, ``90 s``."""
    return length_in_seconds(seconds) if seconds % _MINUTE_S else length(seconds)


def clock_time(at: datetime, *, is_exact: bool = False) -> str:
    """The local time of day, with seconds where ``is_exact``."""
    return isolate(at.astimezone().strftime("%H:%M:%S" if is_exact else "%H:%M"))


def moment(at: datetime, now: datetime) -> str:
    """When something was, as short as it stays clear: today, a day of this week, a date."""
    then, today = at.astimezone().date(), now.astimezone().date()
    day = QDate(then.year, then.month, then.day)
    if then == today:
        word = translate("words", "Today")
    elif timedelta(0) < today - then <= timedelta(days=_WEEK_DAYS):
        word = QLocale().toString(day, "ddd")
    else:
        word = QLocale().toString(day, translate("words", "d MMM"))
    return translate("words", "{day} {time}").format(day=word, time=clock_time(at))


def link_state(view: LinkView, now: float) -> str:
    """The words of the connection pill; ``now`` is a monotonic second."""
    if view.state is Link.CONNECTED:
        if view.server:
            return translate("words", "Connected · {server}").format(server=isolate(view.server))
        return translate("words", "Connected")
    if view.state is Link.RECONNECTING:
        wait_s = round(view.retry_at - now) if view.retry_at is not None else 0
        if wait_s > 0:
            return translate("words", "Reconnecting in {count} s").format(
                count=isolate(str(wait_s))
            )
        return translate("words", "Reconnecting")
    if view.state is Link.POLLING:
        return translate("words", "Polling, slower")
    if view.state is Link.OFFLINE:
        if view.blind_since is not None:
            return translate("words", "Offline since {time}").format(
                time=clock_time(view.blind_since)
            )
        return translate("words", "Offline")
    return (
        translate("words", "Connecting")
        if view.state is Link.CONNECTING
        else translate("words", "Signed out")
    )


def more_fields(number: int) -> str:
    """What the link says that unfolds ``number`` further values."""
    return _counted.more_fields(number)


def seat(taken_by: str, moved_to: tuple[str, ...]) -> str:
    """Who sits where instead of the agent; empty where everybody is in their place."""
    said = []
    if taken_by:
        line = translate("words", "{name} is signed in on your extension.")
        said.append(line.format(name=isolate_name(taken_by)))
    if moved_to:
        line = translate("words", "You are signed in on extension {sip}.")
        said.append(line.format(sip=", ".join(isolate(sip) for sip in moved_to)))
    return " ".join(said)


def recovered() -> str:
    """Where a call is known from that nobody saw while it lasted."""
    return translate("words", "recovered from the call log")


def gap(value: Gap) -> str:
    """One blind time and what the call log told of it."""
    began, ended = (clock_time(at, is_exact=True) for at in (value.began, value.ended))
    blind = translate("words", "Not connected {began} to {ended}.").format(began=began, ended=ended)
    if value.check is GapCheck.CHECKED:
        if found := len(value.recovered):
            more = _counted.recovered_calls(found)
        else:
            more = translate("words", "The call log shows no other calls of yours in that time.")
    else:
        more = _say(_GAP_CHECKS[value.check])
    return f"{blind} {more}"


def _say(text: str) -> str:
    return translate("words", text)
