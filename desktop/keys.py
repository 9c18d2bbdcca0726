"""From a key as Qt tells it to what it means in a window: never an act while somebody types."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.bindings import Press
from desktop.keymap import SHIPPED, Keymap

__all__ = ["ALWAYS", "SHORTCUTS", "Press", "key_text", "meaning", "types_text"]

_NAMED: Mapping[int, str] = MappingProxyType(
    {
        int(Qt.Key.Key_Escape): "Esc",
        int(Qt.Key.Key_Return): "Enter",
        int(Qt.Key.Key_Enter): "Enter",
        int(Qt.Key.Key_F1): "F1",
        int(Qt.Key.Key_F6): "F6",
    }
)
_HELD: tuple[tuple[Qt.KeyboardModifier, str], ...] = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
    (Qt.KeyboardModifier.AltModifier, "Alt+"),
    (Qt.KeyboardModifier.MetaModifier, "Meta+"),
)
_FIRST_SIGN, _LAST_SIGN = 0x21, 0xFF
ALWAYS: Mapping[str, Press] = MappingProxyType(
    {"Ctrl+Z": Press("undo"), "F6": Press("panel"), "Esc": Press("back"), "F1": Press("mode", "dispatcher")}
)
"""Keys that act wherever the focus is (Ctrl Z stays a text field's own while somebody types)."""
SHORTCUTS: Mapping[str, Press] = MappingProxyType(
    {
        "Alt+1": Press("conflict", "theirs"),
        "Alt+2": Press("conflict", "mine"),
        "Alt+3": Press("conflict", "compare"),
        "Ctrl+K": Press("palette"),
        "Ctrl+T": Press("tables"),
    }
)
"""Keys that come before the widget with the focus: a text field would type the digit, a question would take it."""
SCALE_KEYS: Mapping[str, Press] = MappingProxyType(
    {"Ctrl++": Press("scale", "1"), "Ctrl+=": Press("scale", "1"), "Ctrl+-": Press("scale", "-1")}
)
"""Larger and smaller text, as everywhere; `=` is `+` without Shift."""
_ONCE = frozenset(SHORTCUTS)


def key_text(key: int, modifiers: Qt.KeyboardModifier) -> str:
    """Return a key as it is printed on a cap (`desktop.bindings`), empty for one that is none: Shift alone."""
    name = _NAMED.get(key)
    if name is None:
        if not _FIRST_SIGN <= key <= _LAST_SIGN:
            return ""
        name = chr(key)
    held = "".join(word for modifier, word in _HELD if modifiers & modifier)
    # Which signs need Shift differs from keyboard to keyboard; of a letter it makes another key.
    shift = modifiers & Qt.KeyboardModifier.ShiftModifier and (name.isalnum() or held)
    return f"{held}{'Shift+' if shift else ''}{name}"


def meaning(key: int, modifiers: Qt.KeyboardModifier, *, typing: bool, keys: Keymap = SHIPPED) -> Press | None:
    """Return what a key means now, or None if it is not the window's."""
    text = key_text(key, modifiers)
    always = ALWAYS.get(text)
    if always is not None and not (typing and always.kind == "undo"):
        return always
    if typing or not text or text in _ONCE or text == "Enter":
        return None
    return keys.meaning(text)


def types_text(widget: QWidget | None) -> bool:
    """Whether letters pressed now would be typed into this widget."""
    if isinstance(widget, QLineEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly()
