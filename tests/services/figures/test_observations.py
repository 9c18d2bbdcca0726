"""How a report's row becomes an observation under each measure."""

from dataclasses import replace
from typing import Any

import pytest

from services.domain.access import project
from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.report import Outcome, State
from services.domain.rows import ReportRow
from services.figures.columns import Kind, Observation
from services.figures.observations import MEASURES, Beside, UnknownMeasure, observation
from tests.builders import NOW, a_policy, a_report, a_supervisor

POLICY = a_policy()
RECEIVED = NOW - 10 * MINUTE


def a_row(state: State = State.RECEIVED, **changes: Any) -> ReportRow:
    """The row of a report on its straight way to a state, a minute a step."""
    row = project(a_report(state, **changes), a_supervisor(), POLICY)
    assert row is not None
    return row


def seen(row: ReportRow, measure: str, **beside: Any) -> Observation:
    """The observation of a row whose clock has begun."""
    found = observation("r-1", row, measure, beside=Beside(**beside))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("measure", "start", "end"),
    [
        ("acknowledge", RECEIVED, NOW - 9 * MINUTE),
        ("dispatch", RECEIVED, NOW - 8 * MINUTE),
        ("first_action", RECEIVED, NOW - 6 * MINUTE),
        ("resolve", NOW - 9 * MINUTE, NOW - 4 * MINUTE),
        ("closure", RECEIVED, NOW - 3 * MINUTE),
    ],
)
def test_each_measure_runs_from_its_start_to_its_act(measure: str, start: int, end: int) -> None:
    one = seen(a_row(State.CLOSED), measure)
    assert (one.received, one.start, one.end, one.kind) == (RECEIVED, start, end, Kind.ANSWERED)


def test_a_reply_is_measured_from_when_it_came_in_to_the_first_message_by_a_person() -> None:
    one = seen(a_row(State.ON_SCENE), "reply", replied=NOW - MINUTE)
    assert (one.start, one.end, one.kind, one.due) == (RECEIVED, NOW - MINUTE, Kind.ANSWERED, None)
    assert seen(a_row(State.ON_SCENE), "reply").kind is Kind.OPEN


@pytest.mark.parametrize("measure", [measure for measure in MEASURES if measure != "resolve"])
def test_an_open_report_is_still_waiting_under_every_measure(measure: str) -> None:
    assert seen(a_row(), measure).kind is Kind.OPEN
    assert observation("r-1", a_row(), "resolve") is None


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.DONE])
def test_a_closing_that_is_no_answer_is_a_competing_event(outcome: Outcome) -> None:
    closed = replace(a_row(), state="closed", outcome=outcome.value, closed=NOW)
    for measure in ("acknowledge", "dispatch", "first_action", "closure"):
        one = seen(closed, measure)
        assert (one.kind, one.end) == (Kind.COMPETING, NOW)
    assert seen(replace(closed, acknowledged=NOW - MINUTE), "acknowledge").kind is Kind.ANSWERED


def test_done_without_the_time_of_the_act_was_answered_nobody_knows_when() -> None:
    closed = replace(a_row(), state="closed", outcome="done", closed=NOW)
    assert (seen(closed, "first_action").kind, seen(closed, "first_action").end) == (Kind.ANSWERED, None)
    assert seen(closed, "closure").end == NOW


def test_targets_are_those_of_the_due_times() -> None:
    row = a_row(State.QUEUED)
    first = seen(row, "first_action")
    assert first.due == row.due_first
    assert first.due is not None
    assert first.target == first.due - RECEIVED
    assert seen(row, "dispatch").due is None
    assert seen(row, "closure").target is None
    assert seen(a_row(), "acknowledge").due == a_row().due_acknowledge
    assert seen(row, "acknowledge").due is None
    assert seen(row, "acknowledge", due_acknowledge=NOW).due == NOW


def test_pauses_are_not_counted_on_the_squads_clock_and_told_beside_every_measure() -> None:
    row = replace(a_row(State.WAITING), paused=HOUR)
    one = seen(row, "resolve", pausing=MINUTE, pause=2 * HOUR)
    assert (one.uncounted, one.paused) == (HOUR + MINUTE, HOUR + MINUTE)
    assert row.due_resolve is not None
    assert row.queued is not None
    assert one.target == row.due_resolve - row.queued - 3 * HOUR
    assert seen(row, "first_action").uncounted == 0
    assert seen(row, "first_action").paused == HOUR


def test_the_citizens_clock_adds_up_over_episodes_and_not_the_time_between() -> None:
    row = replace(a_row(State.QUEUED), episode=2, reopened=RECEIVED + 3 * DAY, open_before=HOUR)
    one = seen(row, "closure")
    assert one.uncounted == 3 * DAY - HOUR
    assert one.reopened
    assert not seen(a_row(), "closure").reopened


def test_what_games_the_speed_and_what_it_may_be_grouped_by_come_along() -> None:
    one = seen(replace(a_row(State.ASSIGNED), handoffs=3, members=("m-1", "m-2")), "first_action", refused=True)
    assert (one.handoffs, one.refused, one.report) == (3, True, "r-1")
    assert one.keys == {
        "squad": "orange", "label": "jalan_rusak", "priority": "P3", "kecamatan": "35.03.10", "member": "m-1"
    }  # fmt: skip
    assert seen(a_row(), "first_action").keys["member"] is None


def test_a_measure_that_does_not_exist_is_named() -> None:
    with pytest.raises(UnknownMeasure, match="joy"):
        observation("r-1", a_row(), "joy")
