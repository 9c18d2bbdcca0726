"""How a desk comes back: backing off, resuming, noticing a dead line, and showing the age of what it has."""

import asyncio
import random
from collections.abc import Callable

import pytest

from services.feed import outputs as told
from services.feed.outputs import LinkState
from services.feed.wire import Wire
from tests.builders import NOW
from tests.services.feed.builders import settle
from tests.services.feed.conftest import AtADesk, Desks
from tests.services.feed.hub_by_hand import DeadHub, HubByHand

pytestmark = pytest.mark.asyncio

MINUTE = 60.0


def states(room: AtADesk) -> list[LinkState]:
    """Return the states that were told, each once in a row."""
    found: list[LinkState] = []
    for changed in room.told(told.LinkChanged):
        if not found or found[-1] is not changed.link.state:
            found.append(changed.link.state)
    return found


@pytest.mark.parametrize("accepts", [True, False])
@pytest.mark.parametrize("chance", [random.Random(7).random, random.Random(8).random, lambda: 0.5])
async def test_a_hub_that_accepts_and_closes_is_tried_once_a_second_at_most(
    desk: Desks, accepts: bool, chance: Callable[[], float]
) -> None:
    dead = DeadHub(accepts=accepts)
    async with desk(dial=dead.connect, chance=chance) as room:
        await room.clock.wind(MINUTE)

    assert 4 < dead.tries <= MINUTE


async def test_the_waits_grow_to_half_a_minute_and_no_further(desk: Desks) -> None:
    dead = DeadHub(accepts=False)

    async with desk(dial=dead.connect, chance=lambda: 1.0) as room:
        await room.clock.wind(10 * MINUTE)
        before = dead.tries
        await room.clock.wind(10 * MINUTE)

    assert dead.tries - before == 20


async def test_a_desk_that_finds_no_hub_says_so_at_once(desk: Desks) -> None:
    async with desk(dial=DeadHub(accepts=False).connect) as room:
        assert states(room) == [LinkState.CONNECTING, LinkState.LOST]


async def test_a_feed_that_lived_half_a_minute_is_tried_again_at_once(hub: HubByHand, desk: Desks) -> None:
    async with desk(chance=lambda: 1.0) as room:
        for _ in range(8):
            hub.hang_up(4001)
            await room.clock.wind(6)
            for _ in range(7):
                await room.clock.wind(5)
                hub.say({"type": "heartbeat", "at": NOW})
        before = len(hub.said("hello"))
        hub.hang_up(4001)
        await room.clock.wind(0.5)

        assert len(hub.said("hello")) == before + 1


async def test_the_chain_goes_on_where_it_broke(hub: HubByHand, desk: Desks) -> None:
    hub.put("r-1", "v1")

    async with desk() as room:
        hub.say(hub.delta(hub.put("r-2", "v1")))
        await settle()
        reached = hub.cursor
        hub.hang_up()
        await room.clock.wind(1)

        assert hub.said("subscribe")[1]["cursor"] == reached
        assert len(room.told(told.BoardReplaced)) == 1
        assert room.told(told.BoardChanged)[-1].replay
        assert set(room.client.board.entries("report")) == {"r-1", "r-2"}


async def test_events_of_catching_up_are_not_told(hub: HubByHand, desk: Desks) -> None:
    async with desk() as room:
        event = {"event": "assigned", "report": "r-1", "by": "Budi", "at": NOW}
        hub.say(hub.delta(hub.put("r-1", "v1"), replay=True, events=[event]))
        await settle()

        assert room.told(told.BoardChanged)[-1].events == ()


async def test_a_silent_line_shows_the_age_of_its_data_and_is_given_up(hub: HubByHand, desk: Desks) -> None:
    """Half-open: the hub takes everything in and nothing comes back (RELIABILITY.md section 5.4, fault 8)."""
    async with desk() as room:
        hub.silent = True
        (wire,) = hub.wires
        await room.clock.wind(12.1)
        assert states(room)[-1] is LinkState.STALE
        assert room.told(told.LinkChanged)[-1].link.data_at == NOW
        assert wire.parted is None

        await room.clock.wind(12.8)
        hub.silent = False
        await room.clock.wind(1)
        assert states(room) == [
            LinkState.CONNECTING,
            LinkState.LIVE,
            LinkState.AGING,
            LinkState.STALE,
            LinkState.LOST,
            LinkState.LIVE,
        ]
        assert wire.parted is not None


async def test_heartbeats_keep_a_quiet_feed_live(hub: HubByHand, desk: Desks) -> None:
    async with desk() as room:
        for _ in range(12):
            await room.clock.wind(5)
            hub.say({"type": "heartbeat", "at": NOW})
            await settle()

        assert states(room) == [LinkState.CONNECTING, LinkState.LIVE]
    assert len(hub.wires) == 1


async def test_stopping_while_a_hub_is_dialled_does_not_wait_for_it(desk: Desks) -> None:
    async with desk(dial=_dial_for_ever) as room:
        assert states(room) == [LinkState.CONNECTING]


async def _dial_for_ever() -> Wire:
    await asyncio.Event().wait()
    raise AssertionError


async def test_a_new_word_on_when_to_connect_counts_more_than_an_old_one(hub: HubByHand, desk: Desks) -> None:
    hub.refuse = {"code": "slow_down", "retry_after": 30_000}

    async with desk() as room:
        await room.clock.wind(29)
        assert len(hub.said("hello")) == 1
        hub.refuse = None
        await room.clock.wind(2)

        assert states(room)[-1] is LinkState.LIVE
