"""The sandbox's doors: both login stacks, and the browser SDK's way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent_desk.sandbox import Sandbox
from tests.helpers.fixtures import load
from tests.unit.sandbox.asking import LOGINS, ask, browser, keys

if TYPE_CHECKING:
    from tests.helpers.clock import FakeClock


@pytest.mark.parametrize(("path", "body"), LOGINS)
async def test_login_answers_token_monitors_and_client(path: str, body: dict[str, str]) -> None:
    async with Sandbox() as sandbox:
        reply = await ask(sandbox, path, body)
        assert reply.status_code == 200
        expected = load("login/old_response_ok")
        assert keys(reply.json()) == keys(expected)
        socket = reply.json()["Data"]["Socket"]
        assert socket["URLList"] == [sandbox.url]
        assert socket["Client"].endswith("/monitorAPI/GetSocketClient?v=2.4.0")
        assert (await ask(sandbox, socket["Client"])).headers["Content-Type"].startswith("text/jav")


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/monitorAPI/Login/User", {"email": "agent@example.com", "pin": "wrong"}, 401),
        ("/monitorAPI/Login/Account", {"username": "acct", "password": "wrong"}, 401),
        ("/monitorAPI/Login/Token", {"token": "wrong"}, 500),
        ("/monitorAPI/Login/User", {"email": "agent@example.com"}, 400),
        ("/monitorAPI/Login/Account", {}, 400),
        ("/monitorAPI/Login/Token", {}, 400),
        ("/Auth/Login/Voicenter/Monitor", {"identityType": "Dog"}, 400),
        ("/Auth/Login/Voicenter/Monitor", {"identityType": "Token", "token": "wrong"}, 401),
    ],
)
async def test_wrong_login_is_refused(path: str, body: dict[str, str], status: int) -> None:
    async with Sandbox() as sandbox:
        reply = await ask(sandbox, path, body)
        assert (reply.status_code, list(reply.json())) == (status, ["error"])


async def test_refresh_gives_new_tokens_once(clock: FakeClock) -> None:
    async with Sandbox(clock=clock, token_life_s=10) as sandbox:
        first = (await ask(sandbox, *LOGINS[0])).json()["Data"]["Socket"]
        assert first["TokenExpiry"] == "2026-03-01T09:00:10.000Z"
        clock.advance(11)
        assert sandbox.sessions.by_token(first["Token"]) is None
        bearer = {"Authorization": f"Bearer {first['RefreshToken']}"}
        path = "/monitorAPI/RefreshIdentityToken"
        second = (await ask(sandbox, path, headers=bearer)).json()["Data"]["Socket"]
        assert second["Token"] != first["Token"]
        assert sandbox.sessions.by_token(second["Token"]) is not None
        assert (await ask(sandbox, path, headers=bearer)).status_code == 401
        sandbox.sessions.expire_all()
        assert sandbox.sessions.by_token(second["Token"]) is None


@pytest.mark.parametrize(
    "identity",
    [
        {"identityType": "User", "username": "agent@example.com", "password": "secret"},
        {"identityType": "Account", "username": "acct", "password": "secret"},
        {"identityType": "Token", "token": "good-token"},
    ],
)
async def test_new_stack_logs_in_tells_settings_and_refreshes(identity: dict[str, str]) -> None:
    async with Sandbox(monitors=2) as sandbox:
        reply = (await ask(sandbox, "/Auth/Login/Voicenter/Monitor", identity)).json()
        assert keys(reply) == keys(load("login/new_response_ok"))
        bearer = {"Authorization": f"Bearer {reply['Data']['AccessToken']}"}
        settings = (await ask(sandbox, "/Application/GetSettings", headers=bearer)).json()
        assert keys(settings) == keys(load("login/new_get_settings_response"))
        assert sandbox.sessions.by_token(settings["IdentityCode"]) is not None
        best = max(settings["MonitorList"], key=lambda m: m["Priority"])
        assert sandbox.monitors[0].url == f"http://{best['Domain']}"
        bearer = {"Authorization": f"Bearer {reply['Data']['RefreshToken']}"}
        again = await ask(sandbox, "/Auth/RefreshToken", headers=bearer)
        assert again.json()["Data"]["AccessToken"] != reply["Data"]["AccessToken"]
        assert (await ask(sandbox, "/Application/GetSettings")).status_code == 403


async def test_browser_sdk_finds_the_monitor_through_cors() -> None:
    page = {"Origin": "http://page.example.com"}
    path, body = LOGINS[0]
    async with Sandbox() as sandbox:
        asked = {
            **page,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        }
        async with browser(sandbox) as client:
            preflight = await client.options(path, headers=asked)
        assert preflight.status_code == 204
        assert preflight.headers["Access-Control-Allow-Origin"] == page["Origin"]
        assert preflight.headers["Access-Control-Allow-Headers"] == "content-type"
        reply = await ask(sandbox, path, body, headers=page)
        assert reply.headers["Access-Control-Allow-Origin"] == page["Origin"]
        url = reply.json()["Data"]["Socket"]["URLList"][0]
        assert "http://" + url.replace("https://", "") == sandbox.url


async def test_login_names_the_generation_it_speaks() -> None:
    for sandbox in (Sandbox(engineio="4"), Sandbox(client_version="4.8.4")):
        async with sandbox:
            socket = (await ask(sandbox, *LOGINS[2])).json()["Data"]["Socket"]
            assert socket["Version"] == "4.8.4"
            assert socket["Client"].endswith("?v=4.8.4")


async def test_port_that_is_taken_is_an_error_and_leaves_nothing() -> None:
    async with Sandbox() as sandbox:
        with pytest.raises(OSError, match="address already in use"):
            async with Sandbox(port=sandbox.monitors[0].port):
                pass
