"""One line of the keys' overlay: a key and what it does; pressed, it waits for another key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring

_SIDE, _CAPS = 8.0, 92.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLook:
    """A key: its name, its caps (nothing: it has none now), what it does, whether it can be changed or was."""

    name: str
    caps: Sequence[str]
    words: str
    fixed: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class KeyGroupLook:
    """Keys under one head."""

    title: str
    keys: tuple[KeyLook, ...]


class KeyRow(QAbstractButton):
    """A row; emits `clicked`. While it `waits` it says that a key is to be pressed."""

    def __init__(self, *, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._paint = paint
        self._look = KeyLook(name="", caps=(), words="")
        self._waiting = ""

    @property
    def look(self) -> KeyLook:
        """What is shown."""
        return self._look

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.update()

    def set_look(self, look: KeyLook) -> None:
        """Show a key."""
        self._look = look
        self.setEnabled(not look.fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if look.fixed else Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor if look.fixed else Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{look.words}: {' '.join(look.caps)}")
        self.update()

    def wait(self, words: str) -> None:
        """Say in place of the key that one is waited for; nothing ends it."""
        self._waiting = words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the caps, right-aligned in their column, and the words."""
        del event
        paint, theme, look = self._paint, self._paint.theme, self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self._waiting or (self.underMouse() and not look.fixed):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accbg if self._waiting else theme.bg3)
            painter.drawRoundedRect(rect, paint.measures.radius.alarm, paint.measures.radius.alarm)
        middle, edge = rect.center().y(), rect.left() + paint.px(_CAPS)
        x = edge + paint.px(12)
        words = paint.texts.line(self._waiting or look.words, TextRole.CAPTION, max(0.0, rect.right() - x))
        strong = self._waiting or look.own
        paint.texts.draw_centred(painter, words, x=x, middle=middle, colour=theme.t1 if strong else theme.t2)
        for cap in reversed(look.caps):
            width = key_cap_width(cap, tone=CapTone.BOXED, paint=paint)
            edge -= width
            tone = CapTone.PRIMARY if look.own else CapTone.BOXED
            draw_key_cap(painter, QRectF(edge, rect.top(), width, rect.height()), text=cap, tone=tone, paint=paint)
            edge -= paint.px(3)
        if self.hasFocus():
            draw_focus_ring(painter, rect.adjusted(3, 3, -3, -3), paint=paint)
        painter.end()
