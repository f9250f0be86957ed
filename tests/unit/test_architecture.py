"""Rules of the house that no linter knows; import-linter checks the arrows (pyproject.toml)."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "agent_desk"
QT = {"PySide6", "shiboken6"}
QT_IS_ALLOWED_IN = (
    "agent_desk/application.py",
    "agent_desk/demo_steps.py",
    "agent_desk/eventloop.py",
    "agent_desk/start.py",
    "agent_desk/system/",
    "agent_desk/ui/",
)
NESTED_LOOPS = {"exec", "exec_", "processEvents"}
# Runs before the program's own loop and refuses to run in it.
FIRST_LOOP = "agent_desk/ui/front.py"


def modules(*folders: str) -> list[Path]:
    """The Python files below the package, or below some of its folders."""
    tops = [PACKAGE / folder for folder in folders] or [PACKAGE]
    return sorted(path for top in tops for path in top.rglob("*.py"))


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """The top-level names of all that a file imports, wherever in it, with the line."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module.split(".")[0], node.lineno


def place(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{line}"


def test_no_nested_event_loop() -> None:
    # A nested loop ends the tasks of other coroutines for good.
    nested = [
        place(path, node.lineno)
        for path in modules()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in NESTED_LOOPS
    ]
    assert [one.rpartition(":")[0] for one in nested] == [FIRST_LOOP]


def test_qt_stays_in_its_rooms() -> None:
    strays = [
        place(path, line)
        for path in modules()
        for name, line in imported(path)
        if name in QT and not path.relative_to(ROOT).as_posix().startswith(QT_IS_ALLOWED_IN)
    ]
    assert strays == []


def test_only_the_event_loop_imports_qasync() -> None:
    importers = {path.name for path in modules() for name, _ in imported(path) if name == "qasync"}
    assert importers <= {"eventloop.py"}


def test_core_needs_the_standard_library_alone() -> None:
    strays = [
        f"{place(path, line)} {name}"
        for path in modules("core")
        for name, line in imported(path)
        if name != "agent_desk" and name not in sys.stdlib_module_names
    ]
    assert strays == []


def test_every_module_postpones_annotations() -> None:
    eager = [
        path.relative_to(ROOT).as_posix()
        for path in modules()
        if len(tree_of(path).body) > 1
        and ("__future__", "annotations") not in future_imports(path)
        and any(
            isinstance(node, ast.FunctionDef | ast.AnnAssign) for node in ast.walk(tree_of(path))
        )
    ]
    assert eager == []


def future_imports(path: Path) -> set[tuple[str | None, str]]:
    return {
        (node.module, alias.name)
        for node in tree_of(path).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_no_module_outgrows_a_reader() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): count
        for path in [*modules(), ROOT / "dev.py"]
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


@pytest.mark.parametrize("room", ["agent_desk", "agent_desk.ui", "agent_desk.desk"])
def test_a_window_starts_without_the_network(room: str) -> None:
    # 250 ms of imports on the way to the first paint; they come later, in a worker thread.
    heavy = ["aiohttp", "httpx", "keyring", "phonenumbers", "socketio"]
    script = (
        "import importlib, pkgutil, sys\n"
        f"room = importlib.import_module({room!r})\n"
        f"if {room!r} != 'agent_desk':\n"
        "    for module in pkgutil.walk_packages(room.__path__, room.__name__ + '.'):\n"
        "        importlib.import_module(module.name)\n"
        f"print(*(name for name in {heavy!r} if name in sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []
