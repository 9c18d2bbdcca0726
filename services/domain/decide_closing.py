"""The rules of ending and opening again: verify, refuse, close with its duplicates, confirm, decline, reopen."""

from typing import assert_never

from services.domain.access import sees
from services.domain.case import Case
from services.domain.commands import Close, Confirm, Decline, Refuse, Reopen, Verify
from services.domain.decide_merging import merged, parting
from services.domain.events import Closed, Confirmed, Declined, Event, Refused, Reopened, Verified
from services.domain.refusals import Denied
from services.domain.report import Outcome, State

ClosingCommand = Verify | Refuse | Close | Confirm | Decline | Reopen


def decide_closing(case: Case, command: ClosingCommand) -> tuple[Event, ...]:
    """Return what happens when one of these is carried out; state and rights have been looked at.

    A merge tells of two reports, and so does the reopening of what was merged.
    """
    match command:
        case Verify():
            _other_person(case, case.report.resolved_by)
            return (Verified(**case.mark),)
        case Refuse():
            return (Refused(**case.mark, reason=command.reason, note=command.note),)
        case Close():
            return _closed(case, command)
        case Confirm():
            _other_person(case, case.report.pending.by if case.report.pending else None)
            return (Confirmed(**case.mark),)
        case Decline():
            _other_person(case, case.report.pending.by if case.report.pending else None)
            return (Declined(**case.mark, reason=command.reason, note=command.note),)
        case Reopen():
            return (Reopened(**case.mark, reason=command.reason, note=command.note), *_parted(case))
        case never:
            assert_never(never)


def _parted(case: Case) -> tuple[Event, ...]:
    """Return that what it was merged into loses it again; one the actor may not know of is left as it is."""
    target = case.room.find(case.report.merged_into) if case.report.merged_into else None
    return (parting(case, target),) if target is not None and sees(case.actor, target) else ()


def _other_person(case: Case, first: str | None) -> None:
    """Four eyes: whoever did or asked for it may not settle it."""
    if first == case.actor.id:
        raise Denied


def _closed(case: Case, command: Close) -> tuple[Event, ...]:
    pending = command.outcome in {Outcome.UNFOUNDED, Outcome.NOT_OURS}
    if pending and case.report.pending:
        raise case.bad_state()
    if command.outcome is Outcome.DONE:
        if case.report.state is not State.RESOLVED:
            raise case.bad_state()
        _other_person(case, case.report.resolved_by)
    if command.into is not None:
        return merged(case, command.into, reason=command.reason, note=command.note)
    closed = Closed(
        **case.mark,
        outcome=command.outcome,
        reason=command.reason,
        note=command.note,
        pending=pending,
    )
    return (closed,)
