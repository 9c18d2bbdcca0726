#!/usr/bin/env python3
"""Starts any part of Pendopo; on the first start it prepares what the part needs, and says so."""

from __future__ import annotations  # a Python too old must live to read which one is wanted

import contextlib
import ctypes
import hashlib
import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
TESTS_LOCK = ROOT / "tests" / "requirements.lock"
SILENCE = 5.0
"""Seconds after which a file or a log is told how far the installation is."""


class Command(NamedTuple):
    """What a command starts, and what that needs beside Python."""

    module: str
    """Its `main(argv)` returns the exit status."""
    says: str
    qt: bool = False
    tests: bool = False


DEMO = Command("desktop.demo", "the room on a believable day: hub, reports coming in, the desk signed in", qt=True)
COMMANDS = {
    "hub": Command("services.hub.app", "the hub every desk connects to"),
    "desk": Command("desktop.app", "the dispatcher's desk", qt=True),
    "admin": Command("services.admin.app", "users, tokens and the care of a hub's data"),
    "replay": Command("services.intake.replay", "plays recorded reports into a hub"),
    "simulate": Command("services.simulator.app", "a believable regency: its past into a folder, its day into a hub"),
    "picture": Command("desktop.picture", "draws a window of the room into a file; needs no screen", qt=True),
    "bench": Command("tests.benchmarks.app", "measures speed beside a reference and a peer", qt=True),
    "test": Command("tests.checks", "checks everything: format, lint, types, imports, tests", qt=True, tests=True),
}

# Which Debian package brings a library that PySide6 leaves to the system.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
}
SCREEN_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}


class CannotStart(Exception):
    """Something only a person can put right; the message says how."""


def say(line: str) -> None:
    """Tell the person at the terminal; standard output belongs to the part that is started."""
    print(f"pendopo: {line}", file=sys.stderr, flush=True)


def usage() -> str:
    """Return what can be typed."""
    rows = {"": DEMO.says, **{name: command.says for name, command in COMMANDS.items()}}
    lines = [f"  {f'main.py {name}'.rstrip():16} {says}" for name, says in rows.items()]
    return "\n".join(
        ["usage: main.py [COMMAND] [OPTION ...]", "", *lines, "", "main.py COMMAND --help tells its options."]
    )


# --- what the system must have ----------------------------------------------------------------------------------------


def wrong_python(version: tuple[int, ...]) -> str | None:
    """Return why a Python will not do, or nothing."""
    if (3, 11) <= version[:2] < (3, 14):
        return None
    return f"needs Python 3.11, 3.12 or 3.13, and this is {version[0]}.{version[1]}: start it with one of those"


def has_library(name: str) -> bool:
    """Say whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_packages(command: Command) -> list[str]:
    """Return the Debian packages that bring what a command needs and this system lacks."""
    if sys.platform != "linux":
        return []
    can_build = python().exists() or importlib.util.find_spec("ensurepip")
    venv = [] if can_build else [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]
    if not command.qt:
        return venv
    on_x11 = "DISPLAY" in os.environ and os.environ.get("QT_QPA_PLATFORM", "xcb").startswith("xcb")
    wanted = {**QT_LIBRARIES, **(SCREEN_LIBRARIES if on_x11 else {})}
    return venv + [package for library, package in wanted.items() if not has_library(library)]


def install_packages(packages: list[str], *, root: bool) -> None:
    """Install Debian packages where we may, or else name the line that does."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise CannotStart(f"this system lacks what Debian calls {names}: install it, then start again")
    if not root:
        line = f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
        raise CannotStart(f"this system lacks {names}. Install it with\n  {line}\nthen start again")
    say(f"this system lacks {names}; installing with apt-get")
    for order in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        run(["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *order], {"DEBIAN_FRONTEND": "noninteractive"})


def run(line: list[str], settings: dict[str, str] | None = None) -> None:
    """Run a program to its end; its output is shown only if it failed."""
    done = subprocess.run(
        line,
        env={**os.environ, **(settings or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        close_fds=False,  # it holds the lock of `alone` too, should we be killed before it
        check=False,
    )
    if done.returncode:
        raise CannotStart(f"`{' '.join(line)}` failed:\n{done.stdout.strip()}")


# --- an environment of its own ----------------------------------------------------------------------------------------


def python() -> Path:
    """Return the Python of the environment."""
    return ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def inside() -> bool:
    """Say whether this very process runs in the environment."""
    return Path(sys.prefix).resolve() == ENVIRONMENT.resolve()


def whole() -> bool:
    """Say whether the environment belongs to this Python and nothing put into it was cut short."""
    settings = ENVIRONMENT / "pyvenv.cfg"
    if not (python().exists() and settings.is_file()):
        return False
    ours = rf"^version(_info)? *= *{sys.version_info[0]}\.{sys.version_info[1]}\b"
    places = ("lib/python*/site-packages/*.dist-info", "Lib/site-packages/*.dist-info")
    packages = [package for place in places for package in ENVIRONMENT.glob(place)]
    return (
        re.search(ours, settings.read_text(), re.MULTILINE) is not None
        and any(package.name.startswith("pip-") for package in packages)
        and all((package / "RECORD").is_file() for package in packages)  # pip writes it last
    )


def stamp(lock: Path) -> Path:
    """Return where the environment notes which version of a lock it holds."""
    return ENVIRONMENT / f"{'-'.join(lock.relative_to(ROOT).parts)}.sha256"


def is_installed(lock: Path) -> bool:
    """Say whether the environment holds what a lock says now."""
    noted = stamp(lock)
    return python().exists() and noted.is_file() and noted.read_text() == hashlib.sha256(lock.read_bytes()).hexdigest()


def try_lock(descriptor: int) -> bool:
    """Take the system's lock on an open file, which ends with its holder; return whether it was free."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let no second start prepare the same environment meanwhile: it waits its turn."""
    with (ROOT / ".venv.lock").open("a") as file:
        os.set_inheritable(file.fileno(), True)
        if not try_lock(file.fileno()):
            say("another start is preparing the environment; waiting for it")
            while not try_lock(file.fileno()):
                time.sleep(0.2)
        yield


def build() -> None:
    """Make the environment unless it is there and whole."""
    if not whole():
        say(f"{'repairing' if ENVIRONMENT.exists() else 'making'} {ENVIRONMENT}")
        run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)])


def install(lock: Path) -> None:
    """Install what a lock names, each file checked by its hash; the stamp comes last."""
    for old in (LOCK, TESTS_LOCK) if lock == LOCK else (lock,):  # other versions below take the tests' stamp with them
        stamp(old).unlink(missing_ok=True)
    name, content, started = lock.relative_to(ROOT).as_posix(), lock.read_bytes(), time.monotonic()
    count = len(re.findall(rb"^\S+==", content, re.MULTILINE))
    say(f"installing the {count} packages of {name}; only the first start and a changed lock need this")
    line = [str(python()), "-m", "pip", "install", "--require-hashes", "--no-deps", "--disable-pip-version-check"]
    with subprocess.Popen(
        [*line, "--no-input", "--progress-bar", "off", "-r", str(lock)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        close_fds=False,
    ) as pip:
        output = show_progress(pip.stdout or (), count)
    if pip.returncode:
        raise CannotStart(f"pip could not install {name}:\n{''.join(output[-12:]).strip()}")
    stamp(lock).write_text(hashlib.sha256(content).hexdigest())
    say(f"installed {name} in {time.monotonic() - started:.0f} s")


def show_progress(output: Iterable[str], count: int) -> list[str]:
    """Show how far pip is: a moving line on a terminal, else one now and then; return all it said."""
    lines, done, shown, moving = [], 0, time.monotonic(), sys.stderr.isatty()
    for line in output:
        lines.append(line)
        verb, _, rest = line.strip().partition(" ")
        done += verb in {"Collecting", "Requirement", "Ignoring"}
        unpacking = line.startswith("Installing collected")
        text = "     unpacking them" if unpacking else f"{done:4} of {count}  {rest.split(' ')[0]}"
        worth_saying = verb in {"Collecting", "Downloading"} and (moving or time.monotonic() - shown > SILENCE)
        if unpacking or worth_saying:
            shown = time.monotonic()
            print(f"\r{text:<76.76}" if moving else text, end="" if moving else "\n", file=sys.stderr, flush=True)
    if moving:
        print(f"\r{'':<76}\r", end="", file=sys.stderr, flush=True)
    return lines


def prepare(command: Command) -> bool:
    """Bring the system and the environment to what a command needs; return whether anything was installed into it."""
    if missing := missing_packages(command):
        install_packages(missing, root=hasattr(os, "geteuid") and os.geteuid() == 0)
    locks = [LOCK, TESTS_LOCK] if command.tests else [LOCK]
    if all(map(is_installed, locks)):
        return False
    with alone():
        build()
        for lock in locks:
            if not is_installed(lock):
                install(lock)
    return True


def restart(argv: list[str]) -> NoReturn:
    """Run the same command line again, in the environment."""
    line = [str(python()), str(ROOT / "main.py"), *argv]
    if sys.platform == "win32":  # execv there gives the terminal back at once
        with subprocess.Popen(line) as child:
            while True:
                with contextlib.suppress(KeyboardInterrupt):  # the child hears it too, and decides
                    sys.exit(child.wait())
    else:
        sys.stdout.flush()
        os.execv(line[0], line)  # noqa: S606 - no shell is wanted


def main(argv: list[str]) -> int:
    """Start what the command line asks for; return 0 done, 1 failed, 2 wrong use."""
    if argv and argv[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0
    named = bool(argv) and not argv[0].startswith("-")
    command = COMMANDS.get(argv[0]) if named else DEMO
    if command is None:
        say(f"unknown command: {argv[0]}\n{usage()}")
        return 2
    if complaint := wrong_python(sys.version_info[:2]):
        say(complaint)
        return 1
    try:
        if not getattr(sys, "frozen", False) and (prepare(command) or not inside()):
            restart(argv)
    except (CannotStart, OSError) as reason:
        say(str(reason))
        return 1
    status: int = importlib.import_module(command.module).main(argv[1:] if named else argv)
    return status


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("interrupted")
        sys.exit(1)
