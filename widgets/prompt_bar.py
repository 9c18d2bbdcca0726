"""Asks one thing in place: choices by digit or a line of text, above the acts and never in a dialog."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from widgets.key_button import ButtonTone, KeyButton
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint

_MOST = 9
_TITLE = 40.0
_FAR = 1_000


@dataclass(frozen=True, slots=True)
class PromptChoice:
    """One answer: its digit, its words, and what helps to choose."""

    digit: int
    words: str
    detail: str = ""
    enabled: bool = True
    code: str = ""
    """What a choice out of many is told by."""


@dataclass(frozen=True, slots=True)
class PromptLook:
    """What is asked: for which act, the question, its choices; without choices a text of at most `limit` letters.

    More than nine choices are narrowed down by typing: letters filter, digits choose, Enter takes the first.
    """

    act: str
    question: str
    choices: tuple[PromptChoice, ...] = ()
    placeholder: str = ""
    limit: int = 1_000

    @property
    def many(self) -> bool:
        """Whether there are more choices than digits."""
        return len(self.choices) > _MOST


class PromptBar(QWidget):
    """One question at a time; takes the keyboard while it is shown.

    Signals:
        digit_pressed(int): the digit of a choice, by key or button.
        text_entered(str): the typed answer, or the code of a choice out of many.
        went_back(): Backspace, the last answer is to be taken back.
        cancelled(): Esc.
    """

    digit_pressed = Signal(int)
    text_entered = Signal(str)
    went_back = Signal()
    cancelled = Signal()

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._look: PromptLook | None = None
        self._offered: tuple[PromptChoice, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._outer = QVBoxLayout(self)
        self._grid = QGridLayout()
        self._buttons = [KeyButton(paint=paint, tone=ButtonTone.PLAIN, parent=self) for _ in range(_MOST)]
        for place, button in enumerate(self._buttons):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, at=place: self._on_clicked(at))
            self._grid.addWidget(button, place // 2, place % 2)
        self._field = _Field(self)
        self._field.textEdited.connect(self._narrow)
        self._field.returnPressed.connect(self._on_return)
        self._outer.addLayout(self._grid)
        self._outer.addWidget(self._field)
        self.set_paint(paint)
        self.hide()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        side = round(paint.px(paint.measures.space.queue))
        self._outer.setContentsMargins(side, round(paint.px(_TITLE + 10)), side, round(paint.px(14)))
        self._grid.setHorizontalSpacing(round(paint.px(2)))
        self._grid.setVerticalSpacing(0)
        self._field.setFont(paint.fonts.font(TextRole.BODY))
        for button in self._buttons:
            button.set_paint(paint)
        self.update()

    def ask(self, look: PromptLook) -> None:
        """Show a question and take the keyboard."""
        self._look = look
        self._offer(_matching(look.choices, "") if look.many else look.choices)
        self._field.digits_choose = look.many
        self._field.setVisible(look.many or not look.choices)
        self._field.clear()
        self._field.setMaxLength(look.limit)
        self._field.setPlaceholderText(look.placeholder)
        self.setAccessibleName(f"{look.act}: {look.question}")
        self.show()
        (self._field if self._field.isVisibleTo(self) else self).setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def dismiss(self) -> None:
        """Show nothing; the window puts the focus back."""
        self._look = None
        self.hide()

    @property
    def asking(self) -> bool:
        """Whether a question is shown."""
        return self._look is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, Backspace and Esc; nothing else acts while a question stands."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key == Qt.Key.Key_Backspace and not self._field.hasFocus():
            self.went_back.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._choose(key - Qt.Key.Key_0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the act and the question."""
        del event
        look, paint = self._look, self._paint
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = paint.px(paint.measures.space.queue)
        box = QRectF(self.rect()).adjusted(side / 2, 4.5, -side / 2, -4.5)
        painter.setPen(QPen(paint.theme.acc, 1.5))
        painter.setBrush(paint.theme.bg2)
        painter.drawRoundedRect(box, paint.measures.radius.control, paint.measures.radius.control)
        middle = paint.px(_TITLE) / 2 + 9
        esc = paint.texts.line("Esc", TextRole.KEY)
        right = box.right() - side / 2 - esc.width - 4
        paint.texts.draw_centred(painter, esc, x=right, middle=middle, colour=paint.theme.t3)
        x = side + 4
        line = paint.texts.line(look.act, TextRole.STRONG, right - x)
        x = paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=paint.theme.t1) + paint.px(10)
        line = paint.texts.line(look.question, TextRole.TIME, max(0.0, right - x - paint.px(8)))
        paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=paint.theme.t2)
        painter.end()

    def _offer(self, choices: tuple[PromptChoice, ...]) -> None:
        """Show these choices, at most nine."""
        self._offered = choices
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(choices))
            if place < len(choices):
                choice = choices[place]
                button.say(choice.words, key=str(choice.digit), detail=choice.detail)
                button.setEnabled(choice.enabled)

    def _narrow(self, text: str) -> None:
        if self._look is not None and self._look.many:
            self._offer(_matching(self._look.choices, text))

    def _choose(self, digit: int) -> None:
        if self._look is None or not self._look.many:
            self.digit_pressed.emit(digit)
            return
        chosen = next((choice for choice in self._offered if choice.digit == digit and choice.enabled), None)
        if chosen is not None:
            self.text_entered.emit(chosen.code)

    def _on_clicked(self, place: int) -> None:
        if place < len(self._offered):
            self._choose(self._offered[place].digit)

    def _on_return(self) -> None:
        text = self._field.text().strip()
        if self._look is not None and self._look.many:
            self._choose(1)
        elif text:
            self.text_entered.emit(text)


class _Field(QLineEdit):
    """The line that is typed into; while letters narrow choices down, digits are the bar's."""

    digits_choose = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.digits_choose and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _matching(choices: tuple[PromptChoice, ...], text: str) -> tuple[PromptChoice, ...]:
    """Return the first nine choices with what was typed, under digits of their own.

    Those that begin with it come first, then those of which a word does.
    """
    typed = text.strip().casefold()
    found = [choice for choice in choices if typed in choice.words.casefold()]
    found.sort(key=lambda choice: f" {choice.words.casefold()}".find(f" {typed}") % _FAR)
    return tuple(replace(choice, digit=digit) for digit, choice in enumerate(found[:_MOST], start=1))
