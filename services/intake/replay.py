"""`main.py replay`: plays recorded real reports into a hub, at the speed they came or as fast as it goes."""

import argparse
import asyncio
import json
import math
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import resources
from services.feed.address import BadAddress, read_address
from services.feed.steady_clock import steady_clock
from services.intake.connector import Connector, desk_of
from services.intake.formats import FORMATS
from services.intake.mapping import BadMapping, Mapping, load_mapping
from services.intake.playing import Playing
from services.intake.progress import Progress
from services.intake.records import FileUnreadable, Record, Refused
from services.intake.tally import RefusedFile, Tally

_DONE, _FAILED = 0, 1


class CannotReplay(Exception):
    """Nothing can be replayed; the text says why in one line."""


def main(argv: Sequence[str] | None = None) -> int:
    """Replay a file; return the exit status: 0 done, 1 failed with one clear line (2: wrong use, by `argparse`)."""
    asked = _parser().parse_args(argv)
    try:
        return _replay(asked)
    except CannotReplay as error:
        print(f"replay: {error}", file=sys.stderr)
        return _FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="main.py replay",
        description="Plays recorded reports into a running hub. The last line says what became of every row.",
        epilog="A second run opens nothing: each report carries the id it has in its own system.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the recorded reports")
    parser.add_argument("--format", required=True, choices=sorted(FORMATS), help="what kind of file it is")
    parser.add_argument(
        "--map", type=Path, metavar="FILE", help="labels and channels for the file's words (docs/replay.md)"
    )
    parser.add_argument(
        "--hub", required=True, type=_address, metavar="URL", help="wss://HOST:PORT, or ws:// on this machine"
    )
    parser.add_argument(
        "--token-stdin", required=True, action="store_true", help="the device token is the first line of standard input"
    )
    parser.add_argument(
        "--speed",
        type=_speed,
        default=1.0,
        metavar="N",
        help="N times the recorded speed; 0: as fast as it goes (default 1)",
    )
    parser.add_argument(
        "--refused",
        type=Path,
        metavar="FILE",
        help="where refused rows go (default NAME.refused.csv here, if there are any)",
    )
    parser.add_argument("--limit", type=_limit, metavar="N", help="only the first N rows of the file")
    return parser


def _address(text: str) -> str:
    try:
        return read_address(text).feed
    except BadAddress as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _speed(text: str) -> float:
    speed = float(text)
    if not (math.isfinite(speed) and speed >= 0):
        raise argparse.ArgumentTypeError("want 0 or more")
    return speed


def _limit(text: str) -> int:
    limit = int(text)
    if limit < 1:
        raise argparse.ArgumentTypeError("want 1 or more")
    return limit


def _replay(asked: argparse.Namespace) -> int:
    token = _token()
    mapping = _mapping(asked.map, asked.format)
    rows = _rows(asked.file, asked.format, asked.limit)
    refused = RefusedFile(asked.refused or Path(f"{asked.file.stem}.refused.csv"))
    tally = Tally(read=len(rows))
    playing = Playing(
        mapping,
        tally,
        refused=refused,
        progress=Progress(sys.stderr, tally, seconds=time.monotonic),
        speed=asked.speed,
        seconds=time.monotonic,
    )
    connector = Connector(
        asked.hub, token, desk=desk_of(token, asked.format), clock=steady_clock(), chance=random.SystemRandom().random
    )
    try:
        gone = asyncio.run(playing.play(rows, connector))
    except OSError as error:
        raise CannotReplay(f"{refused.path}: {error.strerror}") from None
    except KeyboardInterrupt:
        raise CannotReplay(f"stopped by hand: {tally}; nothing is opened twice by another run") from None
    finally:
        refused.close()
    if tally.refused:
        print(f"replay: refused rows and their reasons are in {refused.path}", file=sys.stderr)
    if gone:
        print(f"replay: {gone}; the rest was not sent, and nothing is opened twice by another run", file=sys.stderr)
    print(tally, flush=True)
    return _FAILED if gone else _DONE


def _token() -> str:
    """Return the token on standard input: alone, or as `admin token add` prints it."""
    line = sys.stdin.readline().strip()
    if line.startswith("{"):
        try:
            line = json.loads(line)["token"]
        except (ValueError, KeyError):
            line = ""
    if not line:
        raise CannotReplay("there is no token on standard input")
    return line


def _mapping(path: Path | None, name: str) -> Mapping:
    chosen = path or resources.path(f"mappings/{name}.toml")
    try:
        return load_mapping(chosen)
    except BadMapping as error:
        raise CannotReplay(f"{chosen}: {error}") from None


def _rows(path: Path, name: str, limit: int | None) -> list[Record | Refused]:
    rows: list[Record | Refused] = []
    try:
        for row in FORMATS[name](path):
            rows.append(row)
            if len(rows) == limit:
                break
    except FileUnreadable as error:
        raise CannotReplay(f"{path}: {error}") from None
    return rows
