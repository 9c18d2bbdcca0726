"""The kecamatan as a map draws them, in the map's own plane (x to the right, y downwards); no Qt."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from services.domain.rows import ReportRow

Floats = NDArray[np.float64]
Spot = tuple[float, float]
"""A place in the map's plane."""

_NEAR_ANCHOR = 0.012
"""How far a report without a point lies from its desa's or kecamatan's inner point, in degrees: a kilometre or so."""
_MARGIN = 0.04
"""How far beyond the outlines, as a share of the map's width, a point still belongs to it."""
_WIDEST = 0.25
"""The least cosine between a step and the way to the area it leads to."""
SLOTS: tuple[Spot, ...] = (
    *((x, 0.01) for x in (-0.33, -0.11, 0.11, 0.33)),
    *((x, 0.205) for x in (-0.22, 0.0, 0.22)),
    *((x, 0.4) for x in (-0.11, 0.11)),
)
"""Where the marks of a tile stand, in tile widths from its middle: clear of its name and of each other."""
SLOT_STEP = 0.22
"""How far from each other these places are."""


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """A kecamatan: its rings as (n, 2) arrays, filled by the odd-even rule, and a point inside it."""

    code: str
    name: str
    short: str
    rings: tuple[Floats, ...]
    anchor: Spot


@dataclass(frozen=True, slots=True, eq=False)
class Geography:
    """All kecamatan of a map. With `squeeze` it is a real one: longitudes times `squeeze` and latitudes, turned over.

    Without it is a map of tiles, on which a report's own point means nothing: it stands anywhere in its tile.
    `places` are the desa's inner points by code, of real maps only.
    """

    areas: tuple[Area, ...]
    squeeze: float | None = None
    places: Mapping[str, Spot] = field(default_factory=dict)

    @property
    def tiles(self) -> bool:
        """Whether it is a map of tiles."""
        return self.squeeze is None

    def bounds(self) -> tuple[float, float, float, float]:
        """Return the smallest and the largest x and y: left, top, right, bottom."""
        points = np.concatenate([ring for area in self.areas for ring in area.rings])
        (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
        return float(left), float(top), float(right), float(bottom)

    def number_of(self, code: str | None) -> int:
        """Return which area this is in `areas`, -1 for none."""
        return next((n for n, area in enumerate(self.areas) if area.code == code), -1)

    def area_at(self, x: float, y: float) -> Area | None:
        """Return the area at a place."""
        return next((area for area in self.areas if _inside(area, x, y)), None)

    def beside(self, code: str, way: Spot) -> str | None:
        """Return the area one comes to from another in a direction (a unit step), None at the edge."""
        start = next((area.anchor for area in self.areas if area.code == code), None)
        if start is None:
            return self.areas[0].code if self.areas else None
        best, found = math.inf, None
        for area in self.areas:
            dx, dy = area.anchor[0] - start[0], area.anchor[1] - start[1]
            far = math.hypot(dx, dy)
            along = (dx * way[0] + dy * way[1]) / far if far else 0.0
            if along > _WIDEST and far / along**2 < best:
                best, found = far / along**2, area.code
        return found

    def spot_of(self, report: str, row: ReportRow) -> Spot | None:
        """Return where a report is on a real map, always at the same place; None where nobody knows."""
        if self.squeeze is None:
            return None
        if row.lat is not None and row.lon is not None:
            return row.lon * self.squeeze, -row.lat
        number = self.number_of(row.kecamatan)
        if number < 0:
            return None
        chance = crc32(report.encode())
        x, y = self.places.get(row.desa or "", self.areas[number].anchor)
        angle, far = chance % 360, _NEAR_ANCHOR * math.sqrt((chance >> 9) % 997 / 997)
        return x + far * math.cos(math.radians(angle)), y + far * math.sin(math.radians(angle))

    def reach(self) -> tuple[float, float, float, float]:
        """Return the bounds with a margin: what lies beyond is not on the map, as reports from far away are not."""
        left, top, right, bottom = self.bounds()
        margin = (right - left) * _MARGIN
        return left - margin, top - margin, right + margin, bottom + margin


def _inside(area: Area, x: float, y: float) -> bool:
    return sum(_crossings(ring, x, y) for ring in area.rings) % 2 == 1


def _crossings(ring: Floats, x: float, y: float) -> int:
    """How often a ray to the right crosses a ring."""
    start, end = ring, np.roll(ring, -1, axis=0)
    over = (start[:, 1] > y) != (end[:, 1] > y)
    start, end = start[over], end[over]
    at = start[:, 0] + (y - start[:, 1]) / (end[:, 1] - start[:, 1]) * (end[:, 0] - start[:, 0])
    return int((at > x).sum())
