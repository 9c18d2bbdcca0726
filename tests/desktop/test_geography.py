"""A map file becomes a map, or is refused with the place in it and the reason."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop.geography import MapFileFault, Wrong, parse_map, read_map, shipped_map
from tests.widgets.maps import NAMES, PLACES, squares

Change = Callable[[dict[str, Any]], object]


def first(document: dict[str, Any]) -> dict[str, Any]:
    feature: dict[str, Any] = document["features"][0]
    return feature


def ring(document: dict[str, Any]) -> list[Any]:
    found: list[Any] = first(document)["geometry"]["coordinates"][0]
    return found


def fault_of(text: str) -> tuple[Wrong, str, str]:
    with pytest.raises(MapFileFault) as fault:
        parse_map(text, NAMES, PLACES)
    return fault.value.wrong, fault.value.field, fault.value.which


def test_the_shipped_map_has_every_kecamatan() -> None:
    geography = shipped_map()
    assert geography.tiles
    assert len(geography.areas) == 14


def test_a_file_becomes_a_map_north_upwards() -> None:
    geography = parse_map(json.dumps(squares()), NAMES, PLACES)
    assert not geography.tiles
    assert [area.name for area in geography.areas] == list(NAMES.values())
    left, top, right, bottom = geography.bounds()
    assert geography.squeeze is not None
    assert (top, bottom) == pytest.approx((8.3, 8.4))
    assert right - left == pytest.approx(0.3 * geography.squeeze)
    assert geography.places["35.03.08.2004"] == pytest.approx((111.65 * geography.squeeze, 8.35))


def test_english_names_of_properties_and_many_polygons_are_understood() -> None:
    document = squares()
    feature = first(document)
    feature["properties"] = {"code": "35.03.01", "name": " Panggul "}
    feature["geometry"] = {"type": "MultiPolygon", "coordinates": [feature["geometry"]["coordinates"]] * 2}
    area = parse_map(json.dumps(document), NAMES, PLACES).areas[0]
    assert (area.name, len(area.rings)) == ("Panggul", 2)


def test_a_label_point_is_where_the_area_is_named() -> None:
    document = squares()
    first(document)["properties"] |= {"label_lng": 111.41, "label_lat": -8.31}
    geography = parse_map(json.dumps(document), NAMES, PLACES)
    assert geography.squeeze is not None
    assert geography.areas[0].anchor == pytest.approx((111.41 * geography.squeeze, 8.31))


def test_without_one_it_is_the_middle() -> None:
    geography = parse_map(json.dumps(squares()), NAMES, PLACES)
    assert geography.squeeze is not None
    assert geography.areas[0].anchor == pytest.approx((111.45 * geography.squeeze, 8.35))


def test_a_kecamatan_beyond_the_regency_is_shown_too() -> None:
    document = squares()
    other = json.loads(json.dumps(first(document)))
    other["properties"]["kode"] = "35.04.01"
    document["features"].append(other)
    assert len(parse_map(json.dumps(document), NAMES, PLACES).areas) == 4


WRONG: list[tuple[Change, Wrong, str]] = [
    (lambda d: d.update(type="Feature"), Wrong.NO_COLLECTION, "type"),
    (lambda d: d.update(features=[]), Wrong.EMPTY, "features"),
    (lambda d: d["features"].__setitem__(0, 3), Wrong.NO_FEATURE, "features[0]"),
    (lambda d: first(d).pop("properties"), Wrong.NO_FEATURE, "features[0].properties"),
    (lambda d: first(d)["properties"].update(kode=350301), Wrong.NO_NAME, "features[0].properties.kode"),
    (lambda d: first(d)["properties"].pop("nama"), Wrong.NO_NAME, "features[0].properties.nama"),
    (lambda d: first(d)["properties"].update(label_lng="x", label_lat=1), Wrong.NO_POSITION,
     "features[0].properties.label_lat"),
    (lambda d: first(d).update(geometry=None), Wrong.NO_POLYGON, "features[0].geometry.type"),
    (lambda d: first(d)["geometry"].update(type="Point"), Wrong.NO_POLYGON, "features[0].geometry.type"),
    (lambda d: first(d)["geometry"].update(coordinates=[]), Wrong.EMPTY, "features[0].geometry.coordinates[0]"),
    (lambda d: ring(d).pop(), Wrong.NO_RING, "features[0].geometry.coordinates[0][0]"),
    (lambda d: ring(d).__setitem__(slice(1, 3), []), Wrong.NO_RING, "features[0].geometry.coordinates[0][0]"),
    (lambda d: ring(d).__setitem__(1, [111.5]), Wrong.NO_POSITION, "features[0].geometry.coordinates[0][0][1]"),
    (lambda d: ring(d).__setitem__(1, [111.5, 98]), Wrong.NO_POSITION, "features[0].geometry.coordinates[0][0][1]"),
    (lambda d: ring(d).__setitem__(1, [True, 0]), Wrong.NO_POSITION, "features[0].geometry.coordinates[0][0][1]"),
    (lambda d: ring(d).__setitem__(1, "x"), Wrong.NO_POSITION, "features[0].geometry.coordinates[0][0][1]"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "wrong", "field"), WRONG)
def test_a_fault_names_its_place_and_its_reason(change: Change, wrong: Wrong, field: str) -> None:
    document = squares()
    change(document)
    assert fault_of(json.dumps(document)) == (wrong, field, "")


def test_a_kecamatan_that_is_missing_or_there_twice_is_named() -> None:
    document = squares()
    document["features"].append(first(document))
    assert fault_of(json.dumps(document)) == (Wrong.TWICE, "features", "35.03.01")
    document["features"] = document["features"][1:3]
    assert fault_of(json.dumps(document)) == (Wrong.MISSING, "features", "35.03.01 Panggul")


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000])
def test_what_is_no_json_is_refused(text: str) -> None:
    assert fault_of(text)[0] is Wrong.NO_JSON


def test_what_is_no_readable_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes(b"\xff\xfe\xff")
    with (tmp_path / "huge").open("wb") as huge:
        huge.truncate(50_000_001)
    for name, wrong in (("none", Wrong.UNREADABLE), ("latin", Wrong.NO_TEXT_FILE), ("huge", Wrong.TOO_LARGE)):
        with pytest.raises(MapFileFault) as fault:
            read_map(tmp_path / name)
        assert (fault.value.wrong, fault.value.field) == (wrong, "")


def test_a_ring_without_extent_has_a_middle() -> None:
    document = squares()
    ring(document)[:] = [[111.4, -8.4]] * 4
    assert np.isfinite(parse_map(json.dumps(document), NAMES, PLACES).areas[0].anchor).all()
