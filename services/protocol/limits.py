"""How much one connection may ask for, by role, and the buckets of permits that count it."""

from dataclasses import dataclass

from services.domain.people import Role, User
from services.domain.report import Millis

SECOND: Millis = 1_000


@dataclass(frozen=True, slots=True)
class Allowance:
    """Permits a second and how many may be saved up."""

    a_second: float
    burst: int


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds told in `welcome`: commands a second and their burst, and messages with commands under way."""

    commands: Allowance
    in_flight: int


PEOPLE = Limits(Allowance(10, 60), in_flight=16)
CONNECTORS = Limits(Allowance(1_000, 2_000), in_flight=64)
READS = Allowance(50, 50)
SUBSCRIBES = Allowance(1, 10)
"""A subscription may cost a snapshot."""
REMARKS = Allowance(50, 200)
"""Pings, presence, and frames that are refused: beyond, they are dropped, and a refused frame ends the connection."""
FRAMES = Allowance(1_500, 300)
"""Frames of whatever kind: beyond, the connection is read more slowly, so that one desk's flood delays no other."""


def limits_of(user: User) -> Limits:
    """Return the bounds of a user's roles."""
    return CONNECTORS if Role.INTAKE in user.roles else PEOPLE


class Bucket:
    """Permits that come in at a steady rate and are saved up to a burst."""

    __slots__ = ("_allowance", "_at", "_level")

    def __init__(self, allowance: Allowance, now: Millis) -> None:
        self._allowance = allowance
        self._at = now
        self._level = float(allowance.burst)

    def take(self, now: Millis) -> Millis:
        """Take a permit; return 0, or how many milliseconds (at least 1) until there will be one."""
        allowance = self._allowance
        gained = max(0, now - self._at) * allowance.a_second / SECOND
        self._level = min(float(allowance.burst), self._level + gained)
        self._at = max(self._at, now)
        if self._level >= 1:
            self._level -= 1
            return 0
        return int((1 - self._level) * SECOND / allowance.a_second) + 1
