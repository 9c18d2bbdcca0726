"""The counts and figures of squads and members, each over what its audience may see."""

from dataclasses import replace

import pytest

from services.domain.access import project
from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.report import Outcome, Priority, Report, State
from services.domain.rows import ReportRow
from services.domain.squads import PUBLIC_SQUADS, Squad
from services.hub.response import NO_FIGURES, WINDOW, Response, in_target_of, p50_of
from services.hub.standings import Standings
from services.hub.tally import Count, Tally
from tests.builders import NOW, a_covert_report, a_member, a_policy, a_report, a_supervisor

POLICY = a_policy()
HENDRO_ = a_supervisor()


def look(report: Report) -> ReportRow | None:
    """The row of an uncleared supervisor."""
    return project(report, HENDRO_, POLICY)


def a_tally() -> Tally:
    """A tally of the public squads."""
    return Tally(frozenset(PUBLIC_SQUADS), look)


def take(tally: Tally, report: Report, now: int = NOW) -> set[tuple[str, str]]:
    """Count a report as it is."""
    return tally.take(report.id, tally.row(report), now)


@pytest.mark.parametrize(
    ("state", "count"),
    [
        (State.RECEIVED, Count(open=1, unassigned=1)),
        (State.QUEUED, Count(open=1, unassigned=1)),
        (State.ASSIGNED, Count(open=1)),
        (State.RESOLVED, Count(open=1, to_verify=1)),
        (State.CLOSED, Count()),
    ],
)
def test_a_report_counts_by_its_state(state: State, count: Count) -> None:
    tally = a_tally()
    take(tally, a_report(state))
    assert tally.count("squad", "orange") == count


def test_a_report_that_moves_counts_where_it_is_and_no_longer_where_it_was() -> None:
    tally = a_tally()
    assert take(tally, a_report(State.ASSIGNED, members=("m-22",))) == {("squad", "orange"), ("member", "m-22")}
    moved = a_report(State.ASSIGNED, squad=Squad.BLUE, members=("m-41",))
    assert take(tally, moved) == {("squad", "orange"), ("squad", "blue"), ("member", "m-22"), ("member", "m-41")}
    assert tally.count("squad", "orange") == tally.count("member", "m-22") == Count()
    assert tally.count("squad", "blue").open == tally.count("member", "m-41").open == 1
    assert take(tally, moved) == set()


def test_covert_reports_and_unmapped_ones_count_for_no_public_squad() -> None:
    tally = a_tally()
    assert take(tally, a_covert_report()) == set()
    assert take(tally, a_report(squad=None)) == set()
    assert take(tally, a_report()) == {("squad", "orange")}
    assert take(tally, replace(a_report(), covert=True, access=frozenset({"u-x"}))) == {("squad", "orange")}
    assert tally.count("squad", "orange") == Count()


def test_time_alone_makes_a_report_due_within_the_hour_and_then_late() -> None:
    tally = a_tally()
    report = a_report(label="banjir", priority=Priority.P1, received=NOW)
    take(tally, report)
    assert tally.count("squad", "orange") == Count(open=1, due_hour=1, unassigned=1)
    assert tally.tick(NOW + 15 * MINUTE) == set()
    assert tally.tick(NOW + 15 * MINUTE + 1) == {("squad", "orange")}
    assert tally.count("squad", "orange") == Count(open=1, late=1, unassigned=1)


def _answered(n: int, *, received: int = NOW - HOUR, members: tuple[str, ...] = ("m-22",)) -> Report:
    report = a_report(State.ON_SCENE, id=f"r-{n}", received=received, members=members)
    return replace(report, on_scene=received + 10 * MINUTE)


def test_figures_stand_on_thirty_days_and_are_made_only_when_asked() -> None:
    response = Response()
    for n in range(12):
        response.take(f"r-{n}", look(_answered(n)), NOW)
    response.take("r-old", look(_answered(99, received=NOW - WINDOW - 1)), NOW)
    assert response.cell("squad", "orange") is NO_FIGURES
    assert response.refresh(NOW) == {("squad", "orange"), ("member", "m-22")}
    cell = response.cell("squad", "orange")
    assert (cell.n, cell.answered, p50_of(cell)) == (12, 12, 10 * MINUTE)
    assert response.cell("member", "m-22").n == 12
    assert response.refresh(NOW) == set()
    response.take("r-1", None, NOW)
    response.refresh(NOW)
    assert response.cell("squad", "orange").n == 11
    assert response.tick(NOW + WINDOW) == {("squad", "orange"), ("member", "m-22")}
    assert response.cell("squad", "orange").n == 0


def test_a_median_that_is_not_reached_is_none_and_shares_of_nothing_too() -> None:
    response = Response()
    for n in range(10):
        response.take(f"r-{n}", look(a_report(id=f"r-{n}")), NOW)
    response.refresh(NOW)
    cell = response.cell("squad", "orange")
    assert (cell.n, p50_of(cell), in_target_of(cell)) == (10, None, None)


def test_a_squads_row_keeps_its_time_until_something_else_in_it_changes() -> None:
    standings = Standings(a_tally())
    members = {"m-22": a_member("m-22"), "m-23": a_member("m-23", on=False), "m-41": a_member("m-41", Squad.BLUE)}
    assert standings.take(a_report(), NOW) == {("squad", "orange")}
    row = standings.squad_row(Squad.ORANGE, members, NOW)
    assert (row.open, row.unassigned, row.on, row.window_days, row.n, row.at) == (1, 1, 1, 30, 0, NOW)
    assert standings.squad_row(Squad.ORANGE, members, NOW + 5_000) == row
    standings.refresh(NOW + 6_000)
    assert standings.squad_row(Squad.ORANGE, members, NOW + 6_000) == replace(row, n=1, at=NOW + 6_000)
    assert ("squad", "orange") in standings.tick(NOW + 20 * DAY)
    assert standings.squad_row(Squad.ORANGE, members, NOW + 20 * DAY).late == 1


def test_a_members_load_counts_what_he_has_in_hand() -> None:
    standings = Standings(a_tally())
    standings.take(a_report(State.ASSIGNED, members=("m-22",)), NOW)
    standings.take(a_report(State.CLOSED, id="r-2", outcome=Outcome.DONE, members=("m-22",)), NOW)
    standings.refresh(NOW)
    load = standings.load(a_member("m-22"))
    assert (load.open, load.late, load.n, load.p50) == (1, 0, 2, None)


def test_a_retired_report_counts_in_the_figures_and_in_no_queue() -> None:
    standings = Standings(a_tally())
    standings.take(a_report(State.CLOSED, retired=True), NOW)
    standings.refresh(NOW)
    assert standings.tally.count("squad", "orange") == Count()
    assert standings.response.cell("squad", "orange").n == 1
