"""The six acts that fit the report under the focus, as buttons with their keys."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.key_button import KeyButton
from widgets.paint.source import Paint

SLOTS = 6


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
        self._layout = QHBoxLayout(self)
        self._buttons = [KeyButton(paint=paint, parent=self) for _ in range(SLOTS)]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _checked=False, at=place: self._on_clicked(at))
            self._layout.addWidget(button)
        self._layout.addStretch(1)
        self.set_paint(paint)
        self.set_acts(())

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        side = round(paint.px(16)) - 4
        self._layout.setContentsMargins(side, round(paint.px(8)), side, round(paint.px(8)))
        self._layout.setSpacing(-round(paint.px(2)))
        for button in self._buttons:
            button.set_paint(paint)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that divides the acts from the report."""
        del event
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._paint.theme.line)
        painter.end()

    def _on_clicked(self, place: int) -> None:
        self.act_wanted.emit(self._acts[place].name)
