"""A note beside the database of when the hub was last up, so that it knows how long it was down."""

from pathlib import Path

from services.domain.report import Millis

FILE = "alive"


def read(folder: Path) -> Millis | None:
    """Return when the hub of this folder was last known to be up, None if never."""
    try:
        return int((folder / FILE).read_text("ascii"))
    except (OSError, ValueError):
        return None


def write(folder: Path, now: Millis) -> None:
    """Note that the hub is up."""
    (folder / FILE).write_text(str(now), "ascii")
