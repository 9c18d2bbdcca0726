"""What the hub writes by itself when time has passed."""

from dataclasses import replace

import pytest

from services.domain.commands import Acknowledge, Prioritise
from services.domain.deadlines import dues, first_at
from services.domain.events import Breached, Declined, Escalated, Event, Expired, Lapsed, Resumed, Retired
from services.domain.policy import DAY, HOUR, MINUTE, Policy
from services.domain.report import Millis, Outcome, Pending, Priority, Report, State, Waiting
from services.domain.rules import apply
from services.domain.timers import due_events, next_due_event
from tests.builders import BUDI, NOW, a_claim, a_dispatcher, a_policy, a_report
from tests.services.domain.deciding import after

POLICY = a_policy()
LONG_UP: Millis = 0


def due(
    report: Report, now: Millis, *, policy: Policy = POLICY, up: Millis = LONG_UP, down: Millis | None = None
) -> list[Event]:
    return list(due_events(report, now=now, policy=policy, up_since=up, down_since=down))


def quiet(state: State, **changes: object) -> Report:
    """A report whose targets have all been written down as breached and whose ladder has been climbed."""
    return a_report(state, breached=("acknowledge", "first_action", "resolve"), escalation=3, **changes)


def flood(state: State = State.RECEIVED, **changes: object) -> Report:
    """An emergency received now."""
    return a_report(state, label="banjir", priority=Priority.P1, received=NOW, **changes)


def at_next(report: Report) -> Millis:
    at = next_due_event(report, POLICY)
    assert at is not None
    return at


class TestLeases:
    """A lease runs out."""

    def test_it_lapses_and_counts_and_the_state_stays(self) -> None:
        held = quiet(State.QUEUED, claim=a_claim(a_dispatcher(), since=NOW, length=HOUR))
        assert at_next(held) == NOW + HOUR
        assert due(held, NOW + HOUR - 1) == []
        (event,) = due(held, NOW + HOUR + 3)
        assert event == Lapsed(report=held.id, at=NOW + HOUR + 3, by="hub", holder="u-sari")
        lapsed = apply(held, event)
        assert (lapsed.state, lapsed.claim, lapsed.lapses) == (State.QUEUED, None, 1)
        assert lapsed.acknowledged == held.acknowledged


class TestPauses:
    """A pause ends at its date."""

    def test_it_ends_by_itself_and_counts_no_longer_than_meant(self) -> None:
        paused = quiet(State.WAITING, waiting=Waiting("citizen", NOW + HOUR, NOW, State.ACCEPTED))
        assert at_next(paused) == NOW + HOUR
        (event,) = due(paused, NOW + 9 * HOUR)
        assert event == Resumed(report=paused.id, at=NOW + 9 * HOUR, by="hub", automatic=True)
        assert (apply(paused, event).state, apply(paused, event).paused) == (State.ACCEPTED, HOUR)


class TestRequests:
    """What nobody decides runs out."""

    @pytest.mark.parametrize(
        "pending",
        [
            Pending("close", BUDI, NOW, "no_problem_found", outcome=Outcome.UNFOUNDED),
            Pending("pause", BUDI, NOW, "material", until=NOW + 9 * DAY),
        ],
    )
    def test_after_24_hours_all_is_as_before(self, pending: Pending) -> None:
        asked = quiet(State.ON_SCENE, pending=pending)
        assert at_next(asked) == NOW + DAY
        (event,) = due(asked, NOW + DAY)
        assert event == Declined(report=asked.id, at=NOW + DAY, by="hub")
        assert apply(asked, event) == replace(asked, pending=None, version=asked.version + 1)


class TestRetiring:
    """What has been closed for a day leaves the boards."""

    def test_after_24_hours_once(self) -> None:
        closed = a_report(State.CLOSED, closed=NOW)
        assert at_next(closed) == NOW + DAY
        (event,) = due(closed, NOW + DAY)
        assert event == Retired(report=closed.id, at=NOW + DAY, by="hub")
        retired = apply(closed, event)
        assert retired.retired
        assert next_due_event(retired, POLICY) is None
        assert due(retired, NOW + 9 * DAY) == []


class TestBreaches:
    """A target passes, once for good."""

    def test_each_measure_with_a_target(self) -> None:
        report = a_report(escalation=3)
        first = dues(report, POLICY)
        assert first.acknowledge is not None
        assert due(report, first.acknowledge) == [
            Breached(report=report.id, at=first.acknowledge, by="hub", measure="acknowledge")
        ]
        assert [event.measure for event in due(report, first.first) if isinstance(event, Breached)] == [
            "acknowledge",
            "first_action",
        ]
        queued = a_report(State.QUEUED, escalation=3)
        resolve = dues(queued, POLICY).resolve
        assert resolve is not None
        assert [event.measure for event in due(queued, resolve) if isinstance(event, Breached)] == [
            "first_action",
            "resolve",
        ]

    @pytest.mark.parametrize("state", [State.RESOLVED, State.CLOSED])
    def test_what_is_done_is_not_breached(self, state: State) -> None:
        assert not [event for event in due(a_report(state), NOW + 99 * DAY) if isinstance(event, Breached)]

    def test_what_was_closed_unanswered_is_not_breached(self) -> None:
        closed = a_report(State.CLOSED, on_scene=None, acted=None, resolved=None, outcome=Outcome.CANCELLED)
        assert [type(event) for event in due(closed, NOW + 99 * DAY)] == [Retired]

    def test_a_pause_puts_the_resolution_off(self) -> None:
        report = a_report(State.ON_SCENE, label="banjir", priority=Priority.P1)
        paused = replace(report, state=State.WAITING, waiting=Waiting("unsafe", NOW + 60 * HOUR, NOW, State.ON_SCENE))
        assert not [event for event in due(paused, NOW + 59 * HOUR) if isinstance(event, Breached)]
        assert [event for event in due(report, NOW + 59 * HOUR) if isinstance(event, Breached)]

    def test_it_stays_when_the_priority_falls(self) -> None:
        late = quiet(State.QUEUED, priority=Priority.P1)
        assert after(late, Acknowledge(priority=Priority.P1)).breached == late.breached


class TestLadder:
    """By the first-action target, each step once an episode."""

    def steps(self, report: Report, now: Millis, **changes: object) -> list[tuple[str | None, int]]:
        events = due(report, now, **changes)  # type: ignore[arg-type] # the keywords are those of `due`
        return [(event.step, event.level) for event in events if isinstance(event, Escalated)]

    def test_a_level_for_each_time_the_target_passes(self) -> None:
        queued = flood(State.QUEUED)
        for share, level in ((1, 1), (2, 2), (3, 3)):
            at = NOW + share * 15 * MINUTE
            assert self.steps(queued, at - 1) == []
            assert self.steps(queued, at) == [(f"late_{share}00", level)]
            for event in due(queued, at):
                queued = apply(queued, event)
        assert (queued.escalation, queued.ladder) == (3, ("late_100", "late_200", "late_300"))
        assert self.steps(queued, NOW + 99 * DAY) == []

    def test_by_the_hub_and_with_its_reason(self) -> None:
        event = next(one for one in due(flood(State.QUEUED), NOW + 15 * MINUTE) if isinstance(one, Escalated))
        assert (event.by, event.name, event.reason, event.skipped) == ("hub", "", "ladder", None)

    def test_it_runs_in_the_labels_calendar(self) -> None:
        report = a_report(State.QUEUED)
        assert self.steps(report, first_at(report, 1, POLICY) - 1) == []
        assert self.steps(report, first_at(report, 1, POLICY)) == [("late_100", 1)]

    def test_an_unacknowledged_emergency_climbs_faster(self) -> None:
        report = flood()
        for minutes, step, level in ((5, "unacknowledged_5", 1), (15, "unacknowledged_15", 2), (60, "late_300", 3)):
            assert self.steps(report, NOW + minutes * MINUTE) == [(step, level)]
            for event in due(report, NOW + minutes * MINUTE):
                report = apply(report, event)
        assert self.steps(flood(escalation=2, acted=NOW), NOW + HOUR) == [("unacknowledged_60", 3)]

    @pytest.mark.parametrize("report", [a_report(received=NOW), flood(State.QUEUED)])
    def test_only_emergencies_nobody_took_in(self, report: Report) -> None:
        assert self.steps(report, NOW + 5 * MINUTE) == []

    def test_the_first_action_ends_it(self) -> None:
        assert self.steps(flood(State.ON_SCENE), NOW + 9 * HOUR) == []
        assert self.steps(flood(State.QUEUED, acted=NOW), NOW + 9 * HOUR) == []
        assert self.steps(flood(State.CLOSED, acted=None), NOW + 9 * HOUR) == []

    def test_of_several_due_at_once_only_the_highest_fires(self) -> None:
        late = a_report(State.QUEUED, label="jalan_rusak", received=NOW - 40 * MINUTE)
        emergency = after(late, Prioritise(priority=Priority.P1, reason="new_facts"))
        assert self.steps(emergency, NOW) == [("late_200", 2)]

    def test_who_stands_higher_already_is_not_raised(self) -> None:
        assert self.steps(flood(State.QUEUED, escalation=2), NOW + 31 * MINUTE) == []
        assert self.steps(flood(State.QUEUED, escalation=2), NOW + 45 * MINUTE) == [("late_300", 3)]

    def test_a_new_episode_climbs_anew_from_its_beginning(self) -> None:
        reopened = flood(State.QUEUED, episode=2, reopened=NOW + 2 * DAY, on_scene=NOW + MINUTE)
        assert self.steps(reopened, NOW + 2 * DAY + 15 * MINUTE - 1) == []
        assert self.steps(reopened, NOW + 2 * DAY + 15 * MINUTE) == [("late_100", 1)]

    def test_a_level_without_a_person_is_passed_over_at_once(self) -> None:
        policy = replace(POLICY, staffed=frozenset({1, 3}))
        queued = flood(State.QUEUED, escalation=1)
        event = next(one for one in due(queued, NOW + 30 * MINUTE, policy=policy) if isinstance(one, Escalated))
        assert (event.level, event.step, event.skipped) == (3, "late_200", 2)

    def test_with_nobody_above_it_is_written_down(self) -> None:
        policy = replace(POLICY, staffed=frozenset({1}))
        queued = flood(State.QUEUED, escalation=1)
        events = due(queued, NOW + 30 * MINUTE, policy=policy)
        assert [event.step for event in events if isinstance(event, Expired)] == ["late_200"]
        for event in events:
            queued = apply(queued, event)
        assert (queued.escalation, queued.ladder) == (1, ("late_200",))


class TestOutages:
    """What came to be due while the hub was down."""

    def test_after_more_than_an_hour_a_step_is_written_down_and_not_fired(self) -> None:
        queued = flood(State.QUEUED)
        events = due(queued, NOW + 70 * MINUTE, up=NOW + 70 * MINUTE, down=NOW + MINUTE)
        assert [event.step for event in events if isinstance(event, Expired)] == ["late_100", "late_200", "late_300"]
        assert not [event for event in events if isinstance(event, Escalated)]
        for event in events:
            queued = apply(queued, event)
        assert (queued.escalation, queued.ladder) == (0, ("late_100", "late_200", "late_300"))

    def test_after_an_hour_or_less_it_fires(self) -> None:
        events = due(flood(State.QUEUED), NOW + 61 * MINUTE, up=NOW + 61 * MINUTE, down=NOW + MINUTE)
        assert [event.level for event in events if isinstance(event, Escalated)] == [3]

    def test_what_was_due_before_or_after_fires(self) -> None:
        up = NOW + 32 * MINUTE
        events = due(flood(State.QUEUED), NOW + 46 * MINUTE, up=up, down=up - 61 * MINUTE)
        assert [event.step for event in events if isinstance(event, Expired)] == ["late_100", "late_200"]
        assert [event.step for event in events if isinstance(event, Escalated)] == ["late_300"]
        events = due(flood(State.QUEUED), NOW + 90 * MINUTE, up=NOW + 90 * MINUTE, down=NOW + 15 * MINUTE + 1)
        assert [event.step for event in events if isinstance(event, Escalated)] == ["late_100"]

    def test_everything_else_is_made_up_for(self) -> None:
        held = quiet(State.QUEUED, claim=a_claim(a_dispatcher(), since=NOW, length=HOUR))
        assert [type(event) for event in due(held, NOW + DAY, up=NOW + DAY, down=NOW)] == [Lapsed]


def test_it_is_written_in_the_order_it_came_to_be_due() -> None:
    report = flood(State.QUEUED, claim=a_claim(a_dispatcher(), since=NOW, length=5 * MINUTE))
    kinds = [type(event) for event in due(report, NOW + 15 * MINUTE)]
    assert kinds == [Lapsed, Breached, Escalated]
    assert {event.at for event in due(report, NOW + 15 * MINUTE)} == {NOW + 15 * MINUTE}
