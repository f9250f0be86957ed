"""Where the services are."""

from __future__ import annotations

from dataclasses import asdict
from urllib.parse import urlsplit

import pytest

from agent_desk.core.errors import BadInputError
from agent_desk.voicenter.endpoints import Endpoints


def test_one_origin_keeps_voicenters_own_paths() -> None:
    standard = asdict(Endpoints.voicenter())
    moved = asdict(Endpoints.at("http://127.0.0.1:8080/"))
    assert moved.pop("default_monitors") == ("http://127.0.0.1:8080",)
    assert all(m.startswith("https://monitor") for m in standard.pop("default_monitors"))
    for name, url in moved.items():
        assert url == "http://127.0.0.1:8080" + urlsplit(standard[name]).path
        assert standard[name].startswith("https://")


@pytest.mark.parametrize(
    "origin",
    [
        "",
        "desk.example.com",
        "ftp://desk.example.com",
        "https://",
        "https://user:secret@desk.example.com",
        "https://desk.example.com/path",
        "https://desk.example.com?x=1",
        "https://desk.example.com#x",
        "https://desk.example.com:0",
        "https://desk.example.com:port",
        "https://[desk",
    ],
)
def test_anything_but_an_origin_is_refused(origin: str) -> None:
    with pytest.raises(BadInputError, match="https://host"):
        Endpoints.at(origin)
