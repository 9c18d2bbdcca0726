"""Marks that would cover each other become one with the right count; none is lost."""

import random

import numpy as np
import pytest

from services.domain.rows import ReportRow
from tests.builders import NOW
from tests.widgets.maps import a_real_map, a_tile_map, reported
from widgets.models.map_clusters import Clusters, clusters, smallest_named_tile
from widgets.models.map_points import SQUADS, MapPoints
from widgets.models.map_shapes import SLOTS, Geography
from widgets.models.map_sight import whole_map

APART = (6.5, 12.0)
SIZE = (300.0, 200.0)


def seen(geography: Geography, rows: dict[str, ReportRow], *, closer: float = 1.0) -> Clusters:
    points = MapPoints(geography)
    points.replace(rows)
    sight = whole_map(geography.bounds(), SIZE, margin=4.0).zoomed(closer, (150.0, 100.0))
    return clusters(points.marks(), sight, NOW, apart=APART, tiles=geography if geography.tiles else None)


def at(lon: float, lat: float, *, late: bool = False, squad: str = "orange") -> ReportRow:
    return reported(lat=lat, lon=lon, late=late, squad=squad)


def test_reports_far_from_each_other_are_marks_of_their_own() -> None:
    made = seen(a_real_map(), {"r-1": at(111.42, -8.35, squad="blue"), "r-2": at(111.65, -8.35, late=True)})
    assert made.count.tolist() == [1, 1]
    assert sorted(str(SQUADS[squad]) for squad in made.squads) == ["blue", "orange"]
    assert sorted(zip(made.late.tolist(), (SQUADS[n] for n in made.squads), strict=True)) == [
        (False, "blue"), (True, "orange")
    ]  # fmt: skip


def test_reports_at_one_place_are_one_mark_late_if_one_of_them_is() -> None:
    made = seen(a_real_map(), {"r-1": at(111.45, -8.35), "r-2": at(111.451, -8.351, late=True)})
    assert made.count.tolist() == [2]
    assert made.late.tolist() == [True]
    assert made.of.tolist() == [0, 0]


def test_coming_closer_parts_them() -> None:
    rows = {"r-1": at(111.550, -8.35), "r-2": at(111.554, -8.35)}
    assert seen(a_real_map(), rows).count.tolist() == [2]
    assert seen(a_real_map(), rows, closer=8.0).count.tolist() == [1, 1]


def test_out_of_sight_there_is_no_mark() -> None:
    made = seen(a_real_map(), {"r-1": at(111.41, -8.35), "r-2": at(111.55, -8.35)}, closer=10.0)
    assert made.count.tolist() == [1]
    assert sorted(made.of.tolist()) == [-1, 0]


@pytest.mark.parametrize("seed", range(5))
def test_no_report_is_lost_and_marks_of_one_keep_their_distance(seed: int) -> None:
    chance = random.Random(seed)
    rows = {f"r-{n}": at(chance.uniform(111.4, 111.7), chance.uniform(-8.4, -8.3)) for n in range(200)}
    made = seen(a_real_map(), rows)
    assert made.count.sum() == 200
    assert np.bincount(made.of, minlength=len(made.count)).tolist() == made.count.tolist()
    single = made.count == 1
    far = np.hypot(made.x[single][:, None] - made.x[single], made.y[single][:, None] - made.y[single])
    assert far[~np.eye(len(far), dtype=bool)].min() > APART[0] / 2


def test_on_tiles_each_report_has_a_mark_while_there_is_room() -> None:
    made = seen(a_tile_map(), {f"r-{n}": reported() for n in range(len(SLOTS))})
    assert made.count.tolist() == [1] * len(SLOTS)


def test_a_tile_with_more_reports_shows_one_count() -> None:
    rows = {f"r-{n}": reported(late=n == 3) for n in range(len(SLOTS) + 1)}
    made = seen(a_tile_map(), {**rows, "other": reported("35.03.08")})
    assert sorted(made.count.tolist()) == [1, len(SLOTS) + 1]
    assert made.late.tolist() == [count > 1 for count in made.count.tolist()]


def test_tiles_too_small_for_marks_show_a_count_each_in_the_middle() -> None:
    geography = a_tile_map()
    points = MapPoints(geography)
    points.replace({"r-1": reported(), "r-2": reported("35.03.08"), "r-3": reported("35.03.08")})
    sight = whole_map(geography.bounds(), (90.0, 60.0), margin=4.0)
    assert sight.scale < smallest_named_tile(APART[0])
    made = clusters(points.marks(), sight, NOW, apart=APART, tiles=geography)
    assert sorted(made.count.tolist()) == [1, 2]
    middles = [sight.at(geography.areas[number].anchor) for number in (0, 2)]
    np.testing.assert_allclose(sorted(zip(made.x.tolist(), made.y.tolist(), strict=True)), sorted(middles))


def test_the_nearest_mark_is_found_within_reach() -> None:
    made = seen(a_real_map(), {"r-1": at(111.42, -8.35), "r-2": at(111.65, -8.35)})
    x, y = float(made.x[1]), float(made.y[1])
    assert made.nearest(x + 3, y, 9.0) == 1
    assert made.nearest(x + 30, y, 9.0) is None
    assert seen(a_real_map(), {}).nearest(1.0, 1.0, 9.0) is None
