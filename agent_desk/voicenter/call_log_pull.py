"""A whole period of the call log, however many calls it holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

import stamina

from agent_desk.voicenter.call_log import FIELDS, IdentityCriteria
from agent_desk.voicenter.call_log_windows import SECOND, Window, gaps, merged, second_of
from agent_desk.voicenter.errors import (
    CertificateError,
    ContractError,
    NameLookupError,
    ProxyError,
    RejectedError,
    ServiceError,
    TooBigError,
    UnreachableError,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Sequence
    from datetime import datetime

    from agent_desk.core.phone import PhoneNumber
    from agent_desk.voicenter.call_log import CallLog, CallLogPage, CallRecord

RowKey: TypeAlias = "tuple[str, int | None, datetime]"

# A service that has answered before is worth more patience than one that never did.
_FIRST_ATTEMPTS: Final = 3
_ATTEMPTS: Final = 6
_FIRST_WAIT_S: Final = 0.5
_LAST_WAIT_S: Final = 15.0
# Voicenter: no longest period is documented; a refused one is asked for in months.
_SHORTER: Final = timedelta(days=30)
# Voicenter: CdrType.
_CDR_TYPES: Final = (1, 4, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 21, 22, 23)
_MOST_EXTENSIONS: Final = 50


@dataclass(frozen=True, slots=True)
class CallFilter:
    """Which calls to fetch, and which of their ``fields``; empty means all."""

    extensions: tuple[str, ...] = ()
    phones: tuple[PhoneNumber, ...] = ()
    cdr_types: tuple[int, ...] = ()
    identity: IdentityCriteria = IdentityCriteria.ACCOUNT
    fields: tuple[str, ...] = FIELDS


@dataclass(frozen=True, slots=True)
class PullBatch:
    """Some rows of a period, none of which comes again, and how far the pull has got.

    ``covered`` are the windows of which everything has come with this batch and those before it,
    the ones covered already included: keep the rows and these, and a later pull with the same
    filter goes on from there. Rows may come before their window counts as covered.

    ``done`` rows have come of ``total``, as far as that is known yet. ``malformed`` could not be
    used. ``missing`` rows cannot be had: more than the service sends fell into the single seconds
    in ``incomplete``, which are not covered.
    """

    rows: tuple[CallRecord, ...]
    covered: tuple[Window, ...]
    done: int
    total: int | None
    malformed: int = 0
    missing: int = 0
    incomplete: tuple[Window, ...] = ()


def row_key(row: CallRecord) -> RowKey:
    """What makes a row unique (Voicenter: ``CallID``, ``CdrType``, ``Date``)."""
    return row.call_id, row.cdr_type, row.at


class CallLogPull:
    """Fetches periods completely: what one answer cannot hold is asked for in parts.

    An answer that was cut off is still used. It is in order, so it should hold all beyond its last
    second; how many calls the next answer counts in the rest tells whether it does. If not, that
    part is asked for again.

    By default those for whom a person waits go first. Failures that may pass are tried again, each
    time after a longer pause, beginning with ``first_wait_s``.
    """

    def __init__(
        self, call_log: CallLog, *, is_patient: bool = True, first_wait_s: float = _FIRST_WAIT_S
    ) -> None:
        self._call_log = call_log
        self._is_patient = is_patient
        self._first_wait_s = first_wait_s

    def batches(
        self,
        period: Window,
        only: CallFilter | None = None,
        *,
        covered: Iterable[Window] = (),
        newest_first: bool = True,
    ) -> AsyncGenerator[PullBatch, None]:
        """The rows of ``period`` in order, without what is ``covered`` already.

        Raises what ``CallLog.fetch`` raises; all batches given out before stay good. May be closed
        or cancelled at any moment. Not a single batch comes where everything is covered.
        """
        wanted = only or CallFilter()

        async def ask(asked: _Asked, attempts: int) -> CallLogPage:
            return await self._ask(asked, wanted, attempts, newest_first=newest_first)

        pulling = _Pulling(ask, wanted, merged(covered), is_newest=newest_first)
        pulling.push(*(_Part(window) for window in gaps(period, pulling.covered)))
        return pulling.run()

    async def _ask(
        self, asked: _Asked, only: CallFilter, attempts: int, *, newest_first: bool
    ) -> CallLogPage:
        async for attempt in stamina.retry_context(
            on=_may_pass,
            attempts=attempts,
            timeout=None,
            wait_initial=self._first_wait_s,
            wait_max=_LAST_WAIT_S,
            wait_jitter=self._first_wait_s,
        ):
            with attempt:
                return await self._call_log.fetch(
                    asked.window.began,
                    asked.window.ended,
                    extensions=asked.extensions or only.extensions,
                    phones=only.phones,
                    cdr_types=asked.cdr_types or only.cdr_types,
                    identity=only.identity,
                    fields=only.fields,
                    newest_first=newest_first,
                    is_patient=self._is_patient,
                )
        raise AssertionError  # pragma: no cover - the last attempt raises


def _without(rows: Iterable[CallRecord], second: datetime) -> Sequence[CallRecord]:
    after = second + SECOND
    return [row for row in rows if not second <= row.at < after]


def _may_pass(error: Exception) -> bool:
    if isinstance(error, TooBigError):
        return False
    if isinstance(error, UnreachableError):
        return not isinstance(error, CertificateError | NameLookupError | ProxyError)
    return isinstance(error, ServiceError)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One request: a window and, where a second is too full, what narrows it further."""

    window: Window
    cdr_types: tuple[int, ...] = ()
    extensions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    """Rows that should be all of ``window``: its answer counted ``hits``, the rest included."""

    window: Window
    keys: frozenset[RowKey]
    hits: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A window to ask for; ``hits`` is what is thought to be in it and has not come yet.

    Its answer judges ``claim``. Rows in ``seen`` have come. With a margin it is asked for with one
    second more than needed, whose rows are put aside: whatever the service makes of the end of a
    window and of fractions of a second, nothing falls between two windows.
    """

    window: Window
    hits: int | None = None
    claim: _Claim | None = None
    seen: frozenset[RowKey] = frozenset()
    is_trusted: bool = True
    is_shortened: bool = False
    has_margin: bool = True

    @property
    def asked(self) -> Window:
        """The window that is sent."""
        margin = SECOND if self.has_margin else SECOND * 0
        return Window(self.window.began, self.window.ended + margin)

    def cut(self, windows: Iterable[Window], hits: int | None) -> tuple[_Part, ...]:
        """The same in several windows, its ``hits`` shared out among them."""
        return tuple(
            replace(
                self,
                window=window,
                hits=None if hits is None else hits * window.seconds // self.window.seconds,
                claim=None,
                has_margin=True,
            )
            for window in windows
        )


@dataclass(slots=True)
class _Pulling:
    """One pull under way; ``parts`` is a stack, the next one last."""

    ask: Callable[[_Asked, int], Awaitable[CallLogPage]]
    only: CallFilter
    covered: tuple[Window, ...]
    is_newest: bool
    parts: list[_Part] = field(default_factory=list)
    incomplete: list[Window] = field(default_factory=list)
    done: int = 0
    malformed: int = 0
    missing: int = 0
    has_answered: bool = False

    async def run(self) -> AsyncGenerator[PullBatch, None]:
        while self.parts:
            part = self.parts.pop()
            try:
                page = await self._page(_Asked(part.asked))
            except (RejectedError, TooBigError) as error:
                self._shorten(part, error)
                continue
            rows = await self._take(part, page)
            self.done += len(rows)
            yield self._batch(tuple(rows.values()))

    def push(self, *parts: _Part) -> None:
        """Take up ``parts`` (oldest first) next, in the order of the pull."""
        self.parts.extend(parts if self.is_newest else reversed(parts))

    def _batch(self, rows: tuple[CallRecord, ...]) -> PullBatch:
        total: int | None = self.done
        for part in self.parts:
            total = None if total is None or part.hits is None else total + part.hits
        return PullBatch(
            rows=rows,
            covered=self.covered,
            done=self.done,
            total=total,
            malformed=self.malformed,
            missing=self.missing,
            incomplete=tuple(sorted(self.incomplete)),
        )

    async def _page(self, asked: _Asked) -> CallLogPage:
        page = await self.ask(asked, _ATTEMPTS if self.has_answered else _FIRST_ATTEMPTS)
        self.has_answered = True
        return page

    async def _take(self, part: _Part, page: CallLogPage) -> dict[RowKey, CallRecord]:
        """What of ``part`` has come with its answer; what has not is on the stack again."""
        window = part.window
        inside = _without(page.rows, part.asked.ended) if part.has_margin else page.rows
        if not page.is_complete:
            if not page.returned:
                message = "Voicenter counted calls and sent none of them."
                raise ContractError(message)
            if part.has_margin and (window.seconds == 1 or (page.rows and not inside)):
                self.parts.append(replace(part, has_margin=False))
                return {}
        # Of a cut answer the margin is there whole where the newest come first, else not at all.
        hits = page.total_hits - (len(page.rows) - len(inside) if self.is_newest else 0)
        if page.is_complete:
            self.covered = merged((*self.covered, window))
            self.malformed += page.malformed
        elif window.seconds == 1:
            inside = await self._narrow(window, page)
        else:
            inside = self._cut_off(part, inside, hits)
        self._settle(part.claim, hits)
        return {key: row for row in inside if (key := row_key(row)) not in part.seen}

    def _cut_off(self, part: _Part, rows: Sequence[CallRecord], hits: int) -> Sequence[CallRecord]:
        """What can be used of an answer that does not hold everything; the rest is to be asked."""
        window = part.window
        edge = second_of(rows[-1].at) if rows else None
        if edge is None or edge not in window or not part.is_trusted:
            self.push(*part.cut(window.halves(), max(hits - len(part.seen), 0)))
            return ()
        older, newer = Window(window.began, edge - SECOND), Window(edge + SECOND, window.ended)
        beyond, others = (newer, older) if self.is_newest else (older, newer)
        if not beyond.seconds:  # this second alone filled the answer
            self.push(*part.cut(sorted((others, Window(edge, edge))), hits))
            return ()
        rest = Window(min(edge, others.began), max(edge, others.ended))
        rows = _without(rows, edge)
        claim = _Claim(beyond, frozenset(map(row_key, rows)), hits)
        left = max(hits - len(claim.keys), 0)
        # The newest last: the margin counts in both answers or in none, as they end alike.
        has_margin = self.is_newest or part.has_margin
        self.parts.append(replace(part, window=rest, hits=left, claim=claim, has_margin=has_margin))
        return rows

    def _shorten(self, part: _Part, error: RejectedError | TooBigError) -> None:
        """Ask for less at a time: once where the period was refused, else as often as it helps."""
        is_refused = isinstance(error, RejectedError)
        if part.window.seconds == 1 or (is_refused and part.is_shortened):
            raise error
        pieces = part.window.halves()
        if is_refused:
            part = replace(part, is_shortened=True)
            pieces = max(part.window.pieces(_SHORTER), pieces, key=len)
        self.push(*part.cut(pieces, part.hits))
        self._settle(part.claim, None)

    def _settle(self, claim: _Claim | None, hits: int | None) -> None:
        """Judge ``claim`` by the ``hits`` that the rest turned out to have (``None``: unknown)."""
        if claim is None:
            return
        missing = None if hits is None else claim.hits - hits - len(claim.keys)
        if missing is not None and missing <= 0:
            self.covered = merged((*self.covered, claim.window))
        else:
            again = _Part(claim.window, hits=missing, seen=claim.keys, is_trusted=False)
            self.parts.append(again)

    async def _narrow(self, second: Window, page: CallLogPage) -> Sequence[CallRecord]:
        """All that can be had of a second in which there is more than one answer holds."""
        rows = {row_key(row): row for row in page.rows}
        common = Counter(row.cdr_type for row in page.rows if row.cdr_type is not None)
        types = self.only.cdr_types or dict.fromkeys((*dict(common.most_common()), *_CDR_TYPES))
        for cdr_type in types:
            if len(rows) >= page.total_hits:
                break
            asked = _Asked(second, cdr_types=(cdr_type,))
            of_type = await self._page(asked)
            rows |= {row_key(row): row for row in of_type.rows}
            if of_type.is_complete:
                continue
            seen = Counter(e for row in rows.values() for e in row.extensions)
            busiest = (name for name, _ in seen.most_common(_MOST_EXTENSIONS))
            for extension in self.only.extensions or busiest:
                if len(rows) >= page.total_hits:
                    break
                found = await self._page(replace(asked, extensions=(extension,)))
                rows |= {row_key(row): row for row in found.rows}
        missing = page.total_hits - len(rows)
        if missing > 0:
            self.missing += missing
            self.incomplete.append(second)
        else:
            self.covered = merged((*self.covered, second))
        return tuple(rows.values())
