"""The benchmark's side of the prepared hub: starts its process, says go, and reads what it measured."""

import asyncio
import json
import subprocess
import sys
from dataclasses import dataclass
from types import TracebackType

from services.domain.report import Millis
from tests.benchmarks.parts import ROOT, environment


@dataclass(frozen=True, slots=True)
class Played:
    """What the hub says once an act is over.

    `sent`: when each probe was, in nanoseconds of the monotonic clock. `behind_ms`: how late the last frame was, since
    the desk did not take the others.
    """

    sent: dict[int, int]
    behind_ms: float


class Hub:
    """A prepared hub's process; a context manager."""

    def __init__(self, *script: object) -> None:
        line = [sys.executable, "-m", "tests.benchmarks.prepared_hub", *map(str, script)]
        self._process = subprocess.Popen(
            line, cwd=ROOT, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        said = json.loads(self._line())
        self.url: str = said["listening"]
        self.ends_at: Millis = said["ends_at"]

    def go(self) -> None:
        """Have it play the next act of its script to whoever has subscribed last; with him it began anew."""
        stdin = self._process.stdin
        if stdin is not None:
            stdin.write("go\n")
            stdin.flush()

    async def played(self) -> Played:
        """Wait until it has played, and return what it says."""
        said = json.loads(await asyncio.to_thread(self._line))
        sent = {int(probe): at for probe, at in said["sent"].items()}
        return Played(sent, said["behind_ms"])

    def _line(self) -> str:
        stdout = self._process.stdout
        line = stdout.readline() if stdout is not None else ""
        if not line:
            raise RuntimeError("the prepared hub has ended")
        return line

    def __enter__(self) -> "Hub":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
