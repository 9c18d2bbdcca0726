"""Undo: within ten seconds, by whoever did it, untouched by others since."""

from dataclasses import fields, replace

import pytest

from services.domain.commands import (
    Acknowledge,
    Assign,
    Close,
    Command,
    HandBack,
    Note,
    Open,
    Prioritise,
    Relabel,
    TakeClaim,
    Undo,
)
from services.domain.decide_merging import before_merge
from services.domain.events import Absorbed, Breached, DutyBegan, DutyEnded, Event, Noted, Undone
from services.domain.people import HUB, Role, User
from services.domain.refusals import BadState, Conflict, Denied, NotFound
from services.domain.report import Outcome, Priority, Report, State
from services.domain.room import Done
from services.domain.rows import ReportRow
from services.domain.rules import decide, fold
from services.domain.undoing import done_of
from tests.builders import (
    BUDI,
    NOW,
    REPORT,
    SARI,
    a_dispatcher,
    a_regent,
    a_room,
    a_supervisor,
    a_user,
    an_opened,
)

SECOND = 1_000
TWIN = "r-other"
ROW = tuple(field.name for field in fields(ReportRow))


class Desk:
    """A log of a few reports, to which commands are given under keys."""

    def __init__(self) -> None:
        self.log: list[tuple[str, Event]] = [
            ("d-0.1", an_opened()),
            ("d-0.2", an_opened(report=TWIN, number="0TH3R-0")),
        ]

    def history(self, report: str) -> list[tuple[str, Event]]:
        """Everything about a report so far."""
        return [(key, event) for key, event in self.log if event.report == report]

    def report(self, report: str = REPORT) -> Report:
        """The report as it is now."""
        return fold(event for _, event in self.history(report))

    def done(self, of: str) -> Done | None:
        """A command of the past."""
        return done_of(of, [event for key, event in self.log if key == of], self.history)

    def give(self, key: str, command: Command, *, actor: User | None = None, now: int = NOW) -> None:
        """Carry out a command as the hub does."""
        room = a_room(
            self.report(),
            self.report(TWIN),
            done=self.done,
            fresh_id="r-third",
            before_merge=lambda report: before_merge([event for _, event in self.history(report)]),
        )
        for event in decide(self.report(), command, actor=actor or a_dispatcher(), now=now, room=room):
            assert not isinstance(event, DutyBegan | DutyEnded)
            self.log.append((key, event))

    def write(self, event: Event) -> None:
        """Something else that happened."""
        self.log.append(("", event))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_report_is_as_it_was_but_for_its_version(desk: Desk) -> None:
    before = desk.report()
    desk.give("d.1", Assign(members=("m-31",)))
    desk.give("d.2", Undo(of="d.1"), now=NOW + 10 * SECOND)
    report = desk.report()
    assert report.state is State.RECEIVED
    assert report == replace(before, version=before.version + 3)


def test_later_than_ten_seconds_is_too_late(desk: Desk) -> None:
    desk.give("d.1", Acknowledge())
    with pytest.raises(Conflict):
        desk.give("d.2", Undo(of="d.1"), now=NOW + 10 * SECOND + 1)


def test_only_by_whoever_did_it(desk: Desk) -> None:
    desk.give("d.1", Acknowledge())
    for actor in (a_dispatcher(BUDI), a_supervisor()):
        with pytest.raises(Denied):
            desk.give("b.1", Undo(of="d.1"), actor=actor)


@pytest.mark.parametrize("actor", [a_user("u-wall", Role.WALL), HUB])
def test_not_by_who_commands_nothing(desk: Desk, actor: User) -> None:
    with pytest.raises(Denied):
        desk.give("w.1", Undo(of="d.1"), actor=actor)


def test_a_regent_undoes_his_own(desk: Desk) -> None:
    desk.give("r.1", Note(text="Saya lihat sendiri."), actor=a_regent())
    desk.give("r.2", Undo(of="r.1"), actor=a_regent())
    assert isinstance(desk.log[-1][1], Undone)


def test_not_after_somebody_else_touched_it(desk: Desk) -> None:
    desk.give("d.1", Prioritise(priority=Priority.P2, reason="new_facts"))
    desk.give("h.1", Note(text="Saya lihat."), actor=a_supervisor(), now=NOW + SECOND)
    desk.give("b.1", Relabel(label="banjir", reason="new_facts"), actor=a_dispatcher(BUDI), now=NOW + 2 * SECOND)
    desk.give("d.2", Note(text="Baik."), now=NOW + 3 * SECOND)
    with pytest.raises(Conflict) as refused:
        desk.give("d.3", Undo(of="d.1"), now=NOW + 4 * SECOND)
    assert (refused.value.by, refused.value.changed_at) == ("Budi", NOW + 2 * SECOND)
    assert refused.value.report == REPORT
    assert {"label", "priority"} <= set(refused.value.changed) < set(ROW)
    assert "state" not in refused.value.changed


def test_when_it_is_too_late_the_conflict_names_what_would_have_been_put_back(desk: Desk) -> None:
    desk.give("d.1", Prioritise(priority=Priority.P2, reason="new_facts"))
    with pytest.raises(Conflict) as refused:
        desk.give("d.2", Undo(of="d.1"), now=NOW + 11 * SECOND)
    assert (refused.value.by, refused.value.changed_at, refused.value.report) == ("Sari", NOW, REPORT)
    assert "priority" in refused.value.changed


def test_of_a_merge_the_conflict_is_about_the_report_that_was_touched(desk: Desk) -> None:
    desk.give("d.1", Close(outcome=Outcome.DUPLICATE, reason="duplicate", into=TWIN))
    desk.write(Noted(report=TWIN, at=NOW + SECOND, by=BUDI, name="Budi", text="Lihat."))
    with pytest.raises(Conflict) as refused:
        desk.give("d.2", Undo(of="d.1"), now=NOW + 2 * SECOND)
    assert (refused.value.report, refused.value.changed) == (TWIN, ("duplicates",))


def test_a_covert_report_merged_in_stands_in_nobodys_way_who_may_not_know_of_it(desk: Desk) -> None:
    desk.give("d.1", Acknowledge())
    desk.write(Absorbed(report=REPORT, at=NOW + SECOND, by="u-rina", name="Rina", duplicate="r-C0V3RT", hidden=True))
    desk.give("d.2", Undo(of="d.1"), now=NOW + 2 * SECOND)
    report = desk.report()
    assert (report.state, report.duplicates, report.hidden_links) == (State.RECEIVED, ("r-C0V3RT",), ("r-C0V3RT",))
    with pytest.raises(BadState):
        desk.give("d.3", Undo(of="d.1"), now=NOW + 3 * SECOND)


def test_what_was_made_covert_since_is_not_found(desk: Desk) -> None:
    desk.give("d.1", Acknowledge())
    room = a_room(replace(desk.report(), covert=True), done=desk.done)
    with pytest.raises(NotFound):
        decide(None, Undo(of="d.1"), actor=a_dispatcher(), now=NOW, room=room)


def test_what_the_hub_wrote_does_not_stand_in_its_way_and_a_breach_stays(desk: Desk) -> None:
    desk.give("d.1", Acknowledge())
    desk.write(Breached(report=REPORT, at=NOW + SECOND, by=HUB.id, measure="first_action"))
    desk.give("d.2", Undo(of="d.1"), now=NOW + 2 * SECOND)
    assert (desk.report().state, desk.report().breached) == (State.RECEIVED, ("first_action",))


def test_what_one_did_oneself_since_falls_with_it(desk: Desk) -> None:
    desk.give("d.1", Acknowledge())
    desk.give("d.2", Prioritise(priority=Priority.P1, reason="new_facts"))
    desk.give("d.3", Undo(of="d.1"))
    assert (desk.report().state, desk.report().priority) == (State.RECEIVED, Priority.P3)
    with pytest.raises(BadState):
        desk.give("d.4", Undo(of="d.2"))


def test_one_after_the_other(desk: Desk) -> None:
    desk.give("d.1", Acknowledge())
    desk.give("d.2", Prioritise(priority=Priority.P1, reason="new_facts"))
    desk.give("d.3", Undo(of="d.2"))
    assert (desk.report().state, desk.report().priority) == (State.QUEUED, Priority.P3)
    desk.give("d.4", Undo(of="d.1"))
    assert desk.report().state is State.RECEIVED


def test_an_undone_act_counts_nowhere(desk: Desk) -> None:
    desk.give("d.1", Assign(members=("m-31",)))
    desk.give("d.2", HandBack(reason="no_access"))
    assert desk.report().handoffs == 1
    desk.give("d.3", Undo(of="d.2"))
    assert (desk.report().handoffs, desk.report().state) == (0, State.ASSIGNED)


def test_a_lease_comes_back_as_it_was(desk: Desk) -> None:
    desk.give("b.1", TakeClaim(), actor=a_dispatcher(BUDI))
    desk.give("d.1", TakeClaim(), now=NOW + SECOND)
    desk.give("d.2", Undo(of="d.1"), now=NOW + 2 * SECOND)
    claim = desk.report().claim
    assert claim
    assert claim.user == BUDI


def test_a_merge_is_undone_on_both_sides(desk: Desk) -> None:
    desk.give("d.1", Close(outcome=Outcome.DUPLICATE, reason="duplicate", into=TWIN))
    assert desk.report(TWIN).duplicates == (REPORT,)
    desk.give("d.2", Undo(of="d.1"))
    assert (desk.report().state, desk.report().merged_into) == (State.RECEIVED, None)
    assert desk.report(TWIN).duplicates == ()


def test_not_after_another_report_was_tied_to_it(desk: Desk) -> None:
    desk.give("d.1", Prioritise(priority=Priority.P1, reason="new_facts"))
    desk.give("d.2", Close(outcome=Outcome.DUPLICATE, reason="duplicate", into=TWIN))
    with pytest.raises(Conflict):
        desk.give("d.3", Undo(of="d.1"))


def test_neither_an_opening_nor_an_undo_nor_a_duty_is_undone(desk: Desk) -> None:
    desk.give("d.1", Open(label="banjir", text="Air"))
    desk.give("d.2", Acknowledge())
    desk.give("d.3", Undo(of="d.2"))
    for key in ("d.1", "d.3"):
        with pytest.raises(BadState):
            desk.give("d.4", Undo(of=key))
        with pytest.raises(NotFound):  # it might be about a report nobody else may know of
            desk.give("b.1", Undo(of=key), actor=a_dispatcher(BUDI))
    duty = done_of("d.5", [DutyBegan(report="m-31", at=NOW, by=SARI)], desk.history)
    with pytest.raises(BadState):
        decide(None, Undo(of="d.5"), actor=a_dispatcher(), now=NOW, room=a_room(done=lambda _: duty))


def test_the_same_command_is_undone_once(desk: Desk) -> None:
    desk.give("d.1", Acknowledge())
    desk.give("d.2", Undo(of="d.1"))
    with pytest.raises(BadState):
        desk.give("d.3", Undo(of="d.1"))


def test_an_unknown_key_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.give("d.1", Undo(of="d.77"))


def test_what_one_no_longer_sees_is_not_found(desk: Desk) -> None:
    desk.give("d.1", Acknowledge())
    with pytest.raises(NotFound):
        desk.give("d.2", Undo(of="d.1"), actor=a_dispatcher(squads=[]))
