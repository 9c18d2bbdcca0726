"""The acts that fit the report under the focus, as buttons with their keys; on two lines where one is too short."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.key_button import KeyButton
from widgets.paint.source import Paint

SLOTS = 6
_SIDE = 12.0
_ABOVE = 8.0
_OVERLAP = 3
"""Buttons share this much of the room around them in which the focus ring is drawn."""


@dataclass(frozen=True, slots=True)
class ActButton:
    """One button: the command's name, its words, its key, and whether it may be given now."""

    name: str
    words: str
    key: str
    enabled: bool = True


class ActsBar(QWidget):
    """The acts of the detail; says which one was pressed.

    Signals: act_wanted(str) the command's name.
    """

    act_wanted = Signal(str)

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._acts: tuple[ActButton, ...] = ()
        self._buttons = [KeyButton(paint=paint, parent=self) for _ in range(SLOTS)]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _checked=False, at=place: self._on_clicked(at))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_acts(())

    @property
    def acts(self) -> tuple[ActButton, ...]:
        """What is offered now."""
        return self._acts

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        for button in self._buttons:
            button.set_paint(paint)
        self._place()
        self.update()

    def set_acts(self, acts: tuple[ActButton, ...]) -> None:
        """Show these acts, at most six, in their order."""
        self._acts = acts[:SLOTS]
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self._acts))
            if place < len(self._acts):
                act = self._acts[place]
                button.say(act.words, key=act.key)
                button.setEnabled(act.enabled)
        self._place()

    def sizeHint(self) -> QSize:
        """As high as the lines the buttons need at this width."""
        return QSize(360, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that divides the acts from the report."""
        del event
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._paint.theme.line)
        painter.end()

    def _place(self) -> None:
        side, above = round(self._paint.px(_SIDE)), round(self._paint.px(_ABOVE))
        high = self._buttons[0].sizeHint().height()
        x, y = side, above
        for button in self._buttons[: len(self._acts)]:
            width = button.sizeHint().width()
            if x > side and x + width > self.width() - side:
                x, y = side, y + high
            button.setGeometry(x, y, min(width, self.width() - 2 * side), high)
            x += width - _OVERLAP
        self.setFixedHeight(y + high + above)

    def _on_clicked(self, place: int) -> None:
        self.act_wanted.emit(self._acts[place].name)
