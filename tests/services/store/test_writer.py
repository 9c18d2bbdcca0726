"""Group commit: together or not at all, in order, and a failing work undoes nothing but itself."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager

import pytest

from services.store import writer
from services.store.database import Store
from services.store.engine import FILE
from services.store.failures import Busy, StorageFailed, StoreClosed
from services.store.line import Line, Values
from services.store.transaction import Transaction
from tests.builders import NOW
from tests.services.store.samples import DESK, command, do, noted, opened_nth, write, writing

FILL = "INSERT INTO identity_key (id, wrapped) VALUES ('k-1', hex(zeroblob(2000000)))"


@contextmanager
def one_group(store: Store) -> Iterator[None]:
    """Hold the writer back, so that everything submitted meanwhile is one group."""
    arrived, go_on = threading.Event(), threading.Event()

    def hold(_: Transaction) -> None:
        arrived.set()
        go_on.wait(20)

    held = store.submit(hold)
    assert arrived.wait(20)
    try:
        yield
    finally:
        go_on.set()
    held.result(20)


def full_disk(transaction: Transaction) -> None:
    """Let the database not grow any more; a failed transaction does not take this back."""
    transaction.line.run("PRAGMA max_page_count = 1")


def space_again(transaction: Transaction) -> None:
    """Let it grow again."""
    transaction.line.run("PRAGMA max_page_count = 1000000")


def test_futures_of_a_group_resolve_in_commit_order(store: Store) -> None:
    told: list[int] = []

    def tell(future: "Future[int]") -> None:
        told.append(future.result())

    with one_group(store):
        futures = [store.submit(command(n, opened_nth(n))) for n in range(1, 51)]
        for future in futures:
            future.add_done_callback(tell)

    assert [future.result(20) for future in futures] == list(range(1, 51))
    do(store, lambda transaction: transaction.now())
    assert told == list(range(1, 51))


def test_a_result_is_told_only_after_others_can_read_it(store: Store) -> None:
    seen: list[int] = []

    def look(_: object) -> None:
        with store.read() as reader:
            seen.append(reader.head().seq)

    with one_group(store):
        futures = [store.submit(command(n, opened_nth(n))) for n in (1, 2, 3)]
        for future in futures:
            future.add_done_callback(look)
    do(store, lambda transaction: transaction.now())

    assert seen == [3, 3, 3]


def test_a_failing_work_undoes_itself_alone(store: Store) -> None:
    def failing(transaction: Transaction) -> None:
        write(transaction, noted())
        raise LookupError("refused")

    with one_group(store):
        before = store.submit(command(1, opened_nth(1)))
        failed = store.submit(failing)
        after = store.submit(command(2, noted()))

    assert (before.result(20), after.result(20)) == (1, 2)
    with pytest.raises(LookupError, match="refused"):
        failed.result(20)
    with store.read() as reader:
        assert len(reader.history("r-0001")) == 2


def test_a_full_disk_fails_the_whole_group_and_keeps_nothing_of_it(store: Store) -> None:
    do(store, command(1, opened_nth(1)))
    do(store, full_disk)

    with one_group(store):
        small = store.submit(command(2, noted()))
        large = store.submit(lambda transaction: transaction.line.run(FILL))

    for future in (small, large):
        with pytest.raises(StorageFailed, match="SQLITE_FULL") as failure:
            future.result(20)
        assert not failure.value.for_good
    with store.read() as reader:
        assert reader.head().seq == 1
        assert reader.answer(DESK, 2) is None


def test_after_a_full_disk_it_writes_again_without_a_restart(store: Store) -> None:
    do(store, full_disk)
    with pytest.raises(StorageFailed):
        do(store, lambda transaction: transaction.line.run(FILL))

    do(store, space_again)

    assert do(store, command(1, opened_nth(1))) == 1
    assert store.failed is None


def test_a_work_that_hides_a_failure_of_the_disk_does_not_get_through(store: Store) -> None:
    """SQLite may have ended the transaction: whatever the work writes then would be kept piece by piece."""

    def hiding(transaction: Transaction) -> None:
        with pytest.raises(StorageFailed):
            transaction.line.run(FILL)
        with pytest.raises(StorageFailed):
            write(transaction, opened_nth(1))

    do(store, full_disk)
    with pytest.raises(StorageFailed):
        do(store, hiding)

    with store.read() as reader:
        assert reader.head().seq == 0


def test_a_foreign_lock_is_busy_and_nothing_is_lost(store: Store) -> None:
    do(store, lambda transaction: transaction.line.run("PRAGMA busy_timeout = 20"))
    foreign = sqlite3.connect(store.folder / FILE, isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(Busy, match="another program holds the database"):
            do(store, command(1, opened_nth(1)))
    finally:
        foreign.close()

    assert do(store, command(1, opened_nth(1))) == 1


def test_a_failed_fsync_stops_the_writing_until_a_restart(open_store: Callable[[], Store]) -> None:
    store = open_store()

    def failing_commit(transaction: Transaction) -> None:
        transaction.line._failure = StorageFailed("not confirmed", for_good=True)  # noqa: SLF001 - as a failed COMMIT would

    with pytest.raises(StorageFailed):
        do(store, failing_commit)

    assert store.failed == "not confirmed"
    with pytest.raises(StorageFailed, match="not confirmed") as failure:
        do(store, command(1, opened_nth(1)))
    assert failure.value.for_good
    store.close()
    assert do(open_store(), command(1, opened_nth(1))) == 1


def test_an_exception_of_a_work_is_no_failure_of_the_disk_whatever_its_name(store: Store) -> None:
    def pretending(_: Transaction) -> None:
        raise StorageFailed("not confirmed", for_good=True)

    with pytest.raises(StorageFailed):
        do(store, pretending)

    assert store.failed is None


def test_a_newer_writer_on_the_same_database_fences_this_one_off(store: Store) -> None:
    """Where a file system only pretends to lock, the term in the database still tells."""
    foreign = sqlite3.connect(store.folder / FILE, isolation_level=None)
    foreign.execute("UPDATE log_head SET term = term + 1")
    foreign.close()

    with pytest.raises(StorageFailed, match="another process has opened this database"):
        do(store, command(1, opened_nth(1)))

    assert store.failed is not None
    with store.read() as reader:
        assert reader.head().seq == 0


def test_an_error_in_the_writer_itself_is_told_and_it_lives_on(store: Store) -> None:
    def ends_the_transaction(transaction: Transaction) -> None:
        transaction.line.run("ROLLBACK")

    with pytest.raises(sqlite3.OperationalError, match="no such savepoint"):
        do(store, ends_the_transaction)

    assert do(store, command(1, opened_nth(1))) == 1


def test_a_transaction_is_useless_after_its_work(store: Store) -> None:
    """Whoever kept it would read and write on the writer's connection from another thread."""
    kept = do(store, lambda transaction: transaction)

    with pytest.raises(StoreClosed, match="over"):
        kept.history("r-0001")
    with pytest.raises(StoreClosed, match="over"):
        write(kept, opened_nth(1), at=NOW)
    assert do(store, command(1, opened_nth(1))) == 1


def test_a_cancelled_work_is_not_run(store: Store) -> None:
    with one_group(store):
        cancelled = store.submit(command(1, opened_nth(1)))
        assert cancelled.cancel()
        after = store.submit(lambda transaction: transaction.head().seq)

    assert after.result(20) == 0
    with pytest.raises(CancelledError):
        cancelled.result(20)


def test_too_many_waiting_works_are_turned_away(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "WAITING", 3)

    with one_group(store):
        futures = [store.submit(lambda transaction: transaction.now()) for _ in range(5)]

    assert [future.exception(20) is None for future in futures] == [True, True, True, False, False]
    with pytest.raises(Busy, match="3 works are waiting"):
        futures[-1].result(20)


def test_closing_finishes_what_was_submitted_and_takes_nothing_more(open_store: Callable[[], Store]) -> None:
    store = open_store()
    futures = [store.submit(command(n, opened_nth(n))) for n in range(1, 201)]
    store.close()
    store.close()

    assert [future.result(0) for future in futures] == list(range(1, 201))
    with pytest.raises(StoreClosed):
        store.submit(writing(noted()))
    with open_store().read() as reader:
        assert reader.head().seq == 200


def test_the_write_ahead_log_is_settled_after_many_works_and_at_the_end(open_store: Callable[[], Store]) -> None:
    store = open_store()
    wal = store.folder / f"{FILE}-wal"
    for n in range(1, 3 * 512):
        store.submit(command(n, *([opened_nth(1)] if n == 1 else [noted()])))
    do(store, lambda transaction: transaction.now())
    grown = wal.stat().st_size
    store.close()

    assert grown < 16 * 1024 * 1024
    assert not wal.exists()


def test_a_quiet_second_settles_the_log(open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch) -> None:
    settled = threading.Event()
    settle = writer.Writer._settle  # noqa: SLF001 - to see it happen

    def seen(self: writer.Writer, mode: str) -> None:
        settle(self, mode)
        settled.set()

    monkeypatch.setattr(writer, "_QUIET_SECONDS", 0.01)
    monkeypatch.setattr(writer.Writer, "_settle", seen)
    do(open_store(), command(1, opened_nth(1)))

    assert settled.wait(20)


def test_a_log_that_cannot_be_settled_now_is_no_failure(store: Store) -> None:
    with store.read():
        do(store, full_disk)
        for n in range(1, 600):
            store.submit(writing(*([opened_nth(1)] if n == 1 else [noted()])))
    do(store, space_again)

    assert store.failed is None


def test_a_transaction_that_cannot_even_be_undone_stops_the_writing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_at(monkeypatch, "COMMIT", StorageFailed("first"))
    failing_at(monkeypatch, "ROLLBACK", StorageFailed("second"))

    with pytest.raises(StorageFailed, match="first"):
        do(store, command(1, opened_nth(1)))

    assert store.failed == "first; then second"


@pytest.mark.parametrize(
    ("failure", "stopped"),
    [
        (Busy("a reader is in the way"), None),
        (StorageFailed("the disk failed (SQLITE_FULL)"), None),
        (StorageFailed("the disk did not confirm", for_good=True), "the disk did not confirm"),
    ],
)
def test_only_an_unconfirmed_settling_of_the_log_stops_the_writing(
    open_store: Callable[[], Store], monkeypatch: pytest.MonkeyPatch, failure: Exception, stopped: str | None
) -> None:
    store = open_store()
    do(store, command(1, opened_nth(1)))
    failing_at(monkeypatch, "PRAGMA wal_checkpoint", failure)
    store.close()

    assert store.failed == stopped


def failing_at(monkeypatch: pytest.MonkeyPatch, statement: str, failure: Exception) -> None:
    """Let the statements that begin so fail."""
    run = Line.run

    def fail(self: Line, asked: str, values: Values = ()) -> sqlite3.Cursor:
        if asked.startswith(statement) and not asked.startswith(f"{statement} TO"):
            raise failure
        return run(self, asked, values)

    monkeypatch.setattr(Line, "run", fail)
