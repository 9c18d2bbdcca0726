"""A desk waits longer each time, at random, and short again only after half a minute of live feed."""

from services.protocol.back_off import MOST, PROVEN, BackOff


def test_the_longest_wait_doubles_up_to_thirty_seconds() -> None:
    back_off = BackOff()

    assert [back_off.wait(1.0, lived=0) for _ in range(12)] == [
        *(200 * 2**n for n in range(8)),
        *[MOST] * 4,
    ]


def test_chance_spreads_the_wait_from_nothing_to_the_longest() -> None:
    assert [BackOff().wait(chance, lived=0) for chance in (0.0, 0.25, 0.5)] == [0, 50, 100]


def test_only_a_feed_that_lived_makes_the_next_wait_short() -> None:
    back_off = BackOff()
    for _ in range(5):
        back_off.wait(1.0, lived=PROVEN - 1)

    assert back_off.wait(1.0, lived=PROVEN - 1) == 6_400
    assert back_off.wait(1.0, lived=PROVEN) == 200


def test_a_hub_that_accepts_and_closes_is_tried_less_than_once_a_second() -> None:
    back_off, now, tries = BackOff(), 0, 0
    while now < 60_000:
        now += back_off.wait(0.5, lived=0)
        tries += 1

    assert tries <= 60
