"""The photos of reports as files beside the database: JPEGs without metadata, each whole and as a thumbnail."""

import re
from pathlib import Path
from typing import Literal

from services.store.private_files import make_folder, write_new

FOLDER = "photos"

Size = Literal["thumb", "full"]

_ID = re.compile(r"[A-Za-z0-9-]{4,64}")
_JPEG = b"\xff\xd8\xff"


class NotAPhoto(ValueError):
    """What was given to be kept is no JPEG, or its id could not name a file."""


def keep(data: Path, photo: str, *, full: bytes, thumb: bytes) -> None:
    """Keep a photo in a hub's data folder under its id, in both sizes.

    The caller has re-encoded it: whatever lies here is handed out as it is.

    Raises:
        NotAPhoto: it is no JPEG, or the id is not 4 to 64 letters, digits and hyphens.
    """
    if not _ID.fullmatch(photo):
        raise NotAPhoto(f"photo id {photo!r}: want 4 to 64 letters, digits or hyphens")
    if not (full.startswith(_JPEG) and thumb.startswith(_JPEG)):
        raise NotAPhoto(f"photo {photo}: want JPEG in both sizes")
    folder = data / FOLDER
    make_folder(folder)
    write_new(folder / _name(photo, "thumb"), thumb)
    write_new(folder / _name(photo, "full"), full)


def drop(data: Path, photo: str) -> None:
    """Delete a photo, if it is there."""
    for size in ("thumb", "full"):
        (data / FOLDER / _name(photo, size)).unlink(missing_ok=True)


def find(data: Path, photo: str, size: Size) -> Path | None:
    """Return the file of a photo, None if there is none: also where the id is not one, so no name leads elsewhere.

    Whether the viewer may see it is not decided here: he may if he sees a report that carries it.
    """
    if not _ID.fullmatch(photo):
        return None
    path = data / FOLDER / _name(photo, size)
    return path if path.is_file() else None


def _name(photo: str, size: str) -> str:
    return f"{photo}.jpg" if size == "full" else f"{photo}.thumb.jpg"
