"""A data folder, `admin` run in this process, and a hub that holds the folder."""

import io
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from services.admin.app import main
from services.store.database import Store
from services.store.requests import execute_pending
from tests.services.store.samples import TickingClock

PASSWORD = "kopi pahit 7"


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an empty, migrated database."""
    folder = tmp_path_factory.mktemp("empty") / "hub"
    Store.open(folder, clock=TickingClock()).close()
    return folder


@pytest.fixture
def data(tmp_path: Path, empty_folder: Path) -> Path:
    """A hub's data, held by nobody."""
    shutil.copytree(empty_folder, tmp_path / "hub")
    return tmp_path / "hub"


@pytest.fixture
def hub(data: Path) -> Iterator[Store]:
    """A running hub: it holds the folder and carries out what is asked of it."""
    stop = threading.Event()
    with closing(Store.open(data, clock=TickingClock())) as store:

        def chores() -> None:
            while not stop.wait(0.02):
                execute_pending(store)

        thread = threading.Thread(target=chores)
        thread.start()
        yield store
        stop.set()
        thread.join()


@pytest.fixture
def admin(data: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run `admin --data DATA WORDS` with a password on stdin and return its exit status."""

    def run(*words: str, stdin: str = f"{PASSWORD}\n") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        try:
            return main(["--data", str(data), *words])
        except SystemExit as ended:
            return int(ended.code or 0)

    return run
