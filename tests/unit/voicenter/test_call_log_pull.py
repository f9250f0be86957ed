"""Whole periods of the call log: exactly what is there, whatever the service makes of it."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desk.voicenter.call_log import IdentityCriteria
from agent_desk.voicenter.call_log_pull import CallFilter, CallLogPull, PullBatch, row_key
from agent_desk.voicenter.call_log_windows import Window, gaps, merged
from agent_desk.voicenter.errors import (
    ApiCodeError,
    ContractError,
    NetworkNotAllowedError,
    RateLimitedError,
    RejectedError,
    ServiceError,
    TooBigError,
    UnreachableError,
    VoicenterError,
)
from agent_desk.voicenter.pace import RateLimiter
from tests.helpers.call_log_service import START, Logged, LogService, at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent_desk.voicenter.call_log import CallRecord
    from agent_desk.voicenter.call_log_pull import RowKey
    from tests.helpers.clock import FakeClock

SPAN_S = 120
DAY = Window(at(0), at(86_399))
MINUTES = Window(at(0), at(SPAN_S - 1))


@dataclass(frozen=True, slots=True)
class Pulled:
    batches: list[PullBatch]

    @property
    def ids(self) -> list[str]:
        return [row.call_id for batch in self.batches for row in batch.rows]

    @property
    def last(self) -> PullBatch:
        return self.batches[-1]


async def pulled(
    service: LogService,
    period: Window = MINUTES,
    only: CallFilter | None = None,
    *,
    covered: Iterable[Window] = (),
    newest_first: bool = True,
    most: int | None = None,
    pace: RateLimiter | None = None,
) -> Pulled:
    batches = []
    async with service.log(pace) as log:
        pull = CallLogPull(log, first_wait_s=0.001)
        found = pull.batches(period, only, covered=covered, newest_first=newest_first)
        async with aclosing(found):
            async for batch in found:
                batches.append(batch)
                if len(batches) == most:
                    break
    return Pulled(batches)


def pulled_now(service: LogService, **options: Any) -> Pulled:  # noqa: ANN401
    """For property tests, whose examples need a loop each."""
    return asyncio.run(pulled(service, **options))


def spread(count: int, over_s: int = 86_400, *, start: int = 0) -> list[Logged]:
    return [Logged(f"c{n}", start + n * over_s // count) for n in range(count)]


# Heavy seconds are the rule here: few seconds, many rows. Neighbours and edges come up often.
LOGS = st.lists(
    st.tuples(
        st.integers(0, SPAN_S - 1) | st.sampled_from([0, 1, 59, 60, 61, SPAN_S - 1]),
        st.integers(1, 12),
    ),
    max_size=12,
).map(
    lambda heaps: [
        Logged(f"c{n}-{k}", second) for n, (second, size) in enumerate(heaps) for k in range(size)
    ]
)


def heaviest(rows: list[Logged]) -> int:
    seconds = [row.second for row in rows]
    return max((seconds.count(second) for second in seconds), default=0)


@given(rows=LOGS, spare=st.integers(0, 30), newest_first=st.booleans(), is_sorted=st.booleans())
def test_exactly_what_is_there(
    *,
    rows: list[Logged],
    spare: int,
    newest_first: bool,
    is_sorted: bool,
) -> None:
    service = LogService(rows, cap=max(heaviest(rows), 1) + spare, is_sorted=is_sorted)
    found = pulled_now(service, newest_first=newest_first)
    assert sorted(found.ids) == sorted(row.call_id for row in rows)
    assert found.last.covered == (MINUTES,)
    assert (found.last.done, found.last.total) == (len(rows), len(rows))
    assert (found.last.missing, found.last.incomplete) == (0, ())
    if is_sorted:
        moments = [row.at for batch in found.batches for row in batch.rows]
        assert moments == sorted(moments, reverse=newest_first)
    assert len(set(service.windows)) == len(service.windows)


@given(LOGS, st.integers(1, 8))
def test_what_no_answer_can_hold_is_counted(rows: list[Logged], cap: int) -> None:
    service = LogService(rows, cap=cap)
    found = pulled_now(service)
    assert len(found.ids) == len(set(found.ids)) == found.last.done
    assert found.last.done + found.last.missing == len(rows)
    assert merged((*found.last.covered, *found.last.incomplete)) == (MINUTES,)
    full = {window.began for window in found.last.incomplete}
    lost = {row.call_id: row for row in rows if row.call_id not in found.ids}
    assert {at(row.second) for row in lost.values()} == full


@given(
    rows=LOGS,
    stop_after=st.integers(1, 6),
    spare=st.integers(0, 20),
    newest_first=st.booleans(),
)
def test_a_pull_that_was_stopped_goes_on_where_it_was(
    *,
    rows: list[Logged],
    stop_after: int,
    spare: int,
    newest_first: bool,
) -> None:
    service = LogService(rows, cap=max(heaviest(rows), 1) + spare)
    kept: dict[RowKey, CallRecord] = {}
    covered: tuple[Window, ...] = ()
    while gaps(MINUTES, covered):
        service.windows.clear()
        before = covered
        # Each life of the program gets a little further, else it would never be done.
        found = pulled_now(service, covered=covered, newest_first=newest_first, most=stop_after)
        kept |= {row_key(row): row for batch in found.batches for row in batch.rows}
        covered = found.last.covered
        for began, ended, *_ in service.windows:
            asked = Window(at(began), at(ended))
            assert gaps(asked, before), "a window that was covered was asked for"
        stop_after += 1
    assert sorted(key[0] for key in kept) == sorted(row.call_id for row in rows)


@given(LOGS, st.lists(st.tuples(st.integers(0, SPAN_S - 1), st.integers(0, 40)), max_size=4))
def test_nothing_of_a_covered_window_is_fetched_again(
    rows: list[Logged], spans: list[tuple[int, int]]
) -> None:
    covered = merged(Window(at(began), at(began + length)) for began, length in spans)
    found = pulled_now(LogService(rows), covered=covered)
    wanted = [r for r in rows if not any(at(r.second) in window for window in covered)]
    assert sorted(found.ids) == sorted(row.call_id for row in wanted)


@pytest.mark.parametrize("newest_first", [True, False])
@pytest.mark.parametrize("has_end", [True, False])
async def test_no_row_falls_between_two_windows(*, newest_first: bool, has_end: bool) -> None:
    rows = [Logged(f"c{n}", n * 0.5) for n in range(2 * SPAN_S)]
    service = LogService(rows, cap=20, has_end=has_end)
    found = await pulled(service, newest_first=newest_first)
    assert sorted(found.ids) == sorted(row.call_id for row in rows)


async def test_a_busy_day_takes_as_few_requests_as_possible() -> None:
    service = LogService(spread(25_000))
    found = await pulled(service, DAY)
    assert len(set(found.ids)) == found.last.done == 25_000
    assert len(service.windows) == 3
    assert [batch.total for batch in found.batches] == [25_000] * 3
    assert found.batches[0].covered == ()
    assert found.batches[1].covered  # what the first answer held has been confirmed


async def test_ten_thousand_in_one_second_of_a_busy_day() -> None:
    rows = [*spread(15_000), *(Logged(f"h{n}", 43_200) for n in range(9_000))]
    service = LogService(rows)
    found = await pulled(service, DAY)
    assert len(set(found.ids)) == found.last.done == 24_000
    assert len(service.windows) <= 5


async def test_a_second_too_full_is_had_by_kinds_of_call_and_by_extension() -> None:
    rows = [Logged(f"a{n}", 60, 8, f"SIP{n % 3}") for n in range(25)]
    rows += [Logged(f"b{n}", 60, 1) for n in range(8)]
    service = LogService(rows, cap=10)
    found = await pulled(service)
    assert len(set(found.ids)) == found.last.done == 33
    assert (found.last.missing, found.last.covered) == (0, (MINUTES,))
    asked = [window[2:] for window in service.windows if window[2]]
    assert asked == [
        ((8,), ()),
        ((8,), ("SIP0",)),
        ((8,), ("SIP1",)),
        ((8,), ("SIP2",)),
        ((1,), ()),
    ]


async def test_a_second_too_full_is_told_honestly() -> None:
    service = LogService([Logged(f"c{n}", 60) for n in range(25)], cap=10)
    found = await pulled(service)
    assert (found.last.done, found.last.missing) == (10, 15)
    assert found.last.incomplete == (Window(at(60), at(60)),)
    assert found.last.covered == (Window(at(0), at(59)), Window(at(61), at(SPAN_S - 1)))


async def test_rows_nobody_can_use_are_counted_and_asked_for_once_more() -> None:
    rows = [*spread(30, SPAN_S), Logged("", 50), Logged("", 100)]
    found = await pulled(LogService(rows, cap=12))
    assert len(set(found.ids)) == found.last.done == 30
    assert (found.last.malformed, found.last.missing) == (2, 0)


async def test_only_what_is_wanted_is_asked_for() -> None:
    rows = [Logged("a", 1, 1, "SIPSIP1"), Logged("b", 2, 8, "SIPSIP2"), Logged("c", 3, 8)]
    service = LogService(rows)
    only = CallFilter(
        extensions=("SIPSIP1",),
        cdr_types=(8,),
        identity=IdentityCriteria.USER,
        fields=("CallID", "CdrType", "Date"),
    )
    assert (await pulled(service, only=only)).ids == ["c"]
    assert service.windows == [(0, SPAN_S, (8,), ("SIPSIP1",))]
    assert service.bodies[0]["fields"] == ["CallID", "CdrType", "Date"]
    assert service.bodies[0]["search"]["IdentityCriteria"] == "User"


async def test_where_everything_is_covered_nothing_is_asked() -> None:
    service = LogService(spread(5))
    assert (await pulled(service, covered=[DAY])).batches == []
    assert service.windows == []


# ------------------------------------------------------------------------------------- faults
def refused(number: int) -> httpx.Response:
    return httpx.Response(403, json={"ERROR_NUMBER": number, "STATUS_CODE": 403})


def passing() -> list[httpx.Response | Exception]:
    return [
        httpx.Response(500, text="broken"),
        httpx.Response(503, text="<html>"),
        httpx.ReadError("cut"),
        httpx.Response(200, text='{"ERROR_NUMBER": 0, "CDR_'),
        httpx.Response(200, json={"ERROR_NUMBER": 7}),
    ]


@pytest.mark.parametrize("fault", passing())
async def test_what_passes_is_tried_again(fault: httpx.Response | Exception) -> None:
    service = LogService(spread(30, SPAN_S), cap=12, faults=[fault, fault])
    found = await pulled(service)
    assert found.last.done == 30


async def test_every_fault_between_the_answers(clock: FakeClock) -> None:
    service = LogService(spread(100, SPAN_S), cap=12)
    faults = [*passing(), refused(1)]

    def every_fifth() -> None:
        if len(service.windows) % 5 == 0:
            service.faults.append(faults[len(service.windows) // 5 % len(faults)])

    service.on_request = every_fifth
    found = await pulled(service, pace=paced(clock))
    assert sorted(found.ids) == sorted(row.call_id for row in service.rows)
    assert found.last.covered == (MINUTES,)


@pytest.mark.parametrize(
    ("fault", "kind", "requests"),
    [
        (refused(2), ApiCodeError, 1),
        (refused(4), NetworkNotAllowedError, 1),
        (httpx.Response(500, text="broken"), ServiceError, 3),
        (httpx.Response(200, text="<html>"), ContractError, 3),
        (httpx.ReadTimeout("slow"), UnreachableError, 3),
    ],
)
async def test_what_does_not_pass_is_given_up(
    fault: httpx.Response | Exception, kind: type[VoicenterError], requests: int
) -> None:
    service = LogService(spread(30), faults=[fault] * 50)
    with pytest.raises(kind):
        await pulled(service)
    assert len(service.windows) == requests


async def test_a_service_that_had_answered_is_given_more_time(clock: FakeClock) -> None:
    service = LogService(spread(30, SPAN_S), cap=12)

    def later() -> None:
        if len(service.windows) > 1:
            service.faults[:] = [httpx.Response(500, text="broken")]

    service.on_request = later
    with pytest.raises(ServiceError):
        await pulled(service)
    assert len(service.windows) == 7
    service = LogService([], faults=[refused(1)] * 99)
    with pytest.raises(RateLimitedError):
        await pulled(service, pace=paced(clock))


async def test_a_period_refused_is_asked_for_in_months_once() -> None:
    year = Window(at(0), at(0) + timedelta(days=365))
    rows = [Logged(f"c{n}", n * 86_400) for n in range(365)]
    service = LogService(rows, cap=12, longest_s=31 * 86_400)
    found = await pulled(service, year)
    assert (found.last.done, found.last.covered) == (365, (year,))
    with pytest.raises(RejectedError, match="refused this period"):
        await pulled(LogService(rows, longest_s=3600), year)
    short = LogService(rows, longest_s=SPAN_S / 2)
    assert (await pulled(short)).last.done == 1
    assert len(short.windows) == 3


async def test_a_period_refused_in_the_middle_leaves_nothing_out() -> None:
    rows = spread(60, SPAN_S)
    service = LogService(rows, cap=25)

    def second() -> None:
        if len(service.windows) == 2:
            service.faults.append(httpx.Response(404, json={"ERROR_NUMBER": 5}))

    service.on_request = second
    found = await pulled(service)
    assert sorted(found.ids) == sorted(row.call_id for row in rows)
    assert found.last.covered == (MINUTES,)


async def test_an_answer_too_big_is_asked_for_in_halves() -> None:
    big = httpx.Response(200, headers={"Content-Length": str(10**9)}, stream=httpx.ByteStream(b""))
    service = LogService(spread(60, SPAN_S), faults=[big])
    assert (await pulled(service)).last.done == 60
    assert [window[:2] for window in service.windows] == [(0, 120), (60, 120), (0, 60)]
    service = LogService([], faults=[big] * 9)
    with pytest.raises(TooBigError):
        await pulled(service, Window(START, START))


async def test_a_service_that_counts_calls_and_sends_none_is_not_asked_for_ever() -> None:
    nothing = {"ERROR_NUMBER": 0, "TOTAL_HITS": 50, "CDR_LIST": []}
    service = LogService([], faults=[httpx.Response(200, json=nothing)] * 99)
    with pytest.raises(ContractError, match="sent none"):
        await pulled(service)
    assert len(service.windows) == 1


# --------------------------------------------------------------------------------------- pace
def paced(clock: FakeClock) -> RateLimiter:
    async def sleep(seconds: float) -> None:
        clock.advance(seconds)

    return RateLimiter(5, 10, reserve=2, clock=clock, sleep=sleep)


async def test_a_pull_leaves_room_for_those_who_wait(clock: FakeClock) -> None:
    pace = paced(clock)
    service = LogService(spread(100, SPAN_S), cap=6)
    sent: list[float] = []
    service.on_request = lambda: sent.append(clock.monotonic())
    await pulled(service, pace=pace)
    assert len(sent) == 20
    assert all(later - first >= 10 for first, later in zip(sent, sent[3:], strict=False))
    before = clock.monotonic()
    await pace.wait()
    await pace.wait()
    assert clock.monotonic() == before
