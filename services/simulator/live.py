"""The live part of the demo room: a connector that opens reports and a second operator who moves them on."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from services.domain.commands import NAME_OF
from services.domain.report import Millis
from services.feed.client import FeedClient
from services.feed.credentials import Credentials, DeviceToken, Password
from services.feed.local_store import NothingKept
from services.feed.outputs import (
    Answered,
    BoardChanged,
    LinkChanged,
    LinkState,
    Output,
    Present,
    SignInRefused,
)
from services.simulator.chance import Chance
from services.simulator.floor import Act
from services.simulator.hands import Hands
from services.simulator.incoming import BURST, Incoming
from services.simulator.people import BUDI, CONNECTOR, INTAKE, Secrets
from services.simulator.stories import Words

_EVERY = (20.0, 60.0)
"""Seconds between two reports at normal pace."""
_BEAT = 6.0
"""Seconds between two moves of the second operator at normal pace: as many above as below."""
_BURST_AFTER = 3.0
"""Seconds until the landslide."""
_CLIENTS = 2
_GONE = frozenset({LinkState.LOST, LinkState.STOPPED})


@dataclass(slots=True)
class Done:
    """What the live part did, and why it ended by itself: None if it was told to."""

    opened: int = 0
    moved: int = 0
    refused: int = 0
    why: str | None = None


class Live:
    """Two clients of one hub; `run` may be awaited once, `on_ready` is called when both have signed in."""

    def __init__(
        self,
        url: str,
        room: Secrets,
        incoming: Incoming,
        *,
        words: Words,
        chance: Chance,
        clock: Callable[[], Millis],
        pace: float,
        on_ready: Callable[[], None],
    ) -> None:
        client = partial(FeedClient, url, NothingKept(), clock=clock, chance=chance.random)
        self._connector: FeedClient = client(
            desk=_desk("c"), credentials=_token(room), on_output=self._on_connector, view=None
        )
        self._desk: FeedClient = client(desk=_desk("d"), credentials=_password(room), on_output=self._on_desk)
        self._clock = clock
        self._incoming = incoming
        self._chance = chance
        self._pace = pace
        self._on_ready = on_ready
        self._hands = Hands(BUDI.user.id, clock(), chance, words, pace)
        self._moves: dict[str, tuple[str, str]] = {}
        self._live: set[FeedClient] = set()
        self._ready = False
        self._ending = asyncio.Event()
        self.done = Done()

    async def run(self, *, seconds: float | None = None, landslide: bool = False) -> Done:
        """Play until stopped, until the hub is gone, or for so many seconds; return what was done."""
        async with asyncio.TaskGroup() as tasks:
            for client in (self._connector, self._desk):
                tasks.create_task(client.run(), name="feed")
            tasks.create_task(self._tell(), name="telling")
            tasks.create_task(self._move_on(), name="moving on")
            if landslide:
                tasks.create_task(self._tell_of_landslide(), name="landslide")
            await self._pause(seconds)
            self.stop()
            self._connector.stop()
            self._desk.stop()
        return self.done

    def stop(self, why: str | None = None) -> None:
        """End the play."""
        if not self._ending.is_set():
            self.done.why = why
            self._ending.set()

    async def _tell(self) -> None:
        while not await self._pause(self._chance.uniform(*_EVERY) / self._pace):
            self._open(self._incoming.next(self._now()))

    async def _tell_of_landslide(self) -> None:
        await self._pause(_BURST_AFTER)
        for _ in range(BURST):
            self._open(self._incoming.landslide(self._now()))
            if await self._pause(1.0):
                return

    async def _move_on(self) -> None:
        while not await self._pause(self._chance.around(_BEAT, 0.4) / self._pace):
            move = self._hands.next_move(self._desk.board, self._now()) if self._desk in self._live else None
            if move is not None:
                key = self._desk.order(move.command, move.report, move.base)
                self._moves[key] = (move.report, NAME_OF[type(move.command)])

    async def _pause(self, seconds: float | None) -> bool:
        """Wait, and say whether it is time to end."""
        try:
            async with asyncio.timeout(seconds):
                await self._ending.wait()
        except TimeoutError:
            return False
        return True

    def _open(self, act: Act) -> None:
        """What comes by telephone or over the counter the operator writes down himself."""
        client = self._connector if act.actor == CONNECTOR else self._desk
        if client in self._live:
            client.order(act.command)

    def _now(self) -> Millis:
        return self._clock() + self._desk.offset

    def _on_connector(self, output: Output) -> None:
        match output:
            case Answered(ok=ok):
                self._count(ok=ok, opened=True)
            case LinkChanged() | SignInRefused():
                self._watch(self._connector, output)
            case _:
                pass

    def _on_desk(self, output: Output) -> None:
        match output:
            case Answered():
                self._learn(output)
            case BoardChanged(events=events):
                for event in events:
                    if event.by not in {"", BUDI.name, CONNECTOR.name}:
                        self._hands.touched(event.report, self._now())
            case Present(looking=looking):
                self._hands.looked_at = frozenset(one.report for one in looking if one.user != BUDI.user.id)
            case LinkChanged() | SignInRefused():
                self._watch(self._desk, output)
            case _:
                pass

    def _learn(self, answer: Answered) -> None:
        report, command = self._moves.pop(answer.key, (None, ""))
        self._count(ok=answer.ok, opened=report is None)
        if report is not None:
            self._hands.answered(report, command, ok=answer.ok, now=self._now())

    def _count(self, *, ok: bool, opened: bool) -> None:
        self.done.refused += not ok
        self.done.opened += ok and opened
        self.done.moved += ok and not opened

    def _watch(self, client: FeedClient, output: LinkChanged | SignInRefused) -> None:
        if isinstance(output, SignInRefused):
            self.stop(f"the hub does not let the demo room in ({output.code})")
        elif output.link.state is LinkState.LIVE:
            self._join(client)
        else:
            self._live.discard(client)
            if output.link.state in _GONE:
                self.stop("the hub is gone")

    def _join(self, client: FeedClient) -> None:
        self._live.add(client)
        if len(self._live) == _CLIENTS and not self._ready:
            self._ready = True
            self._on_ready()


def _desk(kind: str) -> str:
    return f"{kind}-{secrets.token_hex(8)}"


def _token(room: Secrets) -> Credentials:
    return DeviceToken(room.tokens[INTAKE])


def _password(room: Secrets) -> Credentials:
    return Password(BUDI.login, room.passwords[BUDI.login])
