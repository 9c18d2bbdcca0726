"""Carries out one command in one transaction: stored answer, rights, base, state, events, new answer.

Pure but for the state it is given. The checks come in the order of PROTOCOL.md section 6: format, key, visibility,
role, base, state. A body whose format is wrong but whose key can be read consumes its number: its key counts, too.
"""

from dataclasses import dataclass, replace

from services.domain.access import project, sees
from services.domain.commands import Command, Open, Resolve
from services.domain.decide_merging import before_merge
from services.domain.events import DutyBegan, DutyEnded, Event, MemberEvent
from services.domain.people import User
from services.domain.refusals import BadFormat, CommandRefused, Conflict
from services.domain.report import Millis, Report
from services.domain.report_row import hidden
from services.domain.room import Done, Room
from services.domain.rules import admit, decide
from services.domain.undoing import done_of
from services.hub.bases import moved_since, rev_for
from services.hub.commit import Commit
from services.hub.orders import Executed, House, Intake, Order
from services.hub.record import record
from services.hub.state import MembersOf, State
from services.protocol.outcomes import Current, Outcome, from_stored, refusal, stored_form
from services.store.kept import StoredAnswer


def execute(state: State, order: Order, *, house: House, intake: Intake) -> Executed:
    """Carry out a command, or say why not; the answer is kept in the same transaction."""
    attempt = _Attempt(state=state, order=order, now=state.now(), house=house, intake=intake)
    if (told := attempt.told_before()) is not None:
        return Executed(told)
    try:
        executed = attempt.carry_out()
    except CommandRefused as refused:
        outcome = refusal(refused, key=order.envelope.key, at=attempt.now)
        attempt.keep(outcome, None)
        current = attempt.current(outcome.code, outcome.report)
        return Executed(refusal(refused, key=order.envelope.key, at=attempt.now, current=current))
    attempt.keep(executed.outcome, executed.commit)
    return executed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attempt:
    """One command in the transaction it is tried in."""

    state: State
    order: Order
    now: Millis
    house: House
    intake: Intake

    def told_before(self) -> Outcome | None:
        """Return what is said of a key that is not the desk's next: the stored answer, or that it is out of order."""
        asked, desk = self.order.envelope, self.order.desk
        head = self.state.desk_head(desk)
        last = head.last_command if head else 0
        if asked.n == last + 1:
            return None
        if asked.n > last:
            return Outcome(key=asked.key, ok=False, at=self.now, code="out_of_order", wait=0, last_command=last)
        stored = self.state.answer(desk, asked.n)
        if stored is None or stored.hash != asked.hash.hex():
            return Outcome(key=asked.key, ok=False, at=self.now, code="key_reuse")
        current = self.current(stored.result.get("code"), stored.result.get("report"))
        return from_stored({**stored.result, "current": current} if current else dict(stored.result))

    def carry_out(self) -> Executed:
        """Do what is ordered.

        Raises:
            CommandRefused: in the order of the checks.
        """
        asked, actor = self.order.envelope, self.order.actor
        command = asked.order
        if isinstance(command, BadFormat):
            raise command
        report = self.state.load_report(asked.report) if asked.report else None
        admit(report, command, actor=actor, now=self.now)
        if isinstance(command, Open) and (already := self._already_there(command)) is not None:
            return Executed(self._succeeded(already, existing=True))
        conflict = moved_since(self.state, report, self.order, revs=self.house.revs)
        try:
            events = self._decide(report, command)
        except CommandRefused as refused:
            raise conflict or refused from None  # base comes before state
        if conflict is not None:
            raise conflict
        return self._write(events)

    def keep(self, outcome: Outcome, commit: Commit | None) -> None:
        """Keep the answer; the row beside a conflict is no part of it, so that no text outlives its report."""
        asked = self.order.envelope
        answer = StoredAnswer(
            hash=asked.hash.hex(),
            command=asked.name,
            result=stored_form(outcome),
            at=self.now,
            seq=commit.position if commit else None,
        )
        self.state.put_answer(self.order.desk, asked.n, answer)

    def current(self, code: str | None, named: str | None) -> Current | None:
        """Return what stands beside a conflict: the row as it is now, if the actor may see it.

        `named` is the report of the conflict where the command names none.
        """
        id_ = named or self.order.envelope.report
        report = self.state.load_report(id_) if code == Conflict.code and id_ else None
        row = project(report, self.order.actor, self.house.policy) if report else None
        return Current(rev=self._rev(report) or "", value=row) if report and row else None

    def _already_there(self, command: Open) -> Report | None:
        """Return the report that an `open` with this source has made before.

        A covert one counts only for who sees it or has opened it himself: for anybody else the source is as new as
        without it. A public one counts for every connector, so that two of them never open one thing twice.
        """
        source, actor = command.source, self.order.actor
        found = self.state.find_source(source.system, source.id) if source else []
        known = (self.state.load_report(id_) for id_ in found)
        return next((one for one in known if one and _may_know_of(actor, one)), None)

    def _decide(self, report: Report | None, command: Command) -> tuple[Event | MemberEvent, ...]:
        room = self._room(command)
        events = decide(report, command, actor=self.order.actor, now=self.now, room=room)
        if isinstance(command, Open) and command.reporter:
            # Sealed only now that nothing can be refused any more: a refusal leaves no identity behind.
            room = replace(room, identity=self.intake.seal(command.reporter))
            events = decide(report, command, actor=self.order.actor, now=self.now, room=room)
        return events

    def _room(self, command: Command) -> Room:
        house, opening = self.house, isinstance(command, Open)
        return Room(
            policy=house.policy,
            members=MembersOf(self.state),
            gazetteer=house.gazetteer,
            find=self.state.load_report,
            done=self._done,
            before_merge=lambda report: before_merge([event for _, event in self._story(report)]),
            cleared=self.intake.cleared() if isinstance(command, Open) and self._born_covert(command) else frozenset(),
            has_photo=self._may_attach,
            fresh_id=house.draw.report_id() if opening else "",
            fresh_number=house.draw.number(self.state.number_taken) if opening else "",
        )

    def _may_attach(self, photo: str) -> bool:
        """Whether a photo is kept here and was uploaded by the actor himself, or put there by no upload at all."""
        return self.house.has_photo(photo) and self.state.uploader(photo) in {None, self.order.actor.id}

    def _born_covert(self, command: Open) -> bool:
        label = self.house.policy.labels.get(command.label)
        return label is not None and (label.covert or (label.squad is not None and label.squad.covert))

    def _done(self, key: str) -> Done | None:
        own = [logged.event for logged in self.state.done(key)]
        return done_of(key, own, self._story)

    def _story(self, report: str) -> list[tuple[str, Event]]:
        """Return a report's events so far, each with the key of its command."""
        logged = self.state.history(report)
        return [(txn, event) for _, txn, event in logged if not isinstance(event, DutyBegan | DutyEnded)]

    def _write(self, events: tuple[Event | MemberEvent, ...]) -> Executed:
        asked = self.order.envelope
        commit = record(self.state, events, key=asked.key, at=self.now, policy=self.house.policy)
        for photo in photos_in(asked.order):
            self.state.attach_photo(photo)
        told = asked.report or next((change.after.id for change in commit.changes), None)
        after = next((change.after for change in commit.changes if change.after.id == told), None)
        return Executed(self._succeeded(after), commit)

    def _succeeded(self, report: Report | None, *, existing: bool | None = None) -> Outcome:
        return Outcome(
            key=self.order.envelope.key,
            ok=True,
            at=self.now,
            report=report.id if report else None,
            rev=self._rev(report) if report else None,
            existing=existing,
        )

    def _rev(self, report: Report) -> str | None:
        return rev_for(self.state, report, self.order.actor, revs=self.house.revs)


def _may_know_of(actor: User, report: Report) -> bool:
    return not hidden(report) or sees(actor, report) or report.opened_by == actor.id


def photos_in(command: Command | BadFormat) -> tuple[str, ...]:
    """Return the photos a command ties to its report."""
    match command:
        case Open():
            return command.photos
        case Resolve():
            return tuple(item.id for item in command.evidence if item.kind == "photo" and item.id)
        case _:
            return ()
