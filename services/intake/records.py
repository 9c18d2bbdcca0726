"""One recorded report as a format's reader found it, or why a row is none."""

from dataclasses import dataclass

from services.domain.report import Millis


class FileUnreadable(Exception):
    """The file as a whole is not of the format; the text says what is wrong in one line."""


class RowRefused(Exception):
    """A row cannot become a report: the field that is wrong, and why."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not opened. `row` is the line of the file, or the number of the feature from 1."""

    row: int
    field: str
    reason: str
    source: str = ""
    """The row's own id, where it was readable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A recorded report, free of any mapping.

    `at` is the recorded time. `system` and `id` make `open` idempotent. `terms` are the words a mapping may know, the
    most telling first; `way` is the foreign word for the channel.
    """

    row: int
    at: Millis
    system: str
    id: str
    terms: tuple[str, ...] = ()
    way: str = ""
    title: str = ""
    text: str = ""
    place: str = ""
    lat: float | None = None
    lon: float | None = None


def words(field: str, value: object) -> str:
    """Return a text of the file without space at its ends; nothing for null.

    Raises:
        RowRefused: it is no text, or holds what no text can: a NUL, or bytes that are not UTF-8.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        raise RowRefused(field, "not a text")
    if "\0" in value:
        raise RowRefused(field, "holds a NUL character")
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        raise RowRefused(field, "not valid Unicode")
    return value.strip()


def line(field: str, value: object) -> str:
    """Return a text of the file on one line.

    Raises:
        RowRefused: as `words`.
    """
    return " ".join(words(field, value).split())


def needed(field: str, value: object) -> str:
    """Return a text of the file that must not be empty, on one line.

    Raises:
        RowRefused: as `words`, or it is empty.
    """
    found = line(field, value)
    if not found:
        raise RowRefused(field, "must not be empty")
    return found
