"""The one thread that writes: gathers works, commits them together, and only then says that they are done."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Engine

from services.domain.report import Millis
from services.store import journal
from services.store.failures import Busy, StorageFailed, StoreClosed
from services.store.kept import Head
from services.store.keys import Keys
from services.store.line import Line
from services.store.memory import Memory
from services.store.transaction import Transaction

T = TypeVar("T")

GROUP = 64
"""How many works commit together at most."""
WAITING = 20_000
"""How many works may wait; more are turned away as `Busy`."""
_CHECKPOINT_AFTER = 512
_QUIET_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Order:
    work: Callable[[Transaction], Any]
    future: "Future[Any]"


@dataclass(frozen=True, slots=True)
class _Outcome:
    result: Any = None
    error: Exception | None = None


class Writer:
    """Owns the writing connection.

    A group is what has come in while the last one was being written: it never waits for more, so a single command is
    not held up, and under load groups fill by themselves.
    """

    def __init__(self, engine: Engine, *, keys: Keys, clock: Callable[[], Millis]) -> None:
        self._connection = engine.connect()
        self._line = Line(self._connection)
        self._keys = keys
        self._clock = clock
        self._memory = Memory()
        self._term = journal.begin_term(self._line)
        self._head = journal.head(self._line)
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._door = threading.Lock()
        self._closed = False
        self._unsettled = 0
        self._failed: str | None = None
        self._thread = threading.Thread(target=self._serve, name="store writer", daemon=True)
        self._thread.start()

    @property
    def failed(self) -> str | None:
        """Why it has stopped writing for good, None while it writes."""
        return self._failed

    def submit(self, work: Callable[[Transaction], T]) -> "Future[T]":
        """Queue a work and return the future of its result.

        Raises:
            StoreClosed: the store is closed.
        """
        future: Future[T] = Future()
        with self._door:
            if self._closed:
                raise StoreClosed("the store is closed")
            if self._orders.qsize() < WAITING:
                self._orders.put(_Order(work, future))
                return future
        future.set_exception(Busy(f"{WAITING} works are waiting for the disk"))
        return future

    def stop(self) -> None:
        """Write what is queued, settle the log in its file, and end."""
        with self._door:
            if not self._closed:
                self._closed = True
                self._orders.put(None)
        self._thread.join()

    def _serve(self) -> None:
        ending = False
        while not ending:
            group, ending = self._gather()
            if group:
                self._write(group)
            if self._unsettled and (ending or not group or self._unsettled >= _CHECKPOINT_AFTER):
                self._settle("TRUNCATE" if ending else "PASSIVE")
        self._connection.close()

    def _gather(self) -> tuple[list[_Order], bool]:
        """Wait for a work and take what stands behind it; nothing after a quiet second with a log to settle."""
        group: list[_Order] = []
        try:
            order = self._orders.get(timeout=_QUIET_SECONDS if self._unsettled else None)
            while order is not None:
                group.append(order)
                if len(group) == GROUP:
                    return group, False
                order = self._orders.get_nowait()
        except queue.Empty:
            return group, False
        return group, True

    def _write(self, group: list[_Order]) -> None:
        """Commit a group and tell everyone in it."""
        wanted = [order for order in group if order.future.set_running_or_notify_cancel()]
        try:
            outcomes = self._commit(wanted)
        except Exception as failed:  # noqa: BLE001 - the writer's outermost edge: whoever waits must hear of it
            self._abort(failed)
            for order in wanted:
                order.future.set_exception(failed)
            return
        for order, outcome in zip(wanted, outcomes, strict=True):
            if outcome.error is not None:
                order.future.set_exception(outcome.error)
            else:
                order.future.set_result(outcome.result)

    def _commit(self, group: list[_Order]) -> list[_Outcome]:
        """Run each work in a savepoint of one transaction and commit it.

        Raises:
            StorageFailed: the disk failed, or this process is no longer the one that writes.
            Busy: another program holds the database.
        """
        if self._failed is not None:
            raise StorageFailed(self._failed, for_good=True)
        self._line.run("BEGIN IMMEDIATE")
        head, outcomes = self._head, []
        for order in group:
            outcome, head = self._try(order.work, head)
            outcomes.append(outcome)
        if not journal.keep_head(self._line, head, term=self._term):
            raise StorageFailed("another process has opened this database since", for_good=True)
        self._line.run("COMMIT")
        self._memory.end_group(kept=True)
        self._head = head
        self._unsettled += len(group)
        return outcomes

    def _try(self, work: Callable[[Transaction], Any], head: Head) -> tuple[_Outcome, Head]:
        """Run one work and return its outcome and the new head; its exception undoes it alone.

        Raises:
            StorageFailed, Busy: the disk failed under it, which ends the whole group.
        """
        transaction = Transaction(self._line, head=head, memory=self._memory, keys=self._keys, clock=self._clock)
        self._line.run("SAVEPOINT work")
        try:
            outcome = _Outcome(result=work(transaction))
        except Exception as error:  # noqa: BLE001 - it travels to whoever submitted the work
            outcome = _Outcome(error=error)
        transaction.end()
        if outcome.error is None:
            self._line.run("RELEASE work")  # fails, too, if the disk had failed and the work kept that to itself
            self._memory.end_work(kept=True)
            return outcome, transaction.head()
        self._line.run("ROLLBACK TO work")
        self._line.run("RELEASE work")
        self._memory.end_work(kept=False)
        return outcome, head

    def _abort(self, failed: Exception) -> None:
        """End what is left of a failed transaction: SQLite may have ended it already."""
        if isinstance(failed, StorageFailed) and failed.for_good:
            self._failed = str(failed)
        self._line.mend()
        self._memory.end_group(kept=False)
        if self._line.in_transaction:
            try:
                self._line.run("ROLLBACK")
            except (StorageFailed, Busy) as again:
                self._failed = f"{failed}; then {again}"
                self._line.mend()

    def _settle(self, mode: str) -> None:
        """Move the write-ahead log into the database; what cannot be moved now stays in the log, which is as safe."""
        try:
            self._line.run(f"PRAGMA wal_checkpoint({mode})")
        except StorageFailed as failed:
            if failed.for_good:
                self._failed = str(failed)
        except Busy:
            pass
        self._line.mend()
        self._unsettled = 0
