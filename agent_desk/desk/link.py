"""The connection as a person is told about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from agent_desk.core.link import Link


@dataclass(frozen=True, slots=True)
class LinkView:
    """What the connection pill and banner show.

    ``server`` is a host's short name; ``blind_since`` when the last working connection was lost;
    ``transport`` what carries the connection (``websocket`` or ``polling``), empty without one;
    ``retry_at`` a monotonic second; ``error_code`` one of the codes of ``core.errors`` and its
    family, with ``detail`` as the English sentence for it.
    """

    state: Link
    server: str = ""
    protocol: int | None = None
    transport: str = ""
    attempt: int = 0
    retry_at: float | None = None
    blind_since: datetime | None = None
    error_code: str = ""
    detail: str = ""
