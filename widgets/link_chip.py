"""The state of the feed in one chip: live with the age of the data, its time once it is old, lost with what waits."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint

_HEIGHT = 38.0
_DOT = 4.0
_ICON = 16.0
_PADDING = 12.0


class LinkTone(StrEnum):
    """How loud the chip is: a teal dot, a grey dot, or a red outline."""

    LIVE = "live"
    AGING = "aging"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class LinkLook:
    """What the chip says, in two lines, and how loudly."""

    tone: LinkTone
    words: str
    detail: str = ""


class LinkChip(QWidget):
    """Says how fresh the screen is; a tool tip says what is kept."""

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._look = LinkLook(LinkTone.AGING, "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.updateGeometry()
        self.update()

    def tell(self, look: LinkLook) -> None:
        """Show another state; a chip that says the same is not painted again."""
        if look == self._look:
            return
        before = self.sizeHint()
        self._look = look
        self.setAccessibleName(f"{look.words} {look.detail}".strip())
        if before != self.sizeHint():
            self.updateGeometry()
        self.update()

    @property
    def look(self) -> LinkLook:
        """What it says now."""
        return self._look

    def sizeHint(self) -> QSize:
        """Room for the longer of both lines; a little spare, so that counting seconds moves nothing."""
        texts, paint = self._paint.texts, self._paint
        wide = max(texts.width(self._look.words, TextRole.STRONG), texts.width(self._look.detail, TextRole.META))
        lead = _ICON if self._look.tone is LinkTone.LOST else 2 * _DOT
        step = paint.px(12)
        width = wide + paint.px(lead + 8 + 2 * _PADDING)
        return QSize(round((width // step + 1) * step), round(paint.px(_HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot or the box, and the two lines."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        left = self._draw_sign(painter, rect)
        self._draw_words(painter, rect, left=left)
        painter.end()

    def _draw_sign(self, painter: QPainter, rect: QRectF) -> float:
        paint, theme, tone = self._paint, self._paint.theme, self._look.tone
        x, middle = rect.left() + paint.px(_PADDING), rect.center().y()
        if tone is LinkTone.LOST:
            painter.setPen(QPen(theme.late, 1.5))
            painter.setBrush(theme.latebg)
            painter.drawRoundedRect(
                rect.adjusted(0.75, 0.75, -0.75, -0.75), paint.measures.radius.control, paint.measures.radius.control
            )
            size = paint.px(_ICON)
            paint.icons.draw(painter, "wifi-off", centre=QPointF(x + size / 2, middle), size=size, colour=theme.t1)
            return x + size + paint.px(8)
        dot = paint.px(_DOT)
        centre = QPointF(x + dot, middle - (paint.px(8) if self._look.detail else 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.acc if tone is LinkTone.LIVE else theme.t4)
        painter.drawEllipse(centre, dot, dot)
        return x + 2 * dot + paint.px(8)

    def _draw_words(self, painter: QPainter, rect: QRectF, *, left: float) -> None:
        paint, look = self._paint, self._look
        shift = paint.px(8) if look.detail else 0.0
        words = paint.texts.line(look.words, TextRole.STRONG)
        paint.texts.draw_centred(painter, words, x=left, middle=rect.center().y() - shift, colour=paint.theme.t1)
        if look.detail:
            detail = paint.texts.line(look.detail, TextRole.META)
            colour = paint.theme.t1 if look.tone is LinkTone.LOST else paint.theme.t2
            paint.texts.draw_centred(painter, detail, x=left, middle=rect.center().y() + shift, colour=colour)
