"""A store in a folder of its own, closed again whatever happens."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from services.store.database import Store
from tests.services.store.samples import TickingClock


@pytest.fixture
def clock() -> TickingClock:
    """A clock that a test moves."""
    return TickingClock()


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty, migrated database: copying it is quicker than migrating again."""
    folder = tmp_path_factory.mktemp("empty") / "hub"
    Store.open(folder, clock=TickingClock()).close()
    return folder


@pytest.fixture
def open_store(tmp_path: Path, clock: TickingClock, empty_folder: Path) -> Iterator[Callable[[], Store]]:
    """Open the store of the test's folder, as often as a test needs."""
    opened: list[Store] = []
    shutil.copytree(empty_folder, tmp_path / "hub")

    def again() -> Store:
        opened.append(Store.open(tmp_path / "hub", clock=clock))
        return opened[-1]

    yield again
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Store:
    """An empty store."""
    return open_store()
