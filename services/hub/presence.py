"""Who looks at which report: soft state that fades after half a minute, told to those who may see the report."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from services.domain.people import User
from services.domain.report import Millis
from services.protocol.hub_messages import Looking, Presences

FADES: Final[Millis] = 30_000


@dataclass(frozen=True, slots=True)
class Look:
    """One desk's look at a report."""

    user: User
    report: str
    activity: str
    until: Millis


@dataclass(slots=True)
class Presence:
    """The looks of all desks."""

    _looks: dict[str, Look] = field(default_factory=dict)

    def look(self, desk: str, user: User, *, report: str | None, activity: str | None, now: Millis) -> frozenset[str]:
        """Note what a desk looks at, or that it looks at nothing; return the reports about which that is news."""
        if report is None:
            return self.leave(desk)
        before = self._looks.get(desk)
        look = self._looks[desk] = Look(user, report, activity or "viewing", now + FADES)
        if before is None:
            return frozenset({look.report})
        known = (before.report, before.activity) == (look.report, look.activity)
        return frozenset() if known else frozenset({before.report, look.report})

    def leave(self, desk: str) -> frozenset[str]:
        """Forget a desk's look; return the report about which that is news."""
        look = self._looks.pop(desk, None)
        return frozenset() if look is None else frozenset({look.report})

    def fade(self, now: Millis) -> None:
        """Forget looks that were not renewed."""
        self._looks = {desk: look for desk, look in self._looks.items() if look.until > now}

    def seen(self, visible: Callable[[str], bool]) -> Presences:
        """Return what somebody is told for whom only some reports are visible."""
        return Presences(
            desks=tuple(
                Looking(user=look.user.id, name=look.user.name, report=look.report, activity=look.activity)
                for look in self._looks.values()
                if visible(look.report)
            )
        )
