"""`simulate`: makes the demo room with its past, and plays its live part into a running hub."""

import argparse
import asyncio
import contextlib
import signal
import sys
import time
from pathlib import Path

from services.feed.address import BadAddress
from services.feed.steady_clock import steady_clock
from services.simulator.chance import Chance
from services.simulator.incoming import Incoming
from services.simulator.live import Done, Live
from services.simulator.people import NoRoom, read_room
from services.simulator.regency import fitting_pictures, policy_at
from services.simulator.room import RoomRefused, make_room
from services.simulator.stories import load_stories, load_words
from services.store.failures import StoreRefused
from services.store.policy_source import load_gazetteer

SEED = 20_181_124


def main(argv: list[str]) -> int:
    """Carry out one command; return the exit status."""
    asked = _parser().parse_args(argv)
    try:
        status: int = asked.run(asked)
    except (RoomRefused, StoreRefused, NoRoom, BadAddress) as reason:
        print(f"simulate: {reason}", file=sys.stderr)
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="main.py simulate", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="past|live")
    past = commands.add_parser("past", help="make a demo room with thirty-one days behind it")
    past.add_argument("--data", type=Path, required=True, metavar="DIR", help="a folder without data")
    past.add_argument("--seed", type=int, default=SEED, metavar="N", help="same seed and time: the same days")
    past.add_argument("--now", type=int, metavar="MS", help="the end of the past in Unix milliseconds (now)")
    past.set_defaults(run=_past)
    live = commands.add_parser("live", help="open reports and move them on until the hub is gone")
    live.add_argument("--hub", required=True, metavar="URL", help="where the hub listens")
    live.add_argument("--room", type=Path, required=True, metavar="FILE", help="the room's file, made by `past`")
    live.add_argument("--pace", type=_positive, default=1.0, metavar="N", help="how many times faster than life")
    live.add_argument("--seconds", type=_positive, metavar="N", help="end after so long")
    live.add_argument("--seed", type=int, metavar="N", help="same seed: the same comes in (otherwise never the same)")
    live.add_argument("--landslide", action="store_true", help="one report a second for a minute, many alike")
    live.set_defaults(run=_live)
    return parser


def _positive(text: str) -> float:
    number = float(text)
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError(f"{text}: want a number above 0")
    return number


def _past(asked: argparse.Namespace) -> int:
    now = round(time.time() * 1000) if asked.now is None else asked.now
    made = make_room(asked.data, seed=asked.seed, now=now)
    print(f"{made.reports} reports, {made.open} open; how to sign in: {made.file}")
    return 0


def _live(asked: argparse.Namespace) -> int:
    done = asyncio.run(_play(asked))
    print(f"opened {done.opened}, moved on {done.moved}, refused {done.refused}")
    if done.why is not None:
        print(f"simulate: {done.why}", file=sys.stderr)
    return 0 if done.why is None or done.opened or done.moved else 1


async def _play(asked: argparse.Namespace) -> Done:
    key, clock = read_room(asked.room), steady_clock()
    chance, words = Chance(clock() if asked.seed is None else asked.seed), load_words()
    incoming = Incoming(
        load_stories(),
        fitting_pictures(key.pictures),
        chance,
        policy=policy_at(clock()),
        gazetteer=load_gazetteer(),
    )
    live = Live(
        asked.hub,
        key.secrets,
        incoming,
        words=words,
        chance=chance,
        clock=clock,
        pace=asked.pace,
        on_ready=lambda: print(f"playing into {asked.hub}", flush=True),
    )
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers: there the process just ends
            loop.add_signal_handler(name, live.stop)
    return await live.run(seconds=asked.seconds, landslide=asked.landslide)
