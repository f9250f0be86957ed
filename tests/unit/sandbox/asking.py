"""Asking a sandbox over HTTP, as a client asks."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from agent_desk.sandbox import Sandbox

CALLER = "0501234567"
CODE = "apicode"
LOGINS = [
    ("/monitorAPI/Login/User", {"email": "agent@example.com", "pin": "secret"}),
    ("/monitorAPI/Login/Account", {"username": "acct", "password": "secret"}),
    ("/monitorAPI/Login/Token", {"token": "good-token"}),
]
# Spares each client the system's certificates, 20 ms, which plain HTTP does not need.
UNUSED = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def browser(sandbox: Sandbox) -> httpx.AsyncClient:
    """A client for several requests."""
    return httpx.AsyncClient(base_url=sandbox.url, verify=UNUSED)


async def ask(sandbox: Sandbox, path: str, body: Any = None, **more: Any) -> httpx.Response:  # noqa: ANN401
    """GET without a body, POST with one."""
    async with browser(sandbox) as client:
        method = "GET" if body is None else "POST"
        return await client.request(method, path, json=body, **more)


def keys(value: object) -> object:
    """Field names of a JSON value, lists by their first entry."""
    if isinstance(value, dict):
        return {k: keys(v) for k, v in value.items()}
    return [keys(v) for v in value[:1]] if isinstance(value, list) else None
