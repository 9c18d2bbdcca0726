"""How long the window stands still while the feed pours: the lateness of a precise timer of 5 ms in its event loop.

The product takes 10,000 changes a second into 10,000 open reports, with its charts on. The peer is Qt's own table,
sorted, its items edited in place, at half that rate.
"""

import asyncio
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import make_application, run
from tests.benchmarks import peer_table, window
from tests.benchmarks.figure import Figure, Limits, percentile
from tests.benchmarks.hub import Hub
from tests.benchmarks.lateness import Lateness
from tests.benchmarks.parts import run_part
from tests.benchmarks.plan import Effort
from tests.benchmarks.script import Flow
from tests.benchmarks.window import Window

NOW = 1_795_485_600_000
WARM_UP = 1.0
"""Seconds of the same flow before the clock starts."""
SECONDS = 5.0
OURS = Flow(rate=10_000, seconds=WARM_UP + SECONDS, every_ms=100.0)
THEIRS = Flow(rate=5_000, seconds=WARM_UP + SECONDS, every_ms=100.0)
LIMITS = {"p99": Limits(most=8.0, peer_ratio=1 / 20), "max": Limits(most=33.0, peer_ratio=1 / 20)}


def measure(effort: Effort) -> list[Figure]:
    """Run all rounds in one process, product and peer in turn."""
    found = run_part("stall", "rounds", effort.rounds)
    return [
        Figure(
            name=f"stall {what}",
            unit="ms",
            rounds=tuple(stalls[what] for stalls in found["desk"]),
            peer_rounds=tuple(stalls[what] for stalls in found["table"]),
            limits=limits,
        )
        for what, limits in LIMITS.items()
    ]


def rounds(count: str) -> dict[str, list[dict[str, float]]]:
    """Return what each round found, in milliseconds."""
    application = make_application()
    found: dict[str, list[dict[str, float]]] = {"desk": [], "table": []}

    async def program() -> int:
        with Hub("flow", NOW, OURS) as ours, Hub("flow", NOW, THEIRS) as theirs:
            for _ in range(int(count)):
                found["desk"].append(await _stalls(window.open_window, ours, application))
                found["table"].append(await _stalls(peer_table.open_window, theirs, application))
        return 0

    run(program)
    return found


async def _stalls(open_window: Window, hub: Hub, application: QApplication) -> dict[str, float]:
    lateness = Lateness()
    with tempfile.TemporaryDirectory() as folder:
        async with open_window(hub, Path(folder), application):
            hub.go()
            await asyncio.sleep(WARM_UP)
            lateness.start()
            await asyncio.sleep(SECONDS)
            lateness.stop()
        await hub.played()
    return {"p99": percentile(lateness.late, 0.99), "max": max(lateness.late)}
