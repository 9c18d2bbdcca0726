"""Lives through the days behind now: every act by `decide`, every timer when it was due, in the order of time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from services.domain.alarms import found, id_of, standing
from services.domain.commands import Decline, MemberOn, SeeAlarm
from services.domain.events import DutyBegan, DutyEnded, Event, MemberEvent
from services.domain.people import Member
from services.domain.places import Gazetteer
from services.domain.policy import MINUTE, Policy
from services.domain.refusals import CommandRefused
from services.domain.report import Millis, Report
from services.domain.report_row import hidden
from services.domain.room import Room
from services.domain.rules import apply, apply_duty, decide
from services.domain.squads import Squad
from services.domain.timers import due_events, next_due_event
from services.simulator.acting import Turn, act_on, aside_on
from services.simulator.agenda import Agenda
from services.simulator.arrivals import Arrival
from services.simulator.chance import Chance
from services.simulator.floor import Act, Floor, shift_start
from services.simulator.people import HENDRO, NUR_AINI
from services.simulator.plan import Aside, Plan, Twist, plan_of
from services.simulator.scene import Part, staged_plan
from services.simulator.stories import Words
from services.simulator.telling import Teller
from services.simulator.timing import next_act

_SEEN_TWICE = 0.85
"""How often the room sees that something was told before."""
_SEEN_AFTER = 5 * MINUTE
"""How long an alarm calls before somebody of the room has seen it."""
BY_TIME = "hub"
"""The key under which the log keeps what happened by time alone, as the hub writes it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was written at one moment: the key of a command, or `hub`."""

    at: Millis
    key: str
    events: tuple[Event | MemberEvent, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """Everything that happened, in order, and how reports and members stand by now.

    `given_up` are reports about which the room wanted something the rules refuse: none, if the simulator is sound.
    """

    log: Sequence[Entry]
    reports: Mapping[str, Report]
    members: Mapping[str, Member]
    given_up: Sequence[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """The regency the days are lived in."""

    policy: Policy
    gazetteer: Gazetteer
    members: Sequence[Member]
    on_duty: frozenset[str]
    words: Words
    slow: str
    """The member who hardly answers."""


@dataclass(frozen=True, slots=True)
class _Comes:
    arrival: Arrival
    part: Part | None


@dataclass(frozen=True, slots=True)
class _Timers:
    report: str
    version: int


@dataclass(frozen=True, slots=True)
class _Act:
    report: str
    version: int


@dataclass(frozen=True, slots=True)
class _Beside:
    report: str
    aside: Aside


@dataclass(frozen=True, slots=True)
class _Alarm:
    report: str
    alarm: str


@dataclass(frozen=True, slots=True)
class _Duty:
    member: str


_Wanted = _Comes | _Timers | _Act | _Beside | _Alarm | _Duty


class Days:
    """The days being lived; `live` may be called once.

    Timers and acts are looked at again whenever their report changes: those of an older version are passed over.
    """

    def __init__(self, setting: Setting, teller: Teller, chance: Chance, *, now: Millis) -> None:
        self._setting = setting
        self._teller = teller
        self._chance = chance
        self._now = now
        self._agenda: Agenda[_Wanted] = Agenda(now)
        self._at: Millis = 0
        self._log: list[Entry] = []
        self._reports: dict[str, Report] = {}
        self._members = {member.id: member for member in setting.members}
        self._plans: dict[str, Plan] = {}
        self._told: dict[Arrival, str] = {}
        self._numbers: set[str] = set()
        self._given_up: list[str] = []
        self._loads: Counter[str] = Counter()
        self._open: Counter[Squad | None] = Counter()
        able = [member for member in setting.members if member.id in setting.on_duty]
        self._on_duty: Counter[Squad | None] = Counter(member.squad for member in able)
        self._floor = Floor(chance, setting.words, able, self._loads)

    def live(self, comes: Sequence[tuple[Arrival, Part | None]]) -> Past:
        """Let these reports come in, and time pass until now."""
        for arrival, part in comes:
            self._agenda.put(arrival.at, _Comes(arrival, part))
        for n, member in enumerate(sorted(self._setting.on_duty)):
            self._agenda.put(shift_start(self._now) + n * 7_000, _Duty(member))
        for at, wanted in self._agenda.take():
            self._at = at
            self._happen(wanted)
        return Past(self._log, self._reports, self._members, self._given_up)

    def _happen(self, wanted: _Wanted) -> None:
        match wanted:
            case _Comes():
                self._come_in(wanted.arrival, wanted.part)
            case _Duty():
                self._begin_duty(wanted.member)
            case _Alarm():
                self._see(self._reports[wanted.report], wanted.alarm)
            case _Beside():
                self._do_beside(self._reports[wanted.report], wanted.aside)
            case _Timers() | _Act():
                report = self._reports[wanted.report]
                if report.version != wanted.version:
                    return
                if isinstance(wanted, _Timers):
                    self._let_time_pass(report)
                else:
                    self._do_next(report)

    def _come_in(self, arrival: Arrival, part: Part | None) -> None:
        story = arrival.story if part else self._teller.mistaken(arrival.story)
        act = self._teller.told(story, self._at, operator=self._floor.operators(self._at)[0])
        id_ = self._chance.id("r")
        events = self._decided(None, act, id_=id_)
        self._told[arrival] = id_
        self._plans[id_] = plan = self._plan(apply(None, events[0]), arrival, part)
        self._write(events)
        for aside, at in plan.asides:
            self._agenda.put(at, _Beside(id_, aside))

    def _plan(self, report: Report, arrival: Arrival, part: Part | None) -> Plan:
        policy, squad = self._setting.policy, report.squad
        burden = self._open[squad] / max(self._on_duty[squad], 1)
        plan = plan_of(report, self._chance, policy=policy, burden=burden)
        if part is not None:
            return staged_plan(plan, part, report, now=self._now, policy=policy)
        plan = replace(plan, silent=self._setting.slow)
        if arrival.same_as in self._told and not report.covert and self._chance.happens(_SEEN_TWICE):
            return replace(plan, twist=Twist.DUPLICATE, original=self._told[arrival.same_as])
        right = policy.labels[arrival.story.label]
        return plan if right.key == report.label else replace(plan, twist=Twist.NONE, right=right)

    def _begin_duty(self, member: str) -> None:
        covert = self._members[member].squad.covert
        actor = NUR_AINI.user if covert else self._floor.operators(self._at)[0]
        events = decide(None, MemberOn(member=member), actor=actor, now=self._at, room=self._room(""))
        self._write(events)

    def _see(self, report: Report, alarm: str) -> None:
        """Have an alarm seen that still stands, by somebody who may know of it."""
        raised = found(report, alarm)
        if raised is not None and raised.seen is None:
            actor = NUR_AINI.user if hidden(report) else self._floor.operators(self._at)[0]
            events = decide(None, SeeAlarm(alarm=alarm), actor=actor, now=self._at, room=self._room(""))
            self._write(events)

    def _do_beside(self, report: Report, aside: Aside) -> None:
        turn = Turn(report, self._plans[report.id], self._floor, self._at)
        act = aside_on(turn, aside) if report.open else None
        if act is not None:
            self._write(self._decided(report, act))

    def _do_next(self, report: Report) -> None:
        """Do what the plan says; where the rules refuse it the plan was too twisted, and goes straight from here."""
        plan = self._plans[report.id]
        act = act_on(Turn(report, plan, self._floor, self._at))
        try:
            events = self._decided(report, act)
        except CommandRefused:
            if plan.twist is Twist.NONE:
                self._given_up.append(report.id)
                return
            self._plans[report.id] = replace(plan, twist=Twist.NONE)
            self._agenda.put(self._at, _Act(report.id, report.version))
            return
        if isinstance(act.command, Decline):
            self._plans[report.id] = replace(plan, twist=Twist.NONE)
        self._write(events)

    def _let_time_pass(self, report: Report) -> None:
        events = due_events(report, now=self._at, policy=self._setting.policy, up_since=0, down_since=None)
        if events:
            self._write(events, key=BY_TIME)

    def _decided(self, report: Report | None, act: Act, *, id_: str = "") -> tuple[Event, ...]:
        events = decide(report, act.command, actor=act.actor, now=self._at, room=self._room(id_))
        return tuple(event for event in events if not isinstance(event, DutyBegan | DutyEnded))

    def _room(self, id_: str) -> Room:
        number = self._chance.number(self._numbers) if id_ else ""
        self._numbers.add(number)
        return Room(
            policy=self._setting.policy,
            members=self._members,
            gazetteer=self._setting.gazetteer,
            find=self._reports.get,
            done=lambda _: None,
            cleared=frozenset({NUR_AINI.user.id, HENDRO.user.id}),
            fresh_id=id_,
            fresh_number=number,
        )

    def _write(self, events: Sequence[Event | MemberEvent], *, key: str = "") -> None:
        """Keep what happened and look again at every report it touched."""
        self._log.append(Entry(self._at, key or f"day/{len(self._log) + 1}", tuple(events)))
        for event in events:
            if isinstance(event, DutyBegan | DutyEnded):
                self._members[event.report] = apply_duty(self._members[event.report], event)
                continue
            before = self._reports.get(event.report)
            after = self._reports[event.report] = apply(before, event)
            self._count(before, -1)
            self._count(after, 1)
        for id_ in dict.fromkeys(event.report for event in events if event.report in self._reports):
            self._look_at(self._reports[id_])

    def _count(self, report: Report | None, step: int) -> None:
        if report is not None and report.open:
            self._open[report.squad] += step
            for member in report.members:
                self._loads[member] += step

    def _look_at(self, report: Report) -> None:
        policy = self._setting.policy
        for alarm in standing(report):
            if alarm.seen is None:
                self._agenda.put(alarm.raised + _SEEN_AFTER, _Alarm(report.id, id_of(report.id, alarm)))
        self._agenda.put(next_due_event(report, policy), _Timers(report.id, report.version))
        self._agenda.put(next_act(report, self._plans[report.id], policy), _Act(report.id, report.version))
