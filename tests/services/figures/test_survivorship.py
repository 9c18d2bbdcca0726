"""The survivorship warning."""

from dataclasses import replace

from services.figures.cells import Cell
from services.figures.speed import figures
from services.figures.survivorship import differently_open, nothing_open, warned
from tests.services.figures.builders import NOW, columns


def period(*, n: int, waiting: int) -> Cell:
    return replace(figures(columns(), now=NOW), n=n, open=waiting, answered=n - waiting)


def marks(*periods: Cell) -> list[bool]:
    return [cell.warnings == ("survivorship",) for cell in warned(periods)]


def test_a_period_with_nothing_open_is_suspect_once_it_has_figures() -> None:
    assert nothing_open(n=10, waiting=0)
    assert not nothing_open(n=9, waiting=0)
    assert not nothing_open(n=10, waiting=1)


def test_periods_are_compared_with_their_neighbours_and_both_are_marked() -> None:
    few, many = period(n=100, waiting=5), period(n=100, waiting=40)
    assert marks(few, few, many) == [False, True, True]
    assert marks(many, few, few, few) == [True, True, False, False]
    assert marks(few, few) == [False, False]


def test_a_difference_that_chance_explains_is_none() -> None:
    # 10 against 23 of 100: 2.48 standard errors; against 24: 2.63
    assert not differently_open(period(n=100, waiting=10), period(n=100, waiting=23))
    assert differently_open(period(n=100, waiting=10), period(n=100, waiting=24))
    assert not differently_open(period(n=10, waiting=1), period(n=10, waiting=5))


def test_a_period_without_figures_is_compared_with_nothing() -> None:
    assert marks(period(n=9, waiting=9), period(n=500, waiting=1)) == [False, False]


def test_periods_all_closed_or_all_open_do_not_differ() -> None:
    assert not differently_open(period(n=50, waiting=0), period(n=60, waiting=0))
    assert not differently_open(period(n=50, waiting=50), period(n=60, waiting=60))


def test_a_warning_is_given_once() -> None:
    suspect = replace(period(n=100, waiting=0), warnings=("survivorship",))
    assert [cell.warnings for cell in warned([suspect, period(n=100, waiting=40)])] == [("survivorship",)] * 2


def test_nothing_to_compare_gives_nothing() -> None:
    assert warned([]) == ()
