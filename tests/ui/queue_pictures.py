"""The page of queues in front of the camera of ``tests.ui.pictures``."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from agent_desk.core.phone import PhoneNumber
from agent_desk.desk.gave_up import GaveUp
from agent_desk.desk.queue_view import QueuesView, QueueView, Waiting
from agent_desk.desk.recent import ListState
from agent_desk.ui.masking import masking
from agent_desk.ui.queues_page import QueuesPage
from agent_desk.ui.widgets import Segmented

if TYPE_CHECKING:
    from agent_desk.core.clock import Clock
    from tests.ui.pictures import Studio

# What is left beside the rail.
COMPACT: Final = QSize(367, 680)
WIDE: Final = QSize(960, 640)
_LOOKS: Final = (("light", "en"), ("dark", "he"), ("high-contrast", "en"), ("light", "ru"))
_NAMES: Final = {
    "en": ("Sales", "Support", "Renewals", "Omer Katz", "Dana Levi"),
    "he": ("מכירות", "תמיכה", "חידושים", "עומר כץ", "דנה לוי"),
    "ru": ("Отдел продаж", "Поддержка", "Продления", "Олег Кац", "Дарья Левина"),
}


def a_view(clock: Clock, code: str = "en") -> QueuesView:
    """Three queues and two people to call back."""
    now, at = clock.monotonic(), clock.now()
    sales, support, renewals, omer, dana = _NAMES[code]
    return QueuesView(
        state=ListState.READY,
        queues=(
            QueueView(3, renewals),
            QueueView(
                1,
                sales,
                (
                    Waiting("a", PhoneNumber("972509452210"), now - 228),
                    Waiting("b", PhoneNumber("Anonymous"), now - 72),
                    Waiting("c", PhoneNumber("97236129944"), now - 31),
                ),
                answered=41,
                abandoned=3,
            ),
            QueueView(
                2, support, (Waiting("d", PhoneNumber("972547654321"), now - 19, omer),), answered=7
            ),
        ),
        gave_up=(
            GaveUp("p1", PhoneNumber("972501234567"), at, 250, dana, sales, count=2),
            GaveUp("p2", PhoneNumber("97236129944"), at - timedelta(hours=30), 64, "", support),
        ),
        nameless=1,
        unseen=2,
        since=at - timedelta(hours=2),
    )


def queues(studio: Studio) -> None:
    """The page wide, compact and in its other states."""
    for scheme, code in _LOOKS:
        studio.look(scheme, code)
        name = f"{code}-{scheme}"
        page, view = QueuesPage(studio.clock), a_view(studio.clock, code)
        page.show_queues(view)
        page.resize(WIDE)
        page.show()
        studio.take(f"queues-wide-{name}", page)
        page.resize(COMPACT)
        studio.take(f"queues-{name}", page)
        tabs = page.findChildren(Segmented)
        for tab in tabs:
            tab.select(1)
        studio.take(f"queues-gave-up-{name}", page)
        for tab in tabs:
            tab.select(0)
        masking.switch(is_on=True)
        stale = replace(view, is_stale=True, as_of=studio.clock.now(), error_code="unreachable")
        page.show_queues(stale)
        studio.take(f"queues-stale-{name}", page)
        masking.switch(is_on=False)
        page.show_queues(QueuesView(ListState.NO_CODE, error_code="no_api_code"))
        studio.take(f"queues-no-code-{name}", page)
        page.show_queues(QueuesView(ListState.READY, is_asked=True))
        studio.take(f"queues-none-{name}", page)
        page.close()
        page.deleteLater()
        studio.shell.close_all()
