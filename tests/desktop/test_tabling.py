"""Ctrl T: the charts' figures as words, and what they are made of."""

from dataclasses import replace

import pytest

from desktop import chart_tables
from desktop.language import Languages
from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.rows import SquadRow
from services.figures.daily import STEPS, Flow, Usual
from tests.builders import NOW
from tests.desktop.at_hand import a_squad_row
from tests.desktop.conftest import Opened
from tests.desktop.hands import press
from tests.desktop.looping import a_moment, on_qt_loop, until
from tests.desktop.seat import seated
from tests.widgets.queues import NAMES
from tests.widgets.rows import a_room, a_row
from widgets.key_button import KeyButton
from widgets.models.flow_day import FlowDay

DAY_AS_TOLD = {
    "day": "2026-11-24", "at": NOW, "open": 5, "late": 1, "step": 900_000, "received": [1, 2], "answered": [0, 1],
    "usual": {"low": [], "high": [], "weeks": 2},
}  # fmt: skip
pytestmark = pytest.mark.usefixtures("indonesian")


def test_a_squad_without_figures_shows_that_they_are_not_known() -> None:
    known: SquadRow = replace(a_squad_row(), in_target={"in": 30.0, "of": 40.0})
    unknown = replace(a_squad_row(), p50=None, in_target={"in": 0.0, "of": 0.0})
    table = chart_tables.squad_table({"orange": known, "blue": unknown, "red": a_squad_row()}, language="id")
    assert table.rows[0][1:] == ("3", "1", "26 m", "40", "75%")
    assert table.rows[1][3:] == ("–", "40", "–")
    assert len(table.heads) == len(table.rows[0])


def test_every_point_of_the_strip_is_a_line_the_longest_wait_first() -> None:
    rows = {
        "r-1": a_row(number="1111-11", received=NOW - 2 * HOUR, due_first=NOW - HOUR),
        "r-2": a_row(number="2222-22", received=NOW - 3 * HOUR, due_first=NOW + HOUR),
        "r-3": a_row(number="3333-33", state="on_scene", received=NOW - HOUR, on_scene=NOW - 30 * MINUTE),
    }
    table = chart_tables.point_table(rows, squads=("orange",), now=NOW, language="id")
    assert [line[1] for line in table.rows] == ["2222-22", "1111-11", "3333-33"]
    assert [line[3] for line in table.rows] == ["3 j", "2 j", "30 m"]
    assert len({line[2] for line in table.rows}) == 3


def test_kecamatan_are_counted_without_covert_and_closed_reports() -> None:
    rows = {
        "a": a_row(due_first=NOW - HOUR),
        "b": a_row(),
        "c": a_row(covert=True),
        "d": a_row(state="closed"),
        "e": a_row(kecamatan=None, desa=None),
    }
    table = chart_tables.area_table(rows, names=NAMES, now=NOW)
    assert table.rows[0] == ("Watulimo", "2", "1")
    assert table.rows[1] == ("Pule", "0", "0")
    assert table.rows[2][1:] == ("1", "0")
    assert len(chart_tables.area_table({}, names=NAMES, now=NOW).rows) == 2


def test_the_day_is_told_by_the_hours_that_have_begun() -> None:
    usual = Usual(low=(1,) * STEPS, high=(4,) * STEPS, weeks=6)
    flow = Flow(day="2026-11-24", step=DAY // STEPS, received=tuple(range(6)), answered=(0,) * 6, usual=usual)
    table = chart_tables.flow_table(FlowDay(flow, NOW))
    assert table.rows == (("00.00–01.00", "3", "0", "1–4"), ("01.00–02.00", "5", "0", "1–4"))
    unknown = FlowDay(replace(flow, usual=Usual(low=(), high=(), weeks=0)), NOW)
    assert chart_tables.flow_table(unknown).rows[0][3] == "–"


@on_qt_loop
async def test_ctrl_t_lays_the_tables_over_the_room_and_esc_takes_them_away(
    at_hand: Opened, indonesian: Languages
) -> None:
    async with seated(at_hand, indonesian) as seat:
        seat.hub.gets["day"] = DAY_AS_TOLD
        seat.view.queue.view.setFocus()
        press(seat.view, "Ctrl+T")
        view = seat.view.seeking.tabling.view
        assert view.isVisible()
        assert view.shown is not None
        assert len(view.shown.rows) == 6
        await until(lambda: len([tab for tab in view.findChildren(KeyButton) if tab.isVisible()]) == 4)
        indonesian.use("en")
        await a_moment()
        assert view.shown.title == "Response per squad"
        seat.themes.set_theme("light")
        press(seat.view, "Esc")
        assert not view.isVisible()
        assert seat.view.queue.view.hasFocus()
        indonesian.use("id")


def test_a_room_s_points_and_places_are_all_there() -> None:
    rows = a_room()
    table = chart_tables.point_table(rows, squads=("orange", "blue"), now=NOW, language="en")
    assert {line[1] for line in table.rows} <= {row.number for row in rows.values()}
