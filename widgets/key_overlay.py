"""All keys at a glance (?): groups in columns over the room, and there a person gives them other keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from widgets.curtain import Curtain
from widgets.key_button import ButtonTone, KeyButton
from widgets.key_row import KeyGroupLook, KeyRow
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint

_COLUMNS = 3
_WIDTH, _HEAD, _FOOT = 1060.0, 64.0, 64.0
_ROW, _TITLE, _BETWEEN = 30.0, 34.0, 14.0
_LEAST_ROW = 22.0
_SIDE = 28.0
_HELD = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})


class KeyOverlay(Curtain):
    """Shows the keys; says which other key was pressed for one.

    Signals:
        pressed(str, int, Qt.KeyboardModifier): the name of a key that is to change, and the key that was pressed.
        letters_wanted(bool): single letters are to act, or not.
        reset_wanted(): all keys as shipped.
    """

    pressed = Signal(str, int, Qt.KeyboardModifier)
    letters_wanted = Signal(bool)
    reset_wanted = Signal()

    def __init__(self, *, paint: Paint, parent: QWidget) -> None:
        super().__init__(paint=paint, parent=parent)
        self._groups: tuple[KeyGroupLook, ...] = ()
        self._rows: list[KeyRow] = []
        self._waiting: KeyRow | None = None
        self._told, self._letters = "", True
        self._foot_right = 0.0
        self._switch = KeyButton(paint=paint, tone=ButtonTone.PLAIN, parent=self)
        self._reset = KeyButton(paint=paint, tone=ButtonTone.QUIET, parent=self)
        self._switch.clicked.connect(lambda: self.letters_wanted.emit(not self._letters))
        self._reset.clicked.connect(self.reset_wanted)
        self.set_paint(paint)

    @property
    def told(self) -> str:
        """What stands at the foot."""
        return self._told

    def rows(self) -> tuple[KeyRow, ...]:
        """Return the rows in the order of the groups."""
        return tuple(self._rows)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        for button in (self._switch, self._reset):
            button.set_paint(paint)
        for row in self._rows:
            row.set_paint(paint)
        super().set_paint(paint)

    def show_keys(self, groups: Sequence[KeyGroupLook], *, letters: bool, changed: bool) -> None:
        """Show these keys; `changed`: some of them are the person's own."""
        self._groups, self._letters = tuple(groups), letters
        looks = [look for group in groups for look in group.keys]
        while len(self._rows) < len(looks):
            row = KeyRow(paint=self._paint, parent=self)
            row.clicked.connect(lambda _=False, row=row: self._begin(row))
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(looks))
            if place < len(looks):
                row.set_look(looks[place])
        self._switch.say(
            self.tr("Switch single-letter keys off") if letters else self.tr("Switch single-letter keys on"),
            icon="keyboard",
        )
        self._reset.say(self.tr("Keys as shipped"), icon="rotate-ccw")
        self._reset.setVisible(changed)
        self.setAccessibleName(self.tr("Keys"))
        self._end()
        self.tell("")

    def tell(self, words: str) -> None:
        """Say at the foot why a key could not be given, or else how to change one."""
        self._told = words
        self.setAccessibleDescription(words)
        self.place()
        self.update()

    def lift(self) -> None:
        """Take it away; a key that was waited for stays as it is."""
        self._end()
        super().lift()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the new key, or go with Esc and `?`; nothing reaches the room behind."""
        waiting, key = self._waiting, event.key()
        if waiting is None:
            if key == Qt.Key.Key_Question:
                self.lift()
            else:
                super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self._end()
        elif key not in _HELD:
            self.pressed.emit(waiting.look.name, key, event.modifiers())
        event.accept()

    def panel_rect(self) -> QRectF:
        """In the middle of the room."""
        paint = self._paint
        width = min(paint.px(_WIDTH), self.width() - paint.px(32))
        height = paint.px(_HEAD + _FOOT) + max(self._height_of(column) for column in self._columns())
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def place(self) -> None:
        """Put rows and buttons where they belong."""
        rect, paint = self.panel_rect(), self._paint
        rows = iter(self._rows)
        for left, top, group in self._placed(rect):
            y = top + paint.px(_TITLE)
            for _ in group.keys:
                row = next(rows)
                row.setGeometry(QRectF(left, y, self._column_width(rect), self._row_height()).toRect())
                y += self._row_height()
        middle = rect.bottom() - paint.px(_FOOT) / 2
        right = rect.right() - paint.px(_SIDE)
        for button in (self._switch, self._reset):
            size = button.sizeHint()
            if button.isVisibleTo(self):
                right -= size.width()
                button.setGeometry(round(right), round(middle - size.height() / 2), size.width(), size.height())
        self._foot_right = right

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the title, the heads of the groups, the lines and the words at the foot."""
        paint, theme = self._paint, self._paint.theme
        x, middle = rect.left() + paint.px(_SIDE), rect.top() + paint.px(_HEAD) / 2
        title = paint.texts.line(self.tr("Keys"), TextRole.VIEW)
        paint.texts.draw_centred(painter, title, x=x, middle=middle, colour=theme.t1)
        esc = paint.texts.line("Esc", TextRole.KEY)
        at = rect.right() - paint.px(_SIDE) - esc.width
        paint.texts.draw_centred(painter, esc, x=at, middle=middle, colour=theme.t3)
        for y in (rect.top() + paint.px(_HEAD), rect.bottom() - paint.px(_FOOT)):
            painter.fillRect(QRectF(rect.left() + 1, y, rect.width() - 2, 1), theme.line)
        for left, top, group in self._placed(rect):
            head = paint.texts.line(group.title, TextRole.STRONG)
            y = top + paint.px(_TITLE) / 2
            paint.texts.draw_centred(painter, head, x=left + paint.px(8), middle=y, colour=theme.t1)
        words = self._told or self.tr("Choose a line, then press its new key")
        line = paint.texts.line(words, TextRole.TIME, max(0.0, self._foot_right - x - paint.px(12)))
        y = rect.bottom() - paint.px(_FOOT) / 2
        paint.texts.draw_centred(painter, line, x=x, middle=y, colour=theme.t1 if self._told else theme.t3)

    def _begin(self, row: KeyRow) -> None:
        self._end()
        self._waiting = row
        row.wait(self.tr("Press the new key"))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        if self._waiting is not None:
            self._waiting.wait("")
            self._waiting = None

    def _columns(self) -> list[list[KeyGroupLook]]:
        """Return the groups in columns of about one height, in their order down and then to the right."""
        columns: list[list[KeyGroupLook]] = [[] for _ in range(_COLUMNS)]
        for group in sorted(self._groups, key=lambda group: -len(group.keys)):
            min(columns, key=self._height_of).append(group)
        places = {group.title: place for place, group in enumerate(self._groups)}
        for column in columns:
            column.sort(key=lambda group: places[group.title])
        columns.sort(key=lambda column: min((places[group.title] for group in column), default=len(places)))
        return columns

    def _height_of(self, column: list[KeyGroupLook]) -> float:
        titles = self._paint.px(_TITLE + _BETWEEN)
        return sum(titles + len(group.keys) * self._row_height() for group in column)

    def _row_height(self) -> float:
        longest = max((len(group.keys) for group in self._groups), default=1)
        room = self.height() - self._paint.px(_HEAD + _FOOT + _TITLE + _BETWEEN + 24)
        return max(min(self._paint.px(_ROW), room / longest), _LEAST_ROW)

    def _column_width(self, rect: QRectF) -> float:
        return (rect.width() - 2 * self._paint.px(_SIDE - 8)) / _COLUMNS

    def _placed(self, rect: QRectF) -> list[tuple[float, float, KeyGroupLook]]:
        """Return the groups with their left upper corners, in the order of `rows`."""
        paint, placed = self._paint, {}
        for number, column in enumerate(self._columns()):
            left, top = rect.left() + paint.px(_SIDE - 8) + number * self._column_width(rect), rect.top()
            top += paint.px(_HEAD + _BETWEEN / 2)
            for group in column:
                placed[group.title] = (left, top, group)
                top += paint.px(_TITLE + _BETWEEN) + len(group.keys) * self._row_height()
        return [placed[group.title] for group in self._groups]
