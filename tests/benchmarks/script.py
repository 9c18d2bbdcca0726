"""What the prepared hub says and when: whole frames, made and chained before any clock starts."""

import random
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from services.domain.board import Board, Put
from services.domain.report import Millis
from services.domain.rows import ReportRow
from services.domain.squads import Squad
from services.protocol.frames import DeltaParts, delta_frame, encode, encode_row, snapshot_frames
from services.protocol.hub_messages import SnapshotEnd
from tests.benchmarks.probe import OPEN
from tests.benchmarks.room import SEED, a_rev, changes, opening, probes, squad_row

VIEW = "board"
A_DELTA = 64
"""Puts in a delta that is sent as fast as the desk takes it."""
BEAT_MS = 5
"""The hub gathers so long before it sends, if changes come faster than that."""
SECOND_MS = 1_000


@dataclass(frozen=True, slots=True)
class Flow:
    """So many changes a second for so long, with a probe about every so many milliseconds, at random moments.

    A rate of 1 or less: the probes are the only changes.
    """

    rate: int
    seconds: float
    every_ms: float

    def __str__(self) -> str:
        return f"{self.rate}:{self.seconds}:{self.every_ms}"

    @classmethod
    def read(cls, text: str) -> "Flow":
        """Return the flow that a text stands for."""
        rate, seconds, every_ms = text.split(":")
        return cls(int(rate), float(seconds), float(every_ms))


@dataclass(frozen=True, slots=True)
class Line:
    """One frame, when it is due in milliseconds from the start of its act, and which probe it carries, if any."""

    due: float
    frame: bytes
    probe: int | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """A snapshot and what follows it, act by act, each when the benchmark says go."""

    snapshot: tuple[bytes, ...]
    acts: tuple[tuple[Line, ...], ...]
    ends_at: Millis
    """The hub's time in the very last delta: who has applied it has applied all."""


def pour(now: Millis, *, puts: int, reports: int = OPEN) -> Script:
    """Return a script of one act: so many puts as fast as they are taken."""
    rows, chain = opening(now, reports), _Chain()
    snapshot = _snapshot(rows, chain, now)
    stream = changes(rows, now)
    lines = tuple(
        Line(0.0, chain.delta([encode_row(put).put for put in islice(stream, A_DELTA)], now + n))
        for n in range(1, puts // A_DELTA + 1)
    )
    return Script(snapshot, (lines,), now + len(lines))


def flow(now: Millis, *flows: Flow, reports: int = OPEN) -> Script:
    """Return a script with an act for each of these flows.

    Once a second the figures of the squads come too, as the hub sends them.
    """
    rows, chain = opening(now, reports), _Chain()
    snapshot = _snapshot(rows, chain, now)
    stream, probing = changes(rows, now), enumerate(probes(rows))
    begins, acts = now, []
    for one in flows:
        due = [*_changes(stream, one), *_figures(one, begins), *_probes(probing, one)]
        due.append((one.seconds * SECOND_MS + BEAT_MS, [], None))
        acts.append(tuple(chain.line(*act, begins=begins) for act in sorted(due, key=lambda act: act[0])))
        begins += round(one.seconds * SECOND_MS) + BEAT_MS
    return Script(snapshot, tuple(acts), begins)


_Due = tuple[float, list[Put[Any]], int | None]
"""When something is due, what it puts, and which probe it is, if it is one."""


class _Chain:
    """The cursors of one view: opaque, as long as sealed ones, and never twice the same."""

    def __init__(self) -> None:
        self._chance = random.Random(SEED + 3)
        self.cursor = self._fresh()

    def delta(self, ops: Sequence[bytes], at: Millis) -> bytes:
        """Return the next delta."""
        start, self.cursor = self.cursor, self._fresh()
        return delta_frame(VIEW, DeltaParts(at=at, ops=ops), start=start, to=self.cursor)

    def line(self, due: float, puts: list[Put[Any]], probe: int | None, *, begins: Millis) -> Line:
        """Return the next delta as a line of an act that begins at a time of the hub."""
        return Line(due, self.delta([encode_row(put).put for put in puts], begins + round(due)), probe)

    def _fresh(self) -> str:
        return urlsafe_b64encode(self._chance.randbytes(72)).decode()


def _changes(stream: Iterator[Put[ReportRow]], one: Flow) -> Iterator[_Due]:
    if one.rate <= 1:
        return
    a_delta = max(1, one.rate * BEAT_MS // SECOND_MS)
    apart = a_delta * SECOND_MS / one.rate
    for n in range(round(one.seconds * SECOND_MS / apart)):
        yield n * apart, list(islice(stream, a_delta)), None


def _figures(one: Flow, begins: Millis) -> Iterator[_Due]:
    chance = random.Random(begins)
    for second in range(1, int(one.seconds)):
        due = second * SECOND_MS - 0.5
        yield (
            due,
            [Put("squad", squad.value, a_rev(chance), squad_row(chance, begins + round(due))) for squad in Squad],
            None,
        )


def _probes(probing: Iterator[tuple[int, Put[ReportRow]]], one: Flow) -> Iterator[_Due]:
    chance = random.Random(SEED + one.rate)
    due = one.every_ms * chance.uniform(0.5, 1.5)
    while due < one.seconds * SECOND_MS:
        probe, put = next(probing)
        yield due, [put], probe
        due += one.every_ms * chance.uniform(0.5, 1.5)


def _snapshot(rows: list[Put[Any]], chain: _Chain, now: Millis) -> tuple[bytes, ...]:
    parts = snapshot_frames(VIEW, [encode_row(put).entry for put in rows])
    digest = Board.of(rows).digest()
    return (*parts, encode(SnapshotEnd(view=VIEW, cursor=chain.cursor, rows=len(rows), digest=digest, at=now)))
