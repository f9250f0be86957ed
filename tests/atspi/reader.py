"""A screen reader's side of AT-SPI 2: the tree of a program, its events, and what can be done.

Spoken with jeepney over the accessibility bus. Source: freedesktop.org, at-spi2-core, ``xml/``
(the interfaces) and ``atspi/atspi-constants.h`` (the numbers of roles and states).
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import jeepney
import jeepney.io.asyncio as jeepney_io

from agent_desk.core.tasks import TaskScope
from tests.helpers.until import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

Foreign: TypeAlias = Any  # jeepney ships no types

_REGISTRY: Final = "org.a11y.atspi.Registry"
_ROOT: Final = "/org/a11y/atspi/accessible/root"
_PREFIX: Final = "org.a11y.atspi."
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_EVENTS: Final = "org.a11y.atspi.Event.Object"
_WANTED: Final = ("object:announcement", "object:state-changed")
_IN_ITS_WINDOW: Final = 1
_PATIENCE_S: Final = 10


class Role(IntEnum):
    """What an object is; those which a program like this may have."""

    CHECK_BOX = 7
    FILLER = 20
    FRAME = 23
    LABEL = 29
    LIST = 31
    LIST_ITEM = 32
    PAGE_TAB = 37
    PAGE_TAB_LIST = 38
    PASSWORD_TEXT = 40
    PUSH_BUTTON = 43
    RADIO_BUTTON = 44
    SCROLL_BAR = 48
    TEXT = 61
    APPLICATION = 75
    LINK = 88


class State(IntEnum):
    """What may be true of an object: the number of its bit."""

    ACTIVE = 1
    CHECKED = 4
    ENABLED = 8
    FOCUSABLE = 11
    FOCUSED = 12
    VISIBLE = 30


class Place(NamedTuple):
    """Where an object lies in its window, in px."""

    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Address:
    """One object of one program."""

    bus: str
    path: str


@dataclass(frozen=True, slots=True)
class Node:
    """One object that can be seen, with all such below it, as it was when it was read."""

    address: Address
    role: int
    name: str
    description: str
    states: frozenset[int]
    interfaces: frozenset[str]
    place: Place
    children: tuple[Node, ...]

    def __iter__(self) -> Iterator[Node]:
        """This and all below, in the order in which they are found."""
        yield self
        for child in self.children:
            yield from child

    def __str__(self) -> str:
        role = Role(self.role).name.lower() if self.role in set(Role) else str(self.role)
        return f"{role} {self.name!r}"

    def one(self, role: Role, name: str) -> Node:
        """The first of this role and name; it must be there."""
        for node in self:
            if (node.role, node.name) == (role, name):
                return node
        msg = f"no {role.name} {name!r}"
        raise LookupError(msg)

    def all(self, role: Role) -> list[Node]:
        """Everything of this role."""
        return [node for node in self if node.role == role]

    @property
    def can_take_keys(self) -> bool:
        """Whether the keyboard can go there."""
        return {State.FOCUSABLE, State.ENABLED} <= self.states


@dataclass(frozen=True, slots=True)
class Event:
    """What a program told: ``kind`` is ``Announcement`` or ``StateChanged``."""

    source: Address
    kind: str
    detail: str
    first: int
    value: Any


@dataclass
class Reader:
    """A screen reader on one accessibility bus; ``events`` are those that came so far."""

    _router: Foreign
    events: list[Event] = field(default_factory=list)

    async def windows(self, application: str) -> list[Node]:
        """The windows of a program that has registered, as far as they can be seen."""
        [found] = await self._call(Address(_REGISTRY, _ROOT), "Accessible", "GetChildren")
        for each in found:
            at = Address(*each)
            if await self._get(at, "Name") == application:
                return list((await self.read(at)).children)
        raise LookupError(application)

    async def read(self, at: Address) -> Node:
        """What can be seen at and below ``at``."""
        return await self._read(at, await self._states(at))

    async def until_called(self, node: Node, name: str) -> None:
        """Wait until ``node`` is called ``name``."""
        async with asyncio.timeout(_PATIENCE_S):
            # Asking takes its time; nothing else would be gained by waiting in between.
            while await self._get(node.address, "Name") != name:
                pass

    async def press(self, node: Node) -> None:
        """Do the first thing that ``node`` offers."""
        [is_done] = await self._call(node.address, "Action", "DoAction", "i", 0)
        assert is_done

    async def type(self, node: Node, words: str) -> None:
        """Fill a field."""
        [is_done] = await self._call(node.address, "EditableText", "SetTextContents", "s", words)
        assert is_done

    async def text(self, node: Node) -> str:
        """What stands in a field, as far as it is given away."""
        [said] = await self._call(node.address, "Text", "GetText", "ii", 0, -1)
        return str(said)

    async def hear(self, is_it: Callable[[Event], bool], what: str, *, since: int = 0) -> Event:
        """The first event from number ``since`` on that ``is_it``."""
        found = await until(lambda: list(filter(is_it, self.events[since:])), what=what)
        return found[0]

    async def listen(self, signals: Foreign) -> None:
        """Note every event, for ever."""
        while True:
            message = await signals.get()
            fields = message.header.fields
            source = Address(fields[jeepney.HeaderFields.sender], fields[jeepney.HeaderFields.path])
            detail, first, _second, (_signature, value), *_rest = message.body
            kind = fields[jeepney.HeaderFields.member]
            self.events.append(Event(source, kind, detail, first, value))

    async def subscribe(self) -> None:
        """Have programs tell what they otherwise keep to themselves."""
        rule = jeepney.MatchRule(type="signal", interface=_EVENTS)
        await self._answer(jeepney.message_bus.AddMatch(rule))
        registry = Address(_REGISTRY, "/org/a11y/atspi/registry")
        for each in _WANTED:
            await self._call(registry, "Registry", "RegisterEvent", "s", each)

    async def _states(self, at: Address) -> frozenset[int]:
        [words] = await self._call(at, "Accessible", "GetState")
        bits = sum(word << 32 * at for at, word in enumerate(words))
        return frozenset(bit for bit in range(64) if bits >> bit & 1)

    async def _read(self, at: Address, states: frozenset[int]) -> Node:
        [interfaces] = await self._call(at, "Accessible", "GetInterfaces")
        [role] = await self._call(at, "Accessible", "GetRole")
        [below] = await self._call(at, "Accessible", "GetChildren")
        place = Place()
        if _PREFIX + "Component" in interfaces:
            [extents] = await self._call(at, "Component", "GetExtents", "u", _IN_ITS_WINDOW)
            place = Place(*extents)
        children = []
        for each in below:
            child = Address(*each)
            seen = await self._states(child)
            if State.VISIBLE in seen:
                children.append(await self._read(child, seen))
        name, description = await self._get(at, "Name"), await self._get(at, "Description")
        known = frozenset(each.removeprefix(_PREFIX) for each in interfaces)
        return Node(at, role, name, description, states, known, place, tuple(children))

    async def _get(self, at: Address, name: str) -> str:
        address = jeepney.DBusAddress(at.path, bus_name=at.bus, interface=_PROPERTIES)
        body = (f"{_PREFIX}Accessible", name)
        call = jeepney.new_method_call(address, "Get", "ss", body)
        [(_signature, value)] = await self._answer(call)
        return str(value)

    async def _call(
        self, at: Address, interface: str, method: str, signature: str = "", *body: object
    ) -> tuple[Any, ...]:
        address = jeepney.DBusAddress(at.path, bus_name=at.bus, interface=_PREFIX + interface)
        call = jeepney.new_method_call(address, method, signature or None, body)
        return await self._answer(call)

    async def _answer(self, call: Foreign) -> tuple[Any, ...]:
        async with asyncio.timeout(_PATIENCE_S):
            reply = await self._router.send_and_get_reply(call)
        assert reply.header.message_type is not jeepney.MessageType.error, reply.body
        body: tuple[Any, ...] = reply.body
        return body


@asynccontextmanager
async def screen_reader(session_bus: str) -> AsyncIterator[Reader]:
    """A screen reader in the session whose bus has this address, for the length of a block."""
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(_router(session_bus))
        ask = jeepney.DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        async with asyncio.timeout(_PATIENCE_S):
            reply = await session.send_and_get_reply(jeepney.new_method_call(ask, "GetAddress"))
        [address] = reply.body
        router = await stack.enter_async_context(_router(address))
        reader = Reader(router)
        rule = jeepney.MatchRule(type="signal", interface=_EVENTS)
        signals: asyncio.Queue[Foreign] = asyncio.Queue()
        stack.enter_context(router.filter(rule, queue=signals))
        scope = TaskScope("screen reader")
        stack.push_async_callback(scope.aclose)
        scope.start(reader.listen(signals), name="listen")
        await reader.subscribe()
        yield reader


@asynccontextmanager
async def _router(address: str) -> AsyncIterator[Foreign]:
    connection = await jeepney_io.open_dbus_connection(address)
    try:
        async with jeepney_io.DBusRouter(connection) as router:
            yield router
    finally:
        await connection.close()
