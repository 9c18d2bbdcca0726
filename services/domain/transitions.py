"""How a report goes from one state to the next: the moves `apply` is made of.

The clocks are kept here: the squad clock starts once, a pause counts no longer than it was meant to, episodes add up.
"""

from dataclasses import replace
from types import MappingProxyType

from services.domain.report import Millis, Outcome, Pending, Report, State, Waiting


def first(known: Millis | None, at: Millis) -> Millis:
    """Return a time that is set once."""
    return at if known is None else known


def sourced(report: Report, time: str, source: str) -> Report:
    """Return the report with it written down who vouches for a time."""
    return replace(report, sources=MappingProxyType({**report.sources, time: source}))


def only_closing(pending: Pending | None) -> Pending | None:
    """Return what stays pending when work ends: a pause asked for falls with it, a closing asked for stands."""
    return pending if pending and pending.what == "close" else None


def pause_over(report: Report, at: Millis) -> Report:
    """Return the report back from its pause, if any; it never counts beyond its end, however late that is seen."""
    waiting = report.waiting
    if waiting is None:
        return report
    length = min(at, waiting.until) - waiting.since
    return replace(report, state=waiting.back, waiting=None, paused=report.paused + max(length, 0))


def paused(report: Report, *, reason: str, since: Millis, until: Millis) -> Report:
    """Return the report with its squad clock paused."""
    waiting = Waiting(reason, until, since, report.state)
    return replace(report, state=State.WAITING, waiting=waiting, pending=only_closing(report.pending))


def to_queue(report: Report, at: Millis) -> Report:
    """Return the report in the queue of its squad, without members; what was never acknowledged is so now."""
    return replace(
        pause_over(report, at),
        state=State.QUEUED,
        acknowledged=first(report.acknowledged, at),
        queued=first(report.queued, at),
        queued_since=at,
        assigned_since=None,
        members=(),
        resolved=None,
        resolved_by=None,
        sources=MappingProxyType({time: by for time, by in report.sources.items() if time != "resolved"}),
        pending=only_closing(report.pending),
    )


def closed(report: Report, at: Millis, outcome: Outcome) -> Report:
    """Return the report closed with an outcome; lease, pause and whatever was pending end."""
    return replace(
        pause_over(report, at),
        state=State.CLOSED,
        outcome=outcome,
        closed=at,
        closed_from=report.state,
        claim=None,
        pending=None,
    )


def confirmed(report: Report, at: Millis) -> Report:
    """Return the report as it was asked for: closed now, or paused from the request on."""
    pending = report.pending
    if pending is None:
        return report
    if pending.outcome is not None:
        return closed(report, at, pending.outcome)
    return paused(replace(report, pending=None), reason=pending.reason, since=pending.at, until=pending.until or at)


def reopened(report: Report, at: Millis) -> Report:
    """Return the report in its next episode: the citizen has waited the earlier ones, too; the ladder begins anew."""
    began = report.received if report.reopened is None else report.reopened
    ended = at if report.closed is None else report.closed
    return replace(
        to_queue(report, at),
        outcome=None,
        closed=None,
        closed_from=None,
        retired=False,
        episode=report.episode + 1,
        reopened=at,
        open_before=report.open_before + ended - began,
        acted=None,
        escalation=0,
        ladder=(),
        merged_into=None,
        hidden_links=tuple(one for one in report.hidden_links if one != report.merged_into),
    )
