"""Marks that would cover each other become one with a count, in whole arrays; no Qt."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from services.domain.report import Millis
from widgets.models.map_points import Flags, Ints, MapMarks
from widgets.models.map_shapes import Floats
from widgets.models.map_sight import Sight

_GRIDS = ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5))
"""Two marks nearer than half a cell in both directions lie in one cell of at least one of these grids."""
_WIDE = 1 << 20


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """What is drawn on the map, in logical pixels of the widget: one mark each, of one report or of several.

    `first` is the number of one of its reports in the marks, `squads` that one's squad.
    """

    x: Floats
    y: Floats
    count: Ints
    late: Flags
    squads: Ints
    first: Ints

    def nearest(self, x: float, y: float, reach: float) -> int | None:
        """Return the mark nearest to a point of the widget, None where none is within reach."""
        if not len(self.x):
            return None
        far = np.hypot(self.x - x, self.y - y)
        found = int(far.argmin())
        return found if far[found] <= reach else None


def clusters(marks: MapMarks, sight: Sight, now: Millis, *, apart: float) -> Clusters:
    """Return the marks in sight; those nearer than `apart` pixels are one."""
    x, y = sight.on_screen(marks.x, marks.y)
    width, height = sight.size
    shown = np.flatnonzero((x > -apart) & (x < width + apart) & (y > -apart) & (y < height + apart))
    made = Clusters(
        x[shown], y[shown], np.ones(len(shown), np.int64), marks.late(now)[shown], marks.squads[shown], shown
    )
    for shift in _GRIDS:
        made = _merged(made, 2 * apart, shift)
    return made


def _merged(before: Clusters, cell: float, shift: tuple[float, float]) -> Clusters:
    """Make one of all that lie in one cell of a grid, where they lie on average."""
    column, row = (np.floor(at / cell + part).astype(np.int64) for at, part in zip((before.x, before.y), shift, strict=True))
    _, first, member = np.unique(row * _WIDE + column, return_index=True, return_inverse=True)
    groups = len(first)
    if groups == len(before.x):
        return before
    count = _sum(member, before.count, groups)
    return Clusters(
        x=_sum(member, before.x * before.count, groups) / count,
        y=_sum(member, before.y * before.count, groups) / count,
        count=count.astype(np.int64),
        late=_sum(member, before.late, groups) > 0,
        squads=before.squads[first],
        first=before.first[first],
    )


def _sum(member: NDArray[np.intp], values: Floats | Ints | Flags, groups: int) -> Floats:
    sums: Floats = np.bincount(member, values, minlength=groups).astype(np.float64)
    return sums
