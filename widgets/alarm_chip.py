"""The alarms in the top bar: red while nobody has seen one, quiet while some stand, gone when there is none."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring
from widgets.wording import number

_HEIGHT, _ICON, _PADDING, _GAP, _OUT = 36.0, 16.0, 12.0, 8.0, 4.0


@dataclass(frozen=True, slots=True)
class AlarmChipLook:
    """What the chip says, and whether it calls; without words it is not there."""

    words: str = ""
    calling: bool = False
    count: int = 0
    """What is left of the words in a bar without room for them."""


class AlarmChip(QAbstractButton):
    """The chip; pressing it leads to the most urgent alarm.

    Signals: told() it says something else.
    """

    told = Signal()

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._look = AlarmChipLook()
        self._short = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setVisible(False)

    @property
    def look(self) -> AlarmChipLook:
        """What it says now."""
        return self._look

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        """Show the count alone, or all words."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def width_of(self, *, short: bool) -> int:
        """Return how wide the chip is with the count alone, or with all words."""
        words = self._paint.texts.width(self._words(short=short), TextRole.BUTTON)
        return round(words + self._paint.px(_ICON + _GAP + 2 * _PADDING + 2 * _OUT))

    def tell(self, look: AlarmChipLook) -> None:
        """Say something else."""
        if look == self._look:
            return
        self._look = look
        self.setText(look.words)
        self.setAccessibleName(look.words)
        self.setToolTip(look.words)
        self.setVisible(bool(look.words))
        self.updateGeometry()
        self.update()
        self.told.emit()

    def sizeHint(self) -> QSize:
        """Room for the icon and the words, and around it for the ring of the focus."""
        return QSize(self.width_of(short=self._short), round(self._paint.px(_HEIGHT + 2 * _OUT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, red only while it calls, with icon and words."""
        del event
        painter, paint = QPainter(self), self._paint
        theme, out = paint.theme, paint.px(_OUT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(out, out, -out, -out)
        if self._look.calling:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.late)
            painter.drawRoundedRect(rect, paint.measures.radius.control, paint.measures.radius.control)
        ink = theme.latet if self._look.calling else theme.t2
        size, x, middle = paint.px(_ICON), rect.left() + paint.px(_PADDING), rect.center().y()
        paint.icons.draw(painter, "siren", centre=QPointF(x + size / 2, middle), size=size, colour=ink)
        line = paint.texts.line(self._words(short=self._short), TextRole.BUTTON)
        paint.texts.draw_centred(painter, line, x=x + size + paint.px(_GAP), middle=middle, colour=ink)
        if self.hasFocus():
            draw_focus_ring(painter, rect.adjusted(2, 2, -2, -2), paint=paint)
        painter.end()

    def _words(self, *, short: bool) -> str:
        return number(self._look.count) if short else self._look.words
