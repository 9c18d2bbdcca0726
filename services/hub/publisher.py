"""Tells every desk what was committed: one projection a scope, one delta a desk, within 50 milliseconds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from services.domain.people import Member, User
from services.domain.report import Millis
from services.hub.audiences import Audiences, fill
from services.hub.circle import Circle
from services.hub.commit import Commit
from services.hub.follower import Follower
from services.hub.picture import Picture
from services.hub.scopes import Scope, scope_name
from services.protocol.revs import Revs

FIGURES_TICK: Final[Millis] = 60_000
"""How often counts and figures go along with the time alone."""


@dataclass(slots=True)
class Publisher:
    """Shows commits in their order. Nothing here waits: whoever is slow merges by himself."""

    picture: Picture
    revs: Revs
    audiences: Audiences = field(init=False)
    _circles: dict[str, Circle] = field(default_factory=dict)
    _empty: set[str] = field(default_factory=set)
    _ticked: Millis = 0
    _unstored: Millis | None = None

    def __post_init__(self) -> None:
        self.audiences = Audiences(self.picture)

    def begin(self, now: Millis) -> None:
        """Count what the picture holds at the start."""
        self._ticked = now
        fill(self.audiences.public, self.picture.reports.values(), now)

    def circle(self, viewer: User, now: Millis) -> Circle:
        """Return the circle of the viewers with these rights; its board is made when the first of them comes."""
        name = scope_name(viewer)
        if name not in self._circles:
            circle = Circle(Scope(viewer, self.revs), self.audiences.of(viewer, now))
            circle.fill(self.picture, now)
            if self._unstored is not None:
                circle.fail_storage(self.picture, since=self._unstored, now=now)
            self._circles[name] = circle
        return self._circles[name]

    def leave(self, follower: Follower) -> None:
        """Let a follower go; its board is kept for a while, since desks come back."""
        for circle in self._circles.values():
            if follower in circle.followers:
                circle.followers.remove(follower)

    def publish(self, commit: Commit, now: Millis) -> None:
        """Show a commit; its `done` follows in the same deltas."""
        self.picture.take(commit)
        touched = self.audiences.take(commit, now)
        desk = commit.key.rpartition(".")[0]
        for circle in self._circles.values():
            circle.touch(touched)
            circle.settle(desk, commit.key, commit.position)
            circle.take(commit, self.picture, now=now)
            circle.beat(self.picture, now)

    def settle(self, desk: str, key: str, now: Millis) -> None:
        """Say that a command is done which has changed nothing (an `open` whose report was there already)."""
        for circle in self._circles.values():
            circle.settle(desk, key, self.picture.position)
            circle.beat(self.picture, now)

    def fail_storage(self, now: Millis) -> None:
        """Tell supervisors that nothing can be stored any more; once, and until the hub is started anew."""
        if self._unstored is None:
            self._unstored = now
            for circle in self._circles.values():
                circle.fail_storage(self.picture, since=now, now=now)

    def meet(self, members: Iterable[Member], now: Millis) -> None:
        """Show members that were added or changed outside the log."""
        self.picture.members = {member.id: member for member in members}
        for circle in self._circles.values():
            circle.look_again(self.picture)
            circle.beat(self.picture, now)

    def beat(self, now: Millis) -> None:
        """Send what has waited for others long enough."""
        for circle in self._circles.values():
            circle.beat(self.picture, now)

    def next_beat(self) -> Millis | None:
        """Return when `beat` is wanted next, None while nothing waits."""
        beats = (circle.next_beat() for circle in self._circles.values())
        return min((beat for beat in beats if beat is not None), default=None)

    def second(self, now: Millis) -> None:
        """Go along with the time: figures at most once a second, counts once a minute, each view's own tick."""
        if now - self._ticked >= FIGURES_TICK:
            self._ticked += (now - self._ticked) // FIGURES_TICK * FIGURES_TICK
            touched = self.audiences.tick(now)
            self.picture.forget(now)
            self._drop_empty()
        else:
            touched = self.audiences.refresh(now)
        for circle in self._circles.values():
            circle.touch(touched)
            circle.beat(self.picture, now)
            circle.tick(self.picture, now)

    def _drop_empty(self) -> None:
        """Drop the boards that nobody has followed since the last time."""
        for name in self._empty:
            if name in self._circles and not self._circles[name].followers:
                del self._circles[name]
        self._empty = {name for name, circle in self._circles.items() if not circle.followers}
