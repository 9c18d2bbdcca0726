"""The alarms at the foot of the instruments: two lines in sight, the others by scrolling."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.alarm_look import MARKER_ROOM, ROW, AlarmLine, draw_line
from widgets.flashing import Flashing
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring
from widgets.panel_head import HEAD, PADDING, draw_panel_head

_SHOWN = 2
_STEP = 58.0
_FOOT = 12.0
_SIDE = 10.0
_NOTCH = 120
"""What a wheel turns at once."""


class AlarmList(QWidget):
    """The list; the marker of what nobody has seen flashes, its words never do.

    Signals:
        alarm_chosen(str): the report of a line.
        seen_wanted(str): the key of the line whose marker was pressed.
        shelve_wanted(str): the key of the line under the focus, to be put aside (W).
    """

    alarm_chosen = Signal(str)
    seen_wanted = Signal(str)
    shelve_wanted = Signal(str)

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._lines: tuple[AlarmLine, ...] = ()
        self._hint = ""
        self._top = self._focused = 0
        self._turned = 0
        self._flashing = Flashing(self)
        self._flashing.turned.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    @property
    def lines(self) -> tuple[AlarmLine, ...]:
        """What the list shows, with what has to be scrolled to."""
        return self._lines

    @property
    def hint(self) -> str:
        """What is said at the right of the head."""
        return self._hint

    @property
    def flashing(self) -> bool:
        """Whether markers flash."""
        return self._flashing.running

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme, text scale or idea of motion."""
        self._paint = paint
        self._flash()
        self.updateGeometry()
        self.update()

    def set_alarms(self, lines: Sequence[AlarmLine], *, hint: str = "") -> None:
        """Show these lines, the most urgent first, and how to say that they were seen."""
        fresh = tuple(lines)
        if (fresh, hint) == (self._lines, self._hint):
            return
        calling = {line.key for line in fresh if line.calling} - {line.key for line in self._lines if line.calling}
        self._lines, self._hint = fresh, hint
        if calling:
            self._top = 0  # what has just come stands first, and must be in sight
        self._scroll_to(self._top)
        self._focused = max(0, min(self._focused, len(fresh) - 1))
        self._flash()
        self._describe()
        self.update()

    def in_sight(self) -> tuple[AlarmLine, ...]:
        """Return the lines that can be seen without scrolling."""
        return self._lines[self._top : self._top + self._room()]

    def sizeHint(self) -> QSize:
        """The head and two lines, however many there are: nothing above it moves."""
        return QSize(round(self._paint.px(300)), round(self._paint.px(HEAD + _SHOWN * _STEP + _FOOT)))

    def minimumSizeHint(self) -> QSize:
        """The head and a line."""
        return QSize(round(self._paint.px(200)), round(self._paint.px(HEAD + _STEP)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the head and the lines in sight."""
        del event
        painter, paint = QPainter(self), self._paint
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), paint.theme.bg1)
        right = [(self._hint, paint.theme.t3)] if self._hint else []
        draw_panel_head(painter, title=self._title(), right=right, width=float(self.width()), paint=paint)
        if not self._lines:
            quiet = paint.texts.line(self.tr("No alarm"), TextRole.META)
            middle = self._line_rect(0).center().y()
            paint.texts.draw_centred(painter, quiet, x=paint.px(PADDING), middle=middle, colour=paint.theme.t3)
        for place, line in enumerate(self.in_sight()):
            draw_line(painter, self._line_rect(place), line, paint=paint, bright=self._flashing.bright)
        if self.hasFocus() and self._lines:
            draw_focus_ring(painter, self._line_rect(self._focused - self._top).adjusted(2, 2, -2, -2), paint=paint)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the marker of a line for "seen", the rest of it for its report."""
        place = next((n for n in range(len(self.in_sight())) if self._line_rect(n).contains(event.position())), None)
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            return
        line = self.in_sight()[place]
        self._focused = self._top + place
        if line.calling and event.position().x() < self._line_rect(place).left() + self._paint.px(MARKER_ROOM):
            self.seen_wanted.emit(line.key)
        elif line.report is not None:
            self.alarm_chosen.emit(line.report)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by whole lines."""
        self._turned += event.angleDelta().y()
        lines = int(self._turned / _NOTCH)
        self._turned -= lines * _NOTCH
        self._scroll_to(self._top - lines)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down, to the report of a line, or put it aside."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and self._lines:
            self._focused = max(0, min(self._focused + step, len(self._lines) - 1))
            self._show_focused()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._lines:
            report = self._lines[self._focused].report
            if report is not None:
                self.alarm_chosen.emit(report)
        elif event.key() == Qt.Key.Key_W and not event.modifiers() and self._lines:
            self.shelve_wanted.emit(self._lines[self._focused].key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines in sight."""
        super().resizeEvent(event)
        self._scroll_to(self._top)

    def changeEvent(self, event: QEvent) -> None:
        """Say the own words again once the language is another."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def _flash(self) -> None:
        self._flashing.flash(not self._paint.still and any(line.calling for line in self._lines))

    def _title(self) -> str:
        below = len(self._lines) - self._top - self._room()
        return self.tr("Alarms, {n} more below").format(n=below) if below > 0 else self.tr("Alarms")

    def _room(self) -> int:
        return max(1, int((self.height() / self._paint.scale - HEAD) / _STEP + 1e-6))

    def _scroll_to(self, top: int) -> None:
        self._top = max(0, min(top, len(self._lines) - self._room()))
        self.update()

    def _show_focused(self) -> None:
        if self._focused < self._top:
            self._scroll_to(self._focused)
        elif self._focused >= self._top + self._room():
            self._scroll_to(self._focused - self._room() + 1)
        self.update()

    def _line_rect(self, place: int) -> QRectF:
        px = self._paint.px
        return QRectF(px(_SIDE), px(HEAD + place * _STEP), self.width() - px(2 * _SIDE), px(ROW))

    def _describe(self) -> None:
        lines = "; ".join(f"{line.title}, {line.detail}" if line.detail else line.title for line in self._lines)
        self.setAccessibleName(self.tr("Alarms"))
        self.setAccessibleDescription(lines)
