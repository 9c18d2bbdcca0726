"""The rows are the fold of the log, byte for byte, and whatever is tampered with is found."""

import sqlite3
from functools import partial

import pytest

from services.domain.commands import (
    Accept,
    Acknowledge,
    Arrive,
    Assign,
    Close,
    Command,
    Escalate,
    Evidence,
    HandBack,
    MemberOn,
    Note,
    Open,
    Prioritise,
    Reopen,
    Resolve,
    Undo,
    Verify,
    Wait,
)
from services.domain.events import DutyBegan, DutyEnded, Event
from services.domain.people import User
from services.domain.report import Outcome, Priority, State
from services.domain.rules import apply_duty, decide
from services.domain.squads import Squad
from services.domain.undoing import done_of
from services.store.database import Store
from services.store.engine import FILE
from services.store.rebuild import differences
from services.store.transaction import Transaction
from tests.builders import HENDRO, MEMBERS, NOW, SARI, a_dispatcher, a_member, a_room, a_supervisor
from tests.services.store.samples import DESK, do, opened_nth, write, writing

EVIDENCE = (Evidence("visit_note", words="selesai"),)
LIFE: list[tuple[Command, str]] = [
    (Open(label="jalan_rusak", text="Lubang di depan pasar", channel="phone"), SARI),
    (Acknowledge(), SARI),
    (Assign(members=("m-31",)), SARI),
    (Undo(of=f"{DESK}.3"), SARI),
    (Assign(members=("m-31", "m-32")), SARI),
    (Accept(member="m-31", via="radio", words="siap"), SARI),
    (Arrive(member="m-31", via="radio"), SARI),
    (Wait(reason="material", until=NOW + 3_600_000), SARI),
    (HandBack(reason="no_access"), SARI),
    (Assign(members=("m-31",)), SARI),
    (Prioritise(priority=Priority.P2, reason="new_facts"), SARI),
    (Escalate(level=1, reason="late"), SARI),
    (Note(text="Sudah ditelepon."), SARI),
    (Arrive(member="m-31"), SARI),
    (Resolve(evidence=EVIDENCE), SARI),
    (Verify(), HENDRO),
    (Reopen(reason="problem_back"), HENDRO),
    (Close(outcome=Outcome.CANCELLED, reason="citizen_withdrew"), SARI),
]


def carry_out(transaction: Transaction, command: Command, *, actor: User, key: str) -> None:
    """Carry a command out as the hub does: decide, append, fold."""
    report = None if isinstance(command, Open | MemberOn) else transaction.load_report("r-1")

    def story(about: str) -> list[tuple[str, Event]]:
        return [
            (txn, event) for _, txn, event in transaction.history(about) if not isinstance(event, DutyBegan | DutyEnded)
        ]

    members = {member.id: member for member in (*MEMBERS, *transaction.members())}
    room = a_room(
        members=members.values(),
        fresh_id="r-1",
        find=transaction.load_report,
        done=lambda of: done_of(of, [logged.event for logged in transaction.history("r-1") if logged.txn == of], story),
    )
    for event in decide(report, command, actor=actor, now=NOW, room=room):
        if isinstance(event, DutyBegan | DutyEnded):
            member = transaction.member(event.report)
            assert member is not None
            transaction.append([event], txn=key, at=NOW)
            transaction.save_member(apply_duty(member, event))
        else:
            write(transaction, event, txn=key)


@pytest.fixture
def lived(store: Store) -> Store:
    """A store with a report that went through nearly every state, one that only came in, and a member on duty."""
    people = {SARI: a_dispatcher(), HENDRO: a_supervisor()}
    do(store, lambda transaction: transaction.save_member(a_member("m-11", Squad.PINK, on=False, on_since=None)))
    for n, (command, who) in enumerate(LIFE, start=1):
        do(store, partial(carry_out, command=command, actor=people[who], key=f"{DESK}.{n}"))
    do(store, partial(carry_out, command=MemberOn(member="m-11"), actor=people[SARI], key=f"{DESK}.99"))
    do(store, writing(opened_nth(2)))
    return store


def found(store: Store) -> list[str]:
    with store.read() as reader:
        return list(differences(reader))


def test_the_rows_of_a_whole_life_are_the_fold_of_its_events(lived: Store) -> None:
    assert found(lived) == []
    with lived.read() as reader:
        report = reader.load_report("r-1")
        assert report is not None
        assert (report.state, report.episode, report.version) == (State.CLOSED, 2, len(reader.history("r-1")))


def test_an_empty_log_has_nothing_to_say(store: Store) -> None:
    assert found(store) == []


@pytest.mark.parametrize(
    ("tampering", "finding"),
    [
        ("UPDATE report SET body = replace(body, 'Lubang', 'lubang') WHERE id = 'r-1'", "report r-1: body is not what"),
        ("UPDATE report SET state = 'received' WHERE id = 'r-1'", "report r-1: state is not what"),
        ("UPDATE report SET seq = seq + 1 WHERE id = 'r-0002'", "report r-0002: seq is not what"),
        ("UPDATE report SET members = 'm-12' WHERE id = 'r-1'", "report r-1: members is not what"),
        ("DELETE FROM report WHERE id = 'r-0002'", "report r-0002: it has events and no row"),
        ("UPDATE report SET id = 'r-3' WHERE id = 'r-0002'", "report r-0002: it has events and no row"),
        ("DELETE FROM event WHERE report = 'r-0002'", "1 reports have no event"),
        ("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)", "log: "),
        ("UPDATE event SET at = at - 1 WHERE seq = 5", "log: event 5 is earlier than the one before"),
        ("UPDATE log_head SET seq = seq + 1", "log: "),
        ("UPDATE member SET body = replace(body, '\"on\":true', '\"on\":false')", "member m-11: his duty is not what"),
        ("DELETE FROM member", "member m-11: he has events and no row"),
    ],
)
def test_what_was_tampered_with_is_found(lived: Store, tampering: str, finding: str) -> None:
    lived.close()
    with sqlite3.connect(lived.folder / FILE) as database:
        assert database.execute(tampering).rowcount > 0
    database.close()

    again = Store.open(lived.folder, clock=lived.clock)
    try:
        assert [line for line in found(again) if line.startswith(finding)]
    finally:
        again.close()
