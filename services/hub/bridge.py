"""Brings what the store's writer has committed to the loop's thread, in the order of the commits."""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol, TypeVar

from services.store.failures import StoreFailure
from services.store.transaction import Transaction

T = TypeVar("T")


class Submits(Protocol):
    """The store, as far as it writes."""

    def submit(self, work: Callable[[Transaction], T]) -> "Future[T]":
        """Run a work on the writer's thread."""
        ...


class Bridge:
    """Submits works and calls back on the loop when they are committed or have failed."""

    def __init__(self, store: Submits, loop: asyncio.AbstractEventLoop) -> None:
        self._store = store
        self._loop = loop
        self._arrived: deque[Callable[[], None]] = deque()
        self._called = False
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def idle(self) -> None:
        """Wait until everything submitted has been called back."""
        await self._idle.wait()

    def submit(self, work: Callable[[Transaction], T], then: "Callable[[Future[T]], None]") -> None:
        """Have a work done and `then` called with its future, which is done by then."""
        self._under_way += 1
        self._idle.clear()
        future: Future[Any]
        try:
            future = self._store.submit(work)
        except StoreFailure as failed:
            future = Future()
            future.set_exception(failed)
        future.add_done_callback(lambda done: self._arrive(lambda: then(done)))

    def _arrive(self, call: Callable[[], None]) -> None:
        """Note what is done; runs on the writer's thread, so the loop is only woken here."""
        self._arrived.append(call)
        if not self._called:
            self._called = True
            self._loop.call_soon_threadsafe(self._call_back)

    def _call_back(self) -> None:
        self._called = False
        while self._arrived:
            self._arrived.popleft()()
            self._under_way -= 1
        if not self._under_way:
            self._idle.set()
