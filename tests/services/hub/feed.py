"""A hub's feed without sockets, disk or time of its own: commands in, frames out, desks that apply them."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from services.domain.board import Board
from services.domain.people import User
from services.domain.report import Millis
from services.hub.circle import Circle
from services.hub.commit import Commit
from services.hub.draw import Draw
from services.hub.follower import Follower, Sealing
from services.hub.lane import Frame, Lane
from services.hub.orders import House
from services.hub.picture import Picture
from services.hub.projections import COUNTED
from services.hub.publisher import Publisher
from services.protocol.codec import decode_hub_frame
from services.protocol.cursors import Cursor
from services.protocol.entries import changes_of, puts_of
from services.protocol.hub_messages import Delta, Snapshot, SnapshotEnd, Subscribed
from services.store.kept import RowKey
from tests.builders import NOW
from tests.services.hub.memory import Bench, Counting, a_house


class CountedCursors:
    """Cursors that count instead of hiding, so that two runs can be compared: what they hide is not on the wire."""

    def __init__(self) -> None:
        self._next = count(1)
        self.positions: dict[str, int] = {}

    def seal(self, position: int, *, epoch: str, scope: str, nonce: bytes) -> str:
        """Return the next cursor."""
        assert epoch
        assert scope
        assert nonce
        cursor = f"c{next(self._next)}"
        self.positions[cursor] = position
        return cursor

    def unseal(self, cursor: str, *, epoch: str, scope: str) -> Cursor | None:
        """Return what a cursor says."""
        assert epoch
        assert scope
        position = self.positions.get(cursor)
        return None if position is None else Cursor(position, same_epoch=True, same_scope=True)


@dataclass
class DeskEnd:
    """A desk at the other end: applies what it reads, strictly."""

    user: User
    follower: Follower
    cursors: CountedCursors
    board: Board = field(default_factory=Board)
    cursor: str = ""
    frames: list[bytes] = field(default_factory=list)
    deltas: list[Delta] = field(default_factory=list)
    said: list[Subscribed] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    _staging: list[Snapshot] = field(default_factory=list)

    @property
    def lane(self) -> Lane:
        """The queue to this desk."""
        return self.follower.lane

    def read(self, most: int = 1_000_000) -> list[Frame]:
        """Take frames out of the queue and apply them."""
        taken: list[Frame] = []
        while len(taken) < most and (frame := self.lane.pop()) is not None:
            taken.append(frame)
            self.frames.append(frame.body)
            self._take(frame)
        return taken

    def _take(self, frame: Frame) -> None:
        assert len(frame.body) <= 256 * 1024
        match decode_hub_frame(frame.body.decode()):
            case Subscribed() as said:
                self.said.append(said)
            case Snapshot() as part:
                self._staging.append(part)
            case SnapshotEnd() as end:
                self.board.replace(put for part in self._staging for put in puts_of(part.rows))
                self._staging = []
                self.cursor = end.cursor
                assert (len(self.board), self.board.digest()) == (end.rows, end.digest)
            case Delta() as delta:
                self._apply(delta)
            case other:
                raise AssertionError(other)

    def _apply(self, delta: Delta) -> None:
        assert delta.start == self.cursor
        before = {(put.kind, put.id) for put in self.board.puts()}
        for op in changes_of(delta.ops):
            assert len(op) > 2 or op[:2] in before, "deleted what was not in the view at from"
        self.board.apply(changes_of(delta.ops))
        reports = self.board.entries("report")
        assert all(event.report in reports for event in delta.events)
        self.cursor = delta.to
        self.deltas.append(delta)
        self.done += delta.done


@dataclass
class Feed:
    """A bench whose commits are published."""

    bench: Bench = field(default_factory=Bench)
    publisher: Publisher = field(init=False)
    now: Millis = NOW
    commits: list[Commit] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.publisher = self.restarted()

    def restarted(self) -> Publisher:
        """Return a publisher as after a restart: made of what the state keeps, and nothing else."""
        state = self.bench.state
        picture = Picture(
            policy=self.bench.house.policy,
            revs=self.bench.house.revs,
            position=len(state.log),
            at=self.now,
            reports=dict(state.reports),
            versions={
                id_: {
                    projection: state.versions[RowKey("report", id_, projection)].n
                    for projection in COUNTED
                    if RowKey("report", id_, projection) in state.versions
                }
                for id_ in state.reports
            },
            members=dict(state.people),
        )
        publisher = Publisher(picture, self.bench.house.revs)
        publisher.begin(self.now)
        return publisher

    def desk(self, user: User, name: str | None = None, *, phase: Millis = 30_000) -> DeskEnd:
        """Return a desk that has asked for its board."""
        cursors = CountedCursors()
        follower = self._follower(user, name or f"d-{user.id}", cursors, phase=phase)
        follower.begin_snapshot(self.publisher.picture, self.now, why="new", reply_to=1)
        return DeskEnd(user, follower, cursors)

    def follow(self, desk: DeskEnd) -> Follower:
        """Give a desk that comes back a new follower."""
        self.publisher.leave(desk.follower)
        desk.follower = self._follower(desk.user, desk.follower.desk, desk.cursors, phase=30_000)
        return desk.follower

    def _follower(self, user: User, name: str, cursors: CountedCursors, *, phase: Millis) -> Follower:
        circle = self.circle(user)
        sealing = Sealing(cursors, "e-1", "scope", lambda n: b"0" * n)  # type: ignore[arg-type] # counts instead
        follower = Follower(name, "board", circle.scope, Lane(), sealing, self.now + phase)
        circle.followers.append(follower)
        return follower

    def circle(self, user: User) -> Circle:
        """Return the circle of a user's rights."""
        return self.publisher.circle(user, self.now)

    def give(self, actor: User, command: str, report: str | None = None, **args: Any) -> str | None:
        """Carry out a command that must succeed, and publish it; return its report."""
        self.bench.state.clock = self.now
        executed = self.bench.give(actor, command, report, **args)
        assert executed.outcome.ok, executed.outcome
        if executed.commit is not None:
            self.commits.append(executed.commit)
            self.publisher.publish(executed.commit, self.now)
        return executed.outcome.report

    def opened(self, actor: User, **args: Any) -> str:
        """Open a report."""
        report = self.give(actor, "open", **{"label": "jalan_rusak", "text": "Lubang", **args})
        assert report is not None
        return report

    def pass_time(self, millis: Millis) -> None:
        """Let time pass, with the hub's beats and seconds in it."""
        end = self.now + millis
        while self.now < end:
            beat = self.publisher.next_beat()
            second = (self.now // 1000 + 1) * 1000
            self.now = min(end, second, max(self.now + 1, beat) if beat is not None else second)
            self.publisher.beat(self.now)
            if self.now % 1000 == 0:
                self.publisher.second(self.now)

    def fresh(self, user: User) -> Board:
        """Return the board of somebody with these rights who comes now, made anew."""
        other = Feed(self.bench)
        other.now = self.now
        other.publisher = other.restarted()
        desk = other.desk(user)
        desk.read()
        return desk.board


def a_feed(start: int = 0, **state: Any) -> Feed:
    """A feed whose chance begins at `start`."""
    feed = Feed(Bench(house=a_house(draw=Draw(Counting(start).bits))))
    for name, value in state.items():
        setattr(feed.bench.state, name, value)
    return feed


def reports_of(board: Board) -> dict[str, tuple[str, object]]:
    """Return the reports' revs and rows."""
    return {id_: (put.rev, put.row) for id_, put in board.entries("report").items()}


def quiet_house() -> House:
    """A house for commands whose chance must not disturb that of others."""
    return a_house(draw=Draw(Counting(1_000_000).bits))
