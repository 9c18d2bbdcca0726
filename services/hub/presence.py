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

    def look(self, desk: str, user: User, *, report: str | None, activity: str | None, now: Millis) -> bool:
        """Note what a desk looks at, or that it looks at nothing; return whether that is news."""
        if report is None:
            return self.leave(desk)
        before = self._looks.pop(desk, None)
        look = Look(user, report, activity or "viewing", now + FADES)
        self._looks[desk] = look
        return before is None or (before.report, before.activity) != (look.report, look.activity)

    def leave(self, desk: str) -> bool:
        """Forget a desk's look; return whether there was one."""
        return self._looks.pop(desk, None) is not None

    def fade(self, now: Millis) -> bool:
        """Forget looks that were not renewed; return whether there were any."""
        faded = [desk for desk, look in self._looks.items() if look.until <= now]
        for desk in faded:
            del self._looks[desk]
        return bool(faded)

    def seen(self, visible: Callable[[str], bool]) -> Presences:
        """Return what somebody is told for whom only some reports are visible."""
        return Presences(
            desks=tuple(
                Looking(user=look.user.id, name=look.user.name, report=look.report, activity=look.activity)
                for look in self._looks.values()
                if visible(look.report)
            )
        )
