"""The line to a hub: one connection after the other, each dialled when it is time, until somebody stops it."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Protocol

from services.domain.report import Millis
from services.feed.wire import Ended, Unreachable, Wire

NORMAL = 1000
AT_A_STRETCH = 0.004
"""For so many seconds frames are taken in at a stretch; then the window has its turn, however many wait."""
_SECOND = 1_000


class Cancellable(Protocol):
    """A call that has been put off."""

    def cancel(self) -> None:
        """Do not make it."""


Later = Callable[[float, Callable[[], None]], Cancellable]
"""Makes a call after some seconds; that of the loop, or a test's own."""


Dial = Callable[[], Awaitable[Wire]]
"""Connects, or raises `Unreachable`."""


class Speaker(Protocol):
    """Who speaks on the line."""

    def opened(self) -> None:
        """A connection has come about."""

    def received(self, frame: bytes) -> None:
        """A frame has come."""

    def closed(self, code: int | None) -> None:
        """The connection is over, or none came about; with the hub's close code if it gave one."""


class Line:
    """Connects when it is told to, reads every frame, and hands the end of each connection on.

    The speaker decides when to connect anew: `Line` itself never does.
    """

    def __init__(self, dial: Dial, speaker: Speaker, *, clock: Callable[[], Millis], later: Later) -> None:
        self._dial = dial
        self._speaker = speaker
        self._clock = clock
        self._later = later
        self._turn = asyncio.Event()
        self._timer: Cancellable | None = None
        self._wire: Wire | None = None
        self._parting: asyncio.Future[tuple[int, str]] | None = None
        self._stopped = False

    def connect(self, at: Millis) -> None:
        """Connect at a time of the clock; a later word counts more than an earlier one."""
        if self._timer:
            self._timer.cancel()
        self._timer = self._later(max(0, at - self._clock()) / _SECOND, self._turn.set)

    def send(self, text: str) -> None:
        """Send a frame on the present connection, if there is one."""
        if self._wire:
            self._wire.send(text)

    async def send_piece(self, piece: bytes) -> None:
        """Send a binary frame, as soon as the line takes it; to nobody if the connection is over."""
        if self._wire:
            await self._wire.send_piece(piece)

    def end(self, code: int, reason: str) -> None:
        """End the present connection, if there is one."""
        if self._parting and not self._parting.done():
            self._parting.set_result((code, reason))

    def stop(self) -> None:
        """End everything; `run` returns."""
        self._stopped = True
        self.end(NORMAL, "")
        self._turn.set()

    async def run(self) -> None:
        """Connect whenever it is time, until the line is stopped."""
        try:
            while not self._stopped:
                await self._turn.wait()
                self._turn.clear()
                if not self._stopped:
                    self._speaker.closed(await self._one_connection())
        finally:
            if self._timer:
                self._timer.cancel()

    async def _one_connection(self) -> int | None:
        """Connect and read to the end; return the hub's close code, if it gave one."""
        self._parting = parting = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.TaskGroup() as tasks:
                reading = tasks.create_task(self._read(), name="feed")
                await asyncio.wait((reading, parting), return_when=asyncio.FIRST_COMPLETED)
                if reading.done():
                    return reading.result()
                await self._part(reading, *parting.result())
            return None
        finally:
            self._wire = self._parting = None

    async def _read(self) -> int | None:
        try:
            self._wire = wire = await self._dial()
            self._speaker.opened()
            worked = 0.0
            while True:
                frame = await wire.receive()
                began = monotonic()
                self._speaker.received(frame)
                worked += monotonic() - began
                if worked >= AT_A_STRETCH:
                    worked = 0.0
                    await asyncio.sleep(0)
        except Unreachable:
            return None
        except Ended as ended:
            return ended.code

    async def _part(self, reading: asyncio.Task[int | None], code: int, reason: str) -> None:
        """Say good-bye; if there is no connection yet, do not wait for one."""
        if self._wire is None:
            reading.cancel()
        else:
            await self._wire.close(code, reason)
