"""How a report stands at a given moment."""

from dataclasses import replace

import pytest

from services.figures.clocks import clocks
from services.figures.columns import Kind, Observation
from tests.services.figures.builders import AGO, DAY, HOUR, NOW, answered, columns, competing, waiting


def kind_of(observation: Observation, now: int = NOW) -> Kind:
    return Kind(int(clocks(columns(observation), now).kind[0]))


def elapsed_of(observation: Observation, now: int = NOW) -> int:
    return int(clocks(columns(observation), now).elapsed[0])


def test_an_answered_report_waited_until_its_answer_an_open_one_until_now() -> None:
    assert elapsed_of(answered(2 * HOUR)) == 2 * HOUR
    assert elapsed_of(competing(HOUR)) == HOUR
    assert elapsed_of(waiting(3 * DAY)) == 3 * DAY


def test_time_the_measure_does_not_count_is_taken_off() -> None:
    assert elapsed_of(answered(5 * HOUR, uncounted=2 * HOUR)) == 3 * HOUR
    assert elapsed_of(waiting(5 * HOUR, uncounted=2 * HOUR)) == 3 * HOUR
    assert clocks(columns(waiting(5 * HOUR, uncounted=2 * HOUR)), NOW).wall.tolist() == [5 * HOUR]


@pytest.mark.parametrize("left", [answered(DAY), competing(DAY)])
def test_what_happened_after_the_moment_asked_for_had_not_happened(left: Observation) -> None:
    assert kind_of(left, now=AGO + DAY) is left.kind
    assert kind_of(left, now=AGO + DAY - 1) is Kind.OPEN
    assert elapsed_of(left, now=AGO + HOUR) == HOUR


@pytest.mark.parametrize(
    "impossible",
    [
        answered(-1),
        competing(-1),
        answered(HOUR, end=None),
        answered(HOUR, uncounted=HOUR + 1),
        answered(HOUR, start=AGO - 1),
        waiting(HOUR, uncounted=HOUR + 1),
        waiting(-1),
        answered(-1, received=NOW + HOUR),
        replace(answered(HOUR), kind=Kind.EXCLUDED),
        waiting(HOUR, kind=Kind.EXCLUDED),
    ],
)
def test_impossible_times_are_excluded_whatever_the_report_says(impossible: Observation) -> None:
    assert kind_of(impossible) is Kind.EXCLUDED


def test_an_answer_in_the_same_millisecond_is_possible() -> None:
    assert kind_of(answered(0)) is Kind.ANSWERED
    assert kind_of(waiting(0)) is Kind.OPEN
