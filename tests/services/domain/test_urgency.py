"""What the queue sorts by in every state, and how late a row is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.access import project
from services.domain.policy import HOUR, MINUTE
from services.domain.report import Millis, Report, State
from services.domain.rows import ReportRow
from services.domain.urgency import LATE, LATER, NEVER, SOON, Group, group, next_due, sort_key, used
from tests.builders import NOW, a_policy, a_report, a_supervisor

FIRST, RESOLVE, VERIFY = NOW + HOUR, NOW + 2 * HOUR, NOW + 3 * HOUR


def a_row(state: State | Report = State.QUEUED, **changes: object) -> ReportRow:
    """A row as a supervisor sees it, due at round times."""
    report = state if isinstance(state, Report) else a_report(state)
    row = project(report, a_supervisor(), a_policy())
    assert row is not None
    plain = replace(row, due_first=FIRST, due_resolve=RESOLVE, due_verify=VERIFY)
    return replace(plain, **changes)  # type: ignore[arg-type] # the tests name fields of the row


@pytest.mark.parametrize(
    ("state", "due"),
    [
        (State.RECEIVED, FIRST),
        (State.QUEUED, FIRST),
        (State.ASSIGNED, FIRST),
        (State.ACCEPTED, FIRST),
        (State.ON_SCENE, RESOLVE),
        (State.WAITING, RESOLVE),
        (State.RESOLVED, VERIFY),
        (State.CLOSED, None),
    ],
)
def test_the_next_due_time_is_that_of_the_step_under_way(state: State, due: Millis | None) -> None:
    assert next_due(a_row(state)) == due


def test_back_in_the_queue_after_the_first_action_the_resolution_counts() -> None:
    assert next_due(a_row(a_report(State.QUEUED, on_scene=NOW))) == RESOLVE


def test_waiting_before_anybody_went_there_counts_towards_the_resolution_too() -> None:
    assert next_due(a_row(a_report(State.WAITING, on_scene=None))) == RESOLVE


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (NOW - 1, LATE),
        (NOW, SOON),
        (NOW + 30 * MINUTE, SOON),
        (NOW + 30 * MINUTE + 1, LATER),
        (None, LATER),
    ],
)
def test_a_row_is_late_soon_or_later(due: Millis | None, expected: Group) -> None:
    assert group(a_row(due_first=due), NOW) is expected


def test_a_closed_report_is_never_late() -> None:
    assert group(a_row(State.CLOSED), NOW + 1000 * HOUR) is LATER


@pytest.mark.parametrize(
    ("now", "share"),
    [(NOW - HOUR, 0.0), (NOW, 0.0), (NOW + 15 * MINUTE, 0.25), (FIRST, 1.0), (FIRST + HOUR, 2.0)],
)
def test_used_is_the_share_of_the_time_that_has_passed(now: Millis, share: float) -> None:
    assert used(a_row(received=NOW), now) == share


def test_pauses_that_have_ended_are_no_part_of_the_share() -> None:
    row = a_row(State.ON_SCENE, queued=NOW - HOUR, paused=HOUR, due_resolve=NOW + HOUR)

    assert used(row, NOW + 30 * MINUTE) == 0.5


def test_a_resolved_report_uses_the_time_for_verifying() -> None:
    assert used(a_row(State.RESOLVED, resolved=NOW, due_verify=NOW + 2 * HOUR), NOW + HOUR) == 0.5


@pytest.mark.parametrize(
    "row",
    [
        a_row(State.CLOSED),
        a_row(due_first=None),
        a_row(State.ON_SCENE, queued=None),
    ],
)
def test_without_a_due_time_nothing_is_used(row: ReportRow) -> None:
    assert used(row, NOW) == 0.0


def test_a_due_time_that_does_not_lie_after_its_start_is_just_late() -> None:
    assert used(a_row(received=NOW, due_first=NOW), NOW + MINUTE) > 1


def test_rows_sort_by_due_time_then_the_longer_wait_then_the_id() -> None:
    rows = {
        "closed": a_row(State.CLOSED),
        "due later": a_row(State.ON_SCENE),
        "b": a_row(),
        "a": a_row(),
        "waits longer": a_row(received=NOW - 5 * HOUR),
    }

    assert sorted(rows, key=lambda id_: sort_key(rows[id_], id_)) == ["waits longer", "a", "b", "due later", "closed"]
    assert sort_key(rows["closed"], "closed")[0] == NEVER < 2**63


@given(st.sampled_from(State), st.integers(-(10**8), 10**8))
def test_late_is_what_has_used_more_than_all_its_time(state: State, later: Millis) -> None:
    row, now = a_row(state), NOW + later

    assert (group(row, now) is LATE) == (used(row, now) > 1)
