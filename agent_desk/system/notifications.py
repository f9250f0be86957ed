"""Notifications of the desktop itself (freedesktop.org: Desktop Notifications Specification).

Spoken over the session bus with jeepney: PySide hands every integer to D-Bus as signed, and the
service's ``Notify`` wants an unsigned one, which strict desktops insist on.
"""

from __future__ import annotations

import asyncio
import html
import logging
from typing import TYPE_CHECKING, Any, Final

from agent_desk.system.directories import APP_NAME
from agent_desk.system.session_bus import BusError, SessionBus

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.core.note import Note

_NAME: Final = "org.freedesktop.Notifications"
_PATH: Final = "/org/freedesktop/Notifications"
# D-Bus Specification, "Header Fields"
_MEMBER: Final = 3
_MOST_WAITING: Final = 64
_MOST_SHOWN: Final = 64
_CRITICAL: Final = 2
_NORMAL: Final = 1
_NEVER: Final = 0
_AS_USUAL: Final = -1

_log = logging.getLogger(__name__)


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
        self._waiting: asyncio.Queue[Any] = asyncio.Queue()
        self._service: _Service | None = None
        self._shown: dict[str, int] = {}
        self._lasting: set[str] = set()
        self._token = ""
        self._was_missing = False

    def show(self, note: Note) -> None:
        """Show ``note`` soon; it comes back at once where too much is waiting already."""
        if self._waiting.qsize() < _MOST_WAITING:
            self._waiting.put_nowait(note)
        else:
            self._on_refused(note)

    def withdraw(self, key: str) -> None:
        """Take a note away soon, if it is still there."""
        # Never refused: a lasting note would stay on the screen for good.
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
        except BusError as error:
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
            except BusError:
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
    """Whoever shows notifications in this session; its calls raise ``BusError``."""

    def __init__(self, bus: SessionBus) -> None:
        self._bus = bus
        self._abilities: frozenset[str] = frozenset()

    @classmethod
    async def open(cls, heard: asyncio.Queue[Any]) -> _Service:
        """Connect; what the service says by itself goes into ``heard``."""
        service = cls(await SessionBus.open((_NAME,), heard))
        try:
            [abilities] = await service._call("GetCapabilities", "", ())
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
        [number] = await self._call("Notify", "susssasa{sv}i", values)
        return int(number)

    async def close_note(self, known: int) -> None:
        """Take away the note with that number."""
        await self._call("CloseNotification", "u", (known,))

    async def close(self) -> None:
        """Leave the bus."""
        await self._bus.close()

    async def _call(self, method: str, signature: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
        return await self._bus.call((_NAME, _PATH, _NAME), method, signature, values)
