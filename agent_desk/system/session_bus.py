"""A connection to a message bus (D-Bus), spoken with jeepney; Linux only."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

PATIENCE_S: Final = 3.0
_LEAVING_S: Final = 0.5
# D-Bus Specification, "Header Fields"
_ERROR_NAME: Final = 4


class BusError(Exception):
    """There is no bus, nobody of that name on it, or they refuse; the text says which."""


class SessionBus:
    """One connection.

    ``heard`` of ``open`` gets jeepney's messages for the signals that were asked for.
    """

    def __init__(self, stack: AsyncExitStack, router: Any, name: str) -> None:  # noqa: ANN401 - jeepney has no types
        self._stack = stack
        self._router = router
        self._name = name

    @property
    def name(self) -> str:
        """This connection's own name on the bus, such as ``:1.42``."""
        return self._name

    @classmethod
    async def open(
        cls,
        interfaces: Iterable[str],
        heard: asyncio.Queue[Any],
        *,
        follow: str = "",
        path: str | None = None,
        is_system: bool = False,
    ) -> SessionBus:
        """Connect, and hear the signals of ``interfaces``; raises ``BusError``.

        ``follow`` is a name on the bus of which ``NameOwnerChanged`` is heard too. With ``path``
        only signals of that object are heard; ``is_system`` takes the bus of the whole machine.
        """
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
            raise BusError(msg) from error
        stack = AsyncExitStack()
        try:
            async with asyncio.timeout(PATIENCE_S):
                connection = await stack.enter_async_context(
                    await open_dbus_connection("SYSTEM" if is_system else "SESSION")
                )
                router = await stack.enter_async_context(DBusRouter(connection))
                rules = [MatchRule(type="signal", interface=each, path=path) for each in interfaces]
                if follow:
                    owner = MatchRule(type="signal", member="NameOwnerChanged")
                    owner.add_arg_condition(0, follow)
                    rules.append(owner)
                for rule in rules:
                    stack.enter_context(router.filter(rule, queue=heard))
                    await Proxy(message_bus, router).AddMatch(rule)
        except BaseException as error:
            with suppress(*_faults()):
                await stack.aclose()
            if not isinstance(error, _faults()):
                raise
            _stop_if_cancelled(error)
            name = "system" if is_system else "session"
            msg = f"no {name} bus ({type(error).__name__})"
            raise BusError(msg) from error
        return cls(stack, router, connection.unique_name)

    async def call(
        self, where: tuple[str, str, str], method: str, signature: str, values: tuple[Any, ...]
    ) -> tuple[Any, ...]:
        """The answer of ``where``: a name on the bus, a path, an interface. Raises ``BusError``."""
        from jeepney import DBusAddress, MessageType, new_method_call  # noqa: PLC0415

        name, path, interface = where
        address = DBusAddress(path, bus_name=name, interface=interface)
        message = new_method_call(address, method, signature or None, values)
        try:
            async with asyncio.timeout(PATIENCE_S):
                reply = await self._router.send_and_get_reply(message)
        except _faults() as error:
            _stop_if_cancelled(error)
            raise BusError(type(error).__name__) from error
        if reply.header.message_type is MessageType.error:
            raise BusError(reply.header.fields.get(_ERROR_NAME, "an error"))
        body: tuple[Any, ...] = reply.body
        return body

    async def close(self) -> None:
        """Leave the bus."""
        with suppress(*_faults()):
            async with asyncio.timeout(_LEAVING_S):
                await self._stack.aclose()


def _stop_if_cancelled(error: BaseException) -> None:
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
