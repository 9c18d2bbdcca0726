"""The room's alarms are few, and what is older than a few minutes somebody has seen."""

from collections import Counter

from services.domain.alarm_events import AlarmSeen, NotAccepted
from services.domain.alarms import standing
from services.domain.policy import DAY, MINUTE
from services.simulator.regency import Regency
from tests.builders import NOW


def test_after_five_minutes_somebody_has_seen_an_alarm(regency: Regency) -> None:
    alarms = [alarm for report in regency.past.reports.values() for alarm in standing(report)]
    assert alarms
    for alarm in alarms:
        assert (alarm.seen is not None) is (NOW - alarm.raised >= 5 * MINUTE), alarm


def test_there_are_hardly_more_alarms_than_a_person_can_act_on(regency: Regency) -> None:
    """PRODUCT.md section 6: six an hour are acceptable."""
    raised = [
        alarm.raised
        for report in regency.past.reports.values()
        for alarm in report.alarms
        if NOW - DAY <= alarm.raised <= NOW
    ]
    assert 2 <= len(raised) <= 24 * 6
    assert max(Counter((NOW - at) // (10 * MINUTE) for at in raised).values()) <= 10


def test_covert_alarms_are_seen_by_the_cleared_alone(regency: Regency) -> None:
    reports = regency.past.reports
    seen = [event for entry in regency.past.log for event in entry.events if isinstance(event, AlarmSeen)]
    assert seen
    assert any(isinstance(event, NotAccepted) for entry in regency.past.log for event in entry.events)
    for event in seen:
        report = reports[event.report]
        assert not report.covert or event.by in report.access
