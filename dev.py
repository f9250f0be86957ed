#!/usr/bin/env python3
"""Everything a developer does with this project, with the standard library alone.

``python3 dev.py COMMAND``: makes ``.venv`` from the hashed lock when it is missing or out of date,
then runs. The messages of this script go to stderr, so that stdout belongs to what it runs.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
LOCKS = {
    "run": ROOT / "packaging" / "requirements.lock",
    "dev": ROOT / "packaging" / "requirements-dev.lock",
}
STAMP = "agent-desk.json"
INTEROP = ROOT / "tests" / "interop"

# What Qt's wheels link to and expect from the system: measured with ldd in a bare Debian 12,
# for QtWidgets and QtSvg first, then the platform plug-ins xcb and wayland.
_LIBRARIES = """
libEGL.so.1=libegl1 libGL.so.1=libgl1 libX11.so.6=libx11-6 libdbus-1.so.3=libdbus-1-3
libfontconfig.so.1=libfontconfig1 libfreetype.so.6=libfreetype6 libglib-2.0.so.0=libglib2.0-0
libgthread-2.0.so.0=libglib2.0-0 libxkbcommon.so.0=libxkbcommon0 libX11-xcb.so.1=libx11-xcb1
libxcb-cursor.so.0=libxcb-cursor0 libxcb-glx.so.0=libxcb-glx0 libxcb-icccm.so.4=libxcb-icccm4
libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1
libxcb-randr.so.0=libxcb-randr0 libxcb-render-util.so.0=libxcb-render-util0
libxcb-render.so.0=libxcb-render0 libxcb-shape.so.0=libxcb-shape0 libxcb-shm.so.0=libxcb-shm0
libxcb-sync.so.1=libxcb-sync1 libxcb-util.so.1=libxcb-util1 libxcb-xfixes.so.0=libxcb-xfixes0
libxcb-xkb.so.1=libxcb-xkb1 libxcb.so.1=libxcb1 libxkbcommon-x11.so.0=libxkbcommon-x11-0
libwayland-client.so.0=libwayland-client0 libwayland-cursor.so.0=libwayland-cursor0
libwayland-egl.so.1=libwayland-egl1
"""
QT_LIBRARIES = dict(pair.split("=") for pair in _LIBRARIES.split())

# A desktop of their own for the tests of windows: programs with their packages, a bus of readers.
X11_PROGRAMS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool"}
ACCESSIBILITY_BUS = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")


class SetupError(Exception):
    """Something a person has to mend first; the text says what."""


def say(text: str) -> None:
    """Write a line for the person at the keyboard."""
    sys.stderr.write(f"dev.py: {text}\n")
    sys.stderr.flush()


def run_quietly(command: list[str], *, failure: str, **env: str) -> None:
    """Run a step of the set-up; only when it fails its output is shown, and this script ends."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        sys.stderr.write(done.stdout.decode(errors="replace"))
        msg = f"{failure} (exit {done.returncode} of: {shlex.join(command)})"
        raise SetupError(msg)


def is_loadable(library: str) -> bool:
    """Whether the dynamic linker finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_system_packages() -> list[str]:
    """Debian's names of what is missing to make a virtual environment and to start Qt."""
    if not sys.platform.startswith("linux"):
        return []
    packages = {package for name, package in QT_LIBRARIES.items() if not is_loadable(name)}
    if importlib.util.find_spec("ensurepip") is None:
        packages.add("python3-venv")
    return sorted(packages)


def ensure_system() -> None:
    """Install the missing system packages as root on Debian, else say exactly what to do."""
    if packages := missing_system_packages():
        install(packages)


def ensure_x11_programs() -> None:
    """See to the desktop on which windows are tested; only a CI run must have it."""
    packages = sorted(package for name, package in X11_PROGRAMS.items() if not shutil.which(name))
    if not ACCESSIBILITY_BUS.exists():
        packages.append("at-spi2-core")
    if not packages or not sys.platform.startswith("linux"):
        return
    try:
        install(packages)
    except SetupError as error:
        if os.environ.get("CI") == "true":
            raise
        say(f"the tests of windows on a desktop will be skipped: {error}")


def install(packages: list[str]) -> None:
    """Install Debian's ``packages`` as root, else say exactly what to do."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        msg = f"install what Debian calls {', '.join(packages)}, then start me again"
        raise SetupError(msg)
    if os.geteuid() != 0:
        msg = (
            "system packages are missing and only root may install them. Run this, then start me "
            f"again:\n  sudo apt-get update && sudo {shlex.join(command)}"
        )
        raise SetupError(msg)
    say(f"installing system packages: {' '.join(packages)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run_quietly(["apt-get", "update", "-qq"], failure="cannot refresh the package lists", **quiet)
    command.insert(2, "-qq")
    run_quietly(command, failure="cannot install system packages", **quiet)


def python_of(venv: Path) -> Path:
    """The interpreter of a virtual environment."""
    return venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def lock_hash(kind: str) -> str:
    """What changes when a lock changes."""
    return hashlib.sha256(LOCKS[kind].read_bytes()).hexdigest()


def read_stamp(venv: Path) -> dict[str, str]:
    """What this script has installed there: ``{"run": hash, "dev": hash}``; empty when in doubt."""
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    # A checkout that was moved leaves a virtual environment behind that points elsewhere.
    if stamp.pop("checkout", None) != str(ROOT) or not python_of(venv).exists():
        return {}
    return {kind: value for kind, value in stamp.items() if kind in LOCKS}


def ensure_venv(kind: str, venv: Path = ROOT / ".venv", base: str | None = None) -> Path:
    """Make ``venv`` hold the lock ``kind`` and this checkout; give its interpreter.

    ``dev`` includes ``run``. A lock that changed means a fresh environment, so that nothing stays
    behind which the new lock no longer names. ``base`` is the interpreter to make it with.
    """
    stamp = read_stamp(venv)
    wanted = lock_hash(kind)
    if stamp.get(kind) == wanted or (kind == "run" and stamp.get("dev") == lock_hash("dev")):
        return python_of(venv)
    ensure_system()
    is_stale = any(value != lock_hash(old) for old, value in stamp.items())
    if is_stale or not stamp:
        say(f"making {venv.name}")
        # Not sys.executable: that may be the very environment which is made anew.
        base = base or str(getattr(sys, "_base_executable", sys.executable))
        clear = ["--clear"] if is_stale else []
        run_quietly([base, "-m", "venv", *clear, str(venv)], failure=f"cannot make {venv.name}")
        stamp = {}
    (venv / STAMP).unlink(missing_ok=True)
    say(f"installing {LOCKS[kind].relative_to(ROOT)}; the first time takes a minute")
    python = python_of(venv)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    exact = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--no-compile", "-q"]
    run_quietly([*pip, *exact, "-r", str(LOCKS[kind])], failure="cannot install the packages")
    add_checkout(python)
    stamp = {**stamp, kind: wanted, "checkout": str(ROOT)}
    (venv / STAMP).write_text(json.dumps(stamp), encoding="utf-8")
    return python


def add_checkout(python: Path) -> None:
    """Put this checkout on the environment's path, as an editable install would."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    folder = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout
    Path(folder.strip(), "agent_desk_checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")


def version_of(python: str | Path) -> tuple[int, int] | None:
    """The version of a released, ordinary CPython that can make environments, else None."""
    ask = (
        "import json, sys, sysconfig, ensurepip\n"
        "good = sys.implementation.name == 'cpython' and sys.version_info.releaselevel == 'final'\n"
        "good = good and not sysconfig.get_config_var('Py_GIL_DISABLED')\n"
        "print(json.dumps(list(sys.version_info[:2]) if good else None))\n"
    )
    try:
        # A pyenv shim for a version that is not selected is found, but fails when it runs.
        done = subprocess.run(
            [python, "-c", ask], capture_output=True, text=True, timeout=20, check=True
        )
        version = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return (version[0], version[1]) if version else None


def newest_other_python(than: tuple[int, int]) -> tuple[tuple[int, int], str] | None:
    """The newest Python above ``than`` that is installed here: its version and its program."""
    names = [f"python3.{minor}" for minor in range(than[1] + 1, than[1] + 10)]
    found = [path for path in map(shutil.which, names) if path]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    found += [str(path) for path in pyenv.glob("versions/3.*/bin/python")]
    newer = [(v, path) for path in found if (v := version_of(path)) and v > than]
    return max(newer, default=None)


def replace_by(command: list[str]) -> int:
    """Become ``command``, so that signals reach it; Windows has to wait for it instead."""
    if sys.platform == "win32":
        return subprocess.run(command, check=False).returncode
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted here
    return 0  # unreachable; exec does not come back


def demo(args: list[str]) -> int:
    """The program signed in to a local Voicenter, playing a scripted shift."""
    return replace_by([str(ensure_venv("run")), "-m", "agent_desk", "demo", *args])


def run(args: list[str]) -> int:
    """The program itself: run -- ARGS."""
    args = args[1:] if args[:1] == ["--"] else args
    return replace_by([str(ensure_venv("run")), "-m", "agent_desk", *args])


def test(args: list[str]) -> int:
    """The suite on .venv's Python with coverage gates; once that is green, on the newest other.

    With arguments: those go to pytest, on .venv's Python alone and without the gates.
    """
    python = str(ensure_venv("dev"))
    ensure_interop_packages()
    ensure_x11_programs()
    # The packages come without bytecode; each program that a test starts would compile them anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if args:
        return call([python, "-m", "pytest", *args])
    steps = ("coverage erase", "coverage run -m pytest", "coverage combine -q")
    codes = [call([python, "-m", *step.split()]) for step in (*steps, "tests.coverage_gates")]
    if any(codes):
        return 1  # here, so that what failed has the last word
    other = newest_other_python(version_of(python) or OLDEST_PYTHON)
    if other is None:
        say("no newer Python is installed: the suite ran on one")
        return 0
    name = ".venv-{}.{}".format(*other[0])
    say(f"the suite again, in {name}")
    return call([str(ensure_venv("dev", ROOT / name, other[1])), "-m", "pytest"])


def lint(_args: list[str]) -> int:
    """Format, lint, types and the arrows of the house."""
    python = ensure_venv("dev")
    tools = [
        [str(python), "-m", "ruff", "format", "--check", "."],
        [str(python), "-m", "ruff", "check", "."],
        [str(python), "-m", "mypy"],
        [str(python.with_name("lint-imports")), "--no-logo"],
    ]
    return min(sum(call(tool) for tool in tools), 1)


def lock(args: list[str]) -> int:
    """Write both locks anew; with --upgrade take the newest versions that pyproject.toml allows."""
    python = str(ensure_venv("dev"))
    compile_lock = [python, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", *args]
    compile_lock += ["--universal", f"--python-version={OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]}"]
    compile_lock += ["--generate-hashes", "--no-emit-index-url"]
    compile_lock += ["--custom-compile-command", "python3 dev.py lock"]
    run_lock, dev_lock = (str(path.relative_to(ROOT)) for path in LOCKS.values())
    code = call([*compile_lock, "-o", run_lock])
    # The second sees the first as constraints: what ships is what is tested.
    code = code or call([*compile_lock, "--extra", "dev", "-c", run_lock, "-o", dev_lock])
    for path in LOCKS.values():
        if "://" in path.read_text(encoding="utf-8"):
            msg = f"{path.name} names a host: a package must come from the index alone"
            raise SetupError(msg)
    return code


def translate(_args: list[str]) -> int:
    """The texts of the windows: from the code into resources/translations, and compiled."""
    return call([str(ensure_venv("dev")), "-m", "tests.helpers.translations"])


def scripts(pattern: str) -> list[Path]:
    """Scripts of the project that may not exist yet."""
    return sorted(ROOT.glob(pattern))


def pictures(args: list[str]) -> int:
    """Pictures of all screens into a folder; --approve: the ones that tests compare with."""
    return call([str(ensure_venv("dev")), "-m", "tests.ui.approve", *args])


def bench(args: list[str]) -> int:
    """The benchmarks: figures, targets and controls; 1 when a target is missed."""
    python = str(ensure_venv("dev"))
    return min(sum(call([python, str(path), *args]) for path in scripts(BENCHES)), 1)


def soak(args: list[str]) -> int:
    """The long runs."""
    return call([str(ensure_venv("dev")), "-m", "pytest", "tests/soak", *args])


def package(args: list[str]) -> int:
    """The installers."""
    return call([str(ensure_venv("dev")), "packaging/build.py", *args])


def call(command: list[str]) -> int:
    """Run a tool in the checkout, its output as it comes; 0 or 1."""
    return min(abs(subprocess.run(command, cwd=ROOT, check=False).returncode), 1)


def ensure_interop_packages() -> None:
    """Install the foreign Socket.IO servers and clients that the interop tests talk to."""
    npm = shutil.which("npm") if shutil.which("node") else None
    if npm is None:
        if os.environ.get("CI") == "true":
            msg = "Node.js and npm are missing; a CI run must not skip the interop tests"
            raise SetupError(msg)
        say("Node.js is not installed: the interop tests will be skipped")
        return
    modules = INTEROP / "node_modules"
    stamp = modules / STAMP
    wanted = hashlib.sha256((INTEROP / "package.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    say("installing the Socket.IO servers and clients for the interop tests")
    shutil.rmtree(modules, ignore_errors=True)
    quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel=error"]
    run_quietly(
        [npm, "--prefix", str(INTEROP), "install", *quiet],
        failure="cannot install the interop packages",
    )
    stamp.write_text(wanted, encoding="utf-8")


BENCHES = "tests/bench/bench_*.py"
COMMANDS = {"demo": demo, "run": run, "test": test, "lint": lint, "lock": lock}
COMMANDS |= {"translate": translate, "pictures": pictures}
LATER = {
    "bench": (bench, BENCHES),
    "soak": (soak, "tests/soak/test_*.py"),
    "package": (package, "packaging/build.py"),
}
COMMANDS.update({name: command for name, (command, needs) in LATER.items() if scripts(needs)})


def main(argv: list[str]) -> int:
    """Run one command; 0 good, 1 failed, 2 wrong usage."""
    if sys.version_info < OLDEST_PYTHON:
        needed = ".".join(map(str, OLDEST_PYTHON))
        say(f"agent_desk needs Python {needed} or newer, and this is {sys.version.split()[0]}")
        newer = newest_other_python((OLDEST_PYTHON[0], OLDEST_PYTHON[1] - 1))
        say(f"start me with {newer[1]}" if newer else "install a newer one and start me with it")
        return 1
    name, *args = argv or ["--help"]
    command = COMMANDS.get(name)
    if command is None:
        lines = (
            f"  {key:9} {(value.__doc__ or '').splitlines()[0]}" for key, value in COMMANDS.items()
        )
        is_help = name in {"-h", "--help", "help"}
        out = sys.stdout if is_help else sys.stderr
        out.write("usage: python3 dev.py COMMAND [ARGS]\n" + "\n".join(lines) + "\n")
        return 0 if is_help else 2
    try:
        return command(args)
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
