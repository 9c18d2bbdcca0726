"""Keys of the room inside a text field, also where the screen has another use for them; larger and smaller text."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from desktop.field_keys import FieldKeys
from desktop.language import Languages
from tests.desktop.conftest import Opened
from tests.desktop.hands import press
from tests.desktop.looping import on_qt_loop
from tests.desktop.seat import seated


class Greedy(QLineEdit):
    """Wants every key with Ctrl for itself, as a field on some screens does."""

    def event(self, event: QEvent) -> bool:
        """Accept what it is asked about."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def asked(field: QWidget, key: Qt.Key) -> bool:
    """Whether the field keeps a key with Ctrl from becoming a shortcut."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, int(key), Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_field_of_the_room_leaves_the_rooms_keys_alone_and_keeps_its_own(qapp: QApplication) -> None:
    window, room = QMainWindow(), QWidget()
    window.setCentralWidget(room)
    layout = QVBoxLayout(room)
    first, second = Greedy(), Greedy()
    layout.addWidget(first)
    layout.addWidget(second)
    FieldKeys(["Ctrl+K"], room)
    window.show()
    window.activateWindow()
    first.setFocus()
    qapp.processEvents()

    assert not asked(first, Qt.Key.Key_K)
    assert asked(first, Qt.Key.Key_C)
    second.setFocus()
    assert not asked(second, Qt.Key.Key_K)
    assert asked(first, Qt.Key.Key_K), "it has not the focus any more"
    second.deleteLater()
    first.setFocus()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not asked(first, Qt.Key.Key_K)
    window.close()


@on_qt_loop
async def test_the_palette_opens_from_the_note(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await seat.choose("r-07")
        press(seat.view, "N")
        press(seat.window, "Ctrl+K")
        assert seat.view.seeking.finding.palette.isVisible()


@on_qt_loop
async def test_text_grows_and_shrinks_by_keys(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(seat.view.queue.view, Qt.Key.Key_Plus, control)
        assert seat.themes.paint.scale == 1.1
        QTest.keyClick(seat.view.queue.view, Qt.Key.Key_Equal, control)
        assert seat.themes.paint.scale == 1.25
        QTest.keyClick(seat.view.queue.view, Qt.Key.Key_Minus, control)
        assert seat.themes.paint.scale == 1.1
