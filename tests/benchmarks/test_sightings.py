"""A probe's time runs from the hub's hand to the first paint that shows it, or what came after it."""

import asyncio

import pytest

from tests.benchmarks.sightings import Sightings


def test_a_probe_overtaken_unseen_waits_for_the_one_that_was_seen() -> None:
    sightings = Sightings(seen={0: 110, 2: 330})
    assert sightings.spans({0: 100, 1: 200, 2: 300}, end=900) == {0: 10, 1: 130, 2: 30}


def test_a_probe_that_was_never_seen_counts_until_the_end() -> None:
    assert Sightings(seen={0: 110}).spans({0: 100, 1: 200}, end=900) == {0: 10, 1: 700}


def test_only_the_first_sight_counts() -> None:
    sightings = Sightings(seen={0: 110})
    sightings.saw(0)
    assert sightings.seen == {0: 110}


@pytest.mark.asyncio
async def test_waiting_for_a_probe_ends_with_it_or_a_later_one() -> None:
    sightings = Sightings()
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(sightings.until(3))
        await asyncio.sleep(0)
        sightings.saw(2)
        await asyncio.sleep(0)
        assert not waiting.done()
        sightings.saw(4)
    await sightings.until(1)
