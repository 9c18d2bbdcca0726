"""Surabaya's complaints of 2022: a CSV file without texts or positions, its times in UTC without a zone.

That the times are UTC is read off their curve over the day, which peaks at what would be 2 to 4 in the morning.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from services.intake.records import Record, Refused, RowRefused, line, needed
from services.intake.table_file import rows
from services.intake.times import moment, utc

SYSTEM = "surabaya"
_COLUMNS = ("id", "tanggal_keluhan", "kelurahan", "kecamatan", "topik", "instansi")


def read(path: Path) -> Iterator[Record | Refused]:
    """Yield the file's complaints in its own order; `row` is the line of the file.

    Raises:
        FileUnreadable: it cannot be read, or a column is missing.
    """
    for found in rows(path, _COLUMNS):
        if isinstance(found, Refused):
            yield found
            continue
        row, cells = found
        try:
            yield _record(row, cells)
        except RowRefused as refused:
            yield Refused(row, refused.field, refused.reason, source=cells["id"])


def _record(row: int, cells: Mapping[str, str]) -> Record:
    topic = line("topik", cells["topik"])
    agency = line("instansi", cells["instansi"])
    where = (line("kelurahan", cells["kelurahan"]), needed("kecamatan", cells["kecamatan"]))
    return Record(
        row=row,
        at=moment("tanggal_keluhan", needed("tanggal_keluhan", cells["tanggal_keluhan"]), utc),
        system=SYSTEM,
        id=needed("id", cells["id"]),
        terms=tuple(term for term in (topic, agency) if term),
        title=topic,
        place=", ".join(name for name in where if name),
    )
