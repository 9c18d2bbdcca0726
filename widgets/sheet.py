"""A sheet laid over a column: head, a body that scrolls, foot with its buttons; keys behind it do not act meanwhile."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from widgets.key_button import ButtonTone, KeyButton
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.styles import css_font

RING = 4
"""What parts of the body leave free at both sides for the focus ring."""
_HEAD, _FOOT = 72.0, 72.0
_PASSED = frozenset({Qt.Key.Key_F1, Qt.Key.Key_F6})
"""Keys that lead out of the sheet and leave it where it is."""
SEND = "Ctrl Enter"


class Sheet(QWidget):
    """Covers a column; a child widget, never a window. Whoever extends it fills `body` and says what it is for.

    Signals:
        closed(): Esc or its button; the focus belongs to the room again.
        sent(): the main button, or Ctrl Enter.
    """

    closed = Signal()
    sent = Signal()

    def __init__(self, *, icon: str, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self._paint, self._column, self._icon = paint, parent, icon
        self._title = self._beside = ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.body = QWidget(self)
        self.body.setAutoFillBackground(False)
        self.inner = QVBoxLayout(self.body)
        self.inner.setSpacing(0)
        self.area = QScrollArea(self)
        self.area.setWidget(self.body)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        self._hint = QLabel(self)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hint.setWordWrap(True)
        self.leave = KeyButton(paint=paint, tone=ButtonTone.QUIET, parent=self)
        self.send = KeyButton(paint=paint, tone=ButtonTone.PRIMARY, parent=self)
        self.leave.clicked.connect(self.lift)
        self.send.clicked.connect(self.sent)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._hint, 1)
        self._foot.addWidget(self.leave)
        self._foot.addWidget(self.send)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.addWidget(self.area, 1)
        self._outer.addLayout(self._foot)
        self.hide()
        parent.installEventFilter(self)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        side, foot = round(self.side), round(paint.px(_FOOT - 48) / 2)
        self._outer.setContentsMargins(0, round(paint.px(_HEAD)), 0, 0)
        self._foot.setContentsMargins(side, foot + 1, round(paint.px(16)), foot)
        self._foot.setSpacing(round(paint.px(6)))
        self.inner.setContentsMargins(side - RING, round(paint.px(14)), side - RING, round(paint.px(14)))
        self._hint.setStyleSheet(
            f"color: {paint.theme.t3.name()}; background: transparent; {css_font(paint, TextRole.CAPTION)}"
        )
        for button in (self.leave, self.send):
            button.set_paint(paint)
        self.update()

    @property
    def side(self) -> float:
        """The room at both sides."""
        return self._paint.px(self._paint.measures.space.detail)

    @property
    def laid(self) -> bool:
        """Whether it covers the column now."""
        return self.isVisibleTo(self._column)

    def say_head(self, title: str, beside: str = "") -> None:
        """Set what it is for, and what it is about."""
        self._title, self._beside = title, beside
        self.setAccessibleName(f"{title} {beside}".strip())
        self.update()

    def say_foot(self, *, send: str, leave: str, key: str = SEND) -> None:
        """Set the words of the buttons."""
        self.send.say(send, key=key)
        self.leave.say(leave, key="Esc")

    def say_hint(self, words: str) -> None:
        """Set the quiet words beside the buttons."""
        self._hint.setText(words)

    def lay(self) -> None:
        """Lay it over the column; whoever calls says which part takes the focus."""
        self._fit()
        self.show()
        self.raise_()

    def lift(self) -> None:
        """Take it away."""
        if self.laid:
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the column."""
        if event.type() == QEvent.Type.Resize and watched is self._column and self.laid:
            self._fit()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round among what lies here and never behind it."""
        stops = [child for child in self.findChildren(QWidget) if self._takes_tab(child)]
        stops.sort(key=self._place_of)
        if not stops:
            return True
        focus = self.focusWidget()
        at = stops.index(focus) if focus in stops else (-1 if forward else 0)
        target = stops[(at + (1 if forward else -1)) % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if self.body.isAncestorOf(target):
            self.area.ensureWidgetVisible(target, 0, round(self._paint.px(40)))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes it away, Ctrl Enter sends; no other key reaches the room behind."""
        key = Qt.Key(event.key())
        if key in _PASSED:
            event.ignore()
            return
        if key == Qt.Key.Key_Escape:
            self.lift()
        elif is_send(event):
            self.sent.emit()
        else:
            self.pressed(event)
        event.accept()

    def pressed(self, event: QKeyEvent) -> None:
        """Take a key that no field wanted; by itself a sheet knows none."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the head and the line over the foot."""
        del event
        paint, theme = self._paint, self._paint.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.bg1)
        middle, x = paint.px(_HEAD) / 2, self.side
        size = paint.px(22)
        paint.icons.draw(painter, self._icon, centre=QPointF(x + size / 2, middle), size=size, colour=theme.acc)
        x += size + paint.px(12)
        line = paint.texts.line(self._title, TextRole.VIEW, self.width() - x - self.side)
        x = paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=theme.t1) + paint.px(12)
        room = self.width() - self.side - x
        if self._beside and room > paint.px(40):
            line = paint.texts.line(self._beside, TextRole.TIME, room)
            paint.texts.draw_centred(painter, line, x=x, middle=middle + paint.px(2), colour=theme.t3)
        painter.fillRect(QRectF(self.side, paint.px(_HEAD) - 1, self.width() - 2 * self.side, 1), theme.line)
        painter.fillRect(QRectF(0, self.area.geometry().bottom() + 1, self.width(), 1), theme.line)
        painter.end()

    def _fit(self) -> None:
        self.setGeometry(self._column.rect().adjusted(1, 0, 0, 0))

    def _place_of(self, child: QWidget) -> tuple[int, int]:
        """Return where a part lies, so that Tab goes as one reads."""
        at = child.mapTo(self, child.rect().topLeft())
        return at.y() // 8, at.x()

    def _takes_tab(self, child: QWidget) -> bool:
        return child.isVisibleTo(self) and child.isEnabled() and bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus)


def is_send(event: QKeyEvent) -> bool:
    """Whether a key is Ctrl Enter."""
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and bool(
        event.modifiers() & Qt.KeyboardModifier.ControlModifier
    )
