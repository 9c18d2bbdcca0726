"""The banner over a report that moved while a person was deciding: what happened, what was not sent, three ways on."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.compare_table import CompareLook, CompareTable
from widgets.key_button import ButtonTone, KeyButton
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint

_WORDS = 62.0
_ICON = 20.0
WAYS = ("theirs", "mine", "compare")


@dataclass(frozen=True, slots=True)
class ConflictLook:
    """Who did what when, what this desk did not send, and the words of the three ways on."""

    happened: str
    unsent: str
    theirs: str
    mine: str
    compare: str


class ConflictBar(QWidget):
    """The conflict banner; never answers to Enter, since it can appear under the hand.

    Signals: chosen(str) one of `theirs`, `mine`, `compare`.
    """

    chosen = Signal(str)

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._look: ConflictLook | None = None
        self._outer = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._buttons = {
            way: KeyButton(paint=paint, tone=ButtonTone.PRIMARY if way == "theirs" else ButtonTone.PLAIN, parent=self)
            for way in WAYS
        }
        for way, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, name=way: self.chosen.emit(name))
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.table = CompareTable(paint=paint, parent=self)
        self._outer.addWidget(self.table)
        self._outer.addLayout(self._row)
        self.set_paint(paint)
        self.hide()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        left = round(paint.px(paint.measures.space.queue + _ICON + 8))
        self._outer.setContentsMargins(left, round(paint.px(_WORDS + 10)), round(paint.px(20)), round(paint.px(14)))
        self._row.setSpacing(round(paint.px(2)))
        for button in self._buttons.values():
            button.set_paint(paint)
        self.table.set_paint(paint)
        self.update()

    def tell(self, look: ConflictLook | None) -> None:
        """Show a conflict, or none."""
        self._look = look
        self.setVisible(look is not None)
        if look is None:
            self.table.compare(None)
            return
        for place, (way, words) in enumerate(zip(WAYS, (look.theirs, look.mine, look.compare), strict=True), start=1):
            self._buttons[way].say(words, key=f"Alt {place}")
        self.setAccessibleName(f"{look.happened}. {look.unsent}")
        self.update()

    def compare(self, look: CompareLook) -> None:
        """Show what was, what would be and what is side by side; once more hides it."""
        if self._look is not None:
            self.table.compare(look if self.table.look is None else None)
            self.update()

    @property
    def telling(self) -> bool:
        """Whether a conflict is shown."""
        return self._look is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, what happened and what was not sent."""
        del event
        look, paint = self._look, self._paint
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(10.5, 8.5, -10.5, -4.5)
        painter.setPen(QPen(paint.theme.t1, 1.5))
        painter.setBrush(paint.theme.bg2)
        painter.drawRoundedRect(box, paint.measures.radius.box, paint.measures.radius.box)
        left = box.left() + paint.px(_ICON)
        top = box.top() + paint.px(20)
        icon = paint.px(_ICON)
        paint.icons.draw(painter, "split", centre=QPointF(left, top), size=icon, colour=paint.theme.t1)
        x = left + icon
        room = box.right() - x - paint.px(12)
        line = paint.texts.line(look.happened, TextRole.STRONG, room)
        paint.texts.draw_centred(painter, line, x=x, middle=top, colour=paint.theme.t1)
        line = paint.texts.line(look.unsent, TextRole.TIME, room)
        paint.texts.draw_centred(painter, line, x=x, middle=top + paint.px(22), colour=paint.theme.t2)
        painter.end()
