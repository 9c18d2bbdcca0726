"""Who uploaded a photo, when, and whether a report or a piece of evidence has it by now."""

from services.domain.report import Millis
from services.store.line import Line


def add(line: Line, photo: str, user: str, *, at: Millis) -> None:
    """Note that somebody uploaded a photo."""
    line.run("INSERT INTO upload (photo, user, at, attached) VALUES (?, ?, ?, 0)", (photo, user, at))


def owner(line: Line, photo: str) -> str | None:
    """Return who uploaded a photo, None if nobody did: it was put beside the database by another way."""
    return line.value("SELECT user FROM upload WHERE photo = ?", (photo,))  # type: ignore[no-any-return] # a string column


def attach(line: Line, photo: str) -> None:
    """Note that a photo is part of a report now."""
    line.run("UPDATE upload SET attached = 1 WHERE photo = ?", (photo,))


def forget(line: Line, before: Millis) -> list[str]:
    """Forget the photos uploaded before a time and attached to nothing; return their ids."""
    old = [str(photo) for (photo,) in line.rows("SELECT photo FROM upload WHERE NOT attached AND at < ?", (before,))]
    line.run_each("DELETE FROM upload WHERE photo = ?", [(photo,) for photo in old])
    return old
