"""How long a change takes from the hub's hand to the end of the paint that shows it, at five rates of change.

Probes come at random moments between the other changes; each alters the title of the report at the top of the queue.
"""

import asyncio
import tempfile
from pathlib import Path

from desktop.app import make_application, run
from tests.benchmarks import peer_table, window
from tests.benchmarks.figure import Figure, Limits, percentile
from tests.benchmarks.hub import Hub, Played
from tests.benchmarks.parts import run_part
from tests.benchmarks.plan import Effort
from tests.benchmarks.sightings import Sightings
from tests.benchmarks.window import Window

NOW = 1_795_485_600_000
RATES = (1, 100, 1_000, 5_000, 20_000)
"""Changes a second; at 1 the probes themselves are the changes."""
PEER_RATES = RATES[:-1]
"""Beyond, Qt's own table never catches up."""
WARM_UP_MS = 1_000.0
_SECONDS = 4.0
_SECONDS_ALONE = 8.0
_PROBE_EVERY_MS = 35.0
_PATIENCE = 20.0
"""Seconds until a probe that was sent counts as never shown."""
_NANO_A_MILLI = 1e6
_SHARES = {"p50": 0.5, "p99": 0.99}
_CALM, _FLOOD = 100, 20_000

Round = dict[str, dict[str, float]]
"""By rate: `p50`, `p99`, and `behind`, how many milliseconds late the hub came to its end."""


def measure(effort: Effort) -> list[Figure]:
    """Run product and peer in turn, each time in a fresh process a rate."""
    product: list[Round] = []
    peer: list[Round] = []
    for _ in range(effort.rounds):
        product.append({str(rate): run_part("latency", "desk", rate) for rate in RATES})
        peer.append({str(rate): run_part("latency", "table", rate) for rate in PEER_RATES})
    figures = [_figure(what, rate, product, peer) for rate in RATES for what in _SHARES]
    return [*figures, _steadiness(product), *_behind(product)]


def desk(rate: str) -> dict[str, float]:
    """Measure the product at a rate."""
    return _measured(window.open_window, int(rate))


def table(rate: str) -> dict[str, float]:
    """Measure the peer at a rate."""
    return _measured(peer_table.open_window, int(rate))


def _figure(what: str, rate: int, product: list[Round], peer: list[Round]) -> Figure:
    key = str(rate)
    return Figure(
        name=f"latency {what} at {rate:,}/s",
        unit="ms",
        rounds=tuple(found[key][what] for found in product),
        peer_rounds=tuple(found[key][what] for found in peer if key in found),
        limits=Limits(most={"p50": 16.0, "p99": 33.0}[what]),
    )


def _steadiness(product: list[Round]) -> Figure:
    """How much a flood costs over a calm day."""
    return Figure(
        name=f"latency p99 at {_FLOOD:,}/s against {_CALM}/s",
        unit="ms",
        rounds=tuple(found[str(_FLOOD)]["p99"] for found in product),
        reference_rounds=tuple(found[str(_CALM)]["p99"] for found in product),
        limits=Limits(ratio=1.5),
    )


def _behind(product: list[Round]) -> list[Figure]:
    """Whether the desk kept up: a desk that does not take the changes would otherwise look quick."""
    late = tuple(found[str(_FLOOD)]["behind"] for found in product)
    return [Figure(name=f"latency, hub held up at {_FLOOD:,}/s", unit="ms", rounds=late, limits=Limits(most=100.0))]


def _measured(open_window: Window, rate: int) -> dict[str, float]:
    application, found = make_application(), dict[str, float]()
    seconds = _SECONDS_ALONE if rate == 1 else _SECONDS
    every = WARM_UP_MS if rate == 1 else _PROBE_EVERY_MS

    async def program() -> int:
        with tempfile.TemporaryDirectory() as folder, Hub("flow", NOW, rate, seconds, every) as hub:
            async with open_window(hub, Path(folder), application) as sightings:
                played = await _play(hub)
                async with asyncio.timeout(_PATIENCE):
                    await sightings.until(max(played.sent))
                found.update(_latencies(sightings, played))
        return 0

    run(program)
    return found


async def _play(hub: Hub) -> Played:
    hub.go()
    return await asyncio.to_thread(hub.played)


def _latencies(sightings: Sightings, played: Played) -> dict[str, float]:
    began = min(played.sent.values()) + WARM_UP_MS * _NANO_A_MILLI
    spans = sightings.spans({probe: at for probe, at in played.sent.items() if at >= began})
    millis = [span / _NANO_A_MILLI for span in spans.values()]
    return {what: percentile(millis, share) for what, share in _SHARES.items()} | {"behind": played.behind_ms}
