"""What keys mean: letters act only where nobody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QTextEdit, QWidget

from desktop.keys import ALWAYS, PLAIN, SHORTCUTS, Press, meaning, types_text

Key, Held = Qt.Key, Qt.KeyboardModifier
NONE = Held.NoModifier


@pytest.mark.parametrize(
    ("key", "press"),
    [
        (Key.Key_A, Press("act", "acknowledge")),
        (Key.Key_P, Press("act", "reassign")),
        (Key.Key_J, Press("step", "1")),
        (Key.Key_K, Press("step", "-1")),
        (Key.Key_0, Press("squad", "0")),
        (Key.Key_7, Press("squad", "7")),
        (Key.Key_U, Press("extra", "unassigned")),
        (Key.Key_Z, Press("undo")),
        (Key.Key_Escape, Press("back")),
        (Key.Key_F6, Press("panel")),
        (Key.Key_8, None),
        (Key.Key_X, None),
    ],
)
def test_a_key_alone(key: Qt.Key, press: Press | None) -> None:
    assert meaning(int(key), NONE, typing=False) == press


@pytest.mark.parametrize("key", sorted(PLAIN))
def test_no_plain_key_acts_while_somebody_types(key: int) -> None:
    assert meaning(key, NONE, typing=True) is None


@pytest.mark.parametrize("held", [Held.ControlModifier, Held.AltModifier, Held.MetaModifier, Held.ShiftModifier])
def test_no_letter_acts_with_a_modifier_it_does_not_ask_for(held: Qt.KeyboardModifier) -> None:
    assert meaning(int(Key.Key_A), held, typing=False) is None


def test_digits_of_the_keypad_are_digits() -> None:
    assert meaning(int(Key.Key_3), Held.KeypadModifier, typing=False) == Press("squad", "3")


def test_ctrl_z_puts_back_an_act_but_stays_the_text_s_own_while_somebody_types() -> None:
    assert meaning(int(Key.Key_Z), Held.ControlModifier, typing=False) == Press("undo")
    assert meaning(int(Key.Key_Z), Held.ControlModifier, typing=True) is None
    assert meaning(int(Key.Key_Escape), NONE, typing=True) == Press("back")


def test_a_conflict_is_never_settled_by_enter_or_a_key_alone() -> None:
    settling = {QKeySequence(keys) for keys, press in SHORTCUTS.items() if press.kind == "conflict"}
    assert settling == {QKeySequence("Alt+1"), QKeySequence("Alt+2"), QKeySequence("Alt+3")}
    assert "conflict" not in {press.kind for press in (*PLAIN.values(), *ALWAYS.values())}


def test_letters_are_typed_only_where_text_can_be_written(qapp: QApplication) -> None:
    del qapp
    read_only = QLineEdit()
    read_only.setReadOnly(True)
    shut = QPlainTextEdit()
    shut.setReadOnly(True)
    typed: list[QWidget | None] = [QLineEdit(), QPlainTextEdit(), QTextEdit()]
    not_typed: list[QWidget | None] = [read_only, shut, QPushButton(), QWidget(), None]

    assert [types_text(widget) for widget in typed] == [True] * 3
    assert [types_text(widget) for widget in not_typed] == [False] * 5
