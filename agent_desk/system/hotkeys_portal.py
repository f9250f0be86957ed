"""Hotkeys from a Wayland desktop, through its portal for global shortcuts.

Source: freedesktop.org: XDG Desktop Portal, "Global Shortcuts", "Request", "Session", "Registry".
The desktop shows the person what is asked for, and they decide there which keys it gets; ours are
only a proposal. A session binds once, so other hotkeys need another session.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from typing import TYPE_CHECKING, Any, Final

from agent_desk.core.combinations import KEYS, Modifier
from agent_desk.core.hotkeys import HotkeyAction, HotkeyProblem, HotkeyState, HotkeySupport
from agent_desk.core.tasks import TaskScope
from agent_desk.core.text import clean_text
from agent_desk.system.directories import APP_NAME
from agent_desk.system.hotkeys import HotkeysImpossibleError
from agent_desk.system.session_bus import PATIENCE_S, BusError, SessionBus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent_desk.core.combinations import Combination

_log = logging.getLogger(__name__)

_NAME: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_SHORTCUTS: Final = "org.freedesktop.portal.GlobalShortcuts"
_REQUEST: Final = "org.freedesktop.portal.Request"
_SESSION: Final = "org.freedesktop.portal.Session"
_REGISTRY: Final = "org.freedesktop.host.portal.Registry"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_BUS: Final = "org.freedesktop.DBus"
_BUS_PATH: Final = "/org/freedesktop/DBus"
# D-Bus Specification, "Header Fields"
_FIELD_PATH, _FIELD_MEMBER, _FIELD_SENDER = 1, 3, 7
_DONE: Final = 0
_MOST_WAITING: Final = 64
_MAX_WORDS: Final = 64
# freedesktop.org: Shortcuts Specification.
_MODIFIERS: Final = {
    Modifier.CTRL: "CTRL",
    Modifier.ALT: "ALT",
    Modifier.SHIFT: "SHIFT",
    Modifier.META: "LOGO",
}


def trigger(wanted: Combination) -> str:
    """``wanted`` as the portal writes it: ``CTRL+ALT+m``."""
    held = [name for modifier, name in _MODIFIERS.items() if modifier in wanted.modifiers]
    return "+".join([*held, KEYS[wanted.key].keysym])


class PortalHotkeys:
    """The keys that the desktop gives; it shows the person the ``titles`` of the actions."""

    support = HotkeySupport.DESKTOP

    def __init__(self, titles: Mapping[HotkeyAction, str]) -> None:
        self._titles = titles
        self._portal: _Portal | None = None

    async def bind(
        self,
        wanted: Mapping[HotkeyAction, Combination],
        fired: Callable[[HotkeyAction], None],
        changed: Callable[[HotkeyState], None],
    ) -> HotkeyState:
        """Ask for these keys; waits until the person has answered. See ``HotkeyBackend``."""
        await self.close()
        portal = self._portal = _Portal(fired, changed)
        try:
            await portal.open()
            if not wanted:
                await self.close()
                return HotkeyState(self.support)
            shortcuts = [
                (
                    action.value,
                    {
                        "description": ("s", self._titles[action]),
                        "preferred_trigger": ("s", trigger(combination)),
                    },
                )
                for action, combination in wanted.items()
            ]
            return await portal.bind(shortcuts)
        except BusError as error:
            await self.close()
            raise HotkeysImpossibleError(str(error)) from error

    async def close(self) -> None:
        """Leave the portal, which ends the session."""
        portal, self._portal = self._portal, None
        if portal is not None:
            await portal.close()


class _Portal:
    """One connection with one session."""

    def __init__(
        self, fired: Callable[[HotkeyAction], None], changed: Callable[[HotkeyState], None]
    ) -> None:
        self._fired = fired
        self._changed = changed
        self._bus: SessionBus | None = None
        self._scope = TaskScope("portal")
        self._heard: asyncio.Queue[Any] = asyncio.Queue(_MOST_WAITING)
        self._answers: dict[str, asyncio.Future[tuple[int, dict[str, Any]]]] = {}
        self._owner = ""
        self._session = ""
        self._wanted: tuple[HotkeyAction, ...] = ()

    async def open(self) -> None:
        """Connect and find the portal; raises ``BusError`` where there is none."""
        self._bus = await SessionBus.open(
            (_SHORTCUTS, _REQUEST, _SESSION), self._heard, follow=_NAME
        )
        try:
            # A program outside of a sandbox has no name for the portal unless it says so first;
            # since 1.21 the portal refuses those without. Older ones know no such interface.
            await self._call(_REGISTRY, "Register", "sa{sv}", (APP_NAME, {}))
        except BusError as error:
            _log.debug("the portal takes no name: %s", error)
        await self._call(_PROPERTIES, "Get", "ss", (_SHORTCUTS, "version"))
        where = (_BUS, _BUS_PATH, _BUS)
        [self._owner] = await self._bus.call(where, "GetNameOwner", "s", (_NAME,))
        self._scope.start(self._listen(), name="listen")

    async def bind(self, shortcuts: list[tuple[str, dict[str, Any]]]) -> HotkeyState:
        """Begin a session and ask for ``shortcuts``; the person may take their time."""
        self._wanted = tuple(HotkeyAction(name) for name, _about in shortcuts)
        token = {"session_handle_token": ("s", _token())}
        try:
            async with asyncio.timeout(PATIENCE_S):
                code, results = await self._request("CreateSession", "a{sv}", (), token)
        except TimeoutError as error:
            msg = "the portal is silent"
            raise BusError(msg) from error
        if code != _DONE:
            msg = "the portal gives no session"
            raise BusError(msg)
        self._session = str(_plain(results.get("session_handle", "")))
        self._changed(HotkeyState(HotkeySupport.DESKTOP, is_asking=True))
        values = (self._session, shortcuts, "")
        code, results = await self._request("BindShortcuts", "oa(sa{sv})sa{sv}", values, {})
        return self._state(results.get("shortcuts") if code == _DONE else None)

    async def close(self) -> None:
        """End the session and leave."""
        await self._scope.aclose()
        bus, self._bus = self._bus, None
        if bus is not None:
            await bus.close()

    async def _call(
        self, interface: str, method: str, signature: str, values: tuple[Any, ...]
    ) -> tuple[Any, ...]:
        if self._bus is None:
            msg = "the connection is closed"
            raise BusError(msg)
        return await self._bus.call((_NAME, _PATH, interface), method, signature, values)

    async def _request(
        self,
        method: str,
        signature: str,
        values: tuple[Any, ...],
        options: dict[str, tuple[str, str]],
    ) -> tuple[int, dict[str, Any]]:
        """A request whose answer comes as a signal: its code and results."""
        token = _token()
        options = {**options, "handle_token": ("s", token)}
        # Known beforehand, since the answer may come before the call returns.
        sender = self._bus.name.removeprefix(":").replace(".", "_") if self._bus else ""
        path = f"{_PATH}/request/{sender}/{token}"
        answer: asyncio.Future[tuple[int, dict[str, Any]]]
        answer = self._answers[path] = asyncio.get_running_loop().create_future()
        try:
            [handle] = await self._call(_SHORTCUTS, method, signature, (*values, options))
            self._answers[str(handle)] = answer
            return await answer
        finally:
            self._answers = {key: kept for key, kept in self._answers.items() if kept is not answer}

    async def _listen(self) -> None:
        while True:
            message = await self._heard.get()
            fields = message.header.fields
            sender, member = fields.get(_FIELD_SENDER), fields.get(_FIELD_MEMBER)
            if sender == self._owner:
                self._hear(str(fields.get(_FIELD_PATH, "")), member, message.body)
            elif (sender, member) == (_BUS, "NameOwnerChanged") and message.body[1] == self._owner:
                # Not its coming: the bus may have started it for our first call.
                self._end()

    def _hear(self, path: str, member: str, body: tuple[Any, ...]) -> None:
        match member, body:
            case "Response", (int(code), dict(results)) if path in self._answers:
                if not self._answers[path].done():
                    self._answers[path].set_result((code, results))
            case "Activated", (str(session), str(name), *_) if session == self._session:
                if action := _action(name):
                    self._fired(action)
            case "ShortcutsChanged", (str(session), list(found)) if session == self._session:
                self._changed(self._state(found))
            case "Closed", _ if path == self._session:
                self._end()

    def _end(self) -> None:
        """The desktop takes everything back."""
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(BusError("the portal went away"))
        _log.info("hotkeys lost: the portal ended the session")
        lost = dict.fromkeys(self._wanted, HotkeyProblem.LOST)
        self._changed(HotkeyState(HotkeySupport.DESKTOP, lost))

    def _state(self, found: object) -> HotkeyState:
        """What the desktop gave, as it says itself; ``None`` where the person said no."""
        triggers: dict[HotkeyAction, str] = {}
        given = set()
        shortcuts = _plain(found)
        for each in shortcuts if isinstance(shortcuts, list) else ():
            match each:
                case (str(name), dict(about)) if action := _action(name):
                    given.add(action)
                    said = _plain(about.get("trigger_description", ""))
                    if words := clean_text(str(said))[:_MAX_WORDS]:
                        triggers[action] = words
        refused = [action for action in self._wanted if action not in given]
        problems = dict.fromkeys(refused, HotkeyProblem.NOT_GRANTED)
        return HotkeyState(HotkeySupport.DESKTOP, problems, triggers)


def _plain(value: object) -> object:
    """The value of a variant, which jeepney gives as its signature and itself."""
    match value:
        case (str(), inner):
            return inner
    return value


def _action(name: str) -> HotkeyAction | None:
    return next((action for action in HotkeyAction if action.value == name), None)


def _token() -> str:
    return f"agent_desk_{secrets.token_hex(8)}"
