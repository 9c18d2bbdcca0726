"""Rows of a CSV file by column name; a broken row costs itself and nothing behind it."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from services.intake.records import FileUnreadable, Refused

MOST_LINES = 100
"""Lines one row may be broken over; an opening quotation mark without its end is taken for a fault of its line."""


def rows(path: Path, columns: Iterable[str]) -> Iterator[tuple[int, dict[str, str]] | Refused]:
    """Yield each row's line in the file, from 1, and its cells by column; empty lines are no rows.

    The file is UTF-8, with or without a byte order mark; bytes that are not come through as lone surrogates, for the
    reader to refuse.

    Raises:
        FileUnreadable: there is no such file, or no such column.
    """
    try:
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n") as text:
            yield from _rows(_Lines(text), frozenset(columns))
    except OSError as error:
        raise FileUnreadable(f"cannot be read: {error.strerror}") from None


def _rows(lines: "_Lines", columns: frozenset[str]) -> Iterator[tuple[int, dict[str, str]] | Refused]:
    header = lines.take_row(None)
    if not isinstance(header, list) or not header:
        raise FileUnreadable("the first line is no header")
    if missing := sorted(columns - set(header)):
        raise FileUnreadable(f"there is no column {missing[0]!r}")
    while lines.more():
        at = lines.number
        cells = lines.take_row(len(header))
        if isinstance(cells, str):
            yield Refused(at, "row", cells)
        elif cells:
            yield at, dict(zip(header, cells, strict=True))


class _Lines:
    """The lines of a file, some of them looked at ahead of time."""

    def __init__(self, source: Iterable[str]) -> None:
        self._source = iter(source)
        self._ahead: deque[str] = deque()
        self.number = 1
        """The line that comes next."""

    def more(self) -> bool:
        """Return whether there is another line."""
        return self._look(0)

    def take_row(self, width: int | None) -> list[str] | str:
        """Take the next row and return its cells, none of an empty line, or what is wrong with it.

        Of a row broken over several lines that is wrong only the first line is taken: the fault is likeliest there.
        """
        length = self._length()
        cells = _cells("".join(self._taken(length)), width) if length else "a quotation mark without its end"
        taken = length if isinstance(cells, list) else 1
        for _ in range(min(taken, len(self._ahead))):
            self._ahead.popleft()
        self.number += taken
        return cells

    def _length(self) -> int:
        """Return how many lines the next row has, 0 if its last quotation mark never closes."""
        quotes = 0
        for count in range(MOST_LINES):
            if not self._look(count):
                return 1 if count == 0 else 0
            quotes += self._ahead[count].count('"')
            if quotes % 2 == 0:
                return count + 1
        return 0

    def _look(self, place: int) -> bool:
        """Read ahead; return whether there is a line at this place."""
        while len(self._ahead) <= place:
            line = next(self._source, None)
            if line is None:
                return False
            self._ahead.append(line)
        return True

    def _taken(self, length: int) -> list[str]:
        return [self._ahead[place] for place in range(min(length, len(self._ahead)))]


def _cells(text: str, width: int | None) -> list[str] | str:
    """Return the cells of one row, none of an empty line, or what is wrong with it."""
    if not text.strip():
        return []
    try:
        cells = next(csv.reader([text], strict=True))
    except csv.Error as error:
        return f"not a row of a CSV file: {error}"
    if width is not None and len(cells) != width:
        return f"{len(cells)} columns instead of {width}"
    return cells
