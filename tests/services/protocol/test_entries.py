"""Rows on the wire become the board's puts and deletes, or are refused whole."""

import pytest

from services.domain.board import Board, Delete, Put
from services.protocol.entries import (
    Entry,
    LabelEntry,
    MemberEntry,
    OtherEntry,
    ReportEntry,
    Unreadable,
    changes_of,
    puts_of,
)
from tests.services.protocol.builders import ROW, a_put


def test_ops_become_changes_in_their_order() -> None:
    ops: list[Entry] = [
        ReportEntry(id="r-1", rev="v1", row=ROW),
        MemberEntry(op="delete", id="m-1"),
        OtherEntry(named="shift", id="s-1", rev="v", row={"user": "u-sari"}),
    ]

    assert changes_of(ops) == [a_put(), Delete("member", "m-1"), Put("shift", "s-1", "v", {"user": "u-sari"})]


def test_a_put_without_a_row_spoils_the_whole_delta() -> None:
    with pytest.raises(Unreadable, match=r"value: the label banjir"):
        changes_of([ReportEntry(id="r-1", rev="v1", row=ROW), LabelEntry(id="banjir", rev="v")])


def test_rows_of_a_snapshot_become_puts() -> None:
    assert puts_of([ReportEntry(id="r-1", rev="v1", row=ROW)]) == [a_put()]


@pytest.mark.parametrize("entry", [ReportEntry(id="r-2"), ReportEntry(op="delete", id="r-2", row=ROW)])
def test_what_is_no_row_spoils_the_snapshot(entry: ReportEntry) -> None:
    with pytest.raises(Unreadable, match="rows"):
        puts_of([ReportEntry(id="r-1", rev="v1", row=ROW), entry])


def test_rows_of_unknown_kinds_count_in_the_digest() -> None:
    with_other = Board.of([a_put(), Put("shift", "s-1", "v", {})])

    assert with_other.digest() != Board.of([a_put()]).digest()
