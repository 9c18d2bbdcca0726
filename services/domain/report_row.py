"""How a report is written as a row; what of it a viewer may see is not decided here but in `access`."""

from services.domain.deadlines import Dues
from services.domain.report import Report
from services.domain.rows import ClaimRow, ReportRow, WaitingRow


def hidden(report: Report) -> bool:
    """Whether a report is covert: one of the covert squad is, even if nothing else says so."""
    return report.covert or (report.squad is not None and report.squad.covert)


def row_of(report: Report, due: Dues) -> ReportRow:
    """Return the whole report as a row. Who may see how much of it is decided before, by `access.project` alone."""
    waiting, claim = report.waiting, report.claim
    return ReportRow(
        number=report.number,
        squad=report.squad.value if report.squad else None,
        label=report.label,
        priority=report.priority.value,
        state=report.state.value,
        outcome=report.outcome.value if report.outcome else None,
        title=report.title,
        text=report.text,
        channel=report.channel,
        kecamatan=report.kecamatan,
        desa=report.desa,
        place=report.place,
        lat=report.lat,
        lon=report.lon,
        photos=report.photos,
        received=report.received,
        acknowledged=report.acknowledged,
        queued=report.queued,
        assigned=report.assigned,
        accepted=report.accepted,
        on_scene=report.on_scene,
        resolved=report.resolved,
        closed=report.closed,
        due_first=due.first,
        due_resolve=due.resolve,
        due_acknowledge=due.acknowledge,
        due_accept=due.accept,
        due_verify=due.verify,
        breached=report.breached,
        waiting=WaitingRow(waiting.reason, waiting.until, waiting.since) if waiting else None,
        paused=report.paused,
        members=report.members,
        claim=ClaimRow(claim.user, claim.name, claim.until) if claim else None,
        lapses=report.lapses,
        danger=report.danger,
        escalation=report.escalation,
        handoffs=report.handoffs,
        episode=report.episode,
        reopened=report.reopened,
        open_before=report.open_before,
        duplicates=report.duplicates,
        suspected=report.suspected,
        merged_into=report.merged_into,
        sent=report.sent,
        source_label=report.source_label,
        outside=report.outside,
        sources=report.sources,
        covert=hidden(report),
        pending=report.pending.what if report.pending else None,
    )
