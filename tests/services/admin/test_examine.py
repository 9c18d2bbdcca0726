"""The doctor finds what is wrong with a hub's data and says so line by line."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from services.admin import examine
from services.store.database import Store
from services.store.reader import Reader
from tests.services.store.samples import TickingClock, command, do, opened_nth

Admin = Callable[..., int]
Said = pytest.CaptureFixture[str]


def tamper(data: Path, statement: str) -> None:
    with sqlite3.connect(data / "hub.sqlite") as database:
        database.execute(statement)
    database.close()


@pytest.fixture
def lived(data: Path) -> Path:
    """Data with two reports."""
    with closing(Store.open(data, clock=TickingClock())) as store:
        do(store, command(1, opened_nth(1), opened_nth(2)))
    return data


def test_sound_data_is_called_sound(admin: Admin, lived: Path, capsys: Said) -> None:
    assert admin("doctor") == 0

    said = capsys.readouterr().out.splitlines()
    assert "ok\tlog: 2 events, and every report is what they say" in said
    assert all(line.startswith("ok\t") for line in said)


def test_a_row_that_is_not_what_its_events_say_is_bad(admin: Admin, lived: Path, capsys: Said) -> None:
    tamper(lived, "UPDATE report SET state = 'closed' WHERE id = 'r-0001'")

    assert admin("doctor") == 1

    said = capsys.readouterr()
    assert "BAD\treport r-0001: state is not what its events say" in said.out.splitlines()
    assert said.err == "pendopo admin: the data is not sound: 1 findings are bad\n"
    assert "every report is what they say" not in said.out


def test_keys_that_others_may_read_are_bad(hub: Store, admin: Admin, capsys: Said) -> None:
    (hub.folder / "keys.json").chmod(0o644)

    assert admin("doctor") == 1
    assert f"BAD\t{hub.folder / 'keys.json'} may be read by others" in capsys.readouterr().out


def test_a_folder_that_others_may_look_into_is_bad(hub: Store, admin: Admin, capsys: Said) -> None:
    hub.folder.chmod(0o755)

    assert admin("doctor") == 1
    assert f"{hub.folder} may be read by others: chmod 700" in capsys.readouterr().err


def test_a_damaged_page_is_bad(hub: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(_: Reader) -> list[str]:
        return ["Page 7: btreeInitPage() returns error code 11"]

    monkeypatch.setattr(examine, "integrity", damaged)
    with hub.read() as reader:
        said = list(examine.findings(reader, folder=hub.folder))

    assert examine.Finding(good=False, words="database: Page 7: btreeInitPage() returns error code 11") in said
    assert not any("is sound" in one.words for one in said)


def test_the_doctor_says_so_where_the_database_does_not_open(admin: Admin, lived: Path, capsys: Said) -> None:
    (lived / "hub.sqlite").write_bytes(b"no database" * 1_000)

    assert admin("doctor") == 1
    assert "restore the last verified backup" in capsys.readouterr().err
