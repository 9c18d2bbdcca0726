"""Enter by itself: with Ctrl or Alt it belongs to a sheet that may just have gone, and acts on nothing behind it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def is_plain_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter with nothing held, on the number pad too."""
    return event.key() in _KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
