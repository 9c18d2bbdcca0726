"""The strip's points are the reports answered today and the open ones nobody has reached, however they came in."""

import random
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.domain.policy import HOUR, MINUTE
from services.domain.report import Millis
from services.domain.rows import ReportRow
from services.domain.squads import Squad
from services.figures.observations import observation
from services.figures.points import points
from tests.builders import NOW
from tests.widgets.rows import a_row, random_row, random_rows
from widgets.models.strip_points import StripData, StripPoints, strip_data

SQUADS = tuple(squad.value for squad in Squad)
MIDNIGHT = NOW - 9 * HOUR


def orange(rows: Mapping[str, ReportRow], now: Millis = NOW) -> StripData:
    return strip_data(rows, squads=("orange",), now=now)["orange"]


def content(data: StripData) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]], Millis | None]:
    """The points without their order."""
    answered = zip(data.answered, data.elapsed.tolist(), data.answered_jitter.tolist(), strict=True)
    waiting = zip(data.waiting, data.received.tolist(), data.due.tolist(), data.waiting_jitter.tolist(), strict=True)
    return set(answered), set(waiting), data.target


def test_answered_today_shows_what_it_took_and_waiting_shows_its_age() -> None:
    data = orange(
        {
            "r-1": a_row(state="on_scene", received=NOW - HOUR, on_scene=NOW - 20 * MINUTE),
            "r-2": a_row(received=NOW - 12 * MINUTE),
        }
    )
    assert (list(data.answered), data.elapsed.tolist()) == (["r-1"], [40 * MINUTE])
    assert (list(data.waiting), data.ages(NOW).tolist()) == (["r-2"], [12 * MINUTE])
    assert data.ages(NOW + MINUTE).tolist() == [13 * MINUTE]


def test_today_begins_at_midnight_in_trenggalek() -> None:
    rows = {
        "r-1": a_row(state="on_scene", received=MIDNIGHT - HOUR, on_scene=MIDNIGHT - 1),
        "r-2": a_row(state="on_scene", received=MIDNIGHT - HOUR, on_scene=MIDNIGHT),
    }
    assert list(orange(rows).answered) == ["r-2"]
    assert list(orange(rows, MIDNIGHT - 1).answered) == ["r-1"]


@pytest.mark.parametrize("state", ["on_scene", "waiting", "resolved", "closed"])
def test_an_answer_counts_whatever_came_after(state: str) -> None:
    data = orange({"r-1": a_row(state=state, outcome="duplicate", received=NOW - HOUR, on_scene=NOW)})
    assert list(data.answered) == ["r-1"]
    assert not len(data.waiting)


@pytest.mark.parametrize("outcome", ["done", "duplicate", "unfounded", "not_ours", "cancelled"])
def test_closed_before_anybody_came_is_no_point(outcome: str) -> None:
    data = orange({"r-1": a_row(state="closed", outcome=outcome, closed=NOW)})
    assert not len(data.answered)
    assert not len(data.waiting)


def test_paused_before_anybody_came_still_waits() -> None:
    assert list(orange({"r-1": a_row(state="waiting")}).waiting) == ["r-1"]


def test_without_a_squad_and_with_impossible_times_there_is_no_point() -> None:
    data = orange({"r-1": a_row(squad=None), "r-2": a_row(on_scene=NOW - HOUR, received=NOW)})
    assert not len(data.answered)
    assert not len(data.waiting)


def test_late_is_beyond_ones_own_due_time_and_never_without_one() -> None:
    data = orange({"r-1": a_row(due_first=NOW), "r-2": a_row(due_first=None)})
    assert not data.late(NOW).any()
    assert list(data.waiting[data.late(NOW + 1)]) == ["r-1"]


def test_a_desks_clock_behind_the_report_shows_no_age() -> None:
    assert orange({"r-1": a_row(received=NOW)}).ages(NOW - HOUR).tolist() == [0]


def test_the_target_is_the_median_of_the_shown_reports_own_targets() -> None:
    data = orange(
        {
            "r-1": a_row(received=NOW - HOUR, due_first=NOW),
            "r-2": a_row(received=NOW - HOUR, due_first=NOW + HOUR, on_scene=NOW),
            "r-3": a_row(received=NOW, due_first=NOW + 4 * HOUR),
            "r-4": a_row(due_first=None),
            "r-5": a_row(state="closed", outcome="duplicate", received=NOW, due_first=NOW + 90 * HOUR),
        }
    )
    assert data.target == 2 * HOUR
    assert orange({"r-4": a_row(due_first=None)}).target is None


@settings(max_examples=40)
@given(seed=st.integers(0, 10_000))
def test_the_points_are_those_of_the_figures(seed: int) -> None:
    rows = {
        report: row
        for report, row in random_rows(60, seed=seed).items()
        if row.squad == "orange" and (row.on_scene or 0) <= NOW
    }
    data = orange(rows)
    found = points([o for report, row in rows.items() if (o := observation(report, row, "first_action"))], NOW)
    waiting = zip(data.waiting, data.ages(NOW).tolist(), data.late(NOW).tolist(), strict=True)
    assert set(waiting) == {(p.report, p.ms, p.late) for p in found if not p.answered}
    today = {report for report, row in rows.items() if row.on_scene is not None and row.on_scene >= MIDNIGHT}
    answered = set(zip(data.answered, data.elapsed.tolist(), strict=True))
    assert answered == {(p.report, p.ms) for p in found if p.answered and p.report in today}


@settings(max_examples=40)
@given(seed=st.integers(0, 10_000))
def test_after_any_changes_the_points_are_those_of_a_fresh_start(seed: int) -> None:
    chance = random.Random(seed)
    rows = random_rows(30, seed=seed)
    strip = StripPoints()
    strip.replace(rows)
    for _ in range(5):
        for _ in range(8):
            report = f"r-{chance.randrange(40):06}"
            if chance.random() < 0.3:
                rows.pop(report, None)
                strip.remove([report])
            else:
                rows[report] = random_row(chance)
                strip.put([(report, rows[report])])
        fresh = strip_data(rows, squads=SQUADS, now=NOW)
        for squad in SQUADS:
            assert content(strip.data(squad, NOW)) == content(fresh[squad])


def test_more_reports_than_there_was_room_for() -> None:
    rows = {f"r-{n}": a_row(received=NOW - n) for n in range(1000)}
    strip = StripPoints()
    strip.put(rows.items())
    assert sorted(strip.data("orange", NOW).ages(NOW).tolist()) == list(range(1000))
    strip.remove(list(rows)[:900])
    assert len(strip.data("orange", NOW).waiting) == 100


def test_a_change_the_chart_does_not_show_rebuilds_nothing() -> None:
    row = a_row()
    strip = StripPoints()
    strip.replace({"r-1": row})
    before = strip.data("orange", NOW)
    strip.put([("r-1", replace(row, state="assigned", members=("m-31",), title="Lain"))])
    assert strip.dirty() == frozenset()
    assert strip.data("orange", NOW + HOUR) is before


def test_only_the_squads_a_change_touches_are_rebuilt() -> None:
    strip = StripPoints()
    strip.replace({"r-1": a_row(), "r-2": a_row(squad="blue"), "r-3": a_row(squad="red")})
    before = {squad: strip.data(squad, NOW) for squad in SQUADS}
    strip.put([("r-1", a_row(squad="blue"))])
    assert strip.dirty() == {"orange", "blue"}
    assert {s for s in SQUADS if strip.data(s, NOW) is not before[s]} == {"orange", "blue"}
    assert strip.dirty() == frozenset()


def test_removing_what_is_not_there_changes_nothing() -> None:
    strip = StripPoints()
    strip.remove(["r-1"])
    strip.put([("r-2", a_row(squad=None))])
    assert strip.dirty() == frozenset()


def test_yesterdays_answers_leave_at_midnight_without_a_change() -> None:
    strip = StripPoints()
    strip.replace({"r-1": a_row(received=NOW - HOUR, on_scene=NOW)})
    assert len(strip.data("orange", MIDNIGHT + 24 * HOUR - 1).answered) == 1
    assert not len(strip.data("orange", MIDNIGHT + 24 * HOUR).answered)


def test_a_reports_jitter_is_always_the_same() -> None:
    rows = {f"r-{n}": a_row() for n in range(200)}
    one, other = orange(rows), orange(dict(reversed(rows.items())))
    assert content(one) == content(other)
    assert np.abs(one.waiting_jitter).max() <= 1
    assert one.waiting_jitter.std() > 0.4
