"""Observations side by side."""

import numpy as np

from services.figures.columns import ABSENT, Kind
from tests.services.figures.builders import AGO, HOUR, NOW, answered, columns, waiting, with_target


def test_records_become_columns_in_their_order_with_unknown_times_marked() -> None:
    first = with_target(answered(HOUR, paused=7, handoffs=2, reopened=True, uncounted=5), 2 * HOUR)
    found = columns(first, waiting(HOUR, refused=True))
    assert len(found) == 2
    assert found.end.tolist() == [AGO + HOUR, ABSENT]
    assert found.due.tolist() == [AGO + 2 * HOUR, ABSENT]
    assert found.target.tolist() == [2 * HOUR, ABSENT]
    assert found.received.tolist() == found.start.tolist() == [AGO, NOW - HOUR]
    assert found.kind.tolist() == [Kind.ANSWERED, Kind.OPEN]
    assert (found.paused.tolist(), found.uncounted.tolist(), found.handoffs.tolist()) == ([7, 0], [5, 0], [2, 0])
    assert (found.reopened.tolist(), found.refused.tolist()) == ([True, False], [False, True])


def test_rows_are_taken_by_number_or_by_flag() -> None:
    found = columns(*(answered(after, paused=after, handoffs=after) for after in range(5)))
    by_number, by_flag = found.take(np.array([3, 1])), found.take(found.handoffs > 2)
    assert by_number.paused.tolist() == by_number.handoffs.tolist() == [3, 1]
    assert by_flag.paused.tolist() == [3, 4]
