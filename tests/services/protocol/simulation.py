"""Desks, a hub and a bad network under one clock and one source of chance: the same seed, the same run."""

import random
from dataclasses import dataclass, field, replace

from services.domain.board import Board
from services.domain.commands import Command, Note, Open, Release, TakeClaim
from services.protocol.client_outputs import (
    Answered,
    BoardChanged,
    BoardReplaced,
    Close,
    Connect,
    KeepOrder,
    Output,
    Send,
    SignInAgain,
    Stop,
)
from services.protocol.client_session import ClientSession, Desk
from services.protocol.credentials import DeviceToken
from services.protocol.outbox import Order, order_of
from services.protocol.outcomes import Outcome
from services.protocol.view_sync import ViewSync
from tests.services.protocol.fake_hub import VIEW, FakeHub, Line

STEP = 50


@dataclass(frozen=True, slots=True)
class Weather:
    """How bad it is: shares of frames lost and sent twice, longest delay in milliseconds, chances of a crash a step."""

    lost: float = 0.0
    twice: float = 0.0
    delay: int = 0
    crash: float = 0.0
    trouble: float = 0.0


STORM = Weather(lost=0.03, twice=0.05, delay=400, crash=0.002, trouble=0.05)
CALM = Weather()


@dataclass
class Disk:
    """What a desk has kept: it survives a crash."""

    orders: dict[str, Order] = field(default_factory=dict)
    board: Board = field(default_factory=Board)
    cursor: str | None = None
    answers: dict[str, Outcome] = field(default_factory=dict)


class SimulatedDesk:
    """A desk with its disk and its line."""

    def __init__(self, name: str, world: "World") -> None:
        self.name = name
        self.world = world
        self.disk = Disk()
        self.start()

    def start(self) -> None:
        """Start from what is on the disk."""
        world = self.world
        self.line: Line | None = None
        self.connect_at: int | None = world.now + world.chance.randrange(1_000)
        self.unstored: list[Order] = []
        self.session = ClientSession(
            Desk(id=self.name),
            DeviceToken("device"),
            chance=world.chance.random,
            sync=self.view(Board.of(self.disk.board.puts()), self.disk.cursor),
            orders=self.disk.orders.values(),
        )

    def view(self, board: Board, cursor: str | None) -> ViewSync:
        """The view of a desk that starts."""
        return ViewSync(VIEW, board, cursor=cursor)

    def command(self, command: Command, report: str | None) -> None:
        """Give an order, as a person does: it is on the disk before anything else."""
        tag = f"{self.name}/{len(self.world.tags)}"
        self.world.tags.append(tag)
        marked = replace(command, text=tag) if isinstance(command, Note) else command
        order = order_of(marked, tag=tag, made=self.world.now, report=report)
        self.disk.orders[tag] = order
        self.do(self.session.submit(self.world.now, order))

    def step(self) -> None:
        """Connect if it is time, write down what waits, look at the clock."""
        now = self.world.now
        if self.connect_at is not None and now >= self.connect_at:
            self.connect_at = None
            self.line = self.world.hub.connect(now)
            self.do(self.session.opened(now))
        for order in self._written_down():
            self.do(self.session.stored(now, order))
        at = self.session.next_tick()
        if at is not None and now >= at:
            self.do(self.session.tick(now))

    def ended(self, code: int | None) -> None:
        """The line is gone."""
        self.line = None
        self.do(self.session.closed(self.world.now, code))

    def do(self, outputs: list[Output]) -> None:
        """Carry out what the session wants."""
        for output in outputs:
            match output:
                case Send(text):
                    self.world.carry(self, self.line, text)
                case KeepOrder() | Answered() | BoardReplaced() | BoardChanged():
                    self._keep(output)
                case Close():
                    self.ended(None)
                case Connect(at):
                    self.connect_at = at
                case Stop() | SignInAgain():
                    self.connect_at = self.world.now + 2_000
                case _:
                    pass

    def _keep(self, output: KeepOrder | Answered | BoardReplaced | BoardChanged) -> None:
        """Keep on the disk what must survive."""
        match output:
            case KeepOrder(order):
                self.unstored.append(order)
            case Answered(settled):
                assert settled.order.tag not in self.disk.answers, "answered twice"
                self.disk.answers[settled.order.tag] = settled.outcome
                del self.disk.orders[settled.order.tag]
            case BoardReplaced() | BoardChanged():
                assert self.session.sync is not None
                self.disk.board = Board.of(self.session.sync.board.puts())
                self.disk.cursor = output.cursor
                assert self.disk.board.digest() == self.world.hub.digests[output.cursor], "not the hub's board there"

    def _written_down(self) -> list[Order]:
        """Write down some of what waits: a crash may come between."""
        done = self.unstored if self.world.chance.random() < 0.7 else self.unstored[:1]
        self.unstored = self.unstored[len(done) :]
        for order in done:
            self.disk.orders[order.tag] = order
        return done


class World:
    """Everything there is, under one clock."""

    def __init__(
        self, seed: int, *, hub: type[FakeHub] = FakeHub, desk: type[SimulatedDesk] = SimulatedDesk, desks: int = 2
    ) -> None:
        self.chance = random.Random(seed)
        self.now = 1_795_485_600_000
        self.weather = STORM
        self.hub = hub(self.chance)
        self.tags: list[str] = []
        self.under_way: list[tuple[int, SimulatedDesk, Line, str | bytes]] = []
        self.desks = [desk(f"desk-{n}", self) for n in range(desks)]

    def run(self, seconds: int, weather: Weather, *, busy: bool) -> None:
        """Let time pass in this weather, with people giving orders or not."""
        self.weather = weather
        self.hub.trouble = weather.trouble
        for _ in range(seconds * 1_000 // STEP):
            self.now += STEP
            self._deliver()
            self.hub.tick(self.now)
            self._collect()
            for desk in self.desks:
                desk.step()
                if busy and self.chance.random() < 0.1:
                    desk.command(*self._whim())
                if self.chance.random() < weather.crash:
                    desk.start()
            if self.chance.random() < weather.crash / 2:
                self.hub.crash()

    def carry(self, desk: SimulatedDesk, line: Line | None, frame: str | bytes) -> None:
        """Put a frame on its way, or lose it, or send it twice; in calm weather it keeps its place."""
        if line is None:
            return
        weather, hello = self.weather, isinstance(frame, str) and '"hello"' in frame
        times = 0 if self.chance.random() < weather.lost else 1 + (self.chance.random() < weather.twice and not hello)
        for _ in range(times):
            delay = self.chance.randrange(weather.delay) if weather.delay else 0
            self.under_way.append((self.now + delay, desk, line, frame))

    def _deliver(self) -> None:
        arrived = [one for one in self.under_way if one[0] <= self.now]
        self.under_way = [one for one in self.under_way if one[0] > self.now]
        for _, desk, line, frame in arrived:
            if isinstance(frame, bytes):
                if desk.line is line:
                    desk.do(desk.session.receive(self.now, frame))
            elif any(line is known for known in self.hub.lines):
                self.hub.receive(line, frame, now=self.now)

    def _collect(self) -> None:
        """Take what the hub wants to send; tell desks whose line is no longer there."""
        for desk in self.desks:
            line = desk.line
            if line is None:
                continue
            frames, line.out = line.out, []
            for frame in frames:
                self.carry(desk, line, frame)
            if not any(line is known for known in self.hub.lines):
                desk.ended(line.close)

    def _whim(self) -> tuple[Command, str | None]:
        """What a person might order now."""
        reports = [put.id for put in self.hub.board().puts()]
        if not reports or self.chance.random() < 0.2:
            return Open(label="banjir", place="Pasar Pon"), None
        whims: list[Command] = [Note(text=""), TakeClaim(), TakeClaim(), Release()]
        return self.chance.choice(whims), self.chance.choice(reports)
