"""How long a desk waits before it connects again: full jitter, longer each time, short again only after a live feed."""

from services.domain.report import Millis

FIRST: Millis = 200
MOST: Millis = 30_000
PROVEN: Millis = 30_000
"""How long a feed must have lived for the next wait to be a short one: a hub that accepts and closes earns none."""

_MOST_DOUBLINGS = 8


class BackOff:
    """Counts the connections that came to nothing."""

    __slots__ = ("_tries",)

    def __init__(self) -> None:
        self._tries = 0

    def wait(self, chance: float, *, lived: Millis) -> Millis:
        """Return how long to wait after a connection whose feed was live for `lived`; `chance` is from 0 to 1."""
        if lived >= PROVEN:
            self._tries = 0
        most = min(MOST, FIRST << min(self._tries, _MOST_DOUBLINGS))
        self._tries += 1
        return int(chance * most)
