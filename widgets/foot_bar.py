"""The foot of the queue: key hints, or for a few seconds what was just done and how to put it back."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from services.domain.report import Millis
from widgets.key_button import ButtonTone, KeyButton
from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.source import Paint

_HEIGHT = 56.0
_ICON = 18.0


class MessageTone(StrEnum):
    """Whether something was done, or could not be done."""

    DONE = "done"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys and what they do."""

    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class FootMessage:
    """What was done or failed, shown from `since` until `until`; `undo` are the button's words if it can be undone."""

    words: str
    since: Millis
    until: Millis
    detail: str = ""
    undo: str = ""
    tone: MessageTone = MessageTone.DONE
    undo_until: Millis = 0
    """Until when it can be put back, where that is not as long as it is told."""

    @property
    def undo_ends(self) -> Millis:
        """When the button goes."""
        return self.undo_until or self.until


class FootBar(QWidget):
    """Covers no row: hints and messages take turns in one fixed place.

    Signals: undo_wanted() the button was pressed.
    """

    undo_wanted = Signal()

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._hints: tuple[Hint, ...] = ()
        self._message: FootMessage | None = None
        self._now: Millis = 0
        self._undo = KeyButton(paint=paint, tone=ButtonTone.PRIMARY, parent=self)
        self._undo_key = "Z"
        self._undo.clicked.connect(self.undo_wanted)
        self._undo.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def message(self) -> FootMessage | None:
        """What is told now."""
        return self._message

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._undo.set_paint(paint)
        self.updateGeometry()
        self._place()
        self.update()

    def set_hints(self, hints: tuple[Hint, ...], *, undo: str = "Z") -> None:
        """Show these keys while nothing is told, and `undo` on the button that puts an act back."""
        self._hints, self._undo_key = hints, undo
        self.update()

    def tell(self, message: FootMessage | None) -> None:
        """Tell something instead of the hints, or nothing any more."""
        self._message = message
        if message is not None:
            self._now = max(self._now, message.since)
            self._undo.say(message.undo, key=self._undo_key)
            self.setAccessibleName(message.words)
        self._undo.setVisible(message is not None and bool(message.undo))
        self._place()
        self.update()

    def tick(self, now: Millis) -> None:
        """Let time pass: the line over an undo grows shorter, and a message ends."""
        self._now = now
        if self._message is None:
            return
        if now >= self._message.until:
            self.tell(None)
        elif now >= self._message.undo_ends:
            self._undo.hide()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as one row."""
        return QSize(300, round(self._paint.px(_HEIGHT)))

    def resizeEvent(self, event: object) -> None:
        """Keep the button at the right end."""
        del event
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click here chooses nothing behind it."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hints or the message."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self._message is None:
            painter.fillRect(rect, self._paint.theme.bg1)
            painter.fillRect(QRectF(0, 0, rect.width(), 1), self._paint.theme.line)
            self._draw_hints(painter, rect)
        else:
            painter.fillRect(rect, self._paint.theme.bg3)
            self._draw_message(painter, rect, self._message)
        painter.end()

    def _place(self) -> None:
        size = self._undo.sizeHint()
        right = round(self._paint.px(16))
        self._undo.setGeometry(
            self.width() - size.width() - right, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def _draw_hints(self, painter: QPainter, rect: QRectF) -> None:
        paint = self._paint
        x = rect.left() + paint.px(paint.measures.space.queue)
        for hint in self._hints:
            words = paint.texts.line(hint.words, TextRole.CAPTION)
            caps = [key_cap_width(key, tone=CapTone.BOXED, paint=paint) for key in hint.keys]
            width = sum(caps) + paint.px(4) * len(caps) + paint.px(4) + words.width
            if x + width > rect.right() - paint.px(12):
                return
            for key, cap in zip(hint.keys, caps, strict=True):
                draw_key_cap(
                    painter, QRectF(x, rect.top(), cap, rect.height()), text=key, tone=CapTone.BOXED, paint=paint
                )
                x += cap + paint.px(4)
            x = paint.texts.draw_centred(
                painter, words, x=x + paint.px(4), middle=rect.center().y(), colour=paint.theme.t3
            ) + paint.px(18)

    def _draw_message(self, painter: QPainter, rect: QRectF, message: FootMessage) -> None:
        paint = self._paint
        if self._undo.isVisibleTo(self) and message.undo_ends > message.since:
            left = (message.undo_ends - self._now) / (message.undo_ends - message.since)
            painter.fillRect(QRectF(0, 0, rect.width() * min(1.0, max(0.0, left)), 2), paint.theme.acc)
        trouble = message.tone is MessageTone.TROUBLE
        icon, colour = ("triangle-alert", paint.theme.t1) if trouble else ("check", paint.theme.acc)
        size = paint.px(_ICON)
        x = rect.left() + paint.px(paint.measures.space.queue)
        paint.icons.draw(painter, icon, centre=QPointF(x + size / 2, rect.center().y()), size=size, colour=colour)
        x += size + paint.px(14)
        room = (self._undo.x() if self._undo.isVisibleTo(self) else rect.right()) - x - paint.px(14)
        middle = rect.center().y() - (paint.px(9) if message.detail else 0)
        line = paint.texts.line(message.words, TextRole.STRONG, room)
        paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=paint.theme.t1)
        if message.detail:
            line = paint.texts.line(message.detail, TextRole.CAPTION, room)
            paint.texts.draw_centred(painter, line, x=x, middle=middle + paint.px(19), colour=paint.theme.t2)
