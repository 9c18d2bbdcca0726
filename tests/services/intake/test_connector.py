"""A connector opens reports in order, many under way at once, and says when there is no hub for them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from services.domain.commands import Open, Source
from services.domain.refusals import BadFormat
from services.intake.connector import AHEAD, NUMBERS, Connector, HubGone, desk_of
from tests.services.feed.builders import HandClock, settle
from tests.services.feed.hub_by_hand import DeadHub, HubByHand

pytestmark = pytest.mark.asyncio


@pytest.fixture
def hub() -> HubByHand:
    hub = HubByHand()
    hub.roles = ["intake"]
    return hub


@asynccontextmanager
async def connected(hub: HubByHand | DeadHub, clock: HandClock, **changes: Any) -> AsyncIterator[Connector]:
    settings: dict[str, Any] = {"desk": "replay-1", "clock": clock, "chance": lambda: 0.5, "later": clock.later}
    connector = Connector("ws://127.0.0.1:1", "device-1", dial=hub.connect, **{**settings, **changes})
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(connector.run())
        await clock.wind(0.01)
        yield connector
        connector.stop()
        await settle()


def an_open(n: int, **changes: Any) -> Open:
    return Open(**{"label": "banjir", "text": f"Air naik {n}", "source": Source("test", str(n)), **changes})


async def test_reports_are_opened_in_order_and_answered_each(hub: HubByHand) -> None:
    clock = HandClock()

    async with connected(hub, clock) as connector:
        answers = [await connector.open(an_open(n)) for n in range(100)]
        await clock.wind(1)

        assert [answer.result().report for answer in answers] == [f"r-{n}" for n in range(1, 101)]
    assert [message["args"]["text"] for message in hub.said("command")] == [f"Air naik {n}" for n in range(100)]
    assert hub.said("hello")[0]["auth"] == {"token": "device-1"}


async def test_what_is_there_already_is_told_apart(hub: HubByHand) -> None:
    clock = HandClock()

    async with connected(hub, clock) as connector:
        first, again = await connector.open(an_open(1)), await connector.open(an_open(1))
        await clock.wind(1)

        assert (first.result().existing, again.result().existing) == (False, True)
        assert first.result().report == again.result().report


async def test_numbers_go_on_from_what_the_hub_says(hub: HubByHand) -> None:
    hub.last_command = 812
    clock = HandClock()

    async with connected(hub, clock) as connector:
        await connector.open(an_open(1))
        await clock.wind(1)

    assert hub.said("command")[0]["key"] == "replay-1.813"


@pytest.mark.parametrize("code", ["rate", "busy", "storage"])
async def test_what_the_hub_would_not_take_is_sent_again_in_order(hub: HubByHand, code: str) -> None:
    hub.codes = [{"code": code, "wait": 50}] * 3
    clock = HandClock()

    async with connected(hub, clock) as connector:
        answers = [await connector.open(an_open(n)) for n in range(40)]
        await clock.wind(10)

        assert [answer.result().report for answer in answers] == [f"r-{n}" for n in range(1, 41)]
    assert list(hub.opened.values()) == [f"r-{n}" for n in range(1, 41)]


async def test_a_number_taken_by_an_earlier_run_is_passed_over(hub: HubByHand) -> None:
    hub.codes = [{"code": "key_reuse"}]
    clock = HandClock()

    async with connected(hub, clock) as connector:
        answers = [await connector.open(an_open(n)) for n in range(3)]
        await clock.wind(1)

        assert all(answer.result().ok for answer in answers)


async def test_numbers_taken_without_end_are_an_answer(hub: HubByHand) -> None:
    hub.codes = [{"code": "key_reuse"}] * NUMBERS
    clock = HandClock()

    async with connected(hub, clock) as connector:
        answer = await connector.open(an_open(1))
        await clock.wind(1)

        assert answer.result().code == "key_reuse"


async def test_a_lost_connection_opens_nothing_twice(hub: HubByHand) -> None:
    clock = HandClock()

    async with connected(hub, clock) as connector:
        hub.silent = True
        answers = [await connector.open(an_open(n)) for n in range(5)]
        await settle()
        hub.silent = False
        hub.hang_up()
        await clock.wind(2)

        assert [answer.result().report for answer in answers] == [f"r-{n}" for n in range(1, 6)]
    assert hub.last_command == 5


async def test_no_more_than_so_many_wait_for_an_answer(hub: HubByHand) -> None:
    clock = HandClock()

    async with connected(hub, clock) as connector:
        hub.silent = True
        answers = [await connector.open(an_open(n)) for n in range(AHEAD)]
        async with asyncio.TaskGroup() as tasks:
            one_more = tasks.create_task(connector.open(an_open(AHEAD)))
            await settle()
            assert not one_more.done()
            hub.silent = False
            hub.hang_up()
            await clock.wind(5)
        await clock.wind(1)
        assert one_more.result().done()
        assert all(answer.done() for answer in answers)


async def test_without_a_hub_the_rest_is_given_up_after_a_while() -> None:
    clock = HandClock()

    async with connected(DeadHub(accepts=False), clock, patience=30) as connector, asyncio.TaskGroup() as tasks:
        refused = tasks.create_task(_gone(connector))
        await clock.wind(31)

        assert refused.result() == "no hub has answered for 30 seconds"


async def test_a_hub_that_goes_away_for_good_leaves_no_report_waiting(hub: HubByHand) -> None:
    clock = HandClock()

    async with connected(hub, clock, patience=30) as connector:
        hub.silent = True
        answer = await connector.open(an_open(1))
        await clock.wind(200)

        assert isinstance(answer.exception(), HubGone)
        assert await _gone(connector) == "no hub has answered for 30 seconds"


async def test_a_short_absence_is_waited_for(hub: HubByHand) -> None:
    clock = HandClock()

    async with connected(hub, clock, patience=60) as connector:
        for _ in range(3):
            hub.silent = True
            await clock.wind(40)
            hub.silent = False
            hub.hang_up()
            await clock.wind(15)

        answer = await connector.open(an_open(1))
        await clock.wind(1)
        assert answer.result().ok


async def test_a_token_nobody_knows_ends_it_at_once(hub: HubByHand) -> None:
    hub.refuse = {"code": "bad_credentials", "retry_after": 2_000}
    clock = HandClock()

    async with connected(hub, clock) as connector:
        assert await _gone(connector) == "the hub refuses this connector: bad_credentials"


async def test_a_token_of_a_wall_ends_it_at_once(hub: HubByHand) -> None:
    hub.roles = ["wall"]
    clock = HandClock()

    async with connected(hub, clock) as connector:
        assert await _gone(connector) == "this token may not open reports"


async def test_what_cannot_be_sent_takes_no_room(hub: HubByHand) -> None:
    clock = HandClock()

    async with connected(hub, clock) as connector:
        for _ in range(AHEAD + 1):
            with pytest.raises(BadFormat):
                await connector.open(an_open(1, text="\ud800"))


async def test_stopping_fails_what_has_no_answer(hub: HubByHand) -> None:
    clock = HandClock()

    async with connected(hub, clock) as connector:
        hub.silent = True
        answer = await connector.open(an_open(1))
        given_up = await connector.open(an_open(2))
        given_up.cancel()
        connector.stop()
        await settle()

        assert str(answer.exception()) == "stopped"


async def test_the_desk_is_the_same_for_a_token_and_a_name() -> None:
    assert desk_of("t", "la311") == desk_of("t", "la311")
    assert len({desk_of("t", "la311"), desk_of("t", "surabaya"), desk_of("u", "la311")}) == 3


async def _gone(connector: Connector) -> str:
    with pytest.raises(HubGone) as gone:
        await connector.open(an_open(99))
    return str(gone.value)
