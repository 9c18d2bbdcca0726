"""Opening and closing: what was written is there again, and what is damaged is refused."""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from services.store import database, engine
from services.store.database import Store, look
from services.store.engine import FILE
from services.store.failures import StorageFailed, StoreRefused
from services.store.folder_lock import FolderHeld, FolderLock
from services.store.line import Line, disk_failure
from services.store.reader import Reader
from tests.services.store.samples import TickingClock, command, do, noted, opened_nth, writing


def test_what_was_written_is_there_after_opening_again(open_store: Callable[[], Store]) -> None:
    first = open_store()
    do(first, command(1, opened_nth(1)))
    first.close()

    again = open_store()

    assert again.epoch == first.epoch
    assert again.keys == first.keys
    assert do(again, command(2, noted())) == 2


def test_two_databases_have_two_epochs_and_other_keys(tmp_path: Path) -> None:
    stores = [Store.open(tmp_path / name, clock=TickingClock()) for name in ("one", "two")]
    for store in stores:
        store.close()

    assert stores[0].epoch != stores[1].epoch
    assert stores[0].keys.rev != stores[1].keys.rev


def test_a_reader_sees_one_moment_whatever_is_written_meanwhile(store: Store) -> None:
    do(store, writing(opened_nth(1)))
    with store.read() as reader:
        do(store, writing(opened_nth(2)))
        assert reader.head().seq == 1
        assert len(reader.live_reports()) == 1

    with store.read() as reader:
        assert reader.head().seq == 2


def test_many_threads_read_at_once(store: Store) -> None:
    do(store, writing(opened_nth(1)))
    ready = threading.Barrier(12, timeout=20)
    seen: list[int] = []

    def read() -> None:
        with store.read() as reader:
            ready.wait()
            seen.append(reader.head().seq)

    threads = [threading.Thread(target=read) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert seen == [1] * 12


def test_a_second_opening_is_refused_and_names_the_holder(store: Store, clock: TickingClock) -> None:
    with pytest.raises(FolderHeld, match=r"is held by process \d+") as held:
        Store.open(store.folder, clock=clock)
    assert held.value.pid is not None


def test_a_database_that_is_none_is_refused_with_the_remedy(open_store: Callable[[], Store]) -> None:
    store = open_store()
    store.close()
    (store.folder / FILE).write_bytes(b"this is no database at all, but long enough to be read as one" * 100)

    with pytest.raises(StoreRefused, match=r"file is not a database.*restore the last verified backup"):
        open_store()


def test_a_database_with_a_damaged_page_is_refused(open_store: Callable[[], Store]) -> None:
    store = open_store()
    do(store, writing(*[opened_nth(n, text="x" * 2000) for n in range(200)]))
    store.close()
    content = bytearray((store.folder / FILE).read_bytes())
    page = 4096 * (len(content) // 4096 // 2)
    content[page : page + 4096] = b"\x5a" * 4096
    (store.folder / FILE).write_bytes(content)

    with pytest.raises(StoreRefused, match="restore the last verified backup"):
        open_store()


def test_a_large_database_is_checked_quickly_and_found_damaged_all_the_same(
    open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_LARGE", 0)
    store = open_store()
    do(store, writing(*[opened_nth(n, text="x" * 2000) for n in range(200)]))
    store.close()
    open_store().close()
    content = bytearray((store.folder / FILE).read_bytes())
    page = 4096 * (len(content) // 4096 // 2)
    content[page : page + 4096] = b"\x5a" * 4096
    (store.folder / FILE).write_bytes(content)

    with pytest.raises(StoreRefused, match="restore the last verified backup"):
        open_store()


def test_a_refused_opening_leaves_the_folder_free(open_store: Callable[[], Store]) -> None:
    store = open_store()
    store.close()
    whole = (store.folder / FILE).read_bytes()
    (store.folder / FILE).write_bytes(b"no database" * 1000)
    with pytest.raises(StoreRefused):
        open_store()

    (store.folder / FILE).write_bytes(whole)

    assert open_store().epoch == store.epoch


def test_a_locked_database_is_refused_without_talk_of_backups(
    open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "OPEN_SECONDS", 0.05)
    store = open_store()
    store.close()
    foreign = sqlite3.connect(store.folder / FILE, isolation_level=None)
    foreign.execute("PRAGMA journal_mode = DELETE")
    foreign.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StoreRefused, match=r"database is locked\)$"):
            open_store()
    finally:
        foreign.close()


def test_looking_at_a_held_folder_reads_what_was_committed(store: Store) -> None:
    do(store, command(1, opened_nth(1)))

    with look(store.folder) as reader:
        assert reader.head().seq == 1
        with pytest.raises(StorageFailed, match="SQLITE_READONLY"):
            reader.line.run("DELETE FROM event")


def test_there_is_nothing_to_look_at_in_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreRefused, match="holds no data of a hub"), look(tmp_path):
        pass


def test_looking_at_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 1000)

    with pytest.raises(StoreRefused, match="not a database"), look(tmp_path):
        pass


def test_a_failure_while_reading_is_told_in_the_store_s_words(store: Store) -> None:
    with store.read() as reader:
        broken = _Broken(reader.line)
        with pytest.raises(StorageFailed, match="SQLITE_IOERR_READ"):
            broken.rows("SELECT 1")
        with pytest.raises(StorageFailed, match="SQLITE_IOERR_READ"):
            list(broken.stream("SELECT 1"))


class _Broken(Line):
    """A line whose driver fails as with a bad disk."""

    def __init__(self, line: Line) -> None:
        super().__init__(line._connection)  # noqa: SLF001 - the same connection
        self._driver = _BadDriver()  # type: ignore[assignment] # fails as the real one would


class _BadDriver:
    def execute(self, *_: object) -> "_BadDriver":
        return self

    def fetchall(self) -> list[object]:
        raise _read_error()

    def __iter__(self) -> "_BadDriver":
        return self

    def __next__(self) -> object:
        raise _read_error()

    def close(self) -> None:
        pass


def _read_error() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    error.sqlite_errorname = "SQLITE_IOERR_READ"
    return error


def test_only_disk_and_lock_are_failures_of_the_store() -> None:
    fsync = sqlite3.OperationalError("disk I/O error")
    fsync.sqlite_errorcode, fsync.sqlite_errorname = sqlite3.SQLITE_IOERR_FSYNC, "SQLITE_IOERR_FSYNC"

    failure = disk_failure(fsync)

    assert isinstance(failure, StorageFailed)
    assert failure.for_good
    assert disk_failure(sqlite3.OperationalError("no such table: x")) is None
    assert disk_failure(ValueError("not the driver's")) is None
    assert disk_failure(None) is None


def test_a_lock_is_free_again_when_released(tmp_path: Path) -> None:
    lock = FolderLock.take(tmp_path)
    with pytest.raises(FolderHeld):
        FolderLock.take(tmp_path)
    lock.release()
    lock.release()

    FolderLock.take(tmp_path).release()


def test_a_holder_that_left_no_number_is_another_process(tmp_path: Path) -> None:
    lock = FolderLock.take(tmp_path)
    (tmp_path / "hub.lock").write_text("no number")

    with pytest.raises(FolderHeld, match=r"held by another process$"):
        FolderLock.take(tmp_path)
    lock.release()


def test_a_reader_knows_no_writing() -> None:
    assert not {name for name in dir(Reader) if name.startswith(("save", "put", "append"))}
