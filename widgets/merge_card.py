"""One of two reports side by side: its photo, whose it is, its title, the facts to compare, and the citizen's words."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from widgets.paint.flags import draw_priority
from widgets.paint.fonts import TextRole
from widgets.paint.patch import draw_patch
from widgets.paint.rings import draw_ring
from widgets.paint.source import Paint
from widgets.paint.styles import css_font

_PHOTO, _PAD, _FACT, _PATCH = 148.0, 14.0, 25.0, 28.0
_CLIP = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLook:
    """What a card shows; `facts` are icon, words, and whether they differ from the other report's."""

    number: str
    squad: str | None
    priority: str
    state: str
    state_word: str
    title: str
    text: str
    facts: tuple[tuple[str, str, bool], ...]
    photos: tuple[str, ...] = ()


class MergeCard(QWidget):
    """A report, or a word why there is none; the one that stays has a strong edge."""

    def __init__(self, *, paint: Paint, stays: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint, self._stays = paint, stays
        self._look: CardLook | None = None
        self._image: QImage | None = None
        self.photo = ""
        """The photo that is wanted or shown."""
        self._nothing = self._no_photo = ""
        self._title, self._text = (self._make_label() for _ in range(2))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_paint(paint)

    @property
    def look(self) -> CardLook | None:
        """What it shows."""
        return self._look

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        theme = paint.theme
        for label, role, colour in (
            (self._title, TextRole.ROW_UNREAD, theme.t1),
            (self._text, TextRole.CAPTION, theme.t2),
        ):
            label.setStyleSheet(f"color: {colour.name()}; background: transparent; {css_font(paint, role)}")
        self._place()

    def say(self, *, nothing: str, no_photo: str) -> None:
        """Set what stands where there is no report, and where a report has no photo."""
        self._nothing, self._no_photo = nothing, no_photo
        self.update()

    def show_look(self, look: CardLook | None) -> None:
        """Show a report, or none."""
        if look is None or self._look is None or look.number != self._look.number:
            self._image, self.photo = None, ""
        self._look = look
        self._title.setText("" if look is None else look.title)
        text = "" if look is None else look.text
        self._text.setText(text if len(text) <= _CLIP else text[:_CLIP].rsplit(" ", 1)[0] + "…")
        facts = "" if look is None else ", ".join(words for _, words, _ in look.facts)
        self.setAccessibleName("" if look is None else f"{look.number}, {look.title}, {look.state_word}, {facts}")
        self._place()

    def show_photo(self, image: QImage | None) -> None:
        """Show the first photo, once it is there."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its words need."""
        return QSize(240, self.height())

    def resizeEvent(self, event: object) -> None:
        """Flow the words anew."""
        del event
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        del event
        paint, theme, look = self._paint, self._paint.theme, self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        strong = self._stays and look is not None
        painter.setPen(QPen(theme.acc if strong else theme.line2, 1.5 if strong else 1.0))
        painter.setBrush(theme.bg2)
        radius = paint.measures.radius.control
        painter.drawRoundedRect(box, radius, radius)
        if look is None:
            line = paint.texts.line(self._nothing, TextRole.TIME, box.width() - 2 * paint.px(_PAD))
            x = box.center().x() - line.width / 2
            paint.texts.draw_centred(painter, line, x=x, middle=box.center().y(), colour=theme.t2)
        else:
            self._draw_photo(painter, box, look)
            self._draw_head(painter, look)
            self._draw_facts(painter, look)
        painter.end()

    def _make_label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return label

    def _place(self) -> None:
        paint, pad = self._paint, self._paint.px(_PAD)
        width = round(max(80.0, self.width() - 2 * pad))
        y = paint.px(_PHOTO) + pad + paint.px(_PATCH) + paint.px(10)
        high = self._title.heightForWidth(width)
        self._title.setGeometry(round(pad), round(y), width, high)
        facts = 0 if self._look is None else len(self._look.facts)
        y += high + paint.px(8) + paint.px(_FACT) * facts + paint.px(6)
        high = self._text.heightForWidth(width) if self._text.text() else 0
        self._text.setGeometry(round(pad), round(y), width, high)
        self.setMinimumHeight(round(y + high + pad))
        self.updateGeometry()
        self.update()

    def wanted_height(self) -> int:
        """Return how high it must be for everything it says."""
        return self.minimumHeight()

    def _draw_photo(self, painter: QPainter, box: QRectF, look: CardLook) -> None:
        paint, theme = self._paint, self._paint.theme
        rect = QRectF(box.left(), box.top(), box.width(), paint.px(_PHOTO))
        clip = QPainterPath()
        radius = paint.measures.radius.control
        clip.addRoundedRect(box, radius, radius)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(rect, theme.bg4)
        if self._image is not None:
            scale = max(rect.width() / self._image.width(), rect.height() / self._image.height())
            part = QRectF(0, 0, rect.width() / scale, rect.height() / scale)
            part.moveCenter(QPointF(self._image.width() / 2, self._image.height() / 2))
            painter.drawImage(rect, self._image, part)
        painter.restore()
        if self._image is None:
            centre = rect.center()
            icon = "image" if look.photos else "image-off"
            paint.icons.draw(painter, icon, centre=centre, size=paint.px(22), colour=theme.t3)
            if not look.photos:
                line = paint.texts.line(self._no_photo, TextRole.CAPTION, rect.width() - paint.px(16))
                at = centre.x() - line.width / 2
                paint.texts.draw_centred(painter, line, x=at, middle=centre.y() + paint.px(24), colour=theme.t3)

    def _draw_head(self, painter: QPainter, look: CardLook) -> None:
        paint, theme, pad = self._paint, self._paint.theme, self._paint.px(_PAD)
        top, size = paint.px(_PHOTO) + pad, paint.px(_PATCH)
        draw_patch(painter, QRectF(pad, top, size, size), squad=look.squad, paint=paint)
        x, middle = pad + size + paint.px(9), top + size / 2
        line = paint.texts.line(look.number, TextRole.STRONG)
        x = paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=theme.t1) + paint.px(8)
        mark = QRectF(x, middle - paint.px(10), paint.px(24), paint.px(20))
        left = draw_priority(painter, mark, priority=look.priority, paint=paint).right() + paint.px(10)
        ring = paint.px(14)
        room = self.width() - pad - left - ring - paint.px(5)
        line = paint.texts.line(look.state_word, TextRole.META_STRONG, max(0.0, room))
        x = self.width() - pad - line.width
        paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=theme.t2)
        draw_ring(painter, QRectF(x - ring - paint.px(5), middle - ring / 2, ring, ring), state=look.state, paint=paint)

    def _draw_facts(self, painter: QPainter, look: CardLook) -> None:
        """What differs is written strongly; what is the same recedes."""
        paint, theme, pad = self._paint, self._paint.theme, self._paint.px(_PAD)
        top = self._title.geometry().bottom() + 1 + paint.px(8)
        for place, (icon, words, differs) in enumerate(look.facts):
            middle = top + paint.px(_FACT) * (place + 0.5)
            size = paint.px(14)
            ink = theme.t1 if differs else theme.t3
            paint.icons.draw(painter, icon, centre=QPointF(pad + size / 2, middle), size=size, colour=ink)
            x = pad + size + paint.px(8)
            role = TextRole.META_STRONG if differs else TextRole.META
            line = paint.texts.line(words, role, self.width() - pad - x)
            paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=ink)
