"""The strip that stands for the instruments in a window without room for them: it opens them over the detail."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from widgets import counted
from widgets.alarm_words import unseen as unseen_words
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.pills import PillTone, draw_count_pill
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring
from widgets.wording import number

_KEY = "F6"
_LATE_AT, _ALARMS_AT = 0, 3
_ICONS = ("chart-scatter", "chart-spline", "map", "siren")
_TOP, _STEP, _ICON, _INSET = 34.0, 44.0, 20.0, 5.0
_BADGE_UP, _BADGE_EDGE, _MANY = 11.0, 3.0, 99


class SideStrip(QAbstractButton):
    """One tall button: an icon for each instrument, and the key that opens them.

    Signals: `clicked` as every button; `opened` is the same under the name of what happens.
    """

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._paint = paint
        self._open = False
        self._late = self._unseen = 0
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

    def set_late(self, late: int) -> None:
        """Say how many reports are late."""
        self._count(late, self._unseen)

    def set_unseen(self, unseen: int) -> None:
        """Say how many alarms nobody has seen."""
        self._count(self._late, unseen)

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
        for place, count in ((_LATE_AT, self._late), (_ALARMS_AT, self._unseen)):
            self._draw_badge(painter, paint.px(_TOP + place * _STEP), count)
        top = paint.px(_TOP + len(_ICONS) * _STEP - _STEP / 2)
        width = key_cap_width(_KEY, tone=CapTone.BARE, paint=paint)
        box = QRectF(middle - width / 2, top, width, paint.px(_STEP))
        draw_key_cap(painter, box, text=_KEY, tone=CapTone.BARE, paint=paint)
        if self.hasFocus():
            inset = paint.px(_INSET)
            draw_focus_ring(painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), paint=paint)
        painter.end()

    def _draw_badge(self, painter: QPainter, middle: float, count: int) -> None:
        """Draw a red count at the upper right of an icon."""
        if not count:
            return
        paint = self._paint
        text = number(count) if count <= _MANY else f"{number(_MANY)}+"
        right, up = self.width() - paint.px(_BADGE_EDGE), middle - paint.px(_BADGE_UP)
        draw_count_pill(painter, QRectF(0.0, up, right, 0.0), text=text, tone=PillTone.LATE, paint=paint)

    def _count(self, late: int, unseen: int) -> None:
        if (late, unseen) != (self._late, self._unseen):
            self._late, self._unseen = late, unseen
            self._retranslate()
            self.update()

    def _retranslate(self) -> None:
        words = self.tr("Close the instruments") if self._open else self.tr("Open the instruments")
        counts = (
            counted.late_reports(self._late) if self._late else "",
            unseen_words(self._unseen) if self._unseen else "",
        )
        self.setAccessibleName(", ".join((words, *(count for count in counts if count))))
        self.setToolTip(f"{words} ({_KEY})")
