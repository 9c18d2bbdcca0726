"""A button prints its key, says it to screen readers, and looks different in every state."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.widgets.showing import different, in_every_paint, picture, share, showing
from widgets.key_button import ButtonTone, KeyButton
from widgets.paint.source import Paint, make_paint

pytestmark = pytest.mark.usefixtures("qapp")


def a_button(paint: Paint, parent: QWidget | None = None, tone: ButtonTone = ButtonTone.PLAIN) -> KeyButton:
    button = KeyButton(paint=paint, tone=tone, parent=parent)
    button.say("Tugaskan", key="T", icon="user-plus", detail="3/8")
    return button


def test_words_key_and_detail_are_said_to_screen_readers_and_in_the_tool_tip() -> None:
    button = a_button(make_paint("dark"))
    assert (button.accessibleName(), button.toolTip()) == ("Tugaskan 3/8", "Tugaskan (T)")
    button.say("Tugaskan")
    assert (button.accessibleName(), button.toolTip()) == ("Tugaskan", "Tugaskan")


def test_everything_on_a_button_makes_it_wider_and_it_can_be_squeezed() -> None:
    button = KeyButton(paint=make_paint("dark"))
    widths = []
    for extra in ({}, {"key": "T"}, {"key": "T", "icon": "check"}, {"key": "T", "icon": "check", "detail": "3/8"}):
        button.say("Tugaskan", **extra)
        widths.append(button.sizeHint().width())
    assert widths == sorted(set(widths))
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    assert button.minimumSizeHint().height() == button.sizeHint().height() >= 36, "a finger hits it"


@pytest.mark.parametrize("tone", ButtonTone)
def test_it_is_painted_in_every_theme_and_scale(tone: ButtonTone) -> None:
    pictures = in_every_paint(lambda paint, window: a_button(paint, window, tone), width=180)
    assert different(pictures) == 3


def test_each_state_is_seen() -> None:
    with showing(lambda window: a_button(make_paint("dark"), window), width=180) as button:
        button.clearFocus()
        seen = [picture(button)]
        button.setEnabled(False)
        seen.append(picture(button))
        button.setEnabled(True)
        button.setDown(True)
        seen.append(picture(button))
        button.setDown(False)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        seen.append(picture(button))
        assert button.hasFocus()
    assert different(seen) == 4


def test_a_pointer_over_it_repaints_it() -> None:
    with showing(lambda window: a_button(make_paint("dark"), window), width=180) as button:
        at = QPointF(5, 5)
        QApplication.sendEvent(button, QEnterEvent(at, at, at))
        QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
        assert picture(button).width() == 180


def test_the_primary_button_is_filled_with_the_accent() -> None:
    paint = make_paint("dark")
    with showing(lambda window: a_button(paint, window, ButtonTone.PRIMARY), width=180) as button:
        assert share(picture(button), paint.theme.acc) > 0.4
        button.setEnabled(False)
        assert share(picture(button), paint.theme.acc) < 0.05


def test_it_can_be_pressed_by_key_and_pointer_and_narrow_ones_cut_their_words() -> None:
    pressed: list[bool] = []
    with showing(lambda window: a_button(make_paint("dark"), window), width=76) as button:
        button.clicked.connect(lambda: pressed.append(True))
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert picture(button).width() == 76
    assert len(pressed) == 2
