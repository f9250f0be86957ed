"""What went wrong, in words: one sentence and what to do, chosen by the error's short code.

The codes are those of ``core.errors`` and the service's own family; a code that is not listed
here falls back to the English text that came with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from agent_desk.ui.translation import QT_TRANSLATE_NOOP

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
    "bad_input": (
        QT_TRANSLATE_NOOP("fault_words", "This input cannot be used."),
        QT_TRANSLATE_NOOP("fault_words", "Correct it and try again."),
    ),
    "storage": (
        QT_TRANSLATE_NOOP("fault_words", "A file of this program cannot be written."),
        QT_TRANSLATE_NOOP("fault_words", "Check the free space and the rights of the folder."),
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


def _say(text: str) -> str:
    return translate("fault_words", text)
