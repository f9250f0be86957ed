"""Notifications of the desktop itself (freedesktop.org: Desktop Notifications Specification).

Spoken over the session bus with jeepney: PySide hands every integer to D-Bus as signed, and the
service's ``Notify`` wants an unsigned one, which strict desktops insist on.
"""

from __future__ import annotations

import asyncio
import html
import logging
from contextlib import AsyncExitStack, suppress
from typing import TYPE_CHECKING, Any, Final

from agent_desk.system.directories import APP_NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.core.note import Note

_NAME: Final = "org.freedesktop.Notifications"
_PATH: Final = "/org/freedesktop/Notifications"
# D-Bus Specification, "Header Fields"
_MEMBER: Final = 3
_ERROR_NAME: Final = 4
_PATIENCE_S: Final = 3.0
_LEAVING_S: Final = 0.5
_MOST_WAITING: Final = 64
_MOST_SHOWN: Final = 64
_CRITICAL: Final = 2
_NORMAL: Final = 1
_NEVER: Final = 0
_AS_USUAL: Final = -1

_log = logging.getLogger(__name__)


class NoServiceError(Exception):
    """There is nobody who shows notifications, or it does not answer."""


class DesktopNotifications:
    """Shows notes in the order asked for; all work is done by ``run``.

    ``on_chosen`` hears the key of a note that a person clicked, with the compositor's leave to come
    forward (xdg-activation) or an empty text. ``on_refused`` gets each note that could not be
    shown. Nothing here logs what a note says.
    """

    def __init__(
        self,
        action: str,
        on_chosen: Callable[[str, str], None],
        on_refused: Callable[[Note], None],
    ) -> None:
        self._action = action
        self._on_chosen = on_chosen
        self._on_refused = on_refused
        self._waiting: asyncio.Queue[Any] = asyncio.Queue(_MOST_WAITING)
        self._service: _Service | None = None
        self._shown: dict[str, int] = {}
        self._lasting: set[str] = set()
        self._token = ""
        self._was_missing = False

    def show(self, note: Note) -> None:
        """Show ``note`` soon."""
        try:
            self._waiting.put_nowait(note)
        except asyncio.QueueFull:
            self._on_refused(note)

    def withdraw(self, key: str) -> None:
        """Take a note away soon, if it is still there."""
        with suppress(asyncio.QueueFull):  # it goes by itself then
            self._waiting.put_nowait(key)

    async def run(self) -> None:
        """Serve until cancelled; connects when the first note is there, and again after a loss."""
        try:
            while True:
                match await self._waiting.get():
                    case str(key):
                        await self._withdraw(key)
                    case signal if hasattr(signal, "header"):
                        self._hear(signal)
                    case note:
                        await self._show(note)
        finally:
            for key in tuple(self._lasting):  # nobody would take them away later
                await self._withdraw(key)
            await self._drop()

    async def _show(self, note: Note) -> None:
        try:
            service = self._service = self._service or await _Service.open(self._waiting)
            known = self._shown.pop(note.key, 0)
            self._lasting.discard(note.key)
            self._shown[note.key] = await service.notify(note, known, self._action)
            if note.is_lasting:
                self._lasting.add(note.key)
        except NoServiceError as error:
            if not self._was_missing:
                _log.info("no notifications of the desktop: %s", error)
            self._was_missing = True
            await self._drop()
            self._on_refused(note)
        else:
            self._was_missing = False
            if len(self._shown) > _MOST_SHOWN:
                del self._shown[next(iter(self._shown))]

    async def _withdraw(self, key: str) -> None:
        known = self._shown.pop(key, 0)
        self._lasting.discard(key)
        if known:
            try:
                service = self._service = self._service or await _Service.open(self._waiting)
                await service.close_note(known)
            except NoServiceError:
                await self._drop()

    def _hear(self, signal: Any) -> None:  # noqa: ANN401 - a message of jeepney, which has no types
        keys = {known: key for key, known in self._shown.items()}
        match signal.header.fields.get(_MEMBER), signal.body:
            case "ActivationToken", (int(known), str(token)) if known in keys:
                self._token = token
            case "ActionInvoked", (int(known), str()) if known in keys:
                token, self._token = self._token, ""
                self._on_chosen(keys[known], token)
            case "NotificationClosed", (int(known), int()) if known in keys:
                del self._shown[keys[known]]

    async def _drop(self) -> None:
        service, self._service = self._service, None
        # Numbers are the service's own and outlive the connection: what lasts can be taken back.
        self._shown = {key: known for key, known in self._shown.items() if key in self._lasting}
        if service is not None:
            await service.close()


class _Service:
    """One connection to the session bus."""

    def __init__(self, stack: AsyncExitStack, router: Any) -> None:  # noqa: ANN401 - jeepney's
        self._stack = stack
        self._router = router
        self._abilities: frozenset[str] = frozenset()

    @classmethod
    async def open(cls, heard: asyncio.Queue[Any]) -> _Service:
        """Connect; what the service says by itself goes into ``heard``."""
        try:
            await asyncio.to_thread(__import__, "jeepney.io.asyncio")
            from jeepney import MatchRule, message_bus  # noqa: PLC0415 - Linux only, 20 ms
            from jeepney.io.asyncio import (  # noqa: PLC0415
                DBusRouter,
                Proxy,
                open_dbus_connection,
            )
        except ImportError as error:
            msg = "jeepney is not installed"
            raise NoServiceError(msg) from error
        stack = AsyncExitStack()
        try:
            async with asyncio.timeout(_PATIENCE_S):
                connection = await stack.enter_async_context(await open_dbus_connection())
                router = await stack.enter_async_context(DBusRouter(connection))
                rule = MatchRule(type="signal", interface=_NAME, path=_PATH)
                stack.enter_context(router.filter(rule, queue=heard))
                await Proxy(message_bus, router).AddMatch(rule)
        except _faults() as error:
            with suppress(*_faults()):
                await stack.aclose()
            _stop_if_cancelled(error)
            msg = f"no session bus ({type(error).__name__})"
            raise NoServiceError(msg) from error
        service = cls(stack, router)
        try:
            [abilities] = await service.call("GetCapabilities", "", ())
        except BaseException:
            await service.close()
            raise
        service._abilities = frozenset(abilities)
        return service

    async def notify(self, note: Note, known: int, action: str) -> int:
        """Show ``note`` in the place of the one with the number ``known``; its own number."""
        has_markup = "body-markup" in self._abilities
        body = html.escape(note.body, quote=False) if has_markup else note.body
        hints = {
            "urgency": ("y", _CRITICAL if note.is_lasting else _NORMAL),
            "category": ("s", "call.incoming" if note.is_lasting else "call.unanswered"),
            "desktop-entry": ("s", APP_NAME),
        }
        actions = ["default", action] if "actions" in self._abilities else []
        duration = _NEVER if note.is_lasting else _AS_USUAL
        values = (APP_NAME, known, APP_NAME, note.title, body, actions, hints, duration)
        [number] = await self.call("Notify", "susssasa{sv}i", values)
        return int(number)

    async def close_note(self, known: int) -> None:
        """Take away the note with that number."""
        await self.call("CloseNotification", "u", (known,))

    async def call(self, method: str, signature: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
        """What the service answers; raises ``NoServiceError``."""
        from jeepney import DBusAddress, MessageType, new_method_call  # noqa: PLC0415

        address = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        message = new_method_call(address, method, signature or None, values)
        try:
            async with asyncio.timeout(_PATIENCE_S):
                reply = await self._router.send_and_get_reply(message)
        except _faults() as error:
            _stop_if_cancelled(error)
            raise NoServiceError(type(error).__name__) from error
        if reply.header.message_type is MessageType.error:
            raise NoServiceError(reply.header.fields.get(_ERROR_NAME, "an error"))
        body: tuple[Any, ...] = reply.body
        return body

    async def close(self) -> None:
        """Leave the bus."""
        with suppress(*_faults()):
            async with asyncio.timeout(_LEAVING_S):
                await self._stack.aclose()


def _stop_if_cancelled(error: Exception) -> None:
    """Go on being cancelled where ``error`` hides it.

    A reply in the turn in which its request is cancelled ends jeepney's reader, and what that does
    to the request is a ``KeyError`` in the place of the ``CancelledError``.
    """
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError from error


def _faults() -> tuple[type[Exception], ...]:
    """What jeepney may raise where there is no bus, or it goes away."""
    from jeepney import AuthenticationError, DBusErrorResponse  # noqa: PLC0415
    from jeepney.io.common import RouterClosed  # noqa: PLC0415

    # Without the variable of the bus it is a KeyError, for a kind of address it does not know a
    # RuntimeError, for one without any a ValueError; a reply to a request that was given up in the
    # same moment ends its reader with an InvalidStateError.
    own = (AuthenticationError, DBusErrorResponse, RouterClosed, asyncio.InvalidStateError)
    return (*own, OSError, EOFError, KeyError, RuntimeError, ValueError, TimeoutError)
