"""``block`` and ``unblock``: the organisation's blacklist."""

from __future__ import annotations

import asyncio
from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING, Final

from agent_desk.commands.errors import DONE, FAILED, UNKNOWN_OUTCOME, exit_code
from agent_desk.commands.numbers import dialled, read_numbers
from agent_desk.core.errors import AgentDeskError
from agent_desk.core.text import clean_text
from agent_desk.voicenter.blacklist import CHUNK, Blacklist, BlockEntry
from agent_desk.voicenter.errors import ContractError, UnknownOutcomeError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable, Sequence

    from agent_desk.commands.context import Context
    from agent_desk.commands.numbers import ListedNumber
    from agent_desk.voicenter.blacklist import NumberResult

    Change = Callable[[Sequence[ListedNumber]], Awaitable[Sequence[NumberResult]]]

_NO_ANSWER: Final = "No clear answer: it may have been done."
_NOT_SENT: Final = "Not sent."


class Fate(Enum):
    """What became of one number."""

    DONE = "done"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NOT_SENT = "not_sent"


async def run_block(context: Context, args: argparse.Namespace) -> int:
    """Put numbers on the list."""
    numbers = read_numbers(args.numbers, args.file, context.region)
    name = clean_text(args.name)
    blacklist = Blacklist(context.rest, context.endpoints, await context.code())

    def change(some: Sequence[ListedNumber]) -> Awaitable[Sequence[NumberResult]]:
        entries = [
            BlockEntry(dialled(each.number, context.region), each.name or name) for each in some
        ]
        return blacklist.block(entries, may_repeat=False)

    return await _Run(context, "block", numbers, is_bulk=args.file is not None).work(change)


async def run_unblock(context: Context, args: argparse.Namespace) -> int:
    """Take numbers off the list."""
    numbers = read_numbers(args.numbers, args.file, context.region)
    blacklist = Blacklist(context.rest, context.endpoints, await context.code())

    def change(some: Sequence[ListedNumber]) -> Awaitable[Sequence[NumberResult]]:
        asked = [dialled(each.number, context.region) for each in some]
        return blacklist.unblock(asked, may_repeat=False)

    return await _Run(context, "unblock", numbers, is_bulk=args.file is not None).work(change)


class _Run:
    """One list of numbers, changed request by request; the first that fails is the last.

    Nothing is sent twice. Every number is told of: where it ``is_bulk`` as soon as its request is
    answered, with a line of its own; one record about all of them ends it.
    """

    def __init__(
        self, context: Context, action: str, numbers: Sequence[ListedNumber], *, is_bulk: bool
    ) -> None:
        self._context = context
        self._output = context.output
        self._action = action
        self._numbers = numbers
        self._is_bulk = is_bulk
        self._records: list[dict[str, object]] = []
        self._lines: list[str] = []
        self._fates: Counter[Fate] = Counter()
        self._width = max(len(each.number.raw) for each in numbers)

    async def work(self, change: Change) -> int:
        """Change the list; the exit code."""
        failure: AgentDeskError | None = None
        try:
            for start in range(0, len(self._numbers), CHUNK):
                some = self._numbers[start : start + CHUNK]
                self._context.is_underway = True
                for each, result in zip(some, await change(some), strict=True):
                    self._tell(each, _fate(result), result.code, result.message)
                self._context.is_underway = False
        except asyncio.CancelledError:
            self._tell_open(Fate.UNKNOWN, _NO_ANSWER)
            self._close()
            raise
        except (UnknownOutcomeError, ContractError) as error:
            again = f"Run it again: to {self._action} a number twice does no harm."
            failure = UnknownOutcomeError(next_step=again)
            failure.__cause__ = error
            self._tell_open(Fate.UNKNOWN, _NO_ANSWER)
        except AgentDeskError as error:
            if not self._records:
                raise  # nothing at all was done
            failure = error
            self._tell_open(Fate.FAILED, error.message)
        self._close()
        if failure is not None:
            self._output.error(failure)
            return exit_code(failure)
        if self._fates[Fate.UNKNOWN]:
            return UNKNOWN_OUTCOME
        return FAILED if self._fates[Fate.FAILED] else DONE

    def _tell(self, each: ListedNumber, fate: Fate, code: int | None, message: str) -> None:
        record: dict[str, object] = {
            "number": each.number.raw,
            "ok": fate is Fate.DONE,
            "outcome": fate.value,
            "code": code,
            "message": message,
        }
        if each.line is not None:
            record["line"] = each.line
        self._fates[fate] += 1
        self._records.append(record)
        said = f"{self._action}ed" if fate is Fate.DONE else message
        line = f"{each.number.raw:<{self._width}}  {said}"
        if self._is_bulk:
            self._output.record({"kind": "number", "action": self._action, **record}, line)
        else:
            self._lines.append(line)

    def _tell_open(self, fate: Fate, message: str) -> None:
        """The request that is under way has no good answer, and those after it are not sent."""
        done = len(self._records)
        for each in self._numbers[done : done + CHUNK]:
            self._tell(each, fate, None, message)
        for each in self._numbers[done + CHUNK :]:
            self._tell(each, Fate.NOT_SENT, None, _NOT_SENT)

    def _close(self) -> None:
        """One record about all of them."""
        counts = {fate.value: self._fates[fate] for fate in Fate}
        is_ok = self._fates[Fate.DONE] == len(self._numbers)
        record = {"kind": "result", "ok": is_ok, "action": self._action, **counts}
        lines = list(self._lines)
        if self._is_bulk or not is_ok:
            said = [f"Done: {self._fates[Fate.DONE]} of {len(self._numbers)} numbers"]
            said += [
                f"{self._fates[fate]} {words}"
                for fate, words in (
                    (Fate.FAILED, "failed"),
                    (Fate.UNKNOWN, "without a clear answer"),
                    (Fate.NOT_SENT, "not sent"),
                )
                if self._fates[fate]
            ]
            lines.append(f"{', '.join(said)}.")
        self._output.record({**record, "numbers": self._records}, "\n".join(lines))


def _fate(result: NumberResult) -> Fate:
    if result.is_ok:
        return Fate.DONE
    return Fate.UNKNOWN if result.is_unknown else Fate.FAILED
