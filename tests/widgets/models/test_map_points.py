"""A map shows open reports that are not covert, each where it is, and counts them by kecamatan."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from services.domain.rows import ReportRow
from tests.builders import NOW
from tests.widgets.maps import a_real_map, a_tile_map, reported
from widgets.models.map_points import SQUADS, AreaCount, MapPoints, on_map
from widgets.models.map_shapes import SLOTS, Geography

COVERT = [{"covert": True}, {"squad": "shadow"}, {"covert": True, "squad": "shadow"}]


@pytest.fixture
def points() -> MapPoints:
    return MapPoints(a_tile_map())


def counts(points: MapPoints) -> dict[str, tuple[int, int]]:
    return {count.code: (count.open, count.late) for count in points.counts(NOW) if count.open}


@pytest.mark.parametrize("covert", COVERT)
@pytest.mark.parametrize("geography", [a_tile_map, a_real_map])
def test_a_covert_report_is_on_no_map(geography: Callable[[], Geography], covert: dict[str, Any]) -> None:
    points = MapPoints(geography())
    row = reported(lat=-8.35, lon=111.45, **covert)
    points.replace({"r-1": row})
    assert not on_map(row)
    assert len(points.marks().ids) == 0
    assert counts(points) == {}


@pytest.mark.parametrize("covert", COVERT)
def test_a_report_that_becomes_covert_leaves_the_map(points: MapPoints, covert: dict[str, Any]) -> None:
    row = reported()
    points.put([("r-1", row), ("r-2", row)])
    points.put([("r-1", replace(row, **covert))])
    assert points.marks().ids.tolist() == ["r-2"]


def test_a_closed_report_leaves_the_map(points: MapPoints) -> None:
    points.put([("r-1", reported())])
    points.put([("r-1", reported(state="closed"))])
    assert counts(points) == {}


def test_reports_are_counted_by_kecamatan_most_first(points: MapPoints) -> None:
    points.replace({"r-1": reported(), "r-2": reported("35.03.08"), "r-3": reported("35.03.08", late=True)})
    assert points.counts(NOW) == (
        AreaCount("35.03.08", 2, 1), AreaCount("35.03.01", 1, 0), AreaCount("35.03.02", 0, 0)
    )  # fmt: skip


def test_time_alone_makes_a_report_late(points: MapPoints) -> None:
    points.put([("r-1", reported())])
    assert points.counts(NOW + 3_600_001)[0].late == 1
    assert points.marks().late(NOW).tolist() == [False]


def test_a_report_without_a_due_time_is_never_late(points: MapPoints) -> None:
    points.put([("r-1", reported(due_first=None))])
    assert not points.marks().late(NOW + 10**12).any()


def test_a_report_without_a_kecamatan_is_counted_nowhere_but_stands_at_its_point() -> None:
    points = MapPoints(a_real_map())
    points.put([("r-1", reported(None, lat=-8.35, lon=111.45))])
    assert counts(points) == {}
    assert np.isfinite(points.marks().x).all()


def test_a_report_from_far_outside_has_no_place_on_the_map() -> None:
    points = MapPoints(a_real_map())
    points.put([("r-1", reported(lat=-6.2, lon=106.8))])
    assert np.isnan(points.marks().x).all()
    assert counts(points) == {"35.03.01": (1, 0)}


def test_nothing_is_made_anew_while_nothing_the_map_shows_has_changed(points: MapPoints) -> None:
    points.put([("r-1", reported())])
    before = points.marks()
    points.put([("r-1", reported(title="Lain"))])
    assert points.marks() is before
    points.put([("r-1", reported(squad="blue"))])
    assert SQUADS[points.marks().squads[0]] == "blue"


def test_a_mark_keeps_its_place_in_the_tile_while_the_report_changes(points: MapPoints) -> None:
    points.replace({f"r-{n}": reported() for n in range(len(SLOTS))})
    before = (points.marks().x.tolist(), points.marks().y.tolist())
    points.put([("r-3", reported(late=True, squad="red"))])
    assert (points.marks().x.tolist(), points.marks().y.tolist()) == before


def test_a_report_moves_with_its_kecamatan(points: MapPoints) -> None:
    points.put([("r-1", reported())])
    points.put([("r-1", reported("35.03.08"))])
    assert counts(points) == {"35.03.08": (1, 0)}
    assert points.marks().y[0] > 0.5


def test_removed_reports_are_gone_and_unknown_ones_ignored(points: MapPoints) -> None:
    points.put([("r-1", reported()), ("r-2", reported())])
    points.remove(["r-1", "r-9"])
    assert points.marks().ids.tolist() == ["r-2"]


def test_a_squad_nobody_knows_is_shown_as_none(points: MapPoints) -> None:
    points.put([("r-1", reported(squad=None)), ("r-2", reported(squad="mauve"))])
    assert [SQUADS[number] for number in points.marks().squads] == [None, None]


def test_more_reports_than_it_had_room_for_are_all_there(points: MapPoints) -> None:
    rows: dict[str, ReportRow] = {f"r-{n}": reported() for n in range(600)}
    points.put(rows.items())
    assert sorted(points.marks().ids) == sorted(rows)
    points.remove(rows)
    assert len(points.marks().ids) == 0
