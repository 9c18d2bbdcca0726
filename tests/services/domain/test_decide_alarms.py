"""Who may see an alarm or put it aside, and when."""

from dataclasses import replace
from typing import Any

import pytest

from services.domain.alarm_events import AlarmSeen, AlarmShelved
from services.domain.alarms import LAPSED, LONGEST_SHELF, UNACKNOWLEDGED, id_of
from services.domain.commands import SeeAlarm, ShelveAlarm, Undo
from services.domain.people import User
from services.domain.policy import MINUTE
from services.domain.refusals import BadFormat, BadState, CommandRefused, Denied, NotFound
from services.domain.report import Alarm, Priority, Report, Seen, State
from services.domain.room import Done
from services.domain.rules import decide
from services.domain.squads import Squad
from services.domain.undoing import done_of
from tests.builders import BUDI, NOW, a_covert_report, a_dispatcher, a_regent, a_report, a_room, a_supervisor

ALARM = Alarm(LAPSED, NOW - MINUTE, "Sari")
LAPSING = a_report(State.QUEUED, alarms=(ALARM,))
ID = id_of(LAPSING.id, ALARM)
SHELVE = ShelveAlarm(alarm=ID, until=NOW + LONGEST_SHELF, reason="in_hand")


def happens(command: SeeAlarm | ShelveAlarm, *, actor: User, report: Report = LAPSING) -> Any:
    (event,) = decide(None, command, actor=actor, now=NOW, room=a_room(report))
    return event


def test_an_operator_sees_an_alarm_and_a_supervisor_may_put_it_aside() -> None:
    seen = happens(SeeAlarm(alarm=ID), actor=a_dispatcher(BUDI))
    assert seen == AlarmSeen(report=LAPSING.id, at=NOW, by=BUDI, name="Budi", about=LAPSED, raised=NOW - MINUTE)
    aside = happens(replace(SHELVE, note="Rizal di sana"), actor=a_supervisor())
    assert isinstance(aside, AlarmShelved)
    assert (aside.until, aside.reason, aside.note) == (NOW + LONGEST_SHELF, "in_hand", "Rizal di sana")


def test_only_a_supervisor_puts_alarms_aside_and_the_regent_only_looks() -> None:
    for command, actor in ((SHELVE, a_dispatcher()), (SeeAlarm(alarm=ID), a_regent())):
        with pytest.raises(Denied):
            happens(command, actor=actor)


def test_an_emergency_is_never_put_aside() -> None:
    alarm = Alarm(UNACKNOWLEDGED, NOW)
    urgent = a_report(priority=Priority.P1, alarms=(alarm,))
    with pytest.raises(BadState):
        happens(replace(SHELVE, alarm=id_of(urgent.id, alarm)), actor=a_supervisor(), report=urgent)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"until": NOW}, "until"),
        ({"until": NOW + LONGEST_SHELF + 1}, "until"),
        ({"reason": "bored"}, "reason"),
        ({"reason": "other"}, "note"),
    ],
)
def test_it_is_put_aside_for_an_hour_at_most_with_a_reason(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(BadFormat) as refused:
        happens(replace(SHELVE, **changes), actor=a_supervisor())
    assert refused.value.field == field


def test_an_alarm_is_seen_once() -> None:
    seen = replace(LAPSING, alarms=(replace(ALARM, seen=Seen(BUDI, "Budi", NOW)),))
    with pytest.raises(BadState):
        happens(SeeAlarm(alarm=ID), actor=a_dispatcher(), report=seen)
    assert happens(SHELVE, actor=a_supervisor(), report=seen).until == SHELVE.until


def test_what_is_over_unknown_or_hidden_is_not_found_all_alike() -> None:
    over = replace(LAPSING, claim=None, state=State.ASSIGNED)
    hidden = replace(a_covert_report(State.QUEUED), alarms=(ALARM,))
    limited = a_dispatcher(squads=[Squad.BLUE])
    cases: list[tuple[str, User, Report]] = [
        (ID, a_dispatcher(), over),
        ("a-nothing", a_dispatcher(), LAPSING),
        (id_of("r-0", ALARM), a_dispatcher(), LAPSING),
        (id_of(hidden.id, ALARM), a_dispatcher(), hidden),
        (id_of(hidden.id, ALARM), a_regent(), hidden),
        (ID, limited, LAPSING),
    ]
    for alarm, actor, report in cases:
        with pytest.raises(CommandRefused) as refused:
            happens(SeeAlarm(alarm=alarm), actor=actor, report=report)
        assert type(refused.value) is NotFound


def test_seeing_an_alarm_cannot_be_undone() -> None:
    event = happens(SeeAlarm(alarm=ID), actor=a_dispatcher())
    done = done_of("d-1.1", [event], lambda _: [("d-1.1", event)])
    with pytest.raises(BadState):
        decide(None, Undo(of="d-1.1"), actor=a_dispatcher(), now=NOW, room=a_room(LAPSING, done=lambda _: done))


def test_that_another_has_seen_an_alarm_does_not_stand_in_the_way_of_an_undo() -> None:
    seen = AlarmSeen(report=LAPSING.id, at=NOW, by=BUDI, name="Budi", about=LAPSED, raised=ALARM.raised)
    done = Done(actor="u-sari", at=NOW, before=(LAPSING,), later=(seen,))
    room = a_room(replace(LAPSING, version=9), done=lambda _: done)
    (undone,) = decide(None, Undo(of="d-1.1"), actor=a_dispatcher(), now=NOW, room=room)
    assert undone.report == LAPSING.id
