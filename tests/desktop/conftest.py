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
