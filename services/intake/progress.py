"""Shows how far a replay is: a bar on a terminal, otherwise a line now and then."""

from collections.abc import Callable
from typing import TextIO

from services.intake.tally import Tally

_WIDTH = 30
_ON_TERMINAL = 0.1
_IN_A_FILE = 10.0


class Progress:
    """Writes to standard error, or to whatever it is given; `seconds` is a clock that never goes back."""

    def __init__(self, out: TextIO, tally: Tally, *, seconds: Callable[[], float]) -> None:
        self._out = out
        self._tally = tally
        self._seconds = seconds
        self._terminal = out.isatty()
        self._next = seconds() + (0 if self._terminal else _IN_A_FILE)

    def show(self) -> None:
        """Show how far it is, if it is time again."""
        now = self._seconds()
        if now >= self._next:
            self._next = now + (_ON_TERMINAL if self._terminal else _IN_A_FILE)
            self._write()

    def end(self) -> None:
        """Show where it ended, and leave the line."""
        if self._terminal:
            self._write()
            self._out.write("\n")
            self._out.flush()

    def _write(self) -> None:
        tally = self._tally
        if self._terminal:
            full = _WIDTH * tally.done // tally.read if tally.read else _WIDTH
            self._out.write(
                f"\r[{'#' * full}{'.' * (_WIDTH - full)}] {tally.done} of {tally.read}, {tally.refused} refused"
            )
        else:
            self._out.write(f"{tally}\n")
        self._out.flush()
