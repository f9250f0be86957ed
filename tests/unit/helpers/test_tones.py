"""The sounds that travel with the program are those that the script makes."""

from __future__ import annotations

import io
import wave
from array import array

import pytest

from agent_desk.core.resources import resource_bytes
from agent_desk.core.sound import Sound
from agent_desk.system.sounds import LONGEST_S
from tests.helpers.tones import RATE, wave_file


def samples(file: bytes) -> array[int]:
    with wave.open(io.BytesIO(file)) as opened:
        assert (opened.getnchannels(), opened.getsampwidth(), opened.getframerate()) == (1, 2, RATE)
        return array("h", opened.readframes(opened.getnframes()))


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_is_as_the_script_makes_it(sound: Sound) -> None:
    kept, made = (
        samples(file) for file in (resource_bytes(f"sounds/{sound}.wav"), wave_file(sound))
    )
    # Sines may differ in their last digit from one machine to another.
    assert all(abs(one - other) <= 1 for one, other in zip(kept, made, strict=True))


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_is_small_short_and_does_not_click(sound: Sound) -> None:
    file = resource_bytes(f"sounds/{sound}.wav")
    heard = samples(file)
    assert len(file) < 40_000
    assert len(heard) / RATE < LONGEST_S
    assert abs(heard[0]) < 50
    assert abs(heard[-1]) < 50
    assert max(heard) < 32_000


def test_only_the_failure_is_loud() -> None:
    loudness = {sound: max(samples(resource_bytes(f"sounds/{sound}.wav"))) for sound in Sound}
    assert loudness[Sound.FAILED] > 2 * max(loudness[Sound.RINGING], loudness[Sound.MISSED])
