"""Signing in: from credentials to a socket token and the list of monitor servers.

Voicenter has two login stacks; the older one is what production uses (Voicenter: real-time login).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from agent_desk.core.identity import Credentials, LoginKind
from agent_desk.core.privacy import Secret
from agent_desk.voicenter.errors import (
    ContractError,
    CredentialsError,
    RejectedError,
    ServiceError,
)
from agent_desk.voicenter.pace import RateLimiter
from agent_desk.voicenter.wire import Fields, as_int, as_list, as_str, fold, parse_date

__all__ = ["Credentials", "LoginKind", "Session", "SignIn", "Stack", "read_session"]

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from agent_desk.voicenter.endpoints import Endpoints
    from agent_desk.voicenter.reply import Reply
    from agent_desk.voicenter.rest import RestClient

_TOKEN_TEXT: Final = 16_384
_URL_TEXT: Final = 2048
_SOCKET_SCHEMES: Final = {"http": "http", "https": "https", "ws": "http", "wss": "https"}
_OK: Final = 200
_REFUSED: Final = frozenset({401, 403})
_BROKEN: Final = 500
_LOGIN_SPACING_S: Final = 1.0


class Stack(Enum):
    """Which of Voicenter's two login services is spoken to."""

    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Session:
    """A sign-in that was accepted.

    ``monitors`` are base URLs with a scheme and without a trailing slash, best first, never empty.
    ``client_version`` is the Socket.IO client the service would load into a browser (``"2.4.0"``),
    ``""`` where it does not say. The expiry dates are the service's word in an undocumented format
    and zone: refresh by them, but never call a token dead because of them.
    """

    token: Secret
    monitors: tuple[str, ...]
    token_expires_at: datetime | None = None
    refresh_token: Secret | None = None
    refresh_expires_at: datetime | None = None
    client_version: str = ""
    person_id: int | None = None


def read_session(
    body: object, *, previous: Session | None = None, endpoints: Endpoints | None = None
) -> Session:
    """The session in a login answer, a refresh answer or a pushed ``loginResponse``.

    Reads the members of ``Data.Socket`` there, under ``Data`` or at the top. What the answer leaves
    out is taken from ``previous``; the default monitors of ``endpoints`` serve when nobody named a
    server. Raises ``ContractError`` where there is no token.
    """
    top = fold(body)
    data = fold(top.get("data"))
    return _session(
        _merged(top, data, fold(data.get("socket")), fold(top.get("socket"))),
        token="token",  # noqa: S106 - a key
        previous=previous,
        endpoints=endpoints,
    )


def _session(
    fields: Fields, *, token: str, previous: Session | None, endpoints: Endpoints | None
) -> Session:
    value = _secret(fields, token)
    if value is None:
        message = "The sign-in answer holds no token."
        raise ContractError(message)
    monitors = _monitors(fields, _scheme(endpoints))
    if not monitors and previous is not None:
        monitors = previous.monitors
    if not monitors and endpoints is not None:
        monitors = endpoints.default_monitors
    if not monitors:
        message = "The sign-in answer names no server to listen to."
        raise ContractError(message)
    refresh_token = _secret(fields, "refreshtoken")
    person_id = as_int(fields.get("personid"))
    if previous is not None:
        refresh_token = refresh_token or previous.refresh_token
        person_id = previous.person_id if person_id is None else person_id
    return Session(
        token=value,
        monitors=monitors,
        token_expires_at=parse_date(fields.get(f"{token}expiry")),
        refresh_token=refresh_token,
        refresh_expires_at=parse_date(fields.get("refreshtokenexpiry")),
        client_version=_client_version(fields) or (previous.client_version if previous else ""),
        person_id=person_id,
    )


def _merged(*parts: Fields) -> Fields:
    """Later parts win, but only with members that say something."""
    merged: Fields = {}
    for part in parts:
        merged.update((key, value) for key, value in part.items() if value not in (None, "", []))
    return merged


def _secret(fields: Fields, name: str) -> Secret | None:
    text = as_str(fields.get(name), _TOKEN_TEXT)
    return Secret(text) if text else None


def _client_version(fields: Fields) -> str:
    """The ``?v=`` of the client script's address, else ``Version`` where that is a version."""
    try:
        query = urlsplit(as_str(fields.get("client"), _URL_TEXT)).query
    except ValueError:
        query = ""
    named = parse_qs(query).get("v", [""])[0]
    listed = [as_str(fold(item).get("version")) for item in as_list(fields.get("monitorlist"))[:1]]
    for version in (named, as_str(fields.get("version")), *listed):
        if "." in version:
            return version
    return ""


def _scheme(endpoints: Endpoints | None) -> str:
    """For servers named without one: as secure as the login itself was."""
    return urlsplit(endpoints.login).scheme if endpoints else "https"


def _monitors(fields: Fields, scheme: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_monitor_urls(fields, scheme)))


def _monitor_urls(fields: Fields, scheme: str) -> Iterator[str]:
    """``MonitorList`` by falling priority, then ``URLList`` in its order, then the single URL."""
    servers = [fold(item) for item in as_list(fields.get("monitorlist"))]
    servers.sort(key=lambda server: -(as_int(server.get("priority")) or 0))
    domains = [server.get("domain") for server in servers]
    for value in (*domains, *as_list(fields.get("urllist")), fields.get("url")):
        url = _base_url(as_str(value, _URL_TEXT), scheme)
        if url:
            yield url


def _base_url(text: str, scheme: str) -> str:
    """Scheme, host and port of a monitor server; ``""`` for what is none."""
    try:
        parts = urlsplit(text if "://" in text else f"{scheme}://{text}")
        port = parts.port
    except ValueError:
        return ""
    base_scheme = _SOCKET_SCHEMES.get(parts.scheme)
    if base_scheme is None or not parts.hostname or parts.username is not None:
        return ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{base_scheme}://{host}" if port is None else f"{base_scheme}://{host}:{port}"


class SignIn:
    """Voicenter's login service.

    Log-ins are held to one per second, as the vendor's clients do; hand in ``pace`` to share that
    with others or to own its clock. Raises ``CredentialsError`` where the service refuses who one
    is, another ``VoicenterError`` where something else stands in the way.
    """

    def __init__(
        self,
        rest: RestClient,
        endpoints: Endpoints,
        stack: Stack = Stack.OLD,
        *,
        pace: RateLimiter | None = None,
    ) -> None:
        self._rest = rest
        self._endpoints = endpoints
        self._stack = stack
        self._pace = pace or RateLimiter(1, _LOGIN_SPACING_S)

    async def sign_in(self, credentials: Credentials) -> Session:
        """Exchange ``credentials`` for a session."""
        await self._pace.wait()
        if self._stack is Stack.NEW:
            return await self._sign_in_new(credentials)
        path, body = _old_request(credentials)
        reply = await self._rest.post_json(
            f"{self._endpoints.login}/Login/{path}", body, idempotent=True
        )
        answer = _accepted(reply, _refused(credentials.kind))
        return read_session(answer, endpoints=self._endpoints)

    async def refresh(self, session: Session) -> Session:
        """Exchange the refresh token for a new session; the old tokens are then dead.

        ``CredentialsError`` means that only a full sign-in helps.
        """
        expired = CredentialsError("The sign-in has expired.", next_step="Sign in again.")
        if session.refresh_token is None:
            raise expired
        headers = _bearer(session.refresh_token)
        if self._stack is Stack.NEW:
            url = f"{self._endpoints.new_login}/Auth/RefreshToken"
            reply = await self._rest.get_json(url, headers=headers)
            return await self._settings(_accepted(reply, expired), expired, session)
        url = f"{self._endpoints.login}/RefreshIdentityToken"
        reply = await self._rest.get_json(url, headers=headers)
        answer = _accepted(reply, expired)
        return read_session(answer, previous=session, endpoints=self._endpoints)

    async def _sign_in_new(self, credentials: Credentials) -> Session:
        refused = _refused(credentials.kind)
        reply = await self._rest.post_json(
            f"{self._endpoints.new_login}/Auth/Login/Voicenter/Monitor",
            _new_request(credentials),
            idempotent=True,
        )
        return await self._settings(_accepted(reply, refused), refused, None)

    async def _settings(
        self, tokens: Fields, refused: CredentialsError, previous: Session | None
    ) -> Session:
        """The second step of the new stack: the socket token and the servers."""
        pair = _merged(tokens, fold(tokens.get("data")))
        access_token = _secret(pair, "accesstoken")
        if access_token is None:
            message = "The sign-in answer holds no access token."
            raise ContractError(message)
        reply = await self._rest.get_json(
            f"{self._endpoints.new_login}/Application/GetSettings", headers=_bearer(access_token)
        )
        settings = _accepted(reply, refused)
        fields = _merged(settings, fold(settings.get("data")))
        fields.update((key, pair[key]) for key in pair if key.startswith("refreshtoken"))
        return _session(
            fields,
            token="identitycode",  # noqa: S106 - a key
            previous=previous,
            endpoints=self._endpoints,
        )


def _old_request(credentials: Credentials) -> tuple[str, dict[str, object]]:
    secret = credentials.secret.reveal()
    match credentials.kind:
        case LoginKind.USER:
            return "User", {"email": credentials.identity, "pin": secret}
        case LoginKind.ACCOUNT:
            return "Account", {"username": credentials.identity, "password": secret}
    return "Token", {"token": secret}


def _new_request(credentials: Credentials) -> dict[str, object]:
    secret = credentials.secret.reveal()
    match credentials.kind:
        case LoginKind.USER:
            user = credentials.identity
            return {"identityType": "User", "username": user, "password": secret}
        case LoginKind.TOKEN:
            return {"identityType": "Token", "token": secret}
    message = "Voicenter's new login service has no sign-in by account."
    raise RejectedError(message, next_step="Sign in by e-mail or with a token.")


def _bearer(token: Secret) -> dict[str, str]:
    return {"Authorization": f"Bearer {token.reveal()}"}


def _refused(kind: LoginKind) -> CredentialsError:
    if kind is LoginKind.TOKEN:
        return CredentialsError(
            "Voicenter did not accept this token.", next_step="Check the token, then try again."
        )
    return CredentialsError()


def _accepted(reply: Reply, refused: CredentialsError) -> Fields:
    """The members of a login answer that is a success; raises otherwise.

    A member ``error`` is a failure whatever the HTTP code; 401, 403 and the 500 "Unexpected token"
    speak of the credentials, everything else of the service (Voicenter: login errors).
    """
    fields = fold(reply.body)
    codes = {reply.status, as_int(fields.get("statuscode")) or reply.status}
    words = reply.text.casefold()
    if codes & _REFUSED or (_BROKEN in codes and "unexpected token" in words):
        raise refused
    if fields.get("error"):
        problem = as_str(fields["error"]).casefold()
        if "unauthorized" in problem or "unexpected token" in problem:
            raise refused
        raise ServiceError
    fields = reply.fields()
    if codes != {_OK}:
        message = f"Voicenter's login service reports a fault (code {max(codes)})."
        raise ServiceError(message)
    return fields
