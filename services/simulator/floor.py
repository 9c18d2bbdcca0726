"""The room while a day runs: who is on shift, whom he may ask, what is said, and how an order is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from services.domain.calendar import WIB
from services.domain.commands import Command
from services.domain.people import Member, User
from services.domain.policy import HOUR
from services.domain.report import Millis, Report
from services.domain.squads import Squad
from services.simulator.chance import Chance
from services.simulator.people import BUDI, HENDRO, NUR_AINI, RIZAL, SARI
from services.simulator.stories import Words

_SHIFT: Millis = 8 * HOUR
_FIRST_SHIFT: Millis = 7 * HOUR
_OPERATORS = (SARI.user, BUDI.user, RIZAL.user)
_CLEARED = (NUR_AINI.user, HENDRO.user)


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody's command on a report."""

    actor: User
    command: Command


@dataclass(slots=True)
class Floor:
    """The room while the day runs: who may be asked, what they hold, what they say.

    `loads` counts the open reports of each member.
    """

    chance: Chance
    words: Words
    members: Sequence[Member]
    loads: Mapping[str, int]

    def operators(self, at: Millis) -> tuple[User, User]:
        """Return the two operators of the shift: they change at 07.00, 15.00 and 23.00 WIB."""
        shift = shift_of(at)
        return _OPERATORS[shift % 3], _OPERATORS[(shift + 1) % 3]

    def operator(self, report: Report, at: Millis) -> User:
        """Return who takes care of a report now; of a covert one somebody cleared."""
        if report.covert:
            return _CLEARED[0]
        return self.operators(at)[0 if self.chance.happens(0.6) else 1]

    def another(self, report: Report, at: Millis) -> User:
        """Return who looks over what somebody else has written down as done."""
        candidates = _CLEARED if report.covert else (*self.operators(at), HENDRO.user)
        others = [one for one in candidates if one.id != report.resolved_by]
        return others[0] if self.chance.happens(0.7) else others[-1]

    def member(self, report: Report) -> str:
        """Return a member of the report's squad who has little in hand, another than those who have it."""
        able = [one for one in self.members if one.squad is report.squad and one.id not in report.members]
        return min(able, key=lambda one: (self.loads.get(one.id, 0) - one.limit) + self.chance.uniform(0, 4)).id

    def say(self, act: str, squad: Squad | None) -> str:
        """Return what somebody of this squad, or at a desk, says at an act."""
        return self.chance.choice(self.words.of(act, squad))


def heard(chance: Chance) -> str:
    """Return how a member was heard."""
    return chance.choices(("radio", "whatsapp", "phone", "in_person"), (55, 32, 11, 2))[0]


def shift_of(at: Millis) -> int:
    """Return the number of a shift, counted from 1970."""
    return (at + WIB - _FIRST_SHIFT) // _SHIFT


def shift_start(at: Millis) -> Millis:
    """Return when the shift of this moment began."""
    return shift_of(at) * _SHIFT + _FIRST_SHIFT - WIB
