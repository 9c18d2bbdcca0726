"""Who sees what: `project` is the only way from the hub's reports to a wire, a page, a file or a figure.

For whoever is not cleared a covert report does not exist; for the cleared it exists where they stand on its access
list. A person on a report's exclusion list never sees it, whatever the role. The wall and the auditor see no report at
all; a connector sees what it opened itself, when it asks, and no board.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from services.domain import alarms
from services.domain.deadlines import dues, targets_of
from services.domain.people import HUB, Member, Role, User
from services.domain.policy import Label, Policy
from services.domain.report import Alarm, Millis, Outcome, Priority, Report
from services.domain.report_row import hidden, row_of
from services.domain.rows import AlarmRow, Base, LabelRow, MemberRow, ReportRow, SeenRow, ShelvedRow, SquadRow
from services.domain.squads import Squad
from services.domain.table import role_may

_DESK = frozenset({Role.DISPATCHER, Role.SUPERVISOR})
_BOARD = _DESK | {Role.REGENT}


class Projection(StrEnum):
    """A class of viewers who see the same in a row: what `rev` counts for (RELIABILITY.md section 6.3)."""

    DESK = "desk"
    COVERT = "covert"
    REGENT = "regent"
    INTAKE = "intake"
    WALL = "wall"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Load:
    """What a member has in hand and how fast he has been, counted over the viewer's own projection.

    `due_hour` is how many are due within the hour; `p50` in milliseconds, None under n = 10.
    """

    open: int = 0
    late: int = 0
    due_hour: int = 0
    p50: Millis | None = None
    n: int = 0


def projection_of(viewer: User) -> Projection:
    """Return the class of viewers this one belongs to; somebody with no role at all is of the narrowest, the wall's."""
    if _cleared(viewer):
        return Projection.COVERT
    if viewer.roles & _DESK:
        return Projection.DESK
    if Role.REGENT in viewer.roles:
        return Projection.REGENT
    if Role.INTAKE in viewer.roles:
        return Projection.INTAKE
    return Projection.AUDIT if Role.AUDITOR in viewer.roles else Projection.WALL


def sees(viewer: User, report: Report) -> bool:
    """Whether the report exists for this viewer, live or long closed."""
    return _works_with(viewer, report) or _brought(viewer, report)


def on_board(viewer: User, report: Report) -> bool:
    """Whether the report stands on this viewer's board: his to work with, and not yet closed for 24 hours."""
    return not report.retired and _works_with(viewer, report)


def may(user: User, command: str, report: Report | None = None) -> bool:
    """Whether this user's role gives him the command, by its name on the wire, on this report or on none.

    A report that does not exist for him allows nothing; the states are for `table.allowed`.
    """
    return role_may(command, user) and (report is None or user == HUB or sees(user, report))


def project(report: Report, viewer: User, policy: Policy) -> ReportRow | None:
    """Return what this viewer may see of a report, live or retired; None if it does not exist for him."""
    if not sees(viewer, report):
        return None
    shown = report if _cleared(viewer) else _without_hidden_links(report)
    return row_of(shown, dues(report, policy))


def project_alarms(report: Report, viewer: User) -> dict[str, AlarmRow]:
    """Return the alarms of a report on this viewer's board, by id: they exist for him only where the report stands."""
    if not (report.alarms and on_board(viewer, report)):
        return {}
    return {
        alarms.id_of(report.id, alarm): AlarmRow(
            about=alarm.about,
            level=alarms.CRITICAL,
            report=report.id,
            squad=report.squad.value if report.squad else None,
            priority=report.priority.value,
            raised=alarm.raised,
            since=alarms.since(report, alarm),
            by=alarm.by,
            seen=SeenRow(alarm.seen.user, alarm.seen.name, alarm.seen.at) if alarm.seen else None,
            shelved=_shelved(alarm),
            count=1,
            reports=(report.id,),
        )
        for alarm in alarms.standing(report)
    }


def project_storage(since: Millis, viewer: User) -> AlarmRow | None:
    """Return the alarm that the hub has not been able to store anything since a time; supervisors are told."""
    if Role.SUPERVISOR not in viewer.roles:
        return None
    return AlarmRow.of_the_room(alarms.STORAGE, level=alarms.CRITICAL, since=since, raised=since)


def _shelved(alarm: Alarm) -> ShelvedRow | None:
    shelf = alarm.shelved
    return ShelvedRow(shelf.user, shelf.name, shelf.until, shelf.reason) if shelf else None


def project_member(member: Member, load: Load, viewer: User) -> MemberRow | None:
    """Return what this viewer may see of a member; covert ones exist for the cleared only, under a code name."""
    squad = member.squad
    if not _sees_squad(viewer, squad):
        return None
    base = None
    if member.desa is not None and member.lat is not None and member.lon is not None:
        base = Base(member.desa, member.lat, member.lon)
    return MemberRow(
        name=member.id if squad.covert and not member.code_name else member.name,
        squad=squad.value,
        on=member.on,
        on_since=member.on_since,
        limit=member.limit,
        open=load.open,
        late=load.late,
        due_hour=load.due_hour,
        p50=load.p50,
        n=load.n,
        base=base,
        ended=member.ended,
        replaced_by=member.replaced_by,
        code_name=member.code_name,
    )


def project_squad(squad: Squad, row: SquadRow, viewer: User) -> SquadRow | None:
    """Return what this viewer may see of a squad's figures, which were counted over the viewer's own projection.

    Of the covert squad the regent is told four figures and no more: open, late, n and p50.
    """
    if squad.covert and Role.REGENT in viewer.roles and not _cleared(viewer):
        return replace(
            row,
            unassigned=None,
            to_verify=None,
            on=None,
            window_days=None,
            p50_reached=None,
            used50=None,
            in_target=None,
            at=None,
        )
    return row if _sees_squad(viewer, squad) else None


def label_row(label: Label, policy: Policy, viewer: User) -> LabelRow:
    """Return a label as this viewer's desk offers it.

    Everybody may choose a covert label; only the cleared are told whose it is.
    """
    targets = {priority.value: targets_of(label, priority) for priority in Priority}
    untold = _is_covert(label) and not _cleared(viewer)
    return LabelRow(
        name={"id": label.name_id, "en": label.name_en},
        squad=None if untold or label.squad is None else label.squad.value,
        priority=label.priority.value,
        calendar=label.calendar.value,
        first={priority: str(first) for priority, (first, _) in targets.items()},
        resolve={priority: str(resolve) for priority, (_, resolve) in targets.items()},
        sensitive=label.sensitive,
        active=label.active,
        policy=policy.version,
        icon=label.icon,
        call=label.call,
    )


def _cleared(viewer: User) -> bool:
    """`covert` means something only beside dispatcher or supervisor."""
    return viewer.cleared and bool(viewer.roles & _DESK)


def _works_with(viewer: User, report: Report) -> bool:
    """Whose board it may stand on; for a covert report the access list decides, not a dispatcher's squads."""
    if viewer.id in report.excluded:
        return False
    if hidden(report):
        return _cleared(viewer) and viewer.id in report.access
    return bool(viewer.roles & _BOARD) and _covers(viewer, report.squad)


def _brought(viewer: User, report: Report) -> bool:
    """A connector may look at what it opened, unless that is covert: then it does not exist for it either."""
    own = Role.INTAKE in viewer.roles and report.opened_by == viewer.id
    return own and not hidden(report) and viewer.id not in report.excluded


def _is_covert(label: Label) -> bool:
    return label.covert or (label.squad is not None and label.squad.covert)


def _covers(viewer: User, squad: Squad | None) -> bool:
    """A dispatcher may be limited to some squads; who is anything more is not. No squad lies in nobody's limits."""
    if viewer.squads is None or viewer.roles & {Role.SUPERVISOR, Role.REGENT}:
        return True
    return squad in viewer.squads


def _sees_squad(viewer: User, squad: Squad) -> bool:
    if squad.covert:
        return _cleared(viewer)
    return bool(viewer.roles & _BOARD) and _covers(viewer, squad)


def _without_hidden_links(report: Report) -> Report:
    """The report as if no covert one were tied to it: what was merged into a covert one just looks cancelled."""
    if not report.hidden_links:
        return report
    covert = frozenset(report.hidden_links)
    cancelled = report.merged_into in covert
    return replace(
        report,
        duplicates=tuple(other for other in report.duplicates if other not in covert),
        suspected=tuple(other for other in report.suspected if other not in covert),
        merged_into=None if cancelled else report.merged_into,
        outcome=Outcome.CANCELLED if cancelled else report.outcome,
    )
