"""The map a PC was given is kept; a file that cannot be used is told, and the tiles are shown."""

import argparse
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desktop.geography import MapFileFault, Wrong, shipped_map
from desktop.regency_map import TILES, add_map_option, fault_words, regency_map


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A map of squares for all fourteen kecamatan."""
    square = [[111.4, -8.4], [111.5, -8.4], [111.5, -8.3], [111.4, -8.4]]
    features = [
        {"properties": {"kode": area.code, "nama": area.name}, "geometry": {"type": "Polygon", "coordinates": [square]}}
        for area in shipped_map().areas
    ]
    path = tmp_path / "peta.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def test_without_a_file_it_is_the_tiles(settings: QSettings) -> None:
    found = regency_map(settings)
    assert found.geography.tiles
    assert found.fault is None


def test_a_file_is_kept_for_the_next_start_until_the_tiles_are_wanted(settings: QSettings, file: Path) -> None:
    for given, tiles in ((str(file), False), (None, False), (TILES, True), (None, True)):
        found = regency_map(settings, given)
        assert (found.geography.tiles, found.fault) == (tiles, None)


def test_a_bad_file_is_told_and_not_kept(settings: QSettings, tmp_path: Path) -> None:
    found = regency_map(settings, str(tmp_path / "none.geojson"))
    assert found.geography.tiles
    assert found.fault is not None
    assert found.fault.wrong is Wrong.UNREADABLE
    assert regency_map(settings).fault is None


def test_a_kept_file_that_has_gone_bad_is_told_at_each_start(settings: QSettings, file: Path) -> None:
    regency_map(settings, str(file))
    file.write_text("{}", encoding="utf-8")
    for _ in range(2):
        found = regency_map(settings)
        assert found.fault is not None
        assert found.fault.wrong is Wrong.NO_COLLECTION


@pytest.mark.parametrize("wrong", list(Wrong))
def test_every_fault_has_words(wrong: Wrong) -> None:
    words = fault_words(MapFileFault(wrong, field="features", which="35.03.01"))
    assert words.startswith("Map file not used: features: ")
    assert "{" not in words


def test_a_fault_of_the_file_itself_names_no_place() -> None:
    assert fault_words(MapFileFault(Wrong.NO_JSON)) == "Map file not used: is not JSON"


def test_a_command_takes_a_map() -> None:
    parser = argparse.ArgumentParser()
    add_map_option(parser)
    assert parser.parse_args(["--map", "a.geojson"]).map == "a.geojson"
    assert parser.parse_args([]).map is None
