"""A desk's commands on disk, fsynced: those not answered yet, and a journal of those the hub has acknowledged.

A command is written before it is sent, and with its number as soon as it has one: so after a crash the same key goes
out again, or none was ever sent. The journal is what a hub restored from a backup asks for.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from services.domain.report import Millis
from services.feed.files import OtherSchema, connect, remove
from services.protocol.outbox import Order

SCHEMA = 1
REMEMBERED: Millis = 7 * 24 * 3_600_000
"""How long the journal keeps an acknowledged command."""

MOST_RESCUED = 10_000
"""Places looked at in a damaged file; they are given out anew from 1 whenever nothing is waiting."""

_IDENTITY = "reporter"
"""The argument that says who a citizen is: it leaves the disk with the command's answer."""

_TABLES = """
CREATE TABLE IF NOT EXISTS waiting(place INTEGER PRIMARY KEY, tag TEXT UNIQUE NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS journal(tag TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS journal_at ON journal(at);
"""
_KEEP = """INSERT INTO waiting(tag, body) VALUES(?, ?) ON CONFLICT(tag) DO UPDATE SET body = excluded.body"""
_SETTLE = "DELETE FROM waiting WHERE tag = ?"
_REMEMBER = "INSERT OR REPLACE INTO journal(tag, at, body) VALUES(?, ?, ?)"
_EXPIRE = "DELETE FROM journal WHERE at < ?"


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A command the hub has committed, and when by its clock."""

    order: Order
    at: Millis


class OutboxFile:
    """The file of one desk. What is still readable in a damaged one is carried over into a new one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.rescued = False
        """Whether the file was damaged and commands may be missing from it."""
        self._connection = self._opened()

    def load(self) -> list[Order]:
        """Return the commands without an answer, in the order they were given."""
        try:
            return list(self._waiting())
        except sqlite3.DatabaseError:
            self._rescue()
            return list(self._waiting())

    def keep(self, order: Order) -> None:
        """Write down a command, or the number it has got; when this returns it survives a power cut.

        Raises:
            sqlite3.Error: the disk is full or fails; nothing was written.
        """
        self._connection.execute(_KEEP, (order.tag, _body(order)))

    def settle(self, order: Order, *, at: Millis | None) -> None:
        """Take an answered command out; `at`, if the hub committed it then, puts it into the journal.

        Raises:
            sqlite3.Error: the disk is full or fails; the command is still there and will be sent again, to no harm.
        """
        with self._transaction() as connection:
            connection.execute(_SETTLE, (order.tag,))
            if at is not None:
                connection.execute(_REMEMBER, (order.tag, at, _body(_without_identity(order))))
                connection.execute(_EXPIRE, (at - REMEMBERED,))

    def acknowledged(self, since: Millis) -> list[Acknowledged]:
        """Return the commands the hub acknowledged since a time of its clock, oldest first."""
        found = self._connection.execute("SELECT body, at FROM journal WHERE at >= ? ORDER BY at, tag", (since,))
        return [Acknowledged(_order(body), at) for body, at in found]

    def wipe(self) -> None:
        """Take everything off the disk."""
        self._connection.close()
        remove(self._path)
        self._connection = self._opened()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _waiting(self) -> Iterator[Order]:
        for (body,) in self._connection.execute("SELECT body FROM waiting ORDER BY place"):
            with contextlib.suppress(ValueError, TypeError):
                yield _order(body)

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
            return connect(self._path, tables=_TABLES, schema=SCHEMA, synchronous="FULL")
        except OtherSchema:
            raise
        except sqlite3.DatabaseError:
            self._set_aside()
            return connect(self._path, tables=_TABLES, schema=SCHEMA, synchronous="FULL")

    def _rescue(self) -> None:
        """Carry over, row by row, what can still be read."""
        saved = list(_readable(self._connection))
        self._connection.close()
        self._set_aside()
        self._connection = connect(self._path, tables=_TABLES, schema=SCHEMA, synchronous="FULL")
        for tag, body in saved:
            self._connection.execute(_KEEP, (tag, body))

    def _set_aside(self) -> None:
        """Keep a damaged file beside, for whoever can read more out of it."""
        self.rescued = True
        aside = next(name for n in count(1) if not (name := self._path.with_suffix(f".damaged-{n}")).exists())
        self._path.rename(aside)
        remove(self._path)


def _readable(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield the rows of a damaged table that can be read one by one."""
    for place in range(1, MOST_RESCUED):
        with contextlib.suppress(sqlite3.DatabaseError):
            yield from connection.execute("SELECT tag, body FROM waiting WHERE place = ?", (place,))


def _without_identity(order: Order) -> Order:
    return replace(order, args={name: value for name, value in order.args.items() if name != _IDENTITY})


def _body(order: Order) -> str:
    return json.dumps(asdict(order))


def _order(body: str) -> Order:
    known: dict[str, Any] = json.loads(body)
    return Order(**known)
