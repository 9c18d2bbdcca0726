"""Frames from hub to desk: a row is encoded once per projection and spliced into every desk's frames."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from services.domain.board import Put
from services.domain.report import Millis
from services.protocol.hub_messages import Happened, HubMessage
from services.protocol.outcomes import Outcome, Result, Results, as_dict, stored_form

MOST_BYTES = 256 * 1024
"""A frame from hub to desk."""

ROOM_BYTES = MOST_BYTES - 8 * 1024
"""What the ops and events of one delta may take, so that the rest of the message fits too."""

PART_BYTES = 48 * 1024
"""What the rows of one part of a snapshot take: on a line of 8 KB/s a part every 6 seconds still shows life."""

_encode = msgspec.json.Encoder(enc_hook=as_dict).encode


@dataclass(frozen=True, slots=True)
class EncodedRow:
    """A row as bytes of JSON; `value` is the row alone."""

    kind: str
    id: str
    rev: str
    value: bytes

    @property
    def entry(self) -> bytes:
        """The row as it stands in a snapshot."""
        return b'{"kind":%b,"id":%b,"rev":%b,"value":%b}' % self._members

    @property
    def put(self) -> bytes:
        """The row as it stands in a delta."""
        return b'{"op":"put","kind":%b,"id":%b,"rev":%b,"value":%b}' % self._members

    @property
    def _members(self) -> tuple[bytes, bytes, bytes, bytes]:
        return _encode(self.kind), _encode(self.id), _encode(self.rev), self.value


def encode_row(put: Put[Any]) -> EncodedRow:
    """Return a row with its value encoded."""
    return EncodedRow(put.kind, put.id, put.rev, _encode(put.row))


def encode_delete(kind: str, id_: str) -> bytes:
    """Return the op that takes a row out of the view."""
    return b'{"op":"delete","kind":%b,"id":%b}' % (_encode(kind), _encode(id_))


def encode_event(event: Happened) -> bytes:
    """Return an event as it stands in a delta."""
    return _encode(event)


def encode(message: HubMessage) -> bytes:
    """Return a message as a frame; for deltas and snapshots of rows already encoded there are quicker ways here."""
    if isinstance(message, Result):
        return _encode({"type": "result", "reply_to": message.reply_to, **stored_form(message)})
    if isinstance(message, Results):
        items = [stored_form(item) for item in message.items]
        return _encode({"type": "results", "reply_to": message.reply_to, "items": items})
    return _encode(message)


def encode_value(value: object) -> bytes:
    """Return plain values, messages' parts or rows as JSON, for `answer`."""
    return _encode(value)


def result_of(outcome: Outcome, reply_to: int | None) -> Result:
    """Return an outcome as the answer to one command."""
    return Result(reply_to=reply_to, **msgspec.structs.asdict(outcome))


def snapshot_frames(view: str, entries: Sequence[bytes]) -> Iterator[bytes]:
    """Return the parts of a snapshot, made one by one; there is at least one.

    `entries` are those of `EncodedRow.entry`. They are the same for every desk with the same projection.
    """
    runs = split(entries, PART_BYTES)
    for part, run in enumerate(runs):
        head = b'{"type":"snapshot","view":%b,"part":%d,"parts":%d,"rows":[' % (_encode(view), part, len(runs))
        yield head + b",".join(run) + b"]}"


def split(entries: Sequence[bytes], most: int) -> list[Sequence[bytes]]:
    """Cut encoded rows or ops into runs of at most `most` bytes with their commas.

    There is at least one run, and one entry that is too long stands alone.
    """
    starts, size = [0], 0
    for place, entry in enumerate(entries):
        size += len(entry) + 1
        if size > most and place > starts[-1]:
            starts.append(place)
            size = len(entry) + 1
    return [entries[start:end] for start, end in zip(starts, [*starts[1:], len(entries)], strict=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeltaParts:
    """What stands in a delta besides its cursors: encoded ops and events, and this desk's own commands."""

    at: Millis
    replay: bool = False
    caught_up: bool = False
    ops: Sequence[bytes] = ()
    events: Sequence[bytes] = ()
    done: Iterable[str] = ()


def delta_frame(view: str, parts: DeltaParts, *, start: str, to: str) -> bytes:
    """Return a delta from the cursor `start` to the cursor `to`."""
    return b'{"type":"delta","view":%b,"from":%b,"to":%b,"at":%d,"replay":%b,%b"ops":[%b],"events":[%b],"done":%b}' % (
        _encode(view),
        _encode(start),
        _encode(to),
        parts.at,
        b"true" if parts.replay else b"false",
        b'"caught_up":true,' if parts.caught_up else b"",
        b",".join(parts.ops),
        b",".join(parts.events),
        _encode(tuple(parts.done)),
    )
