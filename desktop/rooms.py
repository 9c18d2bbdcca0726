"""A demo room of its own: makes a believable past, starts a hub on it and the simulator beside it, and ends both."""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

MAIN = Path(__file__).resolve().parent.parent / "main.py"
SITTER = "sari"
"""Who sits at the desk of a demo room unless told otherwise."""
_STOP_WITHIN = 10.0


class RoomFailed(RuntimeError):
    """The demo room could not be started; the message says which part and why."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who sits at the desk of the demo room."""

    user: str
    password: str


class DemoRoom:
    """A hub with a past and, if wanted, with reports coming in; as a context manager it cleans up after itself.

    Args:
        user: who sits at the desk.
        seed: the same seed and time give the same past.
        now: Unix milliseconds at which the past ends; None is now.
        live: whether the simulator keeps reports coming.
        pace: how many times faster than life.
    """

    def __init__(
        self, user: str, *, seed: int = 1, now: int | None = None, live: bool = True, pace: float = 1.0
    ) -> None:
        self._user, self._seed, self._now, self._live, self._pace = user, seed, now, live, pace
        self._folder = tempfile.TemporaryDirectory(prefix="pendopo-demo-", ignore_cleanup_errors=True)
        self._parts: list[subprocess.Popen[str]] = []
        self._users: dict[str, dict[str, str]] = {}
        self.url = ""
        self.sitter = Sitter("", "")

    @property
    def folder(self) -> Path:
        """Where the room and its desk keep their files; gone when the room is closed."""
        return Path(self._folder.name)

    def password_of(self, user: str) -> str:
        """Return the password of somebody in the room."""
        return str(self._users[user]["password"])

    def stop_hub(self) -> None:
        """Take the hub away, as when its PC loses power."""
        hub = self._parts[0]
        hub.kill()
        hub.wait()

    def __enter__(self) -> "DemoRoom":
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End simulator and hub, in that order, and remove the folder."""
        for part in reversed(self._parts):
            part.terminate()
            try:
                part.wait(_STOP_WITHIN)
            except subprocess.TimeoutExpired:
                part.kill()
                part.wait()
            if part.stdout is not None:
                part.stdout.close()
        self._parts.clear()
        self._folder.cleanup()

    def _start(self) -> None:
        data = self.folder / "hub"
        past = ["simulate", "past", "--data", str(data), "--seed", str(self._seed)]
        if self._now is not None:
            past += ["--now", str(self._now)]
        made = subprocess.run([sys.executable, str(MAIN), *past], text=True, capture_output=True, check=False)
        if made.returncode:
            raise RoomFailed(f"the past could not be made: {made.stderr.strip()[-300:]}")
        room = data / "room.json"
        self._users = users = json.loads(room.read_text(encoding="utf-8"))["users"]
        if self._user not in users:
            raise RoomFailed(f"nobody in it is called {self._user}: take one of {', '.join(users)}")
        self.sitter = Sitter(self._user, users[self._user]["password"])
        self.url = self._start_hub(data)
        if self._live:
            self._spawn("simulate", "live", "--hub", self.url, "--room", str(room), "--pace", f"{self._pace:g}")

    def _start_hub(self, data: Path) -> str:
        hub = self._spawn("hub", "--data", str(data), "--listen", "127.0.0.1:0")
        line = "" if hub.stdout is None else hub.stdout.readline()
        if not line:
            raise RoomFailed("the hub did not start")
        return str(json.loads(line)["listening"])

    def _spawn(self, *command: str) -> "subprocess.Popen[str]":
        part = subprocess.Popen(
            [sys.executable, str(MAIN), *command], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
        )
        self._parts.append(part)
        return part
