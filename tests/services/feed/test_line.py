"""Whoever reads a flood of frames lets the window have its turn in between."""

import asyncio
from time import monotonic

import pytest

from services.feed.line import AT_A_STRETCH, Line
from services.feed.wire import Ended

FRAMES = 6


class Flood:
    """A connection on which frames wait already: reading one never lets others have their turn."""

    def __init__(self) -> None:
        self.left = FRAMES

    def send(self, text: str) -> None:
        raise AssertionError(text)

    async def send_piece(self, piece: bytes) -> None:
        raise AssertionError(piece)

    async def receive(self) -> bytes:
        if not self.left:
            raise Ended(None)
        self.left -= 1
        return b"frame"

    async def close(self, code: int, reason: str) -> None:
        raise AssertionError(code, reason)


class Busy:
    """Works on each frame for as long as may be done at a stretch."""

    def __init__(self) -> None:
        self.taken = 0
        self.line: Line | None = None

    def opened(self) -> None:
        pass

    def received(self, frame: bytes) -> None:
        assert frame
        began = monotonic()
        while monotonic() - began < AT_A_STRETCH:
            pass
        self.taken += 1

    def closed(self, code: int | None) -> None:
        assert code is None
        if self.line:
            self.line.stop()


@pytest.mark.asyncio
async def test_others_have_their_turn_between_the_frames_of_a_flood() -> None:
    speaker, flood = Busy(), Flood()

    async def dial() -> Flood:
        return flood

    loop = asyncio.get_running_loop()
    line = speaker.line = Line(dial, speaker, clock=lambda: 0, later=loop.call_later)
    turns: list[int] = []

    def turn() -> None:
        turns.append(speaker.taken)
        if speaker.taken < FRAMES:
            loop.call_soon(turn)

    line.connect(0)
    loop.call_soon(turn)
    await line.run()
    assert set(turns) == set(range(FRAMES + 1))
