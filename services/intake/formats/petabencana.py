"""PetaBencana's flood reports: a GeoJSON file of points, times of day in Western Indonesia without a zone, no ids.

Pictures are named by addresses elsewhere; they are never fetched.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from services.intake.records import FileUnreadable, Record, Refused, RowRefused, line, needed, words
from services.intake.times import moment, wib

SYSTEM = "petabencana"
_LONG = 18
"""Digits of the longest integer that is read as one."""


def read(path: Path) -> Iterator[Record | Refused]:
    """Yield the file's reports in its own order; `row` is the number of the feature from 1.

    Raises:
        FileUnreadable: it cannot be read, or is no GeoJSON collection.
    """
    for row, feature in enumerate(_features(path), start=1):
        try:
            yield _record(row, feature)
        except RowRefused as refused:
            yield Refused(row, refused.field, refused.reason)


def _features(path: Path) -> list[Any]:
    try:
        text = path.read_text(encoding="utf-8-sig", errors="surrogateescape")
        tree = json.loads(text, parse_int=lambda digits: int(digits) if len(digits) <= _LONG else digits)
    except OSError as error:
        raise FileUnreadable(f"cannot be read: {error.strerror}") from None
    except json.JSONDecodeError as error:
        raise FileUnreadable(f"line {error.lineno} is not JSON: {error.msg}") from None
    except RecursionError:
        raise FileUnreadable("nested too deeply") from None
    features = tree.get("features") if isinstance(tree, dict) else None
    if not isinstance(features, list):
        raise FileUnreadable("there is no list of features")
    return features


def _record(row: int, feature: object) -> Record:
    known = _object("feature", feature)
    told = _object("properties", known.get("properties"))
    lat, lon = _point(known.get("geometry"))
    source = line("source", told.get("source"))
    text = words("text", told.get("text"))
    return Record(
        row=row,
        at=moment("created_at", needed("created_at", told.get("created_at")), wib),
        system=f"{SYSTEM}:{source}" if source else SYSTEM,
        id=_fingerprint(known),
        way=source,
        title=line("title", told.get("title")) or _depth(told.get("report_data")),
        text=text,
        place="" if text or lat is None else f"{lat:.4f}, {lon:.4f}",
        lat=lat,
        lon=lon,
    )


def _object(field: str, value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise RowRefused(field, "not an object")
    return value


def _point(geometry: object) -> tuple[float | None, float | None]:
    """Return latitude and longitude, which stand the other way round in the file; nothing where there is none."""
    if geometry is None:
        return None, None
    point = _object("geometry", geometry)
    place = point.get("coordinates")
    if point.get("type") != "Point" or not isinstance(place, list) or len(place) < len(("lon", "lat")):
        raise RowRefused("geometry", "not a point")
    lon, lat = place[:2]
    if type(lon) not in {int, float} or type(lat) not in {int, float}:
        raise RowRefused("coordinates", "not numbers")
    return float(lat), float(lon)


def _depth(told: object) -> str:
    """Return a title from the depth of the water in centimetres, which some reports give instead of words."""
    depth = told.get("flood_depth") if isinstance(told, dict) else None
    return f"Genangan {depth} cm" if type(depth) in {int, float} else ""


def _fingerprint(feature: Mapping[str, Any]) -> str:
    """Return the SHA-256 of a feature's canonical JSON: sorted keys, no spaces, UTF-8."""
    text = json.dumps(feature, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
