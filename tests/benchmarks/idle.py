"""How much of a core the window costs on an ordinary day: 100 changes a second, all instruments on.

The peer is Qt's own table, its items edited in place, fed by the same client at the same rate.
"""

import asyncio
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.app import make_application, run
from tests.benchmarks import peer_table, window
from tests.benchmarks.figure import Figure, Limits
from tests.benchmarks.hub import Hub
from tests.benchmarks.parts import run_part
from tests.benchmarks.plan import Effort
from tests.benchmarks.script import Flow
from tests.benchmarks.window import Window

NOW = 1_795_485_600_000
WARM_UP, SECONDS = 1.0, 5.0
FLOW = Flow(rate=100, seconds=WARM_UP + SECONDS + 0.5, every_ms=1_000.0)
_PERCENT = 100.0


def measure(effort: Effort) -> list[Figure]:
    """Run all rounds in one process, product and peer in turn."""
    found = run_part("idle", "rounds", effort.rounds)
    limits = Limits(most=20.0, peer_ratio=1 / 4)
    product, peer = tuple(found["desk"]), tuple(found["table"])
    return [Figure(name="idle", unit="% of a core", rounds=product, peer_rounds=peer, limits=limits)]


def rounds(count: str) -> dict[str, list[float]]:
    """Return the share of a core each round took, in percent."""
    application = make_application()
    found: dict[str, list[float]] = {"desk": [], "table": []}

    async def program() -> int:
        with Hub("flow", NOW, FLOW) as hub:
            for _ in range(int(count)):
                found["desk"].append(await _share(window.open_window, hub, application))
                found["table"].append(await _share(peer_table.open_window, hub, application))
        return 0

    run(program)
    return found


async def _share(open_window: Window, hub: Hub, application: QApplication) -> float:
    with tempfile.TemporaryDirectory() as folder:
        async with open_window(hub, Path(folder), application):
            hub.go()
            await asyncio.sleep(WARM_UP)
            spent, began = time.process_time(), time.monotonic()
            await asyncio.sleep(SECONDS)
            share = (time.process_time() - spent) / (time.monotonic() - began)
            await hub.played()
    return share * _PERCENT
