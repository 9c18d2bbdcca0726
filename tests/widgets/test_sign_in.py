"""The sign-in page: keyboard only, a password that is forgotten, words that do not say what was wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tests.widgets.showing import different, in_every_paint, showing
from widgets.key_button import KeyButton
from widgets.paint.source import Paint, make_paint
from widgets.sign_in import SignInForm

pytestmark = pytest.mark.usefixtures("qapp")


def a_form(paint: Paint, window: QWidget, *, user: str = "") -> SignInForm:
    return SignInForm(paint=paint, user=user, parent=window)


def a_dark_form(window: QWidget) -> SignInForm:
    return a_form(make_paint("dark"), window)


def fields(form: SignInForm) -> tuple[QLineEdit, QLineEdit]:
    name, secret = form.findChildren(QLineEdit)
    return name, secret


def test_name_enter_password_enter_signs_in_and_the_password_is_forgotten() -> None:
    wanted: list[tuple[str, str]] = []
    with showing(a_dark_form, height=700) as form:
        form.sign_in_wanted.connect(lambda user, password: wanted.append((user, password)))
        name, secret = fields(form)
        assert name.hasFocus()
        assert secret.echoMode() is QLineEdit.EchoMode.Password
        QTest.keyClicks(name, " sari ")
        QTest.keyClick(name, Qt.Key.Key_Return)
        assert secret.hasFocus()
        QTest.keyClicks(secret, " rahasia")
        QTest.keyClick(secret, Qt.Key.Key_Return)
        assert wanted == [("sari", " rahasia")]
        assert secret.text() == ""


def test_without_name_or_password_nothing_is_asked() -> None:
    wanted: list[object] = []
    with showing(a_dark_form, height=700) as form:
        form.sign_in_wanted.connect(lambda *said: wanted.append(said))
        name, secret = fields(form)
        button = form.findChild(KeyButton)
        assert isinstance(button, KeyButton)
        QTest.keyClicks(secret, "rahasia")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClicks(name, "sari")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted == []


def test_a_known_user_only_types_the_password() -> None:
    with showing(lambda window: a_form(make_paint("dark"), window, user="sari"), height=700) as form:
        name, secret = fields(form)
        assert (name.text(), secret.hasFocus()) == ("sari", True)


def test_while_an_answer_is_under_way_nothing_can_be_typed_and_then_the_password_is_next() -> None:
    with showing(a_dark_form, height=700) as form:
        name, secret = fields(form)
        form.set_waiting(True)
        assert not name.isEnabled()
        assert not secret.isEnabled()
        form.set_waiting(False)
        assert name.isEnabled()
        assert secret.hasFocus()


def test_trouble_and_hub_are_said_as_plain_text() -> None:
    with showing(a_dark_form, height=700) as form:
        form.tell("<b>Nama</b> salah", where="ws://127.0.0.1:8711")
        labels = {label.text(): label.textFormat() for label in form.findChildren(QLabel)}
        assert labels["<b>Nama</b> salah"] is Qt.TextFormat.PlainText
        form.tell("")
        assert "ws://127.0.0.1:8711" in {label.text() for label in form.findChildren(QLabel)}


@pytest.mark.usefixtures("indonesian")
def test_it_speaks_the_language_of_the_screen_also_to_screen_readers() -> None:
    with showing(a_dark_form, height=700) as form:
        assert [field.accessibleName() for field in fields(form)] == ["Nama pengguna", "Kata sandi"]
        form.retranslate()
        assert "Masuk" in {label.text() for label in form.findChildren(QLabel)}


def test_it_is_painted_in_every_theme_and_scale() -> None:
    assert different(in_every_paint(a_form, height=700)) == 3
