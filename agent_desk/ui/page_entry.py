"""A page that the rail leads to, made when a person first asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent_desk.ui.icons import Icon
    from agent_desk.ui.main_window import MainWindow

Page = TypeVar("Page", bound=QWidget)


class PageEntry(QObject, Generic[Page]):
    """Leads from the rail of ``window`` to the page that ``make`` gives.

    Signals: ``opened()`` when a person came to it; ``watched(bool)`` whenever it can be seen from
    now on, or no longer.
    """

    opened = Signal()
    watched = Signal(bool)

    def __init__(
        self, window: MainWindow, entry: str, icon: Icon, word: str, make: Callable[[], Page]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._entry = entry
        self._make = make
        self._page: Page | None = None
        window.add_entry(entry, icon, word, self.open)

    @property
    def page(self) -> Page | None:
        """The page, once somebody asked for it."""
        return self._page

    @property
    def is_open(self) -> bool:
        """Whether the main window shows this page."""
        return self._page is not None and self._window.page is self._page

    def open(self) -> None:
        """Show the page in the main window."""
        if self._page is None:
            self._page = self._make()
            self._page.installEventFilter(self)
            self._window.add_page(self._page, self._entry)
        self._window.show_page(self._page)
        self.opened.emit()

    def forget(self) -> None:
        """Let the page go; the next one who opens it gets another. It is not in sight any more."""
        page, self._page = self._page, None
        if page is not None:
            self._window.drop_page(page)
            page.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.watched.emit(event.type() == QEvent.Type.Show)
        return super().eventFilter(watched, event)
