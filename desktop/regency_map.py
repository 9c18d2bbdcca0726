"""Which map this PC shows: the file it was given, kept for the next start, or the shipped tiles; and why not a file."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings

from desktop.geography import MapFileFault, Wrong, read_map, shipped_map
from widgets.models.map_shapes import Geography

translate = QCoreApplication.translate

TILES = "tiles"
"""Given instead of a file: the shipped map again."""
_KEY = "map/file"


@dataclass(frozen=True, slots=True)
class RegencyMap:
    """The map, and what is wrong with the file that should have been it, if there is one."""

    geography: Geography
    fault: MapFileFault | None = None


def regency_map(settings: QSettings, given: str | None = None) -> RegencyMap:
    """Return the map of a file, else of that of last time, else the tiles; a good file is kept for the next time."""
    if given == TILES:
        settings.remove(_KEY)
    file = str(settings.value(_KEY, "")) if given is None or given == TILES else str(Path(given).absolute())
    if not file:
        return RegencyMap(shipped_map())
    try:
        geography = read_map(Path(file))
    except MapFileFault as fault:
        return RegencyMap(shipped_map(), fault)
    settings.setValue(_KEY, file)
    return RegencyMap(geography)


def add_map_option(parser: argparse.ArgumentParser) -> None:
    """Let a command take the map of the regency."""
    parser.add_argument(
        "--map",
        default=None,
        metavar="FILE.geojson",
        help=f"borders of the kecamatan instead of the shipped tiles, kept for later starts; {TILES}: the tiles again",
    )


def fault_words(fault: MapFileFault) -> str:
    """Return in a sentence what is wrong with a map file, and where in it."""
    reason = _reason(fault.wrong).format(which=fault.which)
    if not fault.field:
        return translate("map", "Map file not used: {reason}").format(reason=reason)
    return translate("map", "Map file not used: {field}: {reason}").format(field=fault.field, reason=reason)


def _reason(wrong: Wrong) -> str:
    reasons = {
        Wrong.UNREADABLE: translate("map", "cannot be read"),
        Wrong.TOO_LARGE: translate("map", "too large"),
        Wrong.NO_TEXT_FILE: translate("map", "is not UTF-8 text"),
        Wrong.NO_JSON: translate("map", "is not JSON"),
        Wrong.NO_COLLECTION: translate("map", "is not FeatureCollection"),
        Wrong.EMPTY: translate("map", "is empty"),
        Wrong.NO_FEATURE: translate("map", "is missing"),
        Wrong.NO_NAME: translate("map", "is no text"),
        Wrong.NO_POLYGON: translate("map", "is neither Polygon nor MultiPolygon"),
        Wrong.NO_POSITION: translate("map", "is not longitude and latitude"),
        Wrong.NO_RING: translate("map", "is no closed ring"),
        Wrong.MISSING: translate("map", "kecamatan {which} is missing"),
        Wrong.TWICE: translate("map", "kecamatan {which} is there twice"),
    }
    return reasons[wrong]
