"""The small SQLite files a desk keeps: how they are opened, private to their owner, and how they go."""

import sqlite3
from pathlib import Path
from typing import Literal

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_BESIDE = ("", "-wal", "-shm", "-journal")


class OtherSchema(sqlite3.DatabaseError):
    """The file was made by another version of this program."""


def connect(path: Path, *, tables: str, schema: int, synchronous: Literal["NORMAL", "FULL"]) -> sqlite3.Connection:
    """Open a file that one thread at a time uses, making it and its folder if need be.

    `FULL`: what is committed survives a power cut. `NORMAL`: the last commits may be lost then, whole ones only.

    Raises:
        sqlite3.DatabaseError: it is damaged, or of another schema (`OtherSchema`).
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)
    path.touch(mode=_PRIVATE_FILE)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute(f"PRAGMA synchronous={synchronous}")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA trusted_schema=OFF")
        _check(connection, path.name, schema)
        connection.executescript(f"{tables}PRAGMA user_version={schema};")
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, name: str, schema: int) -> None:
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found not in {0, schema}:
        raise OtherSchema(f"{name}: schema {found} instead of {schema}")


def remove(path: Path) -> None:
    """Take a database off the disk, with what SQLite keeps beside it."""
    for suffix in _BESIDE:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
