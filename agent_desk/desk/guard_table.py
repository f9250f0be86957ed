"""The states of a recording guard and what leads from one to the next."""

from __future__ import annotations

from enum import Enum
from typing import Final


class GuardState(Enum):
    """What a person may be told about one call's recording.

    ``MUTED`` needs the service's success answer; ``MUTED_CONFIRMED`` additionally an event whose
    ``recording.IsMuted`` says the same. ``UNKNOWN``: a resume was sent and nobody knows what became
    of it, or answers have overtaken each other; muting is safe from there. A failure and the
    unknown stay until dismissed or tried again.
    """

    NOT_RECORDED = "not_recorded"
    WILL_RECORD = "will_record"
    RECORDING = "recording"
    MUTING = "muting"
    MUTED = "muted"
    MUTED_CONFIRMED = "muted_confirmed"
    RESUMING = "resuming"
    MUTE_FAILED = "mute_failed"
    RESUME_FAILED = "resume_failed"
    UNKNOWN = "unknown"


class Sign(Enum):
    """What can happen to a guard.

    A ``..._CROSSED`` answer belongs to a request after which the opposite was asked for.
    ``..._HELD`` and ``..._LOST`` are what an event says of a mute that had become unknown.
    """

    PRESSED_MUTE = 1
    PRESSED_RESUME = 2
    TALK_BEGAN = 3
    MUTE_DONE = 4
    MUTE_FAILED = 5
    MUTE_CROSSED = 6
    MUTE_HELD = 7
    MUTE_LOST = 8
    RESUME_DONE = 9
    RESUME_REFUSED = 10
    RESUME_UNCLEAR = 11
    RESUME_CROSSED = 12
    HEARD_MUTED = 13
    HEARD_RECORDING = 14
    STILL_MUTED = 15
    DISMISSED = 16


_S = GuardState

# (state, sign) -> next state. What is not listed changes nothing.
TABLE: Final = {
    (_S.RECORDING, Sign.PRESSED_MUTE): _S.MUTING,
    (_S.RECORDING, Sign.PRESSED_RESUME): _S.RESUMING,  # only where events say that it is muted
    (_S.RECORDING, Sign.MUTE_DONE): _S.MUTED,  # late, after its failure was dismissed
    (_S.RECORDING, Sign.MUTE_CROSSED): _S.UNKNOWN,
    (_S.RECORDING, Sign.STILL_MUTED): _S.RESUME_FAILED,
    (_S.MUTING, Sign.MUTE_DONE): _S.MUTED,
    (_S.MUTING, Sign.MUTE_FAILED): _S.MUTE_FAILED,
    (_S.MUTING, Sign.TALK_BEGAN): _S.MUTING,
    (_S.MUTED, Sign.HEARD_MUTED): _S.MUTED_CONFIRMED,
    (_S.MUTED, Sign.HEARD_RECORDING): _S.MUTE_FAILED,
    (_S.MUTED, Sign.PRESSED_RESUME): _S.RESUMING,
    (_S.MUTED, Sign.TALK_BEGAN): _S.MUTING,
    (_S.MUTED, Sign.RESUME_CROSSED): _S.UNKNOWN,
    (_S.MUTED_CONFIRMED, Sign.HEARD_RECORDING): _S.MUTE_FAILED,
    (_S.MUTED_CONFIRMED, Sign.PRESSED_RESUME): _S.RESUMING,
    (_S.MUTED_CONFIRMED, Sign.TALK_BEGAN): _S.MUTING,
    (_S.MUTED_CONFIRMED, Sign.RESUME_CROSSED): _S.UNKNOWN,
    (_S.MUTE_FAILED, Sign.PRESSED_MUTE): _S.MUTING,
    (_S.MUTE_FAILED, Sign.MUTE_DONE): _S.MUTED,  # late, or sent again by itself
    (_S.MUTE_FAILED, Sign.MUTE_FAILED): _S.MUTE_FAILED,
    (_S.MUTE_FAILED, Sign.DISMISSED): _S.RECORDING,
    (_S.RESUMING, Sign.RESUME_DONE): _S.RECORDING,
    (_S.RESUMING, Sign.RESUME_REFUSED): _S.RESUME_FAILED,
    (_S.RESUMING, Sign.RESUME_UNCLEAR): _S.UNKNOWN,
    (_S.RESUMING, Sign.HEARD_RECORDING): _S.RECORDING,
    (_S.RESUME_FAILED, Sign.PRESSED_RESUME): _S.RESUMING,
    (_S.RESUME_FAILED, Sign.PRESSED_MUTE): _S.MUTING,
    (_S.RESUME_FAILED, Sign.RESUME_DONE): _S.RECORDING,  # late
    (_S.RESUME_FAILED, Sign.HEARD_RECORDING): _S.RECORDING,
    (_S.RESUME_FAILED, Sign.DISMISSED): _S.RECORDING,  # or muted, see the guard
    (_S.UNKNOWN, Sign.PRESSED_MUTE): _S.MUTING,
    (_S.UNKNOWN, Sign.PRESSED_RESUME): _S.RESUMING,
    (_S.UNKNOWN, Sign.RESUME_DONE): _S.RECORDING,  # late
    (_S.UNKNOWN, Sign.RESUME_REFUSED): _S.RESUME_FAILED,  # late
    (_S.UNKNOWN, Sign.HEARD_RECORDING): _S.RECORDING,
    (_S.UNKNOWN, Sign.STILL_MUTED): _S.RESUME_FAILED,
    (_S.UNKNOWN, Sign.MUTE_HELD): _S.MUTED_CONFIRMED,
    (_S.UNKNOWN, Sign.MUTE_LOST): _S.MUTE_FAILED,
    (_S.UNKNOWN, Sign.DISMISSED): _S.RECORDING,
}

MUTED: Final = frozenset({_S.MUTED, _S.MUTED_CONFIRMED})
UNTOUCHED: Final = frozenset({_S.RECORDING, _S.WILL_RECORD})
SAID_MUTED: Final = MUTED | {_S.RESUMING, _S.RESUME_FAILED}
FAILED: Final = frozenset({_S.MUTE_FAILED, _S.RESUME_FAILED, _S.UNKNOWN})
SETTLED: Final = frozenset({_S.RECORDING, _S.MUTE_FAILED, _S.RESUME_FAILED}) | MUTED
"""No resume that may have been done is of any account any more."""
