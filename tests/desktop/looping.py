"""Runs a test's coroutine on Qt's own event loop, as the desk runs, and waits for what is to happen."""

import asyncio
import functools
from collections.abc import Awaitable, Callable

from desktop.app import run

PATIENCE = 10.0
_LOOK_EVERY = 0.005


def on_qt_loop(test: Callable[..., Awaitable[None]]) -> Callable[..., None]:
    """Make of an asynchronous test a plain one that runs by `desktop.app.run`; needs a QApplication."""

    @functools.wraps(test)
    def plain(*args: object, **named: object) -> None:
        async def program() -> int:
            async with asyncio.timeout(4 * PATIENCE):
                await test(*args, **named)
            return 0

        assert run(program) == 0

    return plain


async def until(true: Callable[[], object], *, patience: float = PATIENCE) -> None:
    """Wait until something holds; what it hangs on is in another process, so it is looked at again and again."""
    async with asyncio.timeout(patience):
        while not true():  # noqa: ASYNC110 - Qt and another process set no event
            await asyncio.sleep(_LOOK_EVERY)


async def a_moment() -> None:
    """Let Qt paint, and everything that can go on do so."""
    for _ in range(3):
        await asyncio.sleep(_LOOK_EVERY)
