"""Keeps a board's file up to date from a thread of its own, with what many deltas came to written at once."""

import sqlite3
import threading
from collections.abc import Iterable
from time import monotonic
from typing import Any

from services.domain.board import Op, Put
from services.domain.report import Millis
from services.feed.kept_board import KeptBoard
from services.feed.unwritten import Unwritten

PAUSE = 5.0
"""Seconds between two writes, so that a busy feed is not a busy disk; what a crash loses the hub still has."""

SHARE = 10
"""How many times as long as the last write took the next one waits at least."""


class BoardWriter:
    """Takes in snapshots and deltas in their order; that costs no more than noting the rows.

    The first change after a quiet time is written at once, a snapshot two pauses later: written while the window draws
    it for the first time, it would hold that up. A write that fails is tried again with what came since;
    until then the file has the older cursor and the older rows that agree with it.
    """

    def __init__(self, board: KeptBoard, *, pause: float = PAUSE) -> None:
        self._board = board
        self._pause = pause
        self._unwritten = Unwritten()
        self._wiped = False
        self._lock = threading.Lock()
        self._work = threading.Event()
        self._stop = threading.Event()
        self.trouble: str | None = None
        """What the disk said to the last write, if it failed."""
        self._thread = threading.Thread(target=self._run, name="kept-board")
        self._thread.start()

    def replace(self, puts: Iterable[Put[Any]], cursor: str, at: Millis) -> None:
        """Take in a snapshot."""
        with self._lock:
            self._unwritten.replace(puts, cursor, at)
        self._work.set()

    def apply(self, ops: Iterable[Op], cursor: str, at: Millis) -> None:
        """Take in a delta."""
        with self._lock:
            self._unwritten.apply(ops, cursor, at)
        self._work.set()

    def wipe(self) -> None:
        """Take everything off the disk, before anything that is taken in later is written."""
        with self._lock:
            self._unwritten = Unwritten()
            self._wiped = True
        self._work.set()

    def close(self) -> None:
        """Write what is left and close the file."""
        self._stop.set()
        self._work.set()
        self._thread.join()
        self._board.close()

    def _run(self) -> None:
        while not self._stop.is_set():
            self._work.wait()
            self._work.clear()
            self._stop.wait(2 * self._pause if self._unwritten.whole else 0)
            self._stop.wait(max(self._pause, SHARE * self._write()))
        self._write()

    def _write(self) -> float:
        """Write what has come, and return how many seconds that took."""
        with self._lock:
            wiped, self._wiped = self._wiped, False
            batch = self._unwritten.take()
        began = monotonic()
        try:
            if wiped:
                self._board.wipe()
            if batch is not None:
                self._board.write(batch)
            self.trouble = None
        except (OSError, sqlite3.Error) as error:
            self.trouble = str(error)
            with self._lock:
                self._wiped = self._wiped or wiped
                if batch is not None:
                    self._unwritten.give_back(batch)
            self._work.set()
        return monotonic() - began
