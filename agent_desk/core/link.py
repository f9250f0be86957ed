"""The states of the connection, in the words of the JSON lines."""

from __future__ import annotations

from enum import Enum


class Link(Enum):
    """Whether calls can be seen right now."""

    CONNECTING = "connecting"
    CONNECTED = "connected"
    RECONNECTING = "reconnecting"
    POLLING = "polling"
    OFFLINE = "offline"
    SIGNED_OUT = "signed_out"
