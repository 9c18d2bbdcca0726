"""Waits until a process has come to rest, so that what went before is not measured with what follows."""

import asyncio
import time

_PAUSE = 0.25
_IDLE = 0.06
"""Share of a core that counts as rest: a window with a clock is never wholly idle."""
_PATIENCE = 10.0


async def at_rest() -> None:
    """Return once this process, its threads included, has hardly used the processor for a quarter of a second.

    After ten seconds of work it returns all the same.
    """
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        began = time.process_time()
        await asyncio.sleep(_PAUSE)
        if time.process_time() - began < _PAUSE * _IDLE:
            return
