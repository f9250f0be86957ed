"""The commands that act on Voicenter's services, run as real processes."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from agent_desk.sandbox import HttpFault, Sandbox, bundled_scenario
from tests.helpers.cli import Running, run
from tests.helpers.http_server import Canned, serving
from tests.helpers.until import until

if TYPE_CHECKING:
    from pathlib import Path

EMAIL = "agent@example.com"
CODE = {"AGENT_DESK_CODE": "apicode"}
PASSWORD = {"AGENT_DESK_PASSWORD": "secret"}


class TestCalls:
    async def test_dial_and_hang_up(self) -> None:
        async with Sandbox() as sb:
            options = ["--extension", "SIPSIP1", "--server", sb.url, "--json"]
            dialled = await run("dial", "050-123-4567", *options, **CODE)
            [call] = sb.world.calls(extension="SIPSIP1")
            assert dialled.code == 0
            assert dialled.only == {
                "kind": "result",
                "ok": True,
                "action": "dial",
                "extension": "SIPSIP1",
                "number": "050-123-4567",
                "ivrid": call.ivrid,
            }
            ended = await run("hangup", *options, **CODE)
            assert (ended.code, ended.only["ok"]) == (0, True)
            assert sb.world.calls(extension="SIPSIP1") == []

    async def test_several_calls_are_not_ended_unasked(self) -> None:
        async with Sandbox() as sb:
            options = ["--extension", "SIPSIP1", "--server", sb.url, "--json"]
            sb.world.ring("SIPSIP1", "0501234567").answer()
            sb.world.ring("SIPSIP1", "0527654321")
            refused = await run("hangup", *options, **CODE)
            assert refused.code == 2
            assert "2 calls are on SIPSIP1" in refused.err
            assert len(sb.world.calls(extension="SIPSIP1")) == 2
            ended = await run("hangup", "--yes", *options, **CODE)
            assert (ended.code, ended.only["ok"]) == (0, True)
            assert sb.world.calls(extension="SIPSIP1") == []

    async def test_an_extension_that_cannot_be_looked_at_is_hung_up_and_said_so(self) -> None:
        async with Sandbox() as sb:
            sb.world.ring("SIPSIP1", "0501234567").answer()
            sb.faults.http["/comet/API/GetExtensionsCalls"] = HttpFault.html(500)
            ended = await run("hangup", "--extension", "SIPSIP1", "--server", sb.url, **CODE)
            assert ended.code == 0
            assert "could not be seen" in ended.err
            assert sb.world.calls(extension="SIPSIP1") == []

    async def test_options_of_a_call(self) -> None:
        async with Sandbox() as sb:
            done = await run(
                *("dial", "SIPSIP2", "--extension", "SIPSIP1", "--server", sb.url, "--json"),
                *("--record", "off", "--caller-id", "072-277-6772", "--auto-answer"),
                *("--var", "clientID=CRM-1", "--var", "var_note=a=b"),
                **CODE,
            )
            assert done.code == 0
            sent = sb.requests[-1].body
        assert {key: value for key, value in sent.items() if key != "code"} == {
            "phone": "SIPSIP1",
            "target": "SIPSIP2",
            "action": "call",
            "format": "json",
            "checkphonedevicestate": "true",
            "record": "false",
            "targetcallerid": "972722776772",
            "phoneautoanswer": "true",
            "var_clientID": "CRM-1",
            "var_note": "a=b",
        }

    @pytest.mark.parametrize("number", ["100", "1900123456"])
    async def test_emergency_and_premium_numbers_need_a_yes(self, number: str) -> None:
        async with Sandbox() as sb:
            options = ["--extension", "SIPSIP1", "--server", sb.url, "--json"]
            refused = await run("dial", number, *options, **CODE)
            assert (refused.code, refused.error["next"][:9]) == (2, "Add --yes")
            assert sb.requests == []
            done = await run("dial", number, "--yes", *options, **CODE)
            assert (done.code, len(sb.requests)) == (0, 1)

    @pytest.mark.parametrize(
        "arguments",
        [
            ["*21*0501234567#"],
            ["5"],
            ["050-123-4567 052-111-2222"],
            ["0501234567", "--caller-id", "x"],
            ["0501234567", "--var", "novalue"],
            ["0501234567", "--var", "a b=c"],
            ["0501234567", *(part for n in range(11) for part in ("--var", f"n{n}=x"))],
        ],
    )
    async def test_what_cannot_be_dialled_is_2(self, arguments: list[str]) -> None:
        async with Sandbox() as sb:
            where = ["--extension", "SIPSIP1", "--server", sb.url, "--json"]
            done = await run("dial", *arguments, *where, **CODE)
            assert done.code == 2
            assert done.error["message"]
            assert sb.requests == []

    async def test_a_phone_that_is_off_is_1(self) -> None:
        async with Sandbox() as sb:
            sb.world.extension("SIPSIP1").is_offline = True
            done = await run(
                "dial", "0501234567", "--extension", "SIPSIP1", "--server", sb.url, "--json", **CODE
            )
        assert done.code == 1
        assert done.error["code"] == "rejected"

    async def test_an_answer_with_an_unknown_code_is_5(self) -> None:
        async with Sandbox() as sb:
            sb.faults.http["/ForwardDialer/click2call.aspx"] = HttpFault(body='{"ERRORCODE":99}')
            done = await run(
                "dial", "0501234567", "--extension", "SIPSIP1", "--server", sb.url, "--json", **CODE
            )
            assert len(sb.requests) == 1
        assert (done.code, done.error["code"]) == (5, "unknown_outcome")


class TestRecording:
    @pytest.mark.parametrize("by", ["ivrid", "extension"])
    async def test_mute_and_unmute_without_signing_in(self, by: str) -> None:
        async with Sandbox() as sb:
            call = sb.world.ring("SIPSIP1", "0501234567")
            call.answer()
            target = {"ivrid": call.ivrid, "extension": "SIPSIP1"}[by]
            options = [f"--{by}", target, "--server", sb.url, "--json"]
            muted = await run("mute", *options)
            assert muted.code == 0
            assert muted.only == {"kind": "result", "ok": True, "action": "mute", by: target}
            assert call.is_muted
            assert sb.requests[-1].path == "/Comet/API/MuteUnmuteCalls"
            assert (await run("unmute", *options)).code == 0
            assert not call.is_muted

    async def test_a_named_monitor_is_asked_first(self) -> None:
        async with Sandbox() as sb:
            call = sb.world.ring("SIPSIP1", "0501234567")
            done = await run(
                "mute", "--ivrid", call.ivrid, "--monitor", sb.url, "--server", "http://127.0.0.1:1"
            )
            assert done.code == 0
            assert sb.requests[-1].path == "/api/MuteUnmuteCalls"

    async def test_the_signed_in_monitor_is_asked_first(self) -> None:
        async with Sandbox() as sb:
            call = sb.world.ring("SIPSIP1", "0501234567")
            done = await run(
                "mute", "--ivrid", call.ivrid, "--server", sb.url, "--email", EMAIL, **PASSWORD
            )
            assert done.code == 0
            assert sb.requests[-1].path == "/api/MuteUnmuteCalls"

    async def test_a_failing_sign_in_does_not_keep_from_muting(self) -> None:
        async with Sandbox() as sb:
            call = sb.world.ring("SIPSIP1", "0501234567")
            done = await run(
                "mute",
                "--ivrid",
                call.ivrid,
                "--server",
                sb.url,
                "--email",
                EMAIL,
                AGENT_DESK_PASSWORD="wrong",
            )
            assert done.code == 0
            assert "did not accept" in done.err
            assert call.is_muted

    async def test_an_unknown_call_is_1(self) -> None:
        async with Sandbox() as sb:
            done = await run("mute", "--ivrid", "none", "--server", sb.url, "--json")
        assert done.code == 1
        assert done.error["code"] == "rejected"


class TestBlocking:
    async def test_results_are_per_number(self) -> None:
        async with Sandbox() as sb:
            options = ["--server", sb.url, "--json"]
            done = await run("block", "050-123-4567", "12", "--name", "Spam", *options, **CODE)
            assert done.code == 1
            assert done.only["ok"] is False
            good, bad = done.only["numbers"]
            assert (good["number"], good["ok"]) == ("050-123-4567", True)
            assert (bad["number"], bad["ok"]) == ("12", False)
            assert bad["message"]
            assert sb.world.blacklist == {"972501234567": "Spam"}
            done = await run("unblock", "+972501234567", *options, **CODE)
            assert (done.code, done.only["ok"]) == (0, True)
            assert sb.world.blacklist == {}

    async def test_numbers_come_from_a_file_too(self, tmp_path: Path) -> None:
        file = tmp_path / "numbers.txt"
        file.write_text("# two of them\n0501234567\n\n 052-123-4567 \n0501234567\n")
        async with Sandbox() as sb:
            done = await run("block", "--file", str(file), "--server", sb.url, **CODE)
            assert done.code == 0
            assert done.out.count("blocked") == 2
            assert set(sb.world.blacklist) == {"972501234567", "972521234567"}

    @pytest.mark.parametrize("content", [b"0501234567\nhello\n", b"\xff\xfe\x00", None])
    async def test_a_file_that_cannot_be_used_is_2_and_blocks_nothing(
        self, tmp_path: Path, content: bytes | None
    ) -> None:
        file = tmp_path / "numbers.txt"
        if content is not None:
            file.write_bytes(content)
        async with Sandbox() as sb:
            done = await run("block", "--file", str(file), "--json", "--server", sb.url, **CODE)
            assert done.code == 2
            assert "file" in done.error["message"]
            assert sb.world.blacklist == {}


class TestBulk:
    """Many numbers from a file: every one is accounted for, and nothing is sent twice."""

    BLOCK = "/Blacklist/AddBlackList"

    @staticmethod
    def lines(count: int) -> str:
        return "".join(f"05{number:08d}\n" for number in range(count))

    async def test_names_marks_and_repetitions(self, tmp_path: Path) -> None:
        file = tmp_path / "numbers.csv"
        file.write_bytes(
            "\ufeff# who; what\r\n050-123-4567,Dana Cohen\r\n\r\n"
            '"052-123-4567"\t"Avi ""the boss"" Levi"\r\n'
            "+972 50 123 4567,Somebody else\r\n\u200e03-123-4567\u200e\r\n".encode()
        )
        async with Sandbox() as sb:
            options = ["--name", "Spam", "--server", sb.url, "--json"]
            done = await run("block", "--file", str(file), *options, **CODE)
            assert sb.world.blacklist == {
                "972501234567": "Dana Cohen",
                "972521234567": 'Avi "the boss" Levi',
                "97231234567": "Spam",
            }
            assert len(sb.requests) == 1
        assert done.code == 0
        *numbers, result = done.lines
        assert [(each["kind"], each["line"], each["ok"]) for each in numbers] == [
            ("number", 2, True),
            ("number", 4, True),
            ("number", 6, True),
        ]
        assert (result["kind"], result["ok"], result["done"]) == ("result", True, 3)
        assert len(result["numbers"]) == 3

    async def test_a_hundred_a_request_from_standard_input(self) -> None:
        async with Sandbox() as sb:
            options = ["--file", "-", "--server", sb.url]
            done = await run("block", *options, stdin=self.lines(250), **CODE)
            assert [len(each.body["Phones"]) for each in sb.requests] == [100, 100, 50]
            assert len(sb.world.blacklist) == 250
            assert done.code == 0
            assert done.out.splitlines()[-1] == "Done: 250 of 250 numbers."
            done = await run("unblock", *options, stdin=self.lines(250), **CODE)
            assert (done.code, sb.world.blacklist) == (0, {})

    async def test_every_bad_line_is_named_before_anything_is_sent(self) -> None:
        text = "0501234567\nhello\n# no\n*2700\n050-123-4567 052-123-4567\n,Dana\n+\n"
        async with Sandbox() as sb:
            done = await run(
                "block", "--file", "-", "--server", sb.url, "--json", stdin=text, **CODE
            )
            assert sb.requests == []
        assert (done.code, done.out) == (2, "")
        assert "2, 4, 5, 6, 7." in done.error["message"]

    async def test_what_the_service_refuses_is_told_by_its_line(self) -> None:
        async with Sandbox() as sb:
            done = await run(
                *("block", "--file", "-", "--server", sb.url, "--json"),
                stdin="0501234567\n12\n",
                **CODE,
            )
        good, bad, result = done.lines
        assert (done.code, good["outcome"], bad["outcome"]) == (1, "done", "failed")
        assert (bad["line"], bad["code"]) == (2, 1)
        assert (result["ok"], result["done"], result["failed"]) == (False, 1, 1)

    async def test_a_request_in_the_middle_without_an_answer(self) -> None:
        # 250 numbers: the second request is carried out or not, nobody knows; the third waits.
        async with Sandbox() as sb:
            sb.faults.http[self.BLOCK] = HttpFault(is_cut=True, after=1)
            done = await run(
                *("block", "--file", "-", "--server", sb.url, "--json"),
                stdin=self.lines(250),
                **CODE,
            )
            assert len(sb.requests) == 2
        *numbers, result = done.lines
        fates = [each["outcome"] for each in numbers]
        assert fates == ["done"] * 100 + ["unknown"] * 100 + ["not_sent"] * 50
        assert [result[key] for key in ("done", "failed", "unknown", "not_sent")] == [
            100,
            0,
            100,
            50,
        ]
        assert (done.code, done.error["code"]) == (5, "unknown_outcome")
        assert "twice does no harm" in done.error["next"]

    async def test_a_request_in_the_middle_that_is_refused(self) -> None:
        async with Sandbox() as sb:
            sb.faults.http[self.BLOCK] = HttpFault(body='{"ErrorCode":9}', after=1)
            done = await run(
                "block", "--file", "-", "--server", sb.url, stdin=self.lines(250), **CODE
            )
            assert len(sb.requests) == 2
        assert done.code == 1
        said = done.out.splitlines()
        assert said[-1] == "Done: 100 of 250 numbers, 100 failed, 50 not sent."
        assert len(said) == 251
        assert "code 9" in done.err

    async def test_a_first_request_without_an_answer_is_not_repeated(self) -> None:
        async with Sandbox() as sb:
            sb.faults.http[self.BLOCK] = HttpFault(is_cut=True)
            done = await run("block", "0501234567", "--server", sb.url, "--json", **CODE)
            assert len(sb.requests) == 1
        assert (done.code, done.only["unknown"]) == (5, 1)

    async def test_interrupted_it_says_what_was_done_and_what_was_not(self, tmp_path: Path) -> None:
        file = tmp_path / "numbers.txt"
        file.write_text(self.lines(250))
        phones = [{"ErrorCode": 0, "Phone": f"9725{number:08d}"} for number in range(100)]
        good = Canned({"ErrorCode": 0, "Phones": phones})
        async with serving(good, Canned(is_silent=True)) as server:
            command = ["block", "--file", str(file), "--server", server.url, "--json"]
            async with Running(*command, **CODE) as running:
                await until(lambda: len(server.requests) == 2)
                done = await running.end()
        assert done.code == 5
        result = done.lines[-1]
        assert [result[key] for key in ("done", "unknown", "not_sent")] == [100, 100, 50]


class TestStatus:
    async def test_it_is_shown_and_set_by_name_or_number(self) -> None:
        async with Sandbox() as sb:
            options = ["--extension", "SIPSIP1", "--server", sb.url, "--json"]
            shown = await run("status", *options, **CODE)
            assert shown.only == {
                "kind": "result",
                "ok": True,
                "action": "status",
                "extension": "SIPSIP1",
                "user_id": 700001,
                "status": 1,
                "name": "Login",
            }
            done = await run("status", "team meeting", *options, **CODE)
            assert (done.code, done.only["status"]) == (0, 12)
            assert sb.world.extension("SIPSIP1").status == 12
            done = await run("status", "3", "--user-id", "700001", *options, **CODE)
            assert (done.code, done.only["name"]) == (0, "Lunch")
            assert sb.world.extension("SIPSIP1").status == 3

    async def test_an_unknown_name_is_2_and_lists_the_known_ones(self) -> None:
        async with Sandbox() as sb:
            done = await run(
                "status", "nap", "--extension", "SIPSIP1", "--server", sb.url, "--json", **CODE
            )
        assert done.code == 2
        assert "3 Lunch" in done.error["next"]

    async def test_an_unknown_extension_is_1(self) -> None:
        async with Sandbox() as sb:
            done = await run("status", "--extension", "X", "--server", sb.url, "--json", **CODE)
        assert done.code == 1


class TestHistory:
    async def test_the_shape_of_a_line(self) -> None:
        async with Sandbox(scenario=bundled_scenario(), is_autoplay=False) as sb:
            done = await run("history", "--json", "--server", sb.url, **CODE)
            assert (done.code, done.err) == (0, "")
            assert {line["kind"] for line in done.lines} == {"call"}
            wanted = {
                "call_id": str,
                "at": str,
                "direction": str,
                "number": str,
                "name": str,
                "type": str,
                "outcome": str,
                "duration_s": int,
                "extension": str,
                "queue": str,
                "recording_url": str,
                "custom_data": dict,
            }
            for line in done.lines:
                assert {key: type(line[key]) for key in wanted} == wanted
                assert datetime.fromisoformat(line["at"]).tzinfo == UTC
            moments = [line["at"] for line in done.lines]
            assert moments == sorted(moments, reverse=True)
            assert {"completed", "missed", "busy"} <= {line["outcome"] for line in done.lines}

    async def test_filters_and_files(self, tmp_path: Path) -> None:
        async with Sandbox(scenario=bundled_scenario(), is_autoplay=False) as sb:
            options = ["history", "--server", sb.url, "--from", "2000-01-01"]
            everything = (await run(*options, "--json", **CODE)).lines
            mine = (await run(*options, "--json", "--extension", "SIPSIP2", **CODE)).lines
            assert 0 < len(mine) < len(everything)
            assert {line["extension"] for line in mine} == {"SIPSIP2"}
            ones = (await run(*options, "--json", "--number", "050-123-4567", **CODE)).lines
            assert {line["number"] for line in ones} == {"+972501234567"}
            none = await run(*options, "--json", "--to", "2000-01-02", **CODE)
            assert (none.code, none.out) == (0, "")

            file = tmp_path / "calls.csv"
            done = await run(*options, "--json", "--csv", str(file), **CODE)
            assert (done.code, done.only["calls"]) == (0, len(everything))
            with file.open(encoding="utf-8-sig", newline="") as stream:
                rows = list(csv.DictReader(stream))
            assert [row["call_id"] for row in rows] == [line["call_id"] for line in everything]

            shown = await run(*options, **CODE)
            assert shown.out.count("\n") == len(everything)

    async def test_a_csv_that_cannot_be_written_is_1(self, tmp_path: Path) -> None:
        async with Sandbox() as sb:
            done = await run(
                "history", "--csv", str(tmp_path / "no" / "x.csv"), "--server", sb.url, **CODE
            )
        assert done.code == 1
