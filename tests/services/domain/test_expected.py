"""What the desk shows before the hub answers is what the hub will answer, as far as a row can tell."""

from dataclasses import replace

import pytest

from services.domain.access import project
from services.domain.commands import (
    Accept,
    Acknowledge,
    Arrive,
    Assign,
    Close,
    Command,
    Confirm,
    Decline,
    Escalate,
    Evidence,
    HandBack,
    MemberOff,
    MemberOn,
    Note,
    Open,
    Prioritise,
    Reassign,
    Refuse,
    Relabel,
    Release,
    Reopen,
    Resolve,
    Resume,
    TakeClaim,
    Undo,
    Verify,
    Wait,
)
from services.domain.events import DutyBegan, DutyEnded
from services.domain.expected import expect
from services.domain.people import User
from services.domain.policy import DAY, HOUR
from services.domain.report import Claim, Outcome, Pending, Priority, Report, State
from services.domain.rows import ReportRow
from services.domain.rules import apply, decide
from services.domain.squads import Squad
from tests.builders import NOW, a_claim, a_covert_report, a_dispatcher, a_policy, a_report, a_room, a_supervisor

SUPERVISOR = a_supervisor(cleared=True)
TARGETS = {"due_first", "due_resolve", "due_acknowledge"}
"""What hangs on the label's targets, which a row does not tell."""


def row_of(report: Report, user: User = SUPERVISOR) -> ReportRow:
    row = project(report, user, a_policy())
    assert row is not None
    return row


def at_the_hub(report: Report, command: Command, user: User) -> Report:
    """What the command makes of the report where everything is known."""
    target = a_report(State.QUEUED, id="r-T4RG3T")
    for event in decide(report, command, actor=user, now=NOW, room=a_room(report, target)):
        assert not isinstance(event, DutyBegan | DutyEnded)
        if event.report == report.id:
            report = apply(report, event)
    return report


PHOTO = (Evidence("photo", "p-1"),)
WAITING = a_report(State.WAITING)
CASES = [
    pytest.param(a_report(), Acknowledge(), id="acknowledge"),
    pytest.param(a_report(), Acknowledge(squad=Squad.BLUE, label="banjir", priority=Priority.P1), id="and correct"),
    pytest.param(a_report(squad=None, label="lainnya"), Acknowledge(squad=Squad.PINK), id="give it a squad"),
    pytest.param(a_report(), Assign(members=("m-31", "m-32")), id="assign what is new"),
    pytest.param(a_report(State.QUEUED, claim=a_claim(SUPERVISOR)), Assign(members=("m-31",)), id="assign"),
    pytest.param(a_report(State.QUEUED), Reassign(reason="overload", squad=Squad.BLUE), id="to another queue"),
    pytest.param(
        a_report(State.ON_SCENE),
        Reassign(reason="wrong_squad", squad=Squad.BLUE, members=("m-41",)),
        id="to others' members",
    ),
    pytest.param(a_report(State.ASSIGNED), Reassign(reason="nearer", members=("m-32",)), id="to another member"),
    pytest.param(a_report(State.ASSIGNED), Accept(member="m-31", via="radio"), id="accept"),
    pytest.param(a_report(State.ASSIGNED), Arrive(member="m-31", via="radio"), id="arrive at once"),
    pytest.param(a_report(State.ACCEPTED), Arrive(member="m-31"), id="arrive"),
    pytest.param(a_report(State.ON_SCENE), Wait(reason="citizen", until=NOW + DAY), id="wait"),
    pytest.param(a_report(State.ON_SCENE), Resolve(evidence=PHOTO), id="resolve"),
    pytest.param(a_report(State.RESOLVED, priority=Priority.P1), Refuse(reason="no_evidence"), id="refuse"),
    pytest.param(a_report(State.RESOLVED), Verify(), id="verify"),
    pytest.param(a_report(State.ON_SCENE), HandBack(reason="no_access"), id="hand back"),
    pytest.param(a_report(State.QUEUED), Escalate(level=2, reason="danger"), id="escalate"),
    pytest.param(a_report(State.QUEUED), Close(outcome=Outcome.CANCELLED, reason="test"), id="close"),
    pytest.param(a_report(State.QUEUED), Close(outcome=Outcome.NOT_OURS, reason="other_authority"), id="ask to close"),
    pytest.param(
        a_report(State.QUEUED),
        Close(outcome=Outcome.DUPLICATE, reason="duplicate", into="r-T4RG3T"),
        id="merge",
    ),
    pytest.param(
        a_report(State.QUEUED, pending=Pending("close", "u-budi", NOW, "no_problem_found", Outcome.UNFOUNDED)),
        Decline(reason="not_solved"),
        id="decline",
    ),
    pytest.param(a_report(State.CLOSED), Reopen(reason="problem_back"), id="reopen"),
    pytest.param(a_report(State.QUEUED), Prioritise(priority=Priority.P1, reason="new_facts"), id="prioritise"),
    pytest.param(a_report(State.QUEUED), Relabel(label="banjir", reason="new_facts"), id="relabel"),
    pytest.param(a_report(State.QUEUED), Note(text="sudah ditelepon"), id="note"),
    pytest.param(a_report(State.QUEUED, claim=a_claim(SUPERVISOR)), Note(text="sudah ditelepon"), id="renew by a note"),
    pytest.param(a_report(State.QUEUED), TakeClaim(), id="claim"),
    pytest.param(
        a_report(State.QUEUED, claim=Claim("u-budi", "Budi", NOW - HOUR, NOW + 1)),
        TakeClaim(reason="asked"),
        id="take over",
    ),
    pytest.param(a_report(State.QUEUED, claim=a_claim(SUPERVISOR)), Release(), id="release"),
    pytest.param(a_covert_report(State.QUEUED), Assign(members=("m-71",)), id="assign what is covert"),
]


@pytest.mark.parametrize(("report", "command"), CASES)
def test_the_expected_row_is_the_hubs_own_but_for_targets(report: Report, command: Command) -> None:
    seen = expect(row_of(report), command, user=SUPERVISOR, now=NOW)

    own = row_of(at_the_hub(report, command, SUPERVISOR))
    known = {name: getattr(seen, name) for name in TARGETS}
    assert seen == replace(own, **known)


def test_a_pause_moves_the_resolution_and_its_end_moves_it_back() -> None:
    report = a_report(State.ON_SCENE)
    before = row_of(report)

    paused = expect(before, Wait(reason="citizen", until=NOW + DAY), user=SUPERVISOR, now=NOW)
    resumed = expect(paused, Resume(), user=SUPERVISOR, now=NOW + HOUR)

    assert (
        paused.due_resolve
        == row_of(at_the_hub(report, Wait(reason="citizen", until=NOW + DAY), SUPERVISOR)).due_resolve
    )
    assert before.due_resolve is not None
    assert resumed.due_resolve == before.due_resolve + HOUR
    assert (resumed.state, resumed.waiting) == ("on_scene", None)


def test_a_pause_before_anybody_arrived_ends_as_accepted() -> None:
    row = row_of(a_report(State.WAITING, on_scene=None))

    assert expect(row, Resume(), user=SUPERVISOR, now=NOW).state == "accepted"


def test_targets_stay_until_the_hub_tells_better() -> None:
    row = row_of(a_report(State.QUEUED))

    seen = expect(row, Prioritise(priority=Priority.P1, reason="new_facts"), user=SUPERVISOR, now=NOW)

    assert (seen.due_first, seen.due_resolve) == (row.due_first, row.due_resolve)


def test_acknowledging_ends_its_own_deadline_and_tells_no_other() -> None:
    seen = expect(row_of(a_report()), Acknowledge(), user=SUPERVISOR, now=NOW)

    assert (seen.due_acknowledge, seen.due_resolve) == (None, None)


def test_what_does_not_move_a_step_leaves_its_deadline() -> None:
    for state in (State.RECEIVED, State.ASSIGNED, State.RESOLVED):
        row = row_of(a_report(state))
        seen = expect(row, Escalate(level=1, reason="media"), user=SUPERVISOR, now=NOW)
        assert replace(seen, escalation=0) == row


def test_a_confirmed_request_is_no_longer_pending_and_the_rest_is_the_hubs_to_tell() -> None:
    row = row_of(a_report(State.QUEUED, pending=Pending("close", "u-budi", NOW, "test", Outcome.UNFOUNDED)))

    assert expect(row, Confirm(), user=SUPERVISOR, now=NOW) == replace(row, pending=None)


@pytest.mark.parametrize(
    "command",
    [Open(label="banjir", text="air naik"), Undo(of="d-1.7"), MemberOn(member="m-31"), MemberOff(member="m-31")],
)
def test_what_is_not_about_this_row_leaves_it(command: Command) -> None:
    row = row_of(a_report())

    assert expect(row, command, user=SUPERVISOR, now=NOW) is row


@pytest.mark.parametrize(
    ("row", "command"),
    [
        pytest.param(row_of(a_report()), Verify(), id="not in this state"),
        pytest.param(row_of(a_report(squad=None, label="lainnya")), Acknowledge(), id="no squad to give it"),
        pytest.param(row_of(a_report(squad=None, label="lainnya")), Assign(members=("m-31",)), id="no members to take"),
    ],
)
def test_what_the_hub_will_refuse_changes_nothing(row: ReportRow, command: Command) -> None:
    assert expect(row, command, user=SUPERVISOR, now=NOW) is row


def test_a_dispatcher_only_asks_for_a_long_pause() -> None:
    row = row_of(a_report(State.ON_SCENE), a_dispatcher())

    seen = expect(row, Wait(reason="material", until=NOW + 10 * DAY), user=a_dispatcher(), now=NOW)

    assert (seen.state, seen.pending) == ("on_scene", "pause")
