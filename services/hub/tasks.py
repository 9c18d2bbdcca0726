"""The tasks of the hub: each has an owner here, and a failure is written down, never lost."""

import asyncio
import secrets
from collections.abc import Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from structlog.typing import FilteringBoundLogger

from services.hub.counters import Counters


@dataclass(slots=True, eq=False)
class Tasks:
    """Runs coroutines beside the loop's other work."""

    log: FilteringBoundLogger
    counters: Counters
    _running: set[asyncio.Task[None]] = field(default_factory=set)

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run something until it ends or the hub stops."""
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)

    async def stop(self) -> None:
        """End what still runs."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    def failed(self, failure: BaseException) -> str:
        """Write down a defect by its kind and place, without anything a citizen wrote; return its reference."""
        ref = secrets.token_hex(4)
        self.counters.failures += 1
        self.log.error("failed", ref=ref, kind=type(failure).__name__, where=place_of(failure))
        return ref

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (failure := task.exception()) is not None:
            self.failed(failure)


def place_of(failure: BaseException) -> str:
    """Return the file and line where a failure was raised."""
    place = failure.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return "" if place is None else f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}"
