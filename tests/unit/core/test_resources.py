from __future__ import annotations

import pytest

from agent_desk.core.resources import resource_bytes, resource_path, resource_text


def test_a_file_as_text_and_as_bytes() -> None:
    text = resource_text("icons/LICENSE")
    assert "MIT" in text
    assert resource_bytes("icons/LICENSE").decode() == text


def test_a_folder_can_be_listed() -> None:
    names = {entry.name for entry in resource_path("icons/outline").iterdir()}
    assert "phone.svg" in names


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="icons/no-such"):
        resource_path("icons/no-such.svg")
