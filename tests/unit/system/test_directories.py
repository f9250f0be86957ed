from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from agent_desk.core.errors import StorageError
from agent_desk.system.directories import Directories, make_private

if TYPE_CHECKING:
    from pathlib import Path


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    dirs = Directories.of_this_user({"AGENT_DESK_HOME": str(tmp_path)})
    paths = [
        dirs.settings_file,
        dirs.provisioning_file,
        dirs.log_file("window"),
        dirs.identity_data("user:anna@example.com@voicenter"),
    ]
    assert all(path.is_relative_to(tmp_path) for path in paths)
    assert len({path.parent for path in paths}) == len(paths)
    assert not any(tmp_path.iterdir())


def test_a_relative_home_does_not_follow_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    dirs = Directories.of_this_user({"AGENT_DESK_HOME": "here"})
    assert dirs.config == tmp_path / "here" / "config"


def test_the_systems_own_folders_are_used_otherwise() -> None:
    dirs = Directories.of_this_user({})
    assert all("agent-desk" in str(path) for path in (dirs.config, dirs.data, dirs.state))


def test_an_identitys_folder_does_not_tell_whose_it_is(tmp_path: Path) -> None:
    dirs = Directories.below(tmp_path)
    anna = dirs.identity_data("user:anna@example.com@voicenter")
    assert "anna" not in str(anna)
    assert anna != dirs.identity_data("user:ben@example.com@voicenter")
    assert anna == dirs.identity_data("user:anna@example.com@voicenter")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_a_new_folder_is_private(tmp_path: Path) -> None:
    folder = make_private(tmp_path / "a" / "b")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    make_private(folder)


def test_a_file_in_the_way_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(StorageError, match="cannot be created"):
        make_private(tmp_path / "a" / "b")
