"""The day's flow is counted over what a viewer may see, and of today only what is new is read."""

from dataclasses import replace
from typing import Any

import pytest

from services.domain.access import project
from services.domain.people import Role, User
from services.domain.policy import DAY, HOUR
from services.domain.report import Millis, Report
from services.domain.squads import Squad
from services.figures.daily import STEP, Flow
from services.hub import day as day_module
from services.hub.day import Days
from services.hub.scopes import squads_of
from services.store.database import Store
from services.store.transaction import Transaction
from tests.builders import NOW, a_covert_report, a_dispatcher, a_policy, a_regent, a_report, a_supervisor
from tests.services.hub.running import Running
from tests.services.store.samples import noted

MORNING = NOW - HOUR
SARI_, RINA_ = a_dispatcher(), a_supervisor("u-rina", cleared=True)


def keep(store: Store, *reports: Report) -> None:
    """Keep reports as they stand, each at the end of the log."""

    def work(transaction: Transaction) -> None:
        for report in reports:
            seq = transaction.append([noted(report.id)], txn="hub.1", at=transaction.now())
            transaction.save_report(report, seq)

    store.submit(work).result()


def received(n: int, at: Millis, **changes: Any) -> Report:
    """A report with a number of its own."""
    return a_report(id=f"r-{n}", number=f"N-{n}", received=at, **changes)


def seen(store: Store, viewer: User, days: Days | None = None, now: Millis = NOW) -> Flow:
    """What a viewer is told."""
    with store.read() as reader:
        return (days or Days()).flow(reader, viewer, policy=a_policy(), now=now)


@pytest.mark.asyncio
async def test_todays_reports_and_those_of_them_with_a_first_action_are_counted(running: Running) -> None:
    keep(running.store, received(1, MORNING), received(2, MORNING - STEP, on_scene=MORNING), received(3, NOW - DAY))
    told = seen(running.store, SARI_)
    assert (told.day, told.step, len(told.received)) == ("2026-11-24", STEP, 9 * 4 + 1)
    assert (told.received[-1], told.answered[-1]) == (2, 1)
    assert told.received[(8 * HOUR - STEP) // STEP] == 1


@pytest.mark.asyncio
async def test_covert_reports_and_those_of_other_squads_count_for_who_sees_them_only(running: Running) -> None:
    hidden = a_covert_report(access=[RINA_.id], id="r-x", number="X", received=MORNING)
    keep(running.store, received(1, MORNING), hidden)
    blue = a_dispatcher("u-b", squads=[Squad.BLUE])
    days = Days()
    assert [seen(running.store, one, days).received[-1] for one in (SARI_, RINA_, a_regent(), blue)] == [1, 2, 1, 0]


@pytest.mark.asyncio
async def test_the_usual_is_that_of_the_same_weekday_and_begins_with_what_the_viewer_has_seen(running: Running) -> None:
    weeks = [received(n, MORNING - 7 * DAY * week) for week in range(1, 7) for n in (10 * week, 10 * week + 1)]
    other_day = received(99, MORNING - 6 * DAY)
    keep(running.store, *weeks, other_day, received(98, MORNING - 43 * DAY))
    usual = seen(running.store, SARI_).usual
    assert (usual.weeks, usual.low[-1], usual.high[-1]) == (6, 2, 2)
    assert seen(running.store, a_dispatcher("u-b", squads=[Squad.BLUE])).usual.weeks == 0


@pytest.mark.asyncio
async def test_a_hidden_past_is_no_past(running: Running) -> None:
    old = a_covert_report(access=[RINA_.id], id="r-x", number="X", received=MORNING - 43 * DAY)
    keep(running.store, old, received(1, MORNING - 20 * DAY))
    assert seen(running.store, SARI_).usual.weeks == 2
    assert seen(running.store, RINA_).usual.weeks == 6


@pytest.mark.asyncio
async def test_what_changes_is_taken_in_and_what_is_known_is_not_read_again(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[str] = []

    def counting(report: Report, *rest: Any) -> Any:
        looks.append(report.id)
        return project(report, *rest)

    monkeypatch.setattr(day_module, "project", counting)
    days = Days()
    one, two = received(1, MORNING), received(2, MORNING)
    keep(running.store, one, two, received(3, MORNING - 14 * DAY))
    assert seen(running.store, SARI_, days).received[-1] == 2
    assert len(looks) == 4  # the one of two weeks ago twice: since when, and how many
    looks.clear()
    assert seen(running.store, SARI_, days).received[-1] == 2
    assert looks == []
    keep(running.store, received(4, MORNING), replace(one, on_scene=NOW))
    assert seen(running.store, SARI_, days).answered[-1] == 1
    assert set(looks) == {"r-1", "r-4"}
    keep(running.store, received(5, MORNING), replace(two, covert=True))
    assert seen(running.store, SARI_, days).received[-1] == 3


@pytest.mark.asyncio
async def test_a_new_day_begins_anew_and_old_scopes_are_forgotten(running: Running) -> None:
    keep(running.store, received(1, MORNING))
    days = Days()
    assert seen(running.store, SARI_, days).received[-1] == 1
    assert seen(running.store, SARI_, days, now=NOW + DAY).received[-1] == 0
    for n in range(day_module.MOST_KEPT + 3):
        seen(running.store, a_supervisor(f"u-{n}", cleared=True), days)
    assert len(days._days) == day_module.MOST_KEPT  # noqa: SLF001 - what is kept shows nowhere else


def test_the_squads_of_a_viewer() -> None:
    public = {squad for squad in Squad if not squad.covert}
    assert squads_of(SARI_) == squads_of(a_regent()) == public
    assert squads_of(RINA_) == set(Squad)
    assert squads_of(a_dispatcher(squads=[Squad.BLUE])) == {Squad.BLUE}
    assert squads_of(User("u-s", "", frozenset({Role.SUPERVISOR}), frozenset({Squad.BLUE}))) == public


@pytest.mark.asyncio
async def test_a_desk_gets_the_day_with_what_is_open_and_late(running: Running) -> None:
    desk, connector = await running.board("sari"), await running.desk("lapor")
    for label in ("banjir", "balap_liar"):
        await connector.command("open", label=label, text="Air naik")
    running.now += 16 * 60_000
    running.hub.publisher.audiences.tick(running.now)
    desk.say({"type": "get", "id": 9, "what": "day"})
    value = (await desk.hear("answer"))["value"]
    assert value == {
        "at": running.now,
        "open": 2,
        "late": 2,
        "day": "2026-11-24",
        "step": STEP,
        "received": [*[0] * 36, 2, 2],
        "answered": [0] * 38,
        "usual": {"low": [], "high": [], "weeks": 0},
    }
    wall = await running.desk("lapor", "d-again")
    wall.say({"type": "get", "id": 9, "what": "day"})
    assert (await wall.hear("error"))["code"] == "denied"
