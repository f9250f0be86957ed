"""What is kept on this PC of whoever signs in, opened beside a window that may be running."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from agent_desk.core.errors import NotSignedInError
from agent_desk.store.store import Store
from agent_desk.system.directories import Directories

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from agent_desk.commands.context import Context
    from agent_desk.core.errors import StorageError


@asynccontextmanager
async def kept_store(context: Context) -> AsyncIterator[Store | None]:
    """The store of the signed-in identity; ``None`` where nothing was ever kept.

    Raises ``NotSignedInError``. Looking makes no file. That the file was damaged is said.
    """
    settings = context.settings
    if settings.sign_in is None:
        raise NotSignedInError
    folder = Directories.of_this_user().identity_data(settings.identity_key(settings.sign_in))
    rebuilt: list[StorageError] = []
    store = Store(folder, rebuilt.append)
    if not store.path.exists():
        yield None
        return
    try:
        yield store
    finally:
        await store.aclose()
        for error in rebuilt:
            context.output.notice(f"{error.message} {error.next_step}")
