"""The next step of a report as a desk sees it, and how long it takes people to come to it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from services.domain.board import Board, Entry
from services.domain.calendar import office_calendar
from services.domain.commands import Accept, Acknowledge, Arrive, Assign, Command, Evidence, Resolve, Verify
from services.domain.policy import MINUTE, CalendarKind
from services.domain.report import Millis, Priority, State
from services.domain.rows import MemberRow, ReportRow
from services.domain.squads import Squad
from services.simulator.chance import Chance
from services.simulator.floor import heard
from services.simulator.stories import Words

WORK_SHARE = 0.12
"""Share of the resolution target after which a member may be done."""

_PATIENCE: Mapping[State, Mapping[Priority, float]] = {
    State.RECEIVED: {Priority.P1: 0.8, Priority.P2: 1.5, Priority.P3: 3},
    State.QUEUED: {Priority.P1: 0.5, Priority.P2: 1.5, Priority.P3: 3},
    State.ASSIGNED: {Priority.P1: 0.8, Priority.P2: 2, Priority.P3: 4},
    State.ACCEPTED: {Priority.P1: 4, Priority.P2: 8, Priority.P3: 20},
    State.RESOLVED: {Priority.P1: 4, Priority.P2: 8, Priority.P3: 10},
}
"""Minutes in each state before the next step."""
_FIELD = frozenset({State.ASSIGNED, State.ACCEPTED, State.ON_SCENE})


@dataclass(frozen=True, slots=True)
class Step:
    """A report whose next step is to be written down."""

    row: ReportRow
    board: Board
    words: Words
    chance: Chance

    def say(self, act: str) -> str:
        """Return what a member of its squad, or somebody at a desk, says."""
        return self.chance.choice(self.words.of(act, Squad(self.row.squad) if self.row.squad else None))


def since(row: ReportRow) -> Millis:
    """Return when the last step was."""
    times = (row.received, row.acknowledged, row.assigned, row.accepted, row.on_scene, row.resolved)
    return max(at for at in times if at is not None)


def waits(row: ReportRow) -> Millis | None:
    """Return how long after its last step the next one comes, None where there is none to come by itself."""
    if row.state == State.ON_SCENE:
        return (
            None
            if row.due_resolve is None or row.queued is None
            else round(WORK_SHARE * (row.due_resolve - row.queued))
        )
    minutes = _PATIENCE.get(State(row.state))
    return None if minutes is None else round(minutes[Priority(row.priority)] * MINUTE)


def at_work(row: ReportRow, board: Board, now: Millis) -> bool:
    """Whether the people for its next step are at work: members only in the hours of its label, an emergency always."""
    label = board.entries("label").get(row.label)
    office = label is not None and label.row.calendar == CalendarKind.OFFICE and row.priority != Priority.P1
    return not (office and row.state in _FIELD) or _office_open(now)


def command_for(step: Step) -> Command | None:
    """Return what is written down next, None if nobody can be found for it."""
    return _NEXT[State(step.row.state)](step)


def _office_open(now: Millis) -> bool:
    hours = office_calendar(frozenset())
    return hours.hours(now + MINUTE) > hours.hours(now)


def _acknowledge(step: Step) -> Command | None:
    return Acknowledge(squad=Squad.RED if step.row.squad is None else None)


def _assign(step: Step) -> Command | None:
    """To the member of its squad who is on duty and has least in hand."""
    able = [(one.row.open - one.row.limit, id_) for id_, one in _members(step) if one.row.on and one.row.ended is None]
    return Assign(members=(min(able)[1],)) if able else None


def _members(step: Step) -> Iterator[tuple[str, Entry[MemberRow]]]:
    return ((id_, one) for id_, one in step.board.entries("member").items() if one.row.squad == step.row.squad)


def _accept(step: Step) -> Command | None:
    return Accept(member=step.row.members[0], via=heard(step.chance), words=step.say("accept"))


def _arrive(step: Step) -> Command | None:
    return Arrive(member=step.row.members[0], via=heard(step.chance), words=step.say("arrive"))


def _resolve(step: Step) -> Command | None:
    kind = "document" if step.row.squad == Squad.RED else "visit_note"
    return Resolve(evidence=(Evidence(kind, words=step.say("resolve")),), via=heard(step.chance))


def _verify(_: Step) -> Command | None:
    return Verify()


_NEXT: Mapping[State, Callable[[Step], Command | None]] = {
    State.RECEIVED: _acknowledge,
    State.QUEUED: _assign,
    State.ASSIGNED: _accept,
    State.ACCEPTED: _arrive,
    State.ON_SCENE: _resolve,
    State.RESOLVED: _verify,
}
