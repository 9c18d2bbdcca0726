"""A board and its cursor move together: by a chain without a gap, or by a whole snapshot, or not at all."""

from typing import Any

import pytest

from services.domain.board import Board, Changes, Delete, Put
from services.protocol.client_outputs import BoardChanged, BoardReplaced
from services.protocol.entries import Entry, ReportEntry
from services.protocol.hub_messages import Checked, Delta, Feed, Happened, Snapshot, SnapshotEnd, Subscribed
from services.protocol.view_sync import ANSWER_WITHIN, ViewSync
from tests.services.protocol.builders import ROW, a_put

EVENT = Happened(event="opened", report="r-1", by="Sari", at=5)


def a_sync(cursor: str | None = "a", *puts: Put[Any]) -> ViewSync:
    return ViewSync("board", Board.of(puts), cursor=cursor)


def catching_up(*puts: Put[Any]) -> ViewSync:
    sync = a_sync("a", *puts)
    sync.asked(1, 0)
    give(sync, Subscribed(reply_to=1, view="board", mode="resume"))
    return sync


def live(*puts: Put[Any]) -> ViewSync:
    sync = catching_up(*puts)
    give(sync, Delta(view="board", start="a", to="b", at=1, caught_up=True))
    assert sync.live
    return sync


def staging(cursor: str | None = "a") -> ViewSync:
    sync = a_sync(cursor, a_put("r-old"))
    sync.asked(1, 0)
    give(sync, Subscribed(reply_to=1, view="board", mode="snapshot", why="too_old"))
    return sync


def give(sync: ViewSync, message: Feed, now: int = 0) -> BoardReplaced | BoardChanged | None:
    return sync.receive(message, now)


def entry(report: str = "r-1", rev: str = "v1") -> ReportEntry:
    return ReportEntry(id=report, rev=rev, row=ROW)


def a_delta(start: str, to: str, *ops: Entry, **members: Any) -> Delta:
    return Delta(view="board", start=start, to=to, at=5, ops=ops, **members)


def an_end(*puts: Put[Any], **members: Any) -> SnapshotEnd:
    digest = Board.of(puts).digest()
    return SnapshotEnd(**{"view": "board", "cursor": "z", "rows": len(puts), "digest": digest, "at": 9, **members})


def test_a_desk_begins_by_needing_a_subscription() -> None:
    assert a_sync().needy_at == 0
    assert not a_sync().live


def test_a_delta_is_applied_whole_with_its_cursor() -> None:
    sync = live(a_put("r-2"))

    changed = give(sync, a_delta("b", "c", entry(), ReportEntry(op="delete", id="r-2"), events=(EVENT,), done=("k",)))

    assert changed == BoardChanged(
        ops=(a_put(), Delete("report", "r-2")),
        changes=Changes(frozenset({("report", "r-1")}), frozenset({("report", "r-2")})),
        cursor="c",
        at=5,
        events=(EVENT,),
        done=("k",),
        replay=False,
        caught_up=False,
    )
    assert sync.board == Board.of([a_put()])
    assert (sync.cursor, sync.at) == ("c", 5)


def test_an_empty_delta_moves_the_cursor() -> None:
    sync = live()

    assert give(sync, a_delta("b", "c")) is not None
    assert sync.cursor == "c"


def test_a_duplicate_changes_nothing_and_breaks_nothing() -> None:
    sync = live()
    give(sync, a_delta("b", "c", entry()))

    assert give(sync, a_delta("b", "c", entry("r-9"))) is None
    assert sync.live
    assert sync.board == Board.of([a_put()])
    assert sync.ignored == 1


def test_a_gap_is_never_applied_and_needs_a_subscription() -> None:
    sync = live()

    assert give(sync, a_delta("c", "d", entry())) is None

    assert sync.needy_at == 0
    assert sync.cursor == "b"
    assert len(sync.board) == 0
    assert give(sync, a_delta("b", "c", entry())) is None


def test_a_delta_that_makes_no_sense_counts_as_a_gap() -> None:
    sync = live()

    assert give(sync, a_delta("b", "c", entry(), ReportEntry(id="r-2"))) is None

    assert (sync.needy_at, sync.cursor, len(sync.board)) == (0, "b", 0)


def test_until_it_has_caught_up_a_board_is_not_live_and_events_are_silent() -> None:
    sync = catching_up()

    first = give(sync, a_delta("a", "b", entry(), events=(EVENT,), replay=True))
    last = give(sync, a_delta("b", "c", events=(EVENT,), caught_up=True))

    assert isinstance(first, BoardChanged)
    assert isinstance(last, BoardChanged)
    assert (first.events, first.replay, first.caught_up) == ((), True, False)
    assert (last.events, last.replay, last.caught_up) == ((), True, True)
    assert sync.live


def test_a_replayed_event_is_silent_whenever_it_comes() -> None:
    changed = give(live(), a_delta("b", "c", events=(EVENT,), replay=True))

    assert isinstance(changed, BoardChanged)
    assert changed.events == ()


def test_what_comes_before_the_answer_belongs_to_the_old_chain() -> None:
    sync = live()
    give(sync, a_delta("x", "y"))
    sync.asked(2, 0)

    assert give(sync, a_delta("b", "c", entry())) is None
    assert give(sync, Subscribed(reply_to=1, view="board", mode="resume")) is None
    assert give(sync, a_delta("b", "c", entry())) is None
    give(sync, Subscribed(reply_to=2, view="board", mode="resume"))
    assert give(sync, a_delta("b", "c", entry())) is not None


def test_a_mode_nobody_knows_is_ignored() -> None:
    sync = a_sync()
    sync.asked(1, 0)

    give(sync, Subscribed(reply_to=1, view="board", mode="guess"))

    assert sync.needy_at == ANSWER_WITHIN
    assert sync.ignored == 1


def test_a_snapshot_replaces_rows_and_cursor_at_its_end_only() -> None:
    sync = staging()
    give(sync, Snapshot(view="board", part=1, parts=2, rows=(entry("r-2"),)))
    give(sync, Snapshot(view="board", part=0, parts=2, rows=(entry("r-1"),)))
    assert sync.board == Board.of([a_put("r-old")])

    replaced = give(sync, an_end(a_put("r-1"), a_put("r-2")))

    assert replaced == BoardReplaced((a_put("r-1"), a_put("r-2")), "z", 9)
    assert sync.board == Board.of([a_put("r-1"), a_put("r-2")])
    assert (sync.cursor, sync.at, sync.live, sync.needy_at) == ("z", 9, True, None)


def test_an_empty_snapshot_is_a_snapshot() -> None:
    sync = staging()
    give(sync, Snapshot(view="board", part=0, parts=1, rows=()))

    assert give(sync, an_end()) == BoardReplaced((), "z", 9)
    assert len(sync.board) == 0


@pytest.mark.parametrize(
    "parts",
    [
        [],
        [Snapshot(view="board", part=0, parts=2, rows=(entry(),))],
        [Snapshot(view="board", part=1, parts=1, rows=(entry(),))],
        [Snapshot(view="board", part=0, parts=1, rows=())],
        [Snapshot(view="board", part=0, parts=1, rows=(entry(rev="v2"),))],
        [Snapshot(view="board", part=0, parts=1, rows=(ReportEntry(id="r-1", rev="v1"),))],
    ],
)
def test_a_snapshot_that_is_not_what_its_end_says_is_not_taken(parts: list[Snapshot]) -> None:
    sync = staging()
    for part in parts:
        give(sync, part)

    assert give(sync, an_end(a_put("r-1"))) is None

    assert sync.board == Board.of([a_put("r-old")])
    assert (sync.cursor, sync.needy_at) == ("a", 0)


def test_a_part_that_comes_twice_counts_once() -> None:
    sync = staging()
    for _ in range(2):
        give(sync, Snapshot(view="board", part=0, parts=1, rows=(entry(),)))

    assert give(sync, an_end(a_put("r-1"))) is not None


def test_deltas_are_not_taken_while_a_snapshot_comes() -> None:
    sync = staging()

    assert give(sync, a_delta("a", "b", entry())) is None
    assert (sync.cursor, sync.ignored) == ("a", 1)


def test_parts_and_ends_of_no_snapshot_are_ignored() -> None:
    sync = live()

    assert give(sync, Snapshot(view="board", part=0, parts=1, rows=())) is None
    assert give(sync, an_end()) is None
    assert (sync.cursor, sync.live, sync.ignored) == ("b", True, 2)


def test_a_desk_that_lags_is_sent_a_snapshot_unasked() -> None:
    sync = live(a_put("r-9"))

    give(sync, Subscribed(view="board", mode="snapshot", why="lagging"))
    give(sync, Snapshot(view="board", part=0, parts=1, rows=(entry(),)))

    assert give(sync, an_end(a_put("r-1"))) is not None
    assert sync.board == Board.of([a_put("r-1")])


def test_a_comparison_may_bring_a_snapshot_and_an_old_answer_may_not() -> None:
    sync = live()
    sync.checking(7)

    give(sync, Subscribed(reply_to=1, view="board", mode="snapshot", why="digest"))
    assert sync.live
    give(sync, Subscribed(reply_to=7, view="board", mode="resume"))
    assert sync.live
    give(sync, Subscribed(reply_to=7, view="board", mode="snapshot", why="digest"))
    assert not sync.live


def test_that_all_is_the_same_changes_nothing() -> None:
    sync = live()

    assert give(sync, Checked(reply_to=7)) is None
    assert sync.live


@pytest.mark.parametrize(
    "message",
    [
        Subscribed(reply_to=1, view="wall", mode="snapshot"),
        Snapshot(view="wall", part=0, parts=1, rows=()),
        SnapshotEnd(view="wall", cursor="z", rows=0, digest="", at=0),
        Delta(view="wall", start="x", to="y", at=0),
    ],
)
def test_another_views_messages_are_ignored(message: Feed) -> None:
    sync = live()

    assert give(sync, message) is None
    assert (sync.live, sync.ignored) == (True, 1)


def test_a_standstill_is_noticed_and_every_step_gives_more_time() -> None:
    sync = staging()
    assert sync.needy_at == ANSWER_WITHIN
    give(sync, Snapshot(view="board", part=0, parts=2, rows=()), 5_000)
    assert sync.needy_at == 5_000 + ANSWER_WITHIN

    sync = catching_up()
    give(sync, a_delta("a", "b"), 5_000)
    assert sync.needy_at == 5_000 + ANSWER_WITHIN


def test_a_lost_connection_keeps_board_and_cursor() -> None:
    sync = live(a_put())

    sync.lost()

    assert (sync.cursor, sync.needy_at, len(sync.board)) == ("b", 0, 1)


def test_what_is_forgotten_is_gone() -> None:
    sync = live(a_put())

    sync.forget()

    assert (sync.cursor, sync.needy_at, len(sync.board)) == (None, 0, 0)
