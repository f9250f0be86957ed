"""What every test gets; the one conftest of the suite.

``async def`` tests run on plain asyncio, or on the program's Qt loop when they ask for ``qtbot``
or ``qapp``. Left-over tasks and unexpected log records from WARNING up fail the test. No test
sees the settings, the keyring or the display of the person who runs it.
"""

from __future__ import annotations

import gc
import inspect
import logging
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.helpers.async_tests import TIMEOUT_S, as_plain_test
from tests.helpers.clock import FakeClock
from tests.helpers.log_guard import LogGuard
from tests.helpers.until import new_loop

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Generator, Iterator

    from tests.helpers.log_guard import ExpectLog

# Before Qt is imported. A test that wants a real display says so itself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
for variable in [name for name in os.environ if name.startswith("AGENT_DESK_")]:
    del os.environ[variable]

INTEROP_MODULES = Path(__file__).parent / "interop" / "node_modules"


# Its own limit for one example goes by the wall clock and would blame a busy machine on the test.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_collection_finish() -> None:
    """Take what is imported by now out of the collector's sight: each collection gets cheap."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _forget_servers() -> Iterator[None]:
    """Let no test know what another has learned of a server: its port may be used again."""
    yield
    live = sys.modules.get("tests.helpers.live")
    if live is not None:
        live.FAST.generations.clear()


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Make an ``async def`` test callable."""
    if inspect.iscoroutinefunction(pyfuncitem.obj):
        wants_qt = not {"qtbot", "qapp"}.isdisjoint(pyfuncitem.fixturenames)
        make_loop = _new_qt_loop if wants_qt else new_loop
        limit = pyfuncitem.get_closest_marker("time_limit")
        timeout_s = TIMEOUT_S if limit is None else float(limit.args[0])
        pyfuncitem.obj = as_plain_test(pyfuncitem.obj, make_loop, timeout_s)
    return (yield)


def _new_qt_loop() -> asyncio.AbstractEventLoop:
    # Here, since tests without Qt should not load it.
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    from agent_desk.eventloop import new_event_loop  # noqa: PLC0415

    app = QCoreApplication.instance()
    assert app is not None
    return new_event_loop(app)


@pytest.fixture(autouse=True)
def log_guard() -> Iterator[LogGuard]:
    """Fail the test on log records from WARNING up that it did not expect."""
    guard = LogGuard()
    root = logging.getLogger()
    root.addHandler(guard)
    yield guard
    root.removeHandler(guard)
    if faults := guard.faults():
        pytest.fail("\n".join(faults), pytrace=False)


@pytest.fixture
def expect_log(log_guard: LogGuard) -> ExpectLog:
    """``expect_log(pattern, logger="")``: such a warning or error must come, and may."""
    return log_guard.expect


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder under which the program, this process or a child, keeps its files."""
    folder = tmp_path / "home"
    monkeypatch.setenv("AGENT_DESK_HOME", str(folder))
    return folder


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still until the test moves it."""
    return FakeClock()


@pytest.fixture(scope="session")
def node() -> str:
    """The ``node`` program, with the foreign Socket.IO packages in place."""
    program = shutil.which("node")
    if program is not None and (INTEROP_MODULES / "agent-desk.json").exists():
        return program
    reason = "needs Node.js and `python3 dev.py test`, which installs the packages"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
