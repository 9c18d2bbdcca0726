"""How much processor time a change costs the desk, beside the mere decoding of the same bytes.

The product is the feed link as the desk uses it: socket, session, board, local store and the gathering of frames, all
under Qt's loop. The reference decodes the same frames into the product's own message types and drops them.
"""

import asyncio
import gc
import tempfile
import time
from pathlib import Path
from typing import Any

import msgspec

from desktop.app import make_application, run
from desktop.link import FeedLink
from services.feed.credentials import Password
from services.feed.outputs import BoardReplaced
from services.protocol.codec import decode_hub_frame
from tests.benchmarks.figure import Figure, Limits
from tests.benchmarks.hub import Hub
from tests.benchmarks.parts import run_part
from tests.benchmarks.plan import Effort
from tests.benchmarks.resting import at_rest
from tests.benchmarks.script import pour

NOW = 1_795_485_600_000
POURED = 122_880
"""Puts, 64 a delta."""
_MICRO = 1e6


def measure(effort: Effort) -> list[Figure]:
    """Run all rounds in one process, product and references in turn."""
    found = run_part("ingest", "rounds", effort.rounds)
    limits = Limits(ratio=3.0)
    typed, plain, product = (tuple(found[name]) for name in ("typed", "plain", "product"))
    return [
        Figure(name="ingest", unit="μs a put", rounds=product, reference_rounds=typed, limits=limits),
        Figure(name="ingest against untyped decode", unit="μs a put", rounds=product, reference_rounds=plain),
    ]


def rounds(count: str) -> dict[str, list[float]]:
    """Return the microseconds of processor time a put took in each round; the first round is thrown away."""
    make_application()
    frames = [line.frame for act in pour(NOW, puts=POURED).acts for line in act]
    found: dict[str, list[float]] = {"typed": [], "plain": [], "product": []}
    with Hub("pour", NOW, POURED) as hub:
        for _ in range(int(count) + 1):
            found["typed"].append(_decoding(frames, decode_hub_frame))
            found["plain"].append(_decoding(frames, msgspec.json.decode))
            found["product"].append(_taking_in(hub))
    return {name: values[1:] for name, values in found.items()}


def _decoding(frames: list[bytes], decode: Any) -> float:
    gc.collect()
    began = time.process_time()
    for frame in frames:
        decode(frame)
    return (time.process_time() - began) * _MICRO / POURED


def _taking_in(hub: Hub) -> float:
    """Have the link take in the whole script; return the microseconds a put took."""
    spent: list[float] = []

    async def program() -> int:
        with tempfile.TemporaryDirectory() as folder:
            spent.append(await _one_round(hub, Path(folder)))
        return 0

    run(program)
    return spent[0] * _MICRO / POURED


async def _one_round(hub: Hub, folder: Path) -> float:
    link = FeedLink(hub.url, Password("sari", "bench"), folder=folder, language="id")
    there, over = asyncio.Event(), asyncio.Event()

    def on_board(came: object) -> None:
        if isinstance(came, BoardReplaced):
            there.set()
        elif link.data_at == hub.ends_at:
            over.set()

    link.board_changed.connect(on_board)
    link.start()
    await there.wait()
    await at_rest()
    gc.collect()
    began = time.process_time()
    hub.go()
    await over.wait()
    spent = time.process_time() - began
    await hub.played()
    await link.close()
    return spent
