"""Rows are encoded once and spliced; frames stay within 256 KiB."""

import itertools
import json
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.board import Delete
from services.protocol.codec import decode_hub_frame
from services.protocol.entries import changes_of, puts_of
from services.protocol.frames import (
    MOST_BYTES,
    PART_BYTES,
    ROOM_BYTES,
    DeltaParts,
    delta_frame,
    encode,
    encode_delete,
    encode_event,
    encode_row,
    encode_value,
    snapshot_frames,
    split,
)
from services.protocol.hub_messages import Delta, Error, Happened, Snapshot
from tests.builders import NOW
from tests.services.protocol.builders import ROW, a_put

EVENT = Happened(event="assigned", report="r-1", by="Sari", at=NOW)


def test_a_spliced_delta_reads_as_one_that_was_encoded_whole() -> None:
    parts = DeltaParts(
        at=NOW,
        replay=True,
        caught_up=True,
        ops=[encode_row(a_put('r-"1')).put, encode_delete("report", "r-2")],
        events=[encode_event(EVENT)],
        done=["d-9K2M.1"],
    )

    delta = decode_hub_frame(delta_frame("board", parts, start="a", to='b"'))

    assert isinstance(delta, Delta)
    assert (delta.view, delta.start, delta.to, delta.at) == ("board", "a", 'b"', NOW)
    assert (delta.replay, delta.caught_up, delta.events, delta.done) == (True, True, (EVENT,), ("d-9K2M.1",))
    assert changes_of(delta.ops) == [a_put('r-"1'), Delete("report", "r-2")]


def test_an_empty_delta_still_moves_the_cursor() -> None:
    assert json.loads(delta_frame("board", DeltaParts(at=NOW), start="a", to="b")) == {
        "type": "delta",
        "view": "board",
        "from": "a",
        "to": "b",
        "at": NOW,
        "replay": False,
        "ops": [],
        "events": [],
        "done": [],
    }


def test_a_snapshots_parts_hold_every_row_once_and_in_order() -> None:
    puts = [a_put(f"r-{n}", text="x" * 4_000) for n in range(100)]

    frames = list(snapshot_frames("board", [encode_row(put).entry for put in puts]))
    parts = [decode_hub_frame(frame) for frame in frames]

    assert all(isinstance(part, Snapshot) for part in parts)
    read = [part for part in parts if isinstance(part, Snapshot)]
    assert [put for part in read for put in puts_of(part.rows)] == puts
    assert [(part.part, part.parts) for part in read] == [(n, len(frames)) for n in range(len(frames))]
    assert max(map(len, frames)) <= PART_BYTES + 100


def test_an_empty_snapshot_has_one_empty_part() -> None:
    (frame,) = snapshot_frames("board", [])

    assert json.loads(frame) == {"type": "snapshot", "view": "board", "part": 0, "parts": 1, "rows": []}


@given(st.lists(st.binary(max_size=40), max_size=30), st.integers(1, 60))
def test_runs_are_as_long_as_may_be_and_lose_nothing(entries: list[bytes], most: int) -> None:
    runs = split(entries, most)

    assert [entry for run in runs for entry in run] == entries
    assert all(len(run) == 1 or sum(map(len, run)) + len(run) <= most for run in runs if run)
    assert all(sum(map(len, run)) + len(run) + len(after[0]) + 1 > most for run, after in itertools.pairwise(runs))


def test_a_delta_full_of_ops_fits_into_a_frame() -> None:
    (run, *_) = split([encode_row(a_put(text="é" * 2_000)).put] * 100, ROOM_BYTES)

    assert len(delta_frame("board", DeltaParts(at=NOW, ops=run), start="a" * 100, to="b" * 100)) <= MOST_BYTES


def test_the_longest_row_fits_into_a_frame() -> None:
    worst = a_put(text="\x01" * 4_000, title="\x01" * 160, place="\x01" * 200)

    assert len(encode_row(worst).put) < PART_BYTES


@pytest.mark.parametrize("sources", [{}, {"a": "b"}, MappingProxyType({"a": "b"})])
def test_a_row_may_have_a_read_only_mapping(sources: dict[str, str]) -> None:
    assert json.loads(encode_row(a_put(sources=sources)).value)["sources"] == dict(sources)


def test_an_error_names_its_field_even_if_there_is_none() -> None:
    assert json.loads(encode(Error(reply_to=12, code="not_found"))) == {
        "type": "error",
        "reply_to": 12,
        "code": "not_found",
        "field": None,
    }
    assert "reply_to" not in json.loads(encode(Error(code="bad_format", field="frame")))


def test_plain_values_and_rows_can_be_an_answer() -> None:
    assert json.loads(encode_value({"rev": "v", "value": ROW}))["value"]["number"] == ROW.number
