"""The next act a desk suggests for a report, and of whom: one act, and why, so that a person can judge it at a glance.

The nearest free member is not the nearest one alone: what counts is how long the report would probably wait for him.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from services.domain.people import User
from services.domain.policy import MINUTE
from services.domain.report import Millis, Priority, State
from services.domain.rows import MemberRow, ReportRow
from services.domain.table import allowed

Point = tuple[float, float]
"""Latitude and longitude, WGS 84 degrees."""

METRES_A_MINUTE = 500.0
"""Thirty kilometres an hour: hill roads, by motorcycle."""
MINUTES_A_TASK = 12.0
"""What each open task of a member adds to the wait for him."""
MEDIAN_COUNTS = 0.5
"""How much of a member's own median counts: the other half is distance and load, which stand here already."""

_EARTH = 6_371_000.0
"""Metres."""


class Why(StrEnum):
    """Why an act is suggested."""

    NEW = "new"
    """Nobody has taken the report in."""
    BEST = "best"
    """Of those free, the wait for this member is the shortest."""
    ONLY = "only"
    """He is the only one free."""
    NOBODY = "nobody"
    """Nobody of the squad is free."""
    ASKED = "asked"
    """The member has not answered yet."""
    UNDER_WAY = "under_way"
    BEGUN = "begun"
    PAUSE_OVER = "pause_over"
    RESULT = "result"
    """A result waits for another pair of eyes."""
    PROPOSED = "proposed"
    """Something was proposed that this user may decide on."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One act, for an assignment with the member and what speaks for him; `metres` and `p50` are None if unknown."""

    act: str
    why: Why
    member: str | None = None
    metres: int | None = None
    open: int = 0
    p50: Millis | None = None


def suggest(
    row: ReportRow,
    *,
    members: Mapping[str, MemberRow],
    user: User,
    now: Millis,
    place: Point | None = None,
    own_result: bool = False,
) -> Suggestion | None:
    """Return the natural next act on a report, None where there is none for this user.

    `place` is the report's point, or the middle of its desa or kecamatan. Whoever sent the result (`own_result`) does
    not verify it; what somebody else has in hand before it is assigned is his.
    """
    may = allowed(row, user, now=now)
    if "confirm" in may:
        return Suggestion("confirm", Why.PROPOSED)
    made = _by_state(row, members, user=user, now=now, place=place)
    if made is None or made.act not in may or (own_result and made.act == "verify"):
        return None
    return made


def metres_between(one: Point, other: Point) -> float:
    """Return the distance of two points along the ground."""
    (lat, lon), (lat2, lon2) = (tuple(map(math.radians, point)) for point in (one, other))
    half = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(half))


def is_free(member: MemberRow) -> bool:
    """Whether a member is on duty and has room for one more task."""
    return member.on and member.ended is None and member.open < member.limit


def _by_state(
    row: ReportRow, members: Mapping[str, MemberRow], *, user: User, now: Millis, place: Point | None
) -> Suggestion | None:
    match State(row.state):
        case State.RECEIVED | State.QUEUED:
            return _intake(row, members, user=user, now=now, place=place)
        case State.WAITING:
            over = row.waiting is None or row.waiting.until <= now
            return Suggestion("resume", Why.PAUSE_OVER) if over else None
        case state:
            return _ONE_WAY.get(state)


_ONE_WAY: Mapping[State, Suggestion] = {
    State.ASSIGNED: Suggestion("accept", Why.ASKED),
    State.ACCEPTED: Suggestion("arrive", Why.UNDER_WAY),
    State.ON_SCENE: Suggestion("resolve", Why.BEGUN),
    State.RESOLVED: Suggestion("verify", Why.RESULT),
}
"""States that lead on by one act; a closed report leads nowhere."""


def _intake(
    row: ReportRow, members: Mapping[str, MemberRow], *, user: User, now: Millis, place: Point | None
) -> Suggestion | None:
    """Take in what is new, an emergency always by itself; assign what is ours; leave what another has in hand."""
    holder = row.claim.user if row.claim is not None and row.claim.until > now else None
    if holder not in {None, user.id}:
        return None
    new = row.state == State.RECEIVED
    if new and (holder is None or row.priority == Priority.P1 or row.squad is None):
        return Suggestion("acknowledge", Why.NEW)
    return _assignment(members, squad=row.squad, place=place)


def _assignment(members: Mapping[str, MemberRow], *, squad: str | None, place: Point | None) -> Suggestion:
    free = {id_: member for id_, member in members.items() if member.squad == squad and is_free(member)}
    if not free:
        return Suggestion("assign", Why.NOBODY)
    metres = {id_: _metres(member, place) for id_, member in free.items()}
    usual_way = _middle(metres.values())
    usual_speed = _middle(member.p50 for member in free.values())

    def wait(id_: str) -> tuple[float, str, str]:
        member, way = free[id_], metres[id_]
        minutes = (usual_way if way is None else way) / METRES_A_MINUTE + member.open * MINUTES_A_TASK
        speed = usual_speed if member.p50 is None else member.p50
        return minutes + MEDIAN_COUNTS * speed / MINUTE, member.name, id_

    best = min(free, key=wait)
    way = metres[best]
    return Suggestion(
        "assign",
        Why.ONLY if len(free) == 1 else Why.BEST,
        member=best,
        metres=None if way is None else round(way),
        open=free[best].open,
        p50=free[best].p50,
    )


def _metres(member: MemberRow, place: Point | None) -> float | None:
    if place is None or member.base is None:
        return None
    return metres_between((member.base.lat, member.base.lon), place)


def _middle(values: Iterable[float | None]) -> float:
    """The median of what is known, so that whoever is not known is neither favoured nor passed over."""
    known = sorted(value for value in values if value is not None)
    return (known[(len(known) - 1) // 2] + known[len(known) // 2]) / 2 if known else 0.0
