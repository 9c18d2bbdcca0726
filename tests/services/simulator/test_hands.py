"""The second operator moves reports on, and leaves alone what is somebody else's."""

from dataclasses import replace
from typing import Any

import pytest

from services.domain.access import Load, label_row, project, project_member
from services.domain.board import Board, Put
from services.domain.commands import Accept, Acknowledge, Arrive, Assign, Command, Note, Resolve, Verify
from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.report import Millis, Pending, Priority, State
from services.simulator.chance import Chance
from services.simulator.hands import LEFT_ALONE, Hands, Move
from services.simulator.people import BUDI
from services.simulator.stories import load_words
from tests.builders import MEMBERS, NOW, SARI, a_claim, a_dispatcher, a_policy, a_report, a_supervisor

BEGAN = NOW - 30 * MINUTE


def board(state: State = State.RECEIVED, **changes: Any) -> Board:
    policy, viewer = a_policy(), a_supervisor()
    report = a_report(state, **{"priority": Priority.P1, "label": "banjir", **changes})
    row = project(report, viewer, policy)
    rows: list[Put[Any]] = [Put("report", report.id, "rev", row)]
    rows += [Put("label", one.key, "rev", label_row(one, policy, viewer)) for one in policy.labels.values()]
    rows += [Put("member", one.id, "rev", project_member(one, Load(), viewer)) for one in MEMBERS if not one.code_name]
    return Board.of(rows)


def hands(seed: int = 1, **changes: Any) -> Hands:
    return replace(Hands(BUDI.user.id, BEGAN, Chance(seed), load_words()), **changes)


def moves(board_: Board, hands_: Hands | None = None, *, now: Millis = NOW + 2 * HOUR) -> set[type[Command]]:
    """What he might do, over many draws."""
    found: set[type[Command]] = set()
    for seed in range(30):
        move = (hands_ or hands(seed)).next_move(board_, now)
        if isinstance(move, Move):
            found.add(type(move.command))
    return found


@pytest.mark.parametrize(
    ("state", "command"),
    [
        (State.RECEIVED, Acknowledge),
        (State.QUEUED, Assign),
        (State.ASSIGNED, Accept),
        (State.ACCEPTED, Arrive),
        (State.ON_SCENE, Resolve),
        (State.RESOLVED, Verify),
    ],
)
def test_each_state_has_its_next_step(state: State, command: type[Command]) -> None:
    assert moves(board(state), now=NOW + DAY) - {Note} == {command}


def test_a_move_carries_the_row_as_it_was_seen() -> None:
    move = hands().next_move(board(State.ASSIGNED), NOW + HOUR)
    assert move is not None
    assert (move.report, move.base) == ("r-7Q3K92", "rev")


def test_nothing_is_done_too_soon() -> None:
    assert moves(board(State.ACCEPTED, accepted=NOW), now=NOW + MINUTE) == set()


def test_a_faster_pace_makes_the_steps_come_sooner() -> None:
    report = board(State.ACCEPTED, accepted=NOW)
    assert any(hands(seed, pace=100).next_move(report, NOW + MINUTE) for seed in range(30))


def test_a_report_somebody_holds_is_left_alone() -> None:
    assert moves(board(State.ASSIGNED, claim=a_claim(a_dispatcher(SARI), length=3 * HOUR))) == set()


def test_his_own_lease_does_not_stop_him() -> None:
    assert moves(board(State.ASSIGNED, claim=a_claim(BUDI.user, length=3 * HOUR))) >= {Accept}


def test_a_report_somebody_looks_at_is_left_alone() -> None:
    assert moves(board(State.ASSIGNED), hands(looked_at=frozenset({"r-7Q3K92"}))) == set()


def test_a_report_somebody_has_just_touched_is_left_alone_for_a_while() -> None:
    busy = hands()
    busy.touched("r-7Q3K92", NOW + HOUR)
    assert busy.next_move(board(State.ASSIGNED), NOW + HOUR + LEFT_ALONE - 1) is None
    assert busy.next_move(board(State.ASSIGNED), NOW + HOUR + LEFT_ALONE) is not None


def test_one_thing_at_a_time_is_asked_for_a_report() -> None:
    once = hands()
    assert once.next_move(board(State.ASSIGNED), NOW + HOUR) is not None
    assert once.next_move(board(State.ASSIGNED), NOW + HOUR) is None
    once.answered("r-7Q3K92", "accept", ok=True, now=NOW + HOUR)
    assert once.next_move(board(State.ASSIGNED), NOW + HOUR) is not None


def test_what_was_refused_is_left_alone_for_a_while() -> None:
    refused = hands()
    refused.answered("r-7Q3K92", "accept", ok=False, now=NOW + HOUR)
    assert refused.next_move(board(State.ASSIGNED), NOW + HOUR + LEFT_ALONE - 1) is None


@pytest.mark.parametrize("command", ["resolve", "verify"])
def test_he_does_not_look_over_his_own_work(command: str) -> None:
    own = hands()
    own.answered("r-7Q3K92", command, ok=command == "resolve", now=NOW)
    assert moves(board(State.RESOLVED), own, now=NOW + DAY) == set()


def test_what_stood_in_the_queues_before_he_came_is_the_other_operators() -> None:
    assert moves(board(State.RECEIVED), hands(began=NOW)) == set()
    assert moves(board(State.QUEUED), hands(began=NOW)) == set()


def test_what_waits_for_a_supervisor_or_is_covert_is_left_alone() -> None:
    assert moves(board(State.ON_SCENE, pending=Pending("close", SARI, NOW, "no_problem_found")), now=NOW + DAY) == set()
    assert moves(board(State.WAITING)) == set()
    assert moves(board(State.CLOSED)) == set()


def test_members_of_an_office_label_are_not_heard_at_night() -> None:
    midnight = NOW + 15 * HOUR
    road = board(State.ASSIGNED, label="jalan_rusak", priority=Priority.P3)
    assert moves(road, now=midnight) == set()
    assert moves(road, now=NOW + 4 * HOUR) >= {Accept}


def test_nobody_is_assigned_where_nobody_is_on_duty() -> None:
    empty = board(State.QUEUED)
    empty.replace([put for put in empty.puts() if put.kind != "member"])
    assert Assign not in moves(empty)
