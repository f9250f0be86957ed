"""``agent-desk team``, run as a real process against the sandbox."""

from __future__ import annotations

from agent_desk.sandbox import HttpFault, Sandbox
from tests.helpers.cli import run

CODE = {"AGENT_DESK_CODE": "apicode"}


class TestTeam:
    async def test_everybody_has_a_line(self) -> None:
        async with Sandbox() as sb:
            sb.world.ring("SIPSIP2", "0501234567").answer()
            sb.world.ring("SIPSIP3", "0501234567")
            done = await run("team", "--server", sb.url, "--json", **CODE)
        assert done.code == 0
        rows = {line["extension"]: line for line in done.lines}
        assert set(rows) == {"SIPSIP1", "SIPSIP2", "SIPSIP3"}
        assert {line["kind"] for line in done.lines} == {"colleague"}
        first, second, third = (rows[f"SIPSIP{n}"] for n in (1, 2, 3))
        assert (first["name"], first["short"], first["standing"]) == ("Maya Cohen", "201", "free")
        assert (first["status"], first["state"], first["calls"]) == (1, "free", 0)
        assert (second["state"], second["standing"], second["calls"]) == ("talking", "on_call", 1)
        assert third["state"] == "ringing"
        assert third["since_s"] >= 0
        assert "0501234567" not in done.out

    async def test_a_person_reads_sentences_and_searches(self) -> None:
        async with Sandbox() as sb:
            done = await run("team", "BAR", "--server", sb.url, **CODE)
            one = await run("team", "--extension", "SIPSIP3", "--server", sb.url, **CODE)
        assert (done.code, len(done.out.splitlines())) == (0, 1)
        assert "Noam Bar" in done.out
        assert "Yael Lavi" in one.out
        assert len(one.out.splitlines()) == 1

    async def test_a_wrong_code_is_1_and_says_what_to_check(self) -> None:
        async with Sandbox() as sb:
            done = await run("team", "--server", sb.url, "--json", AGENT_DESK_CODE="wrong")
        assert (done.code, done.out) == (1, "")
        assert (done.error["code"], done.error["next"]) == ("api_code", "Check the API code.")

    async def test_without_a_code_it_is_3(self) -> None:
        async with Sandbox() as sb:
            done = await run("team", "--server", sb.url, "--json")
        assert (done.code, done.error["code"]) == (3, "not_signed_in")

    async def test_nobody_answering_is_4(self) -> None:
        done = await run("team", "--server", "http://127.0.0.1:9", "--json", **CODE)
        assert done.code == 4

    async def test_without_the_accounts_names_of_statuses(self) -> None:
        async with Sandbox() as sb:
            sb.world.set_status("SIPSIP2", 3)
            sb.world.dial("SIPSIP1", "0501234567")
            sb.faults.http["/UserLogin/GetStatusesList"] = HttpFault(body="[]")
            done = await run("team", "--server", sb.url, **CODE)
        assert done.code == 0
        maya, noam, _yael = done.out.splitlines()
        assert "dialing  0:00:0" in maya
        assert "Lunch" in noam

    async def test_many(self) -> None:
        async with Sandbox(extensions=300) as sb:
            done = await run("team", "--server", sb.url, "--json", **CODE)
        assert (done.code, len(done.lines)) == (0, 300)
        assert {line["standing"] for line in done.lines} == {"free", "out"}
