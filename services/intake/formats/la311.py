"""Los Angeles' service requests (MyLA311): a CSV file, unsorted, its times by the wall clock there.

Cancelled requests have a closed date too, and the service date is a date without a time; neither is used here.
"""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from services.intake.records import Record, Refused, RowRefused, line, needed
from services.intake.table_file import rows
from services.intake.times import los_angeles, moment

SYSTEM = "la311"
_COLUMNS = ("srnumber", "createddate", "requesttype", "requestsource", "latitude", "longitude", "address")


def read(path: Path) -> Iterator[Record | Refused]:
    """Yield the file's requests in its own order; `row` is the line of the file.

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
            yield Refused(row, refused.field, refused.reason, source=cells["srnumber"])


def _record(row: int, cells: Mapping[str, str]) -> Record:
    kind = needed("requesttype", cells["requesttype"])
    return Record(
        row=row,
        at=moment("createddate", needed("createddate", cells["createddate"]), los_angeles),
        system=SYSTEM,
        id=needed("srnumber", cells["srnumber"]),
        terms=(kind,),
        way=line("requestsource", cells["requestsource"]),
        title=kind,
        place=line("address", cells["address"]),
        lat=_degrees("latitude", cells["latitude"]),
        lon=_degrees("longitude", cells["longitude"]),
    )


def _degrees(field: str, cell: str) -> float | None:
    """Return degrees, or nothing from an empty cell.

    Raises:
        RowRefused: it is no finite number.
    """
    text = line(field, cell)
    if not text:
        return None
    try:
        degrees = float(text)
    except ValueError:
        raise RowRefused(field, "not a number") from None
    if not math.isfinite(degrees):
        raise RowRefused(field, "not a number")
    return degrees
