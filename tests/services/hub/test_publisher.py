"""Commits reach every desk: whole, in order, within 50 milliseconds, and only what each may see."""

import random
from typing import Any

import pytest

from services.domain.people import User
from services.domain.policy import DAY
from services.domain.squads import Squad
from services.domain.timers import due_events
from services.hub.circle import BEAT
from services.hub.record import record
from tests.builders import BUDI, NOW, a_dispatcher, a_regent, a_report, a_supervisor, an_intake
from tests.services.hub.acts import act
from tests.services.hub.feed import DeskEnd, Feed, a_feed, reports_of

SARI_ = a_dispatcher()
BUDI_ = a_dispatcher(BUDI)
LAPOR_ = an_intake()
RINA_ = a_supervisor("u-rina", cleared=True)
RATNA_ = a_dispatcher("u-ratna", squads=[Squad.ORANGE])
BUPATI_ = a_regent()


def a_desk(feed: Feed, user: User = SARI_, name: str | None = None) -> DeskEnd:
    """A desk that has its snapshot."""
    desk = feed.desk(user, name)
    desk.read()
    return desk


def test_the_first_change_after_a_pause_is_told_at_once_and_the_next_ones_together() -> None:
    feed = a_feed()
    desk = a_desk(feed)
    feed.pass_time(1_000)
    one = feed.opened(LAPOR_)
    assert len(desk.read()) == 1
    assert one in desk.board.entries("report")
    for _ in range(10):
        feed.opened(LAPOR_)
    assert desk.read() == []
    feed.pass_time(BEAT - 1)
    assert desk.read() == []
    feed.pass_time(1)
    (frame,) = desk.read()
    assert len(desk.deltas[-1].ops) == 10 + 1  # and the squad's row
    assert frame.cursor == desk.cursor
    assert feed.publisher.next_beat() is None


def test_an_emergency_waits_for_nobody() -> None:
    feed = a_feed()
    desk = a_desk(feed)
    feed.pass_time(1_000)
    feed.opened(LAPOR_)
    desk.read()
    feed.opened(LAPOR_)
    assert desk.read() == []
    emergency = feed.opened(LAPOR_, label="banjir")
    desk.read()
    assert emergency in desk.board.entries("report")


def test_rows_of_squads_and_members_follow_with_the_change_and_figures_within_a_second() -> None:
    feed = a_feed()
    desk = a_desk(feed)
    feed.pass_time(1_000)
    report = feed.opened(LAPOR_)
    feed.pass_time(60)
    desk.read()
    assert desk.board.entries("squad")["orange"].row.open == 1
    assert desk.board.entries("squad")["orange"].row.unassigned == 1
    feed.give(SARI_, "assign", report, base=feed.bench.rev(report), members=["m-31"])
    feed.pass_time(60)
    desk.read()
    assert desk.board.entries("member")["m-31"].row.open == 1
    feed.pass_time(1_000)
    desk.read()
    assert desk.board.entries("squad")["orange"].row.n == 1
    assert desk.board.entries("member")["m-31"].row.n == 1


def test_own_commands_are_settled_for_their_desk_alone_even_without_a_visible_change() -> None:
    feed = a_feed()
    sari, budi, other = a_desk(feed), a_desk(feed, BUDI_), a_desk(feed, SARI_, "d-other")
    report = feed.opened(LAPOR_)
    feed.give(SARI_, "note", report, text="Dihubungi")
    feed.give(SARI_, "open", label="pungli", text="Diminta uang")
    feed.pass_time(60)
    for desk in (sari, budi, other):
        desk.read()
    assert sari.done == ["d-u-sari.1", "d-u-sari.2"]
    assert budi.done == other.done == []


def test_every_minute_a_delta_comes_at_the_phase_of_the_subscription_whatever_else_was_sent() -> None:
    feed = a_feed()
    desk = feed.desk(SARI_, phase=10_000)
    desk.read()
    start = feed.now
    came: list[int] = []
    for _ in range(200):
        feed.pass_time(1_000)
        if feed.now == start + 65_000:
            feed.opened(LAPOR_)
        came += [feed.now - start for _ in desk.read()]
    assert {10_000, 70_000, 130_000, 190_000} <= set(came)
    assert desk.deltas[0].ops == ()
    assert feed.publisher.next_beat() is None


def test_a_reassigned_report_leaves_the_board_of_the_old_squad_and_comes_to_the_new_one() -> None:
    feed = a_feed()
    ratna = a_desk(feed, RATNA_)
    report, other = feed.opened(LAPOR_), feed.opened(LAPOR_, label="balap_liar")
    feed.pass_time(60)
    ratna.read()
    assert set(ratna.board.entries("report")) == {report}
    feed.give(SARI_, "reassign", report, base=feed.bench.rev(report), squad="blue", reason="wrong_squad")
    feed.give(SARI_, "reassign", other, base=feed.bench.rev(other), squad="orange", reason="wrong_squad")
    feed.pass_time(60)
    ratna.read()
    assert set(ratna.board.entries("report")) == {other}
    assert {event.report for delta in ratna.deltas for event in delta.events} == {report, other}


def test_a_row_that_comes_and_goes_before_it_was_told_is_never_told() -> None:
    feed = a_feed()
    ratna = a_desk(feed, RATNA_)
    feed.pass_time(1_000)
    feed.opened(LAPOR_)
    ratna.read()
    passing = feed.opened(LAPOR_)
    feed.give(SARI_, "reassign", passing, base=feed.bench.rev(passing), squad="blue", reason="wrong_squad")
    feed.pass_time(60)
    ratna.read()
    assert passing not in str(ratna.frames)


def test_the_covert_squad_exists_for_the_cleared_and_as_four_figures_for_the_regent() -> None:
    feed = a_feed(cleared=frozenset({RINA_.id}))
    desks = {user.id: a_desk(feed, user) for user in (SARI_, RINA_, BUPATI_, RATNA_)}
    secret = feed.opened(LAPOR_, label="pungli", text="Diminta uang")
    feed.pass_time(2_000)
    late = {user.id: a_desk(feed, user) for user in (SARI_, RINA_, BUPATI_, RATNA_)}
    for who in (desks, late):
        for desk in who.values():
            desk.read()
        assert secret in who["u-rina"].board.entries("report")
        assert who["u-rina"].board.entries("squad")["shadow"].row.open == 1
        shadow = who["u-bupati"].board.entries("squad")["shadow"].row
        assert (shadow.open, shadow.unassigned, shadow.on, shadow.at) == (1, None, None, None)
        assert "m-71" in who["u-rina"].board.entries("member")
        for uncleared in ("u-sari", "u-ratna", "u-bupati"):
            assert secret not in str(who[uncleared].frames)
            assert "m-71" not in who[uncleared].board.entries("member")
        assert "shadow" not in who["u-sari"].board.entries("squad")


def test_of_two_cleared_people_each_sees_what_names_him_and_nothing_of_the_other() -> None:
    feed = a_feed(cleared=frozenset({RINA_.id}))
    dewi = a_supervisor("u-dewi", cleared=True)
    secret = feed.opened(LAPOR_, label="pungli", text="Diminta uang")
    rina, later = a_desk(feed, RINA_), a_desk(feed, dewi)
    assert secret in rina.board.entries("report")
    assert secret not in str(later.frames)
    assert later.board.entries("squad")["shadow"].row.open == 0
    assert rina.board.entries("squad")["shadow"].row.open == 1


def test_a_covert_report_counts_for_no_public_squad_whatever_squad_it_says() -> None:
    feed = a_feed()
    hidden = a_report(covert=True, access=frozenset({RINA_.id}))
    feed.bench.state.reports[hidden.id] = hidden
    feed.publisher = feed.restarted()
    desk = a_desk(feed)
    assert desk.board.entries("squad")["orange"].row.open == 0
    assert not desk.board.entries("report")


def test_a_report_closed_for_a_day_leaves_every_board_without_an_event() -> None:
    feed = a_feed()
    desk = a_desk(feed)
    report = feed.opened(LAPOR_)
    base = feed.bench.rev(report)
    feed.give(SARI_, "close", report, base=base, outcome="cancelled", reason="citizen_withdrew")
    feed.pass_time(100)
    desk.read()
    feed.now += DAY
    feed.bench.state.clock = feed.now
    policy = feed.bench.house.policy
    closed = feed.bench.state.reports[report]
    due = due_events(closed, now=feed.now, policy=policy, up_since=NOW, down_since=None)
    feed.publisher.publish(record(feed.bench.state, due, key="hub", at=feed.now, policy=policy), feed.now)
    feed.pass_time(60)
    desk.read()
    assert report not in desk.board.entries("report")
    assert all(event.event != "retired" for event in desk.deltas[-1].events)


@pytest.mark.parametrize("seed", range(5))
def test_after_any_day_each_board_equals_a_fresh_one_rev_for_rev(seed: int) -> None:
    chance = random.Random(seed)
    feed = a_feed(cleared=frozenset({RINA_.id}))
    desks = [a_desk(feed, user) for user in (SARI_, RINA_, BUPATI_, RATNA_)]
    reports: list[str] = []
    for _ in range(120):
        act(feed, chance, reports, chance.choice([SARI_, BUDI_, RINA_]))
        feed.pass_time(chance.choice([0, 10, 60, 1_500]))
        if chance.random() < 0.3:
            chance.choice(desks).read(chance.randint(1, 3))
    feed.pass_time(61_000)
    for desk in desks:
        desk.read()
    feed.pass_time(100)  # who was behind is told the rest now
    for desk in desks:
        desk.read()
        assert reports_of(desk.board) == reports_of(feed.fresh(desk.user))
        here = {id_: put.row for id_, put in desk.board.entries("label").items()}
        assert here == {id_: put.row for id_, put in feed.fresh(desk.user).entries("label").items()}
        assert desk.board.digest() == feed.circle(desk.user).scope.board.digest()


@pytest.mark.parametrize("seed", range(5))
def test_frames_of_the_uncleared_are_the_same_byte_for_byte_with_and_without_hidden_reports(seed: int) -> None:
    def run(*, hidden: bool) -> list[list[bytes]]:
        chance, secret = random.Random(seed), random.Random(seed + 1)
        feed = a_feed(cleared=frozenset({RINA_.id}))
        house = feed.bench.house
        covert_house = a_feed(1_000_000).bench.house
        desks = [a_desk(feed, user) for user in (SARI_, RATNA_)]
        reports: list[str] = []
        covert: list[str] = []
        for _ in range(80):
            feed.bench.house = covert_house
            if hidden and secret.random() < 0.7:
                _hidden_act(feed, secret, covert)
            feed.bench.house = house
            act(feed, chance, reports, chance.choice([SARI_, BUDI_]))
            feed.pass_time(chance.choice([0, 10, 60, 1_500, 30_000]))
            for desk in desks:
                desk.read()
        assert bool(covert) is hidden
        return [desk.frames for desk in desks]

    assert run(hidden=True) == run(hidden=False)


def _hidden_act(feed: Feed, chance: random.Random, covert: list[str]) -> None:
    """Something the cleared do among themselves."""
    if not covert or chance.random() < 0.5:
        covert.append(feed.opened(RINA_, label="pungli", text="Rahasia"))
        return
    report = chance.choice(covert)
    base = feed.bench.rev(report, "covert")
    feed.bench.state.clock = feed.now
    urgent = {"priority": "P1", "reason": "new_facts"}
    acts: list[tuple[str, dict[str, Any]]] = [
        ("acknowledge", {}),
        ("assign", {"members": ["m-71"]}),
        ("prioritise", urgent),
    ]
    name, args = chance.choice(acts)
    executed = feed.bench.give(RINA_, name, report, base=base, **args)
    if executed.commit is not None:
        feed.publisher.publish(executed.commit, feed.now)
