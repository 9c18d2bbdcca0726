"""Keys with Ctrl that are the room's wherever the focus is: the palette from a text field, larger and smaller text."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.language import Languages
from tests.desktop.conftest import Opened
from tests.desktop.hands import press
from tests.desktop.looping import on_qt_loop
from tests.desktop.seat import seated


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
