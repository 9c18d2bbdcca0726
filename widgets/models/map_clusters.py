"""Marks that would cover each other become one with a count, in whole arrays; no Qt."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from services.domain.report import Millis
from widgets.models.map_points import Flags, Ints, MapMarks
from widgets.models.map_shapes import SLOT_STEP, SLOTS, Floats, Geography
from widgets.models.map_sight import Sight

_GRIDS = ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5))
"""Two marks nearer than half a cell in both directions lie in one cell of at least one of these grids."""
_WIDE = 1 << 20
_ALONE = -(1 << 50)
"""From here down each number is a cell of its own, far from any real one."""
_SAME = 1.0
_CLEAR = 1.3
"""How much farther than `apart` the places of a tile must be from each other for marks of their own."""
_BELOW_NAME = 0.2
"""Where a tile's one mark stands, in tile widths below its middle."""


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """What is drawn on the map, in logical pixels of the widget: one mark each, of one report or of several.

    `first` is the number of one of its reports in the marks, `squads` that one's squad. `of` says for every report in
    the marks which of these it is in, -1 for one out of sight.
    """

    x: Floats
    y: Floats
    count: Ints
    late: Flags
    squads: Ints
    first: Ints
    of: Ints

    def nearest(self, x: float, y: float, reach: float) -> int | None:
        """Return the mark nearest to a point of the widget, None where none is within reach."""
        if not len(self.x):
            return None
        far = np.hypot(self.x - x, self.y - y)
        found = int(far.argmin())
        return found if far[found] <= reach else None


def clusters(
    marks: MapMarks, sight: Sight, now: Millis, *, apart: tuple[float, float], tiles: Geography | None = None
) -> Clusters:
    """Return the marks in sight; reports nearer than the first of `apart` (pixels) are one, counts than the second.

    On tiles each mark has a place of its own; where these do not suffice, or are too near, a tile's reports are one
    mark in its middle.
    """
    x, y = sight.on_screen(marks.x, marks.y)
    if tiles is not None:
        fit = len(SLOTS) if sight.scale >= smallest_named_tile(apart[0]) else 0
        x, y = _gathered(marks, x, y, tiles=tiles, sight=sight, fit=fit)
        apart = (_SAME, _SAME)
    near, width, height = apart[1], *sight.size
    shown = np.flatnonzero((x > -near) & (x < width + near) & (y > -near) & (y < height + near))
    of = np.full(len(x), -1, np.int64)
    of[shown] = np.arange(len(shown))
    made = Clusters(
        x[shown], y[shown], np.ones(len(shown), np.int64), marks.late(now)[shown], marks.squads[shown], shown, of
    )
    for distance, least in zip(apart, (1, 2), strict=True):
        for shift in _GRIDS:
            made = _merged(made, 2 * distance, shift, least=least)
    return made


def smallest_named_tile(apart: float) -> float:
    """Return the width from which a tile has room for its name and for marks of their own; below, for a count alone."""
    return apart * _CLEAR / SLOT_STEP


def _gathered(
    marks: MapMarks, x: Floats, y: Floats, *, tiles: Geography, sight: Sight, fit: int
) -> tuple[Floats, Floats]:
    """Put the reports of each tile that has more of them than fit into its middle."""
    known = np.maximum(marks.areas, 0)
    full = (np.bincount(known, minlength=len(tiles.areas)) > fit)[known] & (marks.areas >= 0)
    anchors = np.array([area.anchor for area in tiles.areas]) + np.array((0.0, _BELOW_NAME if fit else 0.0))
    middle_x, middle_y = sight.on_screen(anchors[known, 0], anchors[known, 1])
    return np.where(full, middle_x, x), np.where(full, middle_y, y)


def _merged(before: Clusters, cell: float, shift: tuple[float, float], *, least: int) -> Clusters:
    """Make one of all marks of so many reports at least that lie in one cell of a grid, where they lie on average."""
    column, row = (
        np.floor(at / cell + part).astype(np.int64) for at, part in ((before.x, shift[0]), (before.y, shift[1]))
    )
    cells = np.where(before.count >= least, row * _WIDE + column, _ALONE - np.arange(len(column)))
    _, first, member = np.unique(cells, return_index=True, return_inverse=True)
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
        of=np.where(before.of >= 0, member[before.of], -1),
    )


def _sum(member: NDArray[np.intp], values: Floats | Ints | Flags, groups: int) -> Floats:
    sums: Floats = np.bincount(member, values, minlength=groups).astype(np.float64)
    return sums
