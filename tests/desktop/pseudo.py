"""A language twice as long as the real one, and what must not happen to a window that speaks it."""

import re

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

import resources

_PLACE = re.compile(r"\{[^{}]*\}")
_LONGEST = 400
"""What is longer is text for reading, which wraps anyway."""


class Pseudo(QTranslator):
    """Every sentence of the catalogue said twice; what is put into it comes once."""

    def __init__(self) -> None:
        super().__init__()
        self._real = QTranslator()
        assert self._real.load(str(resources.path("translations/pendopo_id.qm")))

    def isEmpty(self) -> bool:
        """Never empty."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return a sentence twice."""
        found = self._real.translate(context, source, disambiguation, n) or source
        return twice(found) if len(found) <= _LONGEST else found


def twice(text: str) -> str:
    """Return a text with its words said again."""
    again = _PLACE.sub("", text).strip()
    return f"{text} {again}" if again else text


def speak(translator: Pseudo) -> None:
    """Have every widget say everything twice from now on."""
    QCoreApplication.installTranslator(translator)


def overflowing(window: QWidget) -> list[str]:
    """Return the widgets that stick out of their parents or lie over a neighbour of the same layout."""
    found = []
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        if parent is None or not widget.isVisibleTo(window) or _scrolls(parent, window) or widget.isWindow():
            continue
        inside = parent.rect().adjusted(-1, -1, 1, 1)
        if not inside.contains(widget.geometry()) and not widget.geometry().isEmpty():
            found.append(f"{_path(widget)} {widget.geometry()} sticks out of {parent.rect()}")
    return found + [f"{_path(one)} lies over {_path(other)}" for one, other in _overlapping(window)]


def _overlapping(window: QWidget) -> list[tuple[QWidget, QWidget]]:
    found = []
    for parent in (window, *window.findChildren(QWidget)):
        layout = parent.layout()
        if layout is None or not parent.isVisibleTo(window):
            continue
        widgets = [item.widget() for place in range(layout.count()) if (item := layout.itemAt(place)) is not None]
        shown = [widget for widget in widgets if widget is not None and widget.isVisibleTo(window)]
        found += [
            (one, other)
            for place, one in enumerate(shown)
            for other in shown[place + 1 :]
            if one.geometry().intersected(other.geometry()).width() > 1
            and one.geometry().intersected(other.geometry()).height() > 1
        ]
    return found


def _scrolls(parent: QWidget, window: QWidget) -> bool:
    """Whether a widget can be scrolled into sight."""
    while parent is not window:
        above = parent.parentWidget()
        if isinstance(above, QAbstractScrollArea):
            return True
        if above is None:
            return False
        parent = above
    return False


def _path(widget: QWidget) -> str:
    names = []
    step: QWidget | None = widget
    while step is not None:
        names.append(type(step).__name__)
        step = step.parentWidget()
    return "/".join(reversed(names[:4]))
