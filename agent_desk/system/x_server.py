"""A connection of our own to the X server that ``DISPLAY`` names, beside Qt's."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

_log = logging.getLogger(__name__)


class NoXServerError(Exception):
    """There is none, or it is gone; the text says why, for the log."""


async def connected() -> Any:  # noqa: ANN401 - python-xlib has no types
    """A ``Display``, made on a worker: some 40 ms. Nothing of it is left where this is cancelled.

    Raises ``NoXServerError``.
    """
    opening = asyncio.get_running_loop().run_in_executor(None, _connect)
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        opening.add_done_callback(_close_late)
        raise


def faults() -> tuple[type[Exception], ...]:
    """What python-xlib raises where the server is gone."""
    from Xlib.error import ConnectionClosedError  # noqa: PLC0415

    return (ConnectionClosedError, OSError)


def _connect() -> Any:  # noqa: ANN401 - python-xlib has no types
    try:
        from Xlib import error  # noqa: PLC0415 - Linux only, and only where there is need
        from Xlib.display import Display  # noqa: PLC0415
    except ImportError as missing:
        msg = "python-xlib is not installed"
        raise NoXServerError(msg) from missing
    try:
        display = Display()
    except (error.DisplayError, error.XauthError, error.ConnectionClosedError, OSError) as problem:
        msg = f"no X server ({type(problem).__name__})"
        raise NoXServerError(msg) from problem
    display.set_error_handler(_on_x_error)  # python-xlib's own writes to stderr
    return display


def _close_late(opening: asyncio.Future[Any]) -> None:
    if not opening.cancelled() and opening.exception() is None:
        opening.result().close()


def _on_x_error(error: object, _request: object) -> None:
    _log.debug("the X server refuses a request: %s", type(error).__name__)
