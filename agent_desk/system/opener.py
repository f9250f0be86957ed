"""Opening links with the system's own browser."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

ALLOWED_SCHEMES: Final = frozenset({"http", "https"})


class DesktopOpener:
    """The ``core.opener.Opener`` of a desktop; must be used on Qt's thread."""

    def open(self, url: str) -> bool:
        """Hand ``url`` to the browser; ``False`` for what is no web address or where none is."""
        parsed = QUrl(url, QUrl.ParsingMode.StrictMode)
        if not parsed.isValid() or not parsed.host() or parsed.userInfo():
            return False
        if parsed.scheme() not in ALLOWED_SCHEMES:
            return False
        return QDesktopServices.openUrl(parsed)
