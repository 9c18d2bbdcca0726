"""In what two reports are alike and in what they differ, as figures and yes or no; no Qt."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from services.domain.report import Millis, State
from services.domain.rows import ReportRow

_METRES_A_DEGREE = 111_200.0


@dataclass(frozen=True, slots=True)
class Alike:
    """Two reports held beside each other; None where one of them does not tell."""

    metres: int | None
    apart: Millis
    """How long after this one the other came in; negative: before it."""
    same_label: bool
    same_squad: bool
    same_area: bool | None


def alike(this: ReportRow, other: ReportRow) -> Alike:
    """Hold two reports beside each other."""
    one, two = this.desa or this.kecamatan, other.desa or other.kecamatan
    return Alike(
        metres=_metres(this, other),
        apart=other.received - this.received,
        same_label=this.label == other.label,
        same_squad=this.squad == other.squad,
        same_area=None if one is None or two is None else one == two,
    )


def candidates(report: str, rows: Mapping[str, ReportRow], similar: Iterable[str]) -> tuple[str, ...]:
    """Return the open reports this one may be merged into: the suspected ones first, then those the hub finds."""
    row = rows.get(report)
    named = [*(() if row is None else row.suspected), *similar]
    return tuple(
        other
        for other in dict.fromkeys(named)
        if other != report and other in rows and rows[other].state != State.CLOSED
    )


def of_number(typed: str, rows: Mapping[str, ReportRow], *, but: str) -> str | None:
    """Return the open report whose number begins as was typed, if there is only one such; dashes do not matter."""
    wanted = typed.replace("-", "").replace(" ", "").casefold()
    if not wanted:
        return None
    found = [
        id_
        for id_, row in rows.items()
        if id_ != but and row.state != State.CLOSED and row.number.replace("-", "").casefold().startswith(wanted)
    ]
    return found[0] if len(found) == 1 else None


def _metres(this: ReportRow, other: ReportRow) -> int | None:
    if this.lat is None or this.lon is None or other.lat is None or other.lon is None:
        return None
    east = math.cos(math.radians((this.lat + other.lat) / 2))
    return round(_METRES_A_DEGREE * math.hypot(this.lat - other.lat, (this.lon - other.lon) * east))
