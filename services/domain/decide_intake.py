"""The rules of taking in, giving out and sorting: open, acknowledge, assign, reassign, prioritise, relabel."""

from typing import assert_never

from services.domain.case import Case, mark, members_of
from services.domain.commands import Acknowledge, Assign, Open, Prioritise, Reassign, Relabel
from services.domain.deadlines import claim_length
from services.domain.events import Acknowledged, Assigned, Event, Opened, Prioritised, Relabelled, Routed
from services.domain.people import User
from services.domain.policy import OTHER_LABEL, Policy
from services.domain.refusals import BadFormat
from services.domain.report import Millis, Priority, State
from services.domain.room import Room
from services.domain.squads import Squad

IntakeCommand = Acknowledge | Assign | Reassign | Prioritise | Relabel


def opened(command: Open, *, actor: User, now: Millis, room: Room) -> tuple[Event, ...]:
    """Open a report; a label nobody knows, or one no longer in use, becomes `lainnya` and keeps its own name."""
    if not all(room.has_photo(photo) for photo in command.photos):
        raise BadFormat("photos", "not all are kept here")
    found = room.policy.labels.get(command.label)
    label = found if found and found.active else None
    squad = label.squad if label else None
    covert = bool(label and label.covert) or bool(squad and squad.covert)
    location = room.gazetteer.locate(command.desa, command.lat, command.lon)
    return (
        Opened(
            **mark(room.fresh_id, actor, now),
            number=room.fresh_number,
            label=label.key if label else OTHER_LABEL,
            squad=squad,
            priority=label.priority if label else _other_priority(room.policy),
            title=command.title,
            text=command.text,
            channel=command.channel,
            kecamatan=location.kecamatan,
            desa=location.desa,
            place=command.place,
            lat=command.lat,
            lon=command.lon,
            outside=location.outside,
            photos=command.photos,
            danger=command.danger,
            source_label=command.source_label if label else command.source_label or command.label,
            source_system=command.source.system if command.source else None,
            source_id=command.source.id if command.source else None,
            sent=command.sent,
            identity=room.identity if command.reporter else None,
            covert=covert,
            access=tuple(sorted(room.cleared)) if covert else (),
        ),
    )


def _other_priority(policy: Policy) -> Priority:
    other = policy.labels.get(OTHER_LABEL)
    return other.priority if other else Priority.P3


def decide_intake(case: Case, command: IntakeCommand) -> tuple[Event, ...]:
    """Return what happens when one of these is carried out; state and rights have been looked at."""
    match command:
        case Acknowledge():
            return (_acknowledged(case, command),)
        case Assign():
            return (*_taken_in(case, case.report.squad), _assigned(case, command.members, squad=case.report.squad))
        case Reassign():
            return _reassigned(case, command)
        case Prioritise():
            return (Prioritised(**case.mark, priority=command.priority, reason=command.reason, note=command.note),)
        case Relabel():
            label = _label(command.label, case.room.policy)
            return (Relabelled(**case.mark, label=label, reason=command.reason, note=command.note),)
        case never:
            assert_never(never)


def _acknowledged(case: Case, command: Acknowledge) -> Acknowledged:
    report = case.report
    label = report.label if command.label is None else _label(command.label, case.room.policy)
    priority = command.priority or report.priority
    return Acknowledged(
        **case.mark,
        squad=_squad_taken_in(case, command.squad, label),
        label=label,
        priority=priority,
        until=case.now + claim_length(priority),
    )


def _squad_taken_in(case: Case, wanted: Squad | None, label: str) -> Squad:
    """The squad as confirmed or corrected; an unmapped report gets the one asked for, or else its label's."""
    present = case.report.squad
    if present is not None and wanted in {None, present}:
        return present
    if present is not None and case.report.state is State.QUEUED:
        raise BadFormat("squad", "a queued report changes its squad by reassign")
    known = case.room.policy.labels.get(label)
    squad = wanted or (known.squad if known else None)
    if squad is None:
        raise BadFormat("squad", "a report without a squad must be given one")
    return _public(squad)


def _public(squad: Squad) -> Squad:
    """The squad, if a report may be moved there; to the covert one it goes only by being made covert."""
    if squad.covert:
        raise BadFormat("squad", "not a public squad")
    return squad


def _label(key: str, policy: Policy) -> str:
    label = policy.labels.get(key)
    if label is None or not label.active:
        raise BadFormat("label", "not a label in use")
    return key


def _taken_in(case: Case, squad: Squad | None) -> tuple[Event, ...]:
    """Giving out what nobody has taken in yet takes it in."""
    report = case.report
    if report.state is not State.RECEIVED or squad is None:
        return ()
    until = case.now + claim_length(report.priority)
    return (Acknowledged(**case.mark, squad=squad, label=report.label, priority=report.priority, until=until),)


def _assigned(
    case: Case,
    members: tuple[str, ...],
    *,
    squad: Squad | None,
    reason: str | None = None,
    note: str | None = None,
) -> Assigned:
    return Assigned(**case.mark, members=members_of(squad, members, case.room), reason=reason, note=note)


def _reassigned(case: Case, command: Reassign) -> tuple[Event, ...]:
    """To another squad's queue, to other members, or to another squad's members in one go."""
    report = case.report
    squad = report.squad if command.squad is None else command.squad
    moved: tuple[Event, ...] = ()
    if squad is report.squad and not command.members:
        raise BadFormat("squad", "the report is with this squad already")
    if squad is not None and squad is not report.squad:
        moved = (
            Routed(
                **case.mark,
                squad=_public(squad),
                reason=command.reason,
                note=command.note,
                handoff=report.state is not State.RECEIVED,
                to_queue=report.state is not State.RECEIVED and not command.members,
            ),
        )
    if not command.members:
        return moved
    assigned = _assigned(case, command.members, squad=squad, reason=command.reason, note=command.note)
    return (*moved, *_taken_in(case, squad), assigned)
