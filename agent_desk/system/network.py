"""Noticing that this machine is on another network than before."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation

_log = logging.getLogger(__name__)
_SETTLE_MS: Final = 500


class NetworkWatch(QObject):
    """Tells that the network changed, half a second after the last sign of it.

    Does nothing where the system has no way to tell. Signals: ``changed()``.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, settle_ms: int = _SETTLE_MS) -> None:
        super().__init__(parent)
        self._settle = QTimer(self, singleShot=True, interval=settle_ms)
        self._settle.timeout.connect(self.changed)

    def start(self) -> bool:
        """Watch from now on; ``False`` where the system cannot tell. Takes some 30 ms."""
        # Here, since the start of the window should not pay for it.
        from PySide6.QtNetwork import QNetworkInformation  # noqa: PLC0415

        feature = QNetworkInformation.Feature.Reachability
        if not QNetworkInformation.loadBackendByFeatures(feature):
            _log.info("network changes cannot be noticed here")
            return False
        self.watch(QNetworkInformation.instance())
        return True

    def watch(self, information: QNetworkInformation) -> None:
        """Listen to ``information``."""
        information.reachabilityChanged.connect(self._on_reachability_changed)
        information.transportMediumChanged.connect(self._on_medium_changed)
        information.isBehindCaptivePortalChanged.connect(self._on_portal_changed)

    @Slot(object)
    def _on_reachability_changed(self, reachability: QNetworkInformation.Reachability) -> None:
        if reachability is not reachability.Disconnected:
            self._settle.start()

    @Slot(object)
    def _on_medium_changed(self, _medium: object) -> None:
        self._settle.start()

    @Slot(bool)
    def _on_portal_changed(self, is_behind: bool) -> None:
        if not is_behind:
            self._settle.start()
