from __future__ import annotations

import asyncio
import random
import sqlite3
import stat
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from agent_desk.core.errors import StorageError
from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.history import Ending, HistoryQuery, Origin, SortBy
from agent_desk.desk.state import Direction, Outcome, Phase
from agent_desk.store.calls import CallHistory
from agent_desk.store.database import Database
from agent_desk.store.ledger import MuteLedger
from agent_desk.store.schema import MIGRATIONS
from agent_desk.store.store import FILE_NAME, Store
from tests.helpers.call_records import BEGAN, OWN, facts, logged, row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from agent_desk.desk.history import HistoryCall
    from tests.helpers.log_guard import ExpectLog

ALL = HistoryQuery()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path)
    yield store
    asyncio.run(store.aclose())


@pytest.fixture
def history(store: Store) -> CallHistory:
    return CallHistory(store)


async def see(history: CallHistory, number: int = 1, name: str = "", **more: object) -> None:
    call = facts(number, **more)  # type: ignore[arg-type]  # whatever a test wants
    await asyncio.wrap_future(history.see(call, BEGAN, name=name))


async def found(history: CallHistory, text: str = "", **more: object) -> list[str]:
    query = HistoryQuery(text=text, **more)  # type: ignore[arg-type]  # whatever a test wants
    page = await history.query(query, 0, 100)
    assert page.total == len(page.calls)
    assert page.query == query
    return [call.call_id.removeprefix("call-") for call in page.calls]


async def only(history: CallHistory) -> HistoryCall:
    [call] = (await history.query(ALL, 0, 10)).calls
    return call


class TestSeen:
    async def test_a_call_that_goes_on_is_in_no_list_yet(self, history: CallHistory) -> None:
        await see(history, phase=Phase.RINGING)
        assert await found(history) == []
        detail = await history.detail("call-1")
        assert detail is not None
        assert len(detail.legs) == 1
        await see(history)
        assert await found(history) == ["1"]

    async def test_it_comes_back_as_it_was(self, history: CallHistory) -> None:
        call = replace(facts(), custom_data={"client": 12345}, did="0722776772", queue_id=5)
        kept = history.see(call, BEGAN, name="Dana Levi", queue_name="Sales")
        await asyncio.wrap_future(kept)
        detail = await history.detail("call-1")
        assert detail is not None
        assert detail.call == await only(history)
        assert (detail.custom_data, detail.did) == ({"client": 12345}, "0722776772")
        shown = detail.call
        assert (shown.name, shown.queue_name, shown.talk_s) == ("Dana Levi", "Sales", 42)
        assert (shown.ending, shown.origin) == (Ending.ANSWERED, Origin.LIVE)
        assert shown.number == PhoneNumber("0501234567")
        assert (shown.extensions, shown.at) == ((OWN,), BEGAN + timedelta(minutes=1))

    async def test_what_changes_nothing_is_not_written_again(self, history: CallHistory) -> None:
        kept = history.see(facts(phase=Phase.TALKING), BEGAN)
        later = BEGAN + timedelta(seconds=5)
        assert history.see(facts(phase=Phase.TALKING), later) is kept
        assert history.see(replace(facts(phase=Phase.TALKING), elapsed_from=3.0), later) is kept
        assert history.see(facts(), later) is not kept

    async def test_after_a_revised_end_the_last_counts(self, history: CallHistory) -> None:
        await see(history, outcome=Outcome.DECLINED)
        later = BEGAN + timedelta(minutes=3)
        await asyncio.wrap_future(history.see(facts(outcome=Outcome.MISSED), later))
        assert (await only(history)).ending is Ending.MISSED

    async def test_whoever_listens_has_no_call(self, history: CallHistory) -> None:
        await asyncio.wrap_future(history.see(replace(facts(), direction=Direction.SPY), BEGAN))
        assert await found(history) == []

    async def test_a_call_that_was_cut_off_is_listed_at_the_next_start(
        self, history: CallHistory
    ) -> None:
        await see(history, phase=Phase.TALKING)
        assert await asyncio.wrap_future(history.begin()) == 1
        assert (await only(history)).ending is Ending.ANSWERED
        assert await asyncio.wrap_future(history.begin()) == 0

    async def test_many_calls_are_not_all_remembered(self, history: CallHistory) -> None:
        for number in range(1100):
            last = history.see(facts(number), BEGAN)
        await asyncio.wrap_future(last)
        assert (await history.query(ALL, 0, 1)).total == 1100


class TestLogged:
    async def test_twice_is_once(self, history: CallHistory) -> None:
        rows = list(logged(120))
        assert await asyncio.wrap_future(history.log(rows)) == 120
        assert await asyncio.wrap_future(history.log(rows)) == 0
        assert (await history.query(ALL, 0, 1)).total == 120

    async def test_the_same_second_loses_nothing(self, history: CallHistory) -> None:
        rows = [replace(row(n), at=BEGAN) for n in range(300)]
        rows.append(replace(row(400), at=BEGAN + timedelta(microseconds=100)))
        await asyncio.wrap_future(history.log(rows))
        page = await history.query(ALL, 0, 400)
        assert page.total == len({call.call_id for call in page.calls}) == 301

    @pytest.mark.parametrize("is_seen_first", [True, False])
    async def test_seen_and_logged_are_one_call(
        self, history: CallHistory, *, is_seen_first: bool
    ) -> None:
        if is_seen_first:
            await see(history, name="Dana")
        told = replace(row(), at=BEGAN, recording_url="https://records.example/1")
        await asyncio.wrap_future(history.log([told]))
        await see(history, name="Dana")
        call = await only(history)
        assert (call.name, call.origin, call.talk_s) == ("Dana", Origin.LIVE, 42)
        assert call.recording_url == told.recording_url
        assert call.at == BEGAN + timedelta(minutes=1)
        assert await found(history, "dana 0501") == ["1"]

    async def test_what_was_recovered_stays_so(self, history: CallHistory) -> None:
        for origin in (Origin.LOG, Origin.RECOVERED, Origin.LOG):
            await asyncio.wrap_future(history.log([replace(row(), origin=origin)]))
        assert (await only(history)).origin is Origin.RECOVERED

    async def test_any_order_gives_the_same_list(self, tmp_path: Path) -> None:
        rows = [replace(each, call_id=f"call-{n // 3}") for n, each in enumerate(logged(60))]
        pages = []
        for seed in range(3):
            random.Random(seed).shuffle(rows)  # noqa: S311 - no secret
            store = Store(tmp_path / str(seed))
            history = CallHistory(store)
            for each in rows:
                last = history.log([each])
            await asyncio.wrap_future(last)
            pages.append(await history.query(ALL, 0, 100))
            await store.aclose()
        assert pages[0] == pages[1] == pages[2]
        assert pages[0].total == 20

    async def test_a_store_that_is_closed_says_so(self, tmp_path: Path) -> None:
        store = Store(tmp_path)
        history = CallHistory(store)
        await store.aclose()
        with pytest.raises(RuntimeError):
            await asyncio.wrap_future(history.log([row()]))


class TestNotes:
    async def test_a_note_is_kept_found_and_taken_away(self, history: CallHistory) -> None:
        await see(history)
        await asyncio.wrap_future(history.note("call-1", "asked for\nan invoice", "sold"))
        call = await only(history)
        assert (call.note, call.disposition) == ("asked for\nan invoice", "sold")
        detail = await history.detail("call-1")
        assert detail is not None
        assert detail.call == call
        for text in ("invoi", "sold"):
            assert await found(history, text, has_note=True) == ["1"]
        await asyncio.wrap_future(history.note("call-1", "other"))
        assert await found(history, "invoice") == []
        await asyncio.wrap_future(history.note("call-1", ""))
        assert await found(history, has_note=True) == []

    async def test_a_note_from_before_the_end_of_the_call(self, history: CallHistory) -> None:
        await asyncio.wrap_future(history.note("call-1", "hello"))
        await see(history)
        assert (await only(history)).note == "hello"
        assert await found(history, "hello") == ["1"]


class TestSearch:
    async def fill(self, history: CallHistory) -> None:
        people = [("Dana Levi", "972501234567"), ("רותי לכהן", "0529876543"), ("", "44207123456")]
        for number, (name, phone) in enumerate(people, 1):
            call = facts(number, phone=phone, talk_s=100 - number)
            queue = "Sales" if number != 2 else "מכירות"
            history.see(call, BEGAN, name=name, queue_name=queue)
        last = history.see(
            replace(facts(4, outcome=Outcome.BUSY, phone="Anonymous", talk_s=0),
                    direction=Direction.OUTGOING, custom_data={"ticket": "Blue 777"}),
            BEGAN,
        )  # fmt: skip
        await asyncio.wrap_future(last)

    @pytest.mark.parametrize(
        ("text", "there"),
        [
            *(("", "4321"), ("dana", "1"), ("DAN lev", "1"), ("050-12", "1"), ("+972-50", "1")),
            *(("5012", "1"), ("98", "2"), ("97252", "2"), ("כהן", "2"), ("לכהן", "2")),
            *(("sales", "31"), ("sales 2071", "3"), ("מכיר", "2"), ("blue", "4"), ("77", "4")),
            *(("dana כהן", ""), ("levi 98", ""), ("anonymous", ""), ("nobody", "")),
        ],
    )
    async def test_text(self, history: CallHistory, text: str, there: str) -> None:
        await self.fill(history)
        assert "".join(await found(history, text)) == there

    async def test_hostile_text_is_only_text(self, history: CallHistory) -> None:
        await self.fill(history)
        for text in ('"', "dana* OR", "terms:dana", "NEAR(dana levi)", "a\0b", "^dana", "'; --",
                     "{dana}", "_eanswered", "dana AND", "(", "x" * 10_000, "9" * 10_000,
                     "\ud800", "dana " * 2000, "\u202edana", "-dana NOT x"):  # fmt: skip
            page = await history.query(HistoryQuery(text=text), 0, 10)
            assert page.total <= 4

    async def test_filters(self, history: CallHistory) -> None:
        await self.fill(history)
        moment = BEGAN + timedelta(minutes=2)
        assert await found(history, since=moment) == ["4", "3", "2"]
        assert await found(history, until=moment) == ["1"]
        assert await found(history, "sales", since=moment) == ["3"]
        assert await found(history, endings=frozenset({Ending.BUSY, Ending.MISSED})) == ["4"]
        assert await found(history, endings=frozenset(Ending)) == ["4", "3", "2", "1"]
        assert await found(history, directions=frozenset({Direction.INCOMING})) == ["3", "2", "1"]
        assert await found(history, queue_name="מכירות") == ["2"]
        assert await found(history, queue_name="nobody") == []
        assert await history.queues() == ("Sales", "מכירות")

    async def test_orders(self, history: CallHistory) -> None:
        await self.fill(history)
        assert await found(history, is_descending=False) == ["1", "2", "3", "4"]
        assert await found(history, sort=SortBy.NAME, is_descending=False) == ["1", "2", "4", "3"]
        assert await found(history, "sales", sort=SortBy.NAME) == ["3", "1"]
        assert await found(history, sort=SortBy.TALK) == ["1", "2", "3", "4"]
        assert await found(history, "sales", sort=SortBy.TALK, is_descending=False) == ["3", "1"]

    async def test_pages(self, history: CallHistory) -> None:
        await asyncio.wrap_future(history.log(list(logged(2500))))
        for query in (ALL, HistoryQuery(text="05"), HistoryQuery(sort=SortBy.NAME),
                      HistoryQuery(text="05", sort=SortBy.TALK)):  # fmt: skip
            whole = await history.query(query, 0, 2500)
            assert whole.total == len({call.call_id for call in whole.calls}) == 2500
            parts = [await history.query(query, at, 700) for at in (0, 700, 1400, 2100)]
            assert tuple(call for part in parts for call in part.calls) == whole.calls
        assert (await history.query(ALL, 2500, 10)).calls == ()
        assert (await history.query(ALL, 0, 0)).total == 2500


class TestDay:
    async def test_one_local_day(self, history: CallHistory) -> None:
        zone = ZoneInfo("Asia/Jerusalem")
        for number, (hour, status) in enumerate([(22, "ANSWER"), (23, "NOANSWER"), (21, "ANSWER")]):
            at = datetime(2026, 3, 1, hour, 30, tzinfo=UTC)
            history.log([replace(row(number, status=status), at=at)])
        out = replace(row(9), cdr_type=4, direction=Direction.OUTGOING, at=BEGAN)
        await asyncio.wrap_future(history.log([out]))
        figures = await history.day(date(2026, 3, 2), zone)
        assert figures.answered[0] == sum(figures.answered) == 1
        assert figures.missed[1] == sum(figures.missed) == 1
        assert figures.made[8] == sum(figures.made) == 1
        assert figures.talk_s == 80


class TestForgetting:
    def in_the_files(self, folder: Path) -> bytes:
        return b"".join(path.read_bytes() for path in folder.iterdir())

    async def test_a_person_is_erased_everywhere(
        self, history: CallHistory, tmp_path: Path
    ) -> None:
        for number in range(200):
            await asyncio.wrap_future(history.log([row(number + 10, phone="972529998877")]))
        await see(history, 1, "Zacharias Quixote")
        await see(history, 2, "Zacharias Quixote", phone="+972-50-123-4567")
        await asyncio.wrap_future(history.note("call-1", "sesquipedalian"))
        marks = (b"zacharias", b"Zacharias", b"sesquipedalian", b"501234567")
        assert all(mark in self.in_the_files(tmp_path) for mark in marks)
        assert await asyncio.wrap_future(history.erase(PhoneNumber("972501234567"))) == 2
        assert await found(history, "zacharias") == []
        assert await history.detail("call-1") is None
        assert (await history.query(ALL, 0, 1)).total == 200
        left = self.in_the_files(tmp_path)
        assert not [mark for mark in marks if mark in left]
        assert await asyncio.wrap_future(history.erase(PhoneNumber(""))) == 0
        assert await asyncio.wrap_future(history.erase(PhoneNumber("039999999"))) == 0

    async def test_old_calls_and_their_notes_are_forgotten(self, history: CallHistory) -> None:
        await asyncio.wrap_future(history.log([row(number) for number in range(1200)]))
        await asyncio.wrap_future(history.note("call-3", "old"))
        await asyncio.wrap_future(history.note("call-1150", "young"))
        before = BEGAN + timedelta(minutes=1100)
        history.cover(BEGAN - timedelta(days=9), BEGAN - timedelta(days=8))
        history.cover(BEGAN, before + timedelta(hours=1))
        assert await history.prune(before) == 1100
        assert await history.prune(before) == 0
        assert (await history.query(ALL, 0, 1)).total == 100
        assert await found(history, has_note=True) == ["1150"]
        assert await history.detail("call-3") is None
        assert await history.covered() == ((before, before + timedelta(hours=1)),)

    @pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
    async def test_only_this_user_may_read_it(self, history: CallHistory, tmp_path: Path) -> None:
        await see(history)
        for path in list(tmp_path.iterdir()):  # noqa: ASYNC240 - a handful
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


class TestCovered:
    async def test_times_that_touch_are_one(self, history: CallHistory) -> None:
        hours = [BEGAN + timedelta(hours=n) for n in range(9)]
        for first, last in ((0, 1), (4, 5), (1, 2), (7, 8), (3, 6)):
            history.cover(hours[first], hours[last])
        await asyncio.wrap_future(history.cover(hours[0], hours[8], scope="account"))
        assert await history.covered() == (
            (hours[0], hours[2]), (hours[3], hours[6]), (hours[7], hours[8]),
        )  # fmt: skip
        assert await history.covered("account") == ((hours[0], hours[8]),)


class TestTrouble:
    async def test_a_store_of_the_first_form_keeps_its_mutes(self, tmp_path: Path) -> None:
        with Database.open(tmp_path / FILE_NAME, MIGRATIONS[:1]):
            pass
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
            other.execute(
                "INSERT INTO mutes (call_id, extension, ordinal, requested_at, triggered_by, "
                "attempts, failure_code, muted_s) VALUES ('old', 'SIPSIP1', 1, 5, 'button', 1, "
                "'', 2.5)"
            )
            other.commit()
        store = Store(tmp_path)
        history = CallHistory(store)
        await see(history, name="Dana")
        assert await found(history, "dana") == ["1"]
        [mute] = await MuteLedger(store).read()
        assert mute.call_id == "old"
        await store.aclose()

    async def test_a_store_of_a_newer_form_is_said_to_be_so(self, tmp_path: Path) -> None:
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
            other.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        store = Store(tmp_path)
        with pytest.raises(StorageError, match="newer version"):
            await asyncio.wrap_future(CallHistory(store).see(facts(), BEGAN))
        await store.aclose()

    async def test_two_programs_on_one_store(self, history: CallHistory, tmp_path: Path) -> None:
        other_store = Store(tmp_path)
        other = CallHistory(other_store)
        for number in range(50):
            mine = history.see(facts(number), BEGAN, name="Dana")
            theirs = other.note(f"call-{number}", "from outside")
        await asyncio.gather(asyncio.wrap_future(mine), asyncio.wrap_future(theirs))
        last = history.see(facts(60), BEGAN)
        await asyncio.wrap_future(last)
        assert (await other.query(HistoryQuery(has_note=True), 0, 1)).total == 50
        assert (await history.query(HistoryQuery(text="outside dana"), 0, 1)).total == 50
        await other_store.aclose()

    async def test_a_damaged_index_is_made_anew(self, history: CallHistory, tmp_path: Path) -> None:
        await asyncio.wrap_future(history.log(list(logged(200))))
        before = await found(history, "dana")
        assert before
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
            other.execute("UPDATE words_data SET block = x'00' WHERE id > 10")
            other.commit()
        assert await found(history, "dana") == before

    async def test_damage_takes_no_call_and_no_note(
        self, tmp_path: Path, expect_log: ExpectLog
    ) -> None:
        store = Store(tmp_path)
        history = CallHistory(store)
        await asyncio.wrap_future(history.log(list(logged(300))))
        await asyncio.wrap_future(history.note("2026030200000007", "precious"))
        await asyncio.wrap_future(history.cover(BEGAN, BEGAN + timedelta(days=1)))
        whole = await history.query(HistoryQuery(text="dana"), 0, 300)
        await store.aclose()
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
            other.execute("DROP INDEX calls_by_name")
        expect_log("the store is damaged")
        expect_log("the store was rebuilt with")
        rebuilt: list[StorageError] = []
        store = Store(tmp_path, rebuilt.append)
        history = CallHistory(store)
        assert await history.query(HistoryQuery(text="dana"), 0, 300) == whole
        assert (await history.query(HistoryQuery(text="precious"), 0, 1)).total == 1
        assert await history.covered() != ()
        assert len(rebuilt) == 1
        await store.aclose()

    async def test_calls_are_worked_out_anew_from_their_facts(
        self, history: CallHistory, tmp_path: Path
    ) -> None:
        await asyncio.wrap_future(history.log(list(logged(30))))
        whole = await history.query(ALL, 0, 30)
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
            other.execute("DELETE FROM calls")
            other.execute("INSERT INTO words (words) VALUES ('rebuild')")
            other.commit()
        assert await asyncio.wrap_future(history.begin()) == 30
        assert await history.query(ALL, 0, 30) == whole

    async def test_facts_that_cannot_be_read_are_left_out(
        self, history: CallHistory, tmp_path: Path, expect_log: ExpectLog
    ) -> None:
        await see(history)
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
            other.execute("UPDATE legs SET facts = '{'")
            other.commit()
        expect_log("a part of a call in the history cannot be read")
        detail = await history.detail("call-1")
        assert detail is not None
        assert detail.call.number == PhoneNumber("0501234567")

    async def test_no_place_to_keep_anything(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        store = Store(tmp_path / "file")
        history = CallHistory(store)
        kept = history.see(facts(), BEGAN)
        with pytest.raises(StorageError) as caught:
            await asyncio.wrap_future(kept)
        assert "cannot be read or written" in caught.value.message
        again = history.see(facts(), BEGAN)
        assert again is not kept  # what could not be kept is tried again
        with pytest.raises(StorageError):
            await asyncio.wrap_future(again)
        with pytest.raises(StorageError):
            await asyncio.wrap_future(history.log([row()]))
        with pytest.raises(StorageError):
            await history.query(ALL, 0, 1)
        await store.aclose()
