"""What a desk keeps on its PC for one user of one hub: the last board, the commands under way, and the desk's id.

A file each for board and commands: the board may lose its last seconds in a crash, since the hub has it; a command
may not. Both are written by threads of their own, so that the window never waits for the disk. No covert row and, once
a command is answered, no identity is on the disk.
"""

import re
import sqlite3
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from services.domain.board import Op, Put
from services.domain.people import User
from services.domain.report import Millis
from services.feed.board_writer import PAUSE, BoardWriter
from services.feed.files import OtherSchema
from services.feed.kept_board import Kept, KeptBoard
from services.feed.kept_user import KeptUser
from services.feed.outbox import Acknowledged, OutboxFile
from services.protocol.outbox import Order

LONGEST_ABSENCE: Millis = 7 * 24 * 3_600_000
"""A board not brought up to date for so long is wiped: its user may be somebody's no more."""

_DESK_ID = re.compile(r"[A-Za-z0-9._-]{4,64}")


class StoreUnusable(Exception):
    """The folder cannot be used; the text says why in one line."""


class Store(Protocol):
    """What a feed's client needs to have kept."""

    def load_board(self, now: Millis) -> Kept | None:
        """Return the last board, unless it is too old; `now` by the desk's clock."""

    def load_orders(self) -> list[Order]:
        """Return the commands without an answer, in the order they were given."""

    def replace(self, puts: Iterable[Put[Any]], cursor: str, at: Millis) -> None:
        """Keep a snapshot."""

    def apply(self, ops: Iterable[Op], cursor: str, at: Millis) -> None:
        """Keep a delta."""

    def keep(self, order: Order) -> "Future[None]":
        """Keep a command; done when it would survive a power cut, failed with what the disk said."""

    def settle(self, order: Order, *, at: Millis | None) -> "Future[None]":
        """Let a command go that is answered; `at`: when the hub committed it, if it did."""

    def acknowledged(self, since: Millis) -> "Future[list[Acknowledged]]":
        """Return the commands the hub acknowledged since then."""

    def forget(self) -> None:
        """Wipe the board, keep the commands."""

    def wipe(self) -> None:
        """Wipe everything."""


class LocalStore:
    """The files of one user of one hub below a folder."""

    def __init__(self, folder: Path, *, desk: str, pause: float = PAUSE) -> None:
        self.desk = desk
        """This desk's id: one per PC, user and hub, kept for good."""
        self._outbox = OutboxFile(folder / "outbox.db")
        self._kept = KeptBoard(folder / "board.db")
        self._board = BoardWriter(self._kept, pause=pause)
        self._user = KeptUser(folder / "user.json")
        self._thread = ThreadPoolExecutor(1, "outbox")

    @classmethod
    def open(cls, folder: Path, *, hub: str, user: str, fresh_desk: str) -> "LocalStore":
        """Open the files of a user of a hub; `fresh_desk` is the desk's id if it has none yet.

        Raises:
            StoreUnusable: the folder cannot be written to, or was written by a newer version of this program.
        """
        own = folder / _name_of(hub, user)
        try:
            return cls(own, desk=_desk_id(own / "desk", fresh_desk))
        except OtherSchema:
            raise StoreUnusable("the commands kept here are of another version of this program") from None
        except (OSError, sqlite3.Error) as error:
            raise StoreUnusable(f"the folder for this desk's files cannot be used: {error}") from None

    @property
    def trouble(self) -> str | None:
        """What the disk said to the last write of the board, if it failed."""
        return self._board.trouble

    @property
    def rescued(self) -> bool:
        """Whether the commands' file was damaged, so that some may be missing."""
        return self._outbox.rescued

    def load_board(self, now: Millis) -> Kept | None:
        """Return the last board; one of more than seven days ago is wiped instead. Ask before anything is kept."""
        kept = self._kept.load()
        if kept is not None and now - kept.at > LONGEST_ABSENCE:
            self._board.wipe()
            return None
        return kept

    def load_orders(self) -> list[Order]:
        """Return the commands without an answer, in the order they were given. Ask before anything is kept."""
        return self._outbox.load()

    def replace(self, puts: Iterable[Put[Any]], cursor: str, at: Millis) -> None:
        """Keep a snapshot, soon."""
        self._board.replace(puts, cursor, at)

    def apply(self, ops: Iterable[Op], cursor: str, at: Millis) -> None:
        """Keep a delta, soon."""
        self._board.apply(ops, cursor, at)

    def keep(self, order: Order) -> "Future[None]":
        """Keep a command; done when it would survive a power cut, failed with an `sqlite3.Error`."""
        return self._thread.submit(self._outbox.keep, order)

    def settle(self, order: Order, *, at: Millis | None) -> "Future[None]":
        """Let a command go that is answered; `at`: when the hub committed it, if it did."""
        return self._thread.submit(self._outbox.settle, order, at=at)

    def acknowledged(self, since: Millis) -> "Future[list[Acknowledged]]":
        """Return the commands the hub acknowledged since a time of its clock, oldest first."""
        return self._thread.submit(self._outbox.acknowledged, since)

    def keep_user(self, user: User, password: str) -> "Future[None]":
        """Keep whom the hub let in, so that he finds the last board when there is no hub."""
        return self._thread.submit(self._user.keep, user, password)

    def known_user(self, password: str) -> "Future[User | None]":
        """Return who was let in with this password the last time."""
        return self._thread.submit(self._user.known, password)

    def forget(self) -> None:
        """Wipe the board and keep the commands: the user's rights have changed."""
        self._board.wipe()
        self._thread.submit(self._user.forget).result()

    def wipe(self) -> None:
        """Wipe board, commands and journal; the desk's id stays, it says nothing."""
        self._board.wipe()
        self._thread.submit(self._user.forget).result()
        self._thread.submit(self._outbox.wipe).result()

    def close(self) -> None:
        """Write what is left and close the files."""
        self._thread.shutdown(wait=True)
        self._outbox.close()
        self._board.close()


class NothingKept:
    """For a client that keeps nothing, since what it sends can be sent again without harm."""

    def load_board(self, now: Millis) -> Kept | None:
        """There is none."""

    def load_orders(self) -> list[Order]:
        """There are none."""
        return []

    def replace(self, puts: Iterable[Put[Any]], cursor: str, at: Millis) -> None:
        """Keep nothing."""

    def apply(self, ops: Iterable[Op], cursor: str, at: Millis) -> None:
        """Keep nothing."""

    def keep(self, order: Order) -> "Future[None]":
        """Nothing is to be waited for."""
        return _done(None)

    def settle(self, order: Order, *, at: Millis | None) -> "Future[None]":
        """Nothing is to be waited for."""
        return _done(None)

    def acknowledged(self, since: Millis) -> "Future[list[Acknowledged]]":
        """There are none."""
        return _done([])

    def forget(self) -> None:
        """There is nothing to wipe."""

    def wipe(self) -> None:
        """There is nothing to wipe."""


def _done(value: Any) -> "Future[Any]":
    future: Future[Any] = Future()
    future.set_result(value)
    return future


def _name_of(hub: str, user: str) -> str:
    """Return a folder's name that tells users and hubs apart and names neither."""
    return sha256(f"{hub}\0{user}".encode()).hexdigest()[:16]


def _desk_id(path: Path, fresh: str) -> str:
    """Return the desk's id kept in a file, which is made if need be."""
    if path.exists() and _DESK_ID.fullmatch(kept := path.read_text(encoding="utf-8").strip()):
        return kept
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)
    path.write_text(f"{fresh}\n", encoding="utf-8")
    return fresh
