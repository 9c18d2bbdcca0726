"""Writes what happened: events to the log, reports and members as they are now, and the versions of their rows."""

from collections.abc import Sequence

from services.domain.access import Projection
from services.domain.events import DutyBegan, DutyEnded, Event, MemberEvent
from services.domain.policy import Policy
from services.domain.replied import Replied
from services.domain.report import Millis
from services.domain.rules import apply, apply_duty
from services.hub.commit import Change, Commit, Rows
from services.hub.projections import COUNTED, rows_of
from services.hub.state import State
from services.hub.versions import changed_fields, next_version
from services.store.kept import Held, RowKey


def record(state: State, events: Sequence[Event | MemberEvent], *, key: str, at: Millis, policy: Policy) -> Commit:
    """Write the events of one transaction and return what they changed."""
    position = state.append(events, txn=key, at=at)
    first = position - len(events) + 1
    ended: dict[str, int] = {event.report: first + n for n, event in enumerate(events)}
    duties = [event for event in events if isinstance(event, DutyBegan | DutyEnded)]
    acts = [event for event in events if not isinstance(event, DutyBegan | DutyEnded)]
    for seq, event in enumerate(events, start=first):
        if isinstance(event, Replied):
            state.hold_message(Held(seq, event.report, at))
    changes = [
        _change(state, [act for act in acts if act.report == report], seq=ended[report], policy=policy)
        for report in dict.fromkeys(act.report for act in acts)
    ]
    members = [apply_duty(member, duty) for duty in duties if (member := state.member(duty.report))]
    for member in members:
        state.save_member(member)
    return Commit(position=position, at=at, key=key, changes=tuple(changes), members=tuple(members), events=tuple(acts))


def _change(state: State, events: Sequence[Event], *, seq: int, policy: Policy) -> Change:
    """Apply a report's events and keep it, with the versions of its rows."""
    before = state.load_report(events[0].report)
    after = apply(before, events[0])
    for event in events[1:]:
        after = apply(after, event)
    state.save_report(after, seq)
    earlier, later = rows_of(before, policy), rows_of(after, policy)
    return Change(before, after, later, _count(state, earlier, later, last=events[-1]))


def _count(state: State, earlier: Rows, later: Rows, *, last: Event) -> dict[Projection, int]:
    """Count the projections in which the row has become another."""
    versions = {}
    for projection in COUNTED:
        key = RowKey("report", last.report, projection)
        changed = changed_fields(earlier[projection], later[projection])
        old = state.row_version(key)
        new = next_version(old, changed, by=last.name, at=last.at)
        if changed:
            state.save_row_version(key, new)
        if new.n:
            versions[projection] = new.n
    return versions
