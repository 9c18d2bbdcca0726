"""The desks with the same rights: their one board, and who of them is told what when."""

from dataclasses import dataclass, field
from typing import Final

from services.domain.access import (
    label_row,
    on_board,
    project_alarms,
    project_member,
    project_squad,
    project_storage,
)
from services.domain.alarms import STORAGE
from services.domain.report import Millis, Priority, Report
from services.domain.rows import Row
from services.domain.squads import Squad
from services.hub.commit import Commit
from services.hub.follower import Follower
from services.hub.pending import RowOp
from services.hub.picture import Picture
from services.hub.scopes import Scope
from services.hub.standings import Standings
from services.hub.tally import Key
from services.hub.telling import told_name
from services.protocol.frames import encode_event
from services.protocol.hub_messages import Happened

BEAT: Final[Millis] = 25
"""How long a change waits for others (it may 50 ms); the first one after a pause, and a P1, do not wait at all."""


@dataclass(slots=True, eq=False)
class Circle:
    """One scope with its followers. `hot` says that something waits for the next beat."""

    scope: Scope
    standings: tuple[Standings, ...]
    followers: list[Follower] = field(default_factory=list)
    hot: bool = False
    told: Millis = 0
    looked: Millis = 0
    unstored: bool = False
    """Whether these viewers are told that the hub can store nothing."""
    _stale: set[Key] = field(default_factory=set)
    _alarms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Which alarms of a report are shown, for the few that have any."""

    def fill(self, picture: Picture, now: Millis) -> None:
        """Show everything there is."""
        viewer = self.scope.viewer
        for report in picture.reports.values():
            self._show_report(report, picture)
            self._show_alarms(report, picture)
        for key, label in picture.policy.labels.items():
            row = label_row(label, picture.policy, viewer)
            self.scope.show("label", key, self.scope.derived("label", key, row), position=picture.position)
        self.look_again(picture)
        self._show_stale(picture, now)

    def look_again(self, picture: Picture) -> None:
        """Note that every row of a squad or member may have changed."""
        self._stale = {("member", member) for member in picture.members} | {("squad", squad) for squad in Squad}
        self.hot = True

    def take(self, commit: Commit, picture: Picture, *, now: Millis) -> None:
        """Show what a commit changed; tell at once if nothing was told lately, or if it is an emergency."""
        urgent = False
        for change in commit.changes:
            op = self._show_report(change.after, picture)
            if op is not None:
                self._tell(op)
                urgent |= change.after.priority is Priority.P1
            for op in self._show_alarms(change.after, picture):
                self._tell(op)
        reports = self.scope.board.entries("report")
        for event in commit.events:
            name = told_name(event, self.scope.viewer)
            if name is not None and event.report in reports:
                told = Happened(event=name, report=event.report, by=event.name, at=event.at)
                self._happen(event.report, encode_event(told))
        if urgent:
            self.flush(picture, now)

    def touch(self, touched: list[tuple[Standings, set[Key]]]) -> None:
        """Note rows of squads and members that may have changed; they are made when the next deltas leave."""
        for standings, keys in touched:
            if keys and any(standings is mine for mine in self.standings):
                self._stale |= keys
                self.hot = True

    def settle(self, desk: str, key: str, position: int) -> None:
        """Note that a desk's own command is among what it is told next."""
        for follower in self.followers:
            if follower.desk == desk:
                follower.pending.settle(key, position)
                self.hot = True

    def beat(self, picture: Picture, now: Millis) -> None:
        """Tell the followers what waits, if the last time is long enough ago."""
        if self.hot and not 0 <= now - self.told < BEAT:
            self.flush(picture, now)

    def next_beat(self) -> Millis | None:
        """Return when `beat` is wanted next, None while nothing waits."""
        return max(self.told, self.looked) + BEAT if self.hot else None

    def flush(self, picture: Picture, now: Millis) -> None:
        """Tell the followers what waits; who is behind stays for the next beat.

        Only what was told counts for the pace: nothing that these viewers may not see hastens or delays what they may.
        """
        self._show_stale(picture, now)
        told = [follower.flush(picture, now) for follower in self.followers]
        if any(told):
            self.told = now
        self.looked = now
        self.hot = any(follower.pending and not follower.catching_up for follower in self.followers)

    def tick(self, picture: Picture, now: Millis) -> None:
        """Send the deltas that are due whether or not something happened."""
        due = [follower for follower in self.followers if follower.due(now)]
        if due and self._stale:
            self._show_stale(picture, now)
        for follower in due:
            follower.flush(picture, now, anyway=True)

    def _show_report(self, report: Report, picture: Picture) -> RowOp | None:
        shown = on_board(self.scope.viewer, report)
        row = picture.encoded(report.id, self.scope.projection) if shown else None
        return self.scope.show("report", report.id, row, position=picture.position)

    def fail_storage(self, picture: Picture, *, since: Millis, now: Millis) -> None:
        """Tell of the alarm that nothing can be stored, where it is one.

        It stands in no log: cursors from here on are no use after the hub's next start, and get a snapshot.
        """
        row = project_storage(since, self.scope.viewer)
        if row is None or self.unstored:
            return
        self.unstored = True
        id_ = f"a-{STORAGE}"
        op = self.scope.show("alarm", id_, self.scope.derived("alarm", id_, row), position=picture.position)
        for follower in self.followers:
            follower.sealing = follower.sealing.unstored()
        if op is not None:
            self._tell(op)
        self.flush(picture, now)

    def _show_alarms(self, report: Report, picture: Picture) -> list[RowOp]:
        """Show which alarms stand on a report; they come and go with its events alone."""
        shown = self._alarms.pop(report.id, ())
        rows = project_alarms(report, self.scope.viewer)
        if rows:
            self._alarms[report.id] = tuple(rows)
        encoded = {id_: self.scope.derived("alarm", id_, row) for id_, row in rows.items()}
        ops = (
            self.scope.show("alarm", id_, encoded.get(id_), position=picture.position)
            for id_ in dict.fromkeys((*shown, *rows))
        )
        return [op for op in ops if op is not None]

    def _show_stale(self, picture: Picture, now: Millis) -> None:
        stale, self._stale = self._stale, set()
        for kind, id_ in sorted(stale):
            row = self._derived(kind, id_, picture, now=now)
            shown = self.scope.derived(kind, id_, row) if row is not None else None
            op = self.scope.show(kind, id_, shown, position=picture.position)
            if op is not None:
                self._tell(op)

    def _derived(self, kind: str, id_: str, picture: Picture, *, now: Millis) -> Row | None:
        """Return the row of a squad or member, None if it is nothing to this circle's viewers."""
        viewer = self.scope.viewer
        if kind == "squad":
            squad = Squad(id_)
            standings = self._standings(squad)
            row = standings.squad_row(squad, picture.members, now) if standings else None
            return project_squad(squad, row, viewer) if row else None
        member = picture.members.get(id_)
        standings = self._standings(member.squad) if member else None
        return project_member(member, standings.load(member), viewer) if member and standings else None

    def _standings(self, squad: Squad) -> Standings | None:
        return next((mine for mine in self.standings if squad in mine.squads), None)

    def _tell(self, op: RowOp) -> None:
        self.hot = True
        for follower in self.followers:
            follower.pending.add(op)

    def _happen(self, report: str, event: bytes) -> None:
        self.hot = True
        for follower in self.followers:
            follower.pending.tell(report, event)
