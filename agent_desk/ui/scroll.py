"""A page that scrolls up and down when it is higher than its window."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent


class _Content(QWidget):
    """Asks for the height that its wrapped words need at its width; Qt counts one line for each."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def fit(self) -> None:
        """Ask for it now."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))
        else:
            self.setMinimumHeight(0)


class ScrollPage(QScrollArea):
    """Shows ``content``, to which a layout is given afterwards, on the ground of its parent."""

    def __init__(self) -> None:
        super().__init__()
        self.content = _Content()
        self._places: dict[str, int] = {}
        self._arrangement = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    @contextmanager
    def relaid(self, arrangement: str) -> Iterator[None]:
        """Within this, change the content's layout; after it all stands in its place.

        Each ``arrangement`` keeps the place to which it was scrolled, and a widget with the focus
        that was to be seen stays so.
        """
        bar, focused = self.verticalScrollBar(), self._focused()
        self._places[self._arrangement] = bar.value()
        self._arrangement = arrangement
        yield
        layout = self.content.layout()
        if layout is not None:
            layout.activate()
        self.content.fit()
        # The area takes the content's new height when it hears of it: here, not in a later turn.
        QCoreApplication.sendEvent(self.content, QEvent(QEvent.Type.LayoutRequest))
        bar.setValue(self._places.get(arrangement, bar.value()))
        if focused is not None:
            self.ensureWidgetVisible(focused, 0, 0)

    def _focused(self) -> QWidget | None:
        """What has the focus and is to be seen."""
        focused = QApplication.focusWidget()
        if focused is None or not self.content.isAncestorOf(focused):
            return None
        # The page may have its new width already, and what it shows not: only the height tells.
        top = focused.mapTo(self.viewport(), QPoint(0, 0)).y()
        is_seen = -focused.height() < top < self.viewport().height()
        return focused if is_seen else None
