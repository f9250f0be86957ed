"""Calls of the history in words and signs: how they ended, when, and where that is known from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject

from agent_desk.desk import numbers
from agent_desk.desk.history import Ending, Origin
from agent_desk.desk.state import Direction
from agent_desk.ui import text, words
from agent_desk.ui.icons import Icon
from agent_desk.ui.looks import Look
from agent_desk.ui.masking import shown
from agent_desk.ui.theme import Tone
from agent_desk.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.desk.history import HistoryCall

translate: Final = QCoreApplication.translate
OUTGOING: Final = frozenset({Direction.OUTGOING, Direction.CLICK2CALL})

_ENDINGS: Final[dict[Ending, str]] = {
    Ending.ANSWERED: QT_TRANSLATE_NOOP("history_words", "Answered"),
    Ending.MISSED: QT_TRANSLATE_NOOP("history_words", "Missed"),
    Ending.DECLINED: QT_TRANSLATE_NOOP("history_words", "You declined"),
    Ending.TAKEN_ELSEWHERE: QT_TRANSLATE_NOOP("history_words", "Taken by a colleague"),
    Ending.CALLER_GAVE_UP: QT_TRANSLATE_NOOP("history_words", "Caller gave up"),
    Ending.VOICEMAIL: QT_TRANSLATE_NOOP("history_words", "Voicemail"),
    Ending.TRANSFERRED: QT_TRANSLATE_NOOP("history_words", "Transferred"),
    Ending.BUSY: QT_TRANSLATE_NOOP("history_words", "Busy"),
    Ending.NO_ANSWER: QT_TRANSLATE_NOOP("history_words", "No answer"),
    Ending.BAD_NUMBER: QT_TRANSLATE_NOOP("history_words", "Number not in use"),
    Ending.FAILED: QT_TRANSLATE_NOOP("history_words", "Failed"),
}
_LOOKS: Final[dict[Ending, Look]] = {
    Ending.ANSWERED: Look(Icon.ANSWERED, Tone.TALKING),
    Ending.MISSED: Look(Icon.MISSED, Tone.MUTED),
    Ending.DECLINED: Look(Icon.DECLINED, Tone.NEUTRAL),
    Ending.TAKEN_ELSEWHERE: Look(Icon.TAKEN, Tone.NEUTRAL),
    Ending.CALLER_GAVE_UP: Look(Icon.GAVE_UP, Tone.RINGING),
    Ending.VOICEMAIL: Look(Icon.EMPTY, Tone.RINGING),
    Ending.TRANSFERRED: Look(Icon.STORY, Tone.NEUTRAL),
    Ending.BUSY: Look(Icon.ENDED, Tone.NEUTRAL),
    Ending.NO_ANSWER: Look(Icon.CLOCK, Tone.NEUTRAL),
    Ending.BAD_NUMBER: Look(Icon.DIALPAD, Tone.MUTED),
    Ending.FAILED: Look(Icon.FAILED, Tone.MUTED),
}
_ORIGINS: Final[dict[Origin, tuple[Icon, str]]] = {
    Origin.LIVE: (Icon.EYE, QT_TRANSLATE_NOOP("history_words", "Seen live")),
    Origin.RECOVERED: (
        Icon.RECOVERED,
        QT_TRANSLATE_NOOP("history_words", "Recovered from the call log"),
    ),
    Origin.LOG: (Icon.TABLE_FILE, QT_TRANSLATE_NOOP("history_words", "From the call log")),
}
_DIRECTIONS: Final[dict[Direction, str]] = {
    Direction.INCOMING: QT_TRANSLATE_NOOP("history_words", "Incoming"),
    Direction.OUTGOING: QT_TRANSLATE_NOOP("history_words", "Outgoing"),
    Direction.CLICK2CALL: QT_TRANSLATE_NOOP("history_words", "Dialled from the screen"),
    Direction.SPY: QT_TRANSLATE_NOOP("history_words", "Listened to"),
}


class Counted(QObject):
    """Sentences with a number in them; a class, for lupdate sees plurals only in its ``tr``."""

    def calls(self, number: int) -> str:
        """How many calls there are."""
        return _grouped(self.tr("%n calls", None, number), number)

    def of_calls(self, number: int, total: str) -> str:
        """How many of all ``total`` calls were found."""
        said = _grouped(self.tr("%n of {total} calls", None, number), number)
        return said.format(total=total)

    def endings(self, number: int) -> str:
        """How many endings are chosen in the filter."""
        return self.tr("%n outcomes", None, number)

    def filters(self, number: int) -> str:
        """How many filters narrow the list."""
        return self.tr("%n filters", None, number)


counted: Final = Counted()


@dataclass(frozen=True, slots=True)
class RowWords:
    """One call in the words of a row."""

    title: str
    second: str
    ending: str
    talk: str
    time: str
    day: str
    when: str


def of_row(
    call: HistoryCall,
    now: datetime,
    *,
    region: str = numbers.DEFAULT_REGION,
    is_revealed: bool = True,
) -> RowWords:
    """How a row shows ``call`` at the moment ``now``."""
    number = number_of(call, region, is_revealed=is_revealed)
    queue = text.isolate_name(call.queue_name)
    return RowWords(
        title=call.name or number,
        second=" · ".join(filter(None, (number if call.name else "", queue))),
        ending=ending(call),
        talk=talk(call),
        time=words.clock_time(call.at),
        day=day(call.at, now),
        when=when(call.at, now),
    )


def sentence(
    call: HistoryCall,
    now: datetime,
    *,
    region: str = numbers.DEFAULT_REGION,
    is_revealed: bool = True,
) -> str:
    """A row as a screen reader says it: ``Missed, Dana Levi, Today 14:02, queue Sales``."""
    title = call.name or number_of(call, region, is_revealed=is_revealed)
    said = [ending(call), title, when(call.at, now)]
    if call.queue_name:
        said.append(translate("history_words", "queue {name}").format(name=call.queue_name))
    if call.talk_s:
        said.append(talk_said(call))
    if call.origin is Origin.RECOVERED:
        said.append(origin(call.origin))
    if call.note or call.disposition:
        said.append(translate("history_words", "with a note"))
    if call.recording_url:
        said.append(translate("history_words", "with a recording"))
    return text.plain(", ".join(said))


def number_of(call: HistoryCall, region: str, *, is_revealed: bool = True) -> str:
    """The number as a person reads it, isolated; dots where numbers are hidden."""
    if call.number.is_hidden:
        return words.hidden_number()
    return text.isolate(shown(numbers.show(call.number, region).text, is_revealed=is_revealed))


def ending(call: HistoryCall) -> str:
    """How ``call`` ended."""
    if call.ending is Ending.TAKEN_ELSEWHERE and call.taken_by:
        name = text.isolate_name(call.taken_by)
        return translate("history_words", "Taken by {name}").format(name=name)
    if call.ending is Ending.ANSWERED and call.direction in OUTGOING:
        return direction(Direction.OUTGOING)
    return ending_of(call.ending)


def ending_of(value: Ending) -> str:
    """What an ending is called, whoever it was with."""
    return _say(_ENDINGS[value])


def look(value: Ending, way: Direction = Direction.INCOMING) -> Look:
    """Icon and colour of an ending; no two have the same shape."""
    if value is Ending.ANSWERED and way in OUTGOING:
        return Look(Icon.OUTGOING, Tone.NEUTRAL)
    return _LOOKS[value]


def direction(value: Direction) -> str:
    """Who called whom; empty where nobody knows."""
    known = _DIRECTIONS.get(value, "")
    return _say(known) if known else ""


def origin(value: Origin) -> str:
    """Where a call is known from."""
    return _say(_ORIGINS[value][1])


def origin_icon(value: Origin) -> Icon:
    """The sign of where a call is known from."""
    return _ORIGINS[value][0]


def talk(call: HistoryCall) -> str:
    """How long they talked, as a running time; with a sign where that is an estimate."""
    if not call.talk_s:
        return ""
    return text.isolate(("~" if call.is_estimated else "") + text.duration(call.talk_s))


def talk_said(call: HistoryCall) -> str:
    """How long they talked, in words; where the wait is counted, that is said."""
    length = words.length(call.talk_s)
    if call.is_estimated:
        return translate("history_words", "{length} with the wait").format(length=length)
    return translate("history_words", "talked {length}").format(length=length)


def day(at: datetime, now: datetime) -> str:
    """The day of a moment: today, yesterday, a day of the week, a date."""
    then, today = at.astimezone().date(), now.astimezone().date()
    if then == today:
        return translate("history_words", "Today")
    if then == today - timedelta(days=1):
        return translate("history_words", "Yesterday")
    # What ``moment`` says is the day, a space and the time, in every language.
    said = words.moment(at, now).replace(words.clock_time(at), "").strip()
    return said if then.year == today.year else f"{said} {text.isolate(str(then.year))}"


def when(at: datetime, now: datetime) -> str:
    """The day and the time of a moment."""
    moment = translate("history_words", "{day} {time}")
    return moment.format(day=day(at, now), time=words.clock_time(at))


def _grouped(said: str, number: int) -> str:
    return said.replace(str(number), text.isolate(f"{number:,}"), 1)


def _say(said: str) -> str:
    return translate("history_words", said)


def short(name: str, most: int = 32) -> str:
    """``name`` as an island of at most ``most`` characters, for lines that hold more than it."""
    return text.isolate_name(name if len(name) <= most else f"{name[: most - 1]}…")
