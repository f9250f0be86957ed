"""The sandbox's REST paths that act on calls, numbers and agents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from agent_desk.sandbox import Sandbox
from tests.helpers.fixtures import load
from tests.helpers.until import until
from tests.unit.sandbox.asking import CALLER, CODE, ask, keys

if TYPE_CHECKING:
    from tests.helpers.clock import FakeClock


# --------------------------------------------------------------------------------- blacklist
async def test_blacklist_takes_and_gives_back_numbers() -> None:
    async with Sandbox() as sandbox:
        body = load("blacklist/add_request") | {"Code": CODE}
        reply = await ask(sandbox, "/Blacklist/AddBlackList", body)
        assert reply.json() == load("blacklist/add_response_ok")
        assert sandbox.world.blacklist == {
            "972501234567": "John doe",
            "97231234567": "Walter Melon",
        }
        path = f"/Blacklist/RemoveBulkFromBlacklist?code={CODE}&phones=0501234567&phones=12"
        reply = await ask(sandbox, path)
        assert reply.json() == load("blacklist/response_partial_failure")
        assert list(sandbox.world.blacklist) == ["97231234567"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"Code": "wrong", "Phones": [{"Phone": CALLER}]}, 1),
        ({"Code": CODE, "Phones": []}, 2),
        ({"Code": CODE}, 2),
        ({"Code": CODE, "Phones": [{"Name": "x"}]}, 2),
    ],
)
async def test_blacklist_refuses_bad_requests(body: dict[str, Any], code: int) -> None:
    async with Sandbox() as sandbox:
        reply = (await ask(sandbox, "/Blacklist/AddBlackList", body)).json()
        assert (reply["ErrorCode"], reply["Phones"]) == (code, [])


# -------------------------------------------------------------------------------- click2call
async def test_click2call_rings_the_agent_and_terminates() -> None:
    body = load("click2call/request_call") | {"code": CODE, "phone": "SIPSIP1"}
    async with Sandbox() as sandbox:
        reply = (await ask(sandbox, "/ForwardDialer/click2call.aspx", body)).json()
        (call,) = sandbox.world.calls()
        assert reply == {"ERRORCODE": 0, "ERRORMESSAGE": "OK", "CALLID": call.ivrid}
        assert call.custom_data == {"var_clientID": "CRM-9876"}
        body = load("click2call/request_terminate") | {"code": CODE, "phone": "SIPSIP1"}
        await ask(sandbox, "/ForwardDialer/click2call.aspx", body)
        assert not sandbox.world.calls()


async def test_click2call_speaks_xml_unless_asked_otherwise() -> None:
    async with Sandbox() as sandbox:
        reply = await ask(sandbox, f"/ForwardDialer/click2call.aspx?code={CODE}&action=call")
        printed = load("click2call/error_phone_missing.xml")
        assert "".join(reply.text.split()) == "".join(printed.split())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"code": "wrong"}, 1),
        ({"phone": ""}, 1),
        ({"target": ""}, 1),
        ({"action": "sing"}, 1),
        ({"phone": "NOBODY"}, 3),
        ({"phone": "SIPSIP2"}, 3),
        ({"phone": "SIPSIP3"}, 4),
    ],
)
async def test_click2call_refusals(change: dict[str, str], code: int) -> None:
    body = {"code": CODE, "phone": "SIPSIP1", "target": CALLER, "action": "call", "format": "json"}
    async with Sandbox() as sandbox:
        sandbox.world.extension("SIPSIP2").is_offline = True
        sandbox.world.extension("SIPSIP3").is_barred_from_click2call = True
        reply = (await ask(sandbox, "/forwarddialer/CLICK2CALL.aspx", body | change)).json()
        assert reply["ERRORCODE"] == code
        assert not sandbox.world.calls()


async def test_click2call_can_be_picked_up_by_itself() -> None:
    body = {"code": CODE, "phone": "SIPSIP1", "target": CALLER, "action": "call", "format": "json"}
    async with Sandbox(click2call_pace_s=(0, 0)) as sandbox:
        await ask(sandbox, "/ForwardDialer/click2call.aspx", body)
        (call,) = sandbox.world.calls()
        await until(lambda: call.leg == 2 and call.answered_at)
        call.hang_up()
        await ask(sandbox, "/ForwardDialer/click2call.aspx", body)
        sandbox.world.calls()[0].hang_up()


# -------------------------------------------------------------------------------- the agents
async def test_status_is_set_and_shown_by_an_event() -> None:
    body = {"Code": CODE, "UserId": "700001", "ExtensionUser": "SIPSIP1", "Status": 3}
    async with Sandbox() as sandbox:
        reply = await ask(sandbox, "/UserLogin/SetStatusFromAPI", body)
        assert reply.json() == load("login/set_status_response_ok")
        assert sandbox.world.events[-1].reason == "userStatusUpdate"
        assert sandbox.world.extension("SIPSIP1").status == 3
        names = (await ask(sandbox, f"/UserLogin/GetStatusesList?code={CODE}")).json()["Statuses"]
        assert {"ID": 3, "Name": "Lunch", "Color": "#8A4B00"} in names
        assert (await ask(sandbox, "/UserLogin/GetStatusesList")).json() == {"Statuses": []}


@pytest.mark.parametrize(
    ("change", "pair", "message"),
    [
        ({"Code": "wrong"}, (2, 1), "Authorization Failed"),
        ({"UserId": "abc"}, (2, 1), "Authorization Failed"),
        ({"ExtensionUser": "NOBODY"}, (3, 1), "No extension found"),
        ({"Status": 4}, (4, 1), "Status not support"),
        ({"UserId": "700002"}, (3, 1), "Extension is already in use"),
        ({"UserId": ""}, (2, 6), "Missing parameters"),
    ],
)
async def test_status_refusals(change: dict[str, Any], pair: tuple[int, int], message: str) -> None:
    body = {"Code": CODE, "UserId": "700001", "ExtensionUser": "SIPSIP1", "Status": 3}
    async with Sandbox() as sandbox:
        reply = (await ask(sandbox, "/UserLogin/SetStatusFromAPI", body | change)).json()
        assert (reply["Status"], reply["StatusError"]) == pair
        assert reply["StatusErroMessage"] == message


async def test_extension_list_is_empty_for_a_wrong_code() -> None:
    path = "/Comet/api/GetExtensions"
    async with Sandbox() as sandbox:
        reply = (await ask(sandbox, path, {"code": CODE, "showAll": 1})).json()
        assert keys(reply) == keys(load("extensions/response_ok"))
        assert [e["SIP"] for e in reply["EXTENSIONS"]] == ["SIPSIP1", "SIPSIP2", "SIPSIP3"]
        assert reply["EXTENSIONS"][0]["UserEmail"] == "agent@example.com"
        wrong = load("extensions/response_wrong_code_empty")
        assert (await ask(sandbox, path, {"code": "wrong"})).json() == wrong
        malformed = {"ERR": 1, "DESC": "Unauthorized"}
        assert (await ask(sandbox, path, {"code": "not a code!"})).json() == malformed


async def test_active_calls_tell_extensions_and_queues(clock: FakeClock) -> None:
    async with Sandbox(clock=clock) as sandbox:
        caller = sandbox.world.join_queue("Sales queue", CALLER)
        clock.advance(21)
        call = caller.ring("SIPSIP1")
        body = load("active_calls/get_extensions_calls_request") | {"code": CODE}
        reply = (await ask(sandbox, "/comet/API/GetExtensionsCalls", body)).json()
        expected = load("active_calls/get_extensions_calls_response")
        expected["EXTENSIONS"].pop(0)
        got = keys(reply)
        recording = reply["EXTENSIONS"][0]["calls"][0]["recording"]
        assert keys(expected["EXTENSIONS"][0]["calls"][0]["recording"]).keys() <= recording.keys()  # type: ignore[attr-defined]
        expected["EXTENSIONS"][0]["calls"][0]["recording"] = recording
        assert got == keys(expected)
        assert reply["EXTENSIONS"][0]["calls"][0]["ivrid"] == call.ivrid
        path = f"/comet/API/GetQueuesCallers?code={CODE}&queue=14000"
        queues = (await ask(sandbox, path)).json()["QUEUES"]
        assert queues[0]["Callers"][0]["Duration"] == 21
        assert [q["ID"] for q in queues] == [14000]
        for path in ("/comet/API/GetExtensionsCalls", "/comet/API/GetQueuesCallers"):
            refusal = load("active_calls/response_error_auth")
            assert (await ask(sandbox, path, {"code": "wrong"})).json() == refusal
