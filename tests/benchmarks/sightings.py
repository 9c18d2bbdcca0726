"""When each probe was first seen on the screen."""

import asyncio
import time
from dataclasses import dataclass, field


@dataclass(slots=True)
class Sightings:
    """What paints have shown: `seen` has, by probe, the end of the paint in nanoseconds of the monotonic clock."""

    seen: dict[int, int] = field(default_factory=dict)
    there: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once a painted queue showed reports."""
    _awaited: int | None = None
    _arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def saw(self, probe: int) -> None:
        """Note that a paint has just ended which showed this probe."""
        self.seen.setdefault(probe, time.monotonic_ns())
        if self._awaited is not None and probe >= self._awaited:
            self._arrived.set()

    async def until(self, probe: int) -> None:
        """Return once this probe, or a later one, is on the screen."""
        self._awaited = probe
        if max(self.seen, default=-1) < probe:
            await self._arrived.wait()

    def spans(self, sent: dict[int, int], *, end: int) -> dict[int, int]:
        """Return how long each probe took to the screen, in nanoseconds.

        One that was overtaken unseen waits for the paint of a later one, one that was never seen until `end`.
        """
        shown = self.seen.items()
        return {
            probe: min((at for later, at in shown if later >= probe), default=end) - began
            for probe, began in sent.items()
        }
