"""Where a toast floats: in the window while a person works in it, else above the pops."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent_desk.ui.main_window import MainWindow
    from agent_desk.ui.pop_stack import PopStack
    from agent_desk.ui.widgets import Toast


class Toasts:
    """One toast at a time, in one of the two places."""

    def __init__(self, window: MainWindow, pops: PopStack) -> None:
        self._window = window
        self._pops = pops

    def show(self, toast: Toast) -> None:
        """Let ``toast`` float; the one before goes. In the window the keyboard reaches it."""
        self.close()
        if self._window.isActiveWindow():
            self._window.show_toast(toast)
        else:
            self._pops.show_toast(toast)

    def close(self) -> None:
        """Take the toast away."""
        self._window.close_toast()
        self._pops.close_toast()
