"""Measures speed: each benchmark with its reference, its peer and its demand in one run (`main.py bench`)."""

import argparse
import sys
from collections.abc import Callable, Mapping

from tests.benchmarks import ingest, latency, stall, start
from tests.benchmarks.figure import Figure, table
from tests.benchmarks.parts import PartFailed
from tests.benchmarks.plan import Effort

BENCHMARKS: Mapping[str, Callable[[Effort], list[Figure]]] = {
    "ingest": ingest.measure,
    "stall": stall.measure,
    "latency": latency.measure,
    "start": start.measure,
}
_QUICK, _WHOLE = 3, 5


def main(argv: list[str]) -> int:
    """Run the benchmarks asked for, all by default; return 1 if one could not be run, whatever the figures are."""
    given = _options(argv)
    effort = Effort(rounds=_QUICK if given.quick else _WHOLE, quick=given.quick)
    if given.peers:
        _tell("web peers: not installed")
    figures: list[Figure] = []
    failed = 0
    for name in given.names or BENCHMARKS:
        _tell(f"{name}: {effort.rounds} rounds")
        try:
            found = BENCHMARKS[name](effort)
        except PartFailed as reason:
            _tell(str(reason))
            failed += 1
            continue
        figures += found
        if given.json:
            print("\n".join(figure.line() for figure in found), flush=True)
    if figures and not given.json:
        print(table(figures))
    return 1 if failed else 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="main.py bench", description="Measures speed beside a reference and a peer.")
    parser.add_argument("names", nargs="*", metavar="NAME", choices=[*BENCHMARKS, []], help=", ".join(BENCHMARKS))
    parser.add_argument("--json", action="store_true", help="one object a line instead of a table")
    parser.add_argument("--quick", action="store_true", help=f"{_QUICK} rounds instead of {_WHOLE}")
    parser.add_argument("--peers", action="store_true", help="the web peers too, where they are installed")
    return parser.parse_args(argv)


def _tell(line: str) -> None:
    print(f"bench: {line}", file=sys.stderr, flush=True)
