"""Every format yields all its rows: as records, or as refused ones with the field and the reason."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import resources
from services.domain.formats import check_format
from services.intake.formats import FORMATS
from services.intake.mapping import load_mapping
from services.intake.records import FileUnreadable, Record, Refused

SURABAYA = "id,tanggal_keluhan,kelurahan,kecamatan,topik,instansi"
LA311 = "srnumber,createddate,requesttype,requestsource,latitude,longitude,address"


def read(name: str, path: Path, content: str | bytes) -> list[Record | Refused]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return list(FORMATS[name](path))


def a_feature(**changes: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "created_at": "2017-02-20T07:58:22.262",
        "source": "grasp",
        "image_url": "https://example.invalid/picture.jpg",
        "title": None,
        "report_data": None,
        "tags": {},
        "text": "Banjir\ndua meter",
    }
    geometry = changes.pop("geometry", {"type": "Point", "coordinates": [106.94, -6.27]})
    return {"type": "Feature", "geometry": geometry, "properties": {**told, **changes}}


def features(tmp_path: Path, *found: object) -> list[Record | Refused]:
    return read("petabencana", tmp_path / "f.geojson", json.dumps({"features": found}))


@pytest.mark.parametrize(
    ("name", "file", "count", "first", "last"),
    [
        ("petabencana", "petabencana-2017/reports_2017-02-20.geojson", 69, "2017-02-19T17", "2017-02-20T16"),
        ("petabencana", "petabencana-2017/reports_2017-02-22.geojson", 78, "2017-02-21T17", "2017-02-22T16"),
        ("surabaya", "surabaya-2022/kejadian_2022.csv", 8_690, "2022-01-01T00", "2022-12-31T23"),
        ("la311", "la311-2020/requests.csv", 10_000, "2020-01-01T08", "2020-01-03T22"),
    ],
)
def test_the_real_files_come_whole_and_can_all_be_opened(
    recorded: Callable[[str], Path], name: str, file: str, count: int, first: str, last: str
) -> None:
    found = list(FORMATS[name](recorded(file)))
    records = [row for row in found if isinstance(row, Record)]
    mapping = load_mapping(resources.path(f"mappings/{name}.toml"))

    assert len(records) == len(found) == count
    assert len({(record.system, record.id) for record in records}) == count
    for record in records:
        check_format(mapping.command(record), now=record.at)
    times = [datetime.fromtimestamp(record.at / 1_000, UTC).isoformat() for record in records]
    assert first <= min(times)
    assert max(times)[:13] <= last


def test_a_flood_report_is_read(tmp_path: Path) -> None:
    (record,) = features(tmp_path, a_feature(title=" Jalan\nbanjir "))

    assert isinstance(record, Record)
    assert record == Record(
        row=1,
        at=1_487_552_302_262,
        system="petabencana:grasp",
        id=record.id,
        way="grasp",
        title="Jalan banjir",
        text="Banjir\ndua meter",
        lat=-6.27,
        lon=106.94,
    )
    assert len(record.id) == 64


def test_the_same_report_has_the_same_id_however_it_is_written(tmp_path: Path) -> None:
    told = a_feature()
    turned = {"properties": dict(reversed(told["properties"].items())), "geometry": told["geometry"], "type": "Feature"}

    same, turned_round, other = features(tmp_path, told, turned, a_feature(text="Surut"))

    assert isinstance(same, Record)
    assert isinstance(turned_round, Record)
    assert isinstance(other, Record)
    assert same.id == turned_round.id != other.id


def test_a_report_of_a_depth_or_a_point_alone_can_be_opened(tmp_path: Path) -> None:
    (record,) = features(tmp_path, a_feature(text=None, source=None, report_data={"flood_depth": 77}))

    assert isinstance(record, Record)
    assert (record.title, record.text, record.place) == ("Genangan 77 cm", "", "-6.2700, 106.9400")
    assert record.system == "petabencana"


def test_a_report_without_a_point_keeps_its_words(tmp_path: Path) -> None:
    (record,) = features(tmp_path, a_feature(geometry=None))

    assert isinstance(record, Record)
    assert (record.lat, record.lon, record.place) == (None, None, "")


@pytest.mark.parametrize(
    ("feature", "field"),
    [
        (None, "feature"),
        ([], "feature"),
        ({"type": "Feature"}, "properties"),
        (a_feature(created_at=None), "created_at"),
        (a_feature(created_at=7), "created_at"),
        (a_feature(created_at="soon"), "created_at"),
        (a_feature(text=["x"]), "text"),
        (a_feature(text="a\0b"), "text"),
        (a_feature(text="\ud800"), "text"),
        (a_feature(title={}), "title"),
        (a_feature(source=1), "source"),
        (a_feature(geometry="x"), "geometry"),
        (a_feature(geometry={"type": "Polygon", "coordinates": [[0, 0]]}), "geometry"),
        (a_feature(geometry={"type": "Point", "coordinates": [1]}), "geometry"),
        (a_feature(geometry={"type": "Point", "coordinates": ["1", "2"]}), "coordinates"),
        (a_feature(geometry={"type": "Point", "coordinates": [True, 2]}), "coordinates"),
        (a_feature(geometry={"type": "Point", "coordinates": [10**400, 2]}), "coordinates"),
    ],
)
def test_a_malformed_feature_is_refused_by_its_field(tmp_path: Path, feature: object, field: str) -> None:
    before, refused, after = features(tmp_path, a_feature(), feature, a_feature(text="y"))

    assert isinstance(before, Record)
    assert isinstance(refused, Refused)
    assert (refused.row, refused.field) == (2, field)
    assert refused.reason
    assert isinstance(after, Record)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "line 1 is not JSON"),
        ("[]", "no list of features"),
        ('{"features": {}}', "no list of features"),
        ('{"features": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_geojson_is_said(tmp_path: Path, content: str, reason: str) -> None:
    with pytest.raises(FileUnreadable, match=reason):
        read("petabencana", tmp_path / "f", content)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_file_that_is_not_there_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileUnreadable, match="cannot be read"):
        list(FORMATS[name](tmp_path / "none"))


def table(tmp_path: Path, name: str, head: str, *lines: str | bytes) -> list[Record | Refused]:
    content = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in (head, *lines))
    return read(name, tmp_path / "f.csv", content)


def test_a_complaint_of_surabaya_is_read(tmp_path: Path) -> None:
    (record,) = table(tmp_path, "surabaya", SURABAYA, "7,2022-01-01 00:29:00,Gundih,Bubutan,PJU,Dinas Perhubungan")

    assert record == Record(
        row=2,
        at=1_640_996_940_000,
        system="surabaya",
        id="7",
        terms=("PJU", "Dinas Perhubungan"),
        title="PJU",
        place="Gundih, Bubutan",
    )


def test_a_complaint_without_topic_or_kelurahan_has_its_kecamatan_and_agency(tmp_path: Path) -> None:
    (record,) = table(tmp_path, "surabaya", SURABAYA, "7,2022-01-01 00:29:00,,Bubutan,,Satuan Polisi Pamong Praja")

    assert isinstance(record, Record)
    assert (record.title, record.place, record.terms) == ("", "Bubutan", ("Satuan Polisi Pamong Praja",))


def test_a_request_of_los_angeles_is_read(tmp_path: Path) -> None:
    (record,) = table(
        tmp_path, "la311", LA311, '1-1,2020-01-01 00:05:00,Bulky Items,Call,34.19,-118.49,"1 A ST, 91406"'
    )

    assert record == Record(
        row=2,
        at=1_577_865_900_000,
        system="la311",
        id="1-1",
        terms=("Bulky Items",),
        way="Call",
        title="Bulky Items",
        place="1 A ST, 91406",
        lat=34.19,
        lon=-118.49,
    )


@pytest.mark.parametrize(
    ("name", "head", "line", "field", "source"),
    [
        ("surabaya", SURABAYA, "7,2022-01-01 00:29,Gundih,,PJU,X", "kecamatan", "7"),
        ("surabaya", SURABAYA, "7,,Gundih,Bubutan,PJU,X", "tanggal_keluhan", "7"),
        ("surabaya", SURABAYA, "7,01/02/2022,Gundih,Bubutan,PJU,X", "tanggal_keluhan", "7"),
        ("surabaya", SURABAYA, ",2022-01-01 00:29:00,Gundih,Bubutan,PJU,X", "id", ""),
        ("surabaya", SURABAYA, "7,2022-01-01 00:29:00,Gu\0ndih,Bubutan,PJU,X", "kelurahan", "7"),
        ("surabaya", SURABAYA, b"7,2022-01-01 00:29:00,Gundih,Bubutan,P\xffJU,X", "topik", "7"),
        ("surabaya", SURABAYA, "7,2022-01-01 00:29:00,Gundih", "row", ""),
        ("la311", LA311, "1-1,2020-01-01 00:05:00,,Call,1,2,A ST", "requesttype", "1-1"),
        ("la311", LA311, "1-1,2020-01-01 00:05:00,Other,Call,north,2,A ST", "latitude", "1-1"),
        ("la311", LA311, "1-1,2020-01-01 00:05:00,Other,Call,1,nan,A ST", "longitude", "1-1"),
        ("la311", LA311, "1-1,2020-01-41 00:05:00,Other,Call,1,2,A ST", "createddate", "1-1"),
        ("la311", LA311, "1-1,2020-01-01 00:05:00,Other,Call,1,2", "row", ""),
    ],
)
def test_a_malformed_row_is_refused_by_its_field(
    tmp_path: Path, name: str, head: str, line: str | bytes, field: str, source: str
) -> None:
    good = "8,2022-01-01 00:29:00,A,B,C,D" if name == "surabaya" else "1-8,2020-01-01 00:05:00,Other,Call,1,2,A ST"

    found: Sequence[Record | Refused] = table(tmp_path, name, head, line, good)

    refused, after = found
    assert isinstance(refused, Refused)
    assert (refused.row, refused.field, refused.source) == (2, field, source)
    assert isinstance(after, Record)
