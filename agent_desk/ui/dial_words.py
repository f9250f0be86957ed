"""What will be dialled and what became of it, in words.

Numbers are given to these functions as they may be shown now: isolated, and masked where numbers
are hidden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from agent_desk.desk.dial_plan import DialFault, DialKind
from agent_desk.desk.dialling import DialEnd, DialQuestion, DialState
from agent_desk.desk.numbers import Line
from agent_desk.ui import fault_words, words
from agent_desk.ui.icons import Icon
from agent_desk.ui.theme import Tone
from agent_desk.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from agent_desk.desk.dial_plan import DialPlan
    from agent_desk.desk.dialling import DialView

translate: Final = QCoreApplication.translate

_PLANS: Final[dict[DialKind, str]] = {
    DialKind.NORMAL: QT_TRANSLATE_NOOP("dial_words", "Will dial {number}"),
    DialKind.EXTENSION: QT_TRANSLATE_NOOP("dial_words", "Will dial extension {number}"),
    DialKind.SHORT_CODE: QT_TRANSLATE_NOOP("dial_words", "Will dial {number} as typed"),
    DialKind.EMERGENCY: QT_TRANSLATE_NOOP("dial_words", "{number} is an emergency number"),
    DialKind.PREMIUM: QT_TRANSLATE_NOOP("dial_words", "{number} may cost more than a usual call"),
}

_FAULTS: Final[dict[DialFault, str]] = {
    DialFault.NOTHING: QT_TRANSLATE_NOOP("dial_words", "Type or paste a number"),
    DialFault.WITHHELD: QT_TRANSLATE_NOOP("dial_words", "The number is hidden"),
    DialFault.NO_NUMBER: QT_TRANSLATE_NOOP("dial_words", "There is no phone number in this text"),
    DialFault.TOO_SHORT: QT_TRANSLATE_NOOP("dial_words", "Too short for a phone number"),
    DialFault.TOO_LONG: QT_TRANSLATE_NOOP("dial_words", "Too long for a phone number"),
    DialFault.SERVICE_CODE: QT_TRANSLATE_NOOP(
        "dial_words", "Codes with * or # are dialled on the phone itself"
    ),
}

_LINES: Final[dict[Line, str]] = {
    Line.MOBILE: QT_TRANSLATE_NOOP("dial_words", "mobile"),
    Line.FIXED: QT_TRANSLATE_NOOP("dial_words", "landline"),
    Line.TOLL_FREE: QT_TRANSLATE_NOOP("dial_words", "toll-free"),
    Line.SHARED_COST: QT_TRANSLATE_NOOP("dial_words", "shared cost"),
    Line.VOIP: QT_TRANSLATE_NOOP("dial_words", "internet line"),
}

_STATES: Final[dict[DialState, str]] = {
    DialState.SENDING: QT_TRANSLATE_NOOP("dial_words", "Asking the service to call {number}…"),
    DialState.ACCEPTED: QT_TRANSLATE_NOOP(
        "dial_words", "Your phone will ring. Pick it up to be connected with {number}."
    ),
    DialState.AGENT_RINGING: QT_TRANSLATE_NOOP(
        "dial_words", "Calling your phone. Pick it up to be connected with {number}."
    ),
    DialState.AGENT_UP: QT_TRANSLATE_NOOP("dial_words", "Your phone is up, {number} comes next"),
    DialState.CUSTOMER_RINGING: QT_TRANSLATE_NOOP("dial_words", "Calling {number}…"),
    DialState.TALKING: QT_TRANSLATE_NOOP("dial_words", "Talking with {number}"),
}

_ENDS: Final[dict[DialEnd, str]] = {
    DialEnd.TALKED: QT_TRANSLATE_NOOP("dial_words", "The call with {number} is over"),
    DialEnd.AGENT_DID_NOT_PICK_UP: QT_TRANSLATE_NOOP(
        "dial_words", "Your phone was not picked up, so {number} was not called"
    ),
    DialEnd.BUSY: QT_TRANSLATE_NOOP("dial_words", "{number} is busy"),
    DialEnd.NO_ANSWER: QT_TRANSLATE_NOOP("dial_words", "{number} did not answer"),
    DialEnd.FAILED: QT_TRANSLATE_NOOP(
        "dial_words", "{number} could not be reached. Check the number."
    ),
    DialEnd.CANCELLED: QT_TRANSLATE_NOOP(
        "dial_words", "You ended the call before {number} answered"
    ),
    DialEnd.NOT_SEEN: QT_TRANSLATE_NOOP(
        "dial_words", "What became of the call to {number} could not be seen"
    ),
}

_REFUSALS: Final[dict[str, str]] = {
    "not_callable": QT_TRANSLATE_NOOP("dial_words", "This number cannot be called by click."),
    "phone_offline": QT_TRANSLATE_NOOP(
        "dial_words",
        "Your phone is not connected to Voicenter. Check that it is on and signed in.",
    ),
    "calling_barred": QT_TRANSLATE_NOOP(
        "dial_words",
        "Your extension may not start calls by click. Ask your administrator to allow it.",
    ),
    "not_started": QT_TRANSLATE_NOOP(
        "dial_words", "Voicenter could not start the call. Try again in a minute."
    ),
    "rejected": QT_TRANSLATE_NOOP(
        "dial_words", "Voicenter refused the call. Check the number and your extension."
    ),
}

_QUESTIONS: Final[dict[DialQuestion, str]] = {
    DialQuestion.ON_A_CALL: QT_TRANSLATE_NOOP("dial_words", "You are on a call. Dial anyway?"),
    DialQuestion.HANG_UP_OPEN: QT_TRANSLATE_NOOP(
        "dial_words",
        "The last hang-up has no answer yet and could end this call, too. Dial anyway?",
    ),
    DialQuestion.MAYBE_RINGING: QT_TRANSLATE_NOOP(
        "dial_words", "Nobody knows whether your phone still rings. Dial anyway?"
    ),
}

_LOOKS: Final[dict[DialState, tuple[Icon, Tone]]] = {
    DialState.SENDING: (Icon.PENDING, Tone.NEUTRAL),
    DialState.ACCEPTED: (Icon.RINGING, Tone.RINGING),
    DialState.AGENT_RINGING: (Icon.RINGING, Tone.RINGING),
    DialState.AGENT_UP: (Icon.OUTGOING, Tone.RINGING),
    DialState.CUSTOMER_RINGING: (Icon.OUTGOING, Tone.RINGING),
    DialState.TALKING: (Icon.TALKING, Tone.TALKING),
    DialState.ENDED: (Icon.ENDED, Tone.NEUTRAL),
    DialState.REFUSED: (Icon.FAILED, Tone.MUTED),
    DialState.UNKNOWN: (Icon.FAILED, Tone.RINGING),
}


def plan(found: DialPlan, number: str) -> str:
    """What calling would do, or why it cannot."""
    if found.fault is not None:
        return _say(_FAULTS[found.fault])
    parts = [_say(_PLANS[found.kind]).format(number=number)]
    if found.kind is DialKind.NORMAL:
        place = words.region(found.region) if found.region else ""
        line = _say(_LINES[found.line]) if found.line in _LINES else ""
        about = translate("dial_words", "{country}, {line}").format(country=place, line=line)
        parts.append(about if place and line else place or line)
    if found.is_first_of_several:
        parts.append(translate("dial_words", "the first of several numbers"))
    return " · ".join(part for part in parts if part)


def blocked() -> str:
    """That the number was put on the blacklist from here."""
    return translate("dial_words", "Blocked from here: the service will not connect this number")


def confirmation(found: DialPlan, number: str) -> str:
    """What is asked before a number is dialled that nobody dials by the way."""
    if found.kind is DialKind.EMERGENCY:
        said = translate("dial_words", "{number} is an emergency number. Call it?")
    elif found.kind is DialKind.PREMIUM:
        said = translate("dial_words", "{number} may cost more than a usual call. Call it?")
    else:
        said = translate("dial_words", "{number} was blocked from here. Call it anyway?")
    return said.format(number=number)


def attempt(view: DialView, number: str) -> str:
    """How the last call from here stands; empty before the first."""
    if view.state is DialState.IDLE:
        return ""
    if view.hang_up_error:
        reason = fault_words.fault(view.hang_up_error).sentence
        return translate("dial_words", "The call was not ended: {reason}").format(reason=reason)
    if view.state is DialState.ENDED and view.end is not None:
        return _say(_ENDS[view.end]).format(number=number)
    if view.state is DialState.REFUSED:
        known = _REFUSALS.get(view.error_code)
        return _say(known) if known else fault_words.sentences(view.error_code, view.detail)
    if view.state is DialState.UNKNOWN:
        if view.is_free:
            said = translate("dial_words", "Your phone has no call: {number} was hardly called")
            return said.format(number=number)
        return translate(
            "dial_words", "Maybe ringing: look at your phone. The service gave no clear answer."
        )
    return _say(_STATES[view.state]).format(number=number)


def question(asked: DialQuestion) -> str:
    """Why nothing was dialled, and whether to do so all the same."""
    return _say(_QUESTIONS[asked])


def hang_up_question(view: DialView) -> str:
    """What hanging up does while another call waits, or while nobody sees which call runs."""
    if view.is_blind:
        return translate(
            "dial_words",
            "Not connected: this ends whatever runs on your phone now, even another call. Hang up?",
        )
    return translate(
        "dial_words", "This ends every call on your phone, also the one on hold. Hang up?"
    )


def look(view: DialView) -> tuple[Icon, Tone]:
    """The icon and the colour of ``attempt``."""
    if view.hang_up_error:
        return Icon.FAILED, Tone.MUTED
    return _LOOKS.get(view.state, (Icon.PHONE, Tone.NEUTRAL))


def _say(text: str) -> str:
    return translate("dial_words", text)
