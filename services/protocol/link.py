"""How fresh a desk's board is, in the four states its screen shows."""

from enum import Enum

from services.domain.report import Millis


class Link(Enum):
    """The state of the feed; its value is the age of the data, in milliseconds, from which it holds."""

    LIVE = 0
    AGING = 7_001
    STALE = 12_000
    """The screen says how old its data is."""
    LOST = 25_000
    """The screen says so, and the desk connects anew."""


_OLDEST_FIRST = [(link, link.value) for link in reversed(Link)]
_LONGEST: Millis = Link.LOST.value
_ENDS: dict[Link, Millis | None] = {
    Link.LIVE: Link.AGING.value,
    Link.AGING: Link.STALE.value,
    Link.STALE: Link.LOST.value,
    Link.LOST: None,
}
"""As plain numbers, since every frame asks and a member's value costs more to get than all the rest."""


class LinkWatch:
    """Watches the age of the data across connections; before anything was heard it is lost."""

    def __init__(self) -> None:
        self.link = Link.LOST
        self._fresh: Millis | None = None
        self._live_since: Millis | None = None

    def heard(self, at: Millis, *, live: bool) -> None:
        """Note that a frame came at that time, and whether the board was whole and had caught up."""
        if not live:
            self._live_since = None
            return
        self._fresh = at
        if self._live_since is None:
            self._live_since = at

    def lost(self, now: Millis) -> Millis:
        """Note that the connection is gone; return for how long its feed had been live."""
        lived = 0 if self._live_since is None else now - self._live_since
        self._live_since = None
        return lived

    def forget(self) -> None:
        """Note that there is no data any more."""
        self._fresh = None

    def changed(self, now: Millis) -> Link | None:
        """Return the state if it is another one than before."""
        age = _LONGEST if self._fresh is None else max(0, now - self._fresh)
        link = next(link for link, begins in _OLDEST_FIRST if age >= begins)
        before, self.link = self.link, link
        return None if link is before else link

    def next_tick(self) -> Millis | None:
        """Return when the state will be another one if nothing is heard."""
        ends = _ENDS[self.link]
        return None if self._fresh is None or ends is None else self._fresh + ends
