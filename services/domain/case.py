"""One command on one report, with everything its decision needs; what the parts of the rules hand to each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from services.domain.people import User
from services.domain.refusals import BadFormat, BadState
from services.domain.report import Millis, Report
from services.domain.room import Room
from services.domain.squads import Squad
from services.domain.table import allowed


class Mark(TypedDict):
    """What every event carries."""

    report: str
    at: Millis
    by: str
    name: str


def mark(report: str, actor: User, now: Millis) -> Mark:
    """Return what an event of this actor's carries."""
    return Mark(report=report, at=now, by=actor.id, name=actor.name)


@dataclass(frozen=True, slots=True)
class Case:
    """The report, who gives the command, when and where."""

    report: Report
    actor: User
    now: Millis
    room: Room

    @property
    def mark(self) -> Mark:
        """What the events of this case carry."""
        return mark(self.report.id, self.actor, self.now)

    def bad_state(self) -> BadState:
        """Return the refusal that lists what the report does allow this actor."""
        return BadState(allowed(self.report, self.actor, now=self.now))


def members_of(squad: Squad | None, members: Sequence[str], room: Room) -> tuple[str, ...]:
    """Return the members, each once, if all are of this squad and still with it.

    Raises:
        BadFormat: for any other, known or not: the covert squad's members are not to be told from unknown ones.
    """
    for one in members:
        member = room.members.get(one)
        if member is None or member.squad is not squad or member.ended is not None:
            raise BadFormat("members", "not all are members of the report's squad")
    return tuple(dict.fromkeys(members))
