"""What holds for every path of the sandbox."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import httpx
import pytest

from agent_desk.sandbox import Credentials, HttpFault, Sandbox, World, build_account
from tests.unit.sandbox.asking import CODE, LOGINS, ask, browser

MUTE = "/api/MuteUnmuteCalls"
LOG = "/hub/cdr/"


@pytest.mark.parametrize(
    "path",
    [
        "/Blacklist/AddBlackList",
        "/ForwardDialer/click2call.aspx",
        "/UserLogin/SetStatusFromAPI",
        "/Comet/api/GetExtensions",
        "/comet/API/GetExtensionsCalls",
        "/comet/API/GetQueuesCallers",
    ],
)
async def test_network_that_is_not_listed_is_answered_403(path: str) -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.is_ip_refused = True
        assert (await ask(sandbox, path, {"code": CODE})).status_code == 403


@pytest.mark.parametrize("status", [401, 403, 500])
async def test_logins_and_refreshes_can_be_made_to_fail(status: int) -> None:
    async with Sandbox() as sandbox:
        sandbox.faults.login_status = sandbox.faults.refresh_status = status
        for path, body in [
            *LOGINS,
            ("/Auth/Login/Voicenter/Monitor", {"identityType": "Token", "token": "good-token"}),
            ("/Auth/RefreshToken", None),
            ("/monitorAPI/RefreshIdentityToken", None),
        ]:
            assert (await ask(sandbox, path, body)).status_code == status


async def test_any_path_can_answer_nonsense_for_a_while() -> None:
    async with Sandbox() as sandbox:
        path, body = LOGINS[2]
        sandbox.faults.http["/monitorapi/login/token"] = HttpFault.html(502)
        reply = await ask(sandbox, path, body)
        assert (reply.status_code, "<html>" in reply.text) == (502, True)
        sandbox.faults.http[path] = sandbox.faults.http.pop("/monitorapi/login/token").huge()
        assert len((await ask(sandbox, path, body)).content) > 5_000_000
        sandbox.faults.http[path] = HttpFault(is_cut=True, times=1)
        with pytest.raises(httpx.RemoteProtocolError):
            await ask(sandbox, path, body)
        assert (await ask(sandbox, path, body)).status_code == 200
        sandbox.faults.http[path] = HttpFault.slow(0.01)
        assert (await ask(sandbox, path, body)).json()["Status"] == "OK"


async def test_unknown_path_and_method() -> None:
    async with Sandbox() as sandbox:
        assert (await ask(sandbox, "/nothing")).status_code == 404
        async with browser(sandbox) as client:
            assert (await client.delete(LOG)).status_code == 405


async def test_forms_and_unreadable_bodies_are_read_as_far_as_possible() -> None:
    async with (
        Sandbox() as sandbox,
        browser(sandbox) as client,
    ):
        form = {"Code": CODE, "Phones": ["0501234567", "0521234567", "0531234567"]}
        reply = await client.post("/Blacklist/AddBlackList", data=form)
        assert [p["ErrorCode"] for p in reply.json()["Phones"]] == [0, 0, 0]
        reply = await client.post("/Blacklist/AddBlackList", content=b"{nonsense")
        assert reply.json()["ErrorCode"] == 1
        assert sandbox.requests[-1].body == "{nonsense"


async def test_requests_are_recorded_without_secrets_in_their_repr() -> None:
    async with Sandbox(credentials=Credentials(password="s3cr3t-password")) as sandbox:
        await ask(sandbox, LOGINS[0][0], {"email": "agent@example.com", "pin": "s3cr3t-password"})
        await ask(sandbox, f"{MUTE}?state=1&ivrid=abc&code=s3cr3t-code")
        shown = repr(sandbox.requests) + repr(sandbox.credentials)
        assert "s3cr3t" not in shown
        assert sandbox.requests[0].params.text("pin") == "s3cr3t-password"
        assert (sandbox.requests[1].method, sandbox.requests[1].path) == ("GET", MUTE)


async def test_account_can_be_given_and_sandbox_can_be_big() -> None:
    world = World(build_account(5000))
    async with Sandbox(world=world) as sandbox:
        reply = (await ask(sandbox, "/Comet/api/GetExtensions", {"code": CODE})).json()
        assert len(reply["EXTENSIONS"]) == 5000
        assert datetime.now(UTC) - sandbox.world.clock.now() < timedelta(seconds=5)
