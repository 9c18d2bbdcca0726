"""What keys mean: letters act only where nobody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QTextEdit, QWidget

from desktop.bindings import BINDINGS, is_single
from desktop.keymap import SHIPPED
from desktop.keys import ALWAYS, SHORTCUTS, Press, key_text, meaning, types_text

Key, Held = Qt.Key, Qt.KeyboardModifier
NONE = Held.NoModifier


@pytest.mark.parametrize(
    ("key", "held", "press"),
    [
        (Key.Key_A, NONE, Press("act", "acknowledge")),
        (Key.Key_P, NONE, Press("act", "reassign")),
        (Key.Key_J, NONE, Press("step", "1")),
        (Key.Key_K, NONE, Press("step", "-1")),
        (Key.Key_J, Held.ShiftModifier, Press("extend", "1")),
        (Key.Key_A, Held.ShiftModifier, Press("alarm_seen")),
        (Key.Key_X, NONE, Press("tick")),
        (Key.Key_0, NONE, Press("squad", "0")),
        (Key.Key_7, NONE, Press("squad", "7")),
        (Key.Key_U, NONE, Press("extra", "unassigned")),
        (Key.Key_D, NONE, Press("extra", "duplicates")),
        (Key.Key_Z, NONE, Press("undo")),
        (Key.Key_Slash, NONE, Press("filter")),
        (Key.Key_Slash, Held.ShiftModifier, Press("filter")),  # where / needs Shift
        (Key.Key_Question, Held.ShiftModifier, Press("keys")),
        (Key.Key_Escape, NONE, Press("back")),
        (Key.Key_F6, NONE, Press("panel")),
        (Key.Key_8, NONE, None),
        (Key.Key_Return, NONE, None),  # the list's own
        (Key.Key_Shift, Held.ShiftModifier, None),
    ],
)
def test_a_key_alone(key: Qt.Key, held: Qt.KeyboardModifier, press: Press | None) -> None:
    assert meaning(int(key), held, typing=False) == press


@pytest.mark.parametrize("key", sorted(binding.key for binding in BINDINGS if len(binding.key) == 1))
def test_no_plain_key_acts_while_somebody_types(key: str) -> None:
    assert meaning(ord(key), NONE, typing=True) is None


@pytest.mark.parametrize("held", [Held.ControlModifier, Held.AltModifier, Held.MetaModifier])
def test_no_letter_acts_with_a_modifier_it_does_not_ask_for(held: Qt.KeyboardModifier) -> None:
    assert meaning(int(Key.Key_A), held, typing=False) is None
    assert meaning(int(Key.Key_T), held | Held.ShiftModifier, typing=False) is None


def test_digits_of_the_keypad_are_digits() -> None:
    assert meaning(int(Key.Key_3), Held.KeypadModifier, typing=False) == Press("squad", "3")


def test_ctrl_z_puts_back_an_act_but_stays_the_text_s_own_while_somebody_types() -> None:
    assert meaning(int(Key.Key_Z), Held.ControlModifier, typing=False) == Press("undo")
    assert meaning(int(Key.Key_Z), Held.ControlModifier, typing=True) is None
    assert meaning(int(Key.Key_Escape), NONE, typing=True) == Press("back")


def test_a_person_s_own_key_means_what_he_chose_and_the_shipped_one_nothing() -> None:
    own = SHIPPED.bind("act:assign", "H")
    assert meaning(int(Key.Key_H), NONE, typing=False, keys=own) == Press("act", "assign")
    assert meaning(int(Key.Key_T), NONE, typing=False, keys=own) is None


def test_single_letters_switched_off_leave_what_needs_more_than_one_key() -> None:
    off = SHIPPED.with_letters(False)
    assert meaning(int(Key.Key_A), NONE, typing=False, keys=off) is None
    assert meaning(int(Key.Key_A), Held.ShiftModifier, typing=False, keys=off) is None
    assert meaning(int(Key.Key_Slash), NONE, typing=False, keys=off) is None
    assert meaning(int(Key.Key_Z), Held.ControlModifier, typing=False, keys=off) == Press("undo")


def test_a_shortcut_is_given_once() -> None:
    by_alt = [key for key in SHORTCUTS if key.startswith("Alt+")]
    assert [meaning(ord(key[-1]), Held.AltModifier, typing=False) for key in by_alt] == [None] * 3
    assert meaning(int(Key.Key_K), Held.ControlModifier, typing=False) is None, "Qt gives it as a shortcut"


def test_every_fixed_key_of_the_table_is_one_the_window_hears() -> None:
    fixed = {binding.key: binding.press for binding in BINDINGS if binding.fixed}
    heard = {**ALWAYS, **SHORTCUTS, "Enter": Press("suggest")}
    assert {key: heard.get(key) for key in fixed} == fixed
    assert not any(is_single(key) for key in fixed)


def test_a_conflict_is_never_settled_by_enter_or_a_key_alone() -> None:
    settling = {QKeySequence(keys) for keys, press in SHORTCUTS.items() if press.kind == "conflict"}
    assert settling == {QKeySequence("Alt+1"), QKeySequence("Alt+2"), QKeySequence("Alt+3")}
    assert "conflict" not in {press.kind for press in ALWAYS.values()}


def test_keys_are_written_as_on_their_caps() -> None:
    control = Held.ControlModifier
    assert key_text(int(Key.Key_K), control) == "Ctrl+K"
    assert key_text(int(Key.Key_N), control | Held.ShiftModifier) == "Ctrl+Shift+N"
    assert key_text(int(Key.Key_Question), Held.ShiftModifier) == "?"
    assert key_text(int(Key.Key_Enter), Held.KeypadModifier) == "Enter"
    assert key_text(int(Key.Key_Control), control) == ""


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
