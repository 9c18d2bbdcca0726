"""Brings desks' commands to the store and what came of them to the desks: first to the one, then to all."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import Final

from services.domain.people import User
from services.domain.report import Millis
from services.hub.bridge import Bridge
from services.hub.commit import Commit
from services.hub.connection import Connection
from services.hub.due import DueList
from services.hub.lane import Frame
from services.hub.neighbours import Neighbours
from services.hub.orders import Executed, House, Order
from services.hub.outgoing import Outgoing, let_go
from services.hub.publisher import Publisher
from services.hub.suspecting import Suspecting, Suspicion, write_suspicion
from services.hub.tasks import Tasks
from services.hub.works import carry_out, let_time_pass
from services.protocol.outcomes import Outcome
from services.protocol.server_actions import Execute
from services.store.failures import StorageFailed, StoreFailure
from services.store.transaction import Transaction

AGAIN: Final[Millis] = 500
"""When to send again what the store could not take now."""
AT_ONCE: Final = 64
"""Reports whose due events are written in one transaction."""
_FAULTS: Final = ("bad_format", "unknown_command", "key_reuse")
"""Refusals that are the sender's fault."""


class Commanding:
    """Executes orders and due events, and publishes what was committed. Lives on the loop's thread."""

    def __init__(
        self,
        *,
        bridge: Bridge,
        house: House,
        publisher: Publisher,
        clock: Callable[[], Millis],
        tasks: Tasks,
        down_since: Millis | None,
    ) -> None:
        self.draining = False
        self.outgoing = Outgoing()
        self.suspecting = Suspecting(Neighbours(house.policy))
        self.due = DueList(house.policy)
        self._bridge = bridge
        self._house = house
        self._publisher = publisher
        self._clock = clock
        self._tasks = tasks
        self._up_since = clock()
        self._down_since = down_since
        self._beat: asyncio.TimerHandle | None = None

    async def drain(self) -> None:
        """Take no more commands and wait until those under way are written and told."""
        self.draining = True
        await self._bridge.idle()

    def begin(self) -> None:
        """Look at every report for what is due next, and for its likely duplicates."""
        reports = self._publisher.picture.reports.values()
        for report in reports:
            self.due.take(report)
        self.suspecting.begin(reports)

    def execute(self, connection: Connection, user: User, asked: Execute) -> None:
        """Have the orders of one message carried out and answered."""
        orders = [Order(envelope, connection.desk, user) for envelope in asked.orders]
        if self.draining:
            self._answer(connection, asked, [self._again(order, "busy") for order in orders])
            return

        def answer(done: "Future[list[Executed]]") -> None:
            self._answer(connection, asked, self._executed(orders, done))

        self._bridge.submit(partial(carry_out, orders=orders, house=self._house), answer)

    def let_time_pass(self) -> None:
        """Have written what has come to be due, sent what was held, and looked at what was there at the start."""
        if not self.draining:
            self._send_held()
            self._suspect(self.suspecting.catch_up(self._publisher.picture.reports))
        reports = self.due.due(self._clock(), AT_ONCE)
        if not reports or self.draining:
            return

        def work(transaction: Transaction) -> list[Commit]:
            up, down = self._up_since, self._down_since
            return let_time_pass(transaction, reports, self._house, up_since=up, down_since=down)

        self._bridge.submit(work, partial(self._passed, reports))

    def _send_held(self) -> None:
        def sent(done: "Future[int]") -> None:
            if (failure := done.exception()) is not None:
                self._tasks.failed(failure)
                self.outgoing.put_back(self._clock())

        if self.outgoing.due(self._clock()):
            self._bridge.submit(let_go, sent)

    def _suspect(self, suspicions: Sequence[Suspicion]) -> None:
        """Have written what looks like a duplicate of what, a commit each."""
        for suspicion in suspicions:
            self._bridge.submit(partial(write_suspicion, suspicion=suspicion, policy=self._house.policy), self._written)

    def _written(self, done: "Future[Commit | None]") -> None:
        failure = done.exception()
        if failure is not None:
            self._tasks.failed(failure)
        elif (commit := done.result()) is not None:
            self._publish(commit)
            self.await_beat()

    def await_beat(self) -> None:
        """See to it that what waits for others is sent in time."""
        due = self._publisher.next_beat()
        if due is not None and self._beat is None:
            wait = max(0, due - self._clock()) / 1000
            self._beat = asyncio.get_running_loop().call_later(wait, self._on_beat)

    def _on_beat(self) -> None:
        self._beat = None
        self._publisher.beat(self._clock())
        self.await_beat()

    def _executed(self, orders: Sequence[Order], done: "Future[list[Executed]]") -> list[Executed]:
        """Return what became of orders; where the store has failed, nothing has happened."""
        failure = done.exception()
        if failure is None:
            return done.result()
        if not isinstance(failure, StoreFailure):
            ref = self._tasks.failed(failure)
            return [self._again(order, "internal", ref=ref) for order in orders]
        self._tasks.log.error("not written", kind=type(failure).__name__)
        code = "storage" if isinstance(failure, StorageFailed) else "busy"
        return [self._again(order, code) for order in orders]

    def _again(self, order: Order, code: str, *, ref: str | None = None) -> Executed:
        wait = AGAIN if ref is None else None
        return Executed(Outcome(key=order.envelope.key, ok=False, at=self._clock(), code=code, wait=wait, ref=ref))

    def _answer(self, connection: Connection, asked: Execute, executed: list[Executed]) -> None:
        now = self._clock()
        outcomes = [one.outcome for one in executed]
        connection.lane.push(Frame(connection.session.outcomes(asked.ticket, *outcomes)), now)
        for outcome, commit in executed:
            if outcome.code in _FAULTS:
                connection.host.at_fault(connection, outcome.code)
            if commit is not None:
                self._publish(commit)
            elif outcome.ok and not outcome.repeated and outcome.key is not None:
                self._publisher.settle(connection.desk, outcome.key, now)
        self.await_beat()

    def _passed(self, reports: list[str], done: "Future[list[Commit]]") -> None:
        """Publish what time has done; a report without an event is looked at again, too."""
        failure = done.exception()
        if failure is not None:
            self._tasks.failed(failure)
            self.due.put_back(reports, self._clock() + 2 * AGAIN)
            return
        for commit in done.result():
            self._publish(commit)
        known = self._publisher.picture.reports
        for report in reports:
            if report in known:
                self.due.take(known[report])
        self.await_beat()

    def _publish(self, commit: Commit) -> None:
        self._publisher.publish(commit, self._clock())
        for change in commit.changes:
            self.due.take(change.after)
        self.outgoing.take(commit)
        self._suspect(self.suspecting.take(commit))
