"""The writer remembers what it wrote, and forgets what was not kept."""

import pytest

from services.domain.people import Member
from services.domain.report import Report
from services.store.database import Store
from services.store.failures import StorageFailed
from services.store.kept import DeskHead, RowKey, RowVersion
from services.store.memory import Memory
from services.store.transaction import Transaction
from tests.builders import a_member
from tests.services.store.samples import DESK, an_answer, command, do, noted, opened_nth, write, writing
from tests.services.store.test_writer import FILL, full_disk, space_again

KEY = RowKey("report", "r-0001", "desk")


def everything(transaction: Transaction) -> tuple[Report | None, Member | None, RowVersion | None, DeskHead | None]:
    """What a work sees of one report, member, row and desk."""
    report, member = transaction.load_report("r-0001"), transaction.member("m-1")
    return report, member, transaction.row_version(KEY), transaction.desk_head(DESK)


def change_everything(transaction: Transaction) -> None:
    if transaction.load_report("r-0001") is None:
        write(transaction, opened_nth(1))
    write(transaction, noted())
    transaction.save_member(a_member("m-1", limit=9))
    transaction.save_row_version(KEY, RowVersion(2))
    transaction.put_desk_head(DESK, DeskHead("u-budi", 5))
    transaction.put_answer(DESK, 6, an_answer())


def in_the_database(store: Store) -> object:
    with store.read() as reader:
        return (reader.load_report("r-0001"), reader.member("m-1"), reader.row_version(KEY), reader.desk_head(DESK))


def test_a_work_sees_what_it_wrote_and_so_does_the_next(store: Store) -> None:
    do(store, change_everything)

    seen = do(store, everything)

    assert seen == in_the_database(store)
    assert seen[3] == DeskHead("u-budi", 6)


def test_what_a_failed_work_wrote_is_forgotten(store: Store) -> None:
    def failing(transaction: Transaction) -> None:
        change_everything(transaction)
        raise LookupError("refused")

    do(store, command(1, opened_nth(1)))
    before = do(store, everything)
    with pytest.raises(LookupError):
        do(store, failing)

    assert do(store, everything) == before == in_the_database(store)
    assert do(store, command(2, noted())) == 2


def test_what_a_failed_group_wrote_is_forgotten(store: Store) -> None:
    def failing(transaction: Transaction) -> None:
        change_everything(transaction)
        transaction.line.run(FILL)

    do(store, command(1, opened_nth(1)))
    before = do(store, everything)
    do(store, full_disk)
    with pytest.raises(StorageFailed):
        do(store, failing)
    do(store, space_again)

    assert do(store, everything) == before == in_the_database(store)


def test_a_report_that_failed_to_come_in_can_come_in_again(store: Store) -> None:
    def failing(transaction: Transaction) -> None:
        write(transaction, opened_nth(1))
        raise LookupError("refused")

    with pytest.raises(LookupError):
        do(store, failing)

    assert do(store, writing(opened_nth(1))) == 1
    with store.read() as reader:
        assert len(reader.live_reports()) == 1


def test_what_is_not_there_is_asked_for_again() -> None:
    memory = Memory()
    memory.read("a", None)
    assert memory.get("a") is None

    memory.read("a", 1)
    assert memory.get("a") == 1


def test_layers_hide_one_another_until_they_are_kept() -> None:
    memory = Memory()
    memory.read("a", 1)
    memory.wrote("a", 2)
    memory.end_work(kept=True)
    memory.wrote("a", 3)
    assert memory.get("a") == 3

    memory.end_work(kept=False)
    assert memory.get("a") == 2

    memory.end_group(kept=False)
    assert memory.get("a") == 1


def test_memory_is_bounded_and_forgets_what_was_written_longest_ago() -> None:
    memory = Memory(most=3)
    for key in ("a", "b", "c", "a", "d"):
        memory.wrote(key, key)
        memory.end_work(kept=True)
        memory.end_group(kept=True)

    assert [memory.get(key) for key in "abcd"] == ["a", None, "c", "d"]
