"""What the hub has the store's writer do: commands of desks and what is due by time, each in one transaction."""

from collections.abc import Sequence
from functools import partial

from services.domain.report import Millis
from services.domain.timers import due_events
from services.hub.commit import Commit
from services.hub.dispatch import execute
from services.hub.orders import Executed, House, Intake, Order
from services.hub.record import record
from services.store import identities, people
from services.store.transaction import Transaction

BY_TIME = "hub"
"""The key under which the log keeps what happened by time alone."""


def carry_out(transaction: Transaction, orders: Sequence[Order], house: House) -> list[Executed]:
    """Carry out the orders of one message one after the other."""
    intake = Intake(cleared=partial(people.cleared, transaction), seal=partial(identities.seal, transaction))
    return [execute(transaction, order, house=house, intake=intake) for order in orders]


def let_time_pass(
    transaction: Transaction,
    reports: Sequence[str],
    house: House,
    *,
    up_since: Millis,
    down_since: Millis | None,
) -> list[Commit]:
    """Write what is due by now for these reports, a commit each."""
    commits = []
    for id_ in reports:
        report = transaction.load_report(id_)
        now = transaction.now()
        if report is None:
            continue
        due = due_events(report, now=now, policy=house.policy, up_since=up_since, down_since=down_since)
        if due:
            commits.append(record(transaction, due, key=BY_TIME, at=now, policy=house.policy))
    return commits
