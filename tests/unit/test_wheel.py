"""What users install: built from this checkout, put into an environment of its own."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import SimpleNamespace

ROOT = Path(__file__).parents[2]


class Installed(venv.EnvBuilder):
    """An environment that remembers where its programs are."""

    bin_path: Path

    def post_setup(self, context: SimpleNamespace) -> None:
        self.bin_path = Path(context.bin_path)


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment with the wheel in it, outside the checkout."""
    away = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(away), cwd=ROOT)
    (wheel,) = away.glob("agent_desk-*.whl")
    builder = Installed(with_pip=False)
    builder.create(away / "venv")
    python = builder.bin_path / "python"
    install = ["install", "--no-deps", "--no-index", "--disable-pip-version-check", str(wheel)]
    run(sys.executable, "-m", "pip", "--python", str(python), *install, cwd=away)
    # The dependencies are those of this run: a line of a .pth file adds their folder, and nothing
    # that the .pth files in there would add, such as the checkout.
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(run(python, "-c", ask, cwd=away).strip())
    here = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "dependencies.pth").write_text("\n".join(sorted(here)), encoding="utf-8")
    return builder.bin_path


def test_resources_travel_inside_the_wheel(programs: Path, tmp_path: Path) -> None:
    script = (
        "import agent_desk, pathlib\n"
        "from agent_desk.core.resources import resource_path, resource_text\n"
        "assert 'MIT' in resource_text('icons/LICENSE')\n"
        "for name in ('fonts', 'icons', 'translations'):\n"
        "    print(resource_path(name))\n"
    )
    out = run(programs / "python", "-c", script, cwd=tmp_path)
    for line in out.splitlines():
        assert Path(line).is_relative_to(programs.parent)


def test_the_program_starts_from_the_wheel(programs: Path, tmp_path: Path) -> None:
    out = run(programs / "agent-desk", "--version", cwd=tmp_path)
    assert "0.1.0" in out


def test_no_test_and_no_tool_travels_along(programs: Path, tmp_path: Path) -> None:
    script = "import importlib.metadata as m; print(*m.files('agent-desk'), sep='\\n')"
    out = run(programs / "python", "-c", script, cwd=tmp_path)
    tops = {line.split("/")[0] for line in out.splitlines() if not line.startswith("..")}
    assert tops == {"agent_desk", "agent_desk-0.1.0.dist-info"}
