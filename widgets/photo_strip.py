"""The photos of a report: one large, up to three small beside it, and a word on each that is not there."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint

_THUMBS = 3
_GAP = 10.0
_RATIO = 0.755
_MOST_HEIGHT, _LEAST_HEIGHT = 326.0, 108.0
_BELOW = 16.0
_SHARES = {1: 0.64, 2: 0.76, 3: 0.818}
"""The large photo's share of the width beside so many small ones, which together are as high as it is."""


class PhotoStrip(QWidget):
    """Photos by id; each is loading, there, or missing.

    Signals: photo_wanted(str) a missing photo is to be tried again.
    """

    photo_wanted = Signal(str)

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._ids: tuple[str, ...] = ()
        self._images: dict[str, QImage | None] = {}
        self._shown = 0
        self._room: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._fit()
        self.update()

    def set_room(self, height: float) -> None:
        """Be no higher than this, though never too low to see what is on a photo."""
        if height != self._room:
            self._room = height
            self._fit()
            self.update()

    def set_photos(self, ids: tuple[str, ...]) -> None:
        """Show these photos, which are still to come; none hides the strip."""
        if ids == self._ids:
            return
        self._ids, self._shown = ids, 0
        self._images = {photo: image for photo, image in self._images.items() if photo in ids}
        self.setVisible(bool(ids))
        self._fit()
        self.update()

    def set_photo(self, photo: str, image: QImage | None) -> None:
        """Show a photo that came, or say that it is missing (None)."""
        if photo in self._ids:
            self._images[photo] = image
            self.update()

    def complete(self) -> bool:
        """Whether no photo is still to come."""
        return all(photo in self._images for photo in self._ids)

    def resizeEvent(self, event: object) -> None:
        """Keep the shape of the large photo."""
        del event
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as the large photo is at this width."""
        return QSize(420, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the pressed photo large, or try a missing one again."""
        for place, rect in enumerate(self._rects()):
            if rect.contains(event.position()):
                self._press(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the photos."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for photo, rect in zip(self._order(), self._rects(), strict=False):
            self._draw(painter, photo, rect)
        if self._images.get(self._large()) is not None:
            self._draw_note(painter, self._rects()[0])
        painter.end()

    def _large(self) -> str:
        return self._ids[self._shown] if self._ids else ""

    def _order(self) -> list[str]:
        if not self._ids:
            return []
        return [self._large(), *(photo for photo in self._ids if photo != self._large())][: 1 + _THUMBS]

    def _press(self, place: int) -> None:
        order = self._order()
        if place >= len(order):
            return
        if self._images.get(order[place], self) is None:
            del self._images[order[place]]
            self.photo_wanted.emit(order[place])
        self._shown = self._ids.index(order[place])
        self.update()

    def _side(self) -> float:
        return self._paint.px(self._paint.measures.space.detail)

    def _fit(self) -> None:
        if not self._ids:
            return
        self.setFixedHeight(round(self._rects()[0].height() + self._paint.px(_BELOW)))

    def _most(self) -> float:
        most = self._paint.px(_MOST_HEIGHT)
        if self._room is None:
            return most
        return max(self._paint.px(_LEAST_HEIGHT), min(most, self._room - self._paint.px(_BELOW)))

    def _rects(self) -> list[QRectF]:
        side, gap = self._side(), self._paint.px(_GAP)
        room = max(100.0, self.width() - 2 * side)
        small = max(0, min(_THUMBS, len(self._ids) - 1))
        large = room if small == 0 else (room - gap) * _SHARES[small]
        height = min(large * _RATIO if small else room * 0.62, self._most())
        rects = [QRectF(side, 0, large, height)]
        each = (height - gap * (small - 1)) / max(1, small)
        rects += [QRectF(side + large + gap, n * (each + gap), room - large - gap, each) for n in range(small)]
        return rects

    def _draw(self, painter: QPainter, photo: str, rect: QRectF) -> None:
        theme = self._paint.theme
        clip = QPainterPath()
        clip.addRoundedRect(rect, 4, 4)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(rect, theme.bg2)
        image = self._images.get(photo)
        if image is not None:
            painter.drawImage(rect, image, _covering(image, rect))
        painter.restore()
        if photo in self._images and image is None:
            self._draw_missing(painter, rect)

    def _draw_missing(self, painter: QPainter, rect: QRectF) -> None:
        paint = self._paint
        centre = rect.center()
        size = paint.px(22)
        paint.icons.draw(painter, "image-off", centre=centre - QPointF(0, size), size=size, colour=paint.theme.t3)
        line = paint.texts.line(self.tr("Photo not loaded, try again"), TextRole.CAPTION, rect.width() - 12)
        left = centre.x() - line.width / 2
        paint.texts.draw_centred(painter, line, x=left, middle=centre.y() + size * 0.6, colour=paint.theme.t2)

    def _draw_note(self, painter: QPainter, rect: QRectF) -> None:
        paint = self._paint
        line = paint.texts.line(self.tr("Photo location removed"), TextRole.CAPTION)
        box = QRectF(rect.left() + paint.px(10), rect.bottom() - paint.px(36), line.width + paint.px(20), paint.px(26))
        painter.setPen(Qt.PenStyle.NoPen)
        ground = paint.theme.squads["shadow"].ink if not paint.theme.dark else paint.theme.bg0
        ground = type(ground)(ground)
        ground.setAlpha(225)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 5, 5)
        paint.texts.draw_centred(
            painter, line, x=box.left() + paint.px(10), middle=box.center().y(), colour=paint.theme.t1
        )


def _covering(image: QImage, rect: QRectF) -> QRectF:
    """Return the part of an image that fills a rectangle without distortion."""
    width, height = float(image.width()), float(image.height())
    wanted = rect.width() / max(1.0, rect.height())
    if width / max(1.0, height) > wanted:
        part = height * wanted
        return QRectF((width - part) / 2, 0, part, height)
    part = width / wanted
    return QRectF(0, (height - part) / 2, width, part)
