"""The response strip: how fast each squad answered today, and who still waits, on one axis of time."""

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from services.domain.report import Millis
from widgets.hinting import Hinting
from widgets.models.strip_axis import FEW_TICKS, TICKS, place
from widgets.models.strip_points import StripData, StripPoints
from widgets.paint.fonts import TextRole
from widgets.paint.patch import draw_patch
from widgets.paint.silhouettes import fitted, waiting_triangle
from widgets.paint.source import Paint
from widgets.strip_look import DOT, MEDIAN_WIDTH, TRIANGLE, target_pen
from widgets.wording import Language, duration_axis, duration_short
from widgets.words import squad_word

if TYPE_CHECKING:
    from widgets.strip_plot import StripPlot

REDRAW_AFTER: Millis = 500
"""A live band is drawn twice a second at most."""
STEP: Millis = 40
"""Between two bands at least: all of them drawn at once would hold up the queue beside them."""

_PADDING = 24.0
_TITLE_AT = 32.0
_TOP = 52.0
_LOWEST_BAND, _BAND, _TALLEST_BAND = 27.0, 35.0, 120.0
"""A band is as high as the strip's room allows, between the first and the last; the second is what it should be."""
_LEFT = 60.0
_PATCH = 22.0
_AXIS_AT, _LEGEND_AT, _FOOT = 14.0, 41.0, 60.0
"""The middles of the axis's letters and of the legend, and the end of the strip, below the bands."""
_LEAST_GAP = 4.0
"""Between two labels of the axis; where they come nearer, fewer are written."""
_LEGEND_MARK, _LEGEND_GAP = 6.0, 16.0


class ResponseStrip(QWidget):
    """The chart; it draws what stands in its points when it is ticked, band by band, each twice a second at most.

    Signals: report_chosen(str) the id of the report whose point was pressed.
    """

    report_chosen = Signal(str)

    def __init__(
        self, points: StripPoints, *, paint: Paint, language: Language, squads: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._points = points
        self._paint = paint
        self._language: Language = language
        self._squads = squads
        self._medians: Mapping[str, Millis | None] = {}
        self._now: Millis = 0
        self._looked: dict[str, Millis] = {}
        """When each band was drawn last, or found to be as it should be."""
        self._stepped: Millis = 0
        self._counts: dict[str, str] = {}
        self._next_step = QTimer(self)
        self._next_step.setSingleShot(True)
        self._next_step.setInterval(STEP)
        self._next_step.timeout.connect(self._step)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(0)
        self._first.timeout.connect(self._make_plot)
        self._plot: StripPlot | None = None
        self._bands = QRect()
        self.setMouseTracking(True)
        Hinting(self, self.hint_at)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe()

    @property
    def plot(self) -> "StripPlot":
        """The bands, made when they are asked for or a moment after there is something to draw."""
        return self._plot or self._make_plot()

    def set_squads(self, squads: tuple[str, ...]) -> None:
        """Show these squads in the rail's order."""
        if squads == self._squads:
            return
        self._squads = squads
        if self._plot is not None:
            self._plot.set_squads(squads)
        self.updateGeometry()
        self._place()
        self._draw()

    def set_medians(self, medians: Mapping[str, Millis | None]) -> None:
        """Show the squads' medians of the last 30 days, each when its band is drawn next."""
        self._medians = medians

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        if self._plot is not None:
            self._plot.set_paint(paint)
        self.updateGeometry()
        self._place()
        self._draw()
        self.update()

    def set_language(self, language: Language) -> None:
        """Speak another language."""
        self._language = language
        self._counts = {squad: self._counted(squad, self._data(squad)) for squad in self._squads}
        self._describe()
        self.update()

    def tick(self, now: Millis) -> None:
        """Let time pass: draw a band that changed or whose reports waited longer, one after the other."""
        first = not self._stepped
        self._now = now
        if first:
            self._draw()
        elif not 0 <= now - self._stepped < STEP:
            self._step()

    def restart(self, now: Millis) -> None:
        """Draw a whole new board at once."""
        self._now = now
        self._draw()

    def sizeHint(self) -> QSize:
        """Title, a band of 35 pixels a squad at least, axis and legend."""
        height = self._paint.px(_TOP + _FOOT) + round(self._paint.px(_BAND) * max(1, len(self._squads)))
        return QSize(round(self._paint.px(472.0)), round(height))

    def minimumSizeHint(self) -> QSize:
        """Narrow and low, but each patch stands clear of the next."""
        height = self._paint.px(_TOP + _FOOT) + round(self._paint.px(_LOWEST_BAND) * max(1, len(self._squads)))
        return QSize(round(self._paint.px(280.0)), round(height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bands between title and axis."""
        del event
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came in while nobody could see it."""
        super().showEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again once the language is another."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_language(self._language)
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the report whose point is pressed."""
        hit = self.plot.hit(self._on_plot(event.position()), self._now)
        if hit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.report_chosen.emit(hit.report)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer's shape that there is something to press."""
        over = self.plot.hit(self._on_plot(event.position()), self._now) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def hint_at(self, at: QPointF) -> str:
        """Return what the point at a place says, nothing where there is none."""
        hit = self.plot.hit(self._on_plot(at), self._now)
        if hit is None:
            return ""
        text = self.tr("Answered after {time}") if hit.answered else self.tr("Has waited for {time}")
        return text.format(time=duration_short(hit.span, self._language))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what stands around the bands: title, patches, axis, legend."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._paint.theme.bg1)
        self._draw_title(painter)
        self._draw_patches(painter)
        self._draw_axis(painter)
        self._draw_legend(painter)
        painter.end()

    def _draw(self) -> None:
        """Draw everything now; the first time a moment later, once the queue has been painted."""
        if self._plot is None:
            if self._squads and self.isVisible():
                self._first.start()
        elif self.isVisible():
            self._stepped = self._now
            for squad in self._squads:
                self._draw_band(squad)
            self._describe()

    def _make_plot(self) -> "StripPlot":
        """Make the bands and draw them: what that loads takes as long as the first paint of all the rest."""
        from widgets.strip_plot import StripPlot  # noqa: PLC0415 - nobody waits for the charts to see the queue

        if self._plot is None:
            self._plot = StripPlot(self._squads, paint=self._paint, parent=self)
            self._plot.setGeometry(self._bands)
            self._plot.show()
            self._draw()
        return self._plot

    def _step(self) -> None:
        """Draw the band that has been left alone longest and is out of date, if any, and come back for the next."""
        if not self.isVisible() or self._plot is None:
            return
        resting = sorted(self._squads, key=lambda squad: self._looked.get(squad, 0))
        for squad in resting:
            if 0 <= self._now - self._looked.get(squad, 0) < REDRAW_AFTER:
                continue
            if self._draw_band(squad):
                self._stepped = self._now
                self._describe()
                self._next_step.start()
                return

    def _draw_band(self, squad: str) -> bool:
        """Draw what is new in a band; return whether there was any of it."""
        self._looked[squad] = self._now
        data = self._data(squad)
        if not self.plot.draw(squad, data, self._medians.get(squad), now=self._now):
            return False
        self._counts[squad] = self._counted(squad, data)
        return True

    def _data(self, squad: str) -> StripData:
        return self._points.data(squad, self._now)

    def _counted(self, squad: str, data: StripData) -> str:
        text = self.tr("{squad}: {answered} answered, {waiting} waiting, {late} of them late")
        return text.format(
            squad=squad_word(squad),
            answered=len(data.answered),
            waiting=len(data.waiting),
            late=int(data.late(self._now).sum()),
        )

    def _describe(self) -> None:
        """Tell a screen reader how many points there are; only if that is something new."""
        self.setAccessibleName(self.tr("Response time today"))
        counts = "; ".join(self._counts[squad] for squad in self._squads if squad in self._counts)
        if counts != self.accessibleDescription():
            self.setAccessibleDescription(counts)

    def _place(self) -> None:
        paint = self._paint
        left, right = round(paint.px(_LEFT)), round(self.width() - paint.px(_PADDING))
        height = round(self._band() * max(1, len(self._squads)))
        self._bands = QRect(left, round(paint.px(_TOP)), max(1, right - left), height)
        if self._plot is not None:
            self._plot.setGeometry(self._bands)
        self.update()  # axis and legend stand where the bands end

    def _band(self) -> float:
        """The height of one band in the room there is."""
        paint = self._paint
        room = (self.height() - paint.px(_TOP + _FOOT)) / max(1, len(self._squads))
        return min(max(room, paint.px(_LOWEST_BAND)), paint.px(_TALLEST_BAND))

    def _on_plot(self, at: QPointF) -> QPointF:
        return at - QPointF(self._bands.topLeft())

    def _draw_title(self, painter: QPainter) -> None:
        paint, middle = self._paint, self._paint.px(_TITLE_AT)
        day = paint.texts.line(self.tr("today"), TextRole.CAPTION)
        right = self.width() - paint.px(_PADDING)
        paint.texts.draw_centred(painter, day, x=right - day.width, middle=middle, colour=paint.theme.t3)
        room = max(0.0, right - day.width - 2 * paint.px(_PADDING))
        title = paint.texts.line(self.tr("Response time"), TextRole.ROW_UNREAD, room)
        paint.texts.draw_centred(painter, title, x=paint.px(_PADDING), middle=middle, colour=paint.theme.t1)

    def _draw_patches(self, painter: QPainter) -> None:
        edge, plot = self._paint.px(_PATCH), self._bands
        for number, squad in enumerate(self._squads):
            middle = plot.top() + (number + 0.5) / len(self._squads) * plot.height()
            patch = QRectF(self._paint.px(_PADDING), middle - edge / 2, edge, edge)
            draw_patch(painter, patch, squad=squad, paint=self._paint)

    def _draw_axis(self, painter: QPainter) -> None:
        paint, plot = self._paint, self._bands
        middle = plot.bottom() + 1 + paint.px(_AXIS_AT)
        for left, text in self.labels():
            line = paint.texts.line(text, TextRole.AXIS)
            paint.texts.draw_centred(painter, line, x=left, middle=middle, colour=paint.theme.t3)

    def labels(self) -> list[tuple[float, str]]:
        """Return the axis's labels with their left ends: all of them, or fewer where they would touch."""
        made = self._labels(TICKS)
        width = self._paint.texts.width
        touching = any(
            left + width(text, TextRole.AXIS) + self._paint.px(_LEAST_GAP) > following
            for (left, text), (following, _) in pairwise(made)
        )
        return self._labels(FEW_TICKS) if touching else made

    def _labels(self, ticks: tuple[Millis, ...]) -> list[tuple[float, str]]:
        plot, width = self._bands, self._paint.texts.width
        texts = [(tick, duration_axis(tick, self._language)) for tick in ticks]
        return [(plot.left() + place(t) * plot.width() - width(text, TextRole.AXIS) / 2, text) for t, text in texts]

    def _draw_legend(self, painter: QPainter) -> None:
        paint = self._paint
        middle = self._bands.bottom() + 1 + paint.px(_LEGEND_AT)
        x = paint.px(_PADDING)
        marks = (
            (DOT, self.tr("answered"), _draw_dot),
            (TRIANGLE, self.tr("still waiting"), _draw_triangle),
            (MEDIAN_WIDTH, self.tr("median"), _draw_median),
            (MEDIAN_WIDTH, self.tr("target"), _draw_target),
        )
        for width, text, draw in marks:
            mark = QRectF(x, middle - paint.px(6.0), paint.px(width), paint.px(12.0))
            draw(painter, mark, paint)
            line = paint.texts.line(text, TextRole.META)
            left = mark.right() + paint.px(_LEGEND_MARK)
            x = paint.texts.draw_centred(painter, line, x=left, middle=middle, colour=paint.theme.t3)
            x += paint.px(_LEGEND_GAP)


def _draw_dot(painter: QPainter, rect: QRectF, paint: Paint) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paint.theme.t3)
    painter.drawEllipse(rect.center(), rect.width() / 2, rect.width() / 2)


def _draw_triangle(painter: QPainter, rect: QRectF, paint: Paint) -> None:
    size = rect.width()
    box = QRectF(rect.center().x(), rect.center().y(), size, size)
    painter.setPen(QPen(paint.theme.t2, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(fitted(waiting_triangle(), box))


def _draw_median(painter: QPainter, rect: QRectF, paint: Paint) -> None:
    painter.fillRect(rect, paint.theme.t1)


def _draw_target(painter: QPainter, rect: QRectF, paint: Paint) -> None:
    painter.setPen(target_pen(paint))
    painter.drawLine(QPointF(rect.center().x(), rect.top()), QPointF(rect.center().x(), rect.bottom()))
