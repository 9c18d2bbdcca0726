"""What the prepared hub says and when: whole frames, made and chained before any clock starts."""

import random
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from services.domain.board import Board, Put
from services.domain.report import Millis
from services.domain.squads import Squad
from services.protocol.frames import DeltaParts, delta_frame, encode, encode_row, snapshot_frames
from services.protocol.hub_messages import SnapshotEnd
from tests.benchmarks.room import SEED, a_rev, changes, opening, probes, squad_row

VIEW = "board"
POURED = 122_880
"""Puts of the `ingest` benchmark."""
A_DELTA = 64
"""Puts in each of its deltas."""
BEAT_MS = 5
"""The hub gathers so long before it sends, if changes come faster than that."""
SECOND_MS = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """One frame, when it is due in milliseconds from the start, and which probe it carries, if any."""

    due: float
    frame: bytes
    probe: int | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """A snapshot, and what follows once the benchmark says go."""

    snapshot: tuple[bytes, ...]
    lines: tuple[Line, ...]
    ends_at: Millis
    """The hub's time in the last delta: who has applied it has applied all."""


class Chain:
    """The cursors of one view: opaque, as long as sealed ones, and never twice the same."""

    def __init__(self) -> None:
        self._chance = random.Random(SEED + 3)
        self.cursor = self._fresh()

    def delta(self, ops: Sequence[bytes], at: Millis) -> bytes:
        """Return the next delta."""
        start, self.cursor = self.cursor, self._fresh()
        return delta_frame(VIEW, DeltaParts(at=at, ops=ops), start=start, to=self.cursor)

    def _fresh(self) -> str:
        return urlsafe_b64encode(self._chance.randbytes(72)).decode()


def pour(now: Millis, *, puts: int = POURED) -> Script:
    """Return a script that sends so many puts as fast as they are taken."""
    rows, chain = opening(now), Chain()
    snapshot = _snapshot(rows, chain, now)
    stream = changes(rows, now)
    lines = tuple(
        Line(0.0, chain.delta([encode_row(put).put for put in islice(stream, A_DELTA)], now + n))
        for n in range(1, puts // A_DELTA + 1)
    )
    return Script(snapshot, lines, now + len(lines))


def flow(now: Millis, *, rate: int, seconds: float, every_ms: float) -> Script:
    """Return a script of `rate` changes a second with a probe about `every_ms` milliseconds, at random moments.

    Once a second the figures of the squads come too, as the hub sends them. At a rate of 1 the probes are the changes.
    """
    rows, chain = opening(now), Chain()
    snapshot = _snapshot(rows, chain, now)
    due = [*_changes(rows, now, rate=rate, seconds=seconds), *_figures(now, seconds), *_probes(rows, seconds, every_ms)]
    lines = [
        Line(at, chain.delta([encode_row(put).put for put in puts], now + round(at)), probe)
        for at, puts, probe in sorted(due, key=lambda one: one[0])
    ]
    ends_at = now + round(seconds * SECOND_MS) + BEAT_MS
    return Script(snapshot, (*lines, Line(seconds * SECOND_MS + BEAT_MS, chain.delta((), ends_at))), ends_at)


_Due = tuple[float, list[Put[Any]], int | None]


def _changes(rows: list[Put[Any]], now: Millis, *, rate: int, seconds: float) -> Iterator[_Due]:
    if rate <= 1:
        return
    a_delta = max(1, rate * BEAT_MS // SECOND_MS)
    apart = a_delta * SECOND_MS / rate
    stream = changes(rows, now)
    for n in range(round(seconds * SECOND_MS / apart)):
        yield n * apart, list(islice(stream, a_delta)), None


def _figures(now: Millis, seconds: float) -> Iterator[_Due]:
    chance = random.Random(SEED + 4)
    for second in range(1, int(seconds)):
        at = second * SECOND_MS - 0.5
        yield at, [Put("squad", one.value, a_rev(chance), squad_row(chance, now + round(at))) for one in Squad], None


def _probes(rows: list[Put[Any]], seconds: float, every_ms: float) -> Iterator[_Due]:
    chance, stream = random.Random(SEED + 5), probes(rows)
    at, n = every_ms * chance.uniform(0.5, 1.5), 0
    while at < seconds * SECOND_MS:
        yield at, [next(stream)], n
        at, n = at + every_ms * chance.uniform(0.5, 1.5), n + 1


def _snapshot(rows: list[Put[Any]], chain: Chain, now: Millis) -> tuple[bytes, ...]:
    parts = snapshot_frames(VIEW, [encode_row(put).entry for put in rows])
    digest = Board.of(rows).digest()
    return (*parts, encode(SnapshotEnd(view=VIEW, cursor=chain.cursor, rows=len(rows), digest=digest, at=now)))
