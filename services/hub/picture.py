"""What the desks are shown: the reports, members and versions as of one position of the log."""

from dataclasses import dataclass, field

from services.domain.people import Member
from services.domain.policy import Policy
from services.domain.report import Millis, Report
from services.hub.commit import Commit, Versions
from services.hub.response import WINDOW


@dataclass(slots=True)
class Picture:
    """The published state. It moves by whole commits, in their order, and only on one thread.

    `reports` are those not yet retired and those received within thirty days, for the figures.
    """

    policy: Policy
    position: int = 0
    at: Millis = 0
    reports: dict[str, Report] = field(default_factory=dict)
    versions: dict[str, Versions] = field(default_factory=dict)
    members: dict[str, Member] = field(default_factory=dict)

    def take(self, commit: Commit) -> None:
        """Move on by one commit."""
        self.position = commit.position
        self.at = commit.at
        for change in commit.changes:
            self.reports[change.after.id] = change.after
            self.versions[change.after.id] = change.versions
        for member in commit.members:
            self.members[member.id] = member

    def forget(self, now: Millis) -> None:
        """Let go of reports that are off every board and too old for the figures."""
        begin = now - WINDOW
        gone = [report.id for report in self.reports.values() if report.retired and report.received < begin]
        for report in gone:
            del self.reports[report]
            self.versions.pop(report, None)
