"""The map the product ships with: a hexagon for each kecamatan, where it lies among its neighbours; no Qt."""

import math
from collections.abc import Iterable, Mapping
from zlib import crc32

import numpy as np

from widgets.models.map_shapes import SLOTS, Area, Floats, Geography, Spot

_ROW_STEP = math.sqrt(3) / 2
_GAP = 0.03
"""What is left free around a hexagon, in tile widths."""


def tile_map(tiles: Iterable[Mapping[str, str]]) -> Geography:
    """Return the map of `resources/kecamatan_tiles.csv`: code, name, short, col and row of hexagons, point up."""
    return Geography(tuple(_area(tile) for tile in tiles))


class TileSeats:
    """Which of a tile's places each report's mark has: the one its id asks for, or the next that is less full.

    A mark keeps its place as long as its report stays in the tile.
    """

    def __init__(self) -> None:
        self._full: dict[str, list[int]] = {}
        self._seat: dict[str, tuple[str, int]] = {}

    def take(self, report: str, tile: str) -> Spot:
        """Give a report a place in a tile; return it in tile widths from the middle."""
        full = self._full.setdefault(tile, [0] * len(SLOTS))
        wanted = crc32(report.encode())
        seat = min(range(len(SLOTS)), key=lambda n: (full[n], (n - wanted) % len(SLOTS)))
        full[seat] += 1
        self._seat[report] = (tile, seat)
        return SLOTS[seat]

    def leave(self, report: str) -> None:
        """Free the place of a report; one that has none is ignored."""
        tile, seat = self._seat.pop(report, ("", 0))
        if tile:
            self._full[tile][seat] -= 1


def _area(tile: Mapping[str, str]) -> Area:
    row = int(tile["row"])
    x, y = int(tile["col"]) + 0.5 * (row % 2), row * _ROW_STEP
    return Area(tile["code"], tile["name"], tile["short"], (_hexagon(x, y),), (x, y))


def _hexagon(x: float, y: float) -> Floats:
    """Six corners around a point; its width is one tile less the gap."""
    radius = (1.0 - _GAP) / math.sqrt(3)
    angles = np.radians(np.arange(6) * 60.0 - 90.0)
    return np.column_stack((x + radius * np.cos(angles), y + radius * np.sin(angles)))
