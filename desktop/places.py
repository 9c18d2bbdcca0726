"""The names of the regency's kecamatan and desa, from the shipped tables."""

import csv
from collections.abc import Mapping
from io import StringIO

import resources


def kecamatan_names() -> Mapping[str, str]:
    """Return the 14 kecamatan by Kemendagri code."""
    return _named("kecamatan_tiles.csv")


def desa_names() -> Mapping[str, str]:
    """Return the 157 desa and kelurahan by Kemendagri code."""
    return _named("places.csv")


def middles() -> Mapping[str, tuple[float, float]]:
    """Return a point (latitude, longitude) in each desa, and the middle of those of each kecamatan, by code."""
    points: dict[str, tuple[float, float]] = {}
    of_kecamatan: dict[str, list[tuple[float, float]]] = {}
    for row in csv.DictReader(StringIO(resources.read_text("places.csv"))):
        points[row["code"]] = point = (float(row["lat"]), float(row["lng"]))
        of_kecamatan.setdefault(row["kecamatan_code"], []).append(point)
    for code, inside in of_kecamatan.items():
        lats, lons = zip(*inside, strict=True)
        points[code] = (sum(lats) / len(inside), sum(lons) / len(inside))
    return points


def kecamatan_of_desa() -> Mapping[str, str]:
    """Return each desa's kecamatan, both by code."""
    rows = csv.DictReader(StringIO(resources.read_text("places.csv")))
    return {row["code"]: row["kecamatan_code"] for row in rows}


def _named(table: str) -> Mapping[str, str]:
    return {row["code"]: row["name"] for row in csv.DictReader(StringIO(resources.read_text(table)))}
