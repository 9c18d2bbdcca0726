"""How much memory 100,000 open reports take on a desk's board.

The product takes a snapshot into its view, frame for frame, as it comes from a hub. The reference decodes the same
frames into plain dataclasses with slots, with id and version, and keeps them in a list.
"""

import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import make_dataclass
from pathlib import Path
from typing import Any

import msgspec

from services.domain.board import Board
from services.domain.rows import ReportRow
from services.protocol.codec import decode_hub_frame
from services.protocol.frames import encode_row, snapshot_frames
from services.protocol.hub_messages import Snapshot, SnapshotEnd, Subscribed
from services.protocol.view_sync import ViewSync
from tests.benchmarks.figure import Figure, Limits
from tests.benchmarks.parts import run_part
from tests.benchmarks.plan import Effort
from tests.benchmarks.room import opening
from tests.benchmarks.script import VIEW

NOW = 1_795_485_600_000
REPORTS = 100_000
_MEGA = 1e6
_LENGTH = 4
"""Bytes that say how long the frame after them is."""


def measure(effort: Effort) -> list[Figure]:
    """Measure product and reference in turn, each in a process of its own."""
    found: dict[str, list[float]] = {"board": [], "plain": []}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "frames"
        digest = run_part("memory", "write", path)
        for _ in range(effort.rounds):
            for part, taken in found.items():
                taken.append(run_part("memory", part, path, digest))
    product, plain = tuple(found["board"]), tuple(found["plain"])
    limits = Limits(ratio=1.2)
    return [Figure(name="memory of 100,000", unit="MB", rounds=product, reference_rounds=plain, limits=limits)]


def write(path: str) -> str:
    """Write the frames of a snapshot to a file; return the board's digest."""
    rows = [put for put in opening(NOW, REPORTS) if put.kind == "report"]
    with Path(path).open("wb") as file:
        frames = snapshot_frames(VIEW, [encode_row(put).entry for put in rows])
        file.writelines(len(frame).to_bytes(_LENGTH) + frame for frame in frames)
    return Board.of(rows).digest()


def board(path: str, digest: str) -> float:
    """Return how many megabytes the product's view takes."""

    def take() -> object:
        view = ViewSync(VIEW, Board(), cursor=None)
        view.asked(1, NOW)
        view.receive(Subscribed(reply_to=1, view=VIEW, mode="snapshot", why="new"), NOW)
        for frame in _frames(path):
            message = decode_hub_frame(frame)
            if not isinstance(message, Snapshot):
                raise TypeError("not a frame of a snapshot")
            view.receive(message, NOW)
        if view.receive(SnapshotEnd(view=VIEW, cursor="c", rows=REPORTS, digest=digest, at=NOW), NOW) is None:
            raise RuntimeError("the snapshot was not taken")
        return view

    return _growth(take)


def plain(path: str, digest: str) -> float:
    """Return how many megabytes plain rows take."""
    del digest
    entry = make_dataclass("Report", [("id", str), ("rev", str), ("value", ReportRow)], slots=True)
    whole = make_dataclass("Whole", [("rows", list[entry])], slots=True)  # type: ignore[valid-type] # made at run time
    decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(whole)

    def take() -> object:
        return [report for frame in _frames(path) for report in decoder.decode(frame).rows]

    return _growth(take)


def _frames(path: str) -> Iterator[bytes]:
    with Path(path).open("rb") as file:
        while length := file.read(_LENGTH):
            yield file.read(int.from_bytes(length))


def _growth(take: Callable[[], object]) -> float:
    gc.collect()
    before = _resident()
    kept = take()
    gc.collect()
    taken = _resident() - before
    del kept
    return taken / _MEGA


def _resident() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
