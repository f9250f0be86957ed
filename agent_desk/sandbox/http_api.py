"""Voicenter's REST paths that act on calls, numbers and agents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape

from agent_desk.sandbox.account import LOGOUT, STATUSES
from agent_desk.sandbox.answers import Answer, CutError
from agent_desk.sandbox.click2call import Click2CallFault
from agent_desk.sandbox.faults import pause
from agent_desk.sandbox.numbers import international, is_dialable

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.sandbox.answers import Handler
    from agent_desk.sandbox.click2call import Click2Call
    from agent_desk.sandbox.faults import Faults
    from agent_desk.sandbox.requests import RecordedRequest
    from agent_desk.sandbox.wire import JsonValue
    from agent_desk.sandbox.world import World

IP_REFUSED: Final = Answer({"error": "IP is not authorized"}, status=403)


class ApiPaths:
    """Blacklist, Click2Call and agent status on top of a world."""

    def __init__(
        self,
        world: World,
        faults: Faults,
        api_code: str,
        on_click2call: Callable[[Click2Call], None],
    ) -> None:
        self._world = world
        self._faults = faults
        self._api_code = api_code
        self._on_click2call = on_click2call

    def routes(self) -> dict[str, Handler]:
        """Path in lower case -> handler."""
        return {
            "/blacklist/addblacklist": self._block,
            "/blacklist/removebulkfromblacklist": self._unblock,
            "/forwarddialer/click2call.aspx": self._click2call,
            "/userlogin/setstatusfromapi": self._set_status,
            "/userlogin/getstatuseslist": self._statuses,
        }

    # -------------------------------------------------------------------------------- blacklist
    async def _block(self, request: RecordedRequest) -> Answer:
        return self._blacklist(request, is_added=True)

    async def _unblock(self, request: RecordedRequest) -> Answer:
        return self._blacklist(request, is_added=False)

    def _blacklist(self, request: RecordedRequest, *, is_added: bool) -> Answer:
        if self._faults.is_ip_refused:
            return IP_REFUSED
        if request.params.text("code") != self._api_code:
            return Answer({"ErrorCode": 1, "ErrorMessage": "Authorization failed", "Phones": []})
        entries = [_blacklist_entry(e) for e in _list(request.params.value("phones"))]
        if not entries or not all(phone for phone, _ in entries):
            message = "The Phone field is missing or invalid"
            return Answer({"ErrorCode": 2, "ErrorMessage": message, "Phones": []})
        results = []
        for phone, name in entries:
            if not is_dialable(phone):
                result = {"ErrorCode": 1, "ErrorMessage": "Phone format is invalid", "Phone": phone}
            else:
                number = international(phone)
                if is_added:
                    self._world.blacklist[number] = name
                else:
                    self._world.blacklist.pop(number, None)
                result = {"ErrorCode": 0, "ErrorMessage": "OK", "Phone": number}
            results.append(result)
        return Answer({"ErrorCode": 0, "ErrorMessage": "OK", "Phones": results})

    # ------------------------------------------------------------------------------- click2call
    async def _click2call(self, request: RecordedRequest) -> Answer:
        if self._faults.is_ip_refused:
            return IP_REFUSED
        fault = self._faults.click2call
        if fault is Click2CallFault.DROPPED:
            raise CutError
        code, message, call_id = self._start_click2call(request)
        await pause(self._faults.click2call_delay_s)
        if fault is Click2CallFault.LOST:
            raise CutError
        if fault is Click2CallFault.NO_ID:
            call_id = ""
        values = {"ERRORCODE": code, "ERRORMESSAGE": message, "CALLID": call_id}
        if request.params.text("format").casefold() == "json":
            return Answer(values)
        return Answer(_xml_rpc(values), content_type="text/xml")

    def _start_click2call(self, request: RecordedRequest) -> tuple[int, str, str]:
        params = request.params
        phone, target = params.text("phone"), params.text("target")
        action = params.text("action").casefold() or "call"
        extension = self._world.account.extensions.get(phone)
        problem: tuple[int, str] | None = None
        if params.text("code") != self._api_code:
            problem = (1, "Code is invalid")
        elif not phone:
            problem = (1, "Phone is missing")
        elif action not in {"call", "terminate"}:
            problem = (1, "Action is invalid")
        elif extension is None or extension.is_offline:
            problem = (3, "Extension is offline")
        elif action == "call" and not target:
            problem = (1, "Target is missing")
        elif action == "call" and extension.is_barred_from_click2call:
            problem = (4, "Click2Call is not allowed for this extension")
        if problem is not None or extension is None:
            return (*(problem or (2, "Application error")), "")
        if action == "terminate":
            for call in list(extension.calls):
                call.hang_up()
            return 0, "OK", ""
        call2 = self._world.click2call(phone, target, custom_data=_custom_data(request))
        self._on_click2call(call2)
        return 0, "OK", call2.ivrid

    # ------------------------------------------------------------------------------ agent status
    async def _set_status(self, request: RecordedRequest) -> Answer:
        if self._faults.is_ip_refused:
            return IP_REFUSED
        status, error, message = self._change_status(request)
        return Answer({"Status": status, "StatusError": error, "StatusErroMessage": message})

    def _change_status(self, request: RecordedRequest) -> tuple[int, int, str]:
        params = request.params
        user = self._world.account.users.get(_int(params.text("userId")))
        extension = self._world.account.extensions.get(params.text("extensionUser"))
        status = _int(params.text("status"))
        refusal: tuple[int, int, str] | None = None
        if any(not params.text(k) for k in ("code", "userId", "extensionUser", "status")):
            refusal = (2, 6, "Missing parameters")
        elif params.text("code") != self._api_code or user is None:
            refusal = (2, 1, "Authorization Failed")
        elif extension is None:
            refusal = (3, 1, "No extension found")
        elif status not in STATUSES:
            refusal = (4, 1, "Status not support")
        elif status != LOGOUT and extension.online_user not in {None, user}:
            refusal = (3, 1, "Extension is already in use")
        if refusal is not None or user is None or extension is None:
            return refusal or (1, 4, "Error on update")
        self._world.set_status(extension.sip, status, user_id=user.id)
        return 1, 1, "OK"

    async def _statuses(self, request: RecordedRequest) -> Answer:
        if request.params.text("code") != self._api_code:
            return Answer({"Statuses": []})
        return Answer(
            {
                "Statuses": [
                    {"ID": code, "Name": name, "Color": color}
                    for code, (name, color) in STATUSES.items()
                ]
            }
        )


def _list(value: JsonValue) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _blacklist_entry(entry: JsonValue) -> tuple[str, str]:
    if isinstance(entry, dict):
        folded = {str(k).casefold(): v for k, v in entry.items()}
        return str(folded.get("phone") or ""), str(folded.get("name") or "")
    return str(entry), ""


def _custom_data(request: RecordedRequest) -> dict[str, Any]:
    asked = {**request.query, **(request.body if isinstance(request.body, dict) else {})}
    return {k: v for k, v in asked.items() if k.casefold().startswith("var_")}


def _int(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return -1


def _xml_rpc(values: dict[str, Any]) -> str:
    members = "".join(
        f"<member><name>{name}</name><value><string>{escape(str(value))}</string></value></member>"
        for name, value in values.items()
    )
    return (
        '<?xml version="1.0"?><methodResponse><params><param><value><struct>'
        f"{members}</struct></value></param></params></methodResponse>"
    )
