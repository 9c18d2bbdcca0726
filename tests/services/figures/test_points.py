"""The points of the response strip."""

from services.figures.points import Point, points
from tests.services.figures.builders import DAY, HOUR, NOW, answered, competing, waiting, with_target


def test_answered_reports_stand_at_their_time_and_open_ones_at_their_age_late_or_not() -> None:
    found = points(
        [
            with_target(answered(HOUR, report="r-1"), HOUR),
            with_target(answered(2 * HOUR, report="r-2"), HOUR),
            with_target(waiting(HOUR, report="r-3"), HOUR),
            with_target(waiting(DAY, report="r-4"), HOUR),
            waiting(DAY, report="r-5"),
        ],
        NOW,
    )
    assert found == (
        Point("r-1", HOUR, answered=True, late=False),
        Point("r-2", 2 * HOUR, answered=True, late=True),
        Point("r-3", HOUR, answered=False, late=False),
        Point("r-4", DAY, answered=False, late=True),
        Point("r-5", DAY, answered=False, late=False),
    )


def test_competing_closes_and_impossible_times_have_no_point() -> None:
    assert points([competing(HOUR), answered(-1), waiting(-1)], NOW) == ()


def test_an_open_report_moves_right_as_time_passes() -> None:
    one = waiting(HOUR, report="r-1")
    assert [points([one], NOW + later)[0].ms for later in (0, HOUR)] == [HOUR, 2 * HOUR]
