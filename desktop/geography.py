"""The regency's map: the shipped tiles, or the borders of its kecamatan out of a GeoJSON file; free of Qt."""

import csv
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum, auto
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np

import resources
from widgets.models.map_shapes import Area, Floats, Geography, Spot
from widgets.models.map_simplify import simplified
from widgets.models.map_tiles import tile_map

_MOST_BYTES = 50_000_000
_CODES, _NAMES = ("kode", "code"), ("nama", "name")
"""What a file may call a kecamatan's code and its name."""
_LABEL = ("label_lng", "label_lat")
_DETAIL = 1 / 500
"""By what share of the map's width a border may move to be drawn with fewer corners."""
_SHORT = 3
_FURTHEST = (180.0, 90.0)
_LEAST_RING = 4


class Wrong(StrEnum):
    """Why a map file cannot be used."""

    UNREADABLE = auto()
    TOO_LARGE = auto()
    NO_TEXT_FILE = auto()
    NO_JSON = auto()
    NO_COLLECTION = auto()
    EMPTY = auto()
    NO_FEATURE = auto()
    NO_NAME = auto()
    NO_POLYGON = auto()
    NO_POSITION = auto()
    NO_RING = auto()
    MISSING = auto()
    TWICE = auto()


class MapFileFault(ValueError):
    """A map file cannot be used: `field` is where in it (empty: the file itself), `wrong` why, `which` of them."""

    def __init__(self, wrong: Wrong, *, field: str = "", which: str = "") -> None:
        super().__init__(" ".join(part for part in (field, wrong.value, which) if part))
        self.wrong, self.field, self.which = wrong, field, which


def shipped_map() -> Geography:
    """Return the map of tiles the product ships with."""
    return tile_map(_rows("kecamatan_tiles.csv"))


def read_map(path: Path) -> Geography:
    """Return the map of a GeoJSON file: one Polygon or MultiPolygon with code and name for every kecamatan.

    The properties are `kode` or `code`, `nama` or `name`; `label_lat` and `label_lng`, where there are any, are the
    point to name it at. Coordinates are WGS 84 degrees. Every kecamatan of the regency must be there.

    Raises:
        MapFileFault: it cannot be read, or something in it is missing or wrong.
    """
    return parse_map(_read(path), _known(), _inner_points())


def parse_map(text: str, kecamatan: Mapping[str, str], places: Mapping[str, Spot]) -> Geography:
    """Return the map a GeoJSON text describes.

    Args:
        text: the file.
        kecamatan: the names of those that must be there, by code.
        places: longitude and latitude of inner points of the desa, by code.

    Raises:
        MapFileFault: something in it is missing or wrong.
    """
    areas = [_area(feature, f"features[{n}]") for n, feature in enumerate(_features(text))]
    codes = [area.code for area in areas]
    if missing := [code for code in kecamatan if code not in codes]:
        raise MapFileFault(Wrong.MISSING, field="features", which=f"{missing[0]} {kecamatan[missing[0]]}")
    if twice := [code for code in codes if codes.count(code) > 1]:
        raise MapFileFault(Wrong.TWICE, field="features", which=twice[0])
    middle = float(np.mean([area.anchor[1] for area in areas]))
    return _drawn(areas, math.cos(math.radians(middle)), places)


def _drawn(areas: list[Area], squeeze: float, places: Mapping[str, Spot]) -> Geography:
    """Turn degrees into the map's plane and leave out corners nobody would see."""
    wide = np.array((squeeze, -1.0))
    rings = [ring * wide for area in areas for ring in area.rings]
    everything = np.concatenate(rings)
    thin = iter(simplified(rings, float(np.ptp(everything[:, 0])) * _DETAIL))
    return Geography(
        tuple(
            replace(
                area,
                rings=tuple(next(thin) for _ in area.rings),
                anchor=(area.anchor[0] * squeeze, -area.anchor[1]),
            )
            for area in areas
        ),
        squeeze,
        {code: (lon * squeeze, -lat) for code, (lon, lat) in places.items()},
    )


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise MapFileFault(Wrong.TOO_LARGE)
        return path.read_text(encoding="utf-8-sig")
    except OSError:
        raise MapFileFault(Wrong.UNREADABLE) from None
    except UnicodeDecodeError:
        raise MapFileFault(Wrong.NO_TEXT_FILE) from None


def _features(text: str) -> list[Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise MapFileFault(Wrong.NO_JSON) from None
    if not isinstance(value, dict) or value.get("type") != "FeatureCollection":
        raise MapFileFault(Wrong.NO_COLLECTION, field="type")
    features = value.get("features")
    if not isinstance(features, list) or not features:
        raise MapFileFault(Wrong.EMPTY, field="features")
    return features


def _area(feature: object, where: str) -> Area:
    if not isinstance(feature, dict):
        raise MapFileFault(Wrong.NO_FEATURE, field=where)
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        raise MapFileFault(Wrong.NO_FEATURE, field=f"{where}.properties")
    code = _text(properties, _CODES, f"{where}.properties")
    name = _text(properties, _NAMES, f"{where}.properties")
    rings = tuple(_rings(feature.get("geometry"), f"{where}.geometry"))
    label = _label(properties, f"{where}.properties")
    return Area(code, name, name[:_SHORT], rings, label or _middle(max(rings, key=len)))


def _text(properties: Mapping[str, Any], names: tuple[str, ...], where: str) -> str:
    found = next((properties[name] for name in names if name in properties), None)
    if not isinstance(found, str) or not found.strip():
        raise MapFileFault(Wrong.NO_NAME, field=f"{where}.{names[0]}")
    return found.strip()


def _label(properties: Mapping[str, Any], where: str) -> Spot | None:
    if not all(name in properties for name in _LABEL):
        return None
    return _point([properties[name] for name in _LABEL], f"{where}.{_LABEL[1]}")


def _rings(geometry: object, where: str) -> Iterator[Floats]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in {"Polygon", "MultiPolygon"}:
        raise MapFileFault(Wrong.NO_POLYGON, field=f"{where}.type")
    place = f"{where}.coordinates"
    polygons = geometry.get("coordinates")
    for n, polygon in enumerate(_many([polygons] if kind == "Polygon" else polygons, place)):
        for m, ring in enumerate(_many(polygon, f"{place}[{n}]")):
            yield _ring(ring, f"{place}[{n}][{m}]")


def _ring(value: object, where: str) -> Floats:
    """A ring as GeoJSON writes it, without the last corner, which is the first again."""
    points = [_point(point, f"{where}[{n}]") for n, point in enumerate(_many(value, where))]
    if len(points) < _LEAST_RING or points[0] != points[-1]:
        raise MapFileFault(Wrong.NO_RING, field=where)
    return np.array(points[:-1])


def _point(value: object, where: str) -> Spot:
    """Longitude and latitude; a height after them is ignored."""
    numbers = value[:2] if isinstance(value, list) else []
    sound = [
        number
        for number, most in zip(numbers, _FURTHEST, strict=False)
        if isinstance(number, int | float) and not isinstance(number, bool) and -most <= number <= most
    ]
    if len(sound) != len(_FURTHEST):
        raise MapFileFault(Wrong.NO_POSITION, field=where)
    return float(sound[0]), float(sound[1])


def _many(value: object, where: str) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise MapFileFault(Wrong.EMPTY, field=where)
    return value


def _middle(ring: Floats) -> Spot:
    """The centre of gravity of a ring."""
    following = np.roll(ring, -1, axis=0)
    cross = ring[:, 0] * following[:, 1] - following[:, 0] * ring[:, 1]
    whole = float(cross.sum())
    x, y = ring.mean(axis=0) if whole == 0.0 else ((ring + following) * cross[:, None]).sum(axis=0) / (3 * whole)
    return float(x), float(y)


def _known() -> Mapping[str, str]:
    return {row["code"]: row["name"] for row in _rows("kecamatan_tiles.csv")}


def _inner_points() -> Mapping[str, Spot]:
    return {row["code"]: (float(row["lng"]), float(row["lat"])) for row in _rows("places.csv")}


def _rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(resources.read_text(table))))
