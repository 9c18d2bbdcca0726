"""The squad rail: every squad's queue with its count, its late reports and its speed, always in the same place."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from widgets.models.queue_marks import Sieve
from widgets.paint.source import Paint
from widgets.paint.styles import palette
from widgets.rail_look import HeadLook, RailLook, RowLook
from widgets.rail_painter import EXTRA_HEIGHT, HEAD_HEIGHT, NARROW_LEAST, SQUAD_HEIGHT, SQUAD_LEAST
from widgets.rail_row import RailRow

WIDTH, NARROW_WIDTH = 236.0, 72.0

_MARGIN = 8.0
_DIVIDER = 17.0
"""Height of the strip with the hairline between the squads and the extra queues."""
_HAIRLINE_INSET = 20.0


class Rail(QScrollArea):
    """The rail; the squads' rows shrink together where it is low, and it scrolls only below their least height.

    Signals: squad_chosen(object) a squad's wire name, or None for all squads; extra_chosen(str) an extra queue's name.
    """

    squad_chosen = Signal(object)
    extra_chosen = Signal(str)

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._look = RailLook(all_open=0, all_late=0, squads=(), extras=())
        self._rows: dict[Sieve, RailRow] = {}
        self._narrow = False
        self._column = _Column(paint=paint)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setWidget(self._column)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Squads"))
        self.set_paint(paint)
        self.set_look(self._look)

    @property
    def look(self) -> RailLook:
        """What is shown."""
        return self._look

    def rows(self) -> tuple[RailRow, ...]:
        """Return the rows from top to bottom."""
        return tuple(self._rows.values())

    def set_look(self, look: RailLook) -> None:
        """Show other figures; the rows are made anew only where there are other queues than before."""
        self._look = look
        looks = dict(_looks(look))
        if tuple(looks) != tuple(self._rows):
            self._make_rows(looks)
        for sieve, row in self._rows.items():
            row.set_look(looks[sieve])
            row.setChecked(sieve == look.chosen)
        self.setFocusProxy(self._rows.get(look.chosen) or self.rows()[0])

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.setPalette(palette(paint))
        self._column.set_paint(paint)
        self._set_width()

    def set_narrow(self, narrow: bool) -> None:
        """Show patches and counts only, 72 pixels wide."""
        self._narrow = narrow
        for row in self.rows():
            row.set_narrow(narrow)
        self._column.set_narrow(narrow)
        self._set_width()

    def sizeHint(self) -> QSize:
        """As high as its rows want to be."""
        return QSize(self.minimumWidth(), self._column.wanted_height())

    def minimumSizeHint(self) -> QSize:
        """It can always scroll."""
        return QSize(self.minimumWidth(), round(self._paint.px(4 * SQUAD_LEAST)))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Squads"))
            for row in self.rows():
                row.retranslate()
        super().changeEvent(event)

    def _set_width(self) -> None:
        self.setFixedWidth(round(self._paint.px(NARROW_WIDTH if self._narrow else WIDTH)))
        self.updateGeometry()

    def _make_rows(self, looks: dict[Sieve, RowLook]) -> None:
        for old in self._rows.values():
            old.hide()
            old.deleteLater()
        self._rows = {sieve: self._make_row(sieve, look) for sieve, look in looks.items()}
        self._column.set_rows(
            squads=tuple(row for sieve, row in self._rows.items() if sieve.extra is None),
            extras=tuple(row for sieve, row in self._rows.items() if sieve.extra is not None),
        )

    def _make_row(self, sieve: Sieve, look: RowLook) -> RailRow:
        row = RailRow(look, paint=self._paint, parent=self._column)
        row.set_narrow(self._narrow)
        row.clicked.connect(lambda: self._choose(sieve))
        row.moved.connect(lambda steps: self._move(row, steps))
        return row

    def _choose(self, sieve: Sieve) -> None:
        if sieve.extra is None:
            self.squad_chosen.emit(sieve.squad)
        else:
            self.extra_chosen.emit(sieve.extra)

    def _move(self, row: RailRow, steps: int) -> None:
        """Move the keyboard focus; at either end it stays."""
        rows = self.rows()
        place = min(max(rows.index(row) + steps, 0), len(rows) - 1)
        rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(rows[place], 0, 0)


def _looks(look: RailLook) -> Iterator[tuple[Sieve, RowLook]]:
    """Give each row by the queue it stands for, from top to bottom."""
    yield Sieve(), HeadLook(open=look.all_open, late=look.all_late)
    for squad in look.squads:
        yield Sieve(squad=squad.squad), squad
    for extra in look.extras:
        yield Sieve(extra=extra.extra), extra


class _Column(QWidget):
    """Places the rows below each other: the head, the squads as high as there is room, the extra queues."""

    def __init__(self, *, paint: Paint) -> None:
        super().__init__()
        self._paint = paint
        self._squads: tuple[RailRow, ...] = ()
        self._extras: tuple[RailRow, ...] = ()
        self._divider = QRect()
        self._least = SQUAD_LEAST
        self.setAutoFillBackground(True)

    def set_rows(self, *, squads: tuple[RailRow, ...], extras: tuple[RailRow, ...]) -> None:
        """Place other rows; the first of `squads` is the head."""
        self._squads, self._extras = squads, extras
        for row in (*squads, *extras):
            row.show()
        self._fit()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        for row in (*self._squads, *self._extras):
            row.set_paint(paint)
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Place rows that show patch and count only, which can be lower."""
        self._least = NARROW_LEAST if narrow else SQUAD_LEAST
        self._fit()

    def wanted_height(self) -> int:
        """Return how high the column would like to be."""
        return round(self._fixed() + self._paint.px(SQUAD_HEIGHT) * self._count())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the rows anew."""
        del event
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline above the extra queues."""
        del event
        if not self._extras:
            return
        painter = QPainter(self)
        inset = round(self._paint.px(_HAIRLINE_INSET if self.width() > self._paint.px(NARROW_WIDTH) else _MARGIN))
        line = QRect(QPoint(inset, self._divider.center().y()), QSize(self.width() - 2 * inset, 1))
        painter.fillRect(line, self._paint.theme.line)
        painter.end()

    def _fit(self) -> None:
        self.setMinimumHeight(round(self._fixed() + self._paint.px(self._least) * self._count()))
        self._place()
        self.update()

    def _count(self) -> int:
        return max(0, len(self._squads) - 1)

    def _fixed(self) -> float:
        """The height of everything but the squads' rows."""
        divider = _DIVIDER if self._extras else 0.0
        return self._paint.px(2 * _MARGIN + HEAD_HEIGHT + divider + EXTRA_HEIGHT * len(self._extras))

    def _place(self) -> None:
        """Give whole pixels to every row; a rest of the height stays free at the foot."""
        paint = self._paint
        room = (self.height() - self._fixed()) / max(1, self._count())
        squad = min(paint.px(SQUAD_HEIGHT), max(paint.px(self._least), room))
        top = paint.px(_MARGIN)
        for place, row in enumerate(self._squads):
            height = squad if place else paint.px(HEAD_HEIGHT)
            top = self._put(row, top=top, height=height)
        divider = top + paint.px(_DIVIDER) if self._extras else top
        self._divider = QRect(0, round(top), self.width(), round(divider) - round(top))
        top = divider
        for row in self._extras:
            top = self._put(row, top=top, height=paint.px(EXTRA_HEIGHT))

    def _put(self, row: RailRow, *, top: float, height: float) -> float:
        row.setGeometry(0, round(top), self.width(), round(top + height) - round(top))
        return top + height
