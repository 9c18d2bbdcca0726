"""Every command in every state by everybody, against TABLES.md section 1 as it is written."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from services.domain.commands import (
    NAME_OF,
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
    Merge,
    Note,
    Prioritise,
    Reassign,
    Refuse,
    Relabel,
    Release,
    Reopen,
    Reply,
    Resolve,
    Resume,
    TakeClaim,
    Unmerge,
    Verify,
    Wait,
)
from services.domain.events import DutyBegan, DutyEnded
from services.domain.people import HUB, Role, User
from services.domain.policy import HOUR
from services.domain.refusals import BadState, CommandRefused
from services.domain.report import Outcome, Pending, Priority, Report, State
from services.domain.rules import apply, decide
from services.domain.squads import Squad
from services.domain.table import STATES, allowed
from tests.builders import (
    BUDI,
    NOW,
    a_claim,
    a_dispatcher,
    a_regent,
    a_report,
    a_room,
    a_supervisor,
    a_user,
    an_intake,
)

TABLE = """
| `acknowledge` | D S | Qu | = if unclaimed | · | · | · | · | · | · | takes the claim; a null squad must be filled |
| `assign` | D S | As | As | · | · | · | · | · | · | from Re it implies `acknowledge` (two events, one commit); … |
| `reassign` squad only | D S | = | = | Qu | Qu | Qu | Qu | · | · | any public squad; a hand-off, except from Re; … |
| `reassign` members | D S | As | As | As | As | As | As | · | · | |
| `accept` | D S | · | · | Ac | · | · | · | · | · | on behalf: `via` and `words` kept |
| `arrive` | D S | · | · | On | On | · | · | · | · | implies `accept`; for office work "begun" |
| `wait` up to 72 h | D S | · | · | · | Wa | Wa | · | · | · | for the citizen up to 7 d |
| `wait` over 72 h | D asks, S decides | · | · | · | = `pending:"pause"` | = | · | · | · | counts from the request |
| `resume` | D S H | · | · | · | · | · | back | · | · | H at `until` |
| `resolve` | D S | · | · | · | · | Rs | · | · | · | `evidence` 1–5 items |
| `verify` | D S | · | · | · | · | · | · | Cl `done` | · | not by whoever sent `resolve` |
| `refuse` | D S | · | · | · | · | · | · | Qu | · | counted |
| `hand_back` | D S | · | · | Qu | Qu | Qu | Qu | · | · | a hand-off |
| `escalate` 1, 2 | D S R H | = | = | = | = | = | = | = | · | only upward |
| `escalate` 3 | S R H, D for P1 | = | = | = | = | = | = | = | · | |
| `close` `done` | D S | · | · | · | · | · | · | Cl | · | the same as `verify` |
| `close` `duplicate`, `cancelled` | D S | Cl | Cl | Cl | Cl | Cl | Cl | Cl | · | `duplicate` needs `into`, … |
| `close` `unfounded`, `not_ours` | D S | = `pending:"close"` in every open state | | | | | | | · | clocks run on … |
| `confirm` / `decline` | S, not the asker | where something is pending | | | | | | | | `decline` with a reason |
| `reopen` | D within 24 h of closing, S always | · | · | · | · | · | · | · | Qu | episode n + 1 |
| `prioritise` | D S | = | = | = | = | = | = | = | · | lowering a P1: S |
| `relabel` | D S | = | = | = | = | = | = | · | · | never changes the squad |
| `merge` / `unmerge` | D S | Cl | Cl | Cl | Cl | Cl | Cl | · | back | the target is open; D unmerges within 24 h |
| `note` | D S R | = | = | = | = | = | = | = | = | |
| `reply` | D S | = | = | = | = | = | = | = | = | to the citizen; held 8 s at the hub; … |
| `claim` / `release` | D S | = | = | = | = | = | = | = | · | section 2 |
"""

COMMANDS: dict[str, tuple[Command, ...]] = {
    "`acknowledge`": (Acknowledge(), Acknowledge(priority=Priority.P1)),
    "`assign`": (Assign(members=("m-31", "m-32")),),
    "`reassign` squad only": (Reassign(squad=Squad.BLUE, reason="wrong_squad"),),
    "`reassign` members": (
        Reassign(members=("m-32",), reason="nearer"),
        Reassign(squad=Squad.BLUE, members=("m-41",), reason="wrong_squad"),
    ),
    "`accept`": (Accept(member="m-31"),),
    "`arrive`": (Arrive(member="m-31"),),
    "`wait` up to 72 h": (
        Wait(reason="material", until=NOW + 72 * HOUR),
        Wait(reason="citizen", until=NOW + 7 * 24 * HOUR),
    ),
    "`wait` over 72 h": (Wait(reason="material", until=NOW + 72 * HOUR + 1),),
    "`resume`": (Resume(),),
    "`resolve`": (Resolve(evidence=(Evidence("visit_note", words="Sudah ditambal."),)),),
    "`verify`": (Verify(),),
    "`refuse`": (Refuse(reason="no_evidence"),),
    "`hand_back`": (HandBack(reason="no_access"),),
    "`escalate` 1, 2": (Escalate(level=1, reason="late"), Escalate(level=2, reason="other", note="Ramai.")),
    "`escalate` 3": (Escalate(level=3, reason="danger"),),
    "`close` `done`": (Close(outcome=Outcome.DONE, reason="done"),),
    "`close` `duplicate`, `cancelled`": (
        Close(outcome=Outcome.DUPLICATE, reason="duplicate", into="r-other"),
        Close(outcome=Outcome.CANCELLED, reason="test"),
    ),
    "`close` `unfounded`, `not_ours`": (
        Close(outcome=Outcome.UNFOUNDED, reason="no_problem_found"),
        Close(outcome=Outcome.NOT_OURS, reason="other_authority"),
    ),
    "`confirm` / `decline`": (Confirm(), Decline(reason="no_evidence")),
    "`reopen`": (Reopen(reason="problem_back"),),
    "`prioritise`": (Prioritise(priority=Priority.P1, reason="new_facts"),),
    "`relabel`": (Relabel(label="banjir", reason="wrong_at_intake"),),
    "`merge`": (Merge(into="r-other"),),
    "`unmerge`": (Unmerge(),),
    "`reply`": (Reply(text="Petugas berangkat."),),
    "`note`": (Note(text="Jalan ditutup."),),
    "`claim` / `release`": (TakeClaim(), Release()),
}

ACTORS = {
    "D": a_dispatcher(),
    "S": a_supervisor(),
    "R": a_regent(),
    "I": an_intake(),
    "H": HUB,
    "wall": a_user("u-wall", Role.WALL),
}
SHORT = dict(zip(State, ("Re", "Qu", "As", "Ac", "On", "Wa", "Rs", "Cl"), strict=True))


def rows() -> Iterator[tuple[str, str, dict[State, str]]]:
    """Each row: the command as written, who, and the cell of each state."""
    for line in TABLE.strip().splitlines():
        name, who, *cells = (cell.strip() for cell in line.strip("|").split(" | "))
        if cells[0].startswith("= `pending") and "every" in cells[0]:
            cells = [cells[0].split()[0] + " pending"] * 7 + ["·"]
        if cells[0].startswith("where"):
            cells = ["where something is pending"] * 7 + ["·"]
        if "over 72 h" in name:
            cells = [cell.replace('`pending:"pause"`', "").replace("=", "= pending") for cell in cells]
        if "unmerge" in name:
            yield "`merge`", who, dict(zip(State, [*cells[:7], "·"], strict=True))
            yield "`unmerge`", who, dict(zip(State, ["·"] * 7 + [cells[7]], strict=True))
        else:
            yield name.strip(), who, dict(zip(State, cells, strict=False))


ROWS = [
    pytest.param(command, who, cells, actor, id=f"{NAME_OF[type(command)]}-{n}-{actor}")
    for name, who, cells in rows()
    for n, command in enumerate(COMMANDS[name])
    for actor in ACTORS
]


def starting(command: Command, state: State, actor: User) -> Report:
    """A report in that state, in which the command lacks nothing but the right state."""
    report = a_report(state)
    if isinstance(command, Release):
        return replace(report, claim=a_claim(actor))
    if isinstance(command, Unmerge) and state is State.CLOSED:
        return replace(report, outcome=Outcome.DUPLICATE, merged_into="r-other")
    if isinstance(command, Confirm | Decline) and state is not State.CLOSED:
        return replace(report, pending=Pending("close", BUDI, NOW - HOUR, "other_authority", outcome=Outcome.NOT_OURS))
    return report


def as_given_by(command: Command, actor: User) -> Command:
    """The hub gives the one reason it may."""
    return replace(command, reason="ladder") if actor == HUB and isinstance(command, Escalate) else command


def may(who: str, actor: str, command: Command) -> bool:
    """Read the column `who`; the walk's reports are P3, closed three minutes ago, asked about by somebody else."""
    if isinstance(command, Escalate) and command.level == 3 and actor == "D":
        return False
    return actor in re.findall(r"\b[DSRIH]\b", who)


def expected(command: Command, who: str, cell: str, *, report: Report, actor: str) -> str:
    """What a cell of the table means for this actor: a refusal, or the state it leads to and what is pending then."""
    if actor == "wall":
        return "NotFound"
    if not may(who, actor, command):
        return "Denied"
    if who.startswith("D asks") and actor == "S" and cell != "·":
        return "Wa"  # who decides need not ask
    return "Cl" if isinstance(command, Confirm) and cell != "·" else landing(cell, report)


def landing(cell: str, report: Report) -> str:
    """What a cell says."""
    if cell == "·":
        return "BadState"
    if cell == "back":
        return SHORT[report.waiting.back if report.waiting else State.QUEUED]
    if cell.startswith(("=", "where")):
        return SHORT[report.state] + (" pending" if cell.strip().endswith("= pending") else "")
    return cell[:2]


def found(report: Report, command: Command, *, actor: User) -> str:
    """What the rules make of it, in the same words."""
    other = a_report(State.QUEUED, id="r-other")
    room = a_room(report, other, before_merge=lambda _: a_report(State.QUEUED))
    try:
        events = decide(report, as_given_by(command, actor), actor=actor, now=NOW, room=room)
    except CommandRefused as refused:
        return type(refused).__name__
    after = report
    for event in events:
        assert not isinstance(event, DutyBegan | DutyEnded)
        if event.report == report.id:
            after = apply(after, event)
    return SHORT[after.state] + (" pending" if after.pending else "")


@pytest.mark.parametrize(("command", "who", "cells", "actor"), ROWS)
def test_each_cell_of_the_table_holds(command: Command, who: str, cells: dict[State, str], actor: str) -> None:
    reports = {state: starting(command, state, ACTORS[actor]) for state in State}
    assert {SHORT[state]: found(report, command, actor=ACTORS[actor]) for state, report in reports.items()} == {
        SHORT[state]: expected(command, who, cells[state], report=report, actor=actor)
        for state, report in reports.items()
    }


@pytest.mark.parametrize("actor", ["D", "S"])
def test_a_bad_state_says_what_is_allowed(actor: str) -> None:
    report = a_report(State.ASSIGNED)
    with pytest.raises(BadState) as refused:
        decide(report, Verify(), actor=ACTORS[actor], now=NOW, room=a_room(report))
    assert refused.value.allow == allowed(report, ACTORS[actor], now=NOW)
    assert refused.value.allow == (
        "reassign", "accept", "arrive", "hand_back", "escalate", "close", "prioritise", "relabel",
        "merge", "note", "reply", "claim",
    )  # fmt: skip


def test_the_table_names_every_command_on_a_report() -> None:
    named = {NAME_OF[type(command)] for name, _, _ in rows() for command in COMMANDS[name]}
    assert named == set(STATES)
