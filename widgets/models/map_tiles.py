"""The map the product ships with: a hexagon for each kecamatan, where it lies among its neighbours; no Qt."""

import math
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from widgets.models.map_shapes import SLOTS, Area, Floats, Geography

Ints = NDArray[np.int64]

NO_SEAT = -1
"""Instead of a place in a tile."""

_ROW_STEP = math.sqrt(3) / 2
_GAP = 0.03
"""What is left free around a hexagon, in tile widths."""


def tile_map(tiles: Iterable[Mapping[str, str]]) -> Geography:
    """Return the map of `resources/kecamatan_tiles.csv`: code, name, short, col and row of hexagons, point up."""
    return Geography(tuple(_area(tile) for tile in tiles))


def take_seats(areas: Ints, seats: Ints, wanted: Ints) -> Ints:
    """Return which of its tile's places each report has: the one it had, else the one it wants or the next free one.

    Args:
        areas: the tile of each report.
        seats: the place it has, `NO_SEAT` for none.
        wanted: the place it asks for.

    In a tile with more reports than places, which is shown as one count, whoever has none gets none.
    """
    found = seats.copy()
    for tile in np.unique(areas[(seats == NO_SEAT) & (areas >= 0)]).tolist():
        here = np.flatnonzero(areas == tile)
        if len(here) > len(SLOTS):
            continue
        free = [seat not in set(found[here].tolist()) for seat in range(len(SLOTS))]
        for report in here[found[here] == NO_SEAT].tolist():
            first = int(wanted[report])
            seat = next(n for n in (*range(first, len(SLOTS)), *range(first)) if free[n])
            free[seat] = False
            found[report] = seat
    return found


def places_on_tiles(geography: Geography, areas: Ints, seats: Ints) -> tuple[Floats, Floats]:
    """Return where reports stand in the plane, in the middle of their tiles without a place; no number without one."""
    anchors = np.array([*(area.anchor for area in geography.areas), (np.nan, np.nan)])
    offsets = np.array([*SLOTS, (0.0, 0.0)])
    at = anchors[areas] + offsets[seats]  # the last of each where there is no tile, or no place
    return at[:, 0], at[:, 1]


def _area(tile: Mapping[str, str]) -> Area:
    row = int(tile["row"])
    x, y = int(tile["col"]) + 0.5 * (row % 2), row * _ROW_STEP
    return Area(tile["code"], tile["name"], tile["short"], (_hexagon(x, y),), (x, y))


def _hexagon(x: float, y: float) -> Floats:
    """Six corners around a point; its width is one tile less the gap."""
    radius = (1.0 - _GAP) / math.sqrt(3)
    angles = np.radians(np.arange(6) * 60.0 - 90.0)
    return np.column_stack((x + radius * np.cos(angles), y + radius * np.sin(angles)))
