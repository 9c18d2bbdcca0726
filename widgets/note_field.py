"""The internal note at the foot of the detail: one line that keeps what is begun for each report."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from services.domain.reasons import MAX_WORDS
from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring

_HEIGHT = 44.0
_ABOVE = 10.0
_BELOW = 12.0
_SIDE = 20.0
_PADDING = 18.0
_ICON = 18.0


class NoteField(QWidget):
    """A field with an icon, its key while it has no focus, and a draft for each report.

    Signals:
        written(str, str): Enter; the report and the text.
        writing(bool): something is being written, or not any more.
        left(): Esc; the draft stays.
    """

    written = Signal(str, str)
    writing = Signal(bool)
    left = Signal()

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._report: str | None = None
        self._drafts: dict[str, str] = {}
        self._key = ""
        self.field = _Line(self)
        self.field.setFrame(False)
        self.field.setMaxLength(MAX_WORDS)
        self.field.returnPressed.connect(self._on_return)
        self.field.textEdited.connect(lambda _: self._tell())
        self.field.focused.connect(self._on_focus)
        self.field.escaped.connect(self.left)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_paint(paint)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.setFixedHeight(self.sizeHint().height())
        self.field.setFont(paint.fonts.font(TextRole.BODY))
        theme = paint.theme
        self.field.setStyleSheet(
            f"QLineEdit {{ background: transparent; border: none; color: {theme.t1.name()};"
            f" placeholder-text-color: {theme.t3.name()}; selection-background-color: {theme.bg4.name()};"
            f" selection-color: {theme.t1.name()}; }}"
        )
        self._place()
        self.update()

    def say(self, words: str, *, key: str) -> None:
        """Set what stands in the empty field, and the key that leads here."""
        self._key = key
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self._place()
        self.update()

    def show_report(self, report: str | None) -> None:
        """Show the draft of another report; what is begun for this one is kept."""
        if report == self._report:
            return
        if self._report is not None:
            self._keep(self._report)
        self._report = report
        self.field.setText("" if report is None else self._drafts.get(report, ""))

    def sizeHint(self) -> QSize:
        """One line in its frame, and the room around it."""
        return QSize(360, round(self._paint.px(_ABOVE + _HEIGHT + _BELOW)))

    def resizeEvent(self, event: object) -> None:
        """Keep the line within its frame."""
        del event
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, icon, and the key while nothing is written."""
        del event
        paint, theme, box = self._paint, self._paint.theme, self._box()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.t4, 1.0))
        painter.setBrush(theme.bg1)
        radius = paint.measures.radius.control
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        icon, middle = paint.px(_ICON), box.center().y()
        at = QPointF(box.left() + paint.px(_PADDING) + icon / 2, middle)
        paint.icons.draw(painter, "message-square-lock", centre=at, size=icon, colour=theme.t3)
        if self.field.hasFocus():
            draw_focus_ring(painter, box, paint=paint)
        elif self._key:
            width = key_cap_width(self._key, tone=CapTone.BARE, paint=paint)
            cap = QRectF(box.right() - paint.px(_PADDING) - width, box.top(), width, box.height())
            draw_key_cap(painter, cap, text=self._key, tone=CapTone.BARE, paint=paint)
        painter.end()

    def _box(self) -> QRectF:
        side = self._paint.px(_SIDE)
        return QRectF(self.rect()).adjusted(side, self._paint.px(_ABOVE), -side, -self._paint.px(_BELOW))

    def _place(self) -> None:
        paint, box = self._paint, self._box()
        left = box.left() + paint.px(_PADDING + _ICON + 10)
        right = box.right() - paint.px(_PADDING + 18)
        self.field.setGeometry(QRectF(left, box.top() + 1, max(40.0, right - left), box.height() - 2).toRect())

    def _keep(self, report: str) -> None:
        text = self.field.text().strip()
        if text:
            self._drafts[report] = text
        else:
            self._drafts.pop(report, None)

    def _tell(self) -> None:
        self.writing.emit(self.field.hasFocus() and bool(self.field.text().strip()))

    def _on_focus(self) -> None:
        self._tell()
        self.update()

    def _on_return(self) -> None:
        text = self.field.text().strip()
        if text and self._report is not None:
            self.field.clear()
            self._drafts.pop(self._report, None)
            self._tell()
            self.written.emit(self._report, text)


class _Line(QLineEdit):
    """The line itself; tells of its focus and of Esc."""

    focused = Signal()
    escaped = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.returnPressed.emit()  # and no further: the queue, which has the focus then, has an Enter of its own
        else:
            super().keyPressEvent(event)
