"""What waits for a desk is merged per row and cut into deltas that may each be resumed from."""

from dataclasses import replace

from services.hub.pending import EVENTS_LIMIT, OPS_LIMIT, Batch, Pending, RowOp


def put(row: str, position: int, *, was: bool = True, body: bytes = b"put") -> RowOp:
    """Return a put of a report's row."""
    return RowOp("report", row, position, body, put=True, was=was)


def delete(row: str, position: int) -> RowOp:
    """Return a delete of a report's row that was in view."""
    return RowOp("report", row, position, b"delete", put=False, was=True)


def test_the_newest_put_of_a_row_wins() -> None:
    pending = Pending()
    pending.add(put("r-1", 1, body=b"old"))
    pending.add(put("r-2", 2, body=b"other"))
    pending.add(put("r-1", 3, body=b"new"))
    assert pending.take(3) == [Batch(3, (b"other", b"new"))]


def test_a_row_that_came_and_went_is_never_mentioned() -> None:
    pending = Pending()
    pending.add(put("r-1", 1, was=False))
    pending.tell("r-1", b"event")
    pending.add(delete("r-1", 2))
    assert pending.take(2) == [Batch(2)]


def test_a_row_that_was_in_view_is_deleted_even_if_it_was_put_in_between() -> None:
    pending = Pending()
    pending.add(put("r-1", 1))
    pending.add(delete("r-1", 2))
    assert pending.take(2) == [Batch(2, (b"delete",))]


def test_a_row_deleted_and_put_again_is_put() -> None:
    pending = Pending()
    pending.add(delete("r-1", 1))
    pending.add(put("r-1", 2, was=False))
    pending.add(delete("r-1", 3))
    assert pending.take(3) == [Batch(3, (b"delete",))]


def test_no_event_goes_with_a_delete() -> None:
    pending = Pending()
    pending.tell("r-1", b"one")
    pending.tell("r-2", b"two")
    pending.add(delete("r-1", 1))
    assert pending.take(1) == [Batch(1, (b"delete",), (b"two",))]


def test_events_keep_their_order_and_the_oldest_go_first_when_there_are_too_many() -> None:
    pending = Pending()
    half = b"x" * (EVENTS_LIMIT // 2)
    for name in (b"a", b"b", b"c"):
        pending.tell("r-1", name + half)
    (batch,) = pending.take(1)
    assert [event[:1] for event in batch.events] == [b"c"]


def test_many_changes_are_cut_where_a_desk_may_resume() -> None:
    pending = Pending()
    big = b"x" * (OPS_LIMIT // 2)
    for n in range(1, 6):
        pending.add(put(f"r-{n}", n, body=big))
    pending.settle("d-1.1", 2)
    pending.settle("d-1.2", 5)
    pending.tell("r-1", b"event")
    batches = pending.take(9)
    assert [batch.position for batch in batches] == [2, 4, 9]
    assert [len(batch.ops) for batch in batches] == [2, 2, 1]
    assert [batch.done for batch in batches] == [("d-1.1",), (), ("d-1.2",)]
    assert [batch.events for batch in batches] == [(), (), (b"event",)]


def test_one_transaction_is_never_cut() -> None:
    pending = Pending()
    big = b"x" * (OPS_LIMIT // 2 + 1)
    for n in range(4):
        pending.add(put(f"r-{n}", 7, body=big))
    assert [len(batch.ops) for batch in pending.take(7)] == [4]


def test_after_taking_nothing_is_left_and_an_empty_delta_still_leads_on() -> None:
    pending = Pending()
    pending.add(put("r-1", 1))
    pending.settle("d-1.1", 1)
    pending.take(1)
    assert not pending
    assert pending.size == 0
    assert pending.take(4) == [Batch(4)]


def test_the_size_is_that_of_the_ops_still_waiting() -> None:
    pending = Pending()
    pending.add(put("r-1", 1, body=b"12345"))
    pending.add(replace(put("r-1", 2), body=b"123"))
    pending.add(put("r-2", 2, body=b"1"))
    assert pending.size == 4
    pending.clear()
    assert (pending.size, bool(pending)) == (0, False)


def test_an_own_command_without_a_visible_change_is_reported_too() -> None:
    pending = Pending()
    pending.settle("d-1.3", 8)
    assert pending
    assert pending.take(9) == [Batch(9, done=("d-1.3",))]
