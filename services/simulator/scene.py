"""The last hours before now, composed: so that the room is alive at whatever hour of the week it is opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from services.domain.deadlines import claim_length, first_at
from services.domain.policy import DAY, HOUR, MINUTE, Policy
from services.domain.report import Millis, Report, State
from services.simulator.arrivals import Arrival
from services.simulator.people import BUDI, SARI, Person
from services.simulator.plan import Plan, Twist
from services.simulator.stories import Story

_LOOK_BACK: Millis = 9 * DAY


@dataclass(frozen=True, slots=True)
class Part:
    """A story and where it rests: `due` minutes from now until its first action is (or was) due, or `ago` it came in.

    Where office hours leave no such due time it came in `ago` minutes before now. `by` takes care of it, and with the
    twist `LAPSED` keeps it in hand.
    """

    story: str
    hold: State
    due: int | None = None
    ago: int = 0
    twist: Twist = Twist.NONE
    by: Person | None = None


RECEIVED, QUEUED, ASSIGNED, ACCEPTED = State.RECEIVED, State.QUEUED, State.ASSIGNED, State.ACCEPTED
ON_SCENE, WAITING, RESOLVED, CLOSED = State.ON_SCENE, State.WAITING, State.RESOLVED, State.CLOSED

PARTS = (
    Part("x003", ACCEPTED, due=-134, ago=149),
    Part("x101", ACCEPTED, due=-71, ago=2900),
    Part("x081", QUEUED, due=-26, ago=500),
    Part("x141", ACCEPTED, due=-12, ago=1500),
    Part("x021", ASSIGNED, due=4, ago=11),
    Part("x004", RECEIVED, due=11, ago=4),
    Part("x061", RECEIVED, due=12, ago=3),
    Part("x006", ASSIGNED, due=14, ago=2400),
    Part("x001", QUEUED, due=18, ago=2100),
    Part("x041", ACCEPTED, due=22, ago=200),
    Part("x030", QUEUED, due=24, ago=6, by=BUDI),
    Part("x082", ASSIGNED, due=27, ago=210),
    Part("x022", ON_SCENE, ago=52),
    Part("x064", ASSIGNED, ago=8),
    Part("x083", RECEIVED, ago=14),
    Part("x162", RECEIVED, ago=9),
    Part("x102", RECEIVED, ago=95),
    Part("x161", RECEIVED, ago=130),
    Part("x045", QUEUED, ago=37, twist=Twist.LAPSED, by=SARI),
    Part("x121", RECEIVED, ago=64),
    Part("x002", ON_SCENE, ago=1300),
    Part("x042", ON_SCENE, ago=170),
    Part("t084", ON_SCENE, ago=33),
    Part("t120", ON_SCENE, ago=41),
    Part("x107", WAITING, ago=4300, twist=Twist.PAUSED),
    Part("x046", WAITING, ago=2700, twist=Twist.PAUSED),
    Part("x013", WAITING, ago=5200, twist=Twist.PAUSED_LONG),
    Part("x087", RESOLVED, ago=1000),
    Part("x025", RESOLVED, ago=300),
    Part("x065", RESOLVED, ago=420),
    Part("x007", RESOLVED, ago=4100),
    Part("x089", RESOLVED, ago=240, twist=Twist.UNFOUNDED),
    Part("x029", CLOSED, ago=400),
    Part("x067", CLOSED, ago=180),
    Part("x090", CLOSED, ago=1250),
    Part("x047", CLOSED, ago=800),
)
"""What stands in the room besides what the past has left."""

STAGED = frozenset(part.story for part in PARTS)


def staged(
    stories: Mapping[str, Story], *, now: Millis, policy: Policy, blank: Report
) -> Sequence[tuple[Arrival, Part]]:
    """Return the composed arrivals in order of time; `blank` is any report, for asking when things would be due."""
    found = []
    for part in PARTS:
        story = stories[part.story]
        label = policy.labels[story.label]
        one = replace(blank, label=label.key, priority=label.priority)
        found.append((Arrival(_came_in(part, one, now=now, policy=policy), story), part))
    return sorted(found, key=lambda one: one[0].at)


def staged_plan(plan: Plan, part: Part, report: Report, *, now: Millis, policy: Policy) -> Plan:
    """Return the plan of a composed report: through its states before now, and then it rests.

    Steps are spread over its age, so that the last of them is not long past.
    """
    age = now - report.received
    near = min(age // 8, 12 * MINUTE)
    return replace(
        plan,
        twist=part.twist,
        acknowledge=report.received + near,
        assign=min(near, claim_length(report.priority) * 2 // 3),
        accept=min(age // 8, 25 * MINUTE),
        arrive=min(report.received + age // 2, first_at(report, 0.8, policy)),
        again=age // 40 // 2 * 2 + 1,
        finish=report.received + age * 4 // 5,
        pause=min(age // 2 + 20 * HOUR, 70 * HOUR),
        verify=max(age // 10, MINUTE) if part.twist is Twist.NONE else DAY,
        asides=(),
        hold=part.hold,
        operator=part.by.user.id if part.by else "",
    )


def _came_in(part: Part, one: Report, *, now: Millis, policy: Policy) -> Millis:
    """When it came in so that it is due when it should be, to the minute."""
    latest = now - part.ago * MINUTE
    if part.due is None:
        return latest
    due = now + part.due * MINUTE
    low, high = now - _LOOK_BACK, now
    while high - low > 1:
        middle = (low + high) // 2
        if first_at(replace(one, received=middle), 1, policy) <= due:
            low = middle
        else:
            high = middle
    found = first_at(replace(one, received=low), 1, policy)
    return low if due - found < 2 * MINUTE else latest
