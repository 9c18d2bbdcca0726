"""How many changes a second a window takes for good: the highest rate at which it neither stalls nor falls behind.

Each rate is held for a while. A window has kept up if it never stood still for longer than 100 ms, took the changes in
the time in which they were made but for two hundredths, and showed 99 of 100 probes within 100 ms. The peer is Qt's own
table, its items edited in place.
"""

import asyncio
import contextlib
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import make_application, run
from tests.benchmarks import peer_table, window
from tests.benchmarks.figure import Figure, Limits, percentile
from tests.benchmarks.hub import Hub
from tests.benchmarks.lateness import Lateness
from tests.benchmarks.parts import run_part
from tests.benchmarks.plan import Effort
from tests.benchmarks.script import SECOND_MS, Flow
from tests.benchmarks.sightings import Sightings
from tests.benchmarks.window import Window

NOW = 1_795_485_600_000
SECONDS = 2.0
OURS = (2_000, 5_000, 10_000, 15_000, 20_000, 25_000, 30_000, 40_000)
THEIRS = (25, 50, 100, 200, 400, 700, 1_000, 2_000, 4_000)
LONGEST_STALL = LONGEST_LATENCY = 100.0
APPLIED = 0.98
_PATIENCE = 10.0
_NANO_A_MILLI = 1e6


def measure(effort: Effort) -> list[Figure]:
    """Run all rounds in one process, product and peer in turn."""
    found = run_part("sustained", "rounds", effort.rounds)
    product, peer = tuple(found["desk"]), tuple(found["table"])
    limits = Limits(times_peer=10.0)
    return [Figure(name="sustained", unit="changes/s", rounds=product, peer_rounds=peer, limits=limits)]


def rounds(count: str) -> dict[str, list[float]]:
    """Return the highest rate that was kept up in each round."""
    application = make_application()
    found: dict[str, list[float]] = {"desk": [], "table": []}

    async def program() -> int:
        with Hub("flow", NOW, *_flows(OURS)) as ours, Hub("flow", NOW, *_flows(THEIRS)) as theirs:
            for _ in range(int(count)):
                found["desk"].append(await _highest(window.open_window, OURS, ours, application))
                found["table"].append(await _highest(peer_table.open_window, THEIRS, theirs, application))
        return 0

    run(program)
    return found


def _flows(rates: Sequence[int]) -> list[Flow]:
    return [Flow(rate=rate, seconds=SECONDS, every_ms=30.0) for rate in rates]


async def _highest(open_window: Window, rates: Sequence[int], hub: Hub, application: QApplication) -> float:
    """Return the last rate of an ascent that was kept up; half of the first where not even that was."""
    highest = rates[0] / 2
    with tempfile.TemporaryDirectory() as folder:
        async with open_window(hub, Path(folder), application) as sightings:
            for rate in rates:
                if not await _kept_up(hub, sightings):
                    break
                highest = rate
    return highest


async def _kept_up(hub: Hub, sightings: Sightings) -> bool:
    lateness = Lateness()
    lateness.start()
    hub.go()
    played = await hub.played()
    with contextlib.suppress(TimeoutError):  # what was not seen by then counts as seen now
        async with asyncio.timeout(_PATIENCE):
            await sightings.until(max(played.sent))
    lateness.stop()
    spans = sightings.spans(played.sent, end=time.monotonic_ns())
    latency = percentile([span / _NANO_A_MILLI for span in spans.values()], 0.99)
    applied = SECONDS / (SECONDS + played.behind_ms / SECOND_MS)
    return max(lateness.late) <= LONGEST_STALL and applied >= APPLIED and latency <= LONGEST_LATENCY
