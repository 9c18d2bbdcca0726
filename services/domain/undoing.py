"""The rule of undo: within ten seconds, by whoever did it, while nobody else has touched the report since."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace

from services.domain.access import Projection, project, projection_of, sees
from services.domain.alarm_events import AlarmSeen, AlarmShelved
from services.domain.applying import apply, fold
from services.domain.case import mark
from services.domain.commands import Undo
from services.domain.events import (
    Absorbed,
    DutyBegan,
    DutyEnded,
    Event,
    MemberEvent,
    Merged,
    Opened,
    Undone,
)
from services.domain.link_events import Parted, Suspected, Unmerged
from services.domain.people import HUB, User
from services.domain.refusals import BadState, Conflict, Denied, NotFound
from services.domain.replied import HELD_FOR, Replied
from services.domain.report import Millis, Report
from services.domain.report_row import hidden
from services.domain.room import Done, Room
from services.domain.rows import ReportRow

UNDO_FOR: Millis = 10_000
"""How long after its commit a command can be undone."""

_FINAL = Opened | Undone | DutyBegan | DutyEnded | AlarmSeen | AlarmShelved
"""What cannot be put back."""
_TYING = Merged | Absorbed | Unmerged | Parted
"""What ties a report to another or unties it: putting back only one of the two would tear them apart."""


def undone(command: Undo, *, actor: User, now: Millis, room: Room) -> tuple[Event, ...]:
    """Put back what one's own command did; what one did oneself since on the same report falls with it.

    What the hub wrote since does not stand in the way: a breach stays, and a step that is due again fires again. Nor
    does who has seen or shelved an alarm, which moves no row of the report.
    Nor does what this actor may not know of, and it stays, too. A message that has gone out to a citizen is out.

    Raises:
        NotFound: there is no such command, or none this actor may know of.
        Denied: somebody else gave it.
        BadState: it cannot be undone (an `open`, an `undo`, the beginning or end of a duty), or has been already.
        Conflict: too late, or somebody else has touched the report, or another report was tied to it since.
    """
    done = room.done(command.of)
    if done is None or not all(_visible(report, actor, room) for report in done.before):
        raise NotFound
    if not done.before:
        raise BadState if done.actor == actor.id else NotFound
    if done.actor != actor.id:
        raise Denied
    last = next((event for event in reversed(done.later) if _stands_in_the_way(event, actor, now)), None)
    ties = {tie.report: _opposite(tie, actor, now) for tie in done.hidden_ties}
    restored = {one.id: Undone(**mark(one.id, actor, now), of=command.of, before=one) for one in _restored(done, actor)}
    events: dict[str, Event] = {**restored, **ties}
    if last is not None or now - done.at > (HELD_FOR if done.held else UNDO_FOR):
        by, at = (actor.name, done.at) if last is None else (last.name, last.at)
        report = done.before[0].id if last is None else last.report
        raise Conflict(_changed(room.find(report), events[report], actor, room=room), by, at, report=report)
    if _has_fallen(done):
        raise BadState
    return tuple(events.values())


def _visible(before: Report, actor: User, room: Room) -> bool:
    """Whether the actor may know of a report both as it was and as it is now."""
    present = room.find(before.id)
    return present is not None and sees(actor, before) and sees(actor, present)


def _stands_in_the_way(event: Event, actor: User, now: Millis) -> bool:
    sent = isinstance(event, Replied) and now - event.at > HELD_FOR
    foreign = event.by not in {actor.id, HUB.id} or isinstance(event, _TYING) or sent
    return foreign and not isinstance(event, AlarmSeen | AlarmShelved) and not _untold(event, actor)


def _untold(event: Event, actor: User) -> bool:
    """Whether a covert report was tied to this one, which never happened for whoever is not cleared."""
    return isinstance(event, Absorbed | Parted) and event.hidden and projection_of(actor) is not Projection.COVERT


def _opposite(tie: Absorbed | Parted, actor: User, now: Millis) -> Absorbed | Parted:
    """Return what puts a hidden tie back and moves nothing else: an `undone` would tell the uncleared of it."""
    kind = Parted if isinstance(tie, Absorbed) else Absorbed
    return kind(**mark(tie.report, actor, now), duplicate=tie.duplicate, hidden=True)


def _restored(done: Done, actor: User) -> Iterable[Report]:
    """Yield each report as it was before, with what the actor cannot mean to put back.

    That is what he may not know of, and what the hub suspects.
    """
    for before in done.before:
        kept = before
        for event in done.later:
            if event.report == before.id and (isinstance(event, Suspected) or _untold(event, actor)):
                kept = apply(kept, event)
        yield replace(kept, version=before.version)


def _changed(present: Report | None, event: Event, actor: User, *, room: Room) -> tuple[str, ...]:
    """Return the fields in which the row differs from what the undo would make of it."""
    rows = [project(one, actor, room.policy) for one in (present, apply(present, event)) if one is not None]
    return tuple(field.name for field in fields(ReportRow) if len({repr(getattr(row, field.name)) for row in rows}) > 1)


def _has_fallen(done: Done) -> bool:
    """Whether it has been undone already, by itself or with what came before it."""
    versions = {report.id: report.version for report in done.before}
    return any(isinstance(event, Undone) and event.before.version <= versions[event.report] for event in done.later)


def done_of(
    key: str,
    own: Sequence[Event | MemberEvent],
    history: Callable[[str], Iterable[tuple[str, Event]]],
) -> Done | None:
    """Return the command of a key as `undo` needs it, or None if nothing was done under it.

    `own` are the events of that command, `history` gives all events of a report so far, each with its command's key.
    """
    if not own:
        return None
    reports = tuple(dict.fromkeys(event.report for event in own))
    final = any(isinstance(event, _FINAL) for event in own)
    before, later = [], []
    for report in () if final else reports:
        events = list(history(report))
        at = [n for n, (of, _) in enumerate(events) if of == key]
        before.append(fold(event for _, event in events[: at[0]]))
        later += [event for _, event in events[at[-1] + 1 :]]
    held = any(isinstance(event, Replied) for event in own)
    public = {report.id for report in before if not hidden(report)}
    ties = (event for event in own if isinstance(event, Absorbed | Parted) and event.hidden)
    return Done(
        actor=own[0].by,
        at=own[0].at,
        before=tuple(before),
        later=tuple(later),
        held=held,
        hidden_ties=tuple(tie for tie in ties if tie.report in public),
    )
