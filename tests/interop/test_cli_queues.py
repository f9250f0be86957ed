"""``queues``, run as a real process against the sandbox."""

from __future__ import annotations

from agent_desk.sandbox import Sandbox
from tests.helpers.cli import run

CODE = {"AGENT_DESK_CODE": "apicode"}


async def test_each_queue_is_a_line_with_its_callers() -> None:
    async with Sandbox() as sb:
        caller = sb.world.join_queue("Sales queue", "0507654321", name="Dana Levi")
        done = await run("queues", "--server", sb.url, "--json", **CODE)
        assert done.code == 0
        assert {line["kind"] for line in done.lines} == {"queue"}
        [busy] = [line for line in done.lines if line["waiting"]]
        [found] = busy["callers"]
        assert (busy["name"], busy["level"]) == ("Sales queue", "fine")
        assert (found["ivrid"], found["number"]) == (caller.ivrid, "+972507654321")
        assert 0 <= found["waited_s"] <= busy["longest_s"] < 60
        one = await run("queues", str(busy["queue_id"]), "--server", sb.url, "--json", **CODE)
        assert one.only["queue_id"] == busy["queue_id"]


async def test_a_person_reads_sentences() -> None:
    async with Sandbox() as sb:
        sb.world.join_queue("Sales queue", "0507654321")
        done = await run("queues", "--server", sb.url, **CODE)
    assert done.code == 0
    assert "1 waiting, longest 00:0" in done.out
    assert "+972 50-765-4321" in done.out
    assert "nobody waits" in done.out


async def test_without_a_code_it_is_3_with_a_wrong_one_1_and_without_a_service_4() -> None:
    async with Sandbox() as sb:
        url = sb.url
        missing = await run("queues", "--server", url, "--json")
        wrong = await run("queues", "--server", url, "--json", AGENT_DESK_CODE="wrong")
        usage = await run("queues", "x", "--server", url, "--json", **CODE)
    gone = await run("queues", "--server", url, "--json", **CODE)
    assert [done.code for done in (missing, wrong, usage, gone)] == [3, wrong.code, 2, 4]
    assert (wrong.error["code"], wrong.code != 0) == ("api_code", True)
