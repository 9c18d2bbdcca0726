"""Fields of a form: a line and a text, each with its name over it and, when something is wrong, the reason under it."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.styles import css_font
from widgets.sheet import RING, is_send

_NAME, _ERROR, _LINE, _PADDING = 22.0, 20.0, 40.0, 9.0


class Line(QLineEdit):
    """One line; Esc, Ctrl Enter and a pasted picture belong to the sheet it lies on.

    Signals:
        moved(int): Up or Down.
        left(): the focus went.
    """

    moved = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, or let the sheet have it."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        by = steps.get(Qt.Key(event.key()))
        if by is not None:
            self.moved.emit(by)
        elif event.key() == Qt.Key.Key_Escape or is_send(event) or _pastes_image(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.left.emit()


class Text(QPlainTextEdit):
    """Several lines; Tab leads on, Esc and Ctrl Enter belong to the sheet.

    Signals: image_pasted(QImage): Ctrl V while the clipboard holds a picture.
    """

    image_pasted = Signal(QImage)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, or let the sheet have it."""
        if event.key() == Qt.Key.Key_Escape or is_send(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take a picture too."""
        return source.hasImage() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand a picture on; type a text."""
        if source.hasImage() and not source.hasText():
            self.image_pasted.emit(QImage(source.imageData()))
        else:
            super().insertFromMimeData(source)


class FormField(QWidget):
    """A part of a form with its name over it; the reason why it is refused stands under it until it is changed."""

    def __init__(self, inner: QWidget, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint, self.inner = paint, inner
        self._name = self._beside = self._error = ""
        inner.setParent(self)
        self.setFocusProxy(inner)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._layout.addWidget(inner)

    @property
    def error(self) -> str:
        """Why it is refused."""
        return self._error

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._style()
        self.update()

    def say(self, name: str, *, beside: str = "", placeholder: str = "") -> None:
        """Set its name, what stands at the right over it, and what stands in it while it is empty."""
        self._name, self._beside = name, beside
        self.inner.setAccessibleName(name)
        if isinstance(self.inner, QLineEdit | QPlainTextEdit):
            self.inner.setPlaceholderText(placeholder)
        self.update()

    def say_beside(self, beside: str) -> None:
        """Set what stands at the right over it."""
        self._beside = beside
        self.update()

    def refuse(self, reason: str) -> None:
        """Say why it is refused; an empty reason takes that back."""
        if reason != self._error:
            self._error = reason
            self.inner.setAccessibleDescription(reason)
            self.setToolTip(reason)
            self._style()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name and the reason."""
        del event
        paint, theme = self._paint, self._paint.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = paint.px(_NAME) / 2 - 1
        right = float(self.width() - RING)
        if self._beside:
            line = paint.texts.line(self._beside, TextRole.META)
            right -= line.width
            paint.texts.draw_centred(painter, line, x=right, middle=middle, colour=theme.t3)
        line = paint.texts.line(self._name, TextRole.CAPTION, max(0.0, right - paint.px(8)))
        paint.texts.draw_centred(painter, line, x=RING, middle=middle, colour=theme.t2)
        if self._error:
            self._draw_error(painter)
        painter.end()

    def _draw_error(self, painter: QPainter) -> None:
        """Say it by a sign and words; red is for what is late alone."""
        paint, theme = self._paint, self._paint.theme
        box = QRectF(0, self.height() - paint.px(_ERROR), self.width(), paint.px(_ERROR))
        size = paint.px(14)
        middle = box.center().y() + 1
        centre = box.topLeft()
        centre.setX(RING + size / 2)
        centre.setY(middle)
        paint.icons.draw(painter, "circle-alert", centre=centre, size=size, colour=theme.t1)
        x = RING + size + paint.px(6)
        line = paint.texts.line(self._error, TextRole.CAPTION, self.width() - x)
        paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=theme.t1)

    def _style(self) -> None:
        paint = self._paint
        below = round(paint.px(_ERROR)) if self._error else 0
        edge = RING if isinstance(self.inner, QLineEdit | QPlainTextEdit) else 0
        self._layout.setContentsMargins(edge, round(paint.px(_NAME)), edge, below)
        style_field(self.inner, paint=paint, wrong=bool(self._error))
        self.updateGeometry()


def _pastes_image(event: QKeyEvent) -> bool:
    """Whether a key is to paste what is a picture and no text."""
    if not event.matches(QKeySequence.StandardKey.Paste):
        return False
    held = QGuiApplication.clipboard().mimeData()
    return held.hasImage() and not held.hasText()


def style_field(field: QWidget, *, paint: Paint, wrong: bool, left: float = _PADDING + 1) -> None:
    """Give a line or a text its letters, its frame (strong where it is refused) and its height."""
    if not isinstance(field, QLineEdit | QPlainTextEdit):
        return
    theme = paint.theme
    kind = "QLineEdit" if isinstance(field, QLineEdit) else "QPlainTextEdit"
    edge = f"2px solid {theme.t1.name()}" if wrong else f"1px solid {theme.t4.name()}"
    pad = round(paint.px(left))
    inside = f"padding: {round(paint.px(5))}px {round(paint.px(9))}px {round(paint.px(5))}px"
    field.setStyleSheet(
        f"{kind} {{ background: {theme.bg0.name() if theme.dark else theme.bg1.name()}; color: {theme.t1.name()};"
        f" border: {edge}; border-radius: {round(paint.measures.radius.control)}px; {inside} {pad}px;"
        f" placeholder-text-color: {theme.t3.name()}; selection-background-color: {theme.acc.name()};"
        f" selection-color: {theme.acct.name()}; {css_font(paint, TextRole.BODY)} }}"
        f"{kind}:focus {{ border: 2px solid {theme.acc.name()}; {inside} {pad - 1}px; }}"
    )
    if isinstance(field, QLineEdit):
        field.setFixedHeight(round(paint.px(_LINE)))


def text_height(paint: Paint, lines: int) -> int:
    """Return how high a text field with so many lines is."""
    metrics: QFontMetricsF = paint.fonts.metrics(TextRole.BODY)
    return round(metrics.lineSpacing() * lines + paint.px(22))


class TextField(FormField):
    """A text of several lines with a count of its letters against a limit.

    Signals: edited(): somebody typed.
    """

    edited = Signal()

    def __init__(
        self, *, limit: int, lines: int, counted: Callable[[int, int], str], paint: Paint, parent: QWidget | None = None
    ) -> None:
        self.field = Text()
        self._limit, self._lines, self._counted = limit, lines, counted
        super().__init__(self.field, paint=paint, parent=parent)
        self.field.textChanged.connect(self._on_changed)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.field.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text in, the cursor at its end; it can be taken back."""
        if text != self.text:
            cursor = self.field.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(text)
            self.field.setTextCursor(cursor)

    def _on_changed(self) -> None:
        self.refuse("")
        self.say_beside(self._counted(len(self.text), self._limit))
        self.edited.emit()

    def _style(self) -> None:
        super()._style()
        self.field.setFixedHeight(text_height(self._paint, self._lines))

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(300, super().sizeHint().height())
