"""A desk without a network: the feed of a hub by hand, a clock wound by hand, files in a folder of the test's own."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.desk import Desk
from desktop.language import Languages
from desktop.link import FeedLink
from services.feed.credentials import Password
from tests.desktop.at_hand import AtHand
from tests.desktop.office import Office, OpenOffice
from tests.end_to_end.hub_process import HubProcess, prepare
from tests.services.feed.builders import HandClock
from tests.services.feed.hub_by_hand import HubByHand

Opened = Callable[..., AbstractAsyncContextManager[AtHand]]


@pytest.fixture(autouse=True)
def one_application(qapp: QApplication) -> Iterator[None]:
    """Let no closed window end the loop, as in the program."""
    qapp.setQuitOnLastWindowClosed(False)
    yield
    qapp.setQuitOnLastWindowClosed(True)


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[Languages]:
    """Show every text in Bahasa Indonesia while a test runs."""
    languages = Languages("id", parent=qapp)
    yield languages
    languages.deleteLater()


@pytest.fixture
def at_hand(tmp_path: Path) -> Opened:
    """Open a desk that signs in at a hub by hand and follows its board."""
    its_hub, clock = HubByHand(), HandClock()

    @asynccontextmanager
    async def opened(hub: HubByHand = its_hub, url: str = "ws://127.0.0.1:1") -> AsyncIterator[AtHand]:
        link = FeedLink(
            url,
            Password("sari", "rahasia"),
            folder=tmp_path,
            language="id",
            clock=clock,
            later=clock.later,
            dial=hub.connect,
        )
        desk = AtHand(hub=hub, clock=clock, link=link, desk=Desk(link))
        link.start()
        try:
            yield desk
        finally:
            await link.close()
            desk.let_go()

    return opened


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    """One running hub for all tests here; they meet each other's reports."""
    folder = tmp_path_factory.mktemp("hub") / "data"
    process = HubProcess(folder, prepare(folder))
    process.start()
    yield process
    process.stop()


@pytest.fixture
def office(hub: HubProcess, tmp_path: Path, qapp: QApplication) -> OpenOffice:
    """Open an office; everything in it is closed at the end, and nothing unexpected has happened."""
    del qapp

    @asynccontextmanager
    async def opened_office() -> AsyncIterator[Office]:
        made = Office(hub, tmp_path)
        try:
            yield made
        finally:
            await made.close()
        assert made.failures.count == 0

    return opened_office
