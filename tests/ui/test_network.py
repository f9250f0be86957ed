"""A change of the network is told once, and only when there is one again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation

from agent_desk.system.network import NetworkWatch
from tests.helpers.until import until

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Reachability = QNetworkInformation.Reachability
Medium = QNetworkInformation.TransportMedium


class Information(QObject):
    """Says what Qt's own would say; that one cannot be made to."""

    reachabilityChanged = Signal(Reachability)  # noqa: N815 - Qt's name
    transportMediumChanged = Signal(Medium)  # noqa: N815
    isBehindCaptivePortalChanged = Signal(bool)  # noqa: N815


class Watched:
    def __init__(self) -> None:
        self.information = Information()
        self.watch = NetworkWatch(settle_ms=20)
        self.watch.watch(self.information)  # type: ignore[arg-type]  # has the same signals
        self.changes = 0
        self.watch.changed.connect(self._count)

    def _count(self) -> None:
        self.changes += 1


async def test_many_signs_of_one_change_are_one(qtbot: QtBot) -> None:
    del qtbot
    watched = Watched()
    watched.information.transportMediumChanged.emit(Medium.WiFi)
    watched.information.reachabilityChanged.emit(Reachability.Local)
    watched.information.reachabilityChanged.emit(Reachability.Online)
    await until(lambda: watched.changes)
    await asyncio.sleep(0.05)
    assert watched.changes == 1


async def test_a_network_that_is_gone_is_no_reason_to_hurry(qtbot: QtBot) -> None:
    del qtbot
    watched = Watched()
    watched.information.reachabilityChanged.emit(Reachability.Disconnected)
    watched.information.isBehindCaptivePortalChanged.emit(True)
    await asyncio.sleep(0.05)
    assert watched.changes == 0
    watched.information.isBehindCaptivePortalChanged.emit(False)
    await until(lambda: watched.changes == 1)


@pytest.mark.usefixtures("qtbot")
def test_it_starts_wherever_the_system_can_tell() -> None:
    watch = NetworkWatch()
    assert watch.start() is (QNetworkInformation.instance() is not None)
