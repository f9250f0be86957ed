from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from agent_desk.core.window_place import WindowPlace, setup_name
from agent_desk.ui.window_place import WindowPlaces, screens_now
from tests.helpers.until import until
from tests.ui.finders import drop_deleted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtWidgets import QApplication


@dataclass
class Shelf:
    """Keeps places in memory."""

    places: dict[str, WindowPlace] = field(default_factory=dict)
    saved: int = 0

    def load(self) -> dict[str, WindowPlace]:
        return dict(self.places)

    def save(self, places: Mapping[str, WindowPlace]) -> None:
        self.places = dict(places)
        self.saved += 1

    @property
    def here(self) -> WindowPlace | None:
        return self.places.get(setup_name(screens_now()))


@pytest.fixture
def window(qapp: QApplication) -> Iterator[Callable[[Shelf], QWidget]]:
    made: list[QWidget] = []

    def make(shelf: Shelf) -> QWidget:
        window = QWidget()
        made.append(window)
        WindowPlaces(window, shelf)
        return window

    assert qapp
    yield make
    for each in made:
        each.hide()
        each.deleteLater()
    drop_deleted()


def kept(place: WindowPlace) -> Shelf:
    return Shelf({setup_name(screens_now()): place})


def test_a_window_begins_where_it_was(window: Callable[[Shelf], QWidget]) -> None:
    shown = window(kept(WindowPlace(500, 600, 120, 40)))
    shown.show()
    assert shown.pos() == QPoint(120, 40)
    assert shown.size() == QSize(500, 600)
    assert not shown.isMaximized()


def test_a_window_begins_maximised_again(window: Callable[[Shelf], QWidget]) -> None:
    shelf = kept(WindowPlace(500, 600, 120, 40, is_maximised=True))
    shown = window(shelf)
    shown.show()
    assert shown.isMaximized()
    shown.hide()
    assert shelf.here == WindowPlace(500, 600, 120, 40, is_maximised=True)


def test_a_window_is_never_off_the_screens(window: Callable[[Shelf], QWidget]) -> None:
    shown = window(kept(WindowPlace(500, 600, 90_000, -90_000)))
    shown.show()
    free = QGuiApplication.primaryScreen().availableGeometry()
    assert shown.pos() == QPoint(free.right() + 1 - 500, 0)


async def test_where_it_is_moved_to_is_kept_once(window: Callable[[Shelf], QWidget]) -> None:
    shelf = Shelf()
    shown = window(shelf)
    shown.show()
    for at in range(20):
        shown.move(10 + at, 20)
        shown.resize(440 + at, 700)
    assert shelf.saved == 0
    await until(lambda: shelf.saved > 0, 5)
    assert shelf.here == WindowPlace(459, 700, 29, 20)
    assert shelf.saved == 1


def test_what_was_moved_last_is_kept_when_it_goes(window: Callable[[Shelf], QWidget]) -> None:
    shelf = kept(WindowPlace(500, 600, 120, 40))
    shown = window(shelf)
    shown.show()
    shown.move(77, 66)
    shown.hide()
    assert shelf.here == WindowPlace(500, 600, 77, 66)


def test_maximising_does_not_forget_the_size_before(window: Callable[[Shelf], QWidget]) -> None:
    shelf = kept(WindowPlace(500, 600, 120, 40))
    shown = window(shelf)
    shown.show()
    shown.showMaximized()
    shown.hide()
    assert shelf.here == WindowPlace(500, 600, 120, 40, is_maximised=True)


def test_minimising_changes_nothing(window: Callable[[Shelf], QWidget]) -> None:
    shelf = kept(WindowPlace(500, 600, 120, 40))
    shown = window(shelf)
    shown.show()
    shown.showMinimized()
    shown.hide()
    assert shelf.here == WindowPlace(500, 600, 120, 40)


def test_on_wayland_only_size_and_state_are_kept(
    window: Callable[[Shelf], QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland-egl")
    shelf = kept(WindowPlace(500, 600, 900, 300))
    shown = window(shelf)
    shown.show()
    assert shown.size() == QSize(500, 600)
    assert shown.pos() != QPoint(900, 300)
    shown.resize(510, 610)
    shown.hide()
    assert shelf.here == WindowPlace(510, 610)


def test_screens_are_described_as_they_are(qapp: QApplication) -> None:
    screen = qapp.primaryScreen()
    first = screens_now()[0]
    assert first.name == screen.name()
    assert first.whole.width == screen.geometry().width()
    assert first.scale == screen.devicePixelRatio()
