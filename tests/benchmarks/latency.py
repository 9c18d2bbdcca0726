"""How long a change takes from the hub's hand to the end of the paint that shows it, at five rates of change.

Probes come at random moments between the other changes; each alters the title of the report at the top of the queue.
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
from tests.benchmarks.hub import Hub, Played
from tests.benchmarks.parts import run_part
from tests.benchmarks.plan import Effort
from tests.benchmarks.script import Flow
from tests.benchmarks.sightings import Sightings
from tests.benchmarks.window import Window

NOW = 1_795_485_600_000
FLOWS = (
    Flow(rate=1, seconds=7.0, every_ms=1_000.0),
    *(Flow(rate=rate, seconds=3.0, every_ms=30.0) for rate in (100, 1_000, 5_000, 20_000)),
)
PEER_FLOWS = FLOWS[:-1]
"""Beyond, Qt's own table never catches up."""
SHARES = {"p50": 0.5, "p99": 0.99}
_WARM_UP = 0.5e9
"""Probes of the first half second are thrown away; in nanoseconds."""
_PATIENCE = 15.0
"""Seconds until a probe that was sent counts as never shown."""
_NANO_A_MILLI = 1e6
_CALM, _FLOOD = 100, 20_000

Round = dict[str, dict[str, float]]
"""By rate: `p50`, `p99`, and `behind`, how many milliseconds late the hub came to its end."""


def measure(effort: Effort) -> list[Figure]:
    """Run all rounds in one process, product and peer in turn."""
    found: dict[str, list[Round]] = run_part("latency", "rounds", effort.rounds)
    figures = [_figure(what, flow.rate, found) for flow in FLOWS for what in SHARES]
    return [*figures, _steadiness(found["desk"]), _behind(found["desk"])]


def rounds(count: str) -> dict[str, list[Round]]:
    """Return what each round found, in milliseconds."""
    application = make_application()
    found: dict[str, list[Round]] = {"desk": [], "table": []}

    async def program() -> int:
        with Hub("flow", NOW, *FLOWS) as hub:
            for _ in range(int(count)):
                found["desk"].append(await _round(window.open_window, FLOWS, hub=hub, application=application))
                found["table"].append(
                    await _round(peer_table.open_window, PEER_FLOWS, hub=hub, application=application)
                )
        return 0

    run(program)
    return found


def _figure(what: str, rate: int, found: dict[str, list[Round]]) -> Figure:
    return Figure(
        name=f"latency {what} at {rate:,}/s",
        unit="ms",
        rounds=_by_rate(found["desk"], rate, what),
        peer_rounds=_by_rate(found["table"], rate, what),
        limits=Limits(most={"p50": 16.0, "p99": 33.0}[what]),
    )


def _steadiness(desk: list[Round]) -> Figure:
    """How much a flood costs over a calm day."""
    return Figure(
        name=f"latency p99 at {_FLOOD:,}/s by that at {_CALM}/s",
        unit="ms",
        rounds=_by_rate(desk, _FLOOD, "p99"),
        reference_rounds=_by_rate(desk, _CALM, "p99"),
        limits=Limits(ratio=1.5),
    )


def _behind(desk: list[Round]) -> Figure:
    """Whether the desk kept up: one that does not take the changes would look quick, since none is sent meanwhile."""
    late = _by_rate(desk, _FLOOD, "behind")
    return Figure(name=f"latency, feed held up at {_FLOOD:,}/s", unit="ms", rounds=late, limits=Limits(most=100.0))


def _by_rate(rounds_: list[Round], rate: int, what: str) -> tuple[float, ...]:
    return tuple(found[str(rate)][what] for found in rounds_ if str(rate) in found)


async def _round(open_window: Window, flows: Sequence[Flow], *, hub: Hub, application: QApplication) -> Round:
    found: Round = {}
    with tempfile.TemporaryDirectory() as folder:
        async with open_window(hub, Path(folder), application) as sightings:
            for flow in flows:
                hub.go()
                played = await hub.played()
                with contextlib.suppress(TimeoutError):  # what was not seen by then counts as seen now
                    async with asyncio.timeout(_PATIENCE):
                        await sightings.until(max(played.sent))
                found[str(flow.rate)] = _latencies(sightings, played)
    return found


def _latencies(sightings: Sightings, played: Played) -> dict[str, float]:
    began = min(played.sent.values()) + _WARM_UP
    sent = {probe: at for probe, at in played.sent.items() if at >= began}
    spans = [span / _NANO_A_MILLI for span in sightings.spans(sent, end=time.monotonic_ns()).values()]
    return {what: percentile(spans, share) for what, share in SHARES.items()} | {"behind": played.behind_ms}
