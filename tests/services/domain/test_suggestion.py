"""The next act: one for each state, and for an assignment the member for whom the report would wait least."""

from dataclasses import replace
from typing import Any

import pytest

from services.domain.access import project
from services.domain.policy import HOUR, MINUTE
from services.domain.report import Priority, State
from services.domain.rows import Base, ClaimRow, MemberRow, ReportRow, WaitingRow
from services.domain.suggestion import Suggestion, Why, metres_between, suggest
from tests.builders import BUDI, NOW, SARI, a_dispatcher, a_policy, a_regent, a_report, a_supervisor

HERE = (-8.05, 111.71)
MINE = ClaimRow(SARI, "Sari", NOW + MINUTE)


def a_row(state: State = State.QUEUED, **changes: Any) -> ReportRow:
    row = project(a_report(state), a_dispatcher(), a_policy())
    assert row is not None
    return replace(row, **changes)


def a_member(**changes: Any) -> MemberRow:
    member = MemberRow(
        name="Wahyu N.", squad="orange", on=True, on_since=NOW, limit=8, open=3, late=0, due_hour=0, p50=26 * MINUTE,
        n=41, base=Base("35.03.10.2004", *HERE), ended=None, replaced_by=None, code_name=False,
    )  # fmt: skip
    return replace(member, **changes)


def asked(row: ReportRow, **members: MemberRow) -> Suggestion | None:
    return suggest(row, members=members, user=a_dispatcher(), now=NOW, place=HERE)


def chosen(row: ReportRow, **members: MemberRow) -> str | None:
    made = asked(row, **members)
    assert made is not None
    return made.member


def away(kilometres: float) -> Base:
    return Base("35.03.10.2004", HERE[0] + kilometres / 111.2, HERE[1])


@pytest.mark.parametrize(
    ("state", "act", "why"),
    [
        (State.ASSIGNED, "accept", Why.ASKED),
        (State.ACCEPTED, "arrive", Why.UNDER_WAY),
        (State.ON_SCENE, "resolve", Why.BEGUN),
        (State.RESOLVED, "verify", Why.RESULT),
    ],
)
def test_each_state_leads_on_by_one_act(state: State, act: str, why: Why) -> None:
    assert asked(a_row(state)) == Suggestion(act, why)


def test_whoever_may_decide_on_a_proposal_is_asked_that_first() -> None:
    row = a_row(State.ON_SCENE, pending="close")
    assert suggest(row, members={}, user=a_supervisor(), now=NOW) == Suggestion("confirm", Why.PROPOSED)
    assert asked(row) == Suggestion("resolve", Why.BEGUN)


def test_a_closed_report_leads_nowhere() -> None:
    assert asked(a_row(State.CLOSED)) is None


def test_a_new_report_is_taken_in_first_and_one_already_ours_is_assigned() -> None:
    new = Suggestion("acknowledge", Why.NEW)
    assert asked(a_row(State.RECEIVED), a=a_member()) == new
    assert asked(a_row(State.RECEIVED, claim=replace(MINE, until=NOW)), a=a_member()) == new, "a lease that ran out"
    assert asked(a_row(State.RECEIVED, claim=MINE, priority=Priority.P1), a=a_member()) == new
    assert asked(a_row(State.RECEIVED, claim=MINE, squad=None), a=a_member()) == new, "its squad is still to be named"
    assert chosen(a_row(State.RECEIVED, claim=MINE), a=a_member()) == "a"


@pytest.mark.parametrize("state", [State.RECEIVED, State.QUEUED])
def test_what_somebody_else_has_in_hand_is_his(state: State) -> None:
    assert asked(a_row(state, claim=ClaimRow(BUDI, "Budi", NOW + MINUTE)), a=a_member()) is None


def test_a_pause_is_ended_when_its_time_is_over() -> None:
    waiting = WaitingRow("citizen", NOW + HOUR)
    assert asked(a_row(State.WAITING, waiting=waiting)) is None
    assert asked(a_row(State.WAITING, waiting=replace(waiting, until=NOW))) == Suggestion("resume", Why.PAUSE_OVER)
    assert asked(a_row(State.WAITING, waiting=None)) == Suggestion("resume", Why.PAUSE_OVER)


def test_whoever_sent_the_result_is_not_asked_to_verify_it() -> None:
    row = a_row(State.RESOLVED)
    assert suggest(row, members={}, user=a_dispatcher(), now=NOW, own_result=True) is None
    row = a_row(State.ON_SCENE)
    assert suggest(row, members={}, user=a_dispatcher(), now=NOW, own_result=True) is not None


def test_what_a_role_may_not_do_is_not_suggested() -> None:
    assert suggest(a_row(), members={"a": a_member()}, user=a_regent(), now=NOW) is None


def test_only_free_members_of_the_squad_are_suggested() -> None:
    row = a_row()
    taken = {
        "off": a_member(on=False),
        "full": a_member(open=8),
        "gone": a_member(ended=NOW),
        "other": a_member(squad="blue"),
    }
    assert asked(row, **taken) == Suggestion("assign", Why.NOBODY)
    assert asked(row, **taken, free=a_member(base=away(2.1))) == Suggestion(
        "assign", Why.ONLY, member="free", metres=2_100, open=3, p50=26 * MINUTE
    )


def test_distance_load_and_speed_are_weighed_against_each_other() -> None:
    row = a_row()
    near, far = a_member(base=away(1)), a_member(base=away(10))
    assert chosen(row, near=near, far=far) == "near"
    assert chosen(row, near=replace(near, open=5), far=replace(far, open=3)) == "far", "two tasks outweigh nine km"
    assert chosen(row, near=replace(near, p50=2 * HOUR), far=far) == "far", "slower by an hour and a half"
    made = asked(row, near=near, far=far)
    assert made is not None
    assert made.why is Why.BEST


def test_who_is_not_known_is_neither_favoured_nor_passed_over() -> None:
    row = a_row()
    near, far = a_member(base=away(1)), a_member(base=away(20))
    nowhere = a_member(base=None, p50=None)
    assert chosen(row, nowhere=nowhere, far=far, farther=replace(far, base=away(40))) == "far"
    assert chosen(row, nowhere=replace(nowhere, open=0), near=near) == "nowhere"
    made = suggest(row, members={"b": nowhere, "a": replace(nowhere, name="Adi")}, user=a_dispatcher(), now=NOW)
    assert made == Suggestion("assign", Why.BEST, member="a", open=3), "alike: in the order of their names"


def test_distances_are_those_along_the_ground() -> None:
    assert metres_between(HERE, HERE) == 0
    assert metres_between((-8.05, 111.71), (-8.29, 111.71)) == pytest.approx(26_687, abs=10)
    assert metres_between((-8.05, 111.71), (-8.05, 111.81)) == pytest.approx(11_010, abs=10)
