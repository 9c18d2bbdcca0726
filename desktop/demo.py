"""`python3 main.py`: the whole room on embedded defaults, on a screen until it is closed, without one for a while."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop.app import Options, has_screen, make_application, open_shell, pause, run, show_until_closed
from desktop.failures import Failures
from desktop.regency_map import add_map_option
from desktop.rooms import SITTER, DemoRoom, RoomFailed
from services.domain.squads import Squad
from widgets.wording import clock_seconds

SECONDS = 30
PICTURE = Path("pendopo-demo.png")
_PACE = 6.0
"""Off-screen half a minute must show something: life runs six times as fast."""


def main(argv: list[str]) -> int:
    """Run the demo room; returns the exit status."""
    options = _options(argv)
    screen = has_screen() and options.seconds is None
    make_application()
    failures = Failures()
    failures.install()
    print("Making thirty-one days of Trenggalek …", file=sys.stderr, flush=True)
    try:
        with DemoRoom(options.user, seed=options.seed, pace=1.0 if screen else _PACE) as room:
            desk = Options(
                hub=room.url,
                user=room.sitter.user,
                password=room.sitter.password,
                theme=options.theme,
                language=options.lang,
                folder=room.folder / "desk",
                demo=True,
                map=options.map,
            )
            if screen:
                return run(lambda: show_until_closed(desk, failures))
            seconds = SECONDS if options.seconds is None else options.seconds
            return run(lambda: _off_screen(desk, failures, seconds=seconds))
    except RoomFailed as failed:
        print(f"The demo room did not start: {failed}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


async def _off_screen(desk: Options, failures: Failures, *, seconds: int) -> int:
    shell = open_shell(desk, failures)
    shell.show()
    print(f"No screen: the room runs off-screen for {seconds} s on {desk.hub}", flush=True)
    before: Mapping[str, tuple[int, int]] = {}
    for _ in range(seconds):
        await pause(1)
        now = shell.open_and_late()
        for squad in Squad:
            if now.get(squad.value) != before.get(squad.value) and squad.value in now:
                _say(shell.clock(), squad, now=now[squad.value], before=before.get(squad.value))
        before = now
    shell.choose_first()
    await pause(1)
    saved = shell.grab().save(str(PICTURE))
    await shell.take_down()
    await pause(0)
    if not saved or not before:
        print("Nothing came from the hub, or the picture could not be saved", file=sys.stderr)
        return 1
    print(f"{PICTURE} shows the window. On a PC with a screen, python3 main.py opens it; see README.md for more.")
    return 0


def _say(at: int, squad: Squad, *, now: tuple[int, int], before: tuple[int, int] | None) -> None:
    change = "" if before is None or now[0] == before[0] else f" ({now[0] - before[0]:+d})"
    print(f"{clock_seconds(at)}  {squad.code} {squad.value:<7} {now[0]:3d} open{change}, {now[1]} late", flush=True)


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="main.py", description="The room on a believable day: hub, reports coming in, the desk signed in."
    )
    parser.add_argument("--user", default=SITTER, help="who sits at the desk (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="another believable past")
    parser.add_argument("--theme", choices=("dark", "light"), default="dark")
    parser.add_argument("--lang", choices=("id", "en"), default="id")
    parser.add_argument("--seconds", type=int, default=None, help="run off-screen for so long, then stop")
    add_map_option(parser)
    return parser.parse_args(argv)
