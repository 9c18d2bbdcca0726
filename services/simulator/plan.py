"""What will become of a report in the believable day: drawn when it comes in, by how its squad is known to answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from services.domain.deadlines import add, calendar_of, first_at, label_of, scaled, targets_of
from services.domain.policy import HOUR, MINUTE, CalendarKind, Label, Policy, Target, Unit
from services.domain.report import Millis, Priority, Report, State
from services.domain.squads import Squad
from services.simulator.chance import Chance


class Twist(Enum):
    """What does not go straight with a report."""

    NONE = auto()
    WRONG_SQUAD = auto()
    HANDED_BACK = auto()
    NO_ANSWER = auto()
    PAUSED = auto()
    PAUSED_LONG = auto()
    REFUSED = auto()
    REOPENED = auto()
    UNFOUNDED = auto()
    NOT_OURS = auto()
    WITHDRAWN = auto()
    DUPLICATE = auto()
    LAPSED = auto()


class Aside(Enum):
    """What somebody does about a report beside the course of things."""

    NOTED = auto()
    RAISED = auto()
    ESCALATED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """When each step is wanted: `acknowledge`, `arrive`, `finish` and `asides` are times, the others lengths.

    `hold` is the state in which it rests for good, `original` the report a duplicate goes into, `right` the label of
    what came under a wrong one, `silent` the member whose radio is off, `operator` who takes care of it if not whoever
    is on shift.
    """

    twist: Twist
    acknowledge: Millis
    assign: Millis
    accept: Millis
    arrive: Millis
    again: Millis
    """How long a way takes that is not the first."""
    finish: Millis
    pause: Millis
    verify: Millis
    reopen: Millis
    asides: tuple[tuple[Aside, Millis], ...] = ()
    hold: State | None = None
    original: str | None = None
    right: Label | None = None
    silent: str = ""
    operator: str = ""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a squad answers: the medians of what it uses of its targets, how much they scatter, what often happens."""

    first: float
    work: float
    spread: float
    twists: Mapping[Twist, float]


_PAUSES = frozenset({Twist.PAUSED, Twist.PAUSED_LONG})

_COMMON = {
    Twist.HANDED_BACK: 0.04,
    Twist.NO_ANSWER: 0.04,
    Twist.PAUSED: 0.06,
    Twist.PAUSED_LONG: 0.03,
    Twist.REFUSED: 0.04,
    Twist.REOPENED: 0.05,
    Twist.UNFOUNDED: 0.03,
    Twist.NOT_OURS: 0.012,
    Twist.WITHDRAWN: 0.02,
    Twist.LAPSED: 0.03,
}

MANNERS: Mapping[Squad | None, Manner] = {
    Squad.PINK: Manner(0.7, 0.55, 0.6, _COMMON),
    Squad.WHITE: Manner(0.42, 0.3, 0.5, _COMMON),
    Squad.ORANGE: Manner(0.62, 0.5, 0.65, {**_COMMON, Twist.PAUSED: 0.1, Twist.PAUSED_LONG: 0.06}),
    Squad.BLUE: Manner(0.5, 0.35, 0.5, _COMMON),
    Squad.YELLOW: Manner(0.7, 0.6, 0.5, {**_COMMON, Twist.NO_ANSWER: 0.2}),
    Squad.RED: Manner(1.45, 1.0, 0.45, {**_COMMON, Twist.PAUSED: 0.14, Twist.PAUSED_LONG: 0.08}),
    Squad.SHADOW: Manner(0.6, 0.45, 0.4, {Twist.PAUSED: 0.2}),
    None: Manner(0.8, 0.4, 0.5, {Twist.NOT_OURS: 0.55, Twist.UNFOUNDED: 0.05}),
}
"""White and blue answer well, red is slow, orange has more than it can carry, a yellow radio is often silent."""

_ASIDES = {Aside.NOTED: 0.22, Aside.RAISED: 0.03, Aside.ESCALATED: 0.04}
_MOST_FIRST, _MOST_WORK = 2.6, 1.6
"""Nothing uses more of its targets than this: by then somebody has made himself heard."""
_QUICKEST, _SLOWEST = 1.2, 16.0
"""Minutes in which the room takes something in, and again gives it to somebody: a tenth of the target."""
_PATIENT: Mapping[Priority, float] = {Priority.P1: 3, Priority.P2: 14, Priority.P3: 70}
"""Minutes until a member says yes."""


def plan_of(report: Report, chance: Chance, *, policy: Policy, burden: float) -> Plan:
    """Draw what will become of a report; `burden` is what its squad has open for each of its members on duty."""
    manner = MANNERS[report.squad]
    label = label_of(report.label, policy)
    calendar = calendar_of(label, report.priority)
    promised = (first_at(report, 1, policy) - report.received) / MINUTE
    swift = min(max(promised / 10, _QUICKEST), _SLOWEST)
    acknowledge = report.received + _minutes(chance.around(swift, 0.5))
    share = min(chance.around(manner.first * (0.75 + burden / 12), manner.spread), _MOST_FIRST)
    used = min(chance.around(manner.work, manner.spread), _MOST_WORK)
    work = scaled(targets_of(label, report.priority)[1], round(used, 2))
    twist = _twist(chance, manner.twists)
    return Plan(
        twist=Twist.NONE if twist in _PAUSES and report.priority is Priority.P1 else twist,
        acknowledge=acknowledge,
        assign=_minutes(chance.around(swift * 0.8, 0.5)),
        accept=_minutes(chance.around(_PATIENT[report.priority], 0.6)),
        arrive=first_at(report, round(share, 2), policy) + chance.randrange(3 * MINUTE),
        again=_minutes(chance.around(45, 0.5)),
        finish=add(acknowledge, work, calendar=calendar, holidays=policy.holidays) + chance.randrange(20 * MINUTE),
        pause=chance.randint(5, 70) * HOUR,
        verify=_minutes(chance.around(100, 0.9)),
        reopen=_minutes(chance.around(400, 0.6)),
        asides=tuple(_asides(chance, report.received)),
    )


def after(report: Report, at: Millis, length: Millis, *, policy: Policy) -> Millis:
    """Return when `length` has passed since `at` for the people who answer such a report: in their hours of duty."""
    calendar = calendar_of(label_of(report.label, policy), report.priority)
    if calendar is CalendarKind.ALWAYS:
        return at + length
    return add(at, Target(length / MINUTE, Unit.MINUTES), calendar=calendar, holidays=policy.holidays)


def _twist(chance: Chance, twists: Mapping[Twist, float]) -> Twist:
    drawn = chance.random()
    for twist, probability in twists.items():
        drawn -= probability
        if drawn < 0:
            return twist
    return Twist.NONE


def _asides(chance: Chance, received: Millis) -> Iterator[tuple[Aside, Millis]]:
    for aside, probability in _ASIDES.items():
        if chance.happens(probability):
            yield aside, received + _minutes(chance.around(50, 0.9))


def _minutes(amount: float) -> Millis:
    return round(amount * MINUTE)
