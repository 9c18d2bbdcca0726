"""Which desa and kecamatan a code or a point belongs to."""

from csv import DictReader
from io import StringIO

import pytest

from resources import read_text
from services.domain.places import Desa, Gazetteer, Location


def shipped(name: str) -> list[dict[str, str]]:
    return list(DictReader(StringIO(read_text(name))))


TRENGGALEK = Gazetteer(
    (
        Desa(row["code"], row["name"], row["kecamatan_code"], float(row["lat"]), float(row["lng"]))
        for row in shipped("places.csv")
    ),
    {row["code"]: row["name"] for row in shipped("kecamatan_tiles.csv")},
)


@pytest.mark.parametrize(
    ("desa", "point", "location"),
    [
        pytest.param(None, (None, None), Location(), id="nothing known"),
        pytest.param("35.03.01.2001", (None, None), Location("35.03.01", "35.03.01.2001"), id="a code"),
        pytest.param(None, (-8.05, 111.71), Location("35.03.11"), id="a point tells the kecamatan, not the desa"),
        pytest.param(None, (-6.2, 106.8), Location(outside=True), id="a point in Jakarta"),
        pytest.param(None, (-8.6, 111.7), Location(outside=True), id="a point far out at sea"),
        pytest.param(None, (-8.05, None), Location(), id="half a point is none"),
        pytest.param(
            "35.03.01.2001", (-8.05, 111.71), Location("35.03.01", "35.03.01.2001"), id="the code beats the point"
        ),
        pytest.param(
            "35.03.01.2001",
            (-6.2, 106.8),
            Location("35.03.01", "35.03.01.2001", True),
            id="a code, and a point outside",
        ),
        pytest.param("35.03.01.2999", (None, None), Location("35.03.01"), id="no such desa in a known kecamatan"),
        pytest.param("35.03.01.2999", (-6.2, 106.8), Location("35.03.01", None, True), id="and a point outside"),
        pytest.param("35.04.01.2001", (None, None), Location(outside=True), id="a code of the next regency"),
        pytest.param("35.04.01.2001", (-8.05, 111.71), Location("35.03.11"), id="a foreign code, and a point inside"),
        pytest.param("Besuki", (None, None), Location(outside=True), id="a name is no code"),
    ],
)
def test_a_report_is_located_by_code_and_point(
    desa: str | None, point: tuple[float | None, float | None], location: Location
) -> None:
    assert TRENGGALEK.locate(desa, *point) == location


def test_the_inner_point_of_every_desa_lies_in_its_kecamatan() -> None:
    for desa in TRENGGALEK.desas.values():
        assert TRENGGALEK.locate(None, desa.lat, desa.lon) == Location(desa.kecamatan)


def test_a_gazetteer_without_places_knows_none() -> None:
    assert Gazetteer((), {}).locate(None, -8.05, 111.71) == Location(outside=True)
    assert Gazetteer((), {}).locate(None, None, None) == Location()


def test_all_places_are_shipped() -> None:
    assert (len(TRENGGALEK.desas), len(TRENGGALEK.kecamatan)) == (157, 14)
    assert {desa.kecamatan for desa in TRENGGALEK.desas.values()} == set(TRENGGALEK.kecamatan)


@pytest.mark.parametrize(
    ("beginning", "codes"),
    [
        ("watu", ("35.03.01",)),
        ("WATULIMO", ("35.03.01",)),
        ("sukorame", ("35.03.01.2001", "35.03.02.2001")),
        ("kidul", ("35.03.02.2001",)),
        ("limo", ()),
        ("", ("35.03.02.2001", "35.03.01.2001", "35.03.01")),
    ],
)
def test_a_place_is_called_by_the_beginning_of_any_word_of_its_name(beginning: str, codes: tuple[str, ...]) -> None:
    desas = [
        Desa("35.03.01.2001", "Sukorame", "35.03.01", -8.28, 111.73),
        Desa("35.03.02.2001", "Sukorame Kidul", "35.03.02", -8.1, 111.7),
    ]
    assert set(Gazetteer(desas, {"35.03.01": "Watulimo"}).named(beginning)) == set(codes)
