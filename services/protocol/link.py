"""How fresh a desk's board is, in the four states its screen shows."""

from enum import Enum

from services.domain.report import Millis


class Link(Enum):
    """The state of the feed by the age of what is on the screen; the value is the age in milliseconds from which it holds."""

    LIVE = 0
    AGING = 7_001
    STALE = 12_000
    """The screen says how old its data is."""
    LOST = 25_000
    """The screen says so, and the desk connects anew."""


def link_at(age: Millis | None) -> Link:
    """Return the state at an age; None: nothing was ever heard."""
    if age is None:
        return Link.LOST
    return max((link for link in Link if age >= link.value), key=lambda link: link.value, default=Link.LIVE)


def next_link_after(age: Millis | None) -> Millis | None:
    """Return at which age the state will change next, or None."""
    return None if age is None else min((link.value for link in Link if link.value > age), default=None)
