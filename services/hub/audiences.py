"""Who is told which counts: the public squads' are one for all, the covert squad's are each cleared viewer's own."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from services.domain.access import Projection, projection_of, sees
from services.domain.people import Role, User
from services.domain.report import Millis, Report
from services.domain.rows import ReportRow
from services.domain.squads import PUBLIC_SQUADS, Squad
from services.hub.commit import Commit
from services.hub.picture import Picture
from services.hub.scopes import squads_of
from services.hub.standings import Standings
from services.hub.tally import NOTHING, Count, Key, Tally

PUBLIC: Final = frozenset(PUBLIC_SQUADS)
COVERT: Final = frozenset(set(Squad) - PUBLIC)
_REGENT: Final = ""
"""The regent's summary counts every covert report; nobody else's does."""


@dataclass(slots=True)
class Audiences:
    """The standings of every audience that has a viewer at a desk."""

    picture: Picture
    public: Standings = field(init=False)
    _covert: dict[str, Standings] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.public = Standings(Tally(PUBLIC, self._public_row))

    def of(self, viewer: User, now: Millis) -> tuple[Standings, ...]:
        """Return the standings this viewer is told of."""
        cleared = projection_of(viewer) is Projection.COVERT
        if not cleared and Role.REGENT not in viewer.roles:
            return (self.public,)
        name = viewer.id if cleared else _REGENT
        if name not in self._covert:
            self._covert[name] = self._standings(viewer if cleared else None)
            fill(self._covert[name], self.picture.reports.values(), now)
        return (self.public, self._covert[name])

    def count(self, viewer: User, now: Millis) -> Count:
        """Return what is open and late in the squads whose reports this viewer sees."""
        mine = squads_of(viewer)
        counts = (one.tally.count("squad", squad) for one in self.of(viewer, now) for squad in one.squads & mine)
        return sum(counts, NOTHING)

    def take(self, commit: Commit, now: Millis) -> list[tuple[Standings, set[Key]]]:
        """Count a commit and return whose rows changed at once."""
        return [(one, self._touched(one, commit, now)) for one in self._all()]

    def refresh(self, now: Millis) -> list[tuple[Standings, set[Key]]]:
        """Make figures anew in which something changed."""
        return [(one, one.refresh(now)) for one in self._all()]

    def tick(self, now: Millis) -> list[tuple[Standings, set[Key]]]:
        """Go along with the time."""
        return [(one, one.tick(now)) for one in self._all()]

    def _all(self) -> list[Standings]:
        return [self.public, *self._covert.values()]

    def _touched(self, standings: Standings, commit: Commit, now: Millis) -> set[Key]:
        touched: set[Key] = set()
        for change in commit.changes:
            touched |= standings.take(change.after, now)
        for member in commit.members:
            if member.squad in standings.squads:
                touched |= {("member", member.id), ("squad", member.squad.value)}
        return touched

    def _standings(self, viewer: User | None) -> Standings:
        def look(report: Report) -> ReportRow | None:
            seen = viewer is None or sees(viewer, report)
            return self.picture.row(report.id, Projection.COVERT) if seen else None

        return Standings(Tally(COVERT, look))

    def _public_row(self, report: Report) -> ReportRow | None:
        return self.picture.row(report.id, Projection.DESK)


def fill(standings: Standings, reports: Iterable[Report], now: Millis) -> None:
    """Count all reports there are."""
    for report in reports:
        standings.take(report, now)
    standings.refresh(now)
