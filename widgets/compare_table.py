"""A report three ways side by side: as it was, as this desk would make it, as it is now; only what differs."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint

_LINE = 26.0
_HEAD = 26.0
_FIELD = 0.22
"""Share of the width for the names of the fields; the rest is three equal columns."""
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class CompareLine:
    """One field, in words: before, mine, theirs."""

    field: str
    before: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class CompareLook:
    """The heads of the three columns and the fields that differ."""

    before: str
    mine: str
    theirs: str
    lines: tuple[CompareLine, ...]


class CompareTable(QWidget):
    """The table; what somebody changed is written strongly."""

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._look: CompareLook | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def look(self) -> CompareLook | None:
        """What it shows."""
        return self._look

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._fit()

    def compare(self, look: CompareLook | None) -> None:
        """Show a comparison, or none."""
        self._look = look
        self.setVisible(look is not None)
        if look is not None:
            self.setAccessibleName("; ".join(_said(line, look) for line in look.lines))
            self._fit()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        lines = 0 if self._look is None else len(self._look.lines)
        return QSize(300, round(self._paint.px(_HEAD + _LINE * lines + _GAP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw heads, hairlines and values."""
        del event
        look, paint = self._look, self._paint
        if look is None:
            return
        painter = QPainter(self)
        head = paint.px(_HEAD)
        self._draw_line(painter, head / 2, ("", look.before, look.mine, look.theirs), strong=(False,) * 4)
        for place, line in enumerate(look.lines):
            top = head + place * paint.px(_LINE)
            painter.fillRect(QRectF(0, top, self.width(), 1), paint.theme.line)
            changed = (False, False, line.mine != line.before, line.theirs != line.before)
            texts = (line.field, line.before, line.mine, line.theirs)
            self._draw_line(painter, top + paint.px(_LINE) / 2, texts, strong=changed)
        painter.end()

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def _draw_line(self, painter: QPainter, middle: float, texts: tuple[str, ...], *, strong: tuple[bool, ...]) -> None:
        paint, first = self._paint, self.width() * _FIELD
        each = (self.width() - first) / 3
        for place, (text, bright) in enumerate(zip(texts, strong, strict=True)):
            x = 0.0 if place == 0 else first + (place - 1) * each
            room = (first if place == 0 else each) - paint.px(_GAP)
            line = paint.texts.line(text, TextRole.META_STRONG if bright else TextRole.META, room)
            colour = paint.theme.t1 if bright else paint.theme.t2 if place else paint.theme.t3
            paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=colour)


def _said(line: CompareLine, look: CompareLook) -> str:
    return f"{line.field}: {look.before} {line.before}, {look.mine} {line.mine}, {look.theirs} {line.theirs}"
