"""The strip that stands for the instruments in a window without room for them: it opens them over the detail."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring

_KEY = "F6"
_ICONS = ("chart-scatter", "chart-spline", "map", "siren")
_TOP, _STEP, _ICON, _INSET = 34.0, 44.0, 20.0, 5.0


class SideStrip(QAbstractButton):
    """One tall button: an icon for each instrument, and the key that opens them.

    Signals: `clicked` as every button; `opened` is the same under the name of what happens.
    """

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._paint = paint
        self._open = False
        self.opened = self.clicked
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._retranslate()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.update()

    def set_open(self, opened: bool) -> None:
        """Show whether the instruments are open."""
        if opened != self._open:
            self._open = opened
            self._retranslate()
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line to the detail, the icons, and the key."""
        del event
        paint, theme = self._paint, self._paint.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.bg2 if self.underMouse() or self._open else theme.bg1)
        painter.fillRect(QRectF(0, 0, 1, self.height()), theme.line)
        middle = self.width() / 2
        ink = theme.acc if self._open else theme.t2
        for place, icon in enumerate(_ICONS):
            centre = QPointF(middle, paint.px(_TOP + place * _STEP))
            paint.icons.draw(painter, icon, centre=centre, size=paint.px(_ICON), colour=ink)
        top = paint.px(_TOP + len(_ICONS) * _STEP - _STEP / 2)
        width = key_cap_width(_KEY, tone=CapTone.BARE, paint=paint)
        box = QRectF(middle - width / 2, top, width, paint.px(_STEP))
        draw_key_cap(painter, box, text=_KEY, tone=CapTone.BARE, paint=paint)
        if self.hasFocus():
            inset = paint.px(_INSET)
            draw_focus_ring(painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), paint=paint)
        painter.end()

    def _retranslate(self) -> None:
        words = self.tr("Close the instruments") if self._open else self.tr("Open the instruments")
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({_KEY})")
