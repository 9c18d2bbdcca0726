"""Leaving the hard cases lying must not pay: the simulation the design rests on, and faults it would find."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import pytest

from services.figures.cells import Cell, NotReached, Reached
from services.figures.columns import Kind, Observation, columns_of
from services.figures.speed import figures
from services.figures.survival import quantile
from tests.services.figures.builders import DAY, HOUR, NOW, ints

MONTH: Final = 30 * DAY
TARGET: Final = 8 * HOUR
REPORTS: Final = 900


@dataclass(frozen=True)
class Flattering:
    """What a naive report would say: figures of closed reports only."""

    mean: float
    median: float
    in_target: float


def honest(hard: bool, chance: np.random.Generator) -> int | None:
    """Answer every report; a hard one takes somewhat longer."""
    return int(chance.lognormal(np.log((4 if hard else 3) * HOUR), 0.7))


def picking(hard: bool, chance: np.random.Generator) -> int | None:
    """Answer the easy two thirds at once and let the rest rot."""
    return None if hard else int(chance.lognormal(np.log(2.3 * HOUR), 0.8))


def month(answers: Callable[[bool, np.random.Generator], int | None], seed: int) -> list[Observation]:
    """Return one squad's first month, a third of its reports hard, as it stands at the month's end."""
    chance = np.random.default_rng(seed)
    reports = []
    for _ in range(REPORTS):
        received = NOW - int(chance.uniform(0, MONTH))
        after = answers(bool(chance.random() < 1 / 3), chance)
        done = after is not None and received + after <= NOW
        reports.append(
            Observation(
                received=received,
                start=received,
                end=received + after if after is not None and done else None,
                kind=Kind.ANSWERED if done else Kind.OPEN,
                due=received + TARGET,
                target=TARGET,
            )
        )
    return reports


def closed_only(reports: list[Observation]) -> Flattering:
    """Return the dishonest figures: the planted fault of every test here."""
    times = ints(*(one.end - one.start for one in reports if one.end is not None))
    return Flattering(float(times.mean()), quantile(times, 0.5), float((times <= TARGET).mean()))


def figures_of(reports: list[Observation]) -> Cell:
    return figures(columns_of(reports), now=NOW)


@pytest.mark.parametrize("seed", range(5))
def test_letting_the_hard_third_rot_wins_on_closed_only_figures_and_loses_on_ours(seed: int) -> None:
    # given: the first month of an honest squad and of one that answers the easy two thirds fast
    fair, unfair = month(honest, seed), month(picking, seed)
    # then: closed-only figures praise the wrong one
    praised, blamed = closed_only(unfair), closed_only(fair)
    assert praised.mean < blamed.mean
    assert praised.median < blamed.median
    assert praised.in_target > blamed.in_target
    # and ours do not
    ours, theirs = figures_of(fair), figures_of(unfair)
    assert isinstance(ours.p50, Reached)
    assert isinstance(theirs.p50, Reached)
    assert ours.p50.ms < theirs.p50.ms
    assert isinstance(ours.p90, Reached)
    assert isinstance(theirs.p90, NotReached)
    assert ours.in_target.low is not None
    assert theirs.in_target.high is not None
    assert ours.in_target.low > theirs.in_target.high
    assert ours.used50 is not None
    assert theirs.used50 is not None
    assert ours.used50 < theirs.used50


def test_without_open_reports_both_ways_of_counting_agree() -> None:
    reports = [one for one in month(honest, 1) if one.kind is Kind.ANSWERED]
    found = figures_of(reports)
    assert isinstance(found.p50, Reached)
    assert found.p50.ms == closed_only(reports).median


def test_dropping_the_open_reports_is_a_fault_the_figures_warn_of() -> None:
    unfair = month(picking, 2)
    assert figures_of(unfair).warnings == ()
    assert figures_of([one for one in unfair if one.kind is Kind.ANSWERED]).warnings == ("survivorship",)


def test_closing_the_rotting_third_as_duplicates_does_not_help_either() -> None:
    # given: on the last evening every open report is closed as a duplicate
    swept = [
        one
        if one.kind is Kind.ANSWERED
        else Observation(
            received=one.received, start=one.start, end=NOW, kind=Kind.COMPETING, due=one.due, target=one.target
        )
        for one in month(picking, 3)
    ]
    before, after = figures_of(month(picking, 3)), figures_of(swept)
    # then
    assert isinstance(before.p50, Reached)
    assert isinstance(after.p50, Reached)
    assert after.p50.ms >= before.p50.ms
    assert isinstance(after.p90, NotReached)
    assert after.in_target.inside == before.in_target.inside
    assert before.in_target.of - after.in_target.of < 10
