"""A hub with people of every role, in a process of its own, for each test."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.end_to_end.hub_process import HubProcess, copy, prepare


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A data folder with people of every role, and the connector's token."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    return folder, prepare(folder)


@pytest.fixture(scope="session")
def process(prepared: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    """One running hub for all tests that leave it alive; they meet each other's reports."""
    hub = HubProcess(copy(prepared[0], tmp_path_factory.mktemp("shared") / "data"), prepared[1])
    hub.start()
    yield hub
    assert hub.stop() == 0


@pytest_asyncio.fixture
async def hub(process: HubProcess) -> AsyncIterator[HubProcess]:
    """The shared hub, and no desk left at it afterwards."""
    yield process
    await process.leave()


@pytest_asyncio.fixture
async def own_hub(prepared: tuple[Path, str], tmp_path: Path) -> AsyncIterator[HubProcess]:
    """A hub of the test's own, to be killed, stopped and looked into."""
    hub = HubProcess(copy(prepared[0], tmp_path / "data"), prepared[1])
    hub.start()
    yield hub
    await hub.leave()
    hub.kill()
