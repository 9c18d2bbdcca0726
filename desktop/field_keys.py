"""Keys of the room that a text field would take for its own: on some screens Ctrl K deletes to the end of the line."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop.keys import types_text


class FieldKeys(QObject):
    """Watches the one field that has the focus, and lets these keys through to the room around it.

    Before a key is a shortcut, the widget with the focus is asked whether it wants it for itself; here it is not asked.
    """

    def __init__(self, keys: Iterable[str], room: QWidget) -> None:
        super().__init__(room)
        self._keys = frozenset(QKeySequence(key) for key in keys)
        self._room = room
        self._watched: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr] # there is a widget

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the question from the field for the keys of the room."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return QKeySequence(event.keyCombination()) in self._keys
        return super().eventFilter(watched, event)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        mine = now is not None and types_text(now) and self._room.isAncestorOf(now)
        self._watched = now if mine else None
        if self._watched is not None:
            self._watched.destroyed.connect(self._on_gone)
            self._watched.installEventFilter(self)

    def _on_gone(self) -> None:
        self._watched = None
