"""The law of the feed: for every event and every role the changed board is the fresh one.

Here the changes are made from nothing but the reports an event names, as the hub makes them: whatever an event did to
the row of another report would be missing, and the boards would differ.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.domain import events as e
from services.domain.access import Load, label_row, on_board, project, project_alarms, project_member, projection_of
from services.domain.alarm_events import AlarmSeen, AlarmShelved, NotAccepted
from services.domain.alarms import LAPSED
from services.domain.board import Board, Delete, Op, Put
from services.domain.case import mark
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
    Note,
    Prioritise,
    Reassign,
    Refuse,
    Relabel,
    Release,
    Reopen,
    Resolve,
    Resume,
    TakeClaim,
    Verify,
    Wait,
)
from services.domain.happening import Happening
from services.domain.link_events import Parted, Suspected, Unmerged
from services.domain.people import Member, Role, User
from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.refusals import CommandRefused
from services.domain.replied import Replied
from services.domain.report import Alarm, Millis, Outcome, Pending, Priority, Report, State
from services.domain.rows import Row
from services.domain.rules import apply, apply_duty, decide
from services.domain.squads import Squad
from services.domain.timers import due_events
from tests.builders import (
    BUDI,
    HENDRO,
    MEMBERS,
    NOW,
    SARI,
    a_claim,
    a_covert_report,
    a_dispatcher,
    a_policy,
    a_regent,
    a_report,
    a_room,
    a_supervisor,
    a_user,
    an_intake,
    an_opened,
)

POLICY = a_policy()
VIEWERS: Mapping[str, User] = {
    "dispatcher": a_dispatcher(BUDI),
    "of orange": a_dispatcher(BUDI, squads=[Squad.ORANGE]),
    "of blue": a_dispatcher(BUDI, squads=[Squad.BLUE]),
    "supervisor": a_supervisor("u-tri"),
    "cleared": a_dispatcher(SARI, cleared=True),
    "cleared, on no list": a_supervisor("u-tri", cleared=True),
    "regent": a_regent(),
    "intake": an_intake(),
    "wall": a_user("u-wall", Role.WALL),
    "auditor": a_user("u-audit", Role.AUDITOR),
}
UNCLEARED = [viewer for viewer in VIEWERS.values() if not viewer.cleared]

Reports = Mapping[str, Report]
Members = Mapping[str, Member]


def a_rev(row: Row, viewer: User) -> str:
    """Like the hub's: the same for one projection and one state of the row."""
    return sha256(f"{projection_of(viewer)} {row!r}".encode()).hexdigest()[:12]


def a_put(kind: str, id_: str, row: Row | None, viewer: User) -> list[Op]:
    return [] if row is None else [Put(kind, id_, a_rev(row, viewer), row)]


def report_put(report: Report | None, viewer: User) -> list[Op]:
    if report is None or not on_board(viewer, report):
        return []
    return a_put("report", report.id, project(report, viewer, POLICY), viewer)


def alarm_puts(report: Report | None, viewer: User) -> list[Op]:
    rows = {} if report is None else project_alarms(report, viewer)
    return [put for id_, row in rows.items() for put in a_put("alarm", id_, row, viewer)]


def member_put(member: Member, viewer: User) -> list[Op]:
    return a_put("member", member.id, project_member(member, Load(), viewer), viewer)


def fresh_board(reports: Reports, members: Members, viewer: User) -> Board:
    """What a snapshot would bring."""
    ops = [put for report in reports.values() for put in report_put(report, viewer)]
    ops += [put for report in reports.values() for put in alarm_puts(report, viewer)]
    ops += [put for member in members.values() for put in member_put(member, viewer)]
    ops += [
        put
        for key, label in POLICY.labels.items()
        for put in a_put("label", key, label_row(label, POLICY, viewer), viewer)
    ]
    board = Board()
    board.apply(ops)
    return board


def delta(old: Reports, new: Reports, *, touched: Iterable[str], viewer: User) -> list[Op]:
    """What the hub would send this viewer about the reports some events named."""
    ops: list[Op] = []
    for id_ in touched:
        before, after = report_put(old.get(id_), viewer), report_put(new.get(id_), viewer)
        if after != before:
            ops += after or [Delete("report", id_)]
        had, has = alarm_puts(old.get(id_), viewer), alarm_puts(new.get(id_), viewer)
        ops += [put for put in has if put not in had]
        ops += [Delete("alarm", put.id) for put in had if put.id not in {one.id for one in has}]
    return ops


def assert_law(old: Reports, new: Reports, *, touched: Iterable[str]) -> dict[str, int]:
    """Change every role's board and compare; return how many changes each was told of."""
    told = {}
    for name, viewer in VIEWERS.items():
        board = fresh_board(old, {}, viewer)
        there = set(board.entries("report")) | set(board.entries("alarm"))
        board.digest()
        ops = delta(old, new, touched=touched, viewer=viewer)
        board.apply(ops)

        fresh = fresh_board(new, {}, viewer)
        assert board == fresh, name
        assert board.digest() == fresh.digest(), name
        assert {op.id for op in ops if isinstance(op, Delete)} <= there, name
        told[name] = len(ops)
    return told


# --- every event ----------------------------------------------------------------------------------------------------

MARK = mark(a_report().id, VIEWERS["cleared"], NOW)
QUEUED, ASSIGNED, ON_SCENE = a_report(State.QUEUED), a_report(State.ASSIGNED), a_report(State.ON_SCENE)
ASKED = replace(QUEUED, pending=Pending("close", SARI, NOW, "no_problem_found", Outcome.UNFOUNDED))
CLAIMED = replace(QUEUED, claim=a_claim(VIEWERS["dispatcher"]))
ALARMED = replace(QUEUED, alarms=(Alarm(LAPSED, NOW, "Budi"),))
CLOSED, RESOLVED, WAITING = a_report(State.CLOSED), a_report(State.RESOLVED), a_report(State.WAITING)

HAPPENINGS: list[tuple[Report | None, e.Event]] = [
    (None, an_opened()),
    (a_report(), e.Acknowledged(**MARK, squad="blue", label="balap_liar", priority="P2", until=NOW + MINUTE)),
    (QUEUED, e.Routed(**MARK, squad="blue", reason="wrong_squad")),
    (QUEUED, e.Assigned(**MARK, members=("m-31",))),
    (ASSIGNED, e.Accepted(**MARK, member="m-31", via="radio")),
    (ASSIGNED, e.Arrived(**MARK, member="m-31")),
    (ON_SCENE, e.WaitingBegan(**MARK, reason="citizen", until=NOW + DAY)),
    (WAITING, e.Resumed(**MARK)),
    (ON_SCENE, e.Resolved(**MARK, kinds=("photo",))),
    (RESOLVED, e.Verified(**MARK)),
    (RESOLVED, e.Refused(**MARK, reason="no_evidence")),
    (ON_SCENE, e.HandedBack(**MARK, reason="no_access")),
    (QUEUED, e.Escalated(**MARK, level=1, reason="media")),
    (QUEUED, e.Closed(**MARK, outcome="cancelled", reason="test")),
    (ASKED, e.Confirmed(**MARK)),
    (ASKED, e.Declined(**MARK, reason="not_solved")),
    (CLOSED, e.Reopened(**MARK, reason="problem_back")),
    (QUEUED, e.Prioritised(**MARK, priority="P1", reason="new_facts")),
    (QUEUED, e.Relabelled(**MARK, label="banjir", reason="new_facts")),
    (QUEUED, e.Merged(**MARK, into="r-0TH3R")),
    (QUEUED, e.Absorbed(**MARK, duplicate="r-0TH3R", photos=("p-1",))),
    (replace(CLOSED, merged_into="r-0TH3R"), Unmerged(**MARK, into="r-0TH3R", before=WAITING)),
    (replace(QUEUED, duplicates=("r-0TH3R",)), Parted(**MARK, duplicate="r-0TH3R")),
    (QUEUED, Suspected(**MARK, added=("r-0TH3R",))),
    (QUEUED, Replied(**MARK, text="petugas berangkat")),
    (QUEUED, e.Noted(**MARK, text="sudah ditelepon")),
    (QUEUED, e.Claimed(**MARK, until=NOW + HOUR)),
    (CLAIMED, e.Released(**MARK)),
    (CLAIMED, e.Lapsed(**MARK, holder=BUDI)),
    (QUEUED, e.Breached(**MARK, measure="first_action")),
    (QUEUED, e.Expired(**MARK, step="late_100")),
    (CLOSED, e.Retired(**MARK)),
    (ASSIGNED, e.Undone(**MARK, of="d-1.7", before=QUEUED)),
    (ASSIGNED, NotAccepted(**MARK)),
    (ALARMED, AlarmSeen(**MARK, about=LAPSED, raised=NOW)),
    (ALARMED, AlarmShelved(**MARK, about=LAPSED, raised=NOW, until=NOW + HOUR, reason="in_hand")),
]
UNSEEN: set[type[Happening]] = {e.Noted, e.Expired, Replied}
"""Events that leave every row as it was."""
ALARMING: set[type[Happening]] = {e.Lapsed, e.Breached}
"""Events that change two rows: the report's and an alarm's."""
OTHERS = {one.id: one for one in (a_report(State.ON_SCENE, id="r-0TH3R"), a_covert_report(State.QUEUED))}


def test_no_event_is_forgotten_here() -> None:
    assert {type(event) for _, event in HAPPENINGS} == set(get_args(e.Event))


@pytest.mark.parametrize(("before", "event"), HAPPENINGS, ids=[type(event).__name__ for _, event in HAPPENINGS])
def test_after_every_event_every_roles_board_is_the_fresh_one(before: Report | None, event: e.Event) -> None:
    old = OTHERS if before is None else {**OTHERS, before.id: before}
    new = {**old, event.report: apply(before, event)}

    told = assert_law(old, new, touched=[event.report])

    changed = 2 if type(event) in ALARMING else int(type(event) not in UNSEEN)
    assert told["supervisor"] == told["regent"] == changed
    assert told["intake"] == told["wall"] == told["auditor"] == 0


@pytest.mark.parametrize(("before", "event"), HAPPENINGS, ids=[type(event).__name__ for _, event in HAPPENINGS])
def test_of_a_covert_report_only_its_access_list_is_told(before: Report | None, event: e.Event) -> None:
    covert: dict[str, Any] = {
        "squad": Squad.SHADOW,
        "label": "pungli",
        "covert": True,
        "access": frozenset({SARI, HENDRO}),
    }
    if isinstance(event, e.Opened):
        event = replace(event, squad="shadow", label="pungli", covert=True, access=(SARI, HENDRO))
    elif isinstance(event, e.Undone):
        event = replace(event, before=replace(event.before, **covert))
    elif isinstance(event, e.Acknowledged | e.Routed):
        event = replace(event, squad="shadow")
    hidden = None if before is None else replace(before, **covert)
    old = OTHERS if hidden is None else {**OTHERS, hidden.id: hidden}

    told = assert_law(old, {**old, event.report: apply(hidden, event)}, touched=[event.report])

    assert {name for name, ops in told.items() if ops} <= {"cleared"}


def test_a_report_that_leaves_a_squad_is_deleted_for_the_limited_and_comes_to_the_others() -> None:
    moved = replace(QUEUED, squad=Squad.BLUE)
    deltas = {
        name: delta({QUEUED.id: QUEUED}, {moved.id: moved}, touched=[moved.id], viewer=VIEWERS[name])
        for name in ("of orange", "of blue", "dispatcher")
    }

    assert deltas["of orange"] == [Delete("report", moved.id)]
    assert deltas["of blue"] == deltas["dispatcher"]
    assert isinstance(deltas["of blue"][0], Put)


def test_a_report_an_event_forgets_to_name_breaks_the_law() -> None:
    """The planted fault: one half of a merge is not told."""
    target = a_report(State.QUEUED, id="r-0TH3R")
    old = {QUEUED.id: QUEUED, target.id: target}
    merged = e.Merged(**MARK, into=target.id)
    absorbed = e.Absorbed(**mark(target.id, VIEWERS["cleared"], NOW), duplicate=QUEUED.id)
    new = {QUEUED.id: apply(QUEUED, merged), target.id: apply(target, absorbed)}

    assert_law(old, new, touched=[QUEUED.id, target.id])
    with pytest.raises(AssertionError):
        assert_law(old, new, touched=[QUEUED.id])


@pytest.mark.parametrize("squad", list(Squad))
def test_a_members_duty_is_told_to_who_sees_him(squad: Squad) -> None:
    member = next(one for one in MEMBERS if one.squad is squad)
    after = apply_duty(member, e.DutyEnded(report=member.id, at=NOW, by=SARI))
    for viewer in VIEWERS.values():
        board = fresh_board({}, {member.id: member}, viewer)
        board.apply(member_put(after, viewer))
        assert board == fresh_board({}, {member.id: after}, viewer)


# --- whole stories --------------------------------------------------------------------------------------------------

COMMANDS: tuple[Command, ...] = (
    Acknowledge(),
    Assign(members=("m-31",)),
    Assign(members=("m-71",)),
    Reassign(reason="wrong_squad", squad=Squad.BLUE),
    Reassign(reason="wrong_squad", squad=Squad.ORANGE, members=("m-32",)),
    Accept(member="m-31"),
    Arrive(member="m-31"),
    Arrive(member="m-71"),
    Wait(reason="citizen", until=NOW + DAY),
    Wait(reason="material", until=NOW + 9 * DAY),
    Resume(),
    Resolve(evidence=(Evidence("photo", "p-1"),)),
    Verify(),
    Refuse(reason="no_evidence"),
    HandBack(reason="no_access"),
    Escalate(level=2, reason="danger"),
    Close(outcome=Outcome.CANCELLED, reason="test"),
    Close(outcome=Outcome.UNFOUNDED, reason="no_problem_found"),
    Close(outcome=Outcome.DUPLICATE, reason="duplicate", into="r-A"),
    Close(outcome=Outcome.DUPLICATE, reason="duplicate", into="r-C"),
    Confirm(),
    Decline(reason="not_solved"),
    Reopen(reason="problem_back"),
    Prioritise(priority=Priority.P1, reason="new_facts"),
    Relabel(label="banjir", reason="new_facts"),
    Note(text="sudah ditelepon"),
    TakeClaim(),
    Release(),
    MemberOff(member="m-31"),
)
ACTORS = (a_dispatcher(SARI, cleared=True), a_supervisor(HENDRO, cleared=True), VIEWERS["of blue"])
START: Reports = {
    "r-A": a_report(id="r-A"),
    "r-B": a_report(State.ASSIGNED, id="r-B"),
    "r-C": a_covert_report(id="r-C"),
}

steps = st.lists(
    st.tuples(
        st.sampled_from(sorted(START)),
        st.sampled_from(COMMANDS),
        st.sampled_from(ACTORS),
        st.sampled_from([1, MINUTE, HOUR, DAY]),
    ),
    max_size=25,
)


def happened(report: Report, command: Command, *, actor: User, now: Millis, reports: Reports) -> list[e.Event]:
    """What the hub wrote by itself until now and then what the command did, if it was not refused."""
    events = list(due_events(report, now=now, policy=POLICY, up_since=0, down_since=None))
    for event in events:
        report = apply(report, event)
    room = replace(a_room(), find={**reports, report.id: report}.get)
    try:
        done = decide(report, command, actor=actor, now=now, room=room)
    except CommandRefused:
        return events
    return events + [event for event in done if not isinstance(event, e.MemberEvent)]


@given(steps)
@settings(max_examples=60)
def test_through_any_story_every_roles_board_stays_the_fresh_one(
    story: list[tuple[str, Command, User, Millis]],
) -> None:
    reports, now = dict(START), NOW
    boards = {name: fresh_board(reports, {}, viewer) for name, viewer in VIEWERS.items()}
    for id_, command, actor, later in story:
        now += later
        old = dict(reports)
        events = happened(reports[id_], command, actor=actor, now=now, reports=reports)
        for event in events:
            reports[event.report] = apply(reports[event.report], event)
        for name, board in boards.items():
            touched = dict.fromkeys(event.report for event in events)
            board.apply(delta(old, reports, touched=touched, viewer=VIEWERS[name]))

    for name, board in boards.items():
        fresh = fresh_board(reports, {}, VIEWERS[name])
        assert board == fresh, name
        assert board.digest() == fresh.digest(), name


@given(steps)
@settings(max_examples=60)
def test_no_board_of_the_uncleared_depends_on_what_happens_to_a_covert_report(
    story: list[tuple[str, Command, User, Millis]],
) -> None:
    story = [step for step in story if not (isinstance(step[1], Close) and step[1].into == "r-C")]
    with_covert, without = dict(START), {id_: START[id_] for id_ in ("r-A", "r-B")}
    now = NOW
    for id_, command, actor, later in story:
        now += later
        for reports in (with_covert, without):
            if id_ in reports:
                for event in happened(reports[id_], command, actor=actor, now=now, reports=reports):
                    reports[event.report] = apply(reports[event.report], event)

    for viewer in UNCLEARED:
        assert fresh_board(with_covert, {}, viewer) == fresh_board(without, {}, viewer)
