"""The state of the feed as a window shows it, told only when it is another one."""

from services.domain.report import Millis
from services.feed.outputs import Link, LinkState
from services.protocol.link import Link as SessionLink

STATES = {
    SessionLink.LIVE: LinkState.LIVE,
    SessionLink.AGING: LinkState.AGING,
    SessionLink.STALE: LinkState.STALE,
    SessionLink.LOST: LinkState.LOST,
}


class Freshness:
    """Puts together what the session knows, what the line has seen, and what was said last."""

    def __init__(self, now: Millis) -> None:
        self._state = LinkState.CONNECTING
        self._since = now
        self._why: str | None = None
        self._told: Link | None = None

    @property
    def state(self) -> LinkState:
        """The state now."""
        return self._state

    def heard(self, link: SessionLink, now: Millis) -> None:
        """Note what the session makes of the feed; who has given up stays so."""
        if self._state is LinkState.STOPPED:
            return
        self._enter(STATES[link], now, why=self._why if link is SessionLink.LOST else None)

    def failed(self, code: int | None, now: Millis) -> None:
        """Note that a connection ended, or that none came about: who still hoped for a first one works without."""
        self._why = None if code is None else str(code)
        if self._state is LinkState.CONNECTING:
            self._enter(LinkState.LOST, now, why=self._why)

    def stopped(self, why: str, now: Millis) -> None:
        """Note that the desk has given up."""
        self._enter(LinkState.STOPPED, now, why=why)

    def hoping(self, now: Millis) -> None:
        """Note that somebody signs in again."""
        self._enter(LinkState.CONNECTING, now, why=None)

    def news(self, *, data_at: Millis | None, waiting: int) -> Link | None:
        """Return the link if its state, its reason or the number of commands waiting is another one than last told."""
        told = self._told
        if told and (told.state, told.why, told.waiting) == (self._state, self._why, waiting):
            return None
        self._told = Link(state=self._state, since=self._since, data_at=data_at, waiting=waiting, why=self._why)
        return self._told

    def _enter(self, state: LinkState, now: Millis, *, why: str | None) -> None:
        self._why = why
        if state is not self._state:
            self._state, self._since = state, now
