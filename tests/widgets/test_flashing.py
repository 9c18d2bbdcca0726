"""A marker flashes once a second and is never left dark."""

import pytest

from widgets.flashing import HALF_MS, Flashing

pytestmark = pytest.mark.usefixtures("qapp")


def phases(flashing: Flashing, *elapsed: int) -> list[bool]:
    seen = []
    for millis in elapsed:
        flashing.half(millis)
        seen.append(flashing.bright)
    return seen


def test_it_is_bright_for_half_a_second_and_quiet_for_half_a_second() -> None:
    assert HALF_MS == 500
    assert phases(Flashing(), HALF_MS, HALF_MS, HALF_MS) == [False, True, False]


def test_a_timer_that_stalls_leaves_it_bright() -> None:
    assert phases(Flashing(), HALF_MS, 2_000, 2_000, HALF_MS) == [False, True, True, False]


def test_it_is_steady_and_bright_when_it_is_no_longer_wanted() -> None:
    flashing, turns = Flashing(), []
    flashing.turned.connect(lambda: turns.append(flashing.bright))
    flashing.flash(True)
    assert flashing.running
    flashing.half(HALF_MS)
    flashing.flash(True)
    assert turns == [False]
    flashing.flash(False)
    assert (flashing.running, flashing.bright, turns) == (False, True, [False, True])
