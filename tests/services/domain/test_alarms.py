"""Which alarms stand: from what each one on, and with what it ends."""

from dataclasses import replace
from typing import Any

import pytest

from services.domain.access import project_alarms
from services.domain.alarm_events import AlarmSeen, AlarmShelved, NotAccepted
from services.domain.alarms import (
    BREACHED,
    LAPSED,
    NOT_ACCEPTED,
    UNACKNOWLEDGED,
    found,
    id_of,
    report_of,
    since,
    standing,
)
from services.domain.applying import apply
from services.domain.events import (
    Accepted,
    Acknowledged,
    Arrived,
    Assigned,
    Breached,
    Claimed,
    Closed,
    Escalated,
    Event,
    HandedBack,
    Lapsed,
    Prioritised,
    Released,
    Reopened,
    Routed,
    Undone,
    WaitingBegan,
)
from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.report import Alarm, Priority, Report, State
from services.domain.squads import Squad
from services.domain.timers import due_events, next_due_event
from tests.builders import (
    BUDI,
    NOW,
    REPORT,
    SARI,
    a_claim,
    a_covert_report,
    a_dispatcher,
    a_policy,
    a_regent,
    a_report,
    a_supervisor,
    an_intake,
    an_opened,
)

MARK: dict[str, Any] = {"report": REPORT, "at": NOW, "by": BUDI, "name": "Budi"}
LATER: dict[str, Any] = {**MARK, "at": NOW + 10 * MINUTE}
TAKEN = Acknowledged(**LATER, squad="orange", label="jalan_rusak", priority="P1", until=NOW + HOUR)


def after(report: Report | None, *events: Event) -> Report:
    for event in events:
        report = apply(report, event)
    assert report is not None
    return report


def about(report: Report) -> list[str]:
    return [alarm.about for alarm in standing(report)]


EMERGENCY = after(None, an_opened(priority="P1", at=NOW))
HELD = a_report(State.QUEUED, claim=a_claim(a_dispatcher()))
LET_LAPSE = after(HELD, Lapsed(**MARK, holder=SARI))
UNANSWERED = after(a_report(State.ASSIGNED), NotAccepted(**MARK))
LATE = after(a_report(State.QUEUED), Breached(**MARK, measure="first_action"))


def test_an_emergency_is_an_alarm_from_its_arrival_on_and_nothing_else_is() -> None:
    assert standing(EMERGENCY) == (Alarm(UNACKNOWLEDGED, NOW),)
    assert about(after(None, an_opened(priority="P2"))) == []


def test_a_report_becomes_an_alarm_when_it_becomes_an_emergency_before_anybody_has_taken_it_in() -> None:
    raised = Prioritised(**MARK, priority="P1", reason="new_facts")
    assert standing(after(a_report(), raised)) == (Alarm(UNACKNOWLEDGED, NOW),)
    assert about(after(a_report(State.QUEUED), raised)) == []


@pytest.mark.parametrize(
    "end",
    [
        TAKEN,
        Prioritised(**LATER, priority="P2", reason="new_facts"),
        Closed(**LATER, outcome="cancelled", reason="test"),
    ],
)
def test_it_ends_when_somebody_takes_it_in_or_it_is_none_any_more(end: Event) -> None:
    assert about(after(EMERGENCY, end)) == []


def test_a_lease_that_runs_out_is_an_alarm_that_names_who_held_it() -> None:
    assert standing(LET_LAPSE) == (Alarm(LAPSED, NOW, "Sari"),)
    assert about(after(a_report(State.RECEIVED, claim=a_claim(a_dispatcher())), Lapsed(**MARK, holder=SARI))) == [
        LAPSED
    ]


def test_a_lease_that_runs_out_is_none_where_members_have_the_report_or_it_is_one_already() -> None:
    assert about(after(a_report(State.ON_SCENE, claim=a_claim(a_dispatcher())), Lapsed(**MARK, holder=SARI))) == []
    assert about(after(EMERGENCY, Lapsed(**MARK, holder=SARI))) == [UNACKNOWLEDGED]
    assert standing(after(a_report(State.QUEUED), Lapsed(**MARK, holder=SARI)))[0].by == ""


@pytest.mark.parametrize(
    "end",
    [TAKEN, Claimed(**LATER, until=NOW + HOUR), Assigned(**LATER, members=("m-31",))],
    ids=lambda end: type(end).__name__,
)
def test_it_ends_with_a_next_step(end: Event) -> None:
    assert about(after(LET_LAPSE, end)) == []


def test_what_was_let_lapse_before_the_report_came_back_to_the_queue_is_no_alarm() -> None:
    assert about(after(LET_LAPSE, Assigned(**LATER, members=("m-31",)), HandedBack(**LATER, reason="no_access"))) == []
    assert about(after(LET_LAPSE, Claimed(**LATER, until=NOW + HOUR), Released(**LATER))) == [LAPSED]


def test_members_who_do_not_say_yes_in_time_are_an_alarm() -> None:
    assert about(UNANSWERED) == [NOT_ACCEPTED]


@pytest.mark.parametrize(
    "end",
    [
        Accepted(**LATER, member="m-31"),
        Arrived(**LATER, member="m-31"),
        Assigned(**LATER, members=("m-32",)),
        HandedBack(**LATER, reason="no_access"),
        Routed(**LATER, squad="blue", reason="wrong_squad"),
    ],
    ids=lambda end: type(end).__name__,
)
def test_it_ends_with_their_yes_or_with_others(end: Event) -> None:
    assert about(after(UNANSWERED, end)) == []


def test_the_hub_writes_it_once_an_assignment_when_the_accept_time_has_passed() -> None:
    policy = a_policy()
    assigned = a_report(
        State.ASSIGNED, priority=Priority.P1, assigned_since=NOW, received=NOW, breached=("acknowledge",)
    )
    assert next_due_event(assigned, policy) == NOW + 5 * MINUTE
    (event,) = due_events(assigned, now=NOW + 5 * MINUTE, policy=policy, up_since=0, down_since=None)
    assert event == NotAccepted(report=REPORT, at=NOW + 5 * MINUTE, by="hub")
    late = apply(assigned, event)
    assert next_due_event(late, policy) != NOW + 5 * MINUTE
    again = after(late, Assigned(**LATER, members=("m-32",)))
    events = due_events(again, now=NOW + 14 * MINUTE + 59_000, policy=policy, up_since=0, down_since=None)
    assert events == ()
    events = due_events(again, now=NOW + 16 * MINUTE, policy=policy, up_since=0, down_since=None)
    assert NotAccepted(report=REPORT, at=NOW + 16 * MINUTE, by="hub") in events


@pytest.mark.parametrize("state", [State.RECEIVED, State.QUEUED, State.ASSIGNED, State.ACCEPTED])
def test_a_passed_response_target_is_an_alarm_while_nobody_is_there(state: State) -> None:
    assert about(after(a_report(state), Breached(**MARK, measure="first_action"))) == [BREACHED]


@pytest.mark.parametrize("measure", ["acknowledge", "resolve"])
def test_the_other_targets_are_none(measure: str) -> None:
    assert about(after(a_report(State.QUEUED), Breached(**MARK, measure=measure))) == []


@pytest.mark.parametrize(
    "end",
    [
        Arrived(**LATER, member="m-31"),
        Assigned(**LATER, members=("m-31",)),
        WaitingBegan(**LATER, reason="citizen", until=NOW + DAY),
        Escalated(**LATER, level=2, reason="late"),
        Closed(**LATER, outcome="cancelled", reason="test"),
    ],
    ids=lambda end: type(end).__name__,
)
def test_it_ends_when_something_was_done_about_it_or_somebody_above_was_told(end: Event) -> None:
    assert about(after(LATE, Escalated(**LATER, level=1, reason="late"))) == [BREACHED]
    assert about(after(LATE, end)) == []


def test_a_target_that_passed_in_an_earlier_episode_is_no_alarm_in_the_next() -> None:
    over = after(LATE, Closed(**LATER, outcome="cancelled", reason="test"))
    assert about(after(over, Reopened(**LATER, reason="problem_back"))) == []


def test_somebody_sees_an_alarm_for_everybody_and_only_that_one() -> None:
    seen = after(EMERGENCY, AlarmSeen(**LATER, about=UNACKNOWLEDGED, raised=NOW))
    (alarm,) = standing(seen)
    assert alarm.seen is not None
    assert (alarm.seen.user, alarm.seen.name, alarm.seen.at) == (BUDI, "Budi", NOW + 10 * MINUTE)
    assert standing(after(EMERGENCY, AlarmSeen(**LATER, about=UNACKNOWLEDGED, raised=NOW - 1)))[0].seen is None
    assert standing(after(EMERGENCY, AlarmSeen(**LATER, about=LAPSED, raised=NOW)))[0].seen is None


def test_whoever_puts_an_alarm_aside_has_seen_it_and_who_saw_it_first_stays() -> None:
    aside = AlarmShelved(**LATER, about=LAPSED, raised=NOW, until=NOW + HOUR, reason="in_hand")
    (alarm,) = standing(after(LET_LAPSE, aside))
    assert alarm.seen is not None
    assert alarm.shelved is not None
    assert (alarm.shelved.until, alarm.shelved.reason) == (NOW + HOUR, "in_hand")
    first = AlarmSeen(**MARK, about=LAPSED, raised=NOW)
    (alarm,) = standing(after(LET_LAPSE, first, aside))
    assert alarm.seen is not None
    assert alarm.seen.at == NOW


def test_a_new_cause_is_a_new_alarm_that_nobody_has_seen() -> None:
    seen = after(LET_LAPSE, AlarmSeen(**MARK, about=LAPSED, raised=NOW))
    again = after(seen, Claimed(**MARK, until=NOW + HOUR), Lapsed(**LATER, holder=BUDI))
    assert standing(again) == (Alarm(LAPSED, NOW + 10 * MINUTE, "Budi"),)
    assert id_of(REPORT, standing(again)[0]) != id_of(REPORT, standing(seen)[0])


def test_what_was_undone_leaves_alarms_and_who_saw_them_as_they_are() -> None:
    seen = after(LET_LAPSE, Claimed(**MARK, until=NOW + HOUR), AlarmSeen(**MARK, about=LAPSED, raised=NOW))
    (alarm,) = standing(after(seen, Undone(**LATER, of="d-1.1", before=LET_LAPSE)))
    assert alarm.seen is not None


def test_an_id_names_its_report_and_nothing_but_an_alarm_s_id_does() -> None:
    (alarm,) = standing(EMERGENCY)
    id_ = id_of(REPORT, alarm)
    assert (id_, report_of(id_)) == (f"a-{REPORT}.unacknowledged.{NOW}", REPORT)
    assert found(EMERGENCY, id_) == alarm
    assert found(EMERGENCY, f"{id_}0") is None
    assert [report_of(other) for other in ("", "a-1", "r-1.lapsed.2", f"a-{REPORT}")] == [""] * 4
    assert len(id_of("r-" + "A" * 20, alarm)) <= 64


def test_a_cause_is_counted_from_what_a_person_can_understand() -> None:
    assert since(EMERGENCY, standing(EMERGENCY)[0]) == EMERGENCY.received
    assert since(UNANSWERED, standing(UNANSWERED)[0]) == UNANSWERED.assigned_since
    assert since(a_report(State.QUEUED), Alarm(NOT_ACCEPTED, NOW)) == NOW
    assert since(LATE, standing(LATE)[0]) == NOW


def test_an_alarm_exists_for_whoever_has_its_report_on_his_board() -> None:
    viewers = {
        "all": a_dispatcher(BUDI),
        "of orange": a_dispatcher(BUDI, squads=[Squad.ORANGE]),
        "of blue": a_dispatcher(BUDI, squads=[Squad.BLUE]),
        "supervisor": a_supervisor(),
        "regent": a_regent(),
        "intake": an_intake(),
    }
    told = {name for name, viewer in viewers.items() if project_alarms(EMERGENCY, viewer)}
    assert told == {"all", "of orange", "supervisor", "regent"}


def test_a_covert_alarm_exists_for_its_access_list_alone() -> None:
    covert = replace(a_covert_report(State.QUEUED), alarms=(Alarm(BREACHED, NOW),))
    assert project_alarms(covert, a_dispatcher(cleared=True))
    for viewer in (a_dispatcher(), a_regent(), a_supervisor("u-tri", cleared=True)):
        assert project_alarms(covert, viewer) == {}


def test_a_row_says_what_a_screen_needs() -> None:
    seen = after(LET_LAPSE, AlarmShelved(**MARK, about=LAPSED, raised=NOW, until=NOW + HOUR, reason="known"))
    ((id_, row),) = project_alarms(seen, a_dispatcher()).items()
    assert id_ == id_of(REPORT, standing(seen)[0])
    assert (row.about, row.level, row.report, row.squad, row.priority) == (LAPSED, "critical", REPORT, "orange", "P3")
    assert (row.raised, row.since, row.by, row.count, row.reports) == (NOW, NOW, "Sari", 1, (REPORT,))
    assert row.seen is not None
    assert row.seen.name == "Budi"
    assert row.shelved is not None
    assert row.shelved.until == NOW + HOUR
    ((_, row),) = project_alarms(replace(LET_LAPSE, squad=None), a_dispatcher()).items()
    assert (row.squad, row.seen, row.shelved) == (None, None, None)
