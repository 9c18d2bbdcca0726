"""The rule of undo: within ten seconds, by whoever did it, while nobody else has touched the report since."""

from collections.abc import Callable, Iterable, Sequence

from services.domain.access import sees
from services.domain.applying import fold
from services.domain.case import mark
from services.domain.commands import Undo
from services.domain.events import Absorbed, DutyBegan, DutyEnded, Event, MemberEvent, Merged, Opened, Undone
from services.domain.people import HUB, User
from services.domain.refusals import BadState, Conflict, Denied, NotFound
from services.domain.report import Millis
from services.domain.room import Done, Room

UNDO_FOR: Millis = 10_000
"""How long after its commit a command can be undone."""


def undone(command: Undo, *, actor: User, now: Millis, room: Room) -> tuple[Event, ...]:
    """Put back what one's own command did; what one did oneself since on the same report falls with it.

    What the hub wrote since does not stand in the way: a breach stays, and a step that is due again fires again.

    Raises:
        NotFound: there is no such command, or none this actor may know of.
        Denied: somebody else gave it.
        BadState: it cannot be undone (an `open`, an `undo`, the beginning or end of a duty), or has been already.
        Conflict: too late, or somebody else has touched the report, or another report was tied to it since.
    """
    done = room.done(command.of)
    if done is None or not all(sees(actor, report) for report in done.before):
        raise NotFound
    if not done.before:
        raise BadState if done.actor == actor.id else NotFound
    if done.actor != actor.id:
        raise Denied
    if now - done.at > UNDO_FOR:
        raise Conflict(())
    for event in done.later:
        if event.by not in {actor.id, HUB.id} or isinstance(event, Merged | Absorbed):
            raise Conflict((), by=event.name, changed_at=event.at)
    if _has_fallen(done):
        raise BadState
    return tuple(Undone(**mark(report.id, actor, now), of=command.of, before=report) for report in done.before)


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
    final = any(isinstance(event, Opened | Undone | DutyBegan | DutyEnded) for event in own)
    before, later = [], []
    for report in () if final else reports:
        events = list(history(report))
        at = [n for n, (of, _) in enumerate(events) if of == key]
        before.append(fold(event for _, event in events[: at[0]]))
        later += [event for _, event in events[at[-1] + 1 :]]
    return Done(actor=own[0].by, at=own[0].at, before=tuple(before), later=tuple(later))
