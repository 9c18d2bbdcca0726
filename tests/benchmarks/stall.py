"""How long the window stands still while the feed pours: the lateness of a precise timer of 5 ms in its event loop.

The product takes 10,000 changes a second into 10,000 open reports, with its charts on. The peer is Qt's own table,
sorted, its items edited in place, at half that rate.
"""

import asyncio
import tempfile
from pathlib import Path

from desktop.app import make_application, run
from tests.benchmarks import peer_table
from tests.benchmarks.figure import Figure, Limits, percentile
from tests.benchmarks.hub import Hub
from tests.benchmarks.lateness import Lateness
from tests.benchmarks.parts import run_part
from tests.benchmarks.plan import Effort
from tests.benchmarks.window import Window, open_window

NOW = 1_795_485_600_000
RATE = 10_000
PEER_RATE = 5_000
SECONDS = 5.0
WARM_UP = 1.0
"""Seconds of the same stream before the clock starts."""
_PROBE_EVERY_MS = 100.0
_SHARE = 0.99


def measure(effort: Effort) -> list[Figure]:
    """Run product and peer in turn, each time in a fresh process."""
    product: list[dict[str, float]] = []
    peer: list[dict[str, float]] = []
    for _ in range(effort.rounds):
        product.append(run_part("stall", "desk"))
        peer.append(run_part("stall", "table"))
    limits = {"p99": Limits(most=8.0, peer_ratio=1 / 20), "max": Limits(most=33.0, peer_ratio=1 / 20)}
    return [
        Figure(
            name=f"stall {what}",
            unit="ms",
            rounds=tuple(found[what] for found in product),
            peer_rounds=tuple(found[what] for found in peer),
            limits=limit,
        )
        for what, limit in limits.items()
    ]


def desk() -> dict[str, float]:
    """Measure the product."""
    return _measured(open_window, RATE)


def table() -> dict[str, float]:
    """Measure the peer."""
    return _measured(peer_table.open_window, PEER_RATE)


def _measured(window: Window, rate: int) -> dict[str, float]:
    application, found = make_application(), dict[str, float]()

    async def program() -> int:
        with tempfile.TemporaryDirectory() as folder, Hub("flow", NOW, rate, WARM_UP + SECONDS, _PROBE_EVERY_MS) as hub:
            async with window(hub, Path(folder), application):
                found.update(await _stalls(hub))
        return 0

    run(program)
    return found


async def _stalls(hub: Hub) -> dict[str, float]:
    lateness = Lateness()
    hub.go()
    await asyncio.sleep(WARM_UP)
    lateness.start()
    await asyncio.sleep(SECONDS)
    lateness.stop()
    return {"p99": percentile(lateness.late, _SHARE), "max": max(lateness.late)}
