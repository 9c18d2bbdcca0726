"""The rows of squads and members for one audience: counts at once, figures when they were last made."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from services.domain.access import Load
from services.domain.people import Member
from services.domain.report import Millis, Report
from services.domain.rows import SquadRow
from services.domain.squads import Squad
from services.figures.cells import Reached
from services.hub.response import WINDOW_DAYS, Response, in_target_of, p50_of
from services.hub.tally import Key, Tally


@dataclass(slots=True)
class Standings:
    """What one audience is told of some squads and of their members."""

    tally: Tally
    response: Response = field(default_factory=Response)
    _rows: dict[Squad, SquadRow] = field(default_factory=dict)

    @property
    def squads(self) -> frozenset[Squad]:
        """The squads counted here."""
        return self.tally.squads

    def take(self, report: Report, now: Millis) -> set[Key]:
        """Take a report as it is now and return whose rows changed by it at once."""
        row = self.tally.row(report)
        self.response.take(report.id, row, now)
        return self.tally.take(report.id, None if report.retired else row, now)

    def refresh(self, now: Millis) -> set[Key]:
        """Make figures anew in which something changed and return whose rows may have changed by it."""
        return self.response.refresh(now)

    def tick(self, now: Millis) -> set[Key]:
        """Go along with the time and return whose rows may have changed by it."""
        return self.tally.tick(now) | self.response.tick(now)

    def load(self, member: Member) -> Load:
        """Return what a member has in hand and how fast he has been."""
        count, cell = self.tally.count("member", member.id), self.response.cell("member", member.id)
        return Load(open=count.open, late=count.late, due_hour=count.due_hour, p50=p50_of(cell), n=cell.n)

    def squad_row(self, squad: Squad, members: Mapping[str, Member], now: Millis) -> SquadRow:
        """Return a squad's row; it keeps its time as long as nothing else in it has changed."""
        count, cell = self.tally.count("squad", squad.value), self.response.cell("squad", squad.value)
        row = SquadRow(
            open=count.open,
            late=count.late,
            unassigned=count.unassigned,
            to_verify=count.to_verify,
            on=sum(member.on and member.squad is squad for member in members.values()),
            window_days=WINDOW_DAYS,
            n=cell.n,
            p50=p50_of(cell),
            p50_reached=isinstance(cell.p50, Reached),
            used50=cell.used50,
            in_target=in_target_of(cell),
            at=now,
        )
        earlier = self._rows.get(squad)
        if earlier is None or replace(row, at=earlier.at) != earlier:
            self._rows[squad] = row
        return self._rows[squad]
