"""The last board on disk: rows and cursor in one step, private, and dropped where it cannot be trusted."""

import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest

from services.domain.board import Put
from services.feed.kept_board import Kept, KeptBoard
from services.feed.unwritten import Batch
from tests.builders import NOW
from tests.services.feed.builders import a_member_row, a_put


def a_batch(*puts: Put[Any], **changes: Any) -> Batch:
    return Batch(**{"whole": True, "puts": puts, "deletes": (), "cursor": "c1", "at": NOW, **changes})


def read_back(path: Path) -> Kept | None:
    board = KeptBoard(path)
    try:
        return board.load()
    finally:
        board.close()


def written(path: Path, *batches: Batch) -> None:
    board = KeptBoard(path)
    for batch in batches:
        board.write(batch)
    board.close()


def test_a_new_file_has_no_board(tmp_path: Path) -> None:
    assert read_back(tmp_path / "deep" / "board.db") is None


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "board.db"
    puts = (a_put("r-1"), Put("member", "m-31", "v9", a_member_row()), Put("weather", "w-1", "v1", {"rain": [1, 2]}))

    written(path, a_batch(*puts))

    kept = read_back(path)
    assert kept
    assert {put.id: put for put in kept.puts} == {put[1]: put for put in puts}
    assert (kept.cursor, kept.at) == ("c1", NOW)


def test_an_empty_board_is_a_board(tmp_path: Path) -> None:
    path = tmp_path / "board.db"

    written(path, a_batch())

    assert read_back(path) == Kept((), "c1", NOW)


def test_a_delta_changes_rows_and_cursor_together(tmp_path: Path) -> None:
    path = tmp_path / "board.db"

    written(
        path,
        a_batch(a_put("r-1"), a_put("r-2")),
        a_batch(a_put("r-1", "v2"), whole=False, deletes=(("report", "r-2"),), cursor="c2", at=NOW + 1),
    )

    assert read_back(path) == Kept((a_put("r-1", "v2"),), "c2", NOW + 1)


def test_a_batch_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "board.db"
    board = KeptBoard(path)
    board.write(a_batch(a_put("r-1")))
    broken: tuple[Any, ...] = (("report", "r-1"), ("report", object()))

    with pytest.raises(sqlite3.Error):
        board.write(a_batch(whole=False, deletes=broken, cursor="c2"))

    assert board.load() == Kept((a_put("r-1"),), "c1", NOW)
    board.close()


def test_wiping_leaves_nothing_of_a_row_on_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "board.db"
    board = KeptBoard(path)
    board.write(a_batch(a_put("r-1", text="Burung kenari hilang.")))

    board.wipe()
    board.close()

    assert not any(b"kenari" in file.read_bytes() for file in tmp_path.iterdir())
    assert read_back(path) is None


@pytest.mark.parametrize("damage", [b"not a database at all" * 100, b""])
def test_a_damaged_file_is_dropped(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "board.db"
    path.write_bytes(damage)

    assert read_back(path) is None


def test_a_file_damaged_in_the_middle_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "board.db"
    written(path, a_batch(*(a_put(f"r-{n}") for n in range(200))))
    content = bytearray(path.read_bytes())
    content[8_192:40_960] = b"\xff" * 32_768
    path.write_bytes(content)

    assert read_back(path) is None
    written(path, a_batch(a_put("r-1")))
    assert read_back(path) == Kept((a_put("r-1"),), "c1", NOW)


def test_a_file_of_another_make_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "board.db"
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version=99")
    other.close()

    assert read_back(path) is None


@pytest.mark.parametrize(
    "entry", [b'{"kind":"report","id":"r-1","rev":"v1","value":{"number":1}}', b'{"kind":"report","id":"r-1"}', b"{"]
)
def test_rows_this_program_cannot_read_are_dropped(tmp_path: Path, entry: bytes) -> None:
    path = tmp_path / "board.db"
    written(path, a_batch())
    with sqlite3.connect(path) as other:
        other.execute("INSERT INTO row(kind, id, entry) VALUES('report', 'r-1', ?)", (entry,))
    other.close()

    assert read_back(path) is None


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "desk" / "board.db"

    written(path, a_batch(a_put()))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
