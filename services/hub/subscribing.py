"""Answers `subscribe` and `check`: a resume where the log still tells everything, else a snapshot."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from services.domain.people import User
from services.domain.policy import Policy
from services.domain.report import Millis
from services.hub.connection import Connection
from services.hub.follower import TICK, Follower, Sealing
from services.hub.publisher import Publisher
from services.hub.resume import Missed, Past, changes_of, missed_since, unclear, why_not
from services.hub.scopes import BOARD, may_have, scope_name
from services.protocol.cursors import Seal
from services.protocol.desk_messages import Check, Subscribe
from services.protocol.hub_messages import Checked

_ROWS: Final = 2
"""The version of the rows' shapes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribing:
    """Lets desks follow their views. `schema` stands for the shape of the rows and the policy they follow from."""

    publisher: Publisher
    cursor_key: bytes
    epoch: str
    schema: str
    chance: Callable[[int], bytes]

    def refusal(self, viewer: User, view: str) -> str | None:
        """Return the error code for a view this viewer cannot have, None if he can; only the board is there yet."""
        if not may_have(viewer, view):
            return "denied"
        return None if view == BOARD else "not_found"

    def begin(self, connection: Connection, viewer: User, asked: Subscribe, *, now: Millis) -> int | None:
        """Follow a view: with a snapshot at once, or return the position from which to look for what was missed."""
        follower = self._follow(connection, viewer, asked.view, now=now)
        if asked.cursor is None:
            self.snapshot(follower, asked, why="new", now=now)
            return None
        cursor = follower.sealing.read(asked.cursor)
        if cursor is None or not (cursor.same_epoch and cursor.same_scope):
            why = "unknown" if cursor is None else "scope" if cursor.same_epoch else "epoch"
            self.snapshot(follower, asked, why=why, now=now)
            return None
        follower.begin_resume(asked.cursor)
        return cursor.position

    def snapshot(self, follower: Follower, asked: Subscribe, *, why: str, now: Millis) -> None:
        """Answer with a snapshot."""
        follower.begin_snapshot(self.publisher.picture, now, why=why, reply_to=asked.id)

    def resume(self, follower: Follower, asked: Subscribe, missed: Missed, *, now: Millis) -> set[str]:
        """Answer with all changes; or return the reports that must be looked at again first."""
        left = unclear(missed, follower)
        if not left:
            changes = changes_of(missed, follower, self.publisher.picture)
            follower.finish_resume(changes, self.publisher.picture, now, reply_to=asked.id)
        return left

    def check(self, connection: Connection, asked: Check, now: Millis) -> None:
        """Compare digests at a cursor, and send a snapshot where they differ."""
        follower = connection.follower
        if follower is None or follower.view != asked.view:
            connection.fail(asked.id, "not_found", now, field_="view")
        elif follower.catching_up:
            connection.fail(asked.id, "busy", now)
        elif follower.digest_at(asked.cursor) == asked.digest:
            connection.say(Checked(reply_to=asked.id), now)
        else:
            follower.begin_snapshot(self.publisher.picture, now, why="digest", reply_to=asked.id)

    def leave(self, connection: Connection) -> None:
        """End what a connection follows."""
        if connection.follower is not None:
            self.publisher.leave(connection.follower)
            connection.follower = None

    def _follow(self, connection: Connection, viewer: User, view: str, *, now: Millis) -> Follower:
        """Make a follower of the viewer's circle; one of an earlier subscription is let go."""
        self.leave(connection)
        circle = self.publisher.circle(viewer, now)
        seal = Seal(self.cursor_key, desk=connection.desk, user=viewer.id, view=view)
        scope = f"{scope_name(viewer)}|{self.schema}"
        sealing = Sealing(seal, self.epoch, scope, self.chance)
        follower = Follower(
            desk=connection.desk,
            view=view,
            scope=circle.scope,
            lane=connection.lane,
            sealing=sealing.unstored() if circle.unstored else sealing,
            next_tick=now + int.from_bytes(self.chance(4), "big") % TICK,
        )
        circle.followers.append(follower)
        connection.follower = follower
        return follower


def schema_of(policy: Policy) -> str:
    """Return what changes when rows change without an event: their shape, and the policy they follow from."""
    rules = [sorted((key, repr(label)) for key, label in policy.labels.items()), sorted(map(str, policy.holidays))]
    return f"{_ROWS}.{hashlib.sha256(repr(rules).encode()).hexdigest()[:16]}"


def look_back(past: Past, position: int, follower: Follower, *, visible: frozenset[str], now: Millis) -> Missed | str:
    """Read what was missed since a position, or why the desk cannot resume from there. For a thread of its own."""
    why = why_not(past, position, now)
    viewer = follower.scope.viewer
    return why or missed_since(past, position, desk=follower.desk, viewer=viewer, visible=visible)
