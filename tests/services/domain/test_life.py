"""Any people, any commands, in any order: nothing but a refusal is raised, and what must hold always holds."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from services.domain.access import sees
from services.domain.commands import (
    NAME_OF,
    Accept,
    Acknowledge,
    Arrive,
    Assign,
    Close,
    Command,
    Confirm,
    Decline,
    Escalate,
    Evidence,
    HandBack,
    MemberOff,
    MemberOn,
    Merge,
    Note,
    Open,
    Prioritise,
    Reassign,
    Refuse,
    Relabel,
    Release,
    Reopen,
    Reply,
    Resolve,
    Resume,
    TakeClaim,
    Undo,
    Unmerge,
    Verify,
    Wait,
)
from services.domain.decide_merging import before_merge
from services.domain.events import DutyBegan, DutyEnded, Event, MemberEvent, Undone
from services.domain.link_events import Unmerged
from services.domain.people import HUB, Member, User
from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.refusals import BadFormat, CommandRefused, NotFound
from services.domain.report import Millis, Outcome, Priority, Report, State
from services.domain.room import Done
from services.domain.rules import apply, apply_duty, decide, fold
from services.domain.squads import Squad
from services.domain.table import allowed
from services.domain.timers import due_events, next_due_event
from services.domain.undoing import done_of
from tests.builders import (
    BUDI,
    LABELS,
    MEMBERS,
    NOW,
    SARI,
    a_dispatcher,
    a_policy,
    a_regent,
    a_room,
    a_supervisor,
    an_intake,
)

ACTORS = (
    a_dispatcher(SARI),
    a_dispatcher(BUDI, squads=[Squad.ORANGE, Squad.BLUE]),
    a_dispatcher("u-tri", cleared=True),
    a_supervisor(),
    a_supervisor("u-rizal", cleared=True),
    a_regent(),
    an_intake(),
    HUB,
)
ABOUT_NO_REPORT = (Open, Undo, MemberOn, MemberOff)
CLEARED = frozenset({"u-tri", "u-rizal"})
POLICY = a_policy()

STRAIGHT = {
    State.RECEIVED: "acknowledge",
    State.QUEUED: "assign",
    State.ASSIGNED: "accept",
    State.ACCEPTED: "arrive",
    State.ON_SCENE: "resolve",
    State.WAITING: "resume",
    State.RESOLVED: "verify",
    State.CLOSED: "reopen",
}
"""The command that leads on."""

SELDOM = ("wait", "refuse", "close", "merge", "unmerge", "confirm", "release")

members = st.sampled_from([member.id for member in MEMBERS] + ["m-99"])
reasons = st.sampled_from(
    ["other", "late", "nearer", "no_access", "done", "problem_back", "new_facts", "no_evidence", "ladder"]
)
notes = st.sampled_from(["Karena begitu.", None])
squads = st.sampled_from([*Squad, None])
labels = st.sampled_from([*LABELS, "kucing"])
priorities = st.sampled_from(list(Priority))
lengths = st.sampled_from([1, 10_001, 20_001, MINUTE, 5 * MINUTE, HOUR, DAY])
reasoned = {"reason": reasons, "note": notes}
ids = st.integers(0, 3).map("r-{}".format)

COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(Open, label=labels, text=st.sampled_from(["Tolong", ""]), photos=st.sampled_from([(), ("p-1", "p-2")])),
    st.builds(Acknowledge, squad=squads, label=st.none() | labels, priority=st.none() | priorities),
    st.builds(Acknowledge),
    st.builds(Assign, members=st.lists(members, max_size=2).map(tuple)),
    st.sampled_from([Assign(members=("m-31",)), Assign(members=("m-41",)), Assign(members=("m-71",))]),
    st.builds(Reassign, squad=squads, members=st.lists(members, max_size=1).map(tuple), **reasoned),
    st.builds(Accept, member=members),
    st.builds(Arrive, member=members),
    st.builds(Wait, reason=st.sampled_from(["citizen", "material"]), until=lengths.map(NOW.__add__), note=notes),
    st.builds(Resume),
    st.builds(Resolve, evidence=st.sampled_from([(), (Evidence("photo"),)])),
    st.builds(Verify),
    st.builds(Refuse, **reasoned),
    st.builds(HandBack, **reasoned),
    st.builds(Escalate, level=st.integers(0, 4), **reasoned),
    st.builds(Close, outcome=st.sampled_from(list(Outcome)), into=st.none() | ids, **reasoned),
    st.builds(Confirm),
    st.builds(Decline, **reasoned),
    st.builds(Reopen, **reasoned),
    st.builds(Prioritise, priority=priorities, **reasoned),
    st.builds(Relabel, label=labels, **reasoned),
    st.builds(Merge, into=ids),
    st.builds(Unmerge),
    st.builds(Reply, text=st.sampled_from(["Petugas berangkat.", ""])),
    st.builds(Note, text=st.sampled_from(["Lihat.", ""])),
    st.builds(TakeClaim, reason=st.none() | st.sampled_from(["urgent", "other"]), note=notes),
    st.builds(Release),
    st.builds(MemberOn, member=members),
    st.builds(MemberOff, member=members),
)


class Life(RuleBasedStateMachine):
    """A room with a log, a clock that goes on, and people who may do anything."""

    def __init__(self) -> None:
        super().__init__()
        self.now: Millis = NOW
        self.up_since: Millis = NOW
        self.down_since: Millis | None = None
        self.log: list[tuple[str, Event]] = []
        self.reports: dict[str, Report] = {}
        self.members: dict[str, Member] = {member.id: member for member in MEMBERS}
        self.keys: list[str] = []
        self.put_back: set[str] = set()
        self.breached: dict[str, set[str]] = defaultdict(set)
        for label in ("banjir", "jalan_rusak", "pungli"):
            self.give(None, Open(label=label, text="Tolong"), an_intake())

    def done(self, key: str) -> Done | None:
        own = [event for of, event in self.log if of == key]
        return done_of(key, own, lambda report: [(of, event) for of, event in self.log if event.report == report])

    def take(self, key: str, events: tuple[Event | MemberEvent, ...]) -> None:
        """Write down what happened."""
        for event in events:
            if isinstance(event, DutyBegan | DutyEnded):
                self.members[event.report] = apply_duty(self.members[event.report], event)
                continue
            before = self.reports.get(event.report)
            self.reports[event.report] = after = apply(before, event)
            self.log.append((key, event))
            if before and not isinstance(event, Undone | Unmerged):
                never_shrinks(before, after)

    def give(self, report: str | None, command: Command, actor: User) -> None:
        """Give a command as a desk does: it works or is refused, and never differently than was said to be allowed."""
        found = self.reports.get(report or "")
        room = a_room(
            *self.reports.values(),
            members=self.members.values(),
            cleared=CLEARED,
            done=self.done,
            before_merge=lambda about: before_merge([event for _, event in self.log if event.report == about]),
            fresh_id=f"r-{len(self.reports)}",
            fresh_number=f"N-{len(self.reports)}",
        )
        try:
            events = decide(found, command, actor=actor, now=self.now, room=room)
        except CommandRefused as why:
            self.was_refused(found, command, actor=actor, why=why)
            return
        name = NAME_OF[type(command)]
        assert isinstance(command, ABOUT_NO_REPORT) or (found and name in allowed(found, actor, now=self.now)), name
        self.keys.append(f"d.{len(self.keys)}")
        self.take(self.keys[-1], events)

    def was_refused(self, report: Report | None, command: Command, *, actor: User, why: CommandRefused) -> None:
        """Whoever does not see a report is told only that there is none."""
        if report and not isinstance(command, ABOUT_NO_REPORT) and actor != HUB and not sees(actor, report):
            assert isinstance(why, NotFound | BadFormat), why

    @rule(report=ids, command=COMMANDS, actor=st.sampled_from(ACTORS))
    def anything(self, report: str, command: Command, actor: User) -> None:
        if isinstance(command, Wait):
            command = replace(command, until=command.until - NOW + self.now)
        self.give(report, command, actor)

    @rule(report=ids, actor=st.sampled_from(ACTORS[:5]), other=st.booleans(), data=st.data())
    def something_that_is_allowed(self, report: str, actor: User, other: bool, data: Any) -> None:
        if report in self.reports and (names := allowed(self.reports[report], actor, now=self.now)):
            name = data.draw(st.sampled_from(names))
            self.give(report, self.sensible(name, self.reports[report], other=other), actor)

    def sensible(self, name: str, report: Report, *, other: bool = False) -> Command:
        """A command of that name with arguments that fit."""
        squad = report.squad or Squad.BLUE
        commands: dict[str, Command] = {
            "acknowledge": Acknowledge(squad=squad),
            "assign": Assign(members=(f"m-{squad.key}1",)),
            "reassign": Reassign(squad=Squad.BLUE, reason="wrong_squad"),
            "accept": Accept(member=(*report.members, "")[0]),
            "arrive": Arrive(member=(*report.members, "")[0]),
            "wait": Wait(reason="material", until=self.now + (9 * DAY if other else HOUR)),
            "resume": Resume(),
            "resolve": Resolve(evidence=(Evidence("photo"),)),
            "verify": Verify(),
            "refuse": Refuse(reason="no_evidence"),
            "hand_back": HandBack(reason="no_access"),
            "escalate": Escalate(level=report.escalation + 1, reason="late"),
            "close": Close(outcome=Outcome.DUPLICATE, reason="duplicate", into="r-1")
            if other
            else Close(outcome=Outcome.UNFOUNDED, reason="no_problem_found"),
            "confirm": Confirm(),
            "decline": Decline(reason="no_evidence"),
            "reopen": Reopen(reason="problem_back"),
            "prioritise": Prioritise(priority=Priority.P1, reason="new_facts"),
            "relabel": Relabel(label="banjir", reason="new_facts"),
            "merge": Merge(into="r-1" if other else "r-0"),
            "unmerge": Unmerge(),
            "reply": Reply(text="Petugas berangkat."),
            "note": Note(text="Lihat."),
            "claim": TakeClaim(reason="urgent"),
            "release": Release(),
        }
        return commands[name]

    @rule(
        report=ids,
        goal=st.sampled_from(State),
        then=st.booleans(),
        other=st.booleans(),
        actor=st.sampled_from(ACTORS[:5]),
    )
    def the_straight_way(self, report: str, goal: State, *, then: bool, other: bool, actor: User) -> None:
        """On to a state by whoever may (Tri writes for the members, Rizal closes), and then what chance seldom does."""
        if report not in self.reports:
            return
        for _ in State:
            if self.reports[report].state is not goal:
                name = STRAIGHT[self.reports[report].state]
                self.give(report, self.sensible(name, self.reports[report]), ACTORS[4 if name == "verify" else 2])
        for name in SELDOM if then else ():
            self.give(report, self.sensible(name, self.reports[report], other=other), actor)

    @rule(back=st.integers(1, 4), actor=st.sampled_from(ACTORS))
    def undo(self, back: int, actor: User) -> None:
        if len(self.keys) >= back:
            self.give(None, Undo(of=self.keys[-back]), actor)

    @rule(length=lengths)
    def time_passes(self, length: Millis) -> None:
        self.now += length
        self.the_hub_writes()

    @rule(length=lengths)
    def the_hub_was_down(self, length: Millis) -> None:
        self.down_since, self.now = self.now, self.now + length
        self.up_since = self.now
        self.the_hub_writes()

    def the_hub_writes(self) -> None:
        """Everything that is due is written, nothing before its time, and nothing twice."""
        for report in list(self.reports.values()):
            at = next_due_event(report, POLICY)
            events = self.due(report, self.now)
            assert bool(events) is (at is not None and at <= self.now)
            if at is not None:
                assert not self.due(report, at - 1)
                assert self.due(report, max(at, self.now))
            self.take("", events)
            assert not self.due(self.reports[report.id], self.now)

    def due(self, report: Report, now: Millis) -> tuple[Event, ...]:
        return due_events(report, now=now, policy=POLICY, up_since=self.up_since, down_since=self.down_since)

    @invariant()
    def the_report_is_the_fold_of_its_events(self) -> None:
        for report in self.reports.values():
            assert fold(event for _, event in self.log if event.report == report.id) == report

    @invariant()
    def a_breach_is_never_lost(self) -> None:
        for report in self.reports.values():
            assert self.breached[report.id] <= set(report.breached)
            assert len(set(report.breached)) == len(report.breached)
            self.breached[report.id] = set(report.breached)

    @invariant()
    def every_report_is_whole(self) -> None:
        for report in self.reports.values():
            is_whole(report)


def never_shrinks(before: Report, after: Report) -> None:
    """What only undo and unmerge may take back."""
    assert after.version == before.version + 1
    for once in ("received", "acknowledged", "queued", "assigned", "accepted", "on_scene"):
        assert getattr(before, once) in {None, getattr(after, once)}, once
    for count in ("handoffs", "refusals", "lapses", "episode", "paused", "open_before"):
        assert getattr(after, count) >= getattr(before, count), count
    assert after.episode > before.episode or after.escalation >= before.escalation
    assert after.covert is before.covert
    assert after.access == before.access


def is_whole(report: Report) -> None:
    """What hangs together in a report, whatever happened to it."""
    held = report.state in {State.ASSIGNED, State.ACCEPTED, State.ON_SCENE, State.WAITING, State.RESOLVED}
    assert (report.state is State.CLOSED) is (report.outcome is not None) is (report.closed is not None)
    assert (report.state is State.WAITING) is (report.waiting is not None)
    assert report.state is State.CLOSED or (report.state is State.RESOLVED) is (report.resolved is not None)
    assert bool(report.members) is held or report.state is State.CLOSED
    assert report.state in {State.RECEIVED, State.CLOSED} or (report.queued and report.acknowledged)
    assert report.squad is not None or not held
    assert report.open or (report.claim is None and report.pending is None)
    assert not report.retired or not report.open
    assert (report.outcome is Outcome.DUPLICATE) is (report.merged_into is not None)
    if report.pending and report.pending.what == "pause":
        assert report.state in {State.ACCEPTED, State.ON_SCENE}
    if report.queued is not None:
        assert report.paused >= 0
    if report.reopened is not None:
        assert report.episode > 1
        assert report.open_before <= report.reopened - report.received


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=40, stateful_step_count=50)
