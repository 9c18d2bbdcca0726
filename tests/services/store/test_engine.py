"""The settings the promises rest on are really in force, and the known fault of SQLite is known."""

import sqlite3
from pathlib import Path

import pytest

from services.store.database import Store, version_warnings
from services.store.engine import FILE, READER_SETTINGS, WRITER_SETTINGS, has_wal_reset_bug, require
from services.store.failures import StorageFailed, StoreRefused
from services.store.line import Line, driver_of
from tests.services.store.samples import do


def test_the_writer_confirms_every_commit_on_the_disk(store: Store) -> None:
    found = do(store, lambda transaction: {name: _setting(transaction.line, name) for name in WRITER_SETTINGS})

    assert found == dict(WRITER_SETTINGS)
    assert (found["journal_mode"], found["synchronous"]) == ("wal", 2)


def test_a_reader_cannot_write(store: Store) -> None:
    with store.read() as reader:
        assert {name: _setting(reader.line, name) for name in READER_SETTINGS} == dict(READER_SETTINGS)
        with pytest.raises(StorageFailed, match="SQLITE_READONLY"):
            reader.line.run("DELETE FROM event")


def _setting(line: Line, name: str) -> object:
    return line.value(f"PRAGMA {name}")


@pytest.mark.parametrize(
    ("setting", "value"), [("synchronous", "NORMAL"), ("journal_mode", "DELETE"), ("foreign_keys", "OFF")]
)
def test_a_connection_with_a_weaker_setting_is_refused(tmp_path: Path, setting: str, value: str) -> None:
    weak = sqlite3.connect(tmp_path / FILE)
    for name, wanted in WRITER_SETTINGS.items():
        weak.execute(f"PRAGMA {name} = {wanted}")
    require(weak, WRITER_SETTINGS)
    weak.execute(f"PRAGMA {setting} = {value}")

    with pytest.raises(StoreRefused, match=f"the database runs with {setting} = "):
        require(weak, WRITER_SETTINGS)


@pytest.mark.parametrize(
    ("version", "affected"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 52, 0), False),
        ((4, 0, 0), False),
    ],
)
def test_the_versions_that_two_writers_could_damage_are_known(version: tuple[int, int, int], affected: bool) -> None:
    assert has_wal_reset_bug(version) is affected
    assert len(version_warnings(version)) == affected


def test_only_sqlite_is_taken_for_sqlite() -> None:
    class Other:
        """A connection of another driver."""

        driver_connection = object()

    class Wrapped:
        """As SQLAlchemy hands it out."""

        connection = Other()

    with pytest.raises(TypeError, match="want a connection to SQLite, not object"):
        driver_of(Wrapped())  # type: ignore[arg-type] # the wrong one is the point
