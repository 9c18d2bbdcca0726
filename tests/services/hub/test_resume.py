"""A desk that comes back is told exactly what it missed, or gets a snapshot; never part of it."""

import random

import pytest

from services.domain.policy import DAY
from services.domain.squads import Squad
from services.hub.pending import OPS_LIMIT
from services.hub.resume import OLDEST, Missed, changes_of, missed_since, plain, unclear, why_not, with_those_gone
from services.hub.subscribing import look_back
from tests.builders import BUDI, a_dispatcher, a_supervisor, an_intake
from tests.services.hub.acts import act
from tests.services.hub.feed import DeskEnd, Feed, a_feed, reports_of

SARI_ = a_dispatcher()
BUDI_ = a_dispatcher(BUDI)
LAPOR_ = an_intake()
RINA_ = a_supervisor("u-rina", cleared=True)
RATNA_ = a_dispatcher("u-ratna", squads=[Squad.ORANGE])


def come_back(feed: Feed, desk: DeskEnd) -> str:
    """Let a desk resume from its cursor; return the mode."""
    position = desk.cursors.positions[desk.cursor]
    follower = feed.follow(desk)
    follower.begin_resume(desk.cursor)
    visible = plain(follower, feed.publisher.picture)
    missed = look_back(feed.bench.state, position, follower, visible=visible, now=feed.now)
    if isinstance(missed, str):
        follower.begin_snapshot(feed.publisher.picture, feed.now, why=missed, reply_to=2)
        desk.read()
        return "snapshot"
    while left := unclear(missed, follower):
        missed = with_those_gone(feed.bench.state, missed, left, viewer=desk.user)
    finish(feed, desk, missed)
    desk.read()
    return "resume"


def finish(feed: Feed, desk: DeskEnd, missed: Missed) -> None:
    """Send what was missed."""
    picture = feed.publisher.picture
    desk.follower.finish_resume(changes_of(missed, desk.follower, picture), picture, feed.now, reply_to=2)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_happened_and_whether_or_not_the_hub_restarted_the_board_equals_a_fresh_one(seed: int) -> None:
    chance = random.Random(seed)
    feed = a_feed(cleared=frozenset({RINA_.id}))
    desks = [feed.desk(user) for user in (SARI_, RINA_, RATNA_)]
    reports: list[str] = []
    for desk in desks:
        desk.read()
    for _ in range(12):
        for desk in desks:
            desk.read()
            feed.publisher.leave(desk.follower)
        for _ in range(chance.randint(0, 12)):
            act(feed, chance, reports, chance.choice([SARI_, BUDI_, RINA_]))
            feed.pass_time(chance.choice([0, 20, 400]))
        if chance.random() < 0.4:
            feed.publisher = feed.restarted()
        for desk in desks:
            desk.deltas.clear()
            start = desk.cursor
            assert come_back(feed, desk) == "resume"
            assert desk.deltas[0].start == start
            assert [delta.replay for delta in desk.deltas] == [True] * len(desk.deltas)
            assert [delta.caught_up for delta in desk.deltas] == [False] * (len(desk.deltas) - 1) + [True]
            assert not any(delta.events for delta in desk.deltas)
            assert reports_of(desk.board) == reports_of(feed.fresh(desk.user))
            assert desk.board.digest() == desk.follower.scope.board.digest()
            assert desk.follower.digest_at(desk.cursor) == desk.board.digest()


def test_own_commands_whose_answer_was_lost_are_among_what_is_told() -> None:
    feed = a_feed()
    desk = feed.desk(SARI_)
    desk.read()
    report = feed.opened(LAPOR_)
    feed.give(SARI_, "note", report, text="satu")
    feed.give(BUDI_, "note", report, text="dua")
    assert come_back(feed, desk) == "resume"
    assert desk.done == ["d-u-sari.1"]


def test_many_missed_reports_come_in_frames_of_bounded_size_each_of_which_can_be_resumed_from() -> None:
    feed = a_feed()
    desk = feed.desk(SARI_)
    desk.read()
    feed.publisher.leave(desk.follower)
    reports = [feed.opened(LAPOR_, text="x" * 3_000) for _ in range(3 * OPS_LIMIT // 4_000)]
    position = desk.cursors.positions[desk.cursor]
    follower = feed.follow(desk)
    follower.begin_resume(desk.cursor)
    missed = missed_since(feed.bench.state, position, desk=follower.desk, viewer=SARI_, visible=frozenset(reports))
    follower.finish_resume(
        changes_of(missed, follower, feed.publisher.picture), feed.publisher.picture, feed.now, reply_to=2
    )
    desk.read(2)  # `subscribed` and the first delta; then the connection is lost
    part = len(desk.board.entries("report"))
    assert 0 < part < len(reports)
    assert come_back(feed, desk) == "resume"
    assert reports_of(desk.board) == reports_of(feed.fresh(SARI_))
    assert len(desk.deltas[1].ops) < len(reports)


def test_a_report_that_leaves_while_the_log_is_read_is_looked_at_again() -> None:
    feed = a_feed()
    desk = feed.desk(RATNA_)
    report = feed.opened(LAPOR_)
    never = feed.opened(LAPOR_, label="balap_liar")
    feed.pass_time(60)
    desk.read()
    position = desk.cursors.positions[desk.cursor]
    follower = feed.follow(desk)
    follower.begin_resume(desk.cursor)
    missed = missed_since(feed.bench.state, position, desk=follower.desk, viewer=RATNA_, visible=frozenset({report}))
    for moved, squad in ((report, "blue"), (never, "orange"), (never, "blue")):
        base = feed.bench.rev(moved)
        feed.give(SARI_, "reassign", moved, base=base, squad=squad, reason="wrong_squad")
    assert unclear(missed, follower) == {report}
    missed = with_those_gone(feed.bench.state, missed, {report}, viewer=RATNA_)
    assert unclear(missed, follower) == set()
    follower.finish_resume(
        changes_of(missed, follower, feed.publisher.picture), feed.publisher.picture, feed.now, reply_to=2
    )
    desk.read()
    assert [op.id for op in desk.deltas[-1].ops if op.op == "delete"] == [report]
    assert never not in str(desk.frames)


def test_after_seven_days_or_from_the_future_there_is_no_resume() -> None:
    feed = a_feed()
    desk = feed.desk(SARI_)
    desk.read()
    feed.opened(LAPOR_)
    state = feed.bench.state
    assert why_not(state, 0, feed.now) is None
    assert why_not(state, 2, feed.now) == "unknown"
    feed.now += OLDEST - 1
    assert why_not(state, 0, feed.now) is None
    feed.now += 1
    assert why_not(state, 0, feed.now) == "too_old"
    assert why_not(state, 1, feed.now) is None
    assert come_back(feed, desk) == "snapshot"
    assert desk.said[-1].why == "too_old"
    assert OLDEST == 7 * DAY
