"""The store of one data folder: opens it, owns its one writer and its readers."""

import contextlib
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from services.domain.report import Millis
from services.store import journal, keys
from services.store.engine import FILE, SQLITE, has_wal_reset_bug, integrity_faults, reader_engine, writer_engine
from services.store.failures import StoreFailure, StoreRefused
from services.store.folder_lock import FolderLock
from services.store.line import Line, is_damage
from services.store.private_files import make_folder
from services.store.reader import Reader
from services.store.schema import bring_up_to_date
from services.store.transaction import Transaction
from services.store.writer import Writer

T = TypeVar("T")

_LARGE = 64 * 1024 * 1024
"""From this size on only a quick check at the start, so that a hub is back in two seconds; `doctor` checks all."""


class Store:
    """Event log, reports, people and answers of one regency, in one folder that belongs to one process at a time.

    Attributes:
        folder: where it lies.
        keys: the folder's keys.
        clock: the clock it was opened with.
        epoch: the identity of this database; a restored backup gets a new one.
        warnings: what a person should know at the start, one line each.
    """

    def __init__(self, folder: Path, *, clock: Callable[[], Millis], parts: contextlib.ExitStack) -> None:
        self.folder = folder
        self.clock = clock
        parts.callback(FolderLock.take(folder).release)
        self.keys = keys.load_or_make(folder, new=not (folder / FILE).exists())
        (folder / FILE).touch(mode=0o600)
        engine = writer_engine(folder / FILE)
        parts.callback(engine.dispose)
        _prepare(engine, quick=(folder / FILE).stat().st_size > _LARGE)
        self._readers = reader_engine(folder / FILE)
        parts.callback(self._readers.dispose)
        with self.read() as reader:
            self.epoch = reader.head().epoch
        self._writer = Writer(engine, keys=self.keys, clock=clock)
        parts.callback(self._writer.stop)
        self.warnings = version_warnings()
        self._parts = parts

    @classmethod
    def open(cls, folder: Path, *, clock: Callable[[], Millis]) -> "Store":
        """Open the folder (made if missing), bring its schema up to date, check it.

        Raises:
            StoreRefused: another process holds it (`FolderHeld`), others may read it, it is damaged or of a newer
                program; one line says which.
        """
        make_folder(folder)
        with contextlib.ExitStack() as parts:
            try:
                store = cls(folder, clock=clock, parts=parts)
            except (DBAPIError, sqlite3.Error, StoreFailure) as failed:
                raise _refusal(folder, failed) from failed
            store._parts = parts.pop_all()
            return store

    def close(self) -> None:
        """Finish the works that were submitted, write everything to its place and give the folder free.

        May be called twice.
        """
        self._parts.close()

    def submit(self, work: Callable[[Transaction], T]) -> "Future[T]":
        """Run a work on the writer's thread; the future has its result only after COMMIT and fsync.

        Works of one group commit together and their futures resolve in commit order. An exception from a work undoes
        that work alone and is set on its future. StorageFailed and Busy: nothing of the group was kept, it may be
        sent again.

        Raises:
            StoreClosed: the store is closed.
        """
        return self._writer.submit(work)

    @contextlib.contextmanager
    def read(self) -> Iterator[Reader]:
        """Give a reader with a picture of its own, as of now; any thread, several at a time."""
        with self._readers.connect() as connection:
            line = Line(connection)
            line.run("BEGIN")
            journal.head(line)  # the first look fixes the picture
            try:
                yield Reader(line)
            finally:
                line.mend()
                line.run("ROLLBACK")

    @property
    def failed(self) -> str | None:
        """Why the store has stopped writing until a restart, None while it writes."""
        return self._writer.failed


@contextlib.contextmanager
def look(folder: Path) -> Iterator[Reader]:
    """Read a folder that another process holds, without taking it; the schema must be this program's.

    Raises:
        StoreRefused: there is no database, or it cannot be read.
    """
    if not holds_data(folder):
        raise StoreRefused(f"{folder} holds no data of a hub")
    engine = reader_engine(folder / FILE)
    try:
        with engine.connect() as connection:
            line = Line(connection)
            line.run("BEGIN")
            try:
                journal.head(line)
            except StoreFailure as failed:
                raise _refusal(folder, failed) from failed
            yield Reader(line)
    finally:
        engine.dispose()


def holds_data(folder: Path) -> bool:
    """Tell whether a hub's database is in a folder."""
    return (folder / FILE).is_file()


def _prepare(engine: Engine, *, quick: bool) -> None:
    """Check the file, bring its schema up to date and give a new log its head, all or nothing."""
    with engine.connect() as connection:
        line = Line(connection)
        if faults := integrity_faults(line, quick=quick):
            raise StoreRefused(f"the database is damaged ({faults[0]}): restore the last verified backup")
        line.run("BEGIN IMMEDIATE")
        bring_up_to_date(connection)
        line.run(
            "INSERT INTO log_head (log, epoch, term, seq, at) VALUES (1, ?, 0, 0, 0) ON CONFLICT (log) DO NOTHING",
            (f"e-{secrets.token_urlsafe(9)}",),
        )
        line.run("INSERT INTO rights (id, version) VALUES (1, 0) ON CONFLICT (id) DO NOTHING")
        line.run("COMMIT")


def _refusal(folder: Path, failed: Exception) -> StoreRefused:
    """Return one line about why the folder did not open."""
    if isinstance(failed, StoreRefused):
        return failed
    cause = failed.__cause__ if isinstance(failed, StoreFailure) else failed
    cause = cause.orig if isinstance(cause, DBAPIError) else cause
    remedy = ": restore the last verified backup" if is_damage(cause) else ""
    return StoreRefused(f"the database in {folder} cannot be opened ({cause}){remedy}")


def integrity(reader: Reader) -> list[str]:
    """Return what SQLite finds wrong in the whole database, nothing if it is sound."""
    return integrity_faults(reader.line)


def version_warnings(version: tuple[int, int, int] = SQLITE) -> tuple[str, ...]:
    """Return what a person should know about this machine's SQLite."""
    if not has_wal_reset_bug(version):
        return ()
    named = ".".join(map(str, version))
    return (f"SQLite {named} can damage a database with two writers; the folder lock keeps this process the only one",)
