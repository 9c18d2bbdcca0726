"""The photos of a report being written: added, removed and tried again by key and by pointer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.widgets.showing import different, in_every_paint, showing
from widgets.paint.source import Paint, make_paint
from widgets.photo_tray import PhotoTray, TrayPhoto


def a_photo(name: str, state: str = "there") -> TrayPhoto:
    """A green photo."""
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    return TrayPhoto(name, image, state)


def a_tray(paint: Paint, parent: QWidget) -> PhotoTray:
    """A tray with a photo that is there and one that is lost."""
    tray = PhotoTray(paint=paint, parent=parent)
    tray.set_paint(paint)
    tray.say("Choose a file", key="Ctrl O", hint="or drop it")
    tray.show_photos([a_photo("a"), a_photo("b", "lost"), a_photo("c", "waiting")])
    return tray


@pytest.fixture
def paint(qapp: QApplication) -> Paint:
    """The dark theme."""
    return make_paint("dark")


@pytest.fixture
def tray(paint: Paint) -> Iterator[PhotoTray]:
    """A tray in sight."""
    with showing(lambda window: a_tray(paint, window), width=500) as made:
        made.setFocus()
        yield made


def test_a_lost_one_is_tried_again_and_the_last_place_adds(tray: PhotoTray) -> None:
    again: list[str] = []
    wanted: list[bool] = []
    tray.again.connect(again.append)
    tray.wanted.connect(lambda: wanted.append(True))

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(tray, key)
    QTest.keyClick(tray, Qt.Key.Key_Return)
    QTest.mouseClick(tray, Qt.MouseButton.LeftButton, pos=QPoint(120, 60))
    QTest.mouseClick(tray, Qt.MouseButton.LeftButton, pos=QPoint(400, 40))

    assert (again, wanted) == (["b", "b"], [True, True])


def test_delete_and_the_cross_remove(tray: PhotoTray) -> None:
    removed: list[str] = []
    tray.removed.connect(removed.append)

    QTest.keyClick(tray, Qt.Key.Key_Delete)
    QTest.mouseClick(tray, Qt.MouseButton.LeftButton, pos=QPoint(4 + 82 + 72 - 12, 16))

    assert removed == ["a", "b"]


@pytest.mark.parametrize("width", [500, 300])
def test_it_is_seen_in_every_paint(qapp: QApplication, width: int) -> None:
    assert different(in_every_paint(a_tray, width=width, height=90)) == 3
