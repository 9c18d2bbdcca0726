"""Answers and desks: a key has one answer for good, and a desk's numbers have no gap."""

from functools import partial

import pytest

from services.store.database import Store
from services.store.kept import DeskHead, RowKey, RowVersion, Touch
from services.store.transaction import Transaction
from tests.builders import NOW, a_member
from tests.services.store.samples import DESK, an_answer, command, do, noted, opened_nth, writing


def test_the_answer_comes_back_with_what_was_said(store: Store) -> None:
    answer = an_answer(
        result={"ok": False, "code": "conflict", "changed": ["state"], "current": {"rev": "E1", "lat": -8.1}}
    )
    do(store, lambda transaction: transaction.put_desk_head(DESK, DeskHead("u-sari")))
    do(store, lambda transaction: transaction.put_answer(DESK, 1, answer))

    with store.read() as reader:
        assert reader.answer(DESK, 1) == answer
        assert reader.answer(DESK, 2) is None
        assert reader.desk_head(DESK) == DeskHead("u-sari", 1)


@pytest.mark.parametrize("n", [0, 1, 3])
def test_only_the_next_number_gets_an_answer(store: Store, n: int) -> None:
    do(store, command(1, opened_nth(1)))

    with pytest.raises(ValueError, match=f"n: {n} is not the number after"):
        do(store, lambda transaction: transaction.put_answer(DESK, n, an_answer()))


def test_a_desk_that_is_nobody_s_gets_no_answer(store: Store) -> None:
    with pytest.raises(ValueError, match="d-nobody"):
        do(store, lambda transaction: transaction.put_answer("d-nobody", 1, an_answer()))

    with store.read() as reader:
        assert reader.desk_head("d-nobody") is None


def test_the_answer_stands_and_falls_with_its_events(store: Store) -> None:
    do(store, command(1, opened_nth(1)))

    def twice(transaction: Transaction) -> None:
        command(2, noted())(transaction)
        command(2, noted())(transaction)

    with pytest.raises(ValueError, match="n: 2"):
        do(store, twice)

    with store.read() as reader:
        assert reader.answer(DESK, 2) is None
        assert reader.head().seq == 1
        assert reader.desk_head(DESK) == DeskHead("u-sari", 1)


def test_row_versions_count_for_each_projection(store: Store) -> None:
    desk, regent = RowKey("report", "r-0001", "desk"), RowKey("report", "r-0001", "regent")
    first = RowVersion(1, {"state": Touch(1, "Sari", NOW)})
    second = RowVersion(2, {"state": Touch(1, "Sari", NOW), "members": Touch(2, "Budi", NOW + 5)}, gone=NOW + 9)

    do(store, lambda transaction: transaction.save_row_version(desk, first))
    do(store, lambda transaction: transaction.save_row_version(desk, second))

    with store.read() as reader:
        assert reader.row_version(desk) == second
        assert reader.row_version(regent) is None


def test_the_versions_of_a_kind_are_those_of_live_rows(store: Store) -> None:
    live, gone, member = (
        RowKey("report", "r-0001", "desk"),
        RowKey("report", "r-gone", "desk"),
        RowKey("member", "m-22", "desk"),
    )
    do(store, writing(opened_nth(1)))
    for key in (live, gone, member):
        do(store, partial(_save_version, key))

    with store.read() as reader:
        assert reader.row_versions("report") == {live: RowVersion(1)}
        assert reader.row_versions("member") == {member: RowVersion(1)}


def test_members_come_back_by_name(store: Store) -> None:
    do(store, lambda transaction: transaction.save_member(a_member("m-1", name="Wahyu")))
    do(store, lambda transaction: transaction.save_member(a_member("m-2", name="Agus")))
    do(store, lambda transaction: transaction.save_member(a_member("m-1", name="Wahyu", on=False, on_since=None)))

    with store.read() as reader:
        assert [one.id for one in reader.members()] == ["m-2", "m-1"]
        kept = reader.member("m-1")
        assert kept is not None
        assert not kept.on
        assert reader.member("m-9") is None


def _save_version(key: RowKey, transaction: Transaction) -> None:
    transaction.save_row_version(key, RowVersion(1))
