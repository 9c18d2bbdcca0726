"""Hands out a photo to whoever sees a report that carries it; for everybody else there is none."""

from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from services.domain.access import project
from services.domain.people import User
from services.domain.policy import Policy
from services.domain.report import Millis
from services.store import photos
from services.store.database import Store
from services.store.reader import Reader
from services.store.sign_in import holder_of

PREFIX: Final = "/photos/"
_BEARER: Final = "Bearer "


def photo_of(store: Store, policy: Policy, *, path: str, authorization: str, now: Millis) -> bytes | None:
    """Return the JPEG a request asks for; None where there is none this viewer may see. Reads files: for a thread.

    `path` is that of the request with its query (`size=thumb` or `full`), `authorization` its header.
    """
    asked = urlsplit(path)
    photo = unquote(asked.path.removeprefix(PREFIX))
    thumb = parse_qs(asked.query).get("size") == ["thumb"]
    with store.read() as reader:
        viewer = holder_of(reader, authorization.removeprefix(_BEARER), now=now)
        if viewer is None or not _carried(reader, photo, viewer=viewer, policy=policy):
            return None
    found = photos.find(store.folder, photo, "thumb" if thumb else "full")
    return None if found is None else _read(found)


def has_photo(folder: Path, photo: str) -> bool:
    """Tell whether a photo is kept in a data folder; looks at files."""
    return photos.find(folder, photo, "full") is not None


def _carried(reader: Reader, photo: str, *, viewer: User, policy: Policy) -> bool:
    for id_ in reader.with_photo(photo):
        report = reader.load_report(id_)
        row = None if report is None else project(report, viewer, policy)
        if row is not None and photo in row.photos:
            return True
    return False


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
