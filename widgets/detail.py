"""Everything about the report under the focus: head, clocks, photos, the citizen's own words, and what happened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from services.domain.report import Millis
from widgets.clocks import Clocks
from widgets.detail_head import DetailHead
from widgets.detail_look import ClocksLook, DetailLook
from widgets.enter_key import is_plain_enter
from widgets.event_words import TimelineLine
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.styles import css_font
from widgets.photo_strip import PhotoStrip
from widgets.timeline import Timeline
from widgets.wording import Language

_NEWEST = 76.0
"""How much of the timeline is seen without scrolling: the newest event and the beginning of the one before."""


class Detail(QScrollArea):
    """One report, scrolled where it is long.

    Signals: entered() Enter, while the report has the focus.
    """

    entered = Signal()

    def __init__(self, *, paint: Paint, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._page = QWidget(self)
        self.head = DetailHead(paint=paint, parent=self._page)
        self.clocks = Clocks(paint=paint, parent=self._page)
        self.photos = PhotoStrip(paint=paint, parent=self._page)
        self._words = QLabel(self._page)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setIndent(0)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.timeline = Timeline(paint=paint, language=language, parent=self._page)
        layout = QVBoxLayout(self._page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.head, self.clocks, self.photos, self._words, self.timeline):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._above = (self.head, self.clocks, self._words)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self._page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that came and went would change the width, that the height of wrapped words, that the bar: endlessly.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(lambda low, high: self.verticalScrollBar().setEnabled(high > low))
        self.head.grown.connect(self._give_photos_room)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.photos.hide()
        self.set_paint(paint)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        for widget in (self.head, self.clocks, self.photos, self.timeline):
            widget.set_paint(paint)
        side = round(paint.px(paint.measures.space.detail))
        self._words.setStyleSheet(
            f"color: {paint.theme.t1.name()}; background: transparent; {css_font(paint, TextRole.BODY)}"
            f"padding: {round(paint.px(6))}px {side}px {round(paint.px(16))}px {side}px;"
        )
        self._give_photos_room()

    def show_report(self, look: DetailLook, clocks: ClocksLook, *, text: str, photos: tuple[str, ...]) -> None:
        """Show a report, or the same one as it is now."""
        self.head.show_look(look)
        self.clocks.show_look(clocks)
        self.photos.set_photos(photos)
        self._words.setText(text)
        self._words.setVisible(bool(text))
        self._give_photos_room()

    def show_clocks(self, clocks: ClocksLook) -> None:
        """Let time pass."""
        self.clocks.show_look(clocks)

    def set_timeline(self, lines: tuple[TimelineLine, ...], *, now: Millis, language: Language) -> None:
        """Show what happened, given oldest first."""
        self.timeline.set_lines(lines, now=now, language=language)

    def set_photo(self, photo: str, image: QImage | None) -> None:
        """Show a photo that came, or that it is missing."""
        self.photos.set_photo(photo, image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the height anew between the photos and what must be read beside them."""
        super().resizeEvent(event)
        self._give_photos_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter; the arrows scroll, everything else is the window's."""
        if is_plain_enter(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _give_photos_room(self) -> None:
        """Leave the photos what head, clocks, the citizen's words and the newest events do not need."""
        width = self.viewport().width()
        taken = sum(_height(part, width) for part in self._above if not part.isHidden())
        self.photos.set_room(self.viewport().height() - taken - self._paint.px(_NEWEST))

    def go_to_top(self) -> None:
        """Show the head."""
        self.verticalScrollBar().setValue(0)


def _height(part: QWidget, width: int) -> int:
    """Return how high a part is at a width, whether or not it has been laid out yet."""
    if part.hasHeightForWidth():
        return part.heightForWidth(width)
    return max(part.minimumHeight(), part.sizeHint().height())
