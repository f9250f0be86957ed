"""Queues in words and signs: who waits, how long, and who gave up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject

from agent_desk.desk import numbers
from agent_desk.desk.queue_view import Level
from agent_desk.ui import text, words
from agent_desk.ui.icons import Icon
from agent_desk.ui.looks import Look
from agent_desk.ui.masking import holds, shown
from agent_desk.ui.theme import Tone
from agent_desk.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.desk.gave_up import GaveUp
    from agent_desk.desk.queue_view import QueueView, Waiting

translate: Final = QCoreApplication.translate

_LEVELS: Final[dict[Level, str]] = {
    Level.FINE: QT_TRANSLATE_NOOP("queue_words", "fine"),
    Level.LONG: QT_TRANSLATE_NOOP("queue_words", "long"),
    Level.TOO_LONG: QT_TRANSLATE_NOOP("queue_words", "too long"),
}

_LOOKS: Final[dict[Level, Look]] = {
    Level.FINE: Look(Icon.CLOCK, Tone.TALKING),
    Level.LONG: Look(Icon.WAITING_LONG, Tone.RINGING),
    Level.TOO_LONG: Look(Icon.WAITING_LONG, Tone.MUTED),
}


class _Counted(QObject):
    """Sentences with a number in them; a class, for lupdate sees plurals only in its ``tr``."""

    def waiting(self, number: int) -> str:
        return self.tr("%n waiting", None, number)

    def calls(self, number: int) -> str:
        return self.tr("%n times", None, number)


_counted: Final = _Counted()


@dataclass(frozen=True, slots=True)
class PersonWords:
    """Who a row is about: ``title``, and ``number`` where that is something else."""

    title: str
    number: str = ""

    @property
    def said(self) -> str:
        """Both in one line."""
        return ", ".join(filter(None, (self.title, self.number)))


def look(level: Level, *, is_stale: bool) -> Look:
    """The icon and colour of a wait; a stale one has lost its colour."""
    found = _LOOKS[level]
    return Look(found.icon, Tone.NEUTRAL) if is_stale else found


def level_word(level: Level) -> str:
    """How a wait is to be taken, in one word or two."""
    return translate("queue_words", _LEVELS[level])


def waiting(count: int) -> str:
    """How many wait."""
    return _counted.waiting(count)


def nobody() -> str:
    """What is said of a queue in which nobody waits."""
    return translate("queue_words", "Nobody waits")


def wait(waited_s: int, level: Level) -> str:
    """``03:48``, with the word for it where it is not a fine one."""
    time = text.isolate(text.duration(waited_s))
    return time if level is Level.FINE else f"{time} · {level_word(level)}"


def longest(waited_s: int, level: Level) -> str:
    """``Longest 03:48 · too long``."""
    line = translate("queue_words", "Longest {time} · {level}")
    return line.format(time=text.isolate(text.duration(waited_s)), level=level_word(level))


def counts(queue: QueueView) -> str:
    """What was seen of a queue today; nothing where nothing was."""
    if not (queue.answered or queue.abandoned):
        return ""
    line = translate("queue_words", "answered {answered} · gave up {abandoned}")
    return line.format(
        answered=text.isolate(str(queue.answered)), abandoned=text.isolate(str(queue.abandoned))
    )


def queue_name(queue: QueueView) -> str:
    """What a queue is called."""
    if queue.name:
        return text.isolate_name(queue.name)
    name = translate("queue_words", "Queue {number}")
    return name.format(number=text.isolate(str(queue.queue_id)))


def person(number: PhoneNumber, name: str, region: str, *, is_revealed: bool) -> PersonWords:
    """Who somebody is: by the name that came with the call, unless that is the number again."""
    number_text = numbers.show(number, region).local_text
    if not number_text:
        hidden = translate("queue_words", "Hidden number")
        return PersonWords(text.isolate_name(name) or hidden)
    number_shown = text.isolate(shown(number_text, is_revealed=is_revealed))
    if not name or holds(name, number_text):
        return PersonWords(number_shown)
    return PersonWords(text.isolate_name(name), number_shown)


def queue_sentence(queue: QueueView, waited_s: int, level: Level) -> str:
    """All of a queue's row, for whoever hears it."""
    parts = [queue_name(queue)]
    if queue.waiting:
        parts += [waiting(len(queue.waiting)), longest(waited_s, level)]
    else:
        parts.append(nobody())
    return text.plain(", ".join(filter(None, (*parts, counts(queue)))).replace(" · ", ", "))


def caller_sentence(queue: QueueView, who: PersonWords, waited_s: int, level: Level) -> str:
    """All of a caller's row, for whoever hears it."""
    line = translate("queue_words", "{caller}, waits {time} in {queue}, {level}")
    return text.plain(
        line.format(
            caller=who.said,
            time=text.duration(waited_s),
            queue=queue_name(queue),
            level=level_word(level),
        )
    )


def when(entry: GaveUp, now: datetime) -> str:
    """When somebody gave up: the time of day, with the day where it was another one."""
    if entry.at.astimezone().date() == now.astimezone().date():
        return words.clock_time(entry.at)
    return words.moment(entry.at, now)


def gave_up_line(entry: GaveUp, who: PersonWords, now: datetime) -> str:
    """When, after how long, in which queue, and the number."""
    waited = translate("queue_words", "waited {time}")
    parts = [when(entry, now), waited.format(time=text.isolate(text.duration(entry.waited_s)))]
    parts += [text.isolate_name(entry.queue_name), who.number]
    return " · ".join(filter(None, parts))


def times(entry: GaveUp) -> str:
    """How often somebody gave up, where it was more than once."""
    return _counted.calls(entry.count) if entry.count > 1 else ""


def gave_up_sentence(entry: GaveUp, who: PersonWords, now: datetime) -> str:
    """All of such a row, for whoever hears it."""
    line = gave_up_line(entry, who, now).replace(" · ", ", ")
    return text.plain(", ".join(filter(None, (who.title, times(entry), line))))


def caller_person(caller: Waiting, region: str, *, is_revealed: bool) -> PersonWords:
    """Who waits."""
    return person(caller.number, caller.name, region, is_revealed=is_revealed)


def gave_up_person(entry: GaveUp, region: str, *, is_revealed: bool) -> PersonWords:
    """Who gave up."""
    return person(entry.number, entry.name, region, is_revealed=is_revealed)
