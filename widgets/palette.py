"""The palette (Ctrl K): one field, and under it everything that can be done, gone to or found by what is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from widgets.curtain import Curtain
from widgets.models.palette_model import PaletteGroup, PaletteModel
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.styles import css_font
from widgets.palette_painter import PalettePainter

_WIDTH, _FIELD, _FOOT, _TOP = 720.0, 60.0, 40.0, 96.0
_HIGHEST = 0.68
_SIDE = 20.0
_PAGE = 6
_LONGEST = 120
_AROUND = (-24, -24, 24, 24)
"""The shadow of the panel."""


class PaletteField(QLineEdit):
    """The field; arrows move in the list below it.

    Signals: moved(int) so many entries down (negative: up); left() Esc.
    """

    moved = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, or type."""
        by = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
        }.get(Qt.Key(event.key()))
        if by is not None:
            self.moved.emit(by)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Palette(Curtain):
    """Laid over the room; says what is typed and what was chosen, and knows nothing of either.

    Signals:
        typed(str): the text in the field.
        chosen(str): the id of an entry.
    """

    typed = Signal(str)
    chosen = Signal(str)

    def __init__(self, *, paint: Paint, parent: QWidget) -> None:
        super().__init__(paint=paint, parent=parent)
        self._nothing = ""
        self._laid = QRectF()
        self.model = PaletteModel(self)
        self.field = PaletteField(self)
        self.field.setMaxLength(_LONGEST)
        self.field.setFrame(False)
        self.list = QListView(self)
        self._painter = PalettePainter(paint, self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._painter)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.entered.connect(self.list.setCurrentIndex)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self.field.textChanged.connect(self.typed)
        self.field.moved.connect(self._move)
        self.field.left.connect(self.lift)
        self.field.returnPressed.connect(lambda: self._choose(self.list.currentIndex().row()))
        self.setFocusProxy(self.field)
        self.set_paint(paint)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._painter.kit = paint
        self.field.setStyleSheet(
            f"QLineEdit, QLineEdit:focus {{ border: none; background: transparent; color: {paint.theme.t1.name()};"
            f" padding: 0; {css_font(paint, TextRole.TITLE)} font-size: {round(paint.px(19))}px; font-weight: 400; }}"
        )
        ground = self.list.palette()
        ground.setColor(QPalette.ColorRole.Base, paint.theme.bg1)
        self.list.setPalette(ground)  # opaque, so that a keystroke paints nothing of the room behind
        super().set_paint(paint)
        self.list.doItemsLayout()

    def say(self, *, placeholder: str, nothing: str) -> None:
        """Set the fixed words: what can be typed, and what stands where nothing was found."""
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self._nothing = nothing
        self.update()

    def ask(self, text: str = "") -> None:
        """Open it with a text in the field."""
        self.field.setText(text)
        self.field.selectAll()
        self.lay()

    def offer(self, groups: Sequence[PaletteGroup], *, keep: bool = False) -> None:
        """Show these entries, the first one chosen; with `keep` the one that was chosen, if it is still there."""
        entry = self.model.entry(self.list.currentIndex().row()) if keep else None
        self.model.show(groups)
        rows = range(self.model.rowCount())
        at = next((row for row in rows if entry is not None and self.model.entry(row) == entry), -1)
        self._go_to(at if at >= 0 else self.model.step(-1, 1))
        before = self._laid
        self.place()
        if self._laid != before or not groups:
            self.update(before.united(self._laid).adjusted(*_AROUND).toAlignedRect())

    def panel_rect(self) -> QRectF:
        """In the middle, near the top."""
        paint, rows = self._paint, self.model.rowCount()
        width = min(paint.px(_WIDTH), self.width() - paint.px(32))
        highest = self.height() * _HIGHEST - paint.px(_FIELD + _FOOT)
        wanted = sum(self.list.sizeHintForRow(row) for row in range(rows)) + paint.px(12) if rows else paint.px(76)
        height = paint.px(_FIELD + _FOOT) + min(wanted, highest)
        return QRectF((self.width() - width) / 2, min(paint.px(_TOP), self.height() * 0.1), width, height)

    def place(self) -> None:
        """Put field and list into the panel."""
        paint, rect = self._paint, self.panel_rect()
        self._laid = rect
        left = paint.px(_SIDE * 2 + 14)
        field = QRectF(rect.left() + left, rect.top(), rect.width() - left - paint.px(60), paint.px(_FIELD))
        self.field.setGeometry(field.toRect())
        room = rect.adjusted(1, paint.px(_FIELD) + 1, -1, -paint.px(_FOOT))
        self.list.setGeometry(room.toRect())
        self.list.setVisible(self.model.rowCount() > 0)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the glass, the lines, the hint, and the words where nothing was found."""
        paint, theme = self._paint, self._paint.theme
        middle = rect.top() + paint.px(_FIELD) / 2
        paint.icons.draw(
            painter, "search", centre=QPointF(rect.left() + paint.px(30), middle), size=paint.px(20), colour=theme.t2
        )
        esc = paint.texts.line("Esc", TextRole.KEY)
        at = rect.right() - paint.px(_SIDE) - esc.width
        paint.texts.draw_centred(painter, esc, x=at, middle=middle, colour=theme.t3)
        for y in (rect.top() + paint.px(_FIELD), rect.bottom() - paint.px(_FOOT)):
            painter.fillRect(QRectF(rect.left() + 1, y, rect.width() - 2, 1), theme.line)
        hint = paint.texts.line(self.tr("↑ ↓ choose · Enter open"), TextRole.CAPTION)
        foot = rect.bottom() - paint.px(_FOOT) / 2
        paint.texts.draw_centred(painter, hint, x=rect.left() + paint.px(_SIDE), middle=foot, colour=theme.t3)
        if self.model.rowCount() == 0:
            line = paint.texts.line(self._nothing, TextRole.BODY, rect.width() - 2 * paint.px(_SIDE))
            y = rect.top() + paint.px(_FIELD + 38)
            paint.texts.draw_centred(painter, line, x=rect.left() + paint.px(_SIDE), middle=y, colour=theme.t2)

    def _move(self, by: int) -> None:
        self._go_to(self.model.step(self.list.currentIndex().row(), by))

    def _go_to(self, row: int) -> None:
        index = self.model.index(row) if row >= 0 else self.model.index(-1)
        self.list.setCurrentIndex(index)
        self.field.setAccessibleDescription("" if row < 0 else str(index.data()))
        if row == 1:
            self.list.scrollToTop()  # with the head over it

    def _choose(self, row: int) -> None:
        entry = self.model.entry(row)
        if entry is not None:
            self.lift()
            self.chosen.emit(entry.id)
