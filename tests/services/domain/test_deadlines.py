"""Targets per label and priority, and what is due when."""

import time
from csv import DictReader
from datetime import UTC, date, datetime, timedelta, timezone
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import read_text
from services.domain.deadlines import (
    UNKNOWN_LABEL,
    Dues,
    add,
    calendar_of,
    claim_length,
    dues,
    first_at,
    label_of,
    scaled,
    targets_of,
)
from services.domain.policy import DAY, HOUR, MINUTE, CalendarKind, Label, Policy, Target, Unit, parse_target
from services.domain.report import Millis, Priority, Report, State, Waiting
from tests.builders import NOW, a_label, a_policy, a_report

WIB = timezone(timedelta(hours=7))
IDUL_FITRI = frozenset({date(2026, 3, day) for day in (19, 20, 23, 24)})
OFFICE = CalendarKind.OFFICE
ALWAYS = CalendarKind.ALWAYS


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> Millis:
    return round(datetime(year, month, day, hour, minute, tzinfo=WIB).timestamp() * 1000)


def a_label_with(first: str, resolve: str, priority: Priority = Priority.P3, calendar: CalendarKind = OFFICE) -> Label:
    return a_label("uji", None, priority, calendar=calendar, first=parse_target(first), resolve=parse_target(resolve))


def written(label: Label) -> dict[str, tuple[str, str]]:
    """The targets of a label by priority, as written."""
    return {
        priority.value: (str(first), str(resolve))
        for priority in Priority
        for first, resolve in [targets_of(label, priority)]
    }


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        pytest.param(
            a_label_with("1wd", "7wd"),
            {"P1": ("15m", "4wd"), "P2": ("1wd", "7wd"), "P3": ("2wd", "7wd")},
            id="the damaged road of TABLES.md section 5",
        ),
        pytest.param(
            a_label_with("10m", "1d", Priority.P2, ALWAYS),
            {"P1": ("10m", "12h"), "P2": ("10m", "1d"), "P3": ("20m", "1d")},
            id="shorter than 15 minutes already",
        ),
        pytest.param(
            a_label_with("4h", "1wd"),
            {"P1": ("15m", "12h"), "P2": ("4h", "1wd"), "P3": ("8h", "1wd")},
            id="half of a single working day",
        ),
        pytest.param(
            a_label_with("30m", "3d", Priority.P2, ALWAYS),
            {"P1": ("15m", "36h"), "P2": ("30m", "3d"), "P3": ("60m", "3d")},
            id="half of an odd number of days",
        ),
        pytest.param(
            a_label_with("2h", "1h"),
            {"P1": ("15m", "30m"), "P2": ("2h", "1h"), "P3": ("4h", "1h")},
            id="half of an hour",
        ),
        pytest.param(
            a_label_with("15m", "1d", Priority.P1, ALWAYS),
            {"P1": ("15m", "1d"), "P2": ("15m", "1d"), "P3": ("30m", "1d")},
            id="written for P1, where P1 is the default",
        ),
    ],
)
def test_targets_follow_from_those_of_p2(label: Label, expected: dict[str, tuple[str, str]]) -> None:
    assert written(label) == expected


def test_p1_runs_round_the_clock_whatever_its_label() -> None:
    label = a_label_with("1wd", "7wd")

    assert [calendar_of(label, priority) for priority in Priority] == [ALWAYS, OFFICE, OFFICE]


@pytest.mark.parametrize(
    ("start", "target", "calendar", "due"),
    [
        pytest.param(at(2026, 11, 20, 14, 0), "45m", OFFICE, at(2026, 11, 23, 7, 45), id="minutes in office hours"),
        pytest.param(at(2026, 11, 20, 14, 0), "2h", OFFICE, at(2026, 11, 23, 9, 0), id="hours in office hours"),
        pytest.param(at(2026, 11, 20, 14, 0), "2h", ALWAYS, at(2026, 11, 20, 16, 0), id="hours round the clock"),
        pytest.param(at(2026, 11, 20, 14, 0), "1d", OFFICE, at(2026, 11, 21, 14, 0), id="a day is 24 hours everywhere"),
        pytest.param(at(2026, 11, 20, 14, 0), "1wd", OFFICE, at(2026, 11, 23, 14, 0), id="a working day of the office"),
        pytest.param(
            at(2026, 11, 20, 14, 0), "1wd", ALWAYS, at(2026, 11, 21, 14, 0), id="round the clock every day works"
        ),
        pytest.param(at(2026, 3, 18, 14, 0), "2wd", OFFICE, at(2026, 3, 26, 14, 0), id="over the holidays"),
        pytest.param(at(2026, 11, 24, 10, 0), "0.5wd", OFFICE, at(2026, 11, 24, 14, 15), id="half of 8.5 office hours"),
        pytest.param(at(2026, 11, 20, 10, 0), "0.5wd", OFFICE, at(2026, 11, 20, 13, 30), id="half of Friday's seven"),
        pytest.param(at(2026, 11, 24, 10, 0), "1.5wd", OFFICE, at(2026, 11, 25, 14, 15), id="a day and a half"),
        pytest.param(at(2026, 11, 21, 5, 0), "0.5wd", OFFICE, at(2026, 11, 23, 5, 0), id="no office time between them"),
    ],
)
def test_a_target_passes_in_its_calendar(start: Millis, target: str, calendar: CalendarKind, due: Millis) -> None:
    assert add(start, parse_target(target), calendar=calendar, holidays=IDUL_FITRI) == due


@given(st.integers(0, 2**41), st.integers(1, 400), st.integers(1, 400))
def test_a_part_of_working_days_lies_between_the_whole_ones(start: Millis, quarters: int, more: int) -> None:
    sooner, later = (
        add(start, Target(n / 4, Unit.WORKING_DAYS), calendar=OFFICE, holidays=IDUL_FITRI)
        for n in (quarters, quarters + more)
    )

    assert start <= sooner <= later


def test_a_share_of_a_target_is_a_target() -> None:
    assert [str(scaled(parse_target(text), 0.75)) for text in ("1wd", "2h", "1d", "15m")] == [
        "0.75wd",
        "90m",
        "18h",
        "11.25m",
    ]


def test_the_ladder_goes_by_shares_of_the_first_action_target() -> None:
    report = a_report(received=at(2026, 11, 20, 10, 0))

    steps = [first_at(report, share, a_policy()) for share in (0.75, 1, 2)]

    # a damaged road of P3 has two working days
    assert steps == [at(2026, 11, 23, 14, 15), at(2026, 11, 24, 10, 0), at(2026, 11, 26, 10, 0)]


def test_a_share_of_the_whole_target_is_when_the_first_action_is_due() -> None:
    report = a_report()

    assert first_at(report, 1, a_policy()) == dues(report, a_policy()).first


@pytest.mark.parametrize(("priority", "minutes"), [(Priority.P1, 5), (Priority.P2, 15), (Priority.P3, 60)])
def test_a_lease_lasts_by_priority(priority: Priority, minutes: int) -> None:
    assert claim_length(priority) == minutes * MINUTE


# --- what is due when -----------------------------------------------------------------------------------------------


def test_the_first_action_is_due_from_received_and_the_resolution_from_queued() -> None:
    report = a_report(State.QUEUED, received=at(2026, 11, 20, 10, 0), queued=at(2026, 11, 20, 11, 0))

    due = dues(report, a_policy())

    assert (due.first, due.resolve) == (at(2026, 11, 24, 10, 0), at(2026, 12, 1, 11, 0))


def test_both_stay_when_they_are_done_since_they_are_measured_against() -> None:
    policy = a_policy()

    queued, closed = dues(a_report(State.QUEUED), policy), dues(a_report(State.CLOSED), policy)

    assert closed == Dues(queued.first, queued.resolve, None, None, None)


def test_no_resolution_is_due_before_the_squad_clock_runs() -> None:
    assert dues(a_report(), a_policy()).resolve is None


def test_a_change_of_priority_moves_both() -> None:
    ordinary = a_report(State.QUEUED)
    emergency = a_report(State.QUEUED, priority=Priority.P1)

    due = dues(emergency, a_policy())

    assert (due.first, due.resolve) == (emergency.received + 15 * MINUTE, (emergency.queued or 0) + 4 * DAY)
    assert dues(ordinary, a_policy()) != due


def test_pauses_put_the_resolution_off_and_not_the_first_action() -> None:
    policy = a_policy()
    plain, paused = a_report(State.ON_SCENE), a_report(State.ON_SCENE, paused=5 * HOUR)

    before, after = dues(plain, policy), dues(paused, policy)

    assert (after.first, after.resolve) == (before.first, (before.resolve or 0) + 5 * HOUR)


def test_a_pause_under_way_counts_up_to_its_end() -> None:
    policy = a_policy()
    began = NOW - 5 * MINUTE
    working = a_report(State.ON_SCENE, paused=MINUTE)
    waiting = a_report(State.WAITING, paused=MINUTE, waiting=Waiting("citizen", NOW + HOUR, began, State.ON_SCENE))

    assert dues(waiting, policy).resolve == (dues(working, policy).resolve or 0) + HOUR + 5 * MINUTE


ANSWER_TIMES = [
    pytest.param(Priority.P1, at(2026, 11, 20, 14, 0), at(2026, 11, 20, 14, 5), id="P1 5 minutes"),
    pytest.param(Priority.P2, at(2026, 11, 20, 14, 20), at(2026, 11, 20, 14, 50), id="P2 30 minutes by the clock"),
    pytest.param(Priority.P3, at(2026, 11, 20, 14, 0), at(2026, 11, 23, 11, 0), id="P3 4 office hours"),
]


@pytest.mark.parametrize(("priority", "start", "due"), ANSWER_TIMES)
def test_a_new_report_is_to_be_acknowledged_by_priority(priority: Priority, start: Millis, due: Millis) -> None:
    report = a_report(priority=priority, received=start)

    assert dues(report, a_policy()).acknowledge == due


@pytest.mark.parametrize(("priority", "start", "due"), ANSWER_TIMES)
def test_an_assignment_is_to_be_accepted_by_priority_from_when_it_was_made(
    priority: Priority, start: Millis, due: Millis
) -> None:
    report = a_report(State.ASSIGNED, priority=priority, assigned=start - DAY, assigned_since=start)

    assert dues(report, a_policy()).accept == due


@pytest.mark.parametrize(
    ("priority", "due"),
    [
        (Priority.P1, at(2026, 11, 21, 15, 0)),
        (Priority.P2, at(2026, 11, 23, 15, 0)),
        (Priority.P3, at(2026, 11, 23, 15, 0)),
    ],
)
def test_a_resolved_report_is_to_be_verified_in_a_working_day(priority: Priority, due: Millis) -> None:
    report = a_report(State.RESOLVED, priority=priority, resolved=at(2026, 11, 20, 15, 0))

    assert dues(report, a_policy()).verify == due


@pytest.mark.parametrize("state", list(State))
def test_a_step_is_due_only_while_it_is_under_way(state: State) -> None:
    due = dues(a_report(state), a_policy())

    under_way = {name for name in ("acknowledge", "accept", "verify") if getattr(due, name) is not None}
    assert under_way == {
        State.RECEIVED: {"acknowledge"},
        State.ASSIGNED: {"accept"},
        State.RESOLVED: {"verify"},
    }.get(state, set())


def test_a_step_whose_start_is_unknown_is_not_due() -> None:
    assigned, resolved = a_report(State.ASSIGNED, assigned_since=None), a_report(State.RESOLVED, resolved=None)

    assert dues(assigned, a_policy()).accept is None
    assert dues(resolved, a_policy()).verify is None


# --- the shipped labels ---------------------------------------------------------------------------------------------

SHIPPED = [
    a_label_with(row["first_action"], row["resolve"], Priority(row["priority"]), CalendarKind(row["calendar"]))
    for row in DictReader(StringIO(read_text("labels.csv")))
]


def test_no_shipped_label_promises_the_less_urgent_more() -> None:
    start = at(2026, 11, 24, 9, 0)
    for label in SHIPPED:
        first, resolve = zip(
            *([add_of(label, priority, n, start) for n in (0, 1)] for priority in Priority), strict=True
        )
        assert list(first) == sorted(first), label
        assert list(resolve) == sorted(resolve), label


def add_of(label: Label, priority: Priority, which: int, start: Millis) -> Millis:
    calendar = calendar_of(label, priority)
    return add(start, targets_of(label, priority)[which], calendar=calendar, holidays=IDUL_FITRI)


# --- labels nobody knows --------------------------------------------------------------------------------------------


def test_an_unknown_label_is_due_like_other_things() -> None:
    policy = a_policy(a_label_with("7m", "9m", Priority.P2, ALWAYS))
    other = policy.labels["lainnya"]

    assert label_of("uji", policy).key == "uji"
    assert label_of("tak_dikenal", policy) is other


def test_even_without_any_label_something_is_due() -> None:
    report = a_report(State.QUEUED, label="tak_dikenal", squad=None)

    assert label_of("tak_dikenal", Policy()) is UNKNOWN_LABEL
    assert dues(report, Policy()).first > report.received


# --- speed ----------------------------------------------------------------------------------------------------------


def test_the_dues_of_two_thousand_reports_take_well_under_a_fifth_of_a_second() -> None:
    policy = a_policy(holidays=IDUL_FITRI)
    reports = [_some_report(n) for n in range(2_000)]

    began = time.process_time()
    for report in reports:
        dues(report, policy)

    assert time.process_time() - began < 0.2


def _some_report(n: int) -> Report:
    moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=265 * n)
    start = round(moment.timestamp() * 1000)
    return a_report(State.RESOLVED, received=start, queued=start + MINUTE, resolved=start + DAY)
