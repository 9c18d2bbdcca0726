"""A button that prints the key that does the same, painted with the kit in every state."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring

_HEIGHT = 40.0
_PADDING = 9.0
_GAP = 6.0
_ICON = 16.0
_RING = 4.0


class ButtonTone(StrEnum):
    """How a button is drawn: `plain` outlined, `primary` in the accent, `quiet` without an outline."""

    PLAIN = "plain"
    PRIMARY = "primary"
    QUIET = "quiet"


class KeyButton(QAbstractButton):
    """A button with an optional icon, its words, a detail in a quieter colour, and its key; emits `clicked`."""

    def __init__(self, *, paint: Paint, tone: ButtonTone = ButtonTone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._paint = paint
        self._tone = tone
        self._key = ""
        self._icon_name = ""
        self._detail = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: ButtonTone) -> None:
        """Draw it in another way: a choice that is taken, or not."""
        self._tone = tone
        self.update()

    def say(self, words: str, *, key: str = "", icon: str = "", detail: str = "") -> None:
        """Set what stands on the button."""
        self.setText(words)
        self._key, self._icon_name, self._detail = key, icon, detail
        self.setAccessibleName(f"{words} {detail}".strip())
        self.setToolTip(words if not key else f"{words} ({key})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for everything on the button and the focus ring around it."""
        paint = self._paint
        width = 2 * paint.px(_PADDING) + paint.texts.width(self.text(), TextRole.BUTTON) + 2 * _RING
        if self._icon_name:
            width += paint.px(_ICON + _GAP)
        if self._detail:
            width += paint.texts.width(self._detail, TextRole.META) + paint.px(_GAP)
        if self._key:
            width += key_cap_width(self._key, tone=self._cap_tone(), paint=paint) + paint.px(_GAP)
        return QSize(round(width + 1), round(paint.px(_HEIGHT) + 2 * _RING))

    def minimumSizeHint(self) -> QSize:
        """A button may be squeezed until only its key and a few letters are left."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), round(self._paint.px(72))), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, words, detail and key."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        self._draw_ground(painter, rect)
        self._draw_content(painter, rect)
        if self.hasFocus():
            draw_focus_ring(painter, rect, paint=self._paint)
        painter.end()

    def _cap_tone(self) -> CapTone:
        return CapTone.BARE if self._tone is not ButtonTone.PRIMARY else CapTone.PRIMARY

    def _draw_ground(self, painter: QPainter, rect: QRectF) -> None:
        theme = self._paint.theme
        radius = self._paint.measures.radius.control
        pressed = self.isDown() or (self.underMouse() and self.isEnabled())
        if self._tone is ButtonTone.PRIMARY:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.acc if self.isEnabled() else theme.bg4)
        elif self._tone is ButtonTone.QUIET:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.bg3 if pressed or self.isChecked() else Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(QPen(theme.t4 if self.isEnabled() else theme.line2, 1.0))
            painter.setBrush(theme.bg3 if pressed else theme.bg2)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _ink(self) -> QColor:
        theme = self._paint.theme
        if not self.isEnabled():
            return theme.t4
        return theme.acct if self._tone is ButtonTone.PRIMARY else theme.t1

    def _draw_content(self, painter: QPainter, rect: QRectF) -> None:
        paint, middle = self._paint, rect.center().y()
        x, right = rect.left() + paint.px(_PADDING), rect.right() - paint.px(_PADDING)
        if self._key:
            width = key_cap_width(self._key, tone=self._cap_tone(), paint=paint)
            cap = QRectF(right - width, rect.top(), width, rect.height())
            draw_key_cap(painter, cap, text=self._key, tone=self._cap_tone(), paint=paint)
            right -= width + paint.px(_GAP)
        if self._icon_name:
            size = paint.px(_ICON)
            paint.icons.draw(
                painter, self._icon_name, centre=QPointF(x + size / 2, middle), size=size, colour=self._ink()
            )
            x += size + paint.px(_GAP)
        line = paint.texts.line(self.text(), TextRole.BUTTON, max(0.0, right - x))
        x = paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=self._ink()) + paint.px(_GAP)
        if self._detail and right - x > 0:
            line = paint.texts.line(self._detail, TextRole.META, right - x)
            paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=paint.theme.t3)
