"""Folds what changed on the board since the last frame into one value, so that a window draws once a frame."""

from dataclasses import dataclass, field

from services.domain.board import Changes, Key
from services.feed.outputs import BoardChanged, BoardReplaced, FeedEvent


@dataclass(slots=True)
class _Frame:
    """What has come since the last frame."""

    put: set[Key] = field(default_factory=set)
    deleted: set[Key] = field(default_factory=set)
    events: list[FeedEvent] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    replay: bool = True
    replaced: bool = False


class Gathered:
    """Gathers the board's outputs; give each to `add`, and `take` them all once a frame."""

    __slots__ = ("_frame",)

    def __init__(self) -> None:
        self._frame: _Frame | None = None

    def add(self, output: BoardReplaced | BoardChanged) -> bool:
        """Take in an output; return whether it is the first since `take`: then a frame must be asked for."""
        first = self._frame is None
        frame = self._frame = self._frame or _Frame()
        frame.done += output.done
        if isinstance(output, BoardReplaced):
            frame.replaced = True
            return first
        put, deleted = output.changes.put, output.changes.deleted
        frame.put |= put
        frame.put -= deleted
        frame.deleted |= deleted
        frame.deleted -= put
        frame.events += output.events
        frame.replay = frame.replay and output.replay
        return first

    def take(self) -> BoardReplaced | BoardChanged | None:
        """Return what there was since the last time as one output, None if there was nothing.

        What came before or after a snapshot is part of the replacement; its events are not told.
        """
        frame, self._frame = self._frame, None
        if frame is None:
            return None
        done = tuple(frame.done)
        if frame.replaced:
            return BoardReplaced(done)
        changes = Changes(frozenset(frame.put), frozenset(frame.deleted))
        return BoardChanged(changes=changes, events=tuple(frame.events), done=done, replay=frame.replay)
