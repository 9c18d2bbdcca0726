"""What happens to alarms: the one cause no other event tells of, and that somebody has seen or shelved one.

An alarm is named by its report, what it is about and when it was raised, so that a mark never falls on the next one.
"""

from dataclasses import dataclass

from services.domain.happening import Happening
from services.domain.report import Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAccepted(Happening):
    """The members of an assignment have not said yes in time; once an assignment, written by the hub."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmSeen(Happening):
    """Somebody has seen an alarm, for everybody."""

    about: str
    raised: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmShelved(Happening):
    """A supervisor has put an alarm aside until a time."""

    about: str
    raised: Millis
    until: Millis
    reason: str
    note: str | None = None
