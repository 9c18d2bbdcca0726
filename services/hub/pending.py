"""What one desk has not been told yet: the newest change of each row, merged until it is sent."""

from collections import deque
from dataclasses import dataclass, field, replace
from typing import Final

OPS_LIMIT: Final = 150 * 1024
"""Bytes of ops in one delta, so that the frame stays under 256 KiB with its events."""
EVENTS_LIMIT: Final = 48 * 1024
"""Bytes of events in one delta; they drive sound and motion only, so the oldest may go."""


@dataclass(frozen=True, slots=True)
class RowOp:
    """A row's change as it stands on the wire, made by the transaction that ended at `position` of the log.

    `put` is False for a delete; `was` says whether the row was in this view before the change.
    """

    kind: str
    id: str
    position: int
    body: bytes
    put: bool
    was: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes into one delta that leads to `position`."""

    position: int
    ops: tuple[bytes, ...] = ()
    events: tuple[bytes, ...] = ()
    done: tuple[str, ...] = ()


@dataclass(slots=True)
class Pending:
    """The changes of one view since the desk's cursor; one row is never in it twice."""

    _ops: dict[tuple[str, str], RowOp] = field(default_factory=dict)
    _events: deque[tuple[str, bytes]] = field(default_factory=deque)
    _done: list[tuple[int, str]] = field(default_factory=list)
    _event_bytes: int = 0
    size: int = 0
    """Bytes of ops waiting."""

    def __bool__(self) -> bool:
        return bool(self._ops or self._events or self._done)

    def add(self, op: RowOp) -> None:
        """Merge a row's change: the newest wins, and a row that came and went within is never mentioned."""
        key = (op.kind, op.id)
        earlier = self._ops.pop(key, None)
        if earlier is not None:
            self.size -= len(earlier.body)
            op = replace(op, was=earlier.was)
        if not op.put:
            self._forget_events(op.id)
            if not op.was:
                return
        self._ops[key] = op
        self.size += len(op.body)

    def tell(self, report: str, event: bytes) -> None:
        """Add an event of a report that is in view."""
        self._events.append((report, event))
        self._event_bytes += len(event)
        while self._event_bytes > EVENTS_LIMIT:
            self._event_bytes -= len(self._events.popleft()[1])

    def settle(self, key: str, position: int) -> None:
        """Add a command of this desk whose effect is among the changes up to `position`."""
        self._done.append((position, key))

    def rows(self) -> dict[tuple[str, str], RowOp]:
        """Return the changes by kind and id of their row."""
        return dict(self._ops)

    def settled(self) -> list[tuple[str, int]]:
        """Return the desk's own commands with their positions."""
        return [(key, position) for position, key in self._done]

    def clear(self) -> None:
        """Forget everything; a snapshot takes its place."""
        self._ops.clear()
        self._events.clear()
        self._done.clear()
        self._event_bytes = self.size = 0

    def take(self, position: int) -> list[Batch]:
        """Return all of it as deltas in the order of the log, the last leading to `position`, and be empty.

        A row stands at its newest change, so each delta but the last leads to the position of its own last op:
        whoever resumes from there is sent everything that came later.
        """
        ordered = sorted(self._ops.values(), key=lambda op: op.position)
        done = sorted(self._done)
        batches = []
        for group in _groups(ordered):
            last = group[-1].position if group[-1] is not ordered[-1] else position
            settled = tuple(key for at, key in done if at <= last)
            done = done[len(settled) :]
            batches.append(Batch(last, tuple(op.body for op in group), (), settled))
        rest = tuple(key for _, key in done)
        events = tuple(event for _, event in self._events)
        end = batches.pop() if batches else Batch(position)
        batches.append(replace(end, events=events, done=end.done + rest))
        self.clear()
        return batches

    def _forget_events(self, report: str) -> None:
        if any(named == report for named, _ in self._events):
            self._events = deque((named, event) for named, event in self._events if named != report)
            self._event_bytes = sum(len(event) for _, event in self._events)


def _groups(ops: list[RowOp]) -> list[list[RowOp]]:
    """Cut ops into runs of at most `OPS_LIMIT` bytes, never between two ops of one transaction."""
    groups: list[list[RowOp]] = []
    size = 0
    for op in ops:
        full = size + len(op.body) > OPS_LIMIT
        if not groups or (full and groups[-1][-1].position != op.position):
            groups.append([])
            size = 0
        groups[-1].append(op)
        size += len(op.body)
    return groups
