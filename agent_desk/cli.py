"""The command line: one parser; each command is a module of its own, imported when it is run."""

from __future__ import annotations

import argparse
import importlib
import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from agent_desk import __version__
from agent_desk.commands.errors import DONE, FAILED, InterruptedRunError, UsageError, exit_code
from agent_desk.commands.output import Output
from agent_desk.core.errors import AgentDeskError
from agent_desk.core.identity import LoginKind
from agent_desk.options import DemoOptions, Options, ReplayOptions, WindowOptions

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Coroutine, Sequence
    from typing import TypeAlias

    from agent_desk.commands.context import Context
    from agent_desk.logs import Logs
    from agent_desk.system.directories import Directories

    Command: TypeAlias = Callable[[Context, argparse.Namespace], Coroutine[None, None, int]]

SERVER_VARIABLE: Final = "AGENT_DESK_SERVER"
LANGUAGE_VARIABLE: Final = "AGENT_DESK_LANG"

# Command -> module below agent_desk.commands, whose run_<its last word> is called.
_MODULES: Final = {
    "block": "blocking",
    "dial": "calling",
    "doctor": "doctor",
    "export": "export",
    "guard ledger": "guard_ledger",
    "guard status": "guard",
    "hangup": "calling",
    "history": "history",
    "mute": "muting",
    "note": "note",
    "queues": "queues",
    "replay": "replay",
    "sandbox": "sandbox",
    "status": "status",
    "tail": "tail",
    "team": "team",
    "unblock": "blocking",
    "unmute": "muting",
}

_COMMANDS: Final = frozenset((*(name.split()[0] for name in _MODULES), "demo"))

_log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give the exit code of the process."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    output = Output(is_json="--json" in arguments)
    try:
        args = _parser().parse_args(_without_links(arguments))
        options = _options(args)
        with_window = _with_window(args, options)
        if with_window is not None:
            return with_window()
        return _run(args, options, output)
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except AgentDeskError as error:
        output.error(error)
        return exit_code(error)


def _without_links(arguments: list[str]) -> list[str]:
    """The arguments with a ``tel:`` link in the place of a command as the option it stands for."""
    from agent_desk.system.phone_links import is_phone_link

    if arguments and is_phone_link(arguments[-1]) and not _COMMANDS.intersection(arguments):
        return [*arguments[:-1], f"--dial={arguments[-1]}"]
    return arguments


def _with_window(args: argparse.Namespace, options: Options) -> Callable[[], int] | None:
    """What to call for a command with windows; they bring their own loop, log and signals."""
    if args.command in (None, "demo") or (args.command == "replay" and not args.headless):
        from agent_desk.core.stopping import EarlyStop

        stop = EarlyStop()
        stop.install()  # the windows take the signals over once they are imported
    if args.command is None:
        from agent_desk.commands.window import run_one_window
        from agent_desk.system.phone_links import linked_number

        number = "" if args.dial is None else linked_number(args.dial)
        window_options = WindowOptions(options, number, args.minimized)
        return lambda: run_one_window(window_options, stop)
    if args.command == "demo":
        from agent_desk.demo import run_demo

        shots = Path(args.shots) if args.shots else None
        return lambda: run_demo(DemoOptions(options, args.headless, shots, args.engineio))
    if args.command == "replay" and not args.headless:
        from agent_desk.app import run_replay

        return lambda: run_replay(ReplayOptions(options, Path(args.file), args.speed))
    return None


def _run(args: argparse.Namespace, options: Options, output: Output) -> int:
    """Run a command without a window on a loop of its own."""
    from agent_desk.commands.stopping import StopRequest
    from agent_desk.system.directories import Directories

    is_service = args.command in ("sandbox", "tail")  # interrupting these is how they end
    stop_request = StopRequest(DONE if is_service else FAILED)
    directories = Directories.of_this_user()
    logs = _set_up_logs(directories, options, output)
    name = args.command
    _log.info("agent-desk %s: %s", __version__, name)
    command: Command = getattr(
        importlib.import_module(f"agent_desk.commands.{_MODULES[name]}"),
        f"run_{name.split()[-1]}",
    )

    async def run(stop: asyncio.Event) -> int:
        from agent_desk.commands.context import Context
        from agent_desk.commands.stopping import until_stopped
        from agent_desk.voicenter.errors import UnknownOutcomeError

        async with Context(options, output, directories, stop) as context:
            work = command(context, args)
            try:
                return await (work if is_service else until_stopped(work, stop))
            except InterruptedRunError:
                if context.is_underway:
                    raise UnknownOutcomeError from None
                raise

    try:
        return stop_request.run(run)
    except (AgentDeskError, BrokenPipeError):
        raise
    except Exception as error:
        _log.exception("command %s failed", name)
        step = f"The log has the details: {directories.log_file('commands')}"
        raise AgentDeskError(next_step=step) from error
    finally:
        if logs is not None:
            logs.close()


def _set_up_logs(directories: Directories, options: Options, output: Output) -> Logs | None:
    """Logging to the file of the commands; without it where that cannot be written."""
    from agent_desk import logs
    from agent_desk.core.errors import StorageError
    from agent_desk.system.directories import make_private

    try:
        make_private(directories.state)
        return logs.set_up(
            directories.log_file("commands"),
            level=options.log_level or logging.INFO,
            on_screen=options.log_level is not None and not options.is_json,
        )
    except StorageError as error:
        logging.getLogger().addHandler(logging.NullHandler())  # else warnings reach the screen
        output.notice(error.message)
        return None


def _options(args: argparse.Namespace) -> Options:
    given = vars(args)
    level = given.get("log_level")
    login = given.get("login")
    server = given.get("server") or os.environ.get(SERVER_VARIABLE, "")
    if server:
        from agent_desk.voicenter.endpoints import Endpoints

        Endpoints.at(server)  # a wrong address ends here, also where a window would come up
    return Options(
        server=server,
        login=None if login is None else LoginKind(login),
        email=given.get("email", ""),
        username=given.get("username", ""),
        extensions=(*given.get("extension", ()), *given.get("extension_after", ())),
        language=given.get("lang") or os.environ.get(LANGUAGE_VARIABLE, ""),
        log_level=None if level is None else logging.getLevelNamesMapping()[level.upper()],
        is_json=given.get("json", False),
    )


class _Parser(argparse.ArgumentParser):
    """Reports a wrong command line like every other error."""

    def error(self, message: str) -> NoReturn:
        sentence = f"{message[:1].upper()}{message[1:]}."
        raise UsageError(sentence, next_step=f"See {self.prog} --help.")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="agent-desk",
        description="A desktop companion for call-centre agents. Without a command: the window.",
        allow_abbrev=False,
        parents=[_common("extension")],
    )
    parser.set_defaults(command=None)
    window = parser.add_argument_group("options of the window")
    window.add_argument("--minimized", action="store_true", help="begin in the tray")
    window.add_argument("--dial", metavar="NUMBER", help="show a number; so does a tel: link alone")
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    common = _common("extension_after")

    def add(name: str, text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, help=text, description=text, allow_abbrev=False, parents=[common]
        )
        command.set_defaults(command=name)
        return command

    demo = add("demo", "Play a scripted shift against a local Voicenter.")
    demo.add_argument("--headless", action="store_true", help="no windows on a screen")
    demo.add_argument("--shots", metavar="DIR", help="save pictures in this folder")
    demo.add_argument("--engineio", choices=["3", "4"], default="3", help="socket generation")

    sandbox = add("sandbox", "Run the local Voicenter alone until interrupted.")
    sandbox.add_argument("--port", type=_port, default=0, help="0: any free one (default)")
    sandbox.add_argument("--engineio", choices=["3", "4", "both"], default="both")
    sandbox.add_argument("--scenario", metavar="FILE", help="what happens by itself")
    sandbox.add_argument("--extensions", type=_count, default=3, metavar="N")

    tail = add("tail", "Show the connection, events and calls until interrupted.")
    tail.add_argument("--raw", action="store_true", help="with the whole payload (personal data)")
    tail.add_argument("--record", metavar="FILE", help="write a file for replay (personal data)")

    replay = add("replay", "Play a recorded file of events through the app.")
    replay.add_argument("file", metavar="FILE")
    replay.add_argument("--headless", action="store_true", help="only print what happens")
    replay.add_argument("--speed", type=_speed, metavar="X", help="2 is twice as fast")

    history = add("history", "Finished calls; times are UTC.")
    _add_period(history, "calls", "default: a week before --to")
    history.add_argument("--number", metavar="N", help="only calls with this number")
    _add_export(add("export", "Calls kept on this PC, with their notes; asks no service."))

    _add_dial(add("dial", "Ring your phone, then the number."))
    _add_hangup(add("hangup", "End whatever runs on the extension."))

    for name, verb in (("mute", "Stop"), ("unmute", "Resume")):
        muting = add(name, f"{verb} the recording of a call, or of all calls on the extension.")
        muting.add_argument("--ivrid", metavar="ID", help="the call; else --extension")
        muting.add_argument("--monitor", metavar="URL", help="the live monitor's address")

    _add_guard(commands, common)

    block = add("block", "Put numbers on the organisation's blacklist.")
    block.add_argument("--name", default="", metavar="TEXT", help="name on the list")
    _add_numbers(block)
    _add_numbers(add("unblock", "Take numbers off the organisation's blacklist."))

    status = add("status", "Show or set the agent's status.")
    status.add_argument("status", nargs="?", metavar="STATUS", help="code or name")
    status.add_argument("--user-id", type=_count, metavar="N")

    _add_team(add("team", "Who is there, what they do and since when."))
    queues = add("queues", "Who waits in which queue, and how long.")
    queues.add_argument("queue", nargs="?", type=_count, metavar="ID", help="only this one")
    _add_note(add("note", "Show or set the note of a call of the history on this PC."))
    add("doctor", "Check everything that a working day depends on.")
    return parser


def _add_hangup(hangup: argparse.ArgumentParser) -> None:
    hangup.add_argument("--yes", action="store_true", help="also where there are several calls")


def _add_dial(dial: argparse.ArgumentParser) -> None:
    dial.add_argument("number", metavar="NUMBER")
    dial.add_argument("--record", choices=["on", "off"], help="default: as the account does")
    dial.add_argument("--caller-id", metavar="N", help="the account's number that they see")
    dial.add_argument("--auto-answer", action="store_true", help="your phone answers by itself")
    dial.add_argument(
        "--var", action="append", default=[], metavar="NAME=VALUE", help="custom data; repeatable"
    )
    dial.add_argument("--yes", action="store_true", help="emergency and premium numbers too")


def _add_numbers(blocking: argparse.ArgumentParser) -> None:
    blocking.add_argument("numbers", metavar="NUMBER", nargs="*")
    about = "numbers from a file, one a line, a name after a comma; - reads standard input"
    blocking.add_argument("--file", metavar="F", help=about)


def _add_team(team: argparse.ArgumentParser) -> None:
    team.add_argument("words", metavar="WORD", nargs="*", help="only names or extensions with it")


def _add_period(command: argparse.ArgumentParser, what: str, since: str) -> None:
    command.add_argument("--from", dest="since", metavar="ISO", help=since)
    command.add_argument("--to", dest="until", metavar="ISO", help="default: now")
    command.add_argument("--csv", metavar="FILE", help=f"write the {what} to this file instead")
    command.add_argument("--bom", action="store_true", help="mark the file as UTF-8, for Excel")


def _add_export(export: argparse.ArgumentParser) -> None:
    about = "only calls in which all of these are found: names, notes, custom data, numbers"
    export.add_argument("words", metavar="WORD", nargs="*", help=about)
    _add_period(export, "calls", "default: all that is kept")


def _add_note(note: argparse.ArgumentParser) -> None:
    note.add_argument("call_id", metavar="ID")
    note.add_argument("text", nargs="?", metavar="TEXT", help='the new note; "" takes it away')
    note.add_argument("--disposition", metavar="RESULT", help="the result of the call")


def _add_guard(commands: argparse._SubParsersAction[_Parser], common: _Parser) -> None:
    """The commands about the recording guard, below one name."""
    about = "What was muted, and how recordings stand now."
    guard = commands.add_parser("guard", help=about, description=about, allow_abbrev=False)
    parts = guard.add_subparsers(metavar="COMMAND", parser_class=_Parser, required=True)

    def add(name: str, text: str) -> argparse.ArgumentParser:
        part = parts.add_parser(
            name, help=text, description=text, allow_abbrev=False, parents=[common]
        )
        part.set_defaults(command=f"guard {name}")
        return part

    add("status", "How the recordings of the agent's calls stand, from the window program.")
    ledger = add("ledger", "What was muted, by what, and what became of it; times are UTC.")
    _add_period(ledger, "mutes", "default: all that is kept")


def _common(extension: str) -> _Parser:
    """The options every command has, before its name and after it."""
    parser = _Parser(add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS)
    group = parser.add_argument_group(
        "common options",
        "Each counts before the variable named with it, and that before what was chosen earlier.",
    )
    group.add_argument(
        "--server", metavar="URL", help=f"another service than Voicenter's ({SERVER_VARIABLE})"
    )
    group.add_argument("--login", choices=[kind.value for kind in LoginKind], help="how to sign in")
    group.add_argument("--email", metavar="E", help="for --login user")
    group.add_argument("--username", metavar="U", help="for --login account")
    group.add_argument(
        "--extension",
        dest=extension,
        action="append",
        metavar="SIP",
        help="only this one; repeatable",
    )
    group.add_argument("--json", action="store_true", help="one JSON object a line")
    group.add_argument(
        "--lang",
        metavar="CODE",
        help=f"language of the windows: en, he, ar or ru ({LANGUAGE_VARIABLE})",
    )
    group.add_argument(
        "--log-level",
        type=str.lower,
        choices=["debug", "info", "warning", "error"],
        help="log this much, and show it",
    )
    group.add_argument("--version", action="version", version=f"agent-desk {__version__}")
    return parser


def _port(text: str) -> int:
    with suppress(ValueError):
        if 0 <= (port := int(text)) <= 65535:  # noqa: PLR2004 - the largest port
            return port
    msg = "a port is a number from 0 to 65535"
    raise argparse.ArgumentTypeError(msg)


def _count(text: str) -> int:
    with suppress(ValueError):
        if (count := int(text)) > 0:
            return count
    msg = "a number of at least 1 is needed"
    raise argparse.ArgumentTypeError(msg)


def _speed(text: str) -> float:
    with suppress(ValueError):
        if 0 < (speed := float(text)) < float("inf"):
            return speed
    msg = "a speed is a number above 0"
    raise argparse.ArgumentTypeError(msg)
