"""The hub's clock as a desk knows it: the offset of the fastest of the last eight exchanges."""

from collections import deque

from services.domain.report import Millis

_KEPT = 8
QUICK: Millis = 500
"""Between pings until eight are known."""
SLOW: Millis = 15_000
"""Between pings after that."""


class HubClock:
    """Offsets by exchanges of time stamps; the quickest exchange has the least to be wrong by."""

    __slots__ = ("_exchanges",)

    def __init__(self) -> None:
        self._exchanges: deque[tuple[Millis, Millis]] = deque(maxlen=_KEPT)

    def learn(self, *, sent: Millis, received: Millis, answered: Millis, back: Millis) -> None:
        """Take in an exchange: `sent` and `back` by this desk's clock, `received` and `answered` by the hub's."""
        under_way = max(0, (back - sent) - (answered - received))
        self._exchanges.append((under_way, ((received - sent) + (answered - back)) // 2))

    @property
    def offset(self) -> Millis:
        """What to add to this desk's clock to have the hub's; 0 as long as nothing is known."""
        return min(self._exchanges, default=(0, 0), key=lambda exchange: exchange[0])[1]

    @property
    def pause(self) -> Millis:
        """How long until the next ping."""
        return SLOW if len(self._exchanges) == _KEPT else QUICK
