"""Knows which report has something due next by time alone."""

import heapq
from dataclasses import dataclass, field

from services.domain.policy import Policy
from services.domain.report import Millis, Report
from services.domain.timers import next_due_event


@dataclass(slots=True)
class DueList:
    """A heap of due times; an outdated entry is skipped when its time comes."""

    policy: Policy
    _next: dict[str, Millis] = field(default_factory=dict)
    _heap: list[tuple[Millis, str]] = field(default_factory=list)

    def take(self, report: Report) -> None:
        """Look at a report as it is now."""
        due = next_due_event(report, self.policy)
        if due is None:
            self._next.pop(report.id, None)
        elif self._next.get(report.id) != due:
            self._next[report.id] = due
            heapq.heappush(self._heap, (due, report.id))

    def due(self, now: Millis, most: int) -> list[str]:
        """Take out up to `most` reports that have something due by now; looking at them again puts them back."""
        reports: list[str] = []
        while self._heap and self._heap[0][0] <= now and len(reports) < most:
            due, report = heapq.heappop(self._heap)
            if self._next.get(report) == due:
                del self._next[report]
                reports.append(report)
        return reports

    def put_back(self, reports: list[str], due: Millis) -> None:
        """Try these again at `due`: the store did not take them."""
        for report in reports:
            self._next[report] = due
            heapq.heappush(self._heap, (due, report))
