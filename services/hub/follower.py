"""One desk's view: its cursor, what it has not been told yet, and how that becomes deltas and snapshots."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from services.domain.policy import MINUTE
from services.domain.report import Millis
from services.hub.lane import Frame, Lane
from services.hub.pending import Batch, Pending
from services.hub.picture import Picture
from services.hub.scopes import Scope
from services.protocol.cursors import NONCE_BYTES, Cursor, Seal
from services.protocol.frames import DeltaParts, delta_frame, encode
from services.protocol.hub_messages import SnapshotEnd, Subscribed

TICK: Final[Millis] = MINUTE
"""Each view gets a delta this often, an empty one if nothing happened that it may see."""
_DIGESTS: Final = 64
"""For so many of the last cursors a `check` can be answered."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """Makes and reads the cursors of one desk's view; `chance` gives random bytes."""

    seal: Seal
    epoch: str
    scope: str
    chance: Callable[[int], bytes]

    def cursor(self, position: int) -> str:
        """Return a new cursor of a position."""
        return self.seal.seal(position, epoch=self.epoch, scope=self.scope, nonce=self.chance(NONCE_BYTES))

    def unstored(self) -> "Sealing":
        """Return how cursors are made while nothing can be stored: a hub started anew does not know them."""
        return replace(self, scope=f"{self.scope}|unstored")

    def read(self, cursor: str) -> Cursor | None:
        """Return what a cursor says, None if it is none of this desk's view."""
        return self.seal.unseal(cursor, epoch=self.epoch, scope=self.scope)


@dataclass(slots=True, eq=False)
class Follower:
    """A subscription. Nothing here waits for the desk: what it does not take, merges and is replaced by a snapshot."""

    desk: str
    view: str
    scope: Scope
    lane: Lane
    sealing: Sealing
    next_tick: Millis
    """When a delta is due even if nothing happened: at a phase of the subscription, whatever else was sent."""
    cursor: str = ""
    catching_up: bool = False
    pending: Pending = field(default_factory=Pending)
    _digests: OrderedDict[str, str] = field(default_factory=OrderedDict)

    def digest_at(self, cursor: str) -> str | None:
        """Return the digest of the rows at a cursor, if it is one of the last that were sent."""
        return self._digests.get(cursor)

    def due(self, now: Millis) -> bool:
        """Return whether it is time for a delta even without a change, and wait for the next such time."""
        if now < self.next_tick:
            return False
        self.next_tick += (now - self.next_tick) // TICK * TICK + TICK
        return True

    def begin_snapshot(self, picture: Picture, now: Millis, *, why: str, reply_to: int | None = None) -> None:
        """Send all rows as they are now instead of whatever was under way."""
        self.lane.drop_feed()
        self.pending.clear()
        self.catching_up = False
        said = Subscribed(reply_to=reply_to, view=self.view, mode="snapshot", why=why)
        self.lane.push(Frame(encode(said)), now)
        end = SnapshotEnd(
            view=self.view,
            cursor=self.sealing.cursor(picture.position),
            rows=len(self.scope.board),
            digest=self.scope.board.digest(),
            at=now,
        )
        self.lane.stream(self._snapshot(self.scope.snapshot(self.view), end), now)
        self._came_to(end.cursor)

    def begin_resume(self, cursor: str) -> None:
        """Hold everything back until what has changed since a cursor has been found."""
        self.catching_up = True
        self.cursor = cursor

    def finish_resume(self, changes: Pending, picture: Picture, now: Millis, *, reply_to: int) -> None:
        """Send what has changed since the cursor, with what was held back."""
        self.catching_up = False
        self.pending = changes
        said = Subscribed(reply_to=reply_to, view=self.view, mode="resume")
        self.lane.push(Frame(encode(said)), now)
        self._send(picture, now, replay=True)

    def flush(self, picture: Picture, now: Millis, *, anyway: bool = False) -> bool:
        """Send what is pending and return whether anything was sent.

        To a desk that is behind nothing is sent: it waits, merges, and at last becomes a snapshot.
        """
        if self.catching_up or not (self.pending or anyway):
            return False
        if not self.lane.behind:
            self._send(picture, now, replay=False)
            return True
        if self.lane.full(self.pending.size) and not self.lane.streaming:
            self.begin_snapshot(picture, now, why="lagging")
            return True
        return False

    def _send(self, picture: Picture, now: Millis, *, replay: bool) -> None:
        """Queue deltas up to now; where it takes several, each is made only as it leaves."""
        batches = self.pending.take(picture.position)
        cursors = [self.sealing.cursor(batch.position) for batch in batches]
        starts = [self.cursor, *cursors]
        frames = (
            self._delta(batch, start, to, now=now, replay=replay, last=batch is batches[-1])
            for batch, start, to in zip(batches, starts, cursors, strict=False)
        )
        if len(batches) == 1:
            self.lane.push(next(frames), now)
        else:
            self.lane.stream(frames, now)
        self._came_to(cursors[-1])

    def _delta(self, batch: Batch, start: str, to: str, *, now: Millis, replay: bool, last: bool) -> Frame:
        parts = DeltaParts(
            at=now,
            replay=replay,
            caught_up=replay and last,
            ops=batch.ops,
            events=() if replay else batch.events,
            done=batch.done,
        )
        return Frame(delta_frame(self.view, parts, start=start, to=to), self.view, to)

    def _snapshot(self, parts: list[bytes], end: SnapshotEnd) -> Iterator[Frame]:
        for part in parts:
            yield Frame(part, self.view)
        yield Frame(encode(end), self.view, end.cursor)

    def _came_to(self, cursor: str) -> None:
        """Note where the desk will be when it has everything: the board as it is now."""
        self.cursor = cursor
        self._digests[cursor] = self.scope.board.digest()
        if len(self._digests) > _DIGESTS:
            self._digests.popitem(last=False)
