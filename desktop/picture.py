"""`python3 main.py picture WINDOW --out F.png`: renders a window of the demo room off-screen, on every machine."""

import argparse
import os
import sys
from pathlib import Path

from desktop.app import Options, make_application, open_shell, pause, run
from desktop.failures import Failures
from desktop.key_card import CardFailed, draw_key_card
from desktop.language import FIRST, LANGUAGES, Languages
from desktop.picture_states import STATES, Scene, StateFailed
from desktop.regency_map import add_map_option
from desktop.rooms import SITTER, DemoRoom, RoomFailed
from desktop.shell import Shell

WINDOWS = ("dispatcher", "key-card")
_TRIES, _PAUSE = 200, 0.05
_MOST_EDGE = 8192


def main(argv: list[str]) -> int:
    """Render one window into a file; returns the exit status."""
    options = _options(argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if options.scale != 1.0:
        os.environ["QT_SCALE_FACTOR"] = f"{options.scale:g}"
    make_application()
    if options.window == "key-card":
        return _draw_card(options)
    failures = Failures()
    failures.install()
    try:
        with DemoRoom(options.user, seed=options.seed, now=options.now, live=False) as room:
            desk = Options(
                hub=room.url,
                user=room.sitter.user,
                password=room.sitter.password,
                theme=options.theme,
                language=options.lang,
                folder=room.folder / "desk",
                demo=True,
                map=options.map,
                scale=options.text,
            )
            return run(lambda: _draw(desk, failures, options, room=room))
    except RoomFailed as failed:
        print(f"The demo room did not start: {failed}", file=sys.stderr)
    except StateFailed as failed:
        print(f"The state {options.state} cannot be drawn: {failed}", file=sys.stderr)
    return 1


def _draw_card(options: argparse.Namespace) -> int:
    languages = Languages(options.lang)
    try:
        draw_key_card(options.out)
    except CardFailed as failed:
        print(failed, file=sys.stderr)
        return 1
    finally:
        languages.leave()
    print(options.out)
    return 0


async def _draw(desk: Options, failures: Failures, options: argparse.Namespace, *, room: DemoRoom) -> int:
    shell = open_shell(desk, failures)
    shell.resize(*options.size)
    shell.show()
    saved, scene = False, Scene(shell, room)
    try:
        if await _filled(shell):
            await STATES[options.state](scene)
            saved = shell.grab().save(str(options.out))
    finally:
        await scene.leave()
        await shell.take_down()
        await pause(0)
    if not saved:
        print(f"{options.out}: the picture could not be drawn or saved", file=sys.stderr)
        return 1
    print(options.out)
    return 0


async def _filled(shell: Shell) -> bool:
    """Wait until the queue is there, choose a report, and wait for its timeline and photos."""
    for _ in range(_TRIES):
        await pause(_PAUSE)
        if shell.open_and_late():
            shell.choose_telling()
            break
    for _ in range(_TRIES):
        await pause(_PAUSE)
        if shell.complete():
            await pause(_PAUSE)
            return True
    return False


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    try:
        size = int(width), int(height)
    except ValueError:
        message = f"{text!r}: want WIDTHxHEIGHT, as 1920x1080"
        raise argparse.ArgumentTypeError(message) from None
    if not all(0 < edge <= _MOST_EDGE for edge in size):
        message = f"{text!r}: each edge from 1 to {_MOST_EDGE}"
        raise argparse.ArgumentTypeError(message)
    return size


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="main.py picture", description="Draws a window of the room into a file.")
    parser.add_argument("window", choices=WINDOWS)
    parser.add_argument("--out", type=Path, required=True, metavar="F.png", help="a picture; of the key card a PDF")
    parser.add_argument("--state", choices=tuple(STATES), default="live", help="what is going on (default %(default)s)")
    parser.add_argument("--size", type=_size, default=(1920, 1080), metavar="WxH", help="logical pixels")
    parser.add_argument("--theme", choices=("dark", "light"), default="dark")
    parser.add_argument("--lang", choices=LANGUAGES, default=FIRST)
    parser.add_argument("--scale", type=float, default=1.0, metavar="S", help="device pixels per logical pixel")
    parser.add_argument("--text", type=float, default=1.0, metavar="T", help="text scale, 1.0 to 1.5")
    parser.add_argument("--user", default=SITTER, help="who sits at the desk (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="another believable past")
    parser.add_argument("--now", type=int, default=None, metavar="MS", help="when the past ends, Unix milliseconds")
    add_map_option(parser)
    return parser.parse_args(argv)
