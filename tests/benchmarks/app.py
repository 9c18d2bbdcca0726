"""Measures speed: each benchmark with its reference, its peer and its demand in one run (`main.py bench`)."""

import argparse
import sys
from collections.abc import Callable, Mapping

from tests.benchmarks import (
    charts,
    idle,
    ingest,
    latency,
    map_frames,
    memory,
    paint,
    scale,
    search,
    stall,
    start,
    sustained,
)
from tests.benchmarks.figure import Figure, table
from tests.benchmarks.parts import PartFailed
from tests.benchmarks.plan import QUICK, WHOLE, Effort

Benchmark = Callable[[Effort], list[Figure]]

BENCHMARKS: Mapping[str, Benchmark] = {
    "ingest": ingest.measure,
    "paint": paint.measure,
    "stall": stall.measure,
    "latency": latency.measure,
    "sustained": sustained.measure,
    "idle": idle.measure,
    "scale": scale.measure,
    "charts": charts.measure,
    "start": start.measure,
    "memory": memory.measure,
    "map": map_frames.measure,
    "search": search.measure,
}


def main(argv: list[str]) -> int:
    """Run the benchmarks asked for, all by default; return 1 if one could not be run, whatever the figures are."""
    given = _options(argv)
    if given.peers:
        tell("web peers: none here; the native ones run in any case")
    asked = {name: BENCHMARKS[name] for name in given.names or BENCHMARKS}
    return measure(asked, QUICK if given.quick else WHOLE, as_json=given.json)


def measure(benchmarks: Mapping[str, Benchmark], effort: Effort, *, as_json: bool) -> int:
    """Run these benchmarks and print their figures; return 1 if one could not be run."""
    figures: list[Figure] = []
    failed = False
    for name, benchmark in benchmarks.items():
        tell(f"{name}: {effort.rounds} rounds")
        try:
            found = benchmark(effort)
        except PartFailed as reason:
            tell(str(reason))
            failed = True
            continue
        figures += found
        if as_json:
            print("\n".join(figure.line() for figure in found), flush=True)
    if figures and not as_json:
        print(table(figures), flush=True)
    return 1 if failed else 0


def tell(line: str) -> None:
    """Say how far it is; standard output belongs to the figures."""
    print(f"bench: {line}", file=sys.stderr, flush=True)


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="main.py bench", description="Measures speed beside a reference and a peer.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which ones: {', '.join(BENCHMARKS)} (default: all)")
    parser.add_argument("--json", action="store_true", help="one object a line instead of a table")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK.rounds} rounds instead of {WHOLE.rounds}")
    parser.add_argument("--peers", action="store_true", help="the web peers too, where they are installed")
    given = parser.parse_args(argv)
    if unknown := [name for name in given.names if name not in BENCHMARKS]:
        parser.error(f"no such benchmark: {', '.join(unknown)}")
    return given
