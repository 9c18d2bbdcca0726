"""Whole deltas fold into one batch, and no covert row gets near the disk."""

import pytest

from services.domain.board import Delete, Put
from services.feed.unwritten import Batch, Unwritten, is_covert
from tests.builders import NOW
from tests.services.feed.builders import a_member_row, a_put


def test_the_newest_put_of_a_row_wins_and_the_last_cursor_counts() -> None:
    unwritten = Unwritten()

    unwritten.apply([a_put("r-1", "v1"), a_put("r-2", "v1")], "c1", NOW)
    unwritten.apply([a_put("r-1", "v2"), Delete("report", "r-2")], "c2", NOW + 1)

    assert unwritten.take() == Batch(
        whole=False, puts=(a_put("r-1", "v2"),), deletes=(("report", "r-2"),), cursor="c2", at=NOW + 1
    )
    assert unwritten.take() is None


def test_a_snapshot_drops_what_came_before_it() -> None:
    unwritten = Unwritten()

    unwritten.apply([a_put("r-1")], "c1", NOW)
    unwritten.replace([a_put("r-2")], "c2", NOW + 1)

    assert unwritten.take() == Batch(whole=True, puts=(a_put("r-2"),), deletes=(), cursor="c2", at=NOW + 1)


@pytest.mark.parametrize(
    "put",
    [
        a_put(covert=True),
        Put("member", "m-71", "v1", a_member_row(squad="shadow")),
        Put("member", "m-1", "v1", a_member_row(code_name=True)),
        Put("squad", "shadow", "v1", {}),
    ],
)
def test_covert_rows_are_known_by_what_they_are(put: Put[object]) -> None:
    assert is_covert(put)


@pytest.mark.parametrize("put", [a_put(), Put("member", "m-1", "v1", a_member_row()), Put("squad", "red", "v1", {})])
def test_public_rows_are_none(put: Put[object]) -> None:
    assert not is_covert(put)


def test_a_covert_row_is_left_out_and_with_it_the_cursor() -> None:
    unwritten = Unwritten()

    unwritten.replace([a_put("r-1"), a_put("r-2", covert=True)], "c1", NOW)

    batch = unwritten.take()
    assert batch
    assert batch.puts == (a_put("r-1"),)
    assert batch.cursor is None


def test_a_row_made_covert_goes_from_the_disk() -> None:
    unwritten = Unwritten()

    unwritten.apply([a_put("r-1", covert=True)], "c1", NOW)

    batch = unwritten.take()
    assert batch
    assert (batch.puts, batch.deletes, batch.cursor) == ((), (("report", "r-1"),), None)


def test_the_cursor_is_back_when_the_last_covert_row_has_gone() -> None:
    unwritten = Unwritten()
    unwritten.apply([a_put("r-1", covert=True), a_put("r-2", covert=True)], "c1", NOW)
    unwritten.take()

    unwritten.apply([Delete("report", "r-1")], "c2", NOW)
    one_left = unwritten.take()
    unwritten.apply([a_put("r-2")], "c3", NOW)
    none_left = unwritten.take()

    assert one_left
    assert one_left.cursor is None
    assert none_left
    assert none_left.cursor == "c3"


def test_a_batch_that_could_not_be_written_lies_under_what_came_since() -> None:
    unwritten = Unwritten()
    unwritten.replace([a_put("r-1", "v1"), a_put("r-2", "v1")], "c1", NOW)
    failed = unwritten.take()
    assert failed

    unwritten.apply([a_put("r-1", "v2")], "c2", NOW + 1)
    unwritten.give_back(failed)

    batch = unwritten.take()
    assert batch
    assert batch.whole
    assert batch.puts == (a_put("r-1", "v2"), a_put("r-2", "v1"))
    assert batch.cursor == "c2"


def test_a_batch_given_back_alone_is_the_same_batch() -> None:
    unwritten = Unwritten()
    unwritten.apply([a_put("r-1"), Delete("report", "r-2")], "c1", NOW)
    failed = unwritten.take()
    assert failed

    unwritten.give_back(failed)

    assert unwritten.take() == failed


def test_a_snapshot_makes_a_failed_batch_needless() -> None:
    unwritten = Unwritten()
    unwritten.apply([a_put("r-1")], "c1", NOW)
    failed = unwritten.take()
    assert failed

    unwritten.replace([a_put("r-2")], "c2", NOW)
    unwritten.give_back(failed)

    assert unwritten.take() == Batch(whole=True, puts=(a_put("r-2"),), deletes=(), cursor="c2", at=NOW)
