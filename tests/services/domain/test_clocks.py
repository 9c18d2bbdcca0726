"""The two clocks: the citizen's runs through everything, the squad's stands in pauses only."""

from dataclasses import replace
from typing import Any

from services.domain.access import project
from services.domain.clocks import citizen_clock, squad_clock
from services.domain.policy import HOUR, MINUTE
from services.domain.report import State, Waiting
from services.domain.rows import ReportRow
from tests.builders import NOW, a_dispatcher, a_policy, a_report


def a_row(state: State, **changes: Any) -> ReportRow:
    row = project(a_report(state, **changes), a_dispatcher(), a_policy())
    assert row is not None
    return row


def test_the_citizen_clock_runs_from_received_until_closed() -> None:
    row = a_row(State.RECEIVED, received=NOW - HOUR)
    assert citizen_clock(row, NOW) == HOUR
    assert citizen_clock(replace(row, closed=NOW - 10 * MINUTE), NOW) == 50 * MINUTE


def test_the_citizen_clock_adds_up_over_episodes() -> None:
    row = replace(a_row(State.QUEUED, received=NOW - 9 * HOUR), reopened=NOW - HOUR, open_before=2 * HOUR)
    assert citizen_clock(row, NOW) == 3 * HOUR


def test_the_squad_clock_begins_with_the_queue() -> None:
    assert squad_clock(a_row(State.RECEIVED), NOW) is None
    assert squad_clock(a_row(State.QUEUED, queued=NOW - HOUR), NOW) == HOUR


def test_the_squad_clock_leaves_out_pauses_and_stands_in_one() -> None:
    paused = a_row(State.ON_SCENE, queued=NOW - 3 * HOUR, paused=HOUR)
    assert squad_clock(paused, NOW) == 2 * HOUR
    waiting = Waiting("citizen", NOW + HOUR, NOW - HOUR, State.ACCEPTED)
    assert squad_clock(a_row(State.WAITING, queued=NOW - 3 * HOUR, waiting=waiting), NOW) == 2 * HOUR


def test_the_squad_clock_stops_with_the_result_or_the_closing() -> None:
    resolved = a_row(State.RESOLVED, queued=NOW - 3 * HOUR, resolved=NOW - HOUR)
    assert squad_clock(resolved, NOW) == 2 * HOUR
    closed = replace(a_row(State.QUEUED, queued=NOW - 3 * HOUR), closed=NOW - 2 * HOUR)
    assert squad_clock(closed, NOW) == HOUR
