"""The thread that writes the board: in order, folded together, and again after the disk has failed."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.domain.board import Delete
from services.feed.board_writer import BoardWriter
from services.feed.kept_board import Kept, KeptBoard
from services.feed.unwritten import Batch
from tests.builders import NOW
from tests.services.feed.builders import a_put

WITHIN = 10.0


class Watched(KeptBoard):
    """A board's file that can be held up and made to fail, and notes what is written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.batches: list[Batch] = []
        self.failures = 0
        self.go = threading.Event()
        self.go.set()
        self.began = threading.Event()
        self.came = threading.Semaphore(0)

    def write(self, batch: Batch) -> None:
        self.began.set()
        assert self.go.wait(WITHIN)
        try:
            if self.failures:
                self.failures -= 1
                raise sqlite3.OperationalError("database or disk is full")
            super().write(batch)
            self.batches.append(batch)
        finally:
            self.came.release()

    def written(self) -> None:
        """Wait for the next write to end, well or badly."""
        assert self.came.acquire(timeout=WITHIN)


@pytest.fixture
def file(tmp_path: Path) -> Watched:
    return Watched(tmp_path / "board.db")


@pytest.fixture
def writer(file: Watched) -> Iterator[BoardWriter]:
    writer = BoardWriter(file, pause=0)
    yield writer
    file.go.set()
    writer.close()


def read_back(path: Path) -> Kept | None:
    board = KeptBoard(path)
    try:
        return board.load()
    finally:
        board.close()


def test_the_first_change_is_written_at_once(file: Watched, writer: BoardWriter) -> None:
    writer.replace([a_put()], "c1", NOW)
    file.written()

    assert file.batches == [Batch(whole=True, puts=(a_put(),), deletes=(), cursor="c1", at=NOW)]


def test_a_snapshot_lets_the_window_show_it_before_it_is_written(file: Watched) -> None:
    writer = BoardWriter(file, pause=WITHIN)
    writer.replace([a_put("r-1")], "c1", NOW)
    assert not file.began.wait(0.1)

    writer.apply([a_put("r-2")], "c2", NOW)
    writer.close()

    assert file.batches == [Batch(whole=True, puts=(a_put("r-1"), a_put("r-2")), deletes=(), cursor="c2", at=NOW)]


def test_what_comes_while_the_disk_is_busy_is_written_together(file: Watched, writer: BoardWriter) -> None:
    file.go.clear()
    writer.replace([a_put("r-1", "v0")], "c0", NOW)
    assert file.began.wait(WITHIN)

    for n in range(1, 100):
        writer.apply([a_put("r-1", f"v{n}")], f"c{n}", NOW + n)
    file.go.set()
    file.written()
    file.written()

    assert [batch.cursor for batch in file.batches] == ["c0", "c99"]
    assert file.batches[1].puts == (a_put("r-1", "v99"),)


def test_a_write_that_fails_is_made_again_with_what_came_since(file: Watched, writer: BoardWriter) -> None:
    file.failures = 1
    file.go.clear()
    writer.replace([a_put("r-1"), a_put("r-2")], "c1", NOW)
    assert file.began.wait(WITHIN)
    writer.apply([Delete("report", "r-1")], "c2", NOW + 1)
    file.go.set()
    file.written()
    file.written()

    assert file.batches == [
        Batch(whole=True, puts=(a_put("r-2"),), deletes=(("report", "r-1"),), cursor="c2", at=NOW + 1)
    ]


def test_a_disk_that_keeps_failing_is_said(file: Watched, writer: BoardWriter) -> None:
    file.failures = 10**6
    writer.apply([a_put()], "c1", NOW)
    for _ in range(3):
        file.written()

    assert writer.trouble == "database or disk is full"


def test_closing_writes_what_is_left(tmp_path: Path) -> None:
    writer = BoardWriter(KeptBoard(tmp_path / "board.db"), pause=3600)
    writer.replace([a_put("r-1")], "c1", NOW)
    for n in range(2, 10):
        writer.apply([a_put("r-1", f"v{n}")], f"c{n}", NOW)

    writer.close()

    assert read_back(tmp_path / "board.db") == Kept((a_put("r-1", "v9"),), "c9", NOW)


def test_what_was_taken_in_before_wiping_is_never_written(tmp_path: Path, file: Watched, writer: BoardWriter) -> None:
    file.go.clear()
    writer.replace([a_put("r-1")], "c1", NOW)
    assert file.began.wait(WITHIN)
    writer.apply([a_put("r-2")], "c2", NOW)

    writer.wipe()
    writer.replace([a_put("r-3")], "c3", NOW)
    file.go.set()
    writer.close()

    assert read_back(tmp_path / "board.db") == Kept((a_put("r-3"),), "c3", NOW)
