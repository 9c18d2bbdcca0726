"""Has commands written down and says when they are; one the disk will not take is tried again until it does."""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from services.domain.report import Millis
from services.feed.line import Later
from services.feed.local_store import Store
from services.protocol.outbox import Order

AGAIN = 1.0
"""Seconds until a command that could not be written down is tried again."""


class Keeping:
    """The store's side of a client's commands. What is called back is called in the loop's own thread."""

    def __init__(
        self,
        store: Store,
        *,
        later: Later,
        on_kept: Callable[[Order], None],
        on_trouble: Callable[[Order, str], None],
    ) -> None:
        self._store = store
        self._later = later
        self._on_kept = on_kept
        self._on_trouble = on_trouble
        self._newest: dict[str, Order] = {}
        self._stopped = False

    def keep(self, order: Order) -> None:
        """Write down a command, with the number it has now."""
        self._newest[order.tag] = order
        self._try(order)

    def settle(self, order: Order, *, at: Millis | None) -> None:
        """Let an answered command go; if the disk fails it is sent again after a restart, and answered the same."""
        self._newest.pop(order.tag, None)
        self._store.settle(order, at=at)

    def stop(self) -> None:
        """Try nothing again."""
        self._stopped = True

    def _try(self, order: Order) -> None:
        if self._stopped or self._newest.get(order.tag) is not order:
            return
        when_done(self._store.keep(order), partial(self._kept, order))

    def _kept(self, order: Order, future: "Future[None]") -> None:
        error = future.exception()
        if error is None:
            self._on_kept(order)
        else:
            self._on_trouble(order, str(error))
            self._later(AGAIN, partial(self._try, order))


def when_done(future: "Future[Any]", then: Callable[["Future[Any]"], None]) -> None:
    """Call `then` in the loop's thread when a thread is done; at once if it is done already."""
    if future.done():
        then(future)
        return
    loop = asyncio.get_running_loop()
    future.add_done_callback(partial(_hand_over, loop, then))


def _hand_over(loop: asyncio.AbstractEventLoop, then: Callable[["Future[Any]"], None], future: "Future[Any]") -> None:
    with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
        loop.call_soon_threadsafe(then, future)
