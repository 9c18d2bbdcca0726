"""How long one frame of the map takes with 10,000 reports on it: while a hand moves it, and when reports change."""

import time
from collections.abc import Callable, Iterator
from itertools import islice

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.geography import shipped_map
from services.domain.board import Put
from services.domain.rows import ReportRow
from tests.benchmarks.figure import Figure, Limits, percentile
from tests.benchmarks.parts import run_part
from tests.benchmarks.plan import Effort
from tests.benchmarks.probe import OPEN
from tests.benchmarks.room import changes, opening
from widgets.map_panel import MapPanel
from widgets.map_view import REDRAW_AFTER, MapView
from widgets.models.map_points import MapPoints
from widgets.models.map_shapes import Area, Floats, Geography
from widgets.paint.source import make_paint

NOW = 1_795_485_600_000
SIZE = (472, 319)
A_FRAME = Limits(most=50.0)
FRAMES = 120
CHANGES_A_FRAME = 64
_CORNERS = 20
"""Corners on each side of an area: about as many on the whole map as the borders of a regency keep."""
_WEST, _NORTH, _WIDTH = 111.42, -7.93, 0.45


def measure(effort: Effort) -> list[Figure]:
    """Move and change the map in a fresh process each round; a frame that 95 of 100 are not slower than counts."""
    rounds = [run_part("map_frames", "frames") for _ in range(effort.rounds)]
    return [
        Figure(name=f"map {what}", unit="ms", rounds=tuple(each[what] for each in rounds), limits=A_FRAME)
        for what in ("pan", "change")
    ]


def frames(reports: str = str(OPEN), count: str = str(FRAMES)) -> dict[str, float]:
    """Return the 95th percentile of a frame, in milliseconds, by what happens in it."""
    application = QApplication.instance() or QApplication([])
    rows = opening(NOW, int(reports))
    points = MapPoints(a_real_map())
    panel = MapPanel(points, paint=make_paint("dark"), hint=str)
    panel.resize(*SIZE)
    points.replace({put.id: put.row for put in rows if put.kind == "report"})
    panel.show()
    panel.restart(NOW)
    application.processEvents()
    try:
        return {
            "pan": _frames(panel, _moves(panel.map), int(count)),
            "change": _frames(panel, _changes(panel, points, changes(rows, NOW)), int(count)),
        }
    finally:
        panel.close()
        panel.deleteLater()


def a_real_map() -> Geography:
    """Return a map in degrees of the size of a regency, its borders as crooked as real ones."""
    tiles = shipped_map()
    left, top, right, _ = tiles.bounds()
    scale = _WIDTH / (right - left)
    areas = tuple(
        Area(
            area.code,
            area.name,
            area.short,
            tuple((_crooked(ring) - (left, top)) * scale + (_WEST, -_NORTH) for ring in area.rings),
            (float((area.anchor[0] - left) * scale + _WEST), float((area.anchor[1] - top) * scale - _NORTH)),
        )
        for area in tiles.areas
    )
    return Geography(areas, 1.0)


def _crooked(ring: Floats) -> Floats:
    along = np.arange(len(ring) * _CORNERS) / _CORNERS
    x, y = (np.interp(along, np.arange(len(ring) + 1), np.append(ring[:, n], ring[0, n])) for n in (0, 1))
    return np.column_stack((x + 0.02 * np.sin(along * 17), y + 0.02 * np.cos(along * 23)))


def _frames(panel: MapPanel, happenings: Iterator[Callable[[], None]], count: int) -> float:
    """Let something happen and paint it, again and again."""
    spent = []
    for happen in islice(happenings, count):
        began = time.perf_counter()
        happen()
        panel.repaint()
        spent.append((time.perf_counter() - began) * 1_000)
    return percentile(spent, 0.95)


def _moves(view: MapView) -> Iterator[Callable[[], None]]:
    """Come closer, wander around, go back, and so on."""
    middle = QPoint(view.width() // 2, view.height() // 2)
    while True:
        for notch in (1, 1, 1):
            yield lambda notch=notch: _turn(view, middle, notch)  # type: ignore[misc] # the notch of this turn
        for n in range(18):
            away = middle + QPoint(10 * (n % 6 - 3), 7 * (n % 5 - 2))
            yield lambda away=away, n=n: _turn(view, away, 1 if n % 2 else -1)  # type: ignore[misc] # likewise
        for notch in (-1, -1, -1):
            yield lambda notch=notch: _turn(view, middle, notch)  # type: ignore[misc] # likewise


def _turn(view: MapView, at: QPoint, notches: int) -> None:
    place, angle = QPointF(at), QPoint(0, 120 * notches)
    event = QWheelEvent(
        place, QPointF(view.mapToGlobal(at)), QPoint(), angle, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def _changes(panel: MapPanel, points: MapPoints, stream: Iterator[Put[ReportRow]]) -> Iterator[Callable[[], None]]:
    now = NOW
    while True:
        now += REDRAW_AFTER
        some = [(put.id, put.row) for put in islice(stream, CHANGES_A_FRAME)]

        def change(some: list[tuple[str, ReportRow]] = some, now: int = now) -> None:
            points.put(some)
            panel.tick(now)

        yield change
