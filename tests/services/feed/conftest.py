"""A desk on a hub by hand: both in one test, with a clock wound by hand and no network."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import pytest

from services.feed.client import FeedClient
from services.feed.credentials import Password
from services.feed.local_store import NothingKept
from services.feed.outputs import Output
from tests.services.feed.builders import HandClock, settle
from tests.services.feed.hub_by_hand import HubByHand

T = TypeVar("T")
DESK = "d-1"


@dataclass
class AtADesk:
    """A client and everything it has said."""

    client: FeedClient
    clock: HandClock
    outputs: list[Output] = field(default_factory=list)

    def told(self, kind: type[T]) -> list[T]:
        """Return what was said of one kind."""
        return [output for output in self.outputs if isinstance(output, kind)]


Desks = Callable[..., AbstractAsyncContextManager[AtADesk]]


@pytest.fixture
def hub() -> HubByHand:
    return HubByHand()


@pytest.fixture
def desk(hub: HubByHand) -> Desks:
    """Open a desk on the hub; it runs until the block ends."""

    @asynccontextmanager
    async def opened(**changes: Any) -> AsyncIterator[AtADesk]:
        clock = changes.pop("clock", None) or HandClock()
        outputs: list[Output] = []
        settings: dict[str, Any] = {
            "desk": DESK,
            "credentials": Password("sari", "rahasia"),
            "on_output": outputs.append,
            "clock": clock,
            "chance": lambda: 0.5,
            "later": clock.later,
            "dial": hub.connect,
            **changes,
        }
        store = settings.pop("store", None) or NothingKept()
        client = FeedClient("ws://127.0.0.1:1", store, **settings)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(client.run())
            await clock.wind(0.01)
            try:
                yield AtADesk(client, clock, outputs)
            finally:
                client.stop()
                await settle()

    return opened
