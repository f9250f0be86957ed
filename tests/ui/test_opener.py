from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from agent_desk.system.opener import DesktopOpener

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

SCHEMES = ("http", "https", "file", "ms-settings")


class Browser(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    assert qapp
    browser = Browser()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, browser, "show")  # type: ignore[arg-type]  # the stub is wrong
    yield browser
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


def test_web_addresses_are_opened(browser: Browser) -> None:
    assert DesktopOpener().open("https://crm.example.com/?id=1")
    assert browser.opened == ["https://crm.example.com/?id=1"]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "crm.example.com",
        "file:///etc/hosts",
        "ms-settings:display",
        "javascript:alert(1)",
        "https://",
        "https://agent:secret@crm.example.com/",
        "https://crm.example.com\\@evil.example.com/",
        "https://crm example.com/",
    ],
)
def test_everything_else_is_refused(browser: Browser, url: str) -> None:
    assert not DesktopOpener().open(url)
    assert browser.opened == []
