"""Tells what is under the pointer: a tool tip whose words are made when they are wanted.

A widget must not take its own events for that: a fault of its painting would pass through such a method too, with
its painter still at work.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


class Hinting(QObject):
    """The tool tips of one widget; `hint_at` says what stands at a place of it, nothing where nothing does."""

    def __init__(self, widget: QWidget, hint_at: Callable[[QPointF], str]) -> None:
        super().__init__(widget)
        self._widget, self._hint_at = widget, hint_at
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the tip when the pointer rests."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._hint_at(QPointF(event.pos())), self._widget)
            return True
        return super().eventFilter(watched, event)
