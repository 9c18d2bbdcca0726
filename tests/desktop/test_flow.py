"""The day's flow is asked for with each board and once a minute; while the link is lost it says how old it is."""

from typing import Any

from desktop.flow import ASK_EVERY
from desktop.language import Languages
from services.feed.outputs import LinkState
from tests.builders import NOW
from tests.desktop.conftest import Opened
from tests.desktop.looping import a_moment, on_qt_loop, until
from tests.desktop.seat import Seat, seated
from tests.services.feed.hub_by_hand import Message

DAY: dict[str, Any] = {
    "day": "2026-11-24", "at": NOW, "open": 4, "late": 1, "step": 900_000, "received": [1, 3], "answered": [0, 2],
    "usual": {"low": [], "high": [], "weeks": 1},
}  # fmt: skip


def asked(seat: Seat) -> list[Message]:
    return [message for message in seat.hub.said("get") if message["what"] == "day"]


async def told(seat: Seat) -> None:
    """Let the hub tell the day."""
    seat.hub.gets["day"] = DAY
    seat.view.instruments.tick(seat.desk.now + ASK_EVERY)
    await until(lambda: seat.view.instruments.flow.day is not None)


@on_qt_loop
async def test_it_is_asked_for_once_a_minute(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await until(lambda: len(asked(seat)) > 0)
        before, now = len(asked(seat)), seat.desk.now
        seat.view.instruments.tick(now + ASK_EVERY - 5_000)
        await a_moment()
        assert len(asked(seat)) == before
        seat.view.instruments.tick(now + ASK_EVERY)
        await until(lambda: len(asked(seat)) == before + 1)


@on_qt_loop
async def test_what_the_hub_tells_is_shown(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await told(seat)
        day = seat.view.instruments.flow.day
        assert day is not None
        assert day.totals == (3, 2)
        assert day.at == NOW


@on_qt_loop
async def test_a_hub_that_will_not_tell_leaves_what_was_told(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await told(seat)
        del seat.hub.gets["day"]
        before = len(asked(seat))
        seat.view.instruments.tick(seat.desk.now + 3 * ASK_EVERY)
        await until(lambda: len(asked(seat)) == before + 1)
        await a_moment()
        assert seat.view.instruments.flow.day is not None


@on_qt_loop
async def test_while_the_link_is_lost_it_says_its_time_and_asks_nothing(at_hand: Opened, indonesian: Languages) -> None:
    async with seated(at_hand, indonesian) as seat:
        await told(seat)
        words = seat.view.instruments.flow.words()
        before = len(asked(seat))
        seat.hub.silent = True
        await seat.room.clock.wind(26)
        seat.view.instruments.tick(seat.desk.now + 5 * ASK_EVERY)
        assert len(seat.view.instruments.flow.words()) == len(words) + 1
        assert len(asked(seat)) == before
        seat.hub.silent = False
        while seat.desk.link.state.state is LinkState.LOST:
            await seat.room.clock.wind(1)
        seat.view.instruments.tick(seat.desk.now)
        assert seat.view.instruments.flow.words() == words
        await until(lambda: len(asked(seat)) > before)
