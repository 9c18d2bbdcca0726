"""What it costs to draw the response strip anew, all its bands and one of them, with 10,000 open reports.

The product is the strip itself over its points. The reference is plain pyqtgraph: a scatter item for each look in each
band, given the same points by `setData`. A paint is part of either.
"""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count as counting

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QApplication

from desktop.app import make_application
from services.domain.policy import HOUR, MINUTE
from services.domain.rows import ReportRow
from services.domain.squads import Squad
from tests.benchmarks.figure import Figure, Limits
from tests.benchmarks.parts import run_part
from tests.benchmarks.plan import Effort
from tests.benchmarks.room import SEED, opening
from widgets.models.strip_axis import places
from widgets.models.strip_points import StripPoints
from widgets.paint.source import make_paint
from widgets.response_strip import REDRAW_AFTER, ResponseStrip
from widgets.strip_look import DOT, TRIANGLE

NOW = 1_795_485_600_000
SQUADS = tuple(squad.value for squad in Squad)
TIMES = 10
_SIZE = (472, 420)
_MILLI = 1_000.0


def measure(effort: Effort) -> list[Figure]:
    """Run all rounds in one process, product and reference in turn."""
    found = run_part("charts", "rounds", effort.rounds)
    every, one, plain = (tuple(found[name]) for name in ("all", "one", "plain"))
    return [
        Figure(name="charts, all dirty", unit="ms", rounds=every, reference_rounds=plain, limits=Limits(ratio=1.2)),
        Figure(
            name="charts, one dirty by all", unit="ms", rounds=one, reference_rounds=every, limits=Limits(ratio=0.2)
        ),
    ]


def rounds(count: str) -> dict[str, list[float]]:
    """Return the milliseconds of processor time a drawing took in each round; the first round is thrown away."""
    make_application()
    product, plain = _Product(), _Plain()
    found: dict[str, list[float]] = {"all": [], "one": [], "plain": []}
    for _ in range(int(count) + 1):
        found["all"].append(_drawing(product.everything))
        found["one"].append(_drawing(product.one))
        found["plain"].append(_drawing(lambda: plain.draw(product.points)))
    return {name: values[1:] for name, values in found.items()}


def _drawing(prepare: Callable[[], Callable[[], None]]) -> float:
    spent = 0.0
    for _ in range(TIMES):
        draw = prepare()
        QApplication.processEvents()
        began = time.thread_time()
        draw()
        QApplication.processEvents()
        spent += time.thread_time() - began
    return spent * _MILLI / TIMES


class _Product:
    """The strip, and a change for as many bands as shall be dirty."""

    def __init__(self) -> None:
        rows = {put.id: put.row for put in opening(NOW) if put.kind == "report"}
        self._of = {squad: next((id_, row) for id_, row in rows.items() if row.squad == squad) for squad in SQUADS}
        self._seconds = counting(1)
        self._now = NOW
        self.points = StripPoints()
        self.points.replace(rows)
        self._strip = ResponseStrip(self.points, paint=make_paint("dark"), language="id", squads=SQUADS)
        self._strip.resize(*_SIZE)
        self._strip.show()
        self._strip.restart(NOW)
        QApplication.processEvents()

    def everything(self) -> Callable[[], None]:
        """Change a report of each squad; return what draws that."""
        self._change(self._of)
        return lambda: self._strip.restart(self._now)

    def one(self) -> Callable[[], None]:
        """Change a report of one squad; return what draws that."""
        self._change({"orange": self._of["orange"]})
        self._now += REDRAW_AFTER
        return lambda: self._strip.tick(self._now)

    def _change(self, reports: Mapping[str, tuple[str, ReportRow]]) -> None:
        taken = HOUR + next(self._seconds) * MINUTE
        for report, row in reports.values():
            self.points.put([(report, replace(row, received=NOW - taken, on_scene=None))])


class _Plain:
    """A chart as the manual of pyqtgraph has it."""

    def __init__(self) -> None:
        self._chart = pg.PlotWidget()
        self._chart.setMouseEnabled(x=False, y=False)
        self._chart.setXRange(0, 1)
        self._chart.setYRange(0, len(SQUADS))
        self._chart.resize(*_SIZE)
        self._items = {
            squad: [
                pg.ScatterPlotItem(symbol=symbol, size=size, pen=None, brush=brush)
                for symbol, size, brush in (("o", DOT, "y"), ("t1", TRIANGLE, "w"), ("t1", TRIANGLE, "r"))
            ]
            for squad in SQUADS
        }
        for items in self._items.values():
            for item in items:
                self._chart.addItem(item)
        self._chart.show()
        self._chance = random.Random(SEED)

    def draw(self, points: StripPoints) -> Callable[[], None]:
        """Return what gives the chart the points as they are now."""
        made = []
        for number, squad in enumerate(SQUADS):
            data = points.data(squad, NOW)
            x, late = places(data.ages(NOW)), data.late(NOW)
            y = number + 0.3 + data.waiting_jitter * 0.02
            dots = number + 0.6 + data.answered_jitter * 0.17
            parts = ((places(data.elapsed), dots), (x[~late], y[~late]), (x[late], y[late]))
            made += [(item, np.array(part)) for item, part in zip(self._items[squad], parts, strict=True)]

        def draw() -> None:
            for item, part in made:
                item.setData(x=part[0], y=part[1])

        return draw
