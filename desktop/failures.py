"""Where what nobody expected ends: one log line by kind and place, one sentence for the person, and work goes on."""

import sys
import traceback as tracebacks
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

Tell = Callable[[str], None]


class Failures:
    """Takes exceptions that reached the top of the program.

    Args:
        tell: says a reference to the person, for instance in the message bar.
    """

    def __init__(self, tell: Tell | None = None) -> None:
        self._tell = tell
        self.count = 0

    def set_tell(self, tell: Tell | None) -> None:
        """Say further failures there."""
        self._tell = tell

    def take(self, failure: BaseException) -> None:
        """Write a failure down without anything a citizen wrote, and tell its reference."""
        self.count += 1
        where = _place_of(failure)
        import structlog  # noqa: PLC0415 - a twentieth of the start, for what does not happen

        structlog.get_logger("desk").error("failed", kind=type(failure).__name__, where=where)
        if self._tell is not None:
            self._tell(where)

    def install(self) -> None:
        """Take what would otherwise end in Python's own hook, as exceptions in Qt slots do."""
        sys.excepthook = self._hook

    def _hook(self, kind: type[BaseException], failure: BaseException, traceback: TracebackType | None) -> None:
        if isinstance(failure, KeyboardInterrupt):
            sys.__excepthook__(kind, failure, traceback)
            return
        self.take(failure)
        # The traceback would keep a painter at work on its widget, and Qt ends the program over that.
        tracebacks.clear_frames(traceback)


def _place_of(failure: BaseException) -> str:
    place = failure.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return "" if place is None else f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}"
