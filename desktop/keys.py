"""Which key does what in a window, and when letters are letters: never an act while somebody types."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.actions import ACTS


@dataclass(frozen=True, slots=True)
class Press:
    """What a key means: a kind (`act`, `step`, `squad`, `extra`, `undo`, `note` …) and what it is about."""

    kind: str
    value: str = ""


def _plain() -> dict[int, Press]:
    keys = {int(getattr(Qt.Key, f"Key_{act.key}")): Press("act", act.name) for act in ACTS}
    keys |= {int(Qt.Key.Key_0) + digit: Press("squad", str(digit)) for digit in range(8)}
    return keys | {
        int(Qt.Key.Key_J): Press("step", "1"),
        int(Qt.Key.Key_K): Press("step", "-1"),
        int(Qt.Key.Key_U): Press("extra", "unassigned"),
        int(Qt.Key.Key_M): Press("extra", "mine"),
        int(Qt.Key.Key_V): Press("extra", "to_verify"),
        int(Qt.Key.Key_Z): Press("undo"),
    }


PLAIN: Mapping[int, Press] = MappingProxyType(_plain())
"""Keys alone, while a list or the detail has the focus."""
ALWAYS: Mapping[tuple[int, Qt.KeyboardModifier], Press] = MappingProxyType(
    {
        (int(Qt.Key.Key_Z), Qt.KeyboardModifier.ControlModifier): Press("undo"),
        (int(Qt.Key.Key_F6), Qt.KeyboardModifier.NoModifier): Press("panel"),
        (int(Qt.Key.Key_Escape), Qt.KeyboardModifier.NoModifier): Press("back"),
    }
)
"""Keys that act wherever the focus is (Ctrl Z stays a text field's own while somebody types)."""
SHORTCUTS: Mapping[str, Press] = MappingProxyType(
    {
        "Alt+1": Press("conflict", "theirs"),
        "Alt+2": Press("conflict", "mine"),
        "Alt+3": Press("conflict", "compare"),
    }
)
"""Keys that come before the widget with the focus: a text field would type the digit, a question would take it."""


def meaning(key: int, modifiers: Qt.KeyboardModifier, *, typing: bool) -> Press | None:
    """Return what a key means now, or None if it is not the window's."""
    held = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    always = ALWAYS.get((key, held))
    if always is not None and not (typing and always.kind == "undo"):
        return always
    if typing or held != Qt.KeyboardModifier.NoModifier:
        return None
    return PLAIN.get(key)


def types_text(widget: QWidget | None) -> bool:
    """Whether letters pressed now would be typed into this widget."""
    if isinstance(widget, QLineEdit):
        return not widget.isReadOnly()
    return isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly()
