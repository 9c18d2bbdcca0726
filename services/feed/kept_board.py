"""A desk's last board in a file: rows and the cursor they belong to, written together or not at all.

The standard library's sqlite3 and not SQLAlchemy: six statements on two tables, written by one thread, and a start that
has to read 10,000 rows while somebody waits.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Any

from services.domain.board import Put
from services.domain.report import Millis
from services.feed.files import connect, remove
from services.feed.unwritten import Batch
from services.protocol.codec import decode_hub_frame
from services.protocol.entries import Unreadable, puts_of
from services.protocol.frames import encode_row
from services.protocol.hub_messages import Snapshot

SCHEMA = 1
"""Raised when the tables change: an older file is dropped, the hub has it all."""

_TABLES = """
CREATE TABLE IF NOT EXISTS head(one INTEGER PRIMARY KEY CHECK(one = 1), cursor TEXT, at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS row(place INTEGER PRIMARY KEY, kind TEXT, id TEXT, entry BLOB NOT NULL, UNIQUE(kind, id));
"""
_PUT = """INSERT INTO row(kind, id, entry) VALUES(?, ?, ?) ON CONFLICT(kind, id) DO UPDATE SET entry = excluded.entry"""
"""An entry of a kilobyte replaced where it lies: a sixth of the time that REPLACE in a table without row ids takes."""
_DELETE = "DELETE FROM row WHERE kind = ? AND id = ?"
_HEAD = "INSERT OR REPLACE INTO head(one, cursor, at) VALUES(1, ?, ?)"

LITTLE = 64
"""So many rows are written in one go: an ordinary change must be on the disk soon."""
RUN, BREATH = 16, 0.0003
"""Of more, so many are written at once, and then for so many seconds the interpreter is left to the window.

Without that a thread that only now and then waits for it gets it every five milliseconds.
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """The board as it was last written: `at` by the hub's clock; without a cursor it cannot be resumed from."""

    puts: tuple[Put[Any], ...]
    cursor: str | None
    at: Millis


class KeptBoard:
    """One file with one view. A file that is damaged or of an older make is dropped: the hub has it all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = self._opened()

    def load(self) -> Kept | None:
        """Return what is in the file, or None if that is nothing, or nothing this program can read."""
        try:
            head = self._connection.execute("SELECT cursor, at FROM head").fetchone()
            entries = [entry for (entry,) in self._connection.execute("SELECT entry FROM row")]
        except sqlite3.DatabaseError:
            self.wipe()
            return None
        if head is None:
            return None
        puts = _decoded(entries)
        if puts is None:
            self.wipe()
            return None
        return Kept(tuple(puts), *head)

    def write(self, batch: Batch) -> None:
        """Write a batch in one transaction, a large one with breaths in between.

        Raises:
            sqlite3.Error: the disk is full or fails; the file is as it was.
        """
        with self._transaction() as connection:
            if batch.whole:
                connection.execute("DELETE FROM row")
            run = RUN if len(batch.puts) > LITTLE else LITTLE
            for start in range(0, len(batch.puts), run):
                if start:
                    sleep(BREATH)
                connection.executemany(_PUT, [_stored(put) for put in batch.puts[start : start + run]])
            connection.executemany(_DELETE, batch.deletes)
            connection.execute(_HEAD, (batch.cursor, batch.at))

    def wipe(self) -> None:
        """Take everything off the disk."""
        self._connection.close()
        remove(self._path)
        self._connection = self._opened()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # of a full disk SQLite has taken it back already
                self._connection.execute("ROLLBACK")
            raise

    def _opened(self) -> sqlite3.Connection:
        try:
            return connect(self._path, tables=_TABLES, schema=SCHEMA, synchronous="NORMAL")
        except sqlite3.DatabaseError:
            remove(self._path)
            return connect(self._path, tables=_TABLES, schema=SCHEMA, synchronous="NORMAL")


def _stored(put: Put[Any]) -> tuple[str, str, bytes]:
    return put.kind, put.id, encode_row(put).entry


def _decoded(entries: list[bytes]) -> list[Put[Any]] | None:
    """Return stored rows, read in one go as a snapshot's are; None if this program cannot read them."""
    message = decode_hub_frame(b'{"type":"snapshot","view":"","part":0,"parts":1,"rows":[%b]}' % b",".join(entries))
    if not isinstance(message, Snapshot):
        return None
    try:
        return puts_of(message.rows)
    except Unreadable:
        return None
