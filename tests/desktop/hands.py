"""What a person at a desk does and sees: keys to whatever has the focus, words of the bars."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.desktop.looping import a_moment

_NAMED = {"Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape, "Backspace": Qt.Key.Key_Backspace, "F6": Qt.Key.Key_F6}


def press(window: QWidget, *keys: str) -> None:
    """Press keys one after the other: letters, digits, `Enter`, `Esc`, or with a modifier: `Alt+1`, `Ctrl+Z`."""
    for one in keys:
        held, _, key = one.rpartition("+")
        modifier = {
            "": Qt.KeyboardModifier.NoModifier,
            "Alt": Qt.KeyboardModifier.AltModifier,
            "Ctrl": Qt.KeyboardModifier.ControlModifier,
            "Shift": Qt.KeyboardModifier.ShiftModifier,
        }[held]
        named = _NAMED.get(key)
        QTest.keyClick(_focused(window), named if named is not None else Qt.Key(ord(key.upper())), modifier)


def write(window: QWidget, text: str) -> None:
    """Type a text where the focus is."""
    QTest.keyClicks(_focused(window), text)


async def sit_down(window: QWidget, *, size: tuple[int, int] = (1920, 1080)) -> None:
    """Show a window and make it the active one; never by a nested loop, which would lose the wake-up of a task."""
    window.resize(*size)
    window.show()
    window.activateWindow()
    await a_moment()


def _focused(window: QWidget) -> QWidget:
    focused: QWidget | None = window.focusWidget()
    return window if focused is None else focused
