"""Paints the palette's rows: heads of groups, and entries with their sign, name, detail and key."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.models.palette_model import PaletteEntry, PaletteRole
from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.patch import draw_patch
from widgets.paint.source import Paint

_ROW, _HEAD = 44.0, 32.0
_SIDE, _SIGN, _GAP = 20.0, 22.0, 12.0
_DETAIL_LEAST = 60.0
_Index = QModelIndex | QPersistentModelIndex


class PalettePainter(QStyledItemDelegate):
    """Draws with the kit, so that a patch and a key look as everywhere."""

    def __init__(self, paint: Paint, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kit = paint

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Entries are higher than heads."""
        del option
        height = _ROW if index.data(PaletteRole.ENTRY) is not None else _HEAD
        return QSize(0, round(self.kit.px(height)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        entry = index.data(PaletteRole.ENTRY)
        rect = QRectF(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, PaletteEntry):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._draw_entry(painter, rect, entry=entry, chosen=chosen)
        else:
            self._draw_head(painter, rect, str(index.data()))

    def _draw_head(self, painter: QPainter, rect: QRectF, title: str) -> None:
        paint = self.kit
        line = paint.texts.line(title, TextRole.CAPTION)
        x = rect.left() + paint.px(_SIDE)
        paint.texts.draw_centred(painter, line, x=x, middle=rect.bottom() - paint.px(13), colour=paint.theme.t3)

    def _draw_entry(self, painter: QPainter, rect: QRectF, *, entry: PaletteEntry, chosen: bool) -> None:
        paint, middle = self.kit, rect.center().y()
        if chosen:
            self._draw_chosen(painter, rect)
        left = rect.left() + paint.px(_SIDE)
        self._draw_sign(painter, QPointF(left + paint.px(_SIGN) / 2, middle), entry)
        x = left + paint.px(_SIGN + _GAP)
        right = self._draw_end(painter, rect, entry) - paint.px(_GAP)
        title = paint.texts.line(entry.title, TextRole.ROW_READ, max(0.0, right - x))
        x = paint.texts.draw_centred(painter, title, x=x, middle=middle, colour=paint.theme.t1) + paint.px(_GAP)
        if entry.detail and right - x > paint.px(_DETAIL_LEAST):
            detail = paint.texts.line(entry.detail, TextRole.META, right - x)
            paint.texts.draw_centred(painter, detail, x=x, middle=middle, colour=paint.theme.t3)

    def _draw_chosen(self, painter: QPainter, rect: QRectF) -> None:
        paint, radius = self.kit, self.kit.measures.radius.control
        ground = rect.adjusted(paint.px(8), 0, -paint.px(8), 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paint.theme.bg3)
        painter.drawRoundedRect(ground, radius, radius)
        painter.fillRect(QRectF(ground.left(), ground.top() + 8, 3, ground.height() - 16), paint.theme.acc)

    def _draw_sign(self, painter: QPainter, centre: QPointF, entry: PaletteEntry) -> None:
        paint, size = self.kit, self.kit.px(_SIGN)
        if entry.squad:
            box = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
            draw_patch(painter, box, squad=entry.squad, paint=paint)
        elif entry.icon:
            paint.icons.draw(painter, entry.icon, centre=centre, size=paint.px(18), colour=paint.theme.t2)

    def _draw_end(self, painter: QPainter, rect: QRectF, entry: PaletteEntry) -> float:
        """Draw the key, or the mark, at the right end and return where it begins."""
        paint, right = self.kit, rect.right() - self.kit.px(_SIDE)
        if entry.key:
            right -= key_cap_width(entry.key, tone=CapTone.BOXED, paint=paint)
            cap = QRectF(right, rect.top(), rect.right() - right, rect.height())
            draw_key_cap(painter, cap, text=entry.key, tone=CapTone.BOXED, paint=paint)
        elif entry.mark:
            line = paint.texts.line(entry.mark, TextRole.META)
            right -= line.width
            paint.texts.draw_centred(painter, line, x=right, middle=rect.center().y(), colour=paint.theme.t2)
        return right
