"""What a desk keeps survives being killed, belongs to one user of one hub, and is wiped when it must be."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from services.feed.kept_board import KeptBoard
from services.feed.local_store import LONGEST_ABSENCE, LocalStore, NothingKept, StoreUnusable
from services.feed.outbox import OutboxFile
from tests.builders import NOW
from tests.services.feed.builders import a_put, an_order
from tests.services.feed.crashing import ROWS

ROOT = Path(__file__).parents[3]


@contextmanager
def opened(folder: Path, *, user: str = "sari", hub: str = "wss://hub", fresh: str = "d-fresh") -> Iterator[LocalStore]:
    store = LocalStore.open(folder, hub=hub, user=user, fresh_desk=fresh)
    try:
        yield store
    finally:
        store.close()


def has_board(path: Path) -> bool:
    """Whether a board was written into the file, as another process sees it."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return bool(connection.execute("SELECT count(*) FROM head").fetchone()[0])


def killed_after(lines: int, work: str, folder: Path, *, written: bool = False) -> int:
    """Have a desk work, kill it after so many lines, and not before a board is `written`; return what it said last."""
    line = [sys.executable, "-m", "tests.services.feed.crashing", work, str(folder)]
    last = 0
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout
        for _ in range(lines):
            last = int(desk.stdout.readline())
        while written and not has_board(folder / "board.db"):
            last = int(desk.stdout.readline())
        desk.kill()
        rest = desk.stdout.read().split()
    return int(rest[-1]) if rest and rest[-1].isdigit() else last


@pytest.mark.parametrize("lines", [1, 97, 1_500])
def test_a_desk_killed_while_it_applies_has_rows_and_cursor_that_agree(tmp_path: Path, lines: int) -> None:
    said = killed_after(lines, "apply", tmp_path, written=lines > 1)

    board = KeptBoard(tmp_path / "board.db")
    kept = board.load()
    board.close()

    if kept is None:  # killed before the first write
        assert lines == 1
        return
    reached = int(kept.cursor or "-1")
    assert 0 <= reached <= said + 1
    want = {f"r-{n}": 0 for n in range(ROWS)}
    for n in range(1, reached + 1):
        want[f"r-{n % ROWS}"] = want[f"r-{n * 7 % ROWS}"] = n
    assert {put.id: int(put.rev) for put in kept.puts} == want


@pytest.mark.parametrize("lines", [1, 40])
def test_a_desk_killed_while_it_keeps_commands_has_every_one_it_was_told_is_safe(tmp_path: Path, lines: int) -> None:
    said = killed_after(lines, "order", tmp_path)

    outbox = OutboxFile(tmp_path / "outbox.db")
    numbers = [order.n for order in outbox.load()]
    outbox.close()

    assert numbers in (list(range(1, said + 1)), list(range(1, said + 2)))


def test_the_board_and_the_commands_come_back(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        assert store.load_board(NOW) is None
        assert store.load_orders() == []
        store.replace([a_put("r-1")], "c1", NOW)
        store.apply([a_put("r-2")], "c2", NOW + 1)
        store.keep(an_order("o-1", n=1)).result()
        store.keep(an_order("o-2", n=2)).result()
        store.settle(an_order("o-1", n=1), at=NOW).result()
        assert [one.order.tag for one in store.acknowledged(0).result()] == ["o-1"]

    with opened(tmp_path) as store:
        kept = store.load_board(NOW)
        assert kept
        assert ({put.id for put in kept.puts}, kept.cursor, kept.at) == ({"r-1", "r-2"}, "c2", NOW + 1)
        assert store.load_orders() == [an_order("o-2", n=2)]
        assert store.trouble is None
        assert not store.rescued


def test_the_desk_has_one_id_for_each_user_and_hub_and_keeps_it(tmp_path: Path) -> None:
    with opened(tmp_path, fresh="d-sari") as store:
        assert store.desk == "d-sari"
    with opened(tmp_path, fresh="d-other") as store:
        assert store.desk == "d-sari"
    with opened(tmp_path, user="budi", fresh="d-budi") as store:
        assert store.desk == "d-budi"
    with opened(tmp_path, hub="wss://other", fresh="d-there") as store:
        assert store.desk == "d-there"


def test_a_desk_id_that_makes_no_sense_is_given_anew(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    (file,) = tmp_path.glob("*/desk")
    file.write_text("?", encoding="utf-8")

    with opened(tmp_path, fresh="d-new") as store:
        assert store.desk == "d-new"


def test_a_board_of_more_than_a_week_ago_is_wiped_and_the_commands_stay(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.replace([a_put("r-1")], "c1", NOW)
        store.keep(an_order("o-1")).result()

    with opened(tmp_path) as store:
        assert store.load_board(NOW + LONGEST_ABSENCE + 1) is None
    with opened(tmp_path) as store:
        assert store.load_board(NOW) is None
        assert store.load_orders() == [an_order("o-1")]


def test_forgetting_takes_the_board_and_leaves_the_commands(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.replace([a_put("r-1")], "c1", NOW)
        store.keep(an_order("o-1")).result()
        store.forget()

    with opened(tmp_path) as store:
        assert store.load_board(NOW) is None
        assert store.load_orders() == [an_order("o-1")]


def test_wiping_leaves_no_word_of_anything_on_the_disk(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.replace([a_put("r-1", text="Burung kenari hilang.")], "c1", NOW)
        store.keep(an_order("o-1", args={"text": "kenari"})).result()
        store.keep(an_order("o-2", args={"text": "kenari"}, n=1)).result()
        store.settle(an_order("o-2", args={"text": "kenari"}, n=1), at=NOW).result()
        store.wipe()

    assert not any(b"kenari" in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def test_no_covert_row_is_ever_on_the_disk(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.replace([a_put("r-1"), a_put("r-2", covert=True, text="Burung kenari hilang.")], "c1", NOW)
        store.apply([a_put("r-3", covert=True, text="Burung kenari lagi.")], "c2", NOW)

    assert not any(b"kenari" in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    with opened(tmp_path) as store:
        kept = store.load_board(NOW)
        assert kept
        assert (kept.puts, kept.cursor) == ((a_put("r-1"),), None)


def test_a_folder_that_cannot_be_used_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(StoreUnusable, match="cannot be used"), opened(tmp_path / "file"):
        pass


def test_commands_of_another_version_are_said_in_one_line(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.keep(an_order("o-1")).result()
    (file,) = tmp_path.glob("*/outbox.db")
    content = bytearray(file.read_bytes())
    user_version = 60
    content[user_version + 3] = 9
    file.write_bytes(content)

    with pytest.raises(StoreUnusable, match="another version"), opened(tmp_path):
        pass


def test_a_client_that_keeps_nothing_gets_nothing_back() -> None:
    store = NothingKept()
    store.replace([a_put("r-1")], "c1", NOW)
    store.apply([a_put("r-2")], "c2", NOW)
    store.keep(an_order()).result()
    store.settle(an_order(), at=NOW).result()
    store.forget()
    store.wipe()

    assert store.load_board(NOW) is None
    assert store.load_orders() == []
    assert store.acknowledged(0).result() == []
