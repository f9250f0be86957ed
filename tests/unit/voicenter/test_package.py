"""The package as a whole: light to import, and every error fit for a person."""

from __future__ import annotations

import subprocess
import sys

import pytest

import agent_desk.voicenter as package
from agent_desk.voicenter import errors

HEAVY = ("aiohttp", "httpx", "socketio", "msgspec", "stamina", "truststore", "PySide6")


@pytest.mark.parametrize("module", ["", ".events", ".endpoints", ".session", ".wire"])
def test_importing_it_loads_no_network_library(module: str) -> None:
    code = f"import sys, agent_desk.voicenter{module}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()
    assert not set(HEAVY) & set(loaded)


@pytest.mark.parametrize("name", package.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(package, name) is not None


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        package.nonsense  # noqa: B018


FAMILY = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, errors.VoicenterError)
]


@pytest.mark.parametrize("kind", FAMILY)
def test_every_error_says_what_happened_and_what_to_do(kind: type[errors.VoicenterError]) -> None:
    error = kind()
    assert str(error) == error.message
    for sentence in (error.message, error.next_step):
        assert sentence.endswith(".")
        assert sentence[0].isupper()


def test_the_short_names_of_the_errors_are_unique() -> None:
    # Who has none of its own is spoken of as its family is.
    codes = [kind.code for kind in FAMILY if "code" in vars(kind)]
    assert len(set(codes)) == len(codes)
