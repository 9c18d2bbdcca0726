"""The queue's order is the domain's order, whatever came in which way."""

import random
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.policy import HOUR, MINUTE
from services.domain.report import Millis
from services.domain.rows import ClaimRow, ReportRow
from services.domain.urgency import SOON_WITHIN, Group, group, sort_key
from tests.builders import NOW
from tests.widgets.rows import a_row, random_row, random_rows
from widgets.models.queue_marks import EXTRAS, Sieve, mark_of, marks_of
from widgets.models.queue_order import Counts, QueueOrder

SIEVES = (Sieve(), Sieve(squad="orange"), Sieve(squad="shadow"), *(Sieve(extra=extra) for extra in EXTRAS))


def naive(rows: Mapping[str, ReportRow], sieve: Sieve) -> list[str]:
    """The same by Python's own sort over the domain's key."""
    passing = [
        report
        for report, row in rows.items()
        if marks_of(row, user="u-sari") & mark_of(sieve) and sieve.squad in {None, row.squad}
    ]
    return sorted(passing, key=lambda report: sort_key(rows[report], report))


def groups(rows: Mapping[str, ReportRow], shown: list[str], now: Millis) -> Counts:
    """How many of the shown reports the domain puts into each group."""
    found = [group(rows[report], now) for report in shown]
    return Counts(found.count(Group.LATE), found.count(Group.SOON), found.count(Group.LATER))


def shown(order: QueueOrder) -> list[str]:
    return order.ids(0, len(order))


@given(seed=st.integers(0, 10_000), count=st.integers(0, 60), sieve=st.sampled_from(SIEVES))
def test_after_any_frames_the_order_is_the_domains(seed: int, count: int, sieve: Sieve) -> None:
    chance = random.Random(seed)
    rows = random_rows(count, seed=seed)
    order = QueueOrder("u-sari")
    order.replace(rows)
    order.show(sieve)
    for frame in range(6):
        now = NOW + frame * 10 * MINUTE
        gone = [report for report in rows if chance.random() < 0.15]
        puts = {f"r-{chance.randrange(80):06}": random_row(chance) for _ in range(12)}
        for report in gone:
            del rows[report]
        rows |= puts
        order.remove(gone)
        order.put(puts.items())

        order.settle(now)

        expected = naive(rows, sieve)
        assert shown(order) == expected
        assert order.counts == groups(rows, expected, now)
        assert [order.position_of(report) for report in expected] == list(range(len(expected)))


@given(seed=st.integers(0, 10_000))
def test_while_the_order_is_held_rows_only_leave(seed: int) -> None:
    chance = random.Random(seed)
    rows = random_rows(50, seed=seed)
    order = QueueOrder("u-sari")
    order.replace(rows)
    order.settle(NOW)
    for _ in range(5):
        before, counts = shown(order), order.counts
        gone = [report for report in rows if chance.random() < 0.1]
        puts = {f"r-{chance.randrange(60):06}": random_row(chance) for _ in range(8)}
        for report in gone:
            del rows[report]
        rows |= puts
        order.remove(gone)
        order.put(puts.items())

        order.settle(NOW, hold=True)

        left = set(naive(rows, Sieve())) - set(gone)
        assert shown(order) == [report for report in before if report in left]
        cuts = (0, counts.late, counts.late + counts.soon, counts.total)
        parts = [before[start:stop] for start, stop in pairwise(cuts)]
        assert order.counts.sizes == tuple(sum(report in left for report in part) for part in parts)
    order.settle(NOW)
    assert shown(order) == naive(rows, Sieve())


def test_a_new_report_waits_while_the_order_is_held() -> None:
    order = QueueOrder()
    order.replace({"r-old": a_row()})
    order.settle(NOW)

    order.put({"r-new": a_row(due_first=NOW - HOUR)}.items())
    changed = order.settle(NOW, hold=True)

    assert not changed
    assert order.stale
    assert order.waits("r-new")
    assert order.is_before("r-new", "r-old")
    assert order.position_of("r-new") is None
    assert order.settle(NOW)
    assert shown(order) == ["r-new", "r-old"]
    assert not order.waits("r-new")


@pytest.mark.parametrize(
    ("left", "expected"),
    [(-1, Counts(1, 0, 0)), (0, Counts(0, 1, 0)), (SOON_WITHIN, Counts(0, 1, 0)), (SOON_WITHIN + 1, Counts(0, 0, 1))],
)
def test_the_edges_of_the_groups_are_the_domains(left: Millis, expected: Counts) -> None:
    row = a_row(due_first=NOW + left)
    order = QueueOrder()
    order.replace({"r": row})

    order.settle(NOW)

    assert order.counts == expected == groups({"r": row}, ["r"], NOW)
    assert order.late_of(Sieve(), NOW) == expected.late


def test_a_group_changes_when_only_time_passes() -> None:
    order = QueueOrder()
    order.replace({"r": a_row(due_first=NOW + HOUR)})
    order.settle(NOW)

    assert not order.settle(NOW + MINUTE)
    assert order.settle(NOW + 31 * MINUTE)
    assert order.counts == Counts(0, 1, 0)


def test_the_extra_queues_hold_what_their_names_say() -> None:
    mine = ClaimRow("u-sari", "Sari", NOW + HOUR)
    theirs = ClaimRow("u-budi", "Budi", NOW + HOUR)
    rows = {
        "unassigned": a_row(claim=theirs),
        "mine": a_row(state="assigned", members=("m-31",), claim=mine),
        "to_verify": a_row(state="resolved", members=("m-31",)),
        "duplicates": a_row(state="accepted", members=("m-31",), suspected=("r-x",)),
        "closed": a_row(state="closed", claim=mine, suspected=("r-x",)),
    }
    order = QueueOrder("u-sari")
    order.replace(rows)

    for extra in EXTRAS:
        order.show(Sieve(extra=extra))
        order.settle(NOW)
        assert shown(order) == [extra]
        assert order.count_of(Sieve(extra=extra)) == 1
    assert order.count_of(Sieve()) == 4


def test_unknown_reports_are_nowhere() -> None:
    order = QueueOrder()
    order.remove(["r-none"])

    assert order.position_of("r-none") is None
    assert not order.waits("r-none")


def test_the_columns_grow_with_the_board() -> None:
    rows = random_rows(1_000)
    order = QueueOrder("u-sari")

    order.put(rows.items())
    order.settle(NOW)

    assert shown(order) == naive(rows, Sieve())
