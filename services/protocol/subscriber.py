"""When a desk subscribes to its view: at once after a gap, one request at a time, and never in a frenzy."""

from collections.abc import Callable

from services.domain.report import Millis
from services.protocol.desk_messages import Subscribe
from services.protocol.hub_messages import Error
from services.protocol.limits import Allowance, Bucket
from services.protocol.view_sync import ViewSync

_ALLOWANCE = Allowance(0.2, 5)
_PAUSE: Millis = 1_000
_FINAL = frozenset({"denied", "bad_format", "not_found"})


class Subscriber:
    """Asks for a view as often as its `ViewSync` needs it."""

    def __init__(self, sync: ViewSync, now: Millis) -> None:
        self._sync = sync
        self._bucket = Bucket(_ALLOWANCE, now)
        self._not_before = now
        self._request: int | None = None

    def due(self, now: Millis, number: Callable[[], int]) -> list[Subscribe]:
        """Return the subscription to send now, if there is one; `number` gives the next request number."""
        needy = self._sync.needy_at
        if needy is None or now < max(needy, self._not_before):
            return []
        if wait := self._bucket.take(now):
            self._not_before = now + wait
            return []
        self._request = request = number()
        self._sync.asked(request, now)
        return [Subscribe(id=request, view=self._sync.view, cursor=self._sync.cursor)]

    def next_tick(self) -> Millis | None:
        """Return when `due` may have something next."""
        needy = self._sync.needy_at
        return None if needy is None else max(needy, self._not_before)

    def failed(self, error: Error, now: Millis) -> str | None:
        """Take in an error; return its code if it is about the subscription and asking again is no use."""
        if error.reply_to is None or error.reply_to != self._request:
            return None
        if error.code in _FINAL:
            return error.code
        self._sync.lost()
        self._not_before = now + (error.wait if isinstance(error.wait, int) else _PAUSE)
        return None
