"""A hub on a real store, without sockets."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.services.hub.running import Running


@pytest_asyncio.fixture
async def running(tmp_path: Path) -> AsyncIterator[Running]:
    """A hub in this process, at NOW."""
    hub = Running(tmp_path)
    await hub.start()
    yield hub
    await hub.stop()
