"""Which desa a typed name means: one of a name that occurs twice is never decided for anybody."""

from csv import DictReader
from io import StringIO

import pytest

from resources import read_text
from services.domain.naming import NamedPlace, Naming, plain

TEN_DOUBLE = {
    *("Besuki", "Depok", "Karanganyar", "Masaran", "Pakel"),
    *("Pandean", "Sawahan", "Sukorejo", "Watuagung", "Wonocoyo"),
}


def _shipped() -> Naming:
    rows = DictReader(StringIO(read_text("places.csv")))
    kecamatan = {row["code"]: row["name"] for row in DictReader(StringIO(read_text("kecamatan_tiles.csv")))}
    return Naming(NamedPlace(row["code"], row["name"], kecamatan[row["kecamatan_code"]]) for row in rows)


TRENGGALEK = _shipped()


@pytest.mark.parametrize("name", sorted(TEN_DOUBLE))
def test_a_double_name_is_asked_about_and_its_kecamatan_decides(name: str) -> None:
    twins = TRENGGALEK.twins(name)

    assert [twin.name for twin in twins] == [name, name]
    assert twins[0].kecamatan != twins[1].kecamatan
    assert TRENGGALEK.certain(name) is None
    for twin in twins:
        assert TRENGGALEK.certain(f"{name} {twin.kecamatan}") == twin


def test_every_other_name_is_certain() -> None:
    rows = list(DictReader(StringIO(read_text("places.csv"))))
    for row in rows:
        if row["name"] not in TEN_DOUBLE:
            found = TRENGGALEK.certain(row["name"])
            assert found is not None
            assert (found.code, TRENGGALEK.twins(row["name"])) == (row["code"], ()), row["name"]


def test_the_beginning_of_a_name_comes_before_a_word_in_it_and_before_a_kecamatan() -> None:
    naming = Naming(
        [
            NamedPlace("1", "Sumber Pule", "Karangan"),
            NamedPlace("2", "Jombok", "Pule"),
            NamedPlace("3", "Pulerejo", "Panggul"),
            NamedPlace("4", "Pule", "Pule"),
        ]
    )

    assert [place.code for place in naming.fitting("pule")] == ["4", "3", "2", "1"]
    assert [place.code for place in naming.fitting("pule", most=1)] == ["4"]


def test_a_whole_name_of_two_words_is_meant_before_a_longer_one() -> None:
    naming = Naming([NamedPlace("1", "Karang Ayu", "B"), NamedPlace("2", "Karang Ayuning", "A")])

    assert naming.certain("karang ayu") == NamedPlace("1", "Karang Ayu", "B")


@pytest.mark.parametrize("typed", ["", "   ", "-", "jakarta", "inangun"])
def test_what_begins_no_word_means_nothing(typed: str) -> None:
    assert TRENGGALEK.fitting(typed) == ()
    assert TRENGGALEK.twins(typed) == ()
    assert TRENGGALEK.certain(typed) is None


def test_a_code_is_a_place_or_none() -> None:
    assert TRENGGALEK.of("35.03.01.2001") == NamedPlace("35.03.01.2001", "Besuki", "Panggul")
    assert TRENGGALEK.of("35.03.01.2999") is None
    assert TRENGGALEK.of(None) is None


def test_capitals_accents_and_signs_do_not_matter() -> None:
    assert plain("Désa-WATU agung") == "desa watu agung"
