"""Counts what became of every row, and writes those that were refused into a file with the reason."""

import csv
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TextIO

from services.intake.records import Refused

_HEAD = ("row", "field", "reason", "source")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(slots=True)
class Tally:
    """How many rows were read, and what became of them: `read` is the sum of the others when all is done."""

    read: int = 0
    opened: int = 0
    existing: int = 0
    refused: int = 0

    def __str__(self) -> str:
        return f"read {self.read}, opened {self.opened}, existing {self.existing}, refused {self.refused}"

    @property
    def done(self) -> int:
        """How many rows have met their fate."""
        return self.opened + self.existing + self.refused


class RefusedFile:
    """The file of refused rows; it is made when the first one comes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._text: TextIO | None = None

    def add(self, refused: Refused) -> None:
        """Write a row.

        Raises:
            OSError: the file cannot be written.
        """
        if self._text is None:
            self._text = self.path.open("w", encoding="utf-8", newline="")
            csv.writer(self._text).writerow(_HEAD)
        csv.writer(self._text).writerow(_plain(astuple(refused)))

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._text:
            self._text.close()


def _plain(cells: Iterable[object]) -> list[str]:
    """Return cells no spreadsheet takes for a formula, without characters that are none."""
    texts = [str(cell).encode("utf-8", "replace").decode() for cell in cells]
    return [f"'{text}" if text.startswith(_FORMULA) else text for text in texts]
