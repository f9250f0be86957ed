"""Whether windows may be see-through, asked of a real X server where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from agent_desk.system.compositor import compositor_check

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Asks; owns the selection as a compositor would, over a connection of its own; asks again.
PROGRAM = """
import ctypes
from PySide6.QtWidgets import QApplication, QWidget
from agent_desk.system.compositor import compositor_check

app = QApplication([])
check = compositor_check()
print(check())
window = QWidget()
xcb = ctypes.CDLL("libxcb.so.1")
connection = ctypes.c_void_p(app.nativeInterface().connection())

class Cookie(ctypes.Structure):
    _fields_ = [("sequence", ctypes.c_uint)]

class Reply(ctypes.Structure):
    _fields_ = [("head", ctypes.c_uint64), ("atom", ctypes.c_uint32)]

xcb.xcb_intern_atom.restype = Cookie
xcb.xcb_intern_atom_reply.argtypes = [ctypes.c_void_p, Cookie, ctypes.c_void_p]
xcb.xcb_intern_atom_reply.restype = ctypes.POINTER(Reply)
name = b"_NET_WM_CM_S0"
cookie = xcb.xcb_intern_atom(connection, ctypes.c_uint8(0), ctypes.c_uint16(len(name)), name)
atom = xcb.xcb_intern_atom_reply(connection, cookie, None).contents.atom
xcb.xcb_set_selection_owner(connection, int(window.winId()), atom, 0)
print(check())
"""


XVFB = shutil.which("Xvfb")


@pytest.mark.skipif(XVFB is None, reason="needs Xvfb")
@pytest.mark.parametrize(
    ("session", "answers"),
    [({}, ["False", "True"]), ({"XDG_SESSION_TYPE": "wayland"}, ["True", "True"])],
)
def test_a_compositor_is_noticed_when_it_comes(session: dict[str, str], answers: list[str]) -> None:
    read, write = os.pipe()
    server = subprocess.Popen(
        [str(XVFB), "-displayfd", str(write), "-screen", "0", "640x480x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    try:
        os.close(write)
        with os.fdopen(read) as pipe:
            display = pipe.readline().strip()
        unset = {"WAYLAND_DISPLAY", "XDG_SESSION_TYPE"}
        kept = {name: value for name, value in os.environ.items() if name not in unset}
        environment = kept | session | {"DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env=environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=True,
        )
    finally:
        server.terminate()
        server.wait()
    assert done.stdout.split() == answers


def test_other_platforms_always_mix_windows(qapp: QApplication) -> None:
    assert qapp.platformName() == "offscreen"
    assert compositor_check()()
