"""The script that makes the environment, and the locks it makes it from."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from packaging.requirements import Requirement

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand in for Python")


@pytest.fixture
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_dev(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "dev.py"), *args],
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )


def program(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_help_goes_to_stdout_and_names_every_command() -> None:
    done = run_dev("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert {"demo", "run", "test", "lint", "lock"} <= {
        line.split()[0] for line in done.stdout.splitlines()[1:]
    }


def test_an_unknown_command_is_wrong_usage() -> None:
    done = run_dev("dance")
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage" in done.stderr


def test_an_environment_is_current_only_for_its_own_lock_and_place(
    dev: ModuleType, tmp_path: Path
) -> None:
    python = dev.python_of(tmp_path)
    python.parent.mkdir()
    python.touch()
    assert dev.read_stamp(tmp_path) == {}
    stamp = tmp_path / "agent-desk.json"
    stamp.write_text(json.dumps({"run": "abc", "checkout": str(ROOT)}), encoding="utf-8")
    assert dev.read_stamp(tmp_path) == {"run": "abc"}
    stamp.write_text(json.dumps({"run": "abc", "checkout": "/moved"}), encoding="utf-8")
    assert dev.read_stamp(tmp_path) == {}
    stamp.write_text("not json", encoding="utf-8")
    assert dev.read_stamp(tmp_path) == {}


@pytest.mark.parametrize("installed", ["run", "dev"])
def test_a_current_environment_is_used_as_it_is(
    dev: ModuleType, tmp_path: Path, installed: str
) -> None:
    python = dev.python_of(tmp_path)
    python.parent.mkdir()
    python.touch()
    stamp = {installed: dev.lock_hash(installed), "checkout": str(ROOT)}
    (tmp_path / "agent-desk.json").write_text(json.dumps(stamp), encoding="utf-8")
    assert dev.ensure_venv("run", tmp_path, base="/no/such/python") == python


def test_this_python_can_be_asked_for_its_version(dev: ModuleType) -> None:
    assert dev.version_of(sys.executable) == sys.version_info[:2]


@posix_only
def test_a_shim_that_cannot_run_is_no_python(dev: ModuleType, tmp_path: Path) -> None:
    shim = program(tmp_path / "python3.99", "echo 'version not selected' >&2; exit 127")
    assert dev.version_of(shim) is None


@posix_only
def test_the_newest_other_python_is_found_past_broken_shims(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "python3.14", "exit 127")
    program(tmp_path / "python3.13", "echo '[3, 13]'")
    program(tmp_path / "python3.12", "echo '[3, 12]'")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "none"))
    assert dev.newest_other_python((3, 11)) == ((3, 13), str(tmp_path / "python3.13"))
    assert dev.newest_other_python((3, 13)) is None


@posix_only
def test_without_root_the_exact_command_is_printed(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "apt-get", "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(dev, "QT_LIBRARIES", {"libno-such.so.9": "libno-such9"})
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    if not sys.platform.startswith("linux"):
        pytest.skip("system packages are looked at on Linux alone")
    with pytest.raises(dev.SetupError) as caught:
        dev.ensure_system()
    assert "sudo apt-get install -y --no-install-recommends libno-such9" in str(caught.value)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="an X server of their own")
@pytest.mark.parametrize(("ci", "is_fatal"), [("true", True), ("", False)])
def test_without_root_only_a_ci_run_must_have_an_x_server(
    dev: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    ci: str,
    is_fatal: bool,
) -> None:
    program(tmp_path / "apt-get", "exit 1")
    program(tmp_path / "openbox", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    if is_fatal:
        with pytest.raises(dev.SetupError, match="xdotool xvfb"):
            dev.ensure_x11_programs()
    else:
        dev.ensure_x11_programs()
        assert "sudo apt-get install -y --no-install-recommends xdotool xvfb" in (
            capsys.readouterr().err
        )


@posix_only
def test_root_installs_what_is_missing(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "note"
    program(tmp_path / "apt-get", f'echo "$*" >> {note}')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(dev, "X11_PROGRAMS", {"Xvfb": "xvfb"})
    monkeypatch.setattr(dev, "ACCESSIBILITY_BUS", tmp_path / "org.a11y.Bus.service")
    if not sys.platform.startswith("linux"):
        pytest.skip("system packages are looked at on Linux alone")
    dev.ensure_x11_programs()
    asked = note.read_text(encoding="utf-8").splitlines()
    assert asked == ["update -qq", "install -qq -y --no-install-recommends xvfb at-spi2-core"]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host_and_no_folder(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert re.findall(r"(?<![\w-])/\w+/", text) == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_is_pinned_and_hashed(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.replace("\\\n", " "))
    packages = [entry for entry in entries if not entry.startswith("#")]
    assert packages
    for package in packages:
        assert re.match(r"[a-z0-9.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", package), package


@pytest.mark.parametrize(("name", "with_dev"), [(LOCKS[0], False), (LOCKS[1], True)])
def test_the_locks_fulfil_what_the_project_asks_for(name: str, *, with_dev: bool) -> None:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([a-z0-9.-]+)==([^\s;]+)", text, flags=re.MULTILINE))
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = project["dependencies"] + (project["optional-dependencies"]["dev"] if with_dev else [])
    for requirement in map(Requirement, asked):
        version = locked.get(requirement.name.lower().replace("_", "-"))
        assert version is not None, f"{requirement} is not locked: python3 dev.py lock"
        assert requirement.specifier.contains(version), f"{requirement}: {version} is locked"
