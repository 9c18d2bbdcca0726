"""The filter under the queue's head: a field while somebody types, chips for what stays filtered."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from widgets.icon_button import IconButton
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.styles import css_font
from widgets.paint.surfaces import draw_focus_ring, draw_hairline

_HEIGHT, _CHIP, _FIELD = 48.0, 28.0, 34.0
_GAP = 8.0
_RING = 4.0
_LEAST_FIELD = 160.0
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class FilterChip:
    """One part of a filter: `part` comes back when it is dropped."""

    part: str
    words: str
    icon: str = ""


class Chip(QAbstractButton):
    """A part of the filter with a cross; a click drops it."""

    def __init__(self, chip: FilterChip, *, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._chip, self._paint = chip, paint
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Drop filter {words}").format(words=chip.words))
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        """Room for icon, words, cross and the focus ring."""
        paint = self._paint
        width = paint.texts.width(self._chip.words, TextRole.CAPTION) + paint.px(44 if self._chip.icon else 24 + 6)
        return QSize(round(width + paint.px(12) + 2 * _RING), round(paint.px(_CHIP) + 2 * _RING))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a pill."""
        del event
        paint, theme = self._paint, self._paint.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        painter.setPen(QPen(theme.acc, 1.0))
        painter.setBrush(theme.bg3 if self.underMouse() else theme.accbg)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2)
        x, middle = rect.left() + paint.px(10), rect.center().y()
        if self._chip.icon:
            at = QPointF(x + paint.px(7), middle)
            paint.icons.draw(painter, self._chip.icon, centre=at, size=paint.px(14), colour=theme.t2)
            x += paint.px(20)
        cross = QPointF(rect.right() - paint.px(14), middle)
        line = paint.texts.line(self._chip.words, TextRole.CAPTION, max(0.0, cross.x() - paint.px(10) - x))
        paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=theme.t1)
        paint.icons.draw(painter, "x", centre=cross, size=paint.px(13), colour=theme.t2)
        if self.hasFocus():
            draw_focus_ring(painter, rect, paint=paint)
        painter.end()


class _Field(QLineEdit):
    """Signals: left() Esc; kept() Enter or the arrow down."""

    left = Signal()
    kept = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field, or type."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.kept.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Shown only while somebody filters.

    Signals:
        typed(str): the words in the field.
        kept(): Enter, the list has the keys again.
        cleared(): Esc or the cross, no filter any more.
        dropped(str): one part of the filter, by its `FilterChip.part`.
        save_wanted(): this filter is to be saved, or no longer.
    """

    typed = Signal(str)
    kept = Signal()
    cleared = Signal()
    dropped = Signal(str)
    save_wanted = Signal()

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._editing = self._saved = False
        self._looks: tuple[FilterChip, ...] = ()
        self._chips: list[Chip] = []
        self.field = _Field(self)
        self.field.setMaxLength(_LONGEST)
        self._glass = QAction(self.field)
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.field.textEdited.connect(self.typed)
        self.field.left.connect(self.cleared)
        self.field.kept.connect(self.kept)
        self._save, self._clear = (IconButton(paint=paint, parent=self) for _ in range(2))
        self._save.clicked.connect(self.save_wanted)
        self._clear.clicked.connect(self.cleared)
        self.set_paint(paint)
        self.retranslate()
        self.hide()

    @property
    def editing(self) -> bool:
        """Whether somebody types."""
        return self._editing

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.setFixedHeight(round(paint.px(_HEIGHT)))
        self.field.setStyleSheet(f"QLineEdit {{ {css_font(paint, TextRole.TIME)} }}")
        self._glass.setIcon(paint.icons.icon("list-filter", colour=paint.theme.t2, size=paint.px(16)))
        for button in (self._save, self._clear):
            button.set_paint(paint)
        self._make_chips()

    def retranslate(self) -> None:
        """Speak the language of the screen."""
        placeholder = self.tr("Words, place, number, @member")
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self._clear.say(self.tr("Clear filter"), icon="x")
        saved = self._saved
        self._save.say(
            self.tr("Save this filter no longer") if saved else self.tr("Save filter"), icon="bookmark", lit=saved
        )
        self._make_chips()

    def show_filter(self, chips: tuple[FilterChip, ...], *, saved: bool) -> None:
        """Show what is filtered; nothing hides the bar unless somebody types."""
        if (chips, saved) != (self._looks, self._saved):
            self._looks, self._saved = chips, saved
            self.retranslate()
        self.setVisible(self._editing or bool(chips))

    def edit(self, text: str) -> None:
        """Let somebody type."""
        self._editing = True
        self.field.setText(text)
        self.field.selectAll()
        self.show()
        self._make_chips()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def finish(self) -> None:
        """End the typing; what was typed stands as a chip."""
        self._editing = False
        self._make_chips()
        self.setVisible(bool(self._looks))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place field, chips and buttons."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the line below."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._paint.theme.bg1)
        draw_hairline(painter, QRectF(self.rect()), paint=self._paint)
        painter.end()

    def _make_chips(self) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for look in self._looks:
            if self._editing and look.part == "words":
                continue
            chip = Chip(look, paint=self._paint, parent=self)
            chip.clicked.connect(lambda _=False, part=look.part: self.dropped.emit(part))
            chip.show()
            self._chips.append(chip)
        self._place()
        self.update()

    def _place(self) -> None:
        paint, middle = self._paint, self.height() / 2
        right = self.width() - round(paint.px(8))
        for button in (self._clear, self._save):
            size = button.sizeHint()
            right -= size.width()
            button.setGeometry(right, round(middle - size.height() / 2), size.width(), size.height())
        self._save.setVisible(bool(self._looks))
        x = paint.px(paint.measures.space.queue) - _RING
        least = paint.px(_LEAST_FIELD) if self._editing else 0.0
        for chip in self._chips:
            size = chip.sizeHint()
            width = max(0, min(size.width(), round(right - least - x)))
            chip.setGeometry(round(x), round(middle - size.height() / 2), width, size.height())
            x += width + paint.px(_GAP) - 2 * _RING
        self.field.setVisible(self._editing)
        height = round(paint.px(_FIELD))
        left = round(x + _RING)
        self.field.setGeometry(left, round(middle - height / 2), max(0, right - left - round(paint.px(4))), height)
