"""The desk's composition root: starts Qt and the loop, builds the desk and its window, and takes them down again."""

import argparse
import asyncio
import getpass
import os
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
import qasync
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop.collecting import seldom_collecting
from desktop.failures import Failures
from desktop.first_window import FirstWindow, name_of, raised
from desktop.language import LANGUAGES, Languages
from desktop.preferences import LANGUAGE, SCALE, THEME, Preferences
from desktop.regency_map import add_map_option, regency_map
from desktop.shell import Shell
from services.feed.credentials import Password
from widgets.paint.source import ThemeSource

NAME = "Pendopo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a desk is started; theme, language and text scale None: as the person had them last."""

    hub: str
    user: str = ""
    password: str = ""
    theme: str | None = None
    language: str | None = None
    folder: Path
    demo: bool = False
    scale: float | None = None
    map: str | None = None


def main(argv: list[str]) -> int:
    """Run the desk until its window is closed; returns the exit status."""
    options = _options(argv)
    make_application()
    name = name_of(options.folder, options.hub, options.user)
    if raised(name):
        sys.stdout.write("This desk is open already: its window comes to the front.\n")
        return 0
    failures = Failures()
    failures.install()
    try:
        return run(lambda: show_until_closed(options, failures, name=name))
    except KeyboardInterrupt:
        return 0


def make_application() -> QApplication:
    """Return the one QApplication, off-screen where there is no screen."""
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance()
    if isinstance(application, QApplication):
        return application
    made = QApplication([NAME])
    made.setApplicationName(NAME)
    made.setOrganizationName(NAME)
    made.setQuitOnLastWindowClosed(False)
    return made


def has_screen() -> bool:
    """Whether windows can be shown to anybody."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform in {"win32", "darwin"}:
        return os.environ.get("QT_QPA_PLATFORM") not in {"offscreen", "minimal"}
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(program: Callable[[], Awaitable[int]]) -> int:
    """Run a program on Qt's own event loop and return its exit status; needs a QApplication."""

    async def whole() -> int:
        sys.set_asyncgen_hooks(finalizer=_close_generator)
        try:
            return await program()
        finally:
            sys.set_asyncgen_hooks(None, None)

    with seldom_collecting(), asyncio.Runner(loop_factory=_make_loop) as runner:
        return runner.run(whole())


async def show_until_closed(options: Options, failures: Failures, *, name: str | None = None) -> int:
    """Show the desk, on the sign-in page if no password was given, until its window is closed.

    `name`: what a second start of the same desk looks for.
    """
    closed = asyncio.Event()
    shell = open_shell(options, failures)
    shell.closing.connect(closed.set)
    first = None if name is None else FirstWindow(name, parent=shell)
    if first is not None:
        first.raise_wanted.connect(shell.come_to_front)
    shell.show()
    try:
        await closed.wait()
    finally:
        if first is not None:
            first.close()
        await shell.take_down()
        await pause(0)
    return 0


def open_shell(options: Options, failures: Failures) -> Shell:
    """Return the desk's window, signing in if a password was given; needs a running loop, and `take_down` at the end.

    A demo remembers no window's place: it would begin where somebody's real desk was.
    """
    demo_settings = str(options.folder / "windows.ini")
    settings = QSettings(demo_settings, QSettings.Format.IniFormat) if options.demo else QSettings(NAME, NAME)
    preferences = Preferences(
        ThemeSource(options.theme or "dark", scale=options.scale or 1.0),
        Languages("en" if options.language == "en" else "id"),
        given=[
            name
            for name, value in ((THEME, options.theme), (LANGUAGE, options.language), (SCALE, options.scale))
            if value is not None
        ],
    )
    preferences.regency_map = regency_map(settings, options.map)
    shell = Shell(
        options.hub,
        folder=options.folder,
        preferences=preferences,
        failures=failures,
        settings=settings,
        user=options.user,
        demo=options.demo,
    )
    if options.password:
        shell.sign_in(Password(options.user, options.password))
    return shell


async def pause(seconds: float) -> None:
    """Let the room go on for a while."""
    await asyncio.sleep(seconds)


def desk_folder() -> Path:
    """Return where a desk keeps what it must not lose."""
    return Path(platformdirs.user_data_dir(NAME.lower(), appauthor=False)) / "desks"


def _make_loop() -> asyncio.AbstractEventLoop:
    """Return Qt's loop with Python's own worker threads: of Qt's, Python never hears that they have ended."""
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(QApplication.instance())
    loop.set_default_executor(ThreadPoolExecutor(thread_name_prefix="desk"))
    return loop


def _close_generator(generator: AsyncGenerator[Any, Any]) -> None:
    closing = generator.aclose()
    try:
        closing.send(None)
    except (StopIteration, StopAsyncIteration, RuntimeError):
        return
    closing.close()


def _options(argv: list[str]) -> Options:
    parser = argparse.ArgumentParser(prog="main.py desk", description="The dispatcher's desk.")
    parser.add_argument("--hub", default="ws://127.0.0.1:8765", metavar="URL", help="the hub (default %(default)s)")
    parser.add_argument("--user", default="", help="who signs in")
    parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    parser.add_argument("--theme", choices=("dark", "light"), default=None)
    parser.add_argument("--lang", choices=LANGUAGES, default=None)
    parser.add_argument("--scale", type=float, default=None, metavar="S", help="text scale, 1.0 to 1.5")
    add_map_option(parser)
    parser.add_argument("--data", type=Path, default=None, metavar="DIR", help="where this desk keeps its files")
    parser.add_argument("--demo", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(argv)
    password = ""
    if given.password_stdin:
        password = getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    return Options(
        hub=given.hub,
        user=given.user,
        password=password,
        theme=given.theme,
        language=given.lang,
        folder=given.data or desk_folder(),
        demo=given.demo,
        scale=given.scale,
        map=given.map,
    )
