"""What a desk says at regular times on an open connection: pings, its progress, a new token, a comparison."""

from collections.abc import Callable

from services.domain.report import Millis
from services.protocol.desk_messages import Applied, Check, Ping, Renew
from services.protocol.hub_clock import HubClock
from services.protocol.view_sync import ViewSync

APPLIED_EVERY: Millis = 5_000
CHECK_AFTER: Millis = 60_000
CHECK_EVERY: Millis = 600_000
RENEW_AGAIN: Millis = 30_000
"""After a renewal without an answer."""

Chore = Ping | Applied | Renew | Check


class Chores:
    """The times of one connection, which was welcomed at `now` with a token for `life` milliseconds."""

    def __init__(self, now: Millis, life: Millis) -> None:
        self._ping = now
        self._applied = now + APPLIED_EVERY
        self._check = now + CHECK_AFTER
        self._renew = now
        self.renewed(now, life)

    def renewed(self, now: Millis, life: Millis) -> None:
        """Note that the token is a new one; it is renewed when a fifth of its life is left."""
        self._renew = now + max(RENEW_AGAIN, life * 4 // 5)

    def due(self, now: Millis, *, clock: HubClock, sync: ViewSync | None, number: Callable[[], int]) -> list[Chore]:
        """Return what must be said now; `number` gives the next request number."""
        chores: list[Chore] = []
        if now >= self._ping:
            self._ping = now + clock.pause
            chores.append(Ping(id=number(), sent=now))
        if now >= self._renew:
            self._renew = now + RENEW_AGAIN
            chores.append(Renew(id=number()))
        if sync and now >= self._applied:
            self._applied = now + APPLIED_EVERY
            lag = max(0, now + clock.offset - sync.at) if sync.at else 0
            chores.append(Applied(view=sync.view, cursor=sync.cursor or "", lag=lag))
        if sync and sync.live and sync.cursor and now >= self._check:
            self._check = now + CHECK_EVERY
            check = Check(id=number(), view=sync.view, cursor=sync.cursor, digest=sync.board.digest())
            sync.checking(check.id)
            chores.append(check)
        return chores

    def next_tick(self, sync: ViewSync | None) -> Millis:
        """Return when something is due next."""
        times = [self._ping, self._renew]
        if sync:
            times.append(self._applied)
        if sync and sync.live:
            times.append(self._check)
        return min(times)
