"""The hub's log: one JSON object a line, in a file beside the database, with ids and counts only."""

import logging
import logging.handlers
from pathlib import Path
from typing import Final

import structlog
from structlog.typing import FilteringBoundLogger

FILE: Final = "hub.log"
_BYTES: Final = 5 * 1024 * 1024
_KEPT: Final = 3


def open_log(folder: Path) -> FilteringBoundLogger:
    """Return the log of a data folder; what libraries warn of goes there, too, without its text."""
    handler = logging.handlers.RotatingFileHandler(folder / FILE, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(message)s"))
    own = logging.getLogger("pendopo.hub")
    own.setLevel(logging.INFO)
    own.propagate = False
    _only(own, handler)
    log: FilteringBoundLogger = structlog.wrap_logger(
        own,
        processors=[
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
