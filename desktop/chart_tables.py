"""The charts' figures as tables of words: response per squad and per report, the day's flow, kecamatan."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from services.domain.report import Millis, State
from services.domain.rows import ReportRow, SquadRow
from services.domain.urgency import next_due
from services.figures.daily import STEPS
from widgets import words
from widgets.models.flow_day import FlowDay
from widgets.models.strip_points import strip_data
from widgets.names import Names
from widgets.table_view import ChartTable
from widgets.wording import UNKNOWN, Language, duration_short, number, percent

translate = QCoreApplication.translate

_HOUR_STEPS = STEPS // 24


def squad_table(squads: Mapping[str, SquadRow], *, language: Language) -> ChartTable:
    """Return the medians of the response strip, a row a squad."""
    rows = []
    for squad, row in squads.items():
        share = None if row.in_target is None or not row.in_target["of"] else row.in_target["in"] / row.in_target["of"]
        median = UNKNOWN if row.p50 is None else duration_short(row.p50, language)
        squad_name = words.squad_full_name(squad)
        rows.append((squad_name, number(row.open), number(row.late), median, number(row.n), percent(share)))
    return ChartTable(
        title=translate("tables", "Response per squad"),
        heads=(
            translate("tables", "Squad"),
            translate("tables", "Open"),
            translate("tables", "Late"),
            translate("tables", "Median"),
            translate("tables", "n"),
            translate("tables", "In time"),
        ),
        rows=tuple(rows),
    )


def point_table(
    rows: Mapping[str, ReportRow], *, squads: tuple[str, ...], now: Millis, language: Language
) -> ChartTable:
    """Return the points of the response strip, a row a report: answered today, or still waiting."""
    lines: list[tuple[str, ...]] = []
    for squad, points in strip_data(rows, squads=squads, now=now).items():
        name = words.squad_word(squad)
        waiting = sorted(zip(points.ages(now).tolist(), points.late(now).tolist(), points.waiting, strict=True))
        for age, late, report in reversed(waiting):
            state = translate("tables", "waiting, late") if late else translate("tables", "waiting")
            lines.append((name, rows[report].number, state, duration_short(age, language)))
        for elapsed, report in sorted(zip(points.elapsed.tolist(), points.answered, strict=True)):
            answered = translate("tables", "answered")
            lines.append((name, rows[report].number, answered, duration_short(elapsed, language)))
    return ChartTable(
        title=translate("tables", "Points of today"),
        heads=(
            translate("tables", "Squad"),
            translate("tables", "Report"),
            translate("tables", "State"),
            translate("tables", "Time"),
        ),
        rows=tuple(lines),
    )


def flow_table(day: FlowDay) -> ChartTable:
    """Return the day's flow, a row an hour that has begun."""
    flow, lines = day.flow, []
    for hour in range(24):
        first, last = hour * _HOUR_STEPS, min((hour + 1) * _HOUR_STEPS, len(flow.received)) - 1
        if first > last:
            break
        usual = UNKNOWN
        if day.usual:
            at = (hour + 1) * _HOUR_STEPS - 1
            usual = f"{number(flow.usual.low[at])}–{number(flow.usual.high[at])}"
        until = f"{hour:02d}.00–{hour + 1:02d}.00"
        lines.append((until, number(flow.received[last]), number(flow.answered[last]), usual))
    return ChartTable(
        title=translate("tables", "Flow today"),
        heads=(
            translate("tables", "Hour"),
            translate("tables", "Received so far"),
            translate("tables", "Answered of them"),
            translate("tables", "Usual on this weekday"),
        ),
        rows=tuple(lines),
    )


def area_table(rows: Mapping[str, ReportRow], *, names: Names, now: Millis) -> ChartTable:
    """Return what is open in each kecamatan, as on the map: covert reports are on no map and are not counted."""
    open_rows = [row for row in rows.values() if row.state != State.CLOSED and not row.covert]
    counts = Counter(row.kecamatan for row in open_rows)
    late = Counter(row.kecamatan for row in open_rows if (due := next_due(row)) is not None and due < now)
    known = sorted(names.kecamatan, key=lambda code: (-counts[code], names.kecamatan[code]))
    lines = [(names.kecamatan[code], number(counts[code]), number(late[code])) for code in known]
    elsewhere = sum(count for code, count in counts.items() if code not in names.kecamatan)
    if elsewhere:
        behind = sum(count for code, count in late.items() if code not in names.kecamatan)
        lines.append((translate("tables", "Place not known"), number(elsewhere), number(behind)))
    return ChartTable(
        title=translate("tables", "Open per kecamatan"),
        heads=(translate("tables", "Kecamatan"), translate("tables", "Open"), translate("tables", "Late")),
        rows=tuple(lines),
    )
