"""What the desks are shown: the reports, their rows and versions, and the members, as of one position of the log."""

from dataclasses import dataclass, field

from services.domain.access import Projection
from services.domain.board import Put
from services.domain.people import Member
from services.domain.policy import Policy
from services.domain.report import Millis, Report
from services.domain.rows import ReportRow
from services.hub.commit import Commit, Rows, Versions
from services.hub.projections import rows_of
from services.hub.response import WINDOW
from services.protocol.frames import EncodedRow, encode_row
from services.protocol.revs import Revs


@dataclass(slots=True)
class Picture:
    """The published state. It moves by whole commits, in their order, and only on one thread.

    `reports` are those not yet retired and those received within thirty days, for the figures. A row is made and
    encoded once for all viewers of a projection, whatever number of scopes they belong to.
    """

    policy: Policy
    revs: Revs
    position: int = 0
    at: Millis = 0
    reports: dict[str, Report] = field(default_factory=dict)
    versions: dict[str, Versions] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)
    _rows: dict[str, Rows] = field(default_factory=dict)
    _encoded: dict[str, dict[Projection, EncodedRow]] = field(default_factory=dict)

    def take(self, commit: Commit) -> None:
        """Move on by one commit."""
        self.position = commit.position
        self.at = commit.at
        for change in commit.changes:
            report = change.after.id
            self.reports[report] = change.after
            self.versions[report] = change.versions
            self._rows[report] = change.rows
            self._encoded.pop(report, None)
        for member in commit.members:
            self.members[member.id] = member

    def row(self, report: str, projection: Projection) -> ReportRow | None:
        """Return what the viewers of a counted projection see of a report, None if it does not exist for them."""
        if report not in self._rows:
            self._rows[report] = rows_of(self.reports[report], self.policy)
        return self._rows[report][projection]

    def encoded(self, report: str, projection: Projection) -> EncodedRow | None:
        """Return a report's row as it stands on the wire."""
        known = self._encoded.setdefault(report, {})
        row = None if projection in known else self.row(report, projection)
        if row is not None:
            rev = self.revs.rev(projection, "report", id_=report, n=self.versions[report][projection])
            known[projection] = encode_row(Put("report", report, rev, row))
        return known.get(projection)

    def forget(self, now: Millis) -> None:
        """Let go of reports that are off every board and too old for the figures."""
        begin = now - WINDOW
        gone = [report.id for report in self.reports.values() if report.retired and report.received < begin]
        for report in gone:
            del self.reports[report]
            for kept in (self.versions, self._rows, self._encoded):
                kept.pop(report, None)
