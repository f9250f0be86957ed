"""What went wrong, in words: one sentence and what to do, chosen by the error's short code.

The codes are those of ``core.errors`` and the service's own family; a code that is not listed
here falls back to the English text that came with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from agent_desk.ui.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from agent_desk.desk.guard import GuardView

translate: Final = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Fault:
    """One sentence that says what happened and one that says what to do about it."""

    sentence: str
    next_step: str


_FAULTS: Final[dict[str, tuple[str, str]]] = {
    "credentials": (
        QT_TRANSLATE_NOOP("fault_words", "Voicenter did not accept this sign-in."),
        QT_TRANSLATE_NOOP("fault_words", "Check the name and the password, then sign in again."),
    ),
    "api_code": (
        QT_TRANSLATE_NOOP("fault_words", "Voicenter did not accept the API code."),
        QT_TRANSLATE_NOOP("fault_words", "Ask your administrator for the API code."),
    ),
    "not_signed_in": (
        QT_TRANSLATE_NOOP("fault_words", "Nobody is signed in."),
        QT_TRANSLATE_NOOP("fault_words", "Sign in, then try again."),
    ),
    "no_api_code": (
        QT_TRANSLATE_NOOP("fault_words", "This needs your account's API code."),
        QT_TRANSLATE_NOOP(
            "fault_words", "Ask your administrator for the API code of your account."
        ),
    ),
    "network_not_allowed": (
        QT_TRANSLATE_NOOP("fault_words", "Your network is not on Voicenter's list."),
        QT_TRANSLATE_NOOP(
            "fault_words", "Ask your administrator to add this network's address to the list."
        ),
    ),
    "unreachable": (
        QT_TRANSLATE_NOOP("fault_words", "Voicenter cannot be reached."),
        QT_TRANSLATE_NOOP("fault_words", "Check the network and try again."),
    ),
    "dns": (
        QT_TRANSLATE_NOOP("fault_words", "The name of Voicenter's server could not be looked up."),
        QT_TRANSLATE_NOOP(
            "fault_words", "Check the network connection, then the server's address."
        ),
    ),
    "certificate": (
        QT_TRANSLATE_NOOP("fault_words", "The server could not prove that it is Voicenter."),
        QT_TRANSLATE_NOOP(
            "fault_words",
            "Check this PC's clock, then ask IT whether a proxy inspects the connection.",
        ),
    ),
    "proxy": (
        QT_TRANSLATE_NOOP("fault_words", "This network's proxy refused the connection."),
        QT_TRANSLATE_NOOP("fault_words", "Ask IT about the proxy of this network."),
    ),
    "service": (
        QT_TRANSLATE_NOOP("fault_words", "Voicenter reported a fault of its own."),
        QT_TRANSLATE_NOOP("fault_words", "Try again in a minute."),
    ),
    "bad_answer": (
        QT_TRANSLATE_NOOP("fault_words", "The answer was not one that Voicenter gives."),
        QT_TRANSLATE_NOOP(
            "fault_words",
            "Check the server's address; a proxy or a log-in page may stand in between.",
        ),
    ),
    "not_sent": (
        QT_TRANSLATE_NOOP("fault_words", "Nothing was sent: it was not needed any more."),
        QT_TRANSLATE_NOOP("fault_words", "Look at your phone: nothing was changed."),
    ),
    "rate_limited": (
        QT_TRANSLATE_NOOP("fault_words", "Voicenter asks for a pause between requests."),
        QT_TRANSLATE_NOOP("fault_words", "Wait a few seconds, then try again."),
    ),
    "rejected": (
        QT_TRANSLATE_NOOP("fault_words", "Voicenter refused the request."),
        QT_TRANSLATE_NOOP("fault_words", "Check what you asked for and try again."),
    ),
    "unknown_outcome": (
        QT_TRANSLATE_NOOP(
            "fault_words", "Voicenter did not answer in time; it may have been done all the same."
        ),
        QT_TRANSLATE_NOOP("fault_words", "Look before you try again."),
    ),
    "clock": (
        QT_TRANSLATE_NOOP("fault_words", "This PC's clock is wrong."),
        QT_TRANSLATE_NOOP("fault_words", "Let the system set the time by itself."),
    ),
    "bad_input": (
        QT_TRANSLATE_NOOP("fault_words", "This input cannot be used."),
        QT_TRANSLATE_NOOP("fault_words", "Correct it and try again."),
    ),
    "storage": (
        QT_TRANSLATE_NOOP("fault_words", "A file of this program cannot be written."),
        QT_TRANSLATE_NOOP("fault_words", "Check the free space and the rights of the folder."),
    ),
    "store_unusable": (
        QT_TRANSLATE_NOOP("fault_words", "The history on this PC cannot be read or written."),
        QT_TRANSLATE_NOOP(
            "fault_words",
            "Check the rights of the program's folder; until then nothing new is kept.",
        ),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("fault_words", "The disk is full, so nothing new is kept."),
        QT_TRANSLATE_NOOP("fault_words", "Free some space."),
    ),
    "store_busy": (
        QT_TRANSLATE_NOOP("fault_words", "Another program holds the history on this PC."),
        QT_TRANSLATE_NOOP("fault_words", "Close other programs that read it, then try again."),
    ),
    "store_newer": (
        QT_TRANSLATE_NOOP(
            "fault_words", "The history on this PC was written by a newer version of this program."
        ),
        QT_TRANSLATE_NOOP(
            "fault_words",
            "Update this program; until then the history is left alone and nothing is kept.",
        ),
    ),
    "store_damaged": (
        QT_TRANSLATE_NOOP("fault_words", "The history on this PC is damaged."),
        QT_TRANSLATE_NOOP("fault_words", "Start the program again; it saves what can be read."),
    ),
    "store_rebuilt": (
        QT_TRANSLATE_NOOP(
            "fault_words",
            "The history on this PC was damaged; what could be read was carried over.",
        ),
        QT_TRANSLATE_NOOP(
            "fault_words", "The damaged file is kept beside the new one for a month."
        ),
    ),
    "settings_damaged": (
        QT_TRANSLATE_NOOP("fault_words", "Your settings could not be read, so they begin anew."),
        QT_TRANSLATE_NOOP(
            "fault_words", "Look through the settings. The old file is kept beside the new one."
        ),
    ),
    "settings_unreadable": (
        QT_TRANSLATE_NOOP(
            "fault_words", "The settings file cannot be read, so it is left as it is."
        ),
        QT_TRANSLATE_NOOP(
            "fault_words", "Check the rights of the file; until then no choice is kept."
        ),
    ),
    "provisioning_damaged": (
        QT_TRANSLATE_NOOP(
            "fault_words", "Your administrator's settings could not be read and are not used."
        ),
        QT_TRANSLATE_NOOP("fault_words", "Tell your administrator."),
    ),
    "no_keyring": (
        QT_TRANSLATE_NOOP("fault_words", "This PC has no keyring that could keep the sign-in."),
        QT_TRANSLATE_NOOP("fault_words", "You are signed in for this session only."),
    ),
    "no_tray": (
        QT_TRANSLATE_NOOP("fault_words", "This desktop shows no tray icon."),
        QT_TRANSLATE_NOOP("fault_words", "Keep the window open while you work."),
    ),
    "no_notifications": (
        QT_TRANSLATE_NOOP("fault_words", "This desktop shows no notifications."),
        QT_TRANSLATE_NOOP("fault_words", "Keep the window open while you work."),
    ),
    "failed": (
        QT_TRANSLATE_NOOP("fault_words", "Something went wrong."),
        QT_TRANSLATE_NOOP("fault_words", "Try again."),
    ),
}

# The loud line below the mute control: short, and about this recording.
_GUARD_FAULTS: Final[dict[str, str]] = {
    "unknown_outcome": QT_TRANSLATE_NOOP("fault_words", "The service did not answer in time."),
    "unreachable": QT_TRANSLATE_NOOP("fault_words", "The service cannot be reached."),
    "dns": QT_TRANSLATE_NOOP("fault_words", "The service cannot be reached."),
    "certificate": QT_TRANSLATE_NOOP("fault_words", "The server could not prove who it is."),
    "proxy": QT_TRANSLATE_NOOP("fault_words", "The proxy refused the connection."),
    "rejected": QT_TRANSLATE_NOOP("fault_words", "The service does not know this call."),
    "contradicted": QT_TRANSLATE_NOOP("fault_words", "The phone system says otherwise."),
    "service": QT_TRANSLATE_NOOP("fault_words", "The service reported a fault of its own."),
    "rate_limited": QT_TRANSLATE_NOOP("fault_words", "The service asks for a short pause."),
}


def fault(code: str, message: str = "", next_step: str = "") -> Fault:
    """The words for ``code``; ``message`` and ``next_step`` stand in for an unknown code."""
    known = _FAULTS.get(code)
    if known is not None:
        return Fault(_say(known[0]), _say(known[1]))
    if message:
        return Fault(message, next_step)
    return Fault(_say(_FAULTS["failed"][0]), _say(_FAULTS["failed"][1]))


def sentences(code: str, message: str = "", next_step: str = "") -> str:
    """The words for ``code`` in one line."""
    found = fault(code, message, next_step)
    return " ".join(filter(None, (found.sentence, found.next_step)))


def is_known(code: str) -> bool:
    """Whether ``code`` has words of its own."""
    return code in _FAULTS


def guard_fault(code: str) -> str:
    """Why a recording could not be muted or resumed, in one short sentence."""
    text = _GUARD_FAULTS.get(code)
    return _say(text) if text is not None else fault(code).sentence


def guard_words(guard: GuardView) -> str:
    """All that the loud line below the mute control says of a failure, and of what follows."""
    # Here: the sign-in page has words for faults, too, and must not wait for the desk.
    from agent_desk.desk.guard import GuardState  # noqa: PLC0415

    said = guard_fault(guard.failure_code) if guard.failure_code else ""
    if guard.state is GuardState.UNKNOWN:
        unknown = translate("fault_words", "Nobody knows whether this is recorded.")
        return " ".join(filter(None, (unknown, said)))
    said = said or guard_fault("failed")
    if guard.state is GuardState.MUTE_FAILED and guard.is_retrying:
        again = translate("fault_words", "It is sent again as soon as it can be.")
        return f"{said} {again}"
    return said


def _say(text: str) -> str:
    return translate("fault_words", text)
