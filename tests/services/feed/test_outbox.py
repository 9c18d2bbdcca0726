"""Commands on disk: in their order, with their numbers, gone when answered, rescued where the file is damaged."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.feed.files import OtherSchema
from services.feed.outbox import REMEMBERED, Acknowledged, OutboxFile
from services.protocol.outbox import Order
from tests.builders import NOW
from tests.services.feed.builders import an_order


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "outbox.db"


@pytest.fixture
def outbox(path: Path) -> Iterator[OutboxFile]:
    file = OutboxFile(path)
    yield file
    file.close()


def read_back(path: Path) -> list[Order]:
    file = OutboxFile(path)
    try:
        return file.load()
    finally:
        file.close()


def test_every_commit_is_fsynced(path: Path, outbox: OutboxFile) -> None:
    full = 2

    assert outbox._connection.execute("PRAGMA synchronous").fetchone() == (full,)  # noqa: SLF001 - no other way to see


def test_commands_come_back_in_the_order_they_were_given(path: Path, outbox: OutboxFile) -> None:
    orders = [
        an_order("o-2"),
        an_order("o-1", "open", args={"label": "banjir", "lat": -8.05, "text": "Airnya naik 🌊"}, report=None),
        an_order("o-3", base="v1", offline=True),
    ]

    for order in orders:
        outbox.keep(order)

    assert read_back(path) == orders


def test_a_number_is_written_beside_its_command_and_keeps_its_place(path: Path, outbox: OutboxFile) -> None:
    outbox.keep(an_order("o-1"))
    outbox.keep(an_order("o-2"))

    outbox.keep(an_order("o-1", n=7))

    assert read_back(path) == [an_order("o-1", n=7), an_order("o-2")]


def test_an_acknowledged_command_goes_into_the_journal(path: Path, outbox: OutboxFile) -> None:
    outbox.keep(an_order("o-1", n=1))
    outbox.keep(an_order("o-2", n=2))

    outbox.settle(an_order("o-2", n=2), at=NOW + 5)
    outbox.settle(an_order("o-1", n=1), at=NOW + 3)

    assert read_back(path) == []
    assert outbox.acknowledged(NOW + 4) == [Acknowledged(an_order("o-2", n=2), NOW + 5)]
    assert [one.order.tag for one in outbox.acknowledged(0)] == ["o-1", "o-2"]


def test_a_refused_command_goes_and_leaves_no_trace(path: Path, outbox: OutboxFile) -> None:
    outbox.keep(an_order(n=1))

    outbox.settle(an_order(n=1), at=None)

    assert read_back(path) == []
    assert outbox.acknowledged(0) == []


def test_the_journal_forgets_after_a_week(outbox: OutboxFile) -> None:
    outbox.settle(an_order("o-1", n=1), at=NOW)

    outbox.settle(an_order("o-2", n=2), at=NOW + REMEMBERED + 1)

    assert [one.order.tag for one in outbox.acknowledged(0)] == ["o-2"]


def test_the_reporters_identity_leaves_the_disk_with_the_answer(tmp_path: Path, outbox: OutboxFile) -> None:
    order = an_order("o-1", "open", args={"label": "banjir", "text": "x", "reporter": "Bu Kenari 0840"}, n=1)
    outbox.keep(order)

    outbox.settle(order, at=NOW)
    outbox.close()

    assert not any(b"Kenari" in file.read_bytes() for file in tmp_path.iterdir())


def test_a_settling_that_fails_half_way_leaves_the_command(outbox: OutboxFile) -> None:
    outbox.keep(an_order(n=1))

    with pytest.raises(OverflowError):
        outbox.settle(an_order(n=1), at=2**70)

    assert outbox.load() == [an_order(n=1)]


def test_wiping_leaves_nothing(path: Path, outbox: OutboxFile) -> None:
    outbox.keep(an_order("o-1"))
    outbox.settle(an_order("o-2", n=1), at=NOW)

    outbox.wipe()

    assert outbox.load() == []
    assert outbox.acknowledged(0) == []


def test_what_can_be_read_of_a_damaged_file_is_carried_over(path: Path) -> None:
    file = OutboxFile(path)
    for n in range(120):
        file.keep(an_order(f"o-{n}", args={"text": "x" * 100}))
    file.close()
    content = bytearray(path.read_bytes())
    leaf = content.find(b'"tag": "o-80"')
    content[leaf - leaf % 4_096 : leaf - leaf % 4_096 + 4_096] = b"\xff" * 4_096
    path.write_bytes(content)

    damaged = OutboxFile(path)
    saved = damaged.load()
    damaged.close()

    tags = [order.tag for order in saved]
    assert "o-1" in tags
    assert "o-80" not in tags
    assert len(tags) > 60
    assert damaged.rescued
    assert read_back(path) == saved
    assert path.with_suffix(".damaged-1").exists()


def test_a_file_that_is_no_database_is_set_aside(path: Path) -> None:
    for _ in range(2):
        path.write_bytes(b"not a database at all" * 100)
        assert read_back(path) == []

    assert path.with_suffix(".damaged-1").read_bytes() == path.with_suffix(".damaged-2").read_bytes()


def test_a_row_that_makes_no_sense_is_passed_over(path: Path, outbox: OutboxFile) -> None:
    outbox.keep(an_order("o-1"))
    with sqlite3.connect(path) as other:
        other.execute("INSERT INTO waiting(tag, body) VALUES('o-2', '{\"unknown\": 1}'), ('o-3', 'no')")
    other.close()

    assert outbox.load() == [an_order("o-1")]


def test_commands_of_another_version_are_not_touched(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version=99")
    other.close()

    with pytest.raises(OtherSchema, match="schema 99"):
        OutboxFile(path)
