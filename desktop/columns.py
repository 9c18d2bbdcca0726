"""The room's columns side by side: places rail, queue, detail and instruments by the width there is."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.widths import INSTRUMENTS, STRIP, Beside, Widths, widths
from widgets.paint.source import Paint
from widgets.side_strip import SideStrip


@dataclass(frozen=True, slots=True, kw_only=True)
class Panels:
    """The four columns, in the order of the focus."""

    rail: QWidget
    queue: QWidget
    detail: QWidget
    instruments: QWidget

    def each(self) -> tuple[QWidget, ...]:
        """Return all of them."""
        return self.rail, self.queue, self.detail, self.instruments


class Columns(QWidget):
    """Four columns in a wide window; in smaller ones the instruments open over the detail, and then list or detail.

    Signals:
        fitted(Widths): the columns have other widths now.
        instruments_shown(bool): the instruments are open, or not.
    """

    fitted = Signal(object)
    instruments_shown = Signal(bool)

    def __init__(self, panels: Panels, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._all = panels
        self.strip = SideStrip(paint=paint, parent=self)
        self._open = self._detail_shown = False
        self._widths = widths(1920, 1080)
        for column in panels.each():
            column.setParent(self)
        panels.instruments.setAutoFillBackground(True)
        self.strip.opened.connect(self.toggle_instruments)
        self.set_paint(paint)

    @property
    def widths(self) -> Widths:
        """The columns now."""
        return self._widths

    @property
    def instruments_open(self) -> bool:
        """Whether the instruments are on the screen."""
        return self._open or self._widths.beside is Beside.INSTRUMENTS

    @property
    def panels(self) -> tuple[QWidget, ...]:
        """The columns that are on the screen, in the order of the focus."""
        return tuple(panel for panel in self._all.each() if panel.isVisibleTo(self))

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.strip.set_paint(paint)
        ground = self._all.instruments.palette()
        ground.setColor(QPalette.ColorRole.Window, paint.theme.bg1)
        self._all.instruments.setPalette(ground)
        self.fit()

    def open_instruments(self) -> None:
        """Have the instruments lie open over the detail wherever they have no column."""
        self._open = True
        self.fit()

    def toggle_instruments(self) -> None:
        """Open the instruments over the detail, or close them; where they have their own column nothing happens."""
        if self._widths.beside is Beside.STRIP:
            self._open = not self._open
            self.fit()
            self.instruments_shown.emit(self._open)

    def go_round(self, focus: QWidget | None) -> None:
        """Give the focus to the next panel; after the last one the instruments open, or close again."""
        panels = self.panels
        at = next((place for place, panel in enumerate(panels) if within(panel, focus)), -1)
        if at == len(panels) - 1:
            self.toggle_instruments()
            panels = self.panels
        for step in range(1, len(panels) + 1):
            if focus_panel(panels[(at + step) % len(panels)]):
                return

    def show_detail(self, shown: bool) -> None:
        """Show the detail instead of the list, where there is room for one only."""
        if shown != self._detail_shown:
            self._detail_shown = shown
            self.fit()

    @property
    def detail_alone(self) -> bool:
        """Whether the detail stands in place of the list."""
        return self._widths.single and self._detail_shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the size."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Place every column."""
        before = self._widths
        self._widths = now = widths(self.width(), self.height(), scale=self._paint.scale)
        rail, queue, strip, wide = (self._px(length) for length in (now.rail, now.queue, STRIP, INSTRUMENTS))
        height, right = self.height(), self.width()
        self._all.rail.setGeometry(0, 0, rail, height)
        beside = wide if now.beside is Beside.INSTRUMENTS else strip
        left = rail if now.single else rail + queue
        detail = QRect(left, 0, max(0, right - left - beside), height)
        self._all.queue.setGeometry(rail, 0, detail.width() if now.single else queue, height)
        self._all.detail.setGeometry(detail)
        self._all.queue.setVisible(not self.detail_alone)
        self._all.detail.setVisible(not now.single or self._detail_shown)
        self._place_instruments(now, strip, wide)
        if now != before:
            self.fitted.emit(now)

    def _place_instruments(self, now: Widths, strip: int, wide: int) -> None:
        height, right = self.height(), self.width()
        own = now.beside is Beside.INSTRUMENTS
        self.strip.setVisible(not own)
        self.strip.setGeometry(right - strip, 0, strip, height)
        self.strip.set_open(self._open)
        left = right - wide - (0 if own else strip)
        self._all.instruments.setGeometry(max(0, left), 0, wide, height)
        self._all.instruments.setVisible(own or self._open)
        if self._open and not own:
            self._all.instruments.raise_()

    def _px(self, length: float) -> int:
        return round(self._paint.px(length))


def within(panel: QWidget, focus: QWidget | None) -> bool:
    """Whether the focus is in a panel."""
    return focus is not None and (panel is focus or panel.isAncestorOf(focus))


def focus_panel(panel: QWidget) -> bool:
    """Give the focus to the first thing in a panel that takes it by Tab; returns whether there is one."""
    if panel.focusPolicy() & Qt.FocusPolicy.TabFocus:
        panel.setFocus(Qt.FocusReason.TabFocusReason)
        return True
    for child in panel.findChildren(QWidget):
        if child.isVisibleTo(panel) and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
