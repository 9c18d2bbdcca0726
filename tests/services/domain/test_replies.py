"""A reply writes its time once, may be undone while it is held, and stands unless it was."""

import pytest

from services.domain.commands import Command, Note, Reply, Undo
from services.domain.events import DutyBegan, DutyEnded, Event
from services.domain.refusals import BadFormat, BadState, Conflict
from services.domain.replied import HELD_FOR, Replied
from services.domain.replies import stands
from services.domain.report import Report
from services.domain.room import Done
from services.domain.rules import decide, fold
from services.domain.undoing import UNDO_FOR, done_of
from tests.builders import BUDI, NOW, REPORT, a_dispatcher, a_report, a_room, an_opened
from tests.services.domain.deciding import after

HELLO = Reply(text="Petugas sudah berangkat.")


class Desk:
    """One report's log, to which commands are given under keys."""

    def __init__(self) -> None:
        self.log: list[tuple[str, Event]] = [("d-0.1", an_opened())]

    def report(self) -> Report:
        return fold(event for _, event in self.log)

    def done(self, of: str) -> Done | None:
        return done_of(of, [event for key, event in self.log if key == of], lambda _: self.log)

    def give(self, key: str, command: Command, now: int = NOW) -> None:
        room = a_room(self.report(), done=self.done)
        for event in decide(self.report(), command, actor=a_dispatcher(), now=now, room=room):
            assert not isinstance(event, DutyBegan | DutyEnded)
            self.log.append((key, event))

    def standing(self) -> list[bool]:
        events = [event for _, event in self.log]
        return [stands(events, n) for n, event in enumerate(events) if isinstance(event, Replied)]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_first_reply_is_the_time_that_counts() -> None:
    first = after(a_report(), HELLO)
    assert (first.replied, first.state) == (NOW, a_report().state)
    assert after(first, HELLO, now=NOW + 1_000).replied == NOW


@pytest.mark.parametrize("text", ["", "  ", "x" * 1_001])
def test_a_reply_says_something_and_not_too_much(text: str) -> None:
    with pytest.raises(BadFormat, match="text"):
        after(a_report(), Reply(text=text))


def test_undone_while_it_is_held_it_never_counted(desk: Desk) -> None:
    desk.give("d-1.1", HELLO)
    desk.give("d-1.2", Undo(of="d-1.1"), NOW + HELD_FOR)
    assert desk.report().replied is None
    assert desk.standing() == [False]


def test_what_has_gone_out_is_out_though_other_acts_can_still_be_put_back(desk: Desk) -> None:
    desk.give("d-1.1", HELLO)
    with pytest.raises(Conflict):
        desk.give("d-1.2", Undo(of="d-1.1"), NOW + HELD_FOR + 1)
    assert HELD_FOR < UNDO_FOR
    assert desk.standing() == [True]


def test_a_reply_falls_with_what_was_done_before_it_if_it_is_still_held(desk: Desk) -> None:
    desk.give("d-1.1", Note(text="Warga menelepon."))
    desk.give("d-1.2", HELLO, NOW + 5_000)
    desk.give("d-1.3", Undo(of="d-1.1"), NOW + 9_000)
    assert desk.standing() == [False]
    with pytest.raises(BadState):
        desk.give("d-1.4", Undo(of="d-1.2"), NOW + 9_001)


def test_a_reply_that_has_gone_out_keeps_what_was_done_before_it(desk: Desk) -> None:
    desk.give("d-1.1", Note(text="Warga menelepon."))
    desk.give("d-1.2", HELLO, NOW + 1_000)
    with pytest.raises(Conflict):
        desk.give("d-1.3", Undo(of="d-1.1"), NOW + 9_500)
    assert desk.standing() == [True]


def test_an_undo_of_something_later_leaves_a_reply_alone(desk: Desk) -> None:
    desk.give("d-1.1", HELLO)
    desk.give("d-1.2", Note(text="Warga menelepon."), NOW + 1_000)
    desk.give("d-1.3", Undo(of="d-1.2"), NOW + 2_000)
    assert desk.standing() == [True]
    assert desk.report().replied == NOW


def test_somebody_else_after_it_keeps_it(desk: Desk) -> None:
    desk.give("d-1.1", HELLO)
    desk.log.append(("d-2.1", Replied(report=REPORT, at=NOW + 1, by=BUDI, name="Budi", text="Mohon tunggu.")))
    with pytest.raises(Conflict):
        desk.give("d-1.2", Undo(of="d-1.1"), NOW + 2)
    assert desk.standing() == [True, True]
