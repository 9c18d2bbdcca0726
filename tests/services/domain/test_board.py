"""The board: puts and deletes, what changed, and a digest that agrees with the protocol's."""

import time
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.board import Board, Changes, Delete, Op, Put

KINDS = ("report", "member", "invented")

keys = st.tuples(st.sampled_from(KINDS), st.sampled_from("abcdef"))
puts = st.builds(lambda key, rev: Put(key[0], key[1], f"v{rev}", rev), keys, st.integers(0, 9))
deletes = st.builds(lambda key: Delete(key[0], key[1]), keys)
ops = st.lists(st.one_of(puts, puts, deletes), max_size=30)


def a_put(kind: str = "report", id_: str = "r-1", rev: str = "v1") -> Put[str]:
    return Put(kind, id_, rev, f"{id_} as of {rev}")


def digest_of_the_protocol(rows: list[tuple[str, str, str]]) -> str:
    """PROTOCOL.md section 3, word for word."""
    total = 0
    for kind, id_, rev in rows:
        whole = kind.encode() + b"\0" + id_.encode() + b"\0" + rev.encode()
        total += int.from_bytes(sha256(whole).digest()[:8], "big")
    return f"{total % 2**64:016x}"


def rows_after(changes: list[Op]) -> dict[tuple[str, str], Put[object]]:
    """What must be there after these changes, kept in the plainest way."""
    rows: dict[tuple[str, str], Put[object]] = {}
    for op in changes:
        if isinstance(op, Put):
            rows[op.kind, op.id] = op
        else:
            rows.pop((op.kind, op.id), None)
    return rows


# --- rows -----------------------------------------------------------------------------------------------------------


def test_a_put_brings_or_replaces_a_row() -> None:
    board = Board.of([a_put(rev="v1")])
    newest = a_put(rev="v2")

    changes = board.apply([newest, a_put(id_="r-2")])

    assert board.entries(newest.kind)["r-1"] is newest
    assert changes == Changes(frozenset({("report", "r-1"), ("report", "r-2")}), frozenset())
    assert len(board) == 2


def test_a_delete_takes_a_row_away() -> None:
    board = Board.of([a_put(), a_put(id_="r-2")])

    changes = board.apply([Delete("report", "r-1")])

    assert list(board.entries("report")) == ["r-2"]
    assert changes == Changes(frozenset(), frozenset({("report", "r-1")}))


def test_deleting_what_is_not_there_changes_nothing() -> None:
    board = Board.of([a_put()])

    assert board.apply([Delete("report", "r-2"), Delete("member", "r-1")]) == Changes()
    assert board == Board.of([a_put()])


def test_the_last_word_on_a_row_counts() -> None:
    board = Board.of([a_put()])

    gone = board.apply([a_put(rev="v2"), Delete("report", "r-1")])
    back = board.apply([a_put(id_="r-2"), Delete("report", "r-2"), a_put(id_="r-2", rev="v3")])

    assert gone == Changes(frozenset(), frozenset({("report", "r-1")}))
    assert back == Changes(frozenset({("report", "r-2")}), frozenset())


def test_a_replaced_board_holds_the_new_rows_and_no_others() -> None:
    board = Board.of([a_put(), a_put("member", "m-1")])
    board.digest()

    board.replace([a_put(id_="r-2")])

    assert board == Board.of([a_put(id_="r-2")])
    assert board.digest() == digest_of_the_protocol([("report", "r-2", "v1")])


def test_kinds_are_apart_and_unknown_ones_are_kept() -> None:
    board = Board.of([a_put(id_="1"), a_put("invented", "1")])

    assert board.entries("invented")["1"].row == "1 as of v1"
    assert dict(board.entries("squad")) == {}
    assert {put.kind for put in board.puts()} == {"report", "invented"}


# --- equality -------------------------------------------------------------------------------------------------------


def test_boards_are_equal_when_every_row_and_rev_is() -> None:
    board = Board.of([a_put()])

    assert board == Board.of([a_put()])
    assert board != Board.of([a_put(rev="v2")])
    assert board != Board.of([Put("report", "r-1", "v1", "another row")])
    assert board != Board.of([a_put(), a_put(id_="r-2")])
    assert board != "a board"


def test_a_kind_without_rows_is_no_kind() -> None:
    board = Board.of([a_put(), a_put("member", "m-1")])
    board.apply([Delete("member", "m-1")])

    assert board == Board.of([a_put()])


def test_a_board_changes_and_so_has_no_hash() -> None:
    with pytest.raises(TypeError):
        hash(Board())


# --- digest ---------------------------------------------------------------------------------------------------------


def test_an_empty_board_has_the_digest_nought() -> None:
    assert Board().digest() == "0" * 16


def test_the_digest_is_that_of_the_protocol() -> None:
    board = Board.of([a_put(), a_put("member", "é-1", "revisi")])

    assert board.digest() == digest_of_the_protocol([("report", "r-1", "v1"), ("member", "é-1", "revisi")])


def test_the_parts_of_a_row_do_not_run_into_each_other() -> None:
    assert Board.of([a_put(id_="ab", rev="c")]).digest() != Board.of([a_put(id_="a", rev="bc")]).digest()


@given(st.lists(st.tuples(ops, st.booleans()), max_size=6))
def test_whatever_happens_rows_and_digest_are_those_of_a_fresh_board(rounds: list[tuple[list[Op], bool]]) -> None:
    board = Board()
    done: list[Op] = []
    for changes, asked in rounds:
        board.apply(changes)
        done += changes
        if asked:
            board.digest()

    rows = rows_after(done)
    fresh = Board.of(rows.values())
    assert board == fresh
    assert board.digest() == fresh.digest() == digest_of_the_protocol([row[:3] for row in rows.values()])


@given(ops, ops)
def test_changes_name_what_is_there_now_and_what_is_not(before: list[Op], after: list[Op]) -> None:
    board = Board()
    board.apply(before)
    changes = board.apply(after)

    now = {(put.kind, put.id) for put in board.puts()}
    assert changes.put <= now
    assert not changes.deleted & now
    assert changes.put == {(op.kind, op.id) for op in after if isinstance(op, Put)} & now


# --- speed ----------------------------------------------------------------------------------------------------------


def test_a_put_costs_little_more_than_storing_it() -> None:
    chance = Random(7)
    ids = [f"r-{n}" for n in range(10_000)]
    board = Board.of(a_put(id_=id_) for id_ in ids)
    groups = [[a_put(id_=chance.choice(ids), rev="v2") for _ in range(64)] for _ in range(160)]

    began = time.process_time()
    for group in groups:
        board.apply(group)
    spent = time.process_time() - began

    assert spent / (160 * 64) < 10e-6  # 0.4 microseconds measured; the rest is room for coverage and a busy machine
