"""Voicenter's login paths, both stacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from agent_desk.sandbox.answers import Answer
from agent_desk.sandbox.times import iso_millis

if TYPE_CHECKING:
    from agent_desk.sandbox.answers import Handler
    from agent_desk.sandbox.faults import Faults
    from agent_desk.sandbox.requests import RecordedRequest
    from agent_desk.sandbox.sessions import Session, Sessions

_REFUSALS: Final = {401: "Unauthorized", 403: "Identity token is missing or invalid"}


class LoginPaths:
    """Logins, refreshes and the settings of the new stack; ``monitors`` are socket URLs."""

    def __init__(
        self,
        sessions: Sessions,
        faults: Faults,
        base_url: str,
        monitors: list[str],
        client_version: str,
    ) -> None:
        self._sessions = sessions
        self._faults = faults
        self._base_url = base_url
        self._monitors = monitors
        self._version = client_version

    def routes(self) -> dict[str, Handler]:
        """Path in lower case -> handler."""
        return {
            "/monitorapi/login/user": self._user,
            "/monitorapi/login/token": self._token,
            "/monitorapi/login/account": self._account,
            "/monitorapi/refreshidentitytoken": self._refresh,
            "/monitorapi/getsocketclient": _socket_client,
            "/auth/login/voicenter/monitor": self._new_login,
            "/application/getsettings": self._new_settings,
            "/auth/refreshtoken": self._new_refresh,
        }

    async def _user(self, request: RecordedRequest) -> Answer:
        params = request.params
        if not (params.text("email") and "pin" in params):
            return _bad_request()
        session = self._sessions.login_user(params.text("email"), params.text("pin"))
        return self._answer(request, session)

    async def _account(self, request: RecordedRequest) -> Answer:
        params = request.params
        if not (params.text("username") and "password" in params):
            return _bad_request()
        session = self._sessions.login_account(params.text("username"), params.text("password"))
        return self._answer(request, session)

    async def _token(self, request: RecordedRequest) -> Answer:
        if "token" not in request.params:
            return _bad_request()
        session = self._sessions.login_token(request.params.text("token"))
        if session is None:
            # Voicenter: a wrong token is answered with 500, unlike a wrong password.
            return Answer({"error": "Unexpected token"}, status=500)
        return self._answer(request, session)

    async def _refresh(self, request: RecordedRequest) -> Answer:
        if self._faults.refresh_status is not None:
            return _refused(self._faults.refresh_status)
        return self._answer(request, self._sessions.refresh(_bearer(request)))

    def _answer(self, request: RecordedRequest, session: Session | None) -> Answer:
        if self._faults.login_status is not None:
            return _refused(self._faults.login_status)
        if session is None:
            return _refused(401)
        monitors = self._monitors
        if "Origin" in request.headers:
            # The vendor's browser SDK takes only "https://" off and puts its own protocol before
            # the rest: with "http" it needs bare hosts.
            monitors = [urlsplit(url).netloc for url in monitors]
        socket = {
            "Client": f"{self._base_url}/monitorAPI/GetSocketClient?v={self._version}",
            "PersonId": session.person_id,
            "RefreshToken": session.refresh_token,
            "RefreshTokenExpiry": iso_millis(session.refresh_expires),
            "Token": session.token,
            "TokenExpiry": iso_millis(session.expires),
            "URLList": monitors,
            "Url": monitors[0],
            "Version": self._version,
        }
        return Answer({"StatusCode": 200, "Status": "OK", "Data": {"Socket": socket}})

    async def _new_login(self, request: RecordedRequest) -> Answer:
        params = request.params
        kind = params.text("identityType").casefold()
        if kind == "user":
            session = self._sessions.login_user(params.text("username"), params.text("password"))
        elif kind == "account":
            session = self._sessions.login_account(params.text("username"), params.text("password"))
        elif kind == "token":
            session = self._sessions.login_token(params.text("token"))
        else:
            return _bad_request()
        return self._new_answer(session)

    async def _new_refresh(self, request: RecordedRequest) -> Answer:
        if self._faults.refresh_status is not None:
            return _refused(self._faults.refresh_status)
        return self._new_answer(self._sessions.refresh(_bearer(request)))

    def _new_answer(self, session: Session | None) -> Answer:
        if self._faults.login_status is not None:
            return _refused(self._faults.login_status)
        if session is None:
            return _refused(401)
        data = {"AccessToken": session.access_token, "RefreshToken": session.refresh_token}
        return Answer({"StatusCode": 200, "Status": "OK", "Data": data})

    async def _new_settings(self, request: RecordedRequest) -> Answer:
        session = self._sessions.by_access_token(_bearer(request))
        if session is None:
            return _refused(403)
        best = len(self._monitors)
        return Answer(
            {
                "IdentityCode": session.token,
                "IdentityCodeExpiry": iso_millis(session.expires),
                "PersonID": session.person_id,
                "PersonType": 1,
                "ExtensionMonitorID": 1234567,
                "MonitorList": [
                    {
                        "URLID": index + 1,
                        "Priority": best - index,
                        "Version": self._version,
                        "Domain": urlsplit(url).netloc,
                    }
                    for index, url in enumerate(self._monitors)
                ],
            }
        )


async def _socket_client(request: RecordedRequest) -> Answer:
    version = request.params.text("v")
    return Answer(f"/* socket.io-client {version} */", content_type="text/javascript")


def _bearer(request: RecordedRequest) -> str:
    value: Any = request.headers.get("Authorization", "")
    return str(value).removeprefix("Bearer ").strip()


def _refused(status: int) -> Answer:
    return Answer({"error": _REFUSALS.get(status, "Internal server error")}, status=status)


def _bad_request() -> Answer:
    return Answer({"error": "Bad request"}, status=400)
