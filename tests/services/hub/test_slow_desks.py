"""A desk that takes nothing costs little: changes merge, then a snapshot takes their place; no other desk notices."""

from services.hub.lane import MOST_BYTES, MOST_FRAMES, SOME_FRAMES, Frame
from tests.builders import BUDI, a_dispatcher, an_intake
from tests.services.hub.feed import DeskEnd, Feed, a_feed, reports_of

SARI_ = a_dispatcher()
BUDI_ = a_dispatcher(BUDI)
LAPOR_ = an_intake()


def _busy(feed: Feed, report: str, turns: int) -> None:
    """Change one report again and again."""
    for turn in range(turns):
        priority = ("P2", "P3")[turn % 2]
        base = feed.bench.rev(report)
        feed.give(BUDI_, "prioritise", report, base=base, priority=priority, reason="new_facts")
        feed.pass_time(100)


def _two(feed: Feed) -> tuple[DeskEnd, DeskEnd]:
    slow, quick = feed.desk(SARI_), feed.desk(BUDI_)
    slow.read()
    quick.read()
    return slow, quick


def test_changes_of_one_row_merge_while_a_desk_is_behind() -> None:
    feed = a_feed()
    slow, quick = _two(feed)
    report = feed.opened(LAPOR_)
    _busy(feed, report, SOME_FRAMES + 50)
    assert len(slow.read(1_000)) == SOME_FRAMES
    feed.pass_time(100)
    (frame,) = slow.read()
    assert frame.cursor == slow.cursor
    quick.read()
    feed.pass_time(100)
    quick.read()
    assert reports_of(slow.board) == reports_of(quick.board) == reports_of(feed.fresh(SARI_))


def test_a_queue_that_is_over_its_bound_becomes_a_snapshot_and_answers_stay() -> None:
    feed = a_feed()
    slow, quick = _two(feed)
    for _ in range(SOME_FRAMES):
        slow.lane.push(Frame(b'{"type":"subscribed","reply_to":1,"view":"board","mode":"resume","why":null}'), feed.now)
    reports = [feed.opened(LAPOR_, text="x" * 4_000) for _ in range(100)]
    feed.pass_time(100)
    assert 400_000 < slow.follower.pending.size < MOST_BYTES
    reports += [feed.opened(LAPOR_, text="x" * 4_000) for _ in range(MOST_BYTES // 4_000 - 100)]
    feed.pass_time(100)
    assert slow.lane.streaming
    assert not slow.follower.pending
    more = feed.opened(LAPOR_)
    feed.pass_time(100)
    slow.read()
    feed.pass_time(100)
    slow.read()
    assert [said.mode for said in slow.said[1:]] == ["resume"] * SOME_FRAMES + ["snapshot"]
    assert slow.said[-1].why == "lagging"
    assert set(slow.board.entries("report")) == {*reports, more}
    assert reports_of(slow.board) == reports_of(feed.fresh(SARI_))
    quick.read()
    assert [said.why for said in quick.said] == ["new"]


def test_while_a_snapshot_is_on_its_way_no_second_one_begins() -> None:
    feed = a_feed()
    slow = feed.desk(SARI_)
    for _ in range(MOST_FRAMES):
        slow.lane.push(Frame(b'{"type":"subscribed","reply_to":1,"view":"board","mode":"resume","why":null}'), feed.now)
    report = feed.opened(LAPOR_)
    _busy(feed, report, 3)
    slow.read()
    assert [said.mode for said in slow.said].count("snapshot") == 1
    feed.pass_time(100)
    slow.read()
    assert reports_of(slow.board) == reports_of(feed.fresh(SARI_))


def test_a_large_burst_to_a_desk_that_keeps_up_is_told_in_deltas_and_not_as_lagging() -> None:
    feed = a_feed()
    desk = feed.desk(SARI_)
    desk.read()
    feed.pass_time(1_000)
    for _ in range(2 * MOST_BYTES // 4_000):
        feed.opened(LAPOR_, text="x" * 4_000)
    feed.pass_time(100)
    desk.read()
    assert [said.why for said in desk.said] == ["new"]
    assert len(desk.deltas) > 8
    assert reports_of(desk.board) == reports_of(feed.fresh(SARI_))
