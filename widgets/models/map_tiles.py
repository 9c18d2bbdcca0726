"""The map the product ships with: a hexagon for each kecamatan, where it lies among its neighbours; no Qt."""

import math
from collections.abc import Iterable, Mapping

import numpy as np

from widgets.models.map_shapes import Area, Floats, Geography

_ROW_STEP = math.sqrt(3) / 2
_GAP = 0.03
"""What is left free around a hexagon, in tile widths."""


def tile_map(tiles: Iterable[Mapping[str, str]]) -> Geography:
    """Return the map of `resources/kecamatan_tiles.csv`: code, name, short, col and row of hexagons, point up."""
    return Geography(tuple(_area(tile) for tile in tiles))


def _area(tile: Mapping[str, str]) -> Area:
    row = int(tile["row"])
    x, y = int(tile["col"]) + 0.5 * (row % 2), row * _ROW_STEP
    return Area(tile["code"], tile["name"], tile["short"], (_hexagon(x, y),), (x, y))


def _hexagon(x: float, y: float) -> Floats:
    """Six corners around a point; its width is one tile less the gap."""
    radius = (1.0 - _GAP) / math.sqrt(3)
    angles = np.radians(np.arange(6) * 60.0 - 90.0)
    return np.column_stack((x + radius * np.cos(angles), y + radius * np.sin(angles)))
