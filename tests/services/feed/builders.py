"""Rows, orders and a hand-wound clock for the tests of the feed."""

import asyncio
import heapq
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import Any

from services.domain.access import project
from services.domain.board import Put
from services.domain.report import Millis
from services.domain.rows import MemberRow, ReportRow
from services.protocol.outbox import Order
from tests.builders import NOW, a_dispatcher, a_policy, a_report


def a_row(**changes: Any) -> ReportRow:
    """A report's row as a dispatcher sees it."""
    row = project(a_report(), a_dispatcher(), a_policy())
    assert row is not None
    return replace(row, **changes)


def a_put(id_: str = "r-1", rev: str = "v1", **changes: Any) -> Put[ReportRow]:
    """A report's row put on the board."""
    return Put("report", id_, rev, a_row(**changes))


def a_member_row(**changes: Any) -> MemberRow:
    """A member's row."""
    row = MemberRow(
        name="Wahyu",
        squad="orange",
        on=True,
        on_since=NOW,
        limit=8,
        open=0,
        late=0,
        due_hour=0,
        p50=None,
        n=0,
        base=None,
        ended=None,
        replaced_by=None,
        code_name=False,
    )
    return replace(row, **changes)


def an_order(tag: str = "o-1", command: str = "note", **changes: Any) -> Order:
    """A note that was given and has no number yet."""
    return replace(
        Order(tag=tag, command=command, args={"text": "Sudah ditelepon."}, report="r-1", made=NOW), **changes
    )


class HandClock:
    """A clock somebody winds by hand, with the calls that were put off."""

    def __init__(self) -> None:
        self.now: Millis = NOW
        self._calls: list[tuple[Millis, int, _Call]] = []
        self._order = count()

    def __call__(self) -> Millis:
        return self.now

    def later(self, seconds: float, call: Callable[[], None]) -> "_Call":
        """Put a call off."""
        made = _Call(call)
        heapq.heappush(self._calls, (self.now + round(seconds * 1_000), next(self._order), made))
        return made

    async def wind(self, seconds: float) -> None:
        """Let so much time pass, call by call; what each sets going has its turn before the next."""
        end = self.now + round(seconds * 1_000)
        await settle()
        while self._calls and self._calls[0][0] <= end:
            at, _, made = heapq.heappop(self._calls)
            self.now = max(self.now, at)
            made()
            await settle()
        self.now = end


class _Call:
    def __init__(self, call: Callable[[], None]) -> None:
        self._call: Callable[[], None] | None = call

    def __call__(self) -> None:
        if self._call:
            self._call()

    def cancel(self) -> None:
        """Do not make it."""
        self._call = None


async def settle() -> None:
    """Let every task that can go on do so."""
    for _ in range(20):
        await asyncio.sleep(0)
