"""The hub's time."""

from itertools import pairwise

from services.hub.clock import HubClock


def test_the_clock_runs_on_through_any_leap_of_the_computers_clock_and_comes_back_to_it() -> None:
    wall, steady = [1_000_000.0], [0.0]
    clock = HubClock(lambda: wall[0], lambda: steady[0])
    assert clock() == 1_000_000
    wall[0] += 3_600_000
    assert clock() == 1_000_000
    times = []
    for _ in range(100):
        wall[0] += 1_000
        steady[0] += 1_000
        times.append(clock())
    assert all(b - a in {1_049, 1_050} for a, b in pairwise(times))
    wall[0] -= 7_200_000
    for _ in range(100):
        wall[0] += 1_000
        steady[0] += 1_000
        times.append(clock())
    assert all(b > a for a, b in pairwise(times))
    steady[0] += 1e9
    wall[0] = times[-1] + 1e9
    assert abs(clock() - wall[0]) <= 1
