"""One question in place: digits, Backspace and Esc, or a line of text, and nothing else acts meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.widgets.showing import different, in_every_paint, picture, showing
from widgets.key_button import KeyButton
from widgets.paint.source import Paint, make_paint
from widgets.prompt_bar import PromptBar, PromptChoice, PromptLook

pytestmark = pytest.mark.usefixtures("qapp")
CHOOSE = PromptLook(
    "Pindahkan",
    "ke pasukan mana?",
    (PromptChoice(1, "Pink", "3/8"), PromptChoice(4, "Biru"), PromptChoice(9, "lainnya", enabled=False)),
)
WRITE = PromptLook("Catatan", "untuk ruang ini saja", placeholder="Tulis, lalu Enter", limit=12)


class Heard:
    """A bar and what it has said."""

    def __init__(self, window: QWidget) -> None:
        self.bar = PromptBar(paint=make_paint("dark"), parent=window)
        self.said: list[object] = []
        self.bar.digit_pressed.connect(self.said.append)
        self.bar.text_entered.connect(self.said.append)
        self.bar.went_back.connect(lambda: self.said.append("back"))
        self.bar.cancelled.connect(lambda: self.said.append("cancelled"))
        field = self.bar.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        self.field = field


@contextmanager
def asking_bar() -> Iterator[Heard]:
    """Show a bar that asks nothing yet."""
    made: list[Heard] = []

    def make(window: QWidget) -> PromptBar:
        made.append(Heard(window))
        return made[0].bar

    with showing(make, height=200):
        yield made[0]


def test_digits_are_said_by_key_and_by_button() -> None:
    with asking_bar() as heard:
        heard.bar.ask(CHOOSE)
        assert heard.bar.hasFocus()
        assert heard.bar.asking
        QTest.keyClick(heard.bar, Qt.Key.Key_4)
        QTest.keyClick(heard.bar, Qt.Key.Key_7, Qt.KeyboardModifier.KeypadModifier)
        buttons = [button for button in heard.bar.findChildren(KeyButton) if button.isVisible()]
        assert [button.accessibleName() for button in buttons] == ["Pink 3/8", "Biru", "lainnya"]
        for button in buttons:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard.said == [4, 7, 1, 4]


def test_backspace_and_esc_are_said_and_letters_act_on_nothing() -> None:
    with asking_bar() as heard:
        window = heard.bar.window()
        reached: list[int] = []
        window.keyPressEvent = lambda event: reached.append(event.key())  # type: ignore[method-assign] # what came through
        heard.bar.ask(CHOOSE)
        keys = Qt.Key.Key_A, Qt.Key.Key_J, Qt.Key.Key_0, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Escape
        for key in keys:
            QTest.keyClick(heard.bar, key)
    assert heard.said == ["back", "cancelled"]
    assert reached == []


def test_a_text_is_typed_trimmed_and_never_longer_than_the_hub_takes() -> None:
    with asking_bar() as heard:
        heard.bar.ask(WRITE)
        assert heard.field.hasFocus()
        QTest.keyClick(heard.field, Qt.Key.Key_Return)
        assert heard.said == [], "an empty text is none"
        QTest.keyClicks(heard.field, " 14 warga menunggu")
        QTest.keyClick(heard.field, Qt.Key.Key_Backspace)
        QTest.keyClick(heard.field, Qt.Key.Key_Return)
        QTest.keyClick(heard.field, Qt.Key.Key_Escape)
    assert heard.said == ["14 warga m", "cancelled"]


def test_the_next_question_begins_empty_and_the_end_hides_everything() -> None:
    with asking_bar() as heard:
        heard.bar.ask(WRITE)
        QTest.keyClicks(heard.field, "Sudah")
        heard.bar.ask(WRITE)
        assert heard.field.text() == ""
        assert heard.bar.accessibleName() == "Catatan: untuk ruang ini saja"
        heard.bar.dismiss()
        assert not heard.bar.isVisible()
        assert not heard.bar.asking
        heard.bar.show()
        assert picture(heard.bar).height() > 0


def test_it_is_painted_in_every_theme_and_scale() -> None:
    def asking(paint: Paint, window: QWidget) -> PromptBar:
        bar = PromptBar(paint=paint, parent=window)
        bar.ask(CHOOSE)
        return bar

    pictures = in_every_paint(asking, height=220)
    assert different(pictures) == 3


MANY = PromptLook(
    "Ubah label",
    "yang mana?",
    tuple(PromptChoice(n, f"Label {chr(96 + n)}{chr(122 - n)}", code=f"l-{n}") for n in range(1, 15)),
    placeholder="Ketik",
)


def offered(bar: PromptBar) -> list[str]:
    return [button.text() for button in bar.findChildren(KeyButton) if button.isVisible()]


def test_many_choices_are_narrowed_by_letters_and_chosen_by_digit_enter_or_button() -> None:
    with asking_bar() as heard:
        heard.bar.ask(MANY)
        assert heard.field.hasFocus()
        assert len(offered(heard.bar)) == 9
        QTest.keyClicks(heard.field, "label c")
        assert offered(heard.bar) == ["Label cw"]
        QTest.keyClicks(heard.field, "5")
        assert heard.field.text() == "label c", "digits choose, they are not typed"
        QTest.keyClick(heard.field, Qt.Key.Key_Return)
        heard.field.setText("")
        QTest.keyClicks(heard.field, "n")
        assert offered(heard.bar) == ["Label nl", "Label ln"], "a word that begins with it comes first"
        QTest.keyClick(heard.field, Qt.Key.Key_1)
        QTest.mouseClick(heard.bar.findChildren(KeyButton)[0], Qt.MouseButton.LeftButton)
        assert heard.said[0] == "l-3"
        assert heard.said[1] == heard.said[2]
        QTest.keyClicks(heard.field, "zzzz")
        assert offered(heard.bar) == []
        QTest.keyClick(heard.field, Qt.Key.Key_Return)
        assert len(heard.said) == 3


def test_after_many_choices_a_text_takes_digits_again() -> None:
    with asking_bar() as heard:
        heard.bar.ask(MANY)
        heard.bar.ask(WRITE)
        QTest.keyClicks(heard.field, "12")
        QTest.keyClick(heard.field, Qt.Key.Key_Return)
        assert heard.said == ["12"]
