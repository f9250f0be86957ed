"""The main window: one page at a time, and what floats above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from agent_desk.ui.widgets import Toast

_WIDTH: Final = 440
_HEIGHT: Final = 680
_TITLE_BAR_PX: Final = 40
_EDGE: Final = 16


class MainWindow(QWidget):
    """Shows one of its pages; closing it is a wish, not an act.

    Signals: ``close_requested()``.
    """

    close_requested = Signal()

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        self._toast: Toast | None = None
        self._is_in_background = False
        self.setWindowTitle(self.tr("agent_desk"))
        # At 200 % a common screen has 540 px: what does not fit scrolls, but only if it may.
        free = self.screen().availableGeometry().height() - _TITLE_BAR_PX
        self.setMinimumSize(_WIDTH, min(_HEIGHT, free))
        self.resize(_WIDTH, min(_HEIGHT, free))
        self._pages = QStackedLayout(self)
        for page in pages:
            self._pages.addWidget(page)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.currentWidget()

    def add_page(self, page: QWidget) -> None:
        """Have one more page to show."""
        self._pages.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show ``page`` in place of the others."""
        self._pages.setCurrentWidget(page)

    def begin_in_background(self, *, has_tray: bool) -> None:
        """Stay out of sight until a person asks; without a tray, minimised on the task bar."""
        self._is_in_background = True
        if not has_tray:
            self.showMinimized()

    def present(self) -> None:
        """Be on the screen, unless in the background."""
        if not self._is_in_background:
            self.show()

    def need_person(self) -> None:
        """Leave the background, without taking the keyboard: only a person can go on."""
        if self._is_in_background:
            self._is_in_background = False
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            self.showNormal()
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)

    def come_forward(self) -> None:
        """Be the active window, in front of all others."""
        self._is_in_background = False
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def show_toast(self, toast: Toast) -> None:
        """Let ``toast`` float at the lower edge; the one before goes."""
        self.close_toast()
        self._toast = toast
        toast.setParent(self)
        toast.closed.connect(self._on_toast_closed)
        self._place_toast()
        toast.show()
        toast.raise_()

    def close_toast(self) -> None:
        """Take the toast away."""
        if self._toast is not None:
            self._toast.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.close_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_toast()

    def _place_toast(self) -> None:
        if self._toast is not None:
            # The toast brings the room for its shadow along.
            margin = self._toast.margin
            height = self._toast.fit(self.width() - 2 * _EDGE)
            self._toast.move(_EDGE - margin, self.height() - _EDGE - height - margin)

    def _on_toast_closed(self) -> None:
        toast, self._toast = self._toast, None
        if toast is not None:
            toast.deleteLater()
