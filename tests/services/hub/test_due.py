"""What is due next by time alone."""

from services.domain.policy import MINUTE
from services.domain.report import Priority, State
from services.hub.due import DueList
from tests.builders import NOW, a_policy, a_report


def test_the_due_list_gives_each_report_once_and_forgets_what_is_outdated() -> None:
    due = DueList(a_policy())
    report = a_report(priority=Priority.P1, label="banjir", received=NOW)
    due.take(report)
    due.take(report)
    assert due.due(NOW + 4 * MINUTE, 9) == []
    later = a_report(priority=Priority.P2, label="banjir", received=NOW)
    due.take(later)
    assert due.due(NOW + 6 * MINUTE, 9) == []
    assert due.due(NOW + 31 * MINUTE, 9) == [report.id]
    assert due.due(NOW + 99 * MINUTE, 9) == []
    due.put_back([report.id], NOW + 100 * MINUTE)
    assert due.due(NOW + 99 * MINUTE, 9) == []
    assert due.due(NOW + 100 * MINUTE, 9) == [report.id]


def test_due_reports_come_in_bounded_numbers_and_nothing_comes_of_a_retired_one() -> None:
    due = DueList(a_policy())
    for n in range(5):
        due.take(a_report(id=f"r-{n}", received=NOW - n))
    far = NOW + 10**10
    assert len(due.due(far, 3)) == 3
    assert len(due.due(far, 3)) == 2
    due.take(a_report())
    due.take(a_report(retired=True, closed=NOW, state=State.CLOSED))
    assert due.due(far, 3) == []
