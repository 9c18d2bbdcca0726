"""What the one writer has read or written of late, so that a command need not read it again."""

from collections.abc import Hashable
from typing import Any

MOST = 65_536
"""How many values are remembered; the ones written longest ago are forgotten first."""


class Memory:
    """Values by key in three layers: of the work that runs, of its group, and of all that was committed.

    Nobody else writes to the database, so a remembered value is the one that is there. What a failed work or group
    wrote is forgotten with it.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._committed: dict[Hashable, Any] = {}
        self._group: dict[Hashable, Any] = {}
        self._work: dict[Hashable, Any] = {}

    def get(self, key: Hashable) -> Any:
        """Return what is remembered, None if nothing is."""
        for layer in (self._work, self._group):
            if key in layer:
                return layer[key]
        return self._committed.get(key)

    def wrote(self, key: Hashable, value: Any) -> None:
        """Remember what the work has written."""
        self._work[key] = value

    def read(self, key: Hashable, value: Any) -> None:
        """Remember what the database said, unless it said nothing; the work and its group have not written it."""
        if value is not None:
            self._committed[key] = value

    def end_work(self, *, kept: bool) -> None:
        """Keep what the work wrote for its group, or forget it."""
        if kept:
            self._group |= self._work
        self._work = {}

    def end_group(self, *, kept: bool) -> None:
        """Keep what the group wrote, or forget it."""
        if kept:
            for key, value in self._group.items():
                self._committed.pop(key, None)
                self._committed[key] = value
            while len(self._committed) > self._most:
                del self._committed[next(iter(self._committed))]
        self._group, self._work = {}, {}
