"""What looks like a duplicate is written on both rows by the hub, and hidden reports change nothing about it."""

import random
from dataclasses import dataclass, field
from typing import Any

import pytest

from services.domain.people import User
from services.domain.report import Report
from services.hub.commit import Commit
from services.hub.neighbours import Neighbours
from services.hub.suspecting import AT_ONCE, FULL, Suspecting, Suspicion, write_suspicion
from tests.builders import a_dispatcher, a_supervisor, an_intake
from tests.services.hub.feed import Feed, a_feed, reports_of
from tests.services.hub.running import Running

SARI_, BUDI_, LAPOR_ = a_dispatcher(), a_dispatcher("u-budi"), an_intake()
RINA_ = a_supervisor("u-rina", cleared=True)
HERE: dict[str, Any] = {"lat": -8.05, "lon": 111.71}


@dataclass
class Watched:
    """A feed whose commits are looked at for duplicates, as the hub does."""

    feed: Feed = field(default_factory=lambda: a_feed(cleared=frozenset({RINA_.id})))
    suspecting: Suspecting = field(init=False)
    written: int = 0

    def __post_init__(self) -> None:
        self.suspecting = Suspecting(Neighbours(self.feed.bench.house.policy))

    def give(self, actor: User, command: str, report: str | None = None, **args: Any) -> str:
        """Carry out a command and what follows from it."""
        before = len(self.feed.commits)
        given = self.feed.give(actor, command, report, **args)
        for commit in self.feed.commits[before:]:
            self.follow(self.suspecting.take(commit))
        assert given is not None
        return given

    def follow(self, suspicions: list[Suspicion]) -> None:
        """Write what is suspected, and publish it."""
        for one in suspicions:
            commit = write_suspicion(self.feed.bench.state, one, self.feed.bench.house.policy)
            if commit is not None:
                self.written += 1
                assert self.suspecting.take(commit) == []
                self.feed.publisher.publish(commit, self.feed.now)

    def opened(self, actor: User = LAPOR_, **args: Any) -> str:
        """Open a report about a pothole here."""
        return self.give(actor, "open", **{"label": "jalan_rusak", "text": "Lubang besar", **HERE, **args})

    def close(self, report: str, actor: User = SARI_, projection: str = "desk", **args: Any) -> None:
        """Close it, as cancelled unless told otherwise."""
        args = {"outcome": "cancelled", "reason": "test", **args}
        self.give(actor, "close", report, base=self.feed.bench.rev(report, projection), **args)

    def report(self, report: str) -> Report:
        return self.feed.bench.state.reports[report]

    def suspected(self, *reports: str) -> list[tuple[str, ...]]:
        return [self.report(one).suspected for one in reports]


def test_two_that_are_alike_name_each_other() -> None:
    room = Watched()
    one, two = room.opened(), room.opened(text="Ada lubang")
    other = room.opened(label="balap_liar", text="Knalpot brong")
    assert room.suspected(one, two, other) == [(two,), (one,), ()]


def test_a_row_that_is_suspected_reaches_the_desks_without_an_event() -> None:
    room = Watched()
    desk = room.feed.desk(SARI_)
    desk.read()
    one, two = room.opened(), room.opened()
    room.feed.pass_time(100)
    desk.read()
    assert desk.board.entries("report")[one].row.suspected == (two,)
    assert {event.event for delta in desk.deltas for event in delta.events} == {"opened"}
    assert reports_of(desk.board) == reports_of(room.feed.fresh(SARI_))


@pytest.mark.parametrize("how", ["close", "merge"])
def test_closing_and_merging_end_it_on_both_sides_and_reopening_or_undoing_brings_it_back(how: str) -> None:
    room = Watched()
    one, two = room.opened(), room.opened()
    key = f"d-{SARI_.id}.1"
    if how == "close":
        room.close(one)
    else:
        room.give(SARI_, "merge", one, base=room.feed.bench.rev(one), into=two)
    assert room.suspected(one, two) == [(), ()]
    room.give(SARI_, "undo", of=key)
    assert room.suspected(one, two) == [(two,), (one,)]
    room.close(one)
    room.give(SARI_, "reopen", one, base=room.feed.bench.rev(one), reason="problem_back")
    assert room.suspected(one, two) == [(two,), (one,)]


def test_what_somebody_has_taken_apart_is_not_suspected_again() -> None:
    room = Watched()
    one, two = room.opened(), room.opened()
    room.give(SARI_, "merge", one, base=room.feed.bench.rev(one), into=two)
    room.give(SARI_, "unmerge", one, base=room.feed.bench.rev(one))
    assert room.suspected(one, two) == [(), ()]
    assert room.report(one).open
    room.close(two)
    room.give(SARI_, "reopen", two, base=room.feed.bench.rev(two), reason="problem_back")
    assert room.suspected(one, two) == [(), ()]


def test_another_label_is_looked_at_anew() -> None:
    room = Watched()
    one, two = room.opened(), room.opened(label="balap_liar", text="Motor")
    assert room.suspected(one, two) == [(), ()]
    args = {"label": "jalan_rusak", "reason": "new_facts"}
    room.give(SARI_, "relabel", two, base=room.feed.bench.rev(two), **args)
    assert room.suspected(one, two) == [(two,), (one,)]


def test_a_flood_is_not_a_hundred_pairs() -> None:
    room = Watched()
    reports = [room.opened() for _ in range(FULL + 8)]
    assert max(len(one) for one in room.suspected(*reports)) == FULL
    pairs = {(one, other) for one in reports for other in room.report(one).suspected}
    assert pairs == {(other, one) for one, other in pairs}


def test_it_makes_no_command_stale() -> None:
    room = Watched()
    one = room.opened()
    base = room.feed.bench.rev(one)
    room.opened()
    assert room.report(one).suspected
    assert room.feed.bench.rev(one) != base
    room.give(SARI_, "close", one, base=base, outcome="cancelled", reason="test")


def test_a_covert_report_suspects_nothing_and_is_not_suspected() -> None:
    room = Watched()
    public = room.opened()
    covert = room.opened(RINA_, label="pungli", text="Lubang besar")
    room.close(covert, RINA_, "covert")
    assert (room.suspected(public, covert), room.written) == ([(), ()], 0)
    assert room.suspecting.neighbours.near(room.report(public)) == frozenset()


def test_what_was_there_at_the_start_is_looked_at_a_few_at_a_time() -> None:
    room = Watched()
    reports = [room.feed.opened(LAPOR_, **HERE) for _ in range(2)]
    far = [room.feed.opened(LAPOR_, lat=-8.0 + n / 10, lon=111.0) for n in range(AT_ONCE)]
    state = room.feed.bench.state
    room.suspecting.begin(state.reports.values())
    room.follow(room.suspecting.catch_up(state.reports))
    assert room.suspected(*reports) == [(reports[1],), (reports[0],)]
    assert room.suspecting.catch_up({}) == []
    assert room.suspecting.catch_up(state.reports) == []
    assert room.suspected(far[0]) == [()]


def test_what_has_changed_meanwhile_is_judged_again_where_it_is_written() -> None:
    room = Watched()
    one, two = room.feed.opened(LAPOR_, **HERE), room.feed.opened(LAPOR_, **HERE)
    state, policy = room.feed.bench.state, room.feed.bench.house.policy
    room.feed.give(SARI_, "close", two, base=room.feed.bench.rev(two), outcome="cancelled", reason="test")
    assert write_suspicion(state, Suspicion(one, (two,)), policy) is None
    assert write_suspicion(state, Suspicion("r-nobody", ()), policy) is None
    commit = write_suspicion(state, Suspicion(two, ()), policy)
    assert commit is None


@pytest.mark.parametrize("seed", range(4))
def test_frames_of_the_uncleared_are_the_same_byte_for_byte_with_and_without_hidden_neighbours(seed: int) -> None:
    def run(*, hidden: bool) -> list[bytes]:
        chance, secret = random.Random(seed), random.Random(seed + 1)
        room = Watched()
        house, covert_house = room.feed.bench.house, a_feed(1_000_000).bench.house
        desk = room.feed.desk(SARI_)
        reports: list[str] = []
        for _ in range(30):
            if hidden and secret.random() < 0.7:
                room.feed.bench.house = covert_house
                covert = room.opened(RINA_, label="pungli", text="Lubang besar")
                if secret.random() < 0.5:
                    room.close(covert, RINA_, "covert")
                room.feed.bench.house = house
            if reports and chance.random() < 0.4:
                room.close(reports.pop(chance.randrange(len(reports))))
            else:
                reports.append(room.opened(text=chance.choice(["Lubang besar", "Lubang dalam sekali", "Aspal"])))
            room.feed.pass_time(chance.choice([0, 10, 60, 1_500]))
            desk.read()
        assert room.written
        return desk.frames

    assert run(hidden=True) == run(hidden=False)


def test_the_hidden_merge_of_a_suspected_report_looks_like_any_closing() -> None:
    def run(**how: str) -> list[Commit]:
        room = Watched()
        one, two = room.opened(), room.opened()
        covert = room.opened(RINA_, label="pungli", text="Rahasia")
        into = {"into": covert} if how["outcome"] == "duplicate" else {}
        room.close(one, RINA_, "covert", **how, **into)
        assert room.suspected(one, two) == [(), ()]
        return room.feed.commits

    merged = run(outcome="duplicate", reason="duplicate")
    closed = run(outcome="cancelled", reason="test")
    assert len(merged) == len(closed)


@pytest.mark.asyncio
async def test_the_hub_tells_its_desks_and_finds_what_it_missed_after_a_restart(running: Running) -> None:
    desk, connector = await running.board("sari"), await running.desk("lapor")
    one = (await connector.command("open", label="jalan_rusak", text="Lubang besar", **HERE))["report"]
    two = (await connector.command("open", label="jalan_rusak", text="Lubang", **HERE))["report"]

    def told(message: dict[str, Any]) -> bool:
        rows = {op["id"]: op.get("value", {}) for op in message.get("ops", ()) if op["kind"] == "report"}
        return bool(rows.get(one, {}).get("suspected") == [two])

    await running.hub.commanding.drain()
    running.now += 1_000
    await running.chores.second()
    await desk.first(told)
    running.hub.commanding.draining = False
    running.hub.commanding.begin()
    await running.chores.pulse()
    await running.hub.commanding.drain()
    with running.store.read() as reader:
        assert reader.load_report(two).suspected == (one,)  # type: ignore[union-attr] # it is there
    assert not [line for line in running.logged if line["level"] == "error"]


@pytest.mark.asyncio
async def test_the_likest_are_answered_to_whoever_sees_them(running: Running) -> None:
    desk, connector = await running.board("sari"), await running.desk("lapor")
    reports = [
        (await connector.command("open", label="jalan_rusak", text=text, **HERE))["report"]
        for text in ("Lubang besar sekali", "Aspal", "Lubang besar")
    ]
    desk.say({"type": "get", "id": 7, "what": "similar", "report": reports[0]})
    answer = await desk.first(lambda one: one.get("reply_to") == 7)
    assert [one["id"] for one in answer["value"]["reports"]] == [reports[2], reports[1]]
    assert answer["value"]["reports"][0]["value"]["text"] == "Lubang besar"
    for n, asked in enumerate(("r-nobody", None)):
        desk.say({"type": "get", "id": 20 + n, "what": "similar", "report": asked})
    assert (await desk.first(lambda one: one.get("reply_to") == 20))["code"] == "not_found"
    assert (await desk.first(lambda one: one.get("reply_to") == 21))["code"] == "bad_format"
