"""Two reports side by side before one becomes part of the other: candidates by J and K, Enter merges."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from widgets.form_fields import FormField, Line
from widgets.merge_card import CardLook, MergeCard
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.sheet import RING, Sheet

_STRIP, _HEAD, _GAP, _LONGEST = 40.0, 30.0, 14.0, 12


@dataclass(frozen=True, slots=True)
class Sameness:
    """One thing in which the two are alike (True), differ (False), or merely stand to each other (None)."""

    words: str
    same: bool | None = None


class _Strip(QWidget):
    """What is the same and what is not, in one line."""

    def __init__(self, *, paint: Paint) -> None:
        super().__init__()
        self._paint = paint
        self._marks: tuple[Sameness, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.setFixedHeight(round(paint.px(_STRIP)))

    def show_marks(self, marks: tuple[Sameness, ...]) -> None:
        """Show these."""
        self._marks = marks
        self.setVisible(bool(marks))
        self.setAccessibleName(", ".join(mark.words for mark in marks))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a sign and a word for each."""
        del event
        paint, theme = self._paint, self._paint.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = float(RING), self.height() / 2 - paint.px(4)
        size = paint.px(15)
        for mark in self._marks:
            if mark.same is not None:
                icon, colour = ("check", theme.acc) if mark.same else ("split", theme.t1)
                paint.icons.draw(painter, icon, centre=QPointF(x + size / 2, middle), size=size, colour=colour)
                x += size + paint.px(5)
            ink = theme.t2 if mark.same else theme.t1
            line = paint.texts.line(mark.words, TextRole.META_STRONG, max(0.0, self.width() - x))
            x = paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=ink) + paint.px(16)
        painter.end()


class MergeSheet(Sheet):
    """Left the report under the focus, right the one it may become part of.

    Signals:
        stepped(int): the next or the last candidate.
        number_typed(str): letters of another report's number.
    """

    stepped = Signal(int)
    number_typed = Signal(str)

    def __init__(self, *, paint: Paint, parent: QWidget) -> None:
        super().__init__(icon="merge", paint=paint, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.strip = _Strip(paint=paint)
        self.this = MergeCard(paint=paint, stays=False)
        self.other = MergeCard(paint=paint, stays=True)
        self._heads = _Heads(paint=paint)
        self._cards = QHBoxLayout()
        for card in (self.this, self.other):
            self._cards.addWidget(card, 1)
        self.number = Line()
        self.number.setMaxLength(_LONGEST)
        self._another = FormField(self.number, paint=paint)
        self.inner.addWidget(self.strip)
        self.inner.addWidget(self._heads)
        self.inner.addLayout(self._cards)
        self.inner.addWidget(self._another)
        self.inner.addStretch(1)
        self.number.textEdited.connect(self._on_typed)
        self.number.returnPressed.connect(self.sent)
        self.set_paint(paint)

    @property
    def number_error(self) -> str:
        """Why what stands in the field of the number leads nowhere."""
        return self._another.error

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        super().set_paint(paint)
        self.inner.setSpacing(round(paint.px(4)))
        self._cards.setSpacing(round(paint.px(_GAP)))
        self._cards.setContentsMargins(RING, 0, RING, round(paint.px(_GAP)))
        for part in (self.strip, self._heads, self.this, self.other, self._another):
            part.set_paint(paint)
        self._level()

    def say(self, *, report: str) -> None:
        """Speak the language of the screen."""
        self.say_head(self.tr("Merge"), report)
        no_photo = self.tr("No photo")
        self.this.say(nothing="", no_photo=no_photo)
        self.other.say(nothing=self.tr("Nothing similar is open"), no_photo=no_photo)
        self._another.say(
            self.tr("Another report"), beside=self.tr("key /"), placeholder=self.tr("Its number, like 7Q3K-92")
        )
        self.say_hint(self.tr("Photos move along · Z takes it back"))

    def compare(self, this: CardLook, other: CardLook | None, *, marks: tuple[Sameness, ...]) -> None:
        """Show the two, and what is the same."""
        self.this.show_look(this)
        self.other.show_look(other)
        self.strip.show_marks(marks)
        self.send.setEnabled(other is not None)
        into = "" if other is None else other.number
        said = self.tr("Merge into {number}").format(number=into) if other is not None else self.tr("Merge")
        self.say_foot(send=said, leave=self.tr("Leave"), key="Enter" if into else "")
        self._level()

    def say_place(self, at: int, of: int) -> None:
        """Say which candidate is shown."""
        count = self.tr("{n} of {all}").format(n=at + 1, all=of) if of else ""
        self._heads.say(
            this=self.tr("This one is closed"),
            other=self.tr("This one stays"),
            count=f"{count} · J K" if of > 1 else "",
        )

    def begin(self) -> None:
        """Lay it over the column."""
        self.number.clear()
        self._another.refuse("")
        self.lay()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, reason: str) -> None:
        """Say at the field of the number why nothing is found."""
        self._another.refuse(reason)

    def pressed(self, event: QKeyEvent) -> None:
        """Go among the candidates, merge, or type a number."""
        key = event.key()
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        if step is not None:
            self.stepped.emit(step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.sent.emit()
        elif key == Qt.Key.Key_Slash:
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(self._another)

    def _on_typed(self, text: str) -> None:
        self._another.refuse("")
        self.number_typed.emit(text)

    def _level(self) -> None:
        """Both cards are as high as the higher one."""
        high = max(card.wanted_height() for card in (self.this, self.other))
        for card in (self.this, self.other):
            card.setFixedHeight(high)


class _Heads(QWidget):
    """What becomes of each of the two, over the cards."""

    def __init__(self, *, paint: Paint) -> None:
        super().__init__()
        self._paint = paint
        self._words = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.setFixedHeight(round(paint.px(_HEAD)))

    def say(self, *, this: str, other: str, count: str) -> None:
        """Set the words."""
        self._words = (this, other, count)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two heads and the count of candidates."""
        del event
        paint, theme = self._paint, self._paint.theme
        painter = QPainter(self)
        this, other, count = self._words
        width = (self.width() - 2 * RING - paint.px(_GAP)) / 2
        box = QRectF(RING, 0, width, self.height())
        middle = box.center().y()
        line = paint.texts.line(this, TextRole.CAPTION, width)
        paint.texts.draw_centred(painter, line, x=box.left(), middle=middle, colour=theme.t2)
        left = box.right() + paint.px(_GAP)
        right = float(self.width() - RING)
        if count:
            line = paint.texts.line(count, TextRole.META_STRONG)
            right -= line.width
            paint.texts.draw_centred(painter, line, x=right, middle=middle, colour=theme.t2)
        line = paint.texts.line(other, TextRole.STRONG, max(0.0, right - left - paint.px(8)))
        paint.texts.draw_centred(painter, line, x=left, middle=middle, colour=theme.t1)
        painter.end()
