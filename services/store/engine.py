"""Connections to SQLite with the settings the promises rest on, and the checks before the first one is used."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import QueuePool, StaticPool

from services.store.failures import StoreRefused
from services.store.line import Line

FILE = "hub.sqlite"
BUSY_MS = 2_000
"""How long the writer waits for a foreign lock."""

OPEN_SECONDS = 2.0
"""The same while it opens."""

_READERS = 4
_MORE_READERS = 28

WRITER_SETTINGS: Mapping[str, int | str] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": BUSY_MS,
    "wal_autocheckpoint": 0,
    "journal_size_limit": 64 * 1024 * 1024,
    "mmap_size": 0,
    "temp_store": 2,
    "cell_size_check": 1,
    "trusted_schema": 0,
}
"""What the writing connection must say of itself. `synchronous` 2 is FULL: less may forget a commit in a power cut."""

READER_SETTINGS: Mapping[str, int | str] = {
    "query_only": 1,
    "busy_timeout": BUSY_MS,
    "mmap_size": 0,
    "cell_size_check": 1,
    "trusted_schema": 0,
}

SQLITE = (sqlite3.sqlite_version_info[0], sqlite3.sqlite_version_info[1], sqlite3.sqlite_version_info[2])
"""The version of this machine's SQLite."""

_RESET_BUG_FIXED = (3, 51, 3)
_RESET_BUG_BACKPORTS = {(3, 44): 6, (3, 50): 7}
_RESET_BUG_FIRST = (3, 7, 0)


def has_wal_reset_bug(version: tuple[int, int, int]) -> bool:
    """Tell whether two writers of this SQLite could damage a WAL database (3.7.0 to 3.51.2 but for two backports)."""
    if not _RESET_BUG_FIRST <= version < _RESET_BUG_FIXED:
        return False
    fixed = _RESET_BUG_BACKPORTS.get(version[:2])
    return fixed is None or version[2] < fixed


def writer_engine(path: Path) -> Engine:
    """Return the engine of the one connection that writes; transactions are begun and ended by plain statements."""

    def connect() -> sqlite3.Connection:
        # The connection is made where the store is opened and lives in the writer's thread, never in both at once.
        made = sqlite3.connect(path, timeout=OPEN_SECONDS, isolation_level=None, check_same_thread=False)
        return _set(made, WRITER_SETTINGS)

    return create_engine("sqlite://", creator=connect, poolclass=StaticPool, isolation_level="AUTOCOMMIT")


def reader_engine(path: Path) -> Engine:
    """Return the engine of a small pool of connections that cannot write."""
    address = f"{path.resolve().as_uri()}?mode=ro"

    def connect() -> sqlite3.Connection:
        made = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        return _set(made, READER_SETTINGS)

    return create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=_READERS,
        max_overflow=_MORE_READERS,
        pool_use_lifo=True,
        isolation_level="AUTOCOMMIT",
    )


def _set(made: sqlite3.Connection, settings: Mapping[str, int | str]) -> sqlite3.Connection:
    for name, value in settings.items():
        made.execute(f"PRAGMA {name} = {value}")
    require(made, settings)
    return made


def require(made: sqlite3.Connection, settings: Mapping[str, int | str]) -> None:
    """Refuse a connection that does not have the settings it was given.

    Raises:
        StoreRefused: naming the setting.
    """
    for name, value in settings.items():
        (found,) = made.execute(f"PRAGMA {name}").fetchone()
        if found != value:
            made.close()
            raise StoreRefused(f"the database runs with {name} = {found}, it must be {value}")


def integrity_faults(line: Line, *, quick: bool = False) -> list[str]:
    """Return what SQLite finds wrong in the whole file, nothing if it is sound.

    `quick` leaves out that each index agrees with its table: a seventh of the time, half a second for a million events.
    """
    found = [str(words) for (words,) in line.rows("PRAGMA quick_check(10)" if quick else "PRAGMA integrity_check(10)")]
    found += [f"foreign key of {row[0]} row {row[1]}" for row in line.rows("PRAGMA foreign_key_check")]
    return [] if found == ["ok"] else found
