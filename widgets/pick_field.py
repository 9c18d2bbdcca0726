"""A field in which a few letters find one of many things; what fits stands in a list under it, digits choose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.form_fields import FormField, Line, style_field
from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap
from widgets.paint.patch import draw_patch
from widgets.paint.source import Paint

_ROW, _HEAD, _PADDING, _MARK = 40.0, 34.0, 12.0, 24.0
_FRAME = 4.0
MOST = 6


@dataclass(frozen=True, slots=True)
class PickOption:
    """Something that can be picked: a squad's patch or an icon before its words, a quieter word behind them."""

    id: str
    words: str
    detail: str = ""
    note: str = ""
    """What stands at the right: a target."""
    squad: str | None = None
    icon: str = ""
    """Drawn instead of a patch."""


class PickList(QWidget):
    """What fits; laid over what stands below the field.

    Signals: picked(int): the place of an option that was pressed.
    """

    picked = Signal(int)

    def __init__(self, *, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self._paint = paint
        self.options: tuple[PickOption, ...] = ()
        self.question = ""
        self.at = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.hide()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.update()

    def offer(self, options: Sequence[PickOption], *, at: int, question: str) -> None:
        """Show these, one of them ready for Enter (-1: none), under a question where a choice is needed."""
        self.options, self.at, self.question = tuple(options), at, question
        self.resize(self.width(), round(self._top() + self._paint.px(_ROW) * len(self.options) + _FRAME))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick what is under the pointer."""
        at = self._under(event.position())
        if 0 <= at < len(self.options):
            self.picked.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Make ready what is under the pointer."""
        at = self._under(event.position())
        if 0 <= at < len(self.options) and at != self.at:
            self.at = at
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the options."""
        del event
        paint, theme = self._paint, self._paint.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.acc if self.question else theme.line2, 1.0))
        painter.setBrush(theme.bg2)
        radius = paint.measures.radius.control
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.question:
            line = paint.texts.line(self.question, TextRole.STRONG, self.width() - 2 * paint.px(_PADDING))
            middle = _FRAME + paint.px(_HEAD) / 2
            paint.texts.draw_centred(painter, line, x=paint.px(_PADDING), middle=middle, colour=theme.t1)
        for place, option in enumerate(self.options):
            self._draw(painter, place, option)
        painter.end()

    def _top(self) -> float:
        return _FRAME + (self._paint.px(_HEAD) if self.question else 0.0)

    def _under(self, at: QPointF) -> int:
        return int((at.y() - self._top()) // self._paint.px(_ROW))

    def _draw(self, painter: QPainter, place: int, option: PickOption) -> None:
        paint, theme = self._paint, self._paint.theme
        high, pad = paint.px(_ROW), paint.px(_PADDING)
        rect = QRectF(_FRAME, self._top() + place * high, self.width() - 2 * _FRAME, high)
        if place == self.at:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.bg3)
            painter.drawRoundedRect(rect, paint.measures.radius.control - 2, paint.measures.radius.control - 2)
        x, middle, right = rect.left() + pad - _FRAME, rect.center().y(), rect.right() - pad
        cap = QRectF(right - paint.px(8), rect.top(), paint.px(8), high)
        draw_key_cap(painter, cap, text=str(place + 1), tone=CapTone.BARE, paint=paint)
        right = cap.left() - paint.px(12)
        if option.note:
            note = paint.texts.line(option.note, TextRole.META, (right - x) * 0.4)
            right -= note.width
            paint.texts.draw_centred(painter, note, x=right, middle=middle, colour=theme.t2)
            right -= paint.px(12)
        draw_option_mark(painter, QPointF(x + paint.px(_MARK) / 2, middle), option, paint=paint)
        x += paint.px(_MARK + 10)
        line = paint.texts.line(option.words, TextRole.BUTTON, right - x)
        x = paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=theme.t1) + paint.px(8)
        if option.detail and right - x > paint.px(24):
            line = paint.texts.line(option.detail, TextRole.TIME, right - x)
            colour = theme.t1 if self.question else theme.t2
            paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=colour)


class PickField(FormField):
    """The field; its list lies on `over`, which must be an ancestor.

    Signals:
        typed(str): somebody typed; whoever hears it offers what fits.
        picked(str): the id of what was picked, empty when it is picked no longer.
        done(): Enter, a digit or a click: the next field is wanted.
        opened(): the list lies under the field.
    """

    typed = Signal(str)
    picked = Signal(str)
    done = Signal()
    opened = Signal()

    def __init__(self, *, paint: Paint, over: QWidget, parent: QWidget | None = None) -> None:
        self.field = _PickLine()
        super().__init__(self.field, paint=paint, parent=parent)
        self._over = over
        self._pick: PickOption | None = None
        self.list = PickList(paint=paint, parent=over)
        self.list.picked.connect(self._choose)
        self.field.textEdited.connect(self._on_edited)
        self.field.moved.connect(self._move)
        self.field.left.connect(self._on_left)
        self.field.digit.connect(self._choose)
        self.field.entered.connect(self._on_entered)
        self.field.taking = lambda: self.list.isVisibleTo(self._over)

    @property
    def pick(self) -> PickOption | None:
        """What is picked."""
        return self._pick

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.text()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self.list.set_paint(paint)
        super().set_paint(paint)

    def offer(self, options: Sequence[PickOption], *, question: str = "") -> None:
        """Show what fits; with a question none of them is ready, so that Enter chooses nothing by itself."""
        shown = options[:MOST]
        self.list.offer(shown, at=-1 if question else 0, question=question)
        self.list.move(self.field.mapTo(self._over, QPoint(0, self.field.height() + 3)))
        self.list.resize(self.field.width(), self.list.height())
        self.list.setVisible(bool(shown) and self.field.hasFocus())
        self.list.raise_()
        if self.list.isVisibleTo(self._over):
            self.opened.emit()

    def show_pick(self, option: PickOption | None) -> None:
        """Show something as picked, or an empty field; nothing is told."""
        self._pick = option
        self.field.setText("" if option is None else option.words)
        self.list.hide()
        self._style()
        self.update()

    def show_text(self, text: str) -> None:
        """Show what was typed and led to nothing yet; nothing is told."""
        self.show_pick(None)
        self.field.setText(text)

    def _on_edited(self, text: str) -> None:
        self.refuse("")
        if self._pick is not None:
            self._pick = None
            self._style()
            self.picked.emit("")
        self.list.hide()
        self.typed.emit(text)

    def _move(self, by: int) -> None:
        if self.list.isVisibleTo(self._over):
            self.list.at = (max(self.list.at, -1 if by > 0 else 0) + by) % max(1, len(self.list.options))
            self.list.update()

    def _take(self, place: int) -> None:
        if 0 <= place < len(self.list.options):
            option = self.list.options[place]
            self.show_pick(option)
            self.picked.emit(option.id)

    def _choose(self, place: int) -> None:
        self._take(place)
        self.done.emit()

    def _on_entered(self) -> None:
        if self.list.isVisibleTo(self._over):
            self._take(self.list.at)
        if self._pick is not None or not self.text.strip():
            self.done.emit()

    def _on_left(self) -> None:
        """What was certain when the focus went is taken, as by Enter."""
        if self.list.isVisibleTo(self._over):
            self._take(self.list.at)
        self.list.hide()

    def _style(self) -> None:
        super()._style()
        pick, paint = self._pick, self._paint
        self.field.mark, self.field.kit = pick, paint
        mark = _MARK + 18 if pick is not None else 10
        style_field(self.field, paint=paint, wrong=bool(self.error), left=mark)


class _PickLine(Line):
    """The line; draws the mark of what is picked, and lets digits and Enter choose while a list is open.

    Signals: digit(int) the place a digit means; entered() Enter.
    """

    digit = Signal(int)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mark: PickOption | None = None
        self.kit: Paint | None = None
        self.taking: Callable[[], bool] = bool

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose while there is something to choose from, else type."""
        place = event.key() - Qt.Key.Key_1
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if self.taking() and plain and 0 <= place < MOST:
            self.digit.emit(place)
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and what is picked with its note."""
        super().paintEvent(event)
        mark, paint = self.mark, self.kit
        if mark is None or paint is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        draw_option_mark(painter, QPointF(paint.px(_PADDING + _MARK / 2 - 2), middle), mark, paint=paint)
        words = paint.texts.width(mark.words, TextRole.BODY) + paint.px(_MARK + 18 + 14)
        said = " · ".join(part for part in (mark.detail, mark.note) if part)
        room = self.width() - paint.px(_PADDING) - words
        if said and room > paint.px(40):
            line = paint.texts.line(said, TextRole.META, room)
            x = self.width() - paint.px(_PADDING) - line.width
            paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=paint.theme.t2)
        painter.end()


def draw_option_mark(painter: QPainter, centre: QPointF, option: PickOption, *, paint: Paint) -> None:
    """Draw the patch or the icon of an option around a point."""
    size = paint.px(_MARK)
    if option.icon:
        paint.icons.draw(painter, option.icon, centre=centre, size=paint.px(17), colour=paint.theme.t2)
    else:
        box = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
        draw_patch(painter, box, squad=option.squad, paint=paint)
