"""While a window is open Python looks for cycles seldom; afterwards as before."""

import gc

import pytest

from desktop.collecting import YOUNG, seldom_collecting


def test_cycles_are_looked_for_seldom_while_a_window_is_open_and_then_as_before() -> None:
    before = gc.get_threshold()
    with seldom_collecting():
        assert gc.get_threshold() == (YOUNG, *before[1:])
    assert gc.get_threshold() == before


def test_the_old_measure_comes_back_after_a_failure_too() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="lost"), seldom_collecting():
        raise ValueError("lost")
    assert gc.get_threshold() == before


def test_what_was_there_first_is_not_looked_at_again() -> None:
    frozen = gc.get_freeze_count()
    kept = [[n] for n in range(1_000)]
    with seldom_collecting():
        assert gc.get_freeze_count() >= frozen + len(kept)
