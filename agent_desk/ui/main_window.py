"""The main window: one page at a time, and what floats above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from agent_desk.ui.icons import Icon
    from agent_desk.ui.rail import Rail
    from agent_desk.ui.widgets import Toast

_WIDTH: Final = 440
_HEIGHT: Final = 680
_TITLE_BAR_PX: Final = 40
_EDGE: Final = 16


class MainWindow(QWidget):
    """Shows one of its pages; closing it is a wish, not an act.

    The rail stands beside pages that have an entry there, once there are two entries to choose
    from. Signals: ``close_requested()``.
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
        self._rail: Rail | None = None
        self._entries: dict[QWidget, str] = {}
        self._openers: dict[str, Callable[[], None]] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._pages = QStackedLayout()
        self._row.addLayout(self._pages, 1)
        for page in pages:
            self._pages.addWidget(page)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.currentWidget()

    @property
    def rail(self) -> Rail | None:
        """The way from page to page, once there is an entry."""
        return self._rail

    def go_home(self) -> None:
        """Show the page whose entry was added first, with the keyboard, in place of another one.

        Pages that the rail does not lead to stay: only who shows them knows when they are over.
        """
        home = next(iter(self._entries), None)
        if home is not None and self.is_railed and self.page is not home:
            self.show_page(home)
            home.setFocus()

    @property
    def is_railed(self) -> bool:
        """Whether the page that is shown is one of those that the rail leads to."""
        return self.page in self._entries

    def add_page(self, page: QWidget, entry: str = "") -> None:
        """Have one more page to show; ``entry`` is the one of the rail that stands for it."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        if entry:
            self._entries[page] = entry

    def drop_page(self, page: QWidget) -> None:
        """Have this page no longer; where it was shown the first one is."""
        if page is self.page:
            self.go_home()
        self._entries.pop(page, None)
        self._pages.removeWidget(page)
        page.setParent(None)

    def add_entry(
        self, entry: str, icon: Icon, word: str, opens: Callable[[], None], *, is_last: bool = False
    ) -> None:
        """Let the rail lead to one more page by calling ``opens``, which may show it or not.

        Name the entry in ``add_page`` too. ``is_last`` stands at the lower edge of the rail.
        """
        if self._rail is None:
            # Here, since nobody needs it for the first paint.
            from agent_desk.ui.rail import Rail  # noqa: PLC0415

            self._rail = Rail(self)
            self._rail.hide()
            self._rail.chosen.connect(self._on_rail_chosen)
            self._row.insertWidget(0, self._rail)
        self._openers[entry] = opens
        self._rail.add_entry(entry, icon, word, is_last=is_last)
        self._follow_page()

    def remove_entry(self, entry: str) -> None:
        """Let the rail lead there no longer."""
        if self._rail is not None and self._openers.pop(entry, None) is not None:
            self._rail.remove_entry(entry)
            self._follow_page()

    def show_page(self, page: QWidget) -> None:
        """Show ``page`` in place of the others."""
        if page is not self.page:
            self._pages.setCurrentWidget(page)
            self._follow_page()

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
            self._unminimise()
            self.show()
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)

    def come_forward(self) -> None:
        """Be the active window, in front of all others."""
        self._is_in_background = False
        self._unminimise()
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

    def _unminimise(self) -> None:
        # Not showNormal(): what was maximised is so again.
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)

    def _follow_page(self) -> None:
        page = self.page
        if self._rail is not None and page is not None:
            entry = self._entries.get(page, "")
            self._rail.select(entry)
            self._rail.setVisible(bool(entry) and len(self._rail.entries) > 1)
            # In this turn, or the page would be painted once in its old width.
            self._row.activate()
            self._place_toast()

    def _on_rail_chosen(self, entry: str) -> None:
        self._openers[entry]()

    def _place_toast(self) -> None:
        page = self.page
        if self._toast is not None and page is not None:
            # The toast brings the room for its shadow along.
            margin, area = self._toast.margin, page.geometry()
            width = min(area.width(), _WIDTH) - 2 * _EDGE
            height = self._toast.fit(width)
            x = area.x() + (area.width() - width) // 2
            self._toast.move(x - margin, self.height() - _EDGE - height - margin)

    def _on_toast_closed(self) -> None:
        toast, self._toast = self._toast, None
        if toast is not None:
            toast.deleteLater()
