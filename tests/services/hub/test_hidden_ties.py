"""What ties a covert report to a public one, and what takes that back, never happened for whoever is not cleared."""

import random
from typing import Any

import pytest

from services.hub.telling import line_of
from tests.builders import a_dispatcher, a_supervisor, an_intake
from tests.services.hub.feed import DeskEnd, Feed, a_feed, reports_of

SARI_, LAPOR_ = a_dispatcher(), an_intake()
HENDRO_ = a_supervisor()
RINA_ = a_supervisor("u-rina", cleared=True)
RINAS_KEY = f"d-{RINA_.id}"


def a_room() -> tuple[Feed, DeskEnd, str, str]:
    """A feed with an uncleared desk, a public report and a covert one."""
    feed = a_feed(cleared=frozenset({RINA_.id}))
    desk = feed.desk(SARI_)
    public = feed.opened(LAPOR_)
    covert = feed.opened(RINA_, label="pungli", text="Rahasia")
    feed.pass_time(1_000)
    desk.read()
    return feed, desk, public, covert


def tie(feed: Feed, covert: str, public: str) -> None:
    """Merge the covert report into the public one."""
    feed.give(RINA_, "merge", covert, base=feed.bench.rev(covert, "covert"), into=public)


def take_back(feed: Feed) -> None:
    """Undo the last command of the cleared."""
    feed.give(RINA_, "undo", of=f"{RINAS_KEY}.{feed.bench.state.heads[RINAS_KEY].last_command}")


@pytest.mark.parametrize("last", ["merge", "unmerge"])
def test_taking_a_hidden_tie_back_is_told_to_nobody_uncleared(last: str) -> None:
    feed, desk, public, covert = a_room()
    before = (len(desk.frames), feed.bench.rev(public))
    tie(feed, covert, public)
    if last == "unmerge":
        feed.give(RINA_, "unmerge", covert, base=feed.bench.rev(covert, "covert"))
    was = feed.bench.state.reports[public].duplicates
    take_back(feed)
    feed.pass_time(1_000)
    desk.read()
    assert (len(desk.frames), feed.bench.rev(public)) == before
    lines = (line_of(logged.event, SARI_) for logged in feed.bench.state.history(public))  # type: ignore[arg-type]
    assert [line["event"] for line in lines if line] == ["opened"]
    assert feed.bench.state.reports[public].duplicates == ((covert,) if was == () else ())


def test_it_stands_in_nobodys_way_and_takes_nothing_of_others_with_it() -> None:
    feed, desk, public, covert = a_room()
    feed.give(SARI_, "claim", public)
    tie(feed, covert, public)
    feed.give(RINA_, "prioritise", public, base=feed.bench.rev(public, "covert"), priority="P2", reason="new_facts")
    feed.give(RINA_, "undo", of=f"{RINAS_KEY}.2")
    assert feed.bench.state.reports[public].priority == "P2"
    assert feed.bench.give(RINA_, "undo", of=f"{RINAS_KEY}.2").outcome.code in {"bad_state", "conflict"}
    feed.pass_time(1_000)
    desk.read()
    assert "undone" not in {event.event for delta in desk.deltas for event in delta.events}


def test_reopening_what_went_into_a_covert_report_is_reopening_what_was_cancelled() -> None:
    def run(**how: str) -> tuple[list[bytes], str | None]:
        feed, desk, public, covert = a_room()
        into = {"into": covert} if how["outcome"] == "duplicate" else {}
        feed.give(RINA_, "close", public, base=feed.bench.rev(public, "covert"), **how, **into)
        feed.pass_time(1_000)
        feed.give(SARI_, "reopen", public, base=feed.bench.rev(public), reason="problem_back")
        undone = feed.bench.give(SARI_, "undo", of=f"d-{SARI_.id}.1").outcome
        feed.pass_time(1_000)
        desk.read()
        return desk.frames, undone.code

    merged = run(outcome="duplicate", reason="duplicate")
    assert merged == run(outcome="cancelled", reason="test")
    assert merged[1] is None


def test_two_covert_reports_are_put_back_whole() -> None:
    feed, _, _, covert = a_room()
    other = feed.opened(RINA_, label="pungli", text="Rahasia")
    tie(feed, covert, other)
    take_back(feed)
    reports = feed.bench.state.reports
    assert (reports[other].duplicates, reports[covert].merged_into) == ((), None)


@pytest.mark.parametrize("seed", range(4))
def test_frames_of_the_uncleared_are_the_same_byte_for_byte_with_and_without_hidden_ties(seed: int) -> None:
    def run(*, hidden: bool) -> list[list[bytes]]:
        chance, secret = random.Random(seed), random.Random(seed + 1)
        feed = a_feed(cleared=frozenset({RINA_.id}))
        house, covert_house = feed.bench.house, a_feed(1_000_000).bench.house
        desks = [feed.desk(user) for user in (SARI_, HENDRO_)]
        reports: list[str] = []
        covert: list[str] = []
        for _ in range(60):
            feed.bench.house = covert_house
            if hidden and reports:
                _among_the_cleared(feed, secret, covert, chance_of=reports)
            feed.bench.house = house
            _in_the_open(feed, chance, reports)
            feed.pass_time(chance.choice([0, 10, 60, 1_500]))
            for desk in desks:
                desk.read()
        for desk in desks:
            feed.pass_time(100)
            desk.read()
            assert reports_of(desk.board) == reports_of(feed.fresh(desk.user))
        assert bool(covert) is hidden
        return [desk.frames for desk in desks]

    assert run(hidden=True) == run(hidden=False)


def _among_the_cleared(feed: Feed, chance: random.Random, covert: list[str], *, chance_of: list[str]) -> None:
    """Open, tie, untie and put back covert reports, whatever of it may be done now."""
    if not covert or chance.random() < 0.3:
        covert.append(feed.opened(RINA_, label="pungli", text="Rahasia", photos=["p-secret"]))
        return
    report = chance.choice(covert)
    base = feed.bench.rev(report, "covert")
    last = feed.bench.state.heads[RINAS_KEY].last_command
    acts: list[tuple[str, str | None, dict[str, Any]]] = [
        ("merge", report, {"base": base, "into": chance.choice(chance_of)}),
        ("unmerge", report, {"base": base}),
        ("reopen", report, {"base": base, "reason": "problem_back"}),
        ("undo", None, {"of": f"{RINAS_KEY}.{last}"}),
        ("reply", report, {"text": "Rahasia"}),
    ]
    name, named, args = chance.choice(acts)
    _try(feed, RINA_, name, named, **args)


def _in_the_open(feed: Feed, chance: random.Random, reports: list[str]) -> None:
    """Open, take in, put back and merge public reports; what is refused is refused in both runs."""
    if len(reports) < 3 or chance.random() < 0.3:
        reports.append(feed.opened(LAPOR_, text="Lubang besar", desa="35.03.08.2004"))
        return
    report, other = chance.sample(reports, 2)
    head = feed.bench.state.heads.get(f"d-{SARI_.id}")
    base = feed.bench.rev(report)
    acts: list[tuple[str, str | None, dict[str, Any]]] = [
        ("claim", report, {}),
        ("acknowledge", report, {"base": base}),
        ("merge", report, {"base": base, "into": other}),
        ("unmerge", report, {"base": base}),
        ("reopen", report, {"base": base, "reason": "problem_back"}),
        ("undo", None, {"of": f"d-{SARI_.id}.{head.last_command if head else 1}"}),
        ("reply", report, {"text": "Terima kasih"}),
    ]
    name, named, args = chance.choice(acts)
    _try(feed, SARI_, name, named, **args)


def _try(feed: Feed, actor: Any, name: str, report: str | None, **args: Any) -> None:
    feed.bench.state.clock = feed.now
    executed = feed.bench.give(actor, name, report, **args)
    if executed.commit is not None:
        feed.publisher.publish(executed.commit, feed.now)
