"""Texts that were elided and shaped once and are then only blitted: what makes row painting fast (SPEED.md)."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QStaticText

from widgets.paint.fonts import FontSet, TextRole


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, ready to draw; width, height and ascent in logical pixels."""

    static: QStaticText
    role: TextRole
    width: float
    height: float
    ascent: float
    elided: bool


class TextCache:
    """Lines by text, role and width, the least lately used dropped beyond `capacity`.

    Belongs to one theme and text scale; colours are not part of a line.
    """

    def __init__(self, fonts: FontSet, *, capacity: int = 4096) -> None:
        self._fonts = fonts
        self._capacity = capacity
        self._lines: OrderedDict[tuple[str, TextRole, float | None], Line] = OrderedDict()

    def __len__(self) -> int:
        """Return how many lines are kept."""
        return len(self._lines)

    def line(self, text: str, role: TextRole, width: float | None = None) -> Line:
        """Return the text as one line, cut with an ellipsis where it is wider than `width` logical pixels."""
        key = (text, role, width)
        found = self._lines.get(key)
        if found is not None:
            self._lines.move_to_end(key)
            return found
        made = self._shape(text, role, width)
        self._lines[key] = made
        if len(self._lines) > self._capacity:
            self._lines.popitem(last=False)
        return made

    def width(self, text: str, role: TextRole) -> float:
        """Return how wide the whole text is, in logical pixels."""
        return self.line(text, role).width

    def draw(self, painter: QPainter, line: Line, *, x: float, baseline: float, colour: QColor) -> float:
        """Draw a line with its left end at `x` on the baseline; return where it ends."""
        painter.setFont(self._fonts.font(line.role))
        painter.setPen(colour)
        painter.drawStaticText(QPointF(x, baseline - line.ascent), line.static)
        return x + line.width

    def draw_centred(self, painter: QPainter, line: Line, *, x: float, middle: float, colour: QColor) -> float:
        """Draw a line with the middle of its capitals at the height `middle`; return where it ends."""
        return self.draw(painter, line, x=x, baseline=self.baseline(line.role, middle), colour=colour)

    def baseline(self, role: TextRole, middle: float) -> float:
        """Return the baseline that puts the middle of a role's capitals and digits at the height `middle`."""
        return middle + self._fonts.metrics(role).capHeight() / 2

    def _shape(self, text: str, role: TextRole, width: float | None) -> Line:
        metrics = self._fonts.metrics(role)
        shown = text
        if width is not None and metrics.horizontalAdvance(text) > width:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        static = QStaticText(shown)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        static.prepare(font=self._fonts.font(role))
        return Line(
            static=static,
            role=role,
            width=metrics.horizontalAdvance(shown),
            height=metrics.height(),
            ascent=metrics.ascent(),
            elided=shown != text,
        )
