"""Maps and reports on them for tests: three square kecamatan in a row, and rows that lie in them."""

import json
from typing import Any

from desktop.geography import parse_map
from services.domain.rows import ReportRow
from tests.builders import NOW
from tests.widgets.rows import a_row
from widgets.models.map_shapes import Geography
from widgets.models.map_tiles import tile_map

NAMES = {"35.03.01": "Panggul", "35.03.02": "Munjungan", "35.03.08": "Watulimo"}
TILES = (
    {"code": "35.03.01", "name": "Panggul", "short": "Pan", "col": "0", "row": "0"},
    {"code": "35.03.02", "name": "Munjungan", "short": "Mun", "col": "1", "row": "0"},
    {"code": "35.03.08", "name": "Watulimo", "short": "Wat", "col": "1", "row": "1"},
)
PLACES = {"35.03.08.2004": (111.65, -8.35)}


def a_tile_map() -> Geography:
    """Two hexagons beside each other, and one below between them and to the right."""
    return tile_map(TILES)


def squares() -> dict[str, Any]:
    """A GeoJSON of three squares of a tenth of a degree, from west to east."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"kode": code, "nama": name, "tingkat": "kecamatan"},
                "geometry": {"type": "Polygon", "coordinates": [_square(111.4 + n / 10, -8.4)]},
            }
            for n, (code, name) in enumerate(NAMES.items())
        ],
    }


def a_real_map() -> Geography:
    """The three squares as a map."""
    return parse_map(json.dumps(squares()), NAMES, PLACES)


def reported(kecamatan: str | None = "35.03.01", *, late: bool = False, **changes: Any) -> ReportRow:
    """A report in a kecamatan without a point, unless told otherwise."""
    values: dict[str, Any] = {"kecamatan": kecamatan, "desa": None, "lat": None, "lon": None}
    return a_row(**{**values, "due_first": NOW + (-1 if late else 3_600_000), **changes})


def _square(west: float, south: float) -> list[list[float]]:
    return [[west, south], [west + 0.1, south], [west + 0.1, south + 0.1], [west, south + 0.1], [west, south]]
