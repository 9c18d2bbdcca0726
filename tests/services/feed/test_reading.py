"""What is read from the hub comes as plain values of the desk's own."""

import pytest

from services.figures.daily import Flow, Usual
from services.figures.day import DayFlow
from tests.builders import NOW
from tests.services.feed.conftest import Desks
from tests.services.feed.hub_by_hand import HubByHand


@pytest.mark.asyncio
async def test_the_day_comes_with_its_curves(hub: HubByHand, desk: Desks) -> None:
    async with desk() as room:
        hub.gets["day"] = {
            "day": "2026-11-24",
            "at": NOW,
            "open": 5,
            "late": 1,
            "step": 900_000,
            "received": [1, 2],
            "answered": [0, 1],
            "usual": {"low": [], "high": [], "weeks": 2},
        }
        curves = Flow("2026-11-24", 900_000, (1, 2), (0, 1), Usual((), (), 2))
        assert await room.client.get("day") == DayFlow(at=NOW, open=5, late=1, flow=curves)
