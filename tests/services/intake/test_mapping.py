"""A mapping file says which label and channel foreign words mean; a wrong one is said by its key."""

import csv
from pathlib import Path
from typing import Any

import pytest

import resources
from services.domain.commands import Open, Source
from services.domain.reasons import CHANNELS
from services.intake.formats import FORMATS
from services.intake.mapping import BadMapping, Mapping, load_mapping
from services.intake.records import Record
from tests.builders import NOW


def loaded(tmp_path: Path, text: str) -> Mapping:
    path = tmp_path / "map.toml"
    path.write_text(text, encoding="utf-8")
    return load_mapping(path)


def a_record(**changes: Any) -> Record:
    return Record(**{"row": 2, "at": NOW, "system": "la311", "id": "1-1", "place": "A ST", **changes})


def test_the_first_word_the_mapping_knows_says_the_label(tmp_path: Path) -> None:
    mapping = loaded(tmp_path, '[labels]\n"PJU" = "lampu_jalan_mati"\n"Dinas X" = "fasum_rusak"\n')

    def label(*terms: str) -> str:
        return mapping.command(a_record(terms=terms)).label

    assert label("pju", "Dinas X") == "lampu_jalan_mati"
    assert label("Taman", "DINAS X") == "fasum_rusak"
    assert label("Taman", "Dinas Y") == "lainnya"
    assert label() == "lainnya"


def test_the_command_has_all_the_record_says(tmp_path: Path) -> None:
    mapping = loaded(tmp_path, 'label = "banjir"\nchannel = "disaster"\n[channels]\n"Call" = "phone"\n')
    record = a_record(terms=("Other",), way="call", title="t", text="x", lat=1.5, lon=2.5)

    assert mapping.command(record) == Open(
        label="banjir",
        title="t",
        text="x",
        place="A ST",
        lat=1.5,
        lon=2.5,
        sent=NOW,
        channel="phone",
        source_label="Other",
        source=Source("la311", "1-1"),
    )
    assert mapping.command(a_record(way="letter")).channel == "disaster"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("label = ", "not TOML"),
        ('colour = "red"', "colour: no such key"),
        ("label = 3", "label: want a word"),
        ('label = " "', "label: want a word"),
        ('labels = "x"', "labels: want a table"),
        ('[labels]\n"x" = 1', "labels.x: want a word"),
        ('channel = "pigeon"', "'pigeon' is not one of"),
        ('[channels]\n"x" = "pigeon"', "'pigeon' is not one of"),
        ("channel = 1", "1 is not one of"),
    ],
)
def test_a_wrong_mapping_is_said_by_its_key(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(BadMapping, match=reason):
        loaded(tmp_path, text)


@pytest.mark.parametrize("content", [b"\xff", b"a = '\x00'"])
def test_what_is_no_text_is_no_mapping(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "map.toml"
    path.write_bytes(content)

    with pytest.raises(BadMapping, match="not TOML"):
        load_mapping(path)


def test_a_mapping_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadMapping, match="cannot be read"):
        load_mapping(tmp_path / "none.toml")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_has_a_mapping_onto_labels_there_are(name: str) -> None:
    known = {row["key"] for row in csv.DictReader(resources.read_text("labels.csv").splitlines())}
    mapping = load_mapping(resources.path(f"mappings/{name}.toml"))

    assert {mapping.label, *mapping.labels.values()} <= known
    assert {mapping.channel, *mapping.channels.values()} <= set(CHANNELS)
