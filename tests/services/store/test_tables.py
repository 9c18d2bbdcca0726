"""The migrations lead to the tables of `tables.py`, and to nothing else."""

import re
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from services.store.database import Store
from services.store.engine import FILE
from services.store.failures import StoreRefused
from services.store.kept import Held
from services.store.tables import metadata
from tests.services.store.samples import TickingClock

_LATER = ("upload",)
NOT_IN_METADATA = {"alembic_version", "report_search"}


def test_a_migrated_database_has_the_tables_of_the_metadata(tmp_path: Path) -> None:
    Store.open(tmp_path / "hub", clock=TickingClock()).close()
    made = create_engine("sqlite://")
    metadata.create_all(made)

    with made.connect() as fresh, sqlite3.connect(tmp_path / "hub" / FILE) as migrated:
        wanted = _schema(fresh.connection.driver_connection)
        found = _schema(migrated)
    made.dispose()
    migrated.close()

    extra = {name for name in found if name.startswith("report_search")} | NOT_IN_METADATA
    assert {name: sql for name, sql in found.items() if name not in extra} == wanted


def test_alembic_too_sees_no_difference(tmp_path: Path) -> None:
    Store.open(tmp_path / "hub", clock=TickingClock()).close()
    engine = create_engine(f"sqlite:///{tmp_path / 'hub' / FILE}")

    with engine.connect() as connection:
        options = {"include_name": lambda name, *_: not (name or "").startswith("report_search"), "compare_type": True}
        found = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    engine.dispose()

    assert found == []


def test_a_database_of_the_first_program_is_brought_up_to_date_with_what_is_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "hub"
    Store.open(folder, clock=TickingClock()).close()
    with sqlite3.connect(folder / FILE) as old:
        for table in ("outgoing", *_LATER):
            old.execute(f"DROP TABLE {table}")
        old.execute("UPDATE alembic_version SET version_num = '0001'")
        old.execute('INSERT INTO member VALUES (\'m-1\', \'{"id":"m-1","name":"Wahyu","squad":"orange"}\')')
    old.close()

    store = Store.open(folder, clock=TickingClock())
    store.submit(lambda transaction: transaction.hold_message(Held(1, "r-1", 5))).result()
    with store.read() as reader:
        assert [member.name for member in reader.members()] == ["Wahyu"]
        assert reader.held_messages() == [Held(1, "r-1", 5)]
    store.close()


def test_a_database_of_a_newer_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    Store.open(tmp_path / "hub", clock=TickingClock()).close()
    with sqlite3.connect(tmp_path / "hub" / FILE) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()

    with pytest.raises(StoreRefused, match=r"newer program \(schema 9999\)"):
        Store.open(tmp_path / "hub", clock=TickingClock())


def _schema(connection: object) -> dict[str, object]:
    """Return what each table and index is made of; the order of constraints means nothing."""
    assert isinstance(connection, sqlite3.Connection)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: sorted(re.split(r"[,\s]+", sql)) for name, sql in rows}
