"""One connection to the database: runs statements and says in the store's own words what failed."""

import sqlite3
from collections.abc import Iterator
from typing import Any, NoReturn

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.exc import DBAPIError

from services.store.failures import Busy, StorageFailed

Values = tuple[Any, ...]

_LOST = frozenset(
    {
        *(
            sqlite3.SQLITE_FULL,
            sqlite3.SQLITE_IOERR,
            sqlite3.SQLITE_CORRUPT,
            sqlite3.SQLITE_NOTADB,
            sqlite3.SQLITE_NOMEM,
        ),
        *(sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_PROTOCOL),
    }
)
_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_FSYNC = frozenset({sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_IOERR_DIR_FSYNC})


class Line:
    """A connection that remembers a failure of the disk.

    SQLite may end a transaction by itself when the disk fails; whatever ran after that would be written piece by
    piece. So after such a failure every further statement fails too, until `mend`.

    `run`, `one`, `rows` and `value` go straight to the driver's connection: measured here, a statement costs 30
    microseconds through SQLAlchemy and 5 without, and a command has some fifteen. `execute` is SQLAlchemy Core, for
    what is rare.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._driver = driver_of(connection)
        self._failure: StorageFailed | Busy | None = None

    @property
    def in_transaction(self) -> bool:
        """Whether the database has a transaction open, which is not sure after a failure."""
        return self._driver.in_transaction

    def mend(self) -> None:
        """Forget the failure: the transaction it spoilt has ended."""
        self._failure = None

    def run(self, statement: str, values: Values = ()) -> sqlite3.Cursor:
        """Run one statement; for `lastrowid` and `rowcount`."""
        if self._failure is not None:
            raise self._failure
        try:
            return self._driver.execute(statement, values)
        except sqlite3.Error as failed:
            self._sort(failed)

    def run_each(self, statement: str, rows: list[Values]) -> None:
        """Run one statement for each row of values."""
        if self._failure is not None:
            raise self._failure
        try:
            self._driver.executemany(statement, rows)
        except sqlite3.Error as failed:
            self._sort(failed)

    def rows(self, statement: str, values: Values = ()) -> list[Values]:
        """Return all rows of a query."""
        try:
            return self.run(statement, values).fetchall()
        except sqlite3.Error as failed:
            self._sort(failed)

    def stream(self, statement: str, values: Values = ()) -> Iterator[Values]:
        """Yield the rows of a query one by one, for those too many to hold."""
        cursor = self.run(statement, values)
        try:
            yield from cursor
        except sqlite3.Error as failed:
            self._sort(failed)
        finally:
            cursor.close()

    def one(self, statement: str, values: Values = ()) -> Values | None:
        """Return the first row of a query, None if there is none."""
        found = self.rows(statement, values)
        return found[0] if found else None

    def value(self, statement: str, values: Values = ()) -> Any:
        """Return the first value of the first row of a query, None if there is none."""
        found = self.rows(statement, values)
        return found[0][0] if found else None

    def execute(self, statement: Executable) -> CursorResult[Any]:
        """Run one statement made with SQLAlchemy Core."""
        if self._failure is not None:
            raise self._failure
        try:
            return self._connection.execute(statement)
        except DBAPIError as failed:
            self._sort(failed)

    def _sort(self, failed: sqlite3.Error | DBAPIError) -> NoReturn:
        """Raise the store's own failure where the disk or a lock is the cause, else what the driver said."""
        self._failure = disk_failure(failed.orig if isinstance(failed, DBAPIError) else failed)
        if self._failure is None:
            raise failed
        raise self._failure from failed


def driver_of(connection: Connection) -> sqlite3.Connection:
    """Return the driver's connection beneath one of SQLAlchemy's."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError(f"want a connection to SQLite, not {type(driver).__name__}")
    return driver


def disk_failure(error: BaseException | None) -> StorageFailed | Busy | None:
    """Return what an error of the driver means if disk or lock caused it, None if the statement itself was wrong."""
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    name = getattr(error, "sqlite_errorname", "SQLITE_ERROR")
    if code in _FSYNC:
        return StorageFailed(f"the disk did not confirm what was written ({name})", for_good=True)
    if code & 0xFF in _LOCKED:
        return Busy(f"another program holds the database ({name})")
    if code & 0xFF in _LOST:
        return StorageFailed(f"the disk failed ({name})")
    return None


def is_damage(error: BaseException | None) -> bool:
    """Tell whether an error of the driver means that the file itself is damaged."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
    return code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
