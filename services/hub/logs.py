"""The hub's log: one JSON object a line, in a file beside the database, with ids and counts only."""

import logging
import logging.handlers
import time
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, Final

import structlog
from structlog.typing import FilteringBoundLogger

from services.domain.report import Millis
from services.protocol.limits import SECOND, Allowance, Bucket

FILE: Final = "hub.log"
_BYTES: Final = 5 * 1024 * 1024
_KEPT: Final = 3
_LINES: Final = Allowance(50, 50)


class Sparing:
    """Lets fifty lines a second through, and every error; the next line then says how many were `left_out`."""

    def __init__(self, now: Callable[[], Millis]) -> None:
        self._now = now
        self._lines = Bucket(_LINES, now())
        self._left_out = 0

    def __call__(self, _: Any, method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
        """Return a line to be written.

        Raises:
            DropEvent: it is left out.
        """
        if self._lines.take(self._now()) and method != "error":
            self._left_out += 1
            raise structlog.DropEvent
        left_out, self._left_out = self._left_out, 0
        return {**event, "left_out": left_out} if left_out else event


def _monotonic() -> Millis:
    return int(time.monotonic() * SECOND)


def open_log(folder: Path, now: Callable[[], Millis] = _monotonic) -> FilteringBoundLogger:
    """Return the log of a data folder; what libraries warn of goes there, too, without its text.

    `now` is any clock that never goes back: a flood of whatever kind must not push out what was written before it.
    """
    handler = logging.handlers.RotatingFileHandler(folder / FILE, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(message)s"))
    own = logging.getLogger("pendopo.hub")
    own.setLevel(logging.INFO)
    own.propagate = False
    _only(own, handler)
    log: FilteringBoundLogger = structlog.wrap_logger(
        own,
        processors=[
            Sparing(now),
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )
    others = _Others(log)
    for name in ("websockets", "asyncio"):
        library = logging.getLogger(name)
        library.propagate = False
        _only(library, others)
    return log


def _only(logger: logging.Logger, handler: logging.Handler) -> None:
    """Let a logger write to this handler and to none it had before."""
    for earlier in list(logger.handlers):
        logger.removeHandler(earlier)
        earlier.close()
    logger.addHandler(handler)


class _Others(logging.Handler):
    """Writes down that a library had something to say, and from where; its words may hold what a desk sent."""

    def __init__(self, log: FilteringBoundLogger) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        self._log.warning("library", name=record.name, where=f"{record.filename}:{record.lineno}", kind=kind)
