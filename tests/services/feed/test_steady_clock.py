"""The desk's clock shows Unix time and never goes back."""

import time

import pytest

from services.feed.steady_clock import steady_clock

SECOND = 1_000


def test_it_shows_the_time() -> None:
    assert abs(steady_clock()() - time.time() * SECOND) < SECOND


def test_it_does_not_follow_a_wall_clock_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = steady_clock()
    before = clock()

    monkeypatch.setattr(time, "time", lambda: 0.0)

    assert before <= clock() < before + 10 * SECOND


def test_it_works_where_the_system_does_not_count_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)

    assert abs(steady_clock()() - time.time() * SECOND) < SECOND
