"""The program's sounds, made of sines: ``python -m tests.helpers.tones`` writes their files."""

from __future__ import annotations

import io
import math
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agent_desk.core.sound import Sound

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "sounds"
RATE: Final = 16_000
_ATTACK_S: Final = 0.008
_RELEASE_S: Final = 0.03
_LOUDEST: Final = 32_767
# The octave and the twelfth, softly: a bare sine sounds like a fault of the telephone.
_PARTIALS: Final = ((1, 0.7), (2, 0.2), (3, 0.1))


@dataclass(frozen=True, slots=True)
class Tone:
    """One note: where it begins, how high it is, how long and how loud (0 to 1) it sounds."""

    at_s: float
    pitch_hz: float
    length_s: float
    loudness: float
    fades_in_s: float = 0.15
    """After this long a third of it is left, as with something that was struck."""


SCORES: Final[dict[Sound, tuple[Tone, ...]]] = {
    Sound.RINGING: (Tone(0.0, 659.3, 0.25, 0.3), Tone(0.13, 880.0, 0.4, 0.3)),
    Sound.MISSED: (Tone(0.0, 440.0, 0.3, 0.2), Tone(0.18, 329.6, 0.45, 0.2)),
    Sound.FAILED: (
        *(Tone(0.28 * at, 830.6, 0.2, 0.75, fades_in_s=0.6) for at in range(3)),
        Tone(0.84, 554.4, 0.36, 0.75, fades_in_s=0.3),
    ),
    Sound.MUTED: (Tone(0.0, 587.3, 0.2, 0.2), Tone(0.12, 440.0, 0.3, 0.2)),
    Sound.RESUMED: (Tone(0.0, 440.0, 0.2, 0.2), Tone(0.12, 587.3, 0.3, 0.2)),
    Sound.REMINDER: tuple(Tone(0.3 * at, 523.3, 0.28, 0.35, fades_in_s=0.2) for at in range(2)),
}


def wave_file(sound: Sound) -> bytes:
    """``sound`` as a WAV file: one channel, 16 bits a sample."""
    score = SCORES[sound]
    samples = [0.0] * round(max(tone.at_s + tone.length_s for tone in score) * RATE)
    for tone in score:
        for at in range(round(tone.length_s * RATE)):
            samples[round(tone.at_s * RATE) + at] += _sample(tone, at / RATE)
    packed = array("h", (round(_LOUDEST * max(-1.0, min(1.0, value))) for value in samples))
    if sys.byteorder == "big":
        packed.byteswap()
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
        file.writeframes(packed.tobytes())
    return made.getvalue()


def _sample(tone: Tone, at_s: float) -> float:
    turns = 2 * math.pi * tone.pitch_hz * at_s
    pitch = sum(share * math.sin(number * turns) for number, share in _PARTIALS)
    begins = min(at_s / _ATTACK_S, 1.0)
    ends = min((tone.length_s - at_s) / _RELEASE_S, 1.0)
    return tone.loudness * pitch * begins * ends * math.exp(-at_s / tone.fades_in_s)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in Sound:
        (FOLDER / f"{each.value}.wav").write_bytes(wave_file(each))
