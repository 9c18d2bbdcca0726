"""The photos of a report that is being written: small pictures with their state, and a place to add more."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring

_EDGE, _GAP, _CROSS, _RING = 72.0, 10.0, 22.0, 4.0


@dataclass(frozen=True, slots=True)
class TrayPhoto:
    """A photo by a name of the form's own: `waiting` on its way to the hub, `lost` where it did not arrive."""

    name: str
    image: QImage
    state: str = "there"


class PhotoTray(QWidget):
    """Enter or a click on the last place adds; Delete or the cross removes; a lost one is pressed to try again.

    Signals:
        wanted(): somebody wants to add a photo.
        removed(str), again(str): the name of a photo.
    """

    wanted = Signal()
    removed = Signal(str)
    again = Signal(str)

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._photos: tuple[TrayPhoto, ...] = ()
        self._at = 0
        self._add = self._key = self._hint = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def say(self, add: str, *, key: str, hint: str) -> None:
        """Set what stands on the last place, its key, and how else a photo gets here."""
        self._add, self._key, self._hint = add, key, hint
        self.setToolTip(f"{add} ({key})")
        self.update()

    def show_photos(self, photos: Sequence[TrayPhoto]) -> None:
        """Show these."""
        self._photos = tuple(photos)
        self._at = min(self._at, len(self._photos))
        self.update()

    def sizeHint(self) -> QSize:
        """One row of pictures."""
        return QSize(300, round(self._paint.px(_EDGE) + 2 * _RING))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go among the photos, add, remove, try again."""
        key = event.key()
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(key))
        if step is not None:
            self._at = max(0, min(len(self._photos), self._at + step))
            self.update()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._at < len(self._photos):
            self.removed.emit(self._photos[self._at].name)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not event.modifiers():
            self._press(self._at)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Add, remove or try again what is under the pointer."""
        for place, rect in enumerate(self._rects()):
            if place < len(self._photos) and self._cross(rect).contains(event.position()):
                self.removed.emit(self._photos[place].name)
                return
            if rect.contains(event.position()):
                self._press(place)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the photos and the place for another."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rects = self._rects()
        for photo, rect in zip(self._photos, rects, strict=False):
            self._draw(painter, photo, rect)
        self._draw_add(painter, rects[-1])
        if self.hasFocus() and self._at < len(rects):
            draw_focus_ring(painter, rects[self._at], paint=self._paint)
        painter.end()

    def _press(self, place: int) -> None:
        if place >= len(self._photos):
            self.wanted.emit()
        elif self._photos[place].state == "lost":
            self.again.emit(self._photos[place].name)

    def _rects(self) -> list[QRectF]:
        edge, gap = self._paint.px(_EDGE), self._paint.px(_GAP)
        rects = [QRectF(_RING + place * (edge + gap), _RING, edge, edge) for place in range(len(self._photos))]
        left = _RING + len(rects) * (edge + gap)
        return [*rects, QRectF(left, _RING, max(edge, self.width() - left - _RING), edge)]

    def _cross(self, rect: QRectF) -> QRectF:
        size = self._paint.px(_CROSS)
        return QRectF(rect.right() - size - 2, rect.top() + 2, size, size)

    def _draw(self, painter: QPainter, photo: TrayPhoto, rect: QRectF) -> None:
        paint, theme = self._paint, self._paint.theme
        clip = QPainterPath()
        clip.addRoundedRect(rect, paint.measures.radius.alarm, paint.measures.radius.alarm)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(rect, theme.bg2)
        edge = min(photo.image.width(), photo.image.height())
        part = QRectF((photo.image.width() - edge) / 2, (photo.image.height() - edge) / 2, edge, edge)
        painter.setOpacity(1.0 if photo.state == "there" else 0.45)
        painter.drawImage(rect, photo.image, part)
        painter.restore()
        if photo.state != "there":
            icon = "clock" if photo.state == "waiting" else "refresh-cw"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.bg1)
            painter.drawEllipse(rect.center(), paint.px(15), paint.px(15))
            paint.icons.draw(painter, icon, centre=rect.center(), size=paint.px(18), colour=theme.t1)
        cross = self._cross(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.bg1)
        painter.drawEllipse(cross)
        paint.icons.draw(painter, "x", centre=cross.center(), size=paint.px(14), colour=theme.t1)

    def _draw_add(self, painter: QPainter, rect: QRectF) -> None:
        paint, theme = self._paint, self._paint.theme
        radius = paint.measures.radius.control
        painter.setPen(QPen(theme.t4, 1.0, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        size, x = paint.px(20), rect.left() + paint.px(16)
        middle = rect.center().y()
        if rect.width() < paint.px(190):
            paint.icons.draw(painter, "image-plus", centre=rect.center(), size=size, colour=theme.t2)
            return
        paint.icons.draw(painter, "image-plus", centre=QPointF(x + size / 2, middle), size=size, colour=theme.t2)
        x += size + paint.px(12)
        cap = key_cap_width(self._key, tone=CapTone.BARE, paint=paint)
        right = rect.right() - paint.px(14) - cap
        place = QRectF(right, middle - paint.px(20), cap, paint.px(20))
        draw_key_cap(painter, place, text=self._key, tone=CapTone.BARE, paint=paint)
        line = paint.texts.line(self._add, TextRole.BUTTON, right - x - paint.px(8))
        paint.texts.draw_centred(painter, line, x=x, middle=middle - paint.px(10), colour=theme.t1)
        line = paint.texts.line(self._hint, TextRole.CAPTION, rect.right() - paint.px(14) - x)
        paint.texts.draw_centred(painter, line, x=x, middle=middle + paint.px(11), colour=theme.t3)
