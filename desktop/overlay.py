"""What a desk shows before the hub has answered: the board's rows with this desk's own commands laid over them.

The rows themselves are never touched. A command falls from the overlay exactly when a delta carries it as done, or when
it is refused.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from services.domain.commands import Command
from services.domain.expected import expect
from services.domain.people import User
from services.domain.report import Millis
from services.domain.rows import ReportRow


@dataclass(frozen=True, slots=True)
class Sent:
    """A command of this desk that the feed has not shown yet."""

    key: str
    report: str
    command: Command
    at: Millis
    seen: ReportRow | None = None
    """The report as the person saw it when giving the command, where that is known."""


class Overlay:
    """This desk's commands under way, by key, in the order they were given."""

    def __init__(self) -> None:
        self._sent: dict[str, Sent] = {}

    def add(self, sent: Sent) -> None:
        """Lay a command over its report."""
        self._sent[sent.key] = sent

    def drop(self, keys: Iterable[str]) -> frozenset[str]:
        """Take commands away and return the reports that look different now; unknown keys are ignored."""
        gone = [sent for key in keys if (sent := self._sent.pop(key, None)) is not None]
        return frozenset(sent.report for sent in gone)

    def get(self, key: str) -> Sent | None:
        """A command under way, or None."""
        return self._sent.get(key)

    def reports(self) -> frozenset[str]:
        """The reports that have commands laid over them."""
        return frozenset(sent.report for sent in self._sent.values())

    def shown(self, report: str, row: ReportRow, user: User) -> ReportRow:
        """Return the row as it will be once the hub has carried out what is under way."""
        for sent in self._sent.values():
            if sent.report == report:
                row = expect(row, sent.command, user=user, now=sent.at)
        return row

    def over(self, rows: Mapping[str, ReportRow], user: User) -> dict[str, ReportRow]:
        """Return those of the rows that have commands laid over them, as they will be."""
        return {report: self.shown(report, rows[report], user) for report in self.reports() if report in rows}
