"""Permits come in steadily, are saved up to a burst, and cost nothing when refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.people import Role, User
from services.protocol.limits import CONNECTORS, PEOPLE, Allowance, Bucket, limits_of


def test_a_burst_then_one_permit_each_time_it_is_due() -> None:
    bucket = Bucket(Allowance(10, 3), 0)

    assert [bucket.take(0) for _ in range(4)] == [0, 0, 0, 101]
    assert [bucket.take(99), bucket.take(101), bucket.take(101)] == [2, 0, 100]


def test_no_more_than_the_burst_is_saved_up() -> None:
    bucket = Bucket(Allowance(10, 3), 0)

    assert [bucket.take(1_000_000) for _ in range(4)] == [0, 0, 0, 101]


def test_a_clock_that_stands_or_goes_back_gives_nothing_twice() -> None:
    bucket = Bucket(Allowance(10, 1), 1_000)

    assert bucket.take(1_000) == 0
    assert bucket.take(0) > 0
    assert bucket.take(1_050) > 0
    assert bucket.take(1_101) == 0


@given(st.floats(0.1, 1_000), st.integers(1, 50), st.lists(st.integers(0, 5_000), max_size=60))
def test_a_wait_that_was_named_is_long_enough(a_second: float, burst: int, pauses: list[int]) -> None:
    bucket, now = Bucket(Allowance(a_second, burst), 0), 0
    for pause in pauses:
        now += pause
        if wait := bucket.take(now):
            now += wait
            assert bucket.take(now) == 0


@pytest.mark.parametrize(
    ("roles", "limits"),
    [({Role.INTAKE}, CONNECTORS), ({Role.DISPATCHER}, PEOPLE), ({Role.WALL}, PEOPLE), (set(), PEOPLE)],
)
def test_connectors_may_send_more_than_people(roles: set[Role], limits: object) -> None:
    assert limits_of(User(id="u", name="U", roles=frozenset(roles))) is limits
    assert (PEOPLE.commands, PEOPLE.in_flight) == (Allowance(10, 60), 16)
    assert (CONNECTORS.commands, CONNECTORS.in_flight) == (Allowance(1_000, 2_000), 64)
