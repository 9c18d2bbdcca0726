"""The offset of the fastest of the last eight exchanges is the hub's clock."""

from hypothesis import given
from hypothesis import strategies as st

from services.protocol.hub_clock import QUICK, SLOW, HubClock


def learn(clock: HubClock, *, offset: int, there: int, back: int, at: int = 0) -> None:
    clock.learn(sent=at, received=at + there + offset, answered=at + there + offset + 1, back=at + there + 1 + back)


def test_before_anything_is_known_the_desks_own_clock_counts() -> None:
    assert HubClock().offset == 0


def test_an_even_exchange_gives_the_offset() -> None:
    clock = HubClock()
    learn(clock, offset=86_400_000, there=20, back=20)

    assert clock.offset == 86_400_000


def test_the_fastest_exchange_counts_whatever_came_later() -> None:
    clock = HubClock()
    learn(clock, offset=1_000, there=400, back=2)
    learn(clock, offset=1_000, there=3, back=3)
    learn(clock, offset=1_000, there=2, back=700)

    assert clock.offset == 1_000


def test_after_eight_slower_ones_it_is_forgotten() -> None:
    clock = HubClock()
    learn(clock, offset=5_000, there=1, back=1)
    for _ in range(8):
        learn(clock, offset=1_000, there=10, back=10)

    assert clock.offset == 1_000


@given(
    st.lists(st.tuples(st.integers(0, 800), st.integers(0, 800)), min_size=8, max_size=8), st.integers(-(10**8), 10**8)
)
def test_it_is_off_by_half_the_fastest_exchange_at_most(trips: list[tuple[int, int]], offset: int) -> None:
    clock = HubClock()
    for there, back in trips:
        learn(clock, offset=offset, there=there, back=back)

    assert abs(clock.offset - offset) <= min(there + back for there, back in trips) / 2 + 1


def test_pings_are_quick_until_eight_are_known() -> None:
    clock = HubClock()
    for _ in range(7):
        learn(clock, offset=0, there=1, back=1)

    assert clock.pause == QUICK
    learn(clock, offset=0, there=1, back=1)
    assert clock.pause == SLOW
