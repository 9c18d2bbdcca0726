"""The strip's axis is logarithmic and keeps every point in sight."""

from itertools import pairwise

import numpy as np
import pytest

from services.domain.policy import DAY, HOUR, MINUTE
from widgets.models.strip_axis import FEW_TICKS, FIRST, LAST, TICKS, place, places


def test_one_time_stands_where_many_stand() -> None:
    spans = np.array([0, MINUTE, *TICKS, 40 * DAY], np.int64)
    assert places(spans) == pytest.approx([place(int(span)) for span in spans])


def test_twice_as_long_is_everywhere_as_far() -> None:
    steps = [place(2 * span) - place(span) for span in (15 * MINUTE, HOUR, 4 * HOUR)]
    assert steps == pytest.approx([steps[0]] * 3)


def test_what_is_beyond_the_axis_is_drawn_at_its_end() -> None:
    assert 0 < place(0) == place(FIRST) < place(TICKS[0])
    assert place(TICKS[-1]) < place(LAST) == place(100 * DAY) < 1


def test_a_time_before_the_report_is_at_the_beginning() -> None:
    assert place(-HOUR) == place(0) == places(np.array([-HOUR], np.int64))[0]


@pytest.mark.parametrize("ticks", [TICKS, FEW_TICKS])
def test_ticks_ascend(ticks: tuple[int, ...]) -> None:
    assert all(place(before) < place(after) for before, after in pairwise(ticks))
    assert set(ticks) <= set(TICKS)
