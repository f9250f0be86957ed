"""The agent's status in words, icons and tones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from agent_desk.desk.presence import PENDING, Stage
from agent_desk.ui import fault_words, text, words
from agent_desk.ui.icons import Icon
from agent_desk.ui.theme import Tone
from agent_desk.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.desk.presence import PresenceView, Status

translate: Final = QCoreApplication.translate

_AVAILABLE: Final = 1
# Code -> what it is called where the account has no name of its own for it, and its icon.
_STANDARD: Final[dict[int, tuple[str, Icon]]] = {
    _AVAILABLE: (QT_TRANSLATE_NOOP("status_words", "Available"), Icon.AVAILABLE),
    2: (QT_TRANSLATE_NOOP("status_words", "Logged out"), Icon.LEAVE),
    3: (QT_TRANSLATE_NOOP("status_words", "Lunch"), Icon.BREAK),
    5: (QT_TRANSLATE_NOOP("status_words", "Paperwork"), Icon.EDIT),
    7: (QT_TRANSLATE_NOOP("status_words", "Private"), Icon.PERSON),
    9: (QT_TRANSLATE_NOOP("status_words", "Other"), Icon.MORE),
    11: (QT_TRANSLATE_NOOP("status_words", "Training"), Icon.NOTE),
    12: (QT_TRANSLATE_NOOP("status_words", "Team meeting"), Icon.TAKEN),
    13: (QT_TRANSLATE_NOOP("status_words", "Briefing"), Icon.CAMPAIGNS),
}
_REASONS: Final[dict[str, str]] = {
    "seat_in_use": QT_TRANSLATE_NOOP(
        "status_words", "Somebody else is signed in on this extension."
    ),
    "status_not_used": QT_TRANSLATE_NOOP("status_words", "Your account does not use this status."),
    "unknown_extension": QT_TRANSLATE_NOOP(
        "status_words", "Voicenter does not know this extension."
    ),
    "no_user": QT_TRANSLATE_NOOP("status_words", "Voicenter does not say whose extension this is."),
}


def name(status: Status) -> str:
    """What a status is called: by the account, else by us; one we do not know by its number."""
    if status.name:
        return text.isolate_name(status.name)
    known = _STANDARD.get(status.code)
    if known is not None:
        return translate("status_words", known[0])
    number = text.isolate(str(status.code))
    return translate("status_words", "Status {number}").format(number=number)


def icon(code: int) -> Icon:
    """The drawing of a status."""
    known = _STANDARD.get(code)
    return Icon.CLOCK if known is None else known[1]


def tone(code: int) -> Tone:
    """Green for who takes calls; all others are calm."""
    return Tone.TALKING if code == _AVAILABLE else Tone.NEUTRAL


def pill(view: PresenceView) -> tuple[Icon, str, Tone]:
    """What the pill shows: a wish that is pending, else what the service last said."""
    if view.asked is not None and view.stage in PENDING:
        wished = name(view.status(view.asked))
        return Icon.PENDING, translate("status_words", "{status}…").format(status=wished), _CALM
    if view.code is None:
        return Icon.STALE, translate("status_words", "Unknown"), _CALM
    said = name(view.status(view.code))
    if view.is_stale and view.stale_since is not None:
        at = words.clock_time(view.stale_since)
        said = translate("status_words", "{status} at {time}").format(status=said, time=at)
    if view.is_stale or view.stage is Stage.OVERDUE:
        return Icon.STALE, said, _CALM
    return icon(view.code), said, tone(view.code)


def details(view: PresenceView, now: datetime) -> str:
    """Since when, and what else is to be known; the tool tip of the pill."""
    said = []
    if view.code is not None and view.since is not None:
        line = translate("status_words", "{status} since {time}")
        since = words.moment(view.since, now)
        if view.since.astimezone().date() == now.astimezone().date():
            since = words.clock_time(view.since)
        said.append(line.format(status=name(view.status(view.code)), time=since))
    if view.is_stale:
        said.append(translate("status_words", "Not connected: it may have changed."))
    if view.asked is not None and view.stage in PENDING:
        line = translate("status_words", "Waiting until Voicenter confirms {status}.")
        said.append(line.format(status=name(view.status(view.asked))))
    elif view.asked is not None and view.stage is Stage.OVERDUE:
        line = translate("status_words", "{status} is not confirmed yet.")
        said.append(line.format(status=name(view.status(view.asked))))
    return " · ".join(said)


def trouble(view: PresenceView) -> str:
    """What the agent has to hear about the last wish; nothing where all is well."""
    if view.asked is None or view.stage in (Stage.SETTLED, *PENDING):
        return ""
    wished = name(view.status(view.asked))
    if view.stage is Stage.REFUSED:
        line = translate("status_words", "Your status was not changed to {status}. {reason}")
        return line.format(status=wished, reason=_reason(view))
    if view.done_on:
        return _partly(view, wished)
    if view.stage is Stage.OVERDUE and view.failure_code:
        line = translate(
            "status_words",
            "{status} is not confirmed yet: no clear answer came. It may have been set.",
        )
        return line.format(status=wished)
    if view.stage is Stage.OVERDUE:
        line = translate(
            "status_words",
            "{status} is not confirmed yet: Voicenter agreed, but does not show it so far.",
        )
        return line.format(status=wished)
    line = translate("status_words", "You asked for {status}, then another status was set for you.")
    return line.format(status=wished)


def _partly(view: PresenceView, wished: str) -> str:
    """On which of several extensions the status was set, and on which it was not."""
    done, left = (_listed(extensions) for extensions in (view.done_on, view.open_on))
    if view.stage is Stage.PARTLY:
        line = translate("status_words", "{status} was set on {done}, but not on {rest}. {reason}")
        return line.format(status=wished, done=done, rest=left, reason=_reason(view))
    line = translate(
        "status_words",
        "{status} was set on {done}. For {rest} no clear answer came: it may have been set, too.",
    )
    return line.format(status=wished, done=done, rest=left)


def _listed(extensions: tuple[str, ...]) -> str:
    return ", ".join(text.isolate(extension) for extension in extensions)


def why_not(view: PresenceView) -> str:
    """Why no status can be chosen now; empty where one can."""
    if not view.is_there:
        return translate("status_words", "No extension of yours is followed")
    if view.is_stale:
        return translate("status_words", "A status cannot be confirmed without the link")
    return ""


def is_now(view: PresenceView, code: int) -> bool:
    """Whether there is nothing to ask for: the service says that it is so, and no wish is open."""
    return view.code == code and view.stage is Stage.SETTLED


def _reason(view: PresenceView) -> str:
    own = _REASONS.get(view.failure_code)
    if own is not None:
        return translate("status_words", own)
    return fault_words.sentences(view.failure_code, view.failure_message)


_CALM: Final = Tone.NEUTRAL
