"""What is still to happen, in the order of time; things of one moment in the order in which they were put in."""

import heapq
from collections.abc import Iterator
from typing import Generic, TypeVar

from services.domain.report import Millis

W = TypeVar("W")


class Agenda(Generic[W]):
    """A heap of things and their times, up to an end after which nothing happens."""

    def __init__(self, end: Millis) -> None:
        self._end = end
        self._at: Millis = 0
        self._count = 0
        self._heap: list[tuple[Millis, int, W]] = []

    def put(self, at: Millis | None, wanted: W) -> None:
        """Have something happen at a time, at once if that is past; never if that is None or after the end."""
        if at is None or at > self._end:
            return
        self._count += 1
        heapq.heappush(self._heap, (max(at, self._at), self._count, wanted))

    def take(self) -> Iterator[tuple[Millis, W]]:
        """Yield what happens next and when, until there is nothing more; more may be put in meanwhile."""
        while self._heap:
            self._at, _, wanted = heapq.heappop(self._heap)
            yield self._at, wanted
