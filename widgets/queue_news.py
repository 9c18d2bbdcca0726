"""Counts the new reports above what is in sight, so that nobody misses what came in while the focus kept its place."""

from collections.abc import Iterable

from widgets.models.queue_model import QueueModel

MOST = 99
"""More are not told apart: each is looked for in every frame."""


class QueueNews:
    """New reports that nobody can have seen yet: above the sight, or waiting to come in there."""

    def __init__(self, model: QueueModel) -> None:
        self._queue = model
        self._fresh: set[str] = set()
        self._told = 0

    @property
    def told(self) -> int:
        """How many there were at the last count."""
        return self._told

    def forget(self) -> None:
        """Start anew: another board, another queue."""
        self._fresh.clear()

    def arrive(self, reports: Iterable[str]) -> None:
        """Take note of those of a frame's reports that the model does not know yet."""
        for report in self._queue.unknown(reports):
            if len(self._fresh) < MOST:
                self._fresh.add(report)

    def count(self, top_row: int) -> bool:
        """Count the reports above the first row in sight, for good forgetting the others; say if the count changed."""
        before = self._told
        if self._fresh:
            topmost = self._queue.report_at(top_row) or self._queue.report_at(top_row + 1)
            self._fresh = {report for report in self._fresh if self._above(report, top_row, topmost)}
        self._told = len(self._fresh)
        return self._told != before

    def _above(self, report: str, top_row: int, topmost: str | None) -> bool:
        row = self._queue.row_of(report)
        if row is not None:
            return row < top_row
        order = self._queue.order
        return order.waits(report) and (topmost is None or order.is_before(report, topmost))
