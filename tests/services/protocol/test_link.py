"""What the screen says of the feed follows the age of the data."""

import pytest

from services.protocol.link import Link, LinkWatch


@pytest.mark.parametrize(
    ("age", "link"),
    [
        (0, Link.LIVE),
        (7_000, Link.LIVE),
        (7_001, Link.AGING),
        (11_999, Link.AGING),
        (12_000, Link.STALE),
        (24_999, Link.STALE),
        (25_000, Link.LOST),
        (10**9, Link.LOST),
    ],
)
def test_the_state_follows_the_age(age: int, link: Link) -> None:
    watch = LinkWatch()
    watch.heard(1_000, live=True)
    watch.changed(1_000)

    watch.changed(1_000 + age)

    assert watch.link is link


def test_before_anything_was_heard_it_is_lost() -> None:
    watch = LinkWatch()

    assert watch.changed(0) is None
    assert watch.link is Link.LOST
    assert watch.next_tick() is None


def test_a_change_is_told_once_and_its_time_is_known_before() -> None:
    watch = LinkWatch()
    watch.heard(0, live=True)

    told = [(0, watch.changed(0))]
    while (at := watch.next_tick()) is not None:
        assert watch.changed(at - 1) is None
        told.append((at, watch.changed(at)))
        assert watch.changed(at) is None

    assert told == [(0, Link.LIVE), (7_001, Link.AGING), (12_000, Link.STALE), (25_000, Link.LOST)]


def test_frames_of_a_board_that_is_not_whole_do_not_make_it_fresh() -> None:
    watch = LinkWatch()
    watch.heard(0, live=True)
    watch.heard(20_000, live=False)

    assert watch.changed(20_000) is Link.STALE


def test_a_feed_lives_from_its_first_fresh_frame_without_a_break() -> None:
    watch = LinkWatch()
    assert watch.lost(0) == 0
    watch.heard(1_000, live=True)
    watch.heard(9_000, live=True)
    assert watch.lost(31_000) == 30_000

    watch.heard(40_000, live=True)
    watch.heard(41_000, live=False)
    assert watch.lost(50_000) == 0


def test_without_data_there_is_no_age() -> None:
    watch = LinkWatch()
    watch.heard(0, live=True)
    watch.changed(0)

    watch.forget()

    assert watch.changed(1) is Link.LOST


def test_a_clock_that_goes_back_makes_nothing_older() -> None:
    watch = LinkWatch()
    watch.heard(5_000, live=True)

    assert watch.changed(0) is Link.LIVE
