"""Asks in which form and where the calls that are shown are to be saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from agent_desk.ui import save_dialog, text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from agent_desk.desk.history import HistoryQuery

CSV, JSON = ".csv", ".json"
_NAME: Final = "calls"


class ExportMenu(QObject):
    """One press for a table, one for a file that scripts read.

    Signals: ``export_requested(str, HistoryQuery)`` with the path, whose ending tells the form:
    ``.json``, else CSV.
    """

    export_requested = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._menu = QMenu(parent)
        self._menu.setTitle(self.tr("Export"))
        self._query: HistoryQuery | None = None
        for ending, said in (
            (CSV, self.tr("Table (CSV)")),
            (JSON, self.tr("For programs (JSON)")),
        ):
            entry = self._menu.addAction(text.menu(said))
            entry.triggered.connect(partial(self._on_form_chosen, ending))

    def open(self, button: QWidget, query: HistoryQuery) -> None:
        """Offer the forms below ``button``; what ``query`` finds is what will be saved."""
        self._query = query
        self._menu.ensurePolished()
        x = button.width() - self._menu.sizeHint().width()
        x = 0 if button.isRightToLeft() else x
        self._menu.popup(button.mapToGlobal(QPoint(x, button.height() + 4)))

    def _on_form_chosen(self, ending: str, _is_checked: bool = False) -> None:  # noqa: FBT002
        title = self.tr("Save the calls that are shown")
        chosen = partial(self._on_path_chosen, ending)
        save_dialog.ask_where(self._parent, title, f"{_NAME}{ending}", chosen)

    def _on_path_chosen(self, ending: str, path: str) -> None:
        if self._query is not None:
            has_ending = path.casefold().endswith(ending)
            self.export_requested.emit(path if has_ending else f"{path}{ending}", self._query)
