"""Alarms on the boards: they come and go with their report's events, for whoever has the report, and are caught up."""

import random

import pytest

from services.domain.alarms import UNACKNOWLEDGED
from services.domain.policy import MINUTE
from services.domain.squads import Squad
from services.domain.timers import due_events
from services.hub.record import record
from services.hub.resume import Missed, changes_of, plain
from services.hub.works import BY_TIME
from tests.builders import BUDI, HENDRO, SARI, a_dispatcher, a_regent, a_supervisor, an_intake
from tests.services.hub.acts import act
from tests.services.hub.feed import DeskEnd, Feed, a_feed
from tests.services.hub.running import Running
from tests.services.hub.test_resume import come_back

SARI_ = a_dispatcher()
BUDI_ = a_dispatcher(BUDI)
BLUE = a_dispatcher("u-ratna", squads=[Squad.BLUE])
RINA_ = a_supervisor("u-rina", cleared=True)
LAPOR_ = an_intake()


def alarms(desk: DeskEnd) -> dict[str, str]:
    """What a desk's alarms are about, by id."""
    desk.read()
    return {id_: put.row.about for id_, put in desk.board.entries("alarm").items()}


def let_time_pass(feed: Feed) -> None:
    """Write what is due by now, as the hub's clockwork has it done."""
    state, house = feed.bench.state, feed.bench.house
    state.clock = feed.now
    for report in list(state.reports.values()):
        due = due_events(report, now=feed.now, policy=house.policy, up_since=0, down_since=None)
        if due:
            commit = record(state, due, key=BY_TIME, at=feed.now, policy=house.policy)
            feed.publisher.publish(commit, feed.now)


def test_an_emergency_is_an_alarm_at_once_and_none_when_it_is_taken_in() -> None:
    feed = a_feed()
    desk = feed.desk(SARI_)
    report = feed.opened(LAPOR_, label="banjir")
    ((id_, about),) = alarms(desk).items()
    assert about == UNACKNOWLEDGED
    assert desk.board.entries("alarm")[id_].row.reports == (report,)
    feed.give(SARI_, "acknowledge", report, base=feed.bench.rev(report))
    feed.pass_time(60)
    assert alarms(desk) == {}
    assert desk.board.digest() == desk.follower.scope.board.digest()


def test_somebody_sees_it_for_everybody_and_the_report_s_row_does_not_move() -> None:
    feed = a_feed()
    desk = feed.desk(BUDI_)
    report = feed.opened(LAPOR_, label="banjir")
    ((id_, _),) = alarms(desk).items()
    before = desk.board.entries("report")[report].rev
    assert feed.give(SARI_, "alarm_seen", None, alarm=id_) == report
    feed.pass_time(60)
    alarms(desk)
    seen = desk.board.entries("alarm")[id_].row.seen
    assert seen is not None
    assert (seen.user, seen.name, seen.at) == (SARI, "Sari", feed.commits[-1].at)
    assert desk.board.entries("report")[report].rev == before


def test_a_supervisor_puts_an_alarm_aside() -> None:
    feed = a_feed()
    desk = feed.desk(SARI_)
    report = feed.opened(LAPOR_, label="balap_liar")
    feed.give(SARI_, "acknowledge", report, base=feed.bench.rev(report))
    feed.now += 20 * MINUTE
    let_time_pass(feed)
    feed.pass_time(60)
    assert sorted(alarms(desk).values()) == ["breached", "lapsed"]
    id_ = next(id_ for id_, about in alarms(desk).items() if about == "lapsed")
    hendro = a_supervisor(HENDRO)
    feed.give(hendro, "alarm_shelve", None, alarm=id_, until=feed.now + 30 * MINUTE, reason="in_hand")
    feed.pass_time(60)
    alarms(desk)
    shelved = desk.board.entries("alarm")[id_].row.shelved
    assert shelved is not None
    assert shelved.until == feed.commits[-1].at + 30 * MINUTE


def test_an_alarm_exists_only_where_its_report_does() -> None:
    feed = a_feed()
    blue, regent = feed.desk(BLUE), feed.desk(a_regent())
    report = feed.opened(LAPOR_, label="banjir")
    feed.pass_time(60)
    assert alarms(blue) == {}
    assert list(alarms(regent).values()) == [UNACKNOWLEDGED]
    feed.give(SARI_, "reassign", report, base=feed.bench.rev(report), squad="blue", reason="wrong_squad")
    feed.pass_time(60)
    assert list(alarms(blue).values()) == [UNACKNOWLEDGED]


def test_a_covert_report_s_alarm_is_told_to_its_access_list_and_is_in_no_other_frame() -> None:
    feed = a_feed(cleared=frozenset({RINA_.id}))
    others = [feed.desk(user) for user in (SARI_, a_regent(), BLUE)]
    rina = feed.desk(RINA_)
    report = feed.opened(RINA_, label="pungli")
    base = feed.bench.rev(report, "covert")
    feed.give(RINA_, "prioritise", report, base=base, priority="P1", reason="new_facts")
    feed.pass_time(60)
    ((id_, about),) = alarms(rina).items()
    assert about == UNACKNOWLEDGED
    feed.give(RINA_, "alarm_seen", None, alarm=id_)
    feed.pass_time(60)
    for desk in others:
        assert alarms(desk) == {}
        assert b"alarm" not in b"".join(desk.frames)
    sari = others[0]
    assert [op.kind for delta in sari.deltas for op in delta.ops] == []


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happened_the_alarms_of_a_desk_that_comes_back_equal_fresh_ones(seed: int) -> None:
    """The feed's desks check besides that nothing is deleted that was not there at `from`."""
    feed, chance = a_feed(), random.Random(seed)
    desks = [feed.desk(user) for user in (SARI_, BLUE, RINA_)]
    reports: list[str] = []
    met = 0
    for _ in range(12):
        for desk in desks:
            desk.read()
            feed.publisher.leave(desk.follower)
        for _ in range(chance.randint(0, 8)):
            act(feed, chance, reports, chance.choice([SARI_, BUDI_, RINA_]))
            feed.pass_time(chance.choice([0, 20, 400]))
        feed.now += chance.choice([0, 6 * MINUTE, 40 * MINUTE])
        let_time_pass(feed)
        standing = feed.fresh(SARI_).entries("alarm")
        met += len(standing)
        for id_, put in standing.items():
            if put.row.seen is None and chance.random() < 0.3:
                feed.give(SARI_, "alarm_seen", None, alarm=id_)
        if chance.random() < 0.4:
            feed.publisher = feed.restarted()
        for desk in desks:
            assert come_back(feed, desk) == "resume"
            fresh = feed.fresh(desk.user).entries("alarm")
            assert desk.board.entries("alarm") == fresh
            assert desk.board.digest() == desk.follower.scope.board.digest()
    assert met


def test_an_alarm_that_comes_while_the_log_is_read_is_told_and_one_that_goes_is_deleted() -> None:
    feed = a_feed()
    desk = feed.desk(SARI_)
    gone = feed.opened(LAPOR_, label="banjir")
    desk.read()
    position = desk.cursors.positions[desk.cursor]
    follower = feed.follow(desk)
    follower.begin_resume(desk.cursor)
    visible = plain(follower, feed.publisher.picture)
    assert visible == frozenset()
    came = feed.opened(LAPOR_, label="banjir")
    feed.give(SARI_, "acknowledge", gone, base=feed.bench.rev(gone))
    before = Missed(position, {}, {}, ())
    picture = feed.publisher.picture
    follower.finish_resume(changes_of(before, follower, picture), picture, feed.now, reply_to=2)
    ((id_, _),) = alarms(desk).items()
    assert came in id_


def test_supervisors_are_told_once_that_the_hub_can_store_nothing() -> None:
    feed = a_feed()
    hendro, sari, rina = feed.desk(a_supervisor(HENDRO)), feed.desk(SARI_), feed.desk(RINA_)
    feed.publisher.fail_storage(feed.now)
    feed.publisher.fail_storage(feed.now + MINUTE)
    for desk in (hendro, rina):
        assert alarms(desk) == {"a-storage": "storage"}
        row = desk.board.entries("alarm")["a-storage"].row
        assert (row.report, row.raised, row.level) == (None, feed.now, "critical")
        assert desk.board.digest() == desk.follower.scope.board.digest()
        assert len(desk.deltas) == 1
    assert alarms(sari) == {}
    assert sari.deltas == []


def test_who_comes_while_nothing_can_be_stored_is_told_and_his_cursor_is_none_for_a_hub_started_anew() -> None:
    feed = a_feed()
    hendro = feed.desk(a_supervisor(HENDRO))
    hendro.read()
    before = hendro.follower.sealing.scope
    feed.publisher.fail_storage(feed.now)
    assert hendro.follower.sealing.scope != before
    rina = feed.desk(RINA_)
    assert alarms(rina) == {"a-storage": "storage"}
    assert feed.circle(RINA_).unstored
    assert not feed.circle(SARI_).unstored
    assert "a-storage" not in feed.fresh(RINA_).entries("alarm")


@pytest.mark.asyncio
async def test_the_clockwork_notices_that_the_store_has_failed_for_good(running: Running) -> None:
    desk = await running.board("hendro")
    await running.chores.second()
    running.store._writer._failed = "full"  # noqa: SLF001 - a disk that fails for good cannot be had in a test
    await running.chores.second()
    delta = await desk.first(lambda one: one["type"] == "delta" and bool(one["ops"]))
    assert [(op["id"], op["value"]["about"]) for op in delta["ops"]] == [("a-storage", "storage")]
    running.store._writer._failed = None  # noqa: SLF001 - so that it can be closed
