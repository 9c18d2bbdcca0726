"""A report's row for each class of viewers whose `rev` counts by itself."""

from typing import Final

from services.domain.access import Projection, project, projection_of
from services.domain.people import Role, User
from services.domain.policy import Policy
from services.domain.report import Report
from services.domain.rows import ReportRow

COUNTED: Final = (Projection.DESK, Projection.COVERT)
"""Regent and connectors see of a report what an uncleared desk sees, so its version serves them too."""

_ANYBODY: Final = User(id="", name="", roles=frozenset({Role.SUPERVISOR}))


def counted_for(viewer: User) -> Projection:
    """Return the projection whose versions count for this viewer."""
    return Projection.COVERT if projection_of(viewer) is Projection.COVERT else Projection.DESK


def row_in(projection: Projection, report: Report, policy: Policy) -> ReportRow | None:
    """Return what the viewers of a projection see of a report, None if it does not exist for them."""
    if projection is Projection.DESK:
        return project(report, _ANYBODY, policy)
    allowed = min(report.access - report.excluded, default="")
    return project(report, User(id=allowed, name="", roles=_ANYBODY.roles | {Role.COVERT}), policy)


def rows_of(report: Report | None, policy: Policy) -> dict[Projection, ReportRow | None]:
    """Return the row in every counted projection; most reports look the same in both, and are made once."""
    if report is None:
        return dict.fromkeys(COUNTED)
    row = row_in(Projection.DESK, report, policy)
    same = row is not None and not report.hidden_links
    return {Projection.DESK: row, Projection.COVERT: row if same else row_in(Projection.COVERT, report, policy)}
