"""Row versions on the wire: `rev` is the same for the same projection, row and version, and tells nothing else."""

import hashlib
from base64 import urlsafe_b64encode

_BYTES = 9
"""72 bits, twelve characters: two versions of one row never meet."""


class Revs:
    """The `rev`s of one hub; `key` (32 to 64 bytes) lies with its data and survives a restart."""

    __slots__ = ("_start",)

    def __init__(self, key: bytes) -> None:
        self._start = hashlib.blake2b(key=key, digest_size=_BYTES)

    def rev(self, projection: str, kind: str, *, id_: str, n: int) -> str:
        """Return the `rev` of the `n`th version (from 1) of a row in a projection."""
        return _written(self._row(projection, kind, id_), n)

    def find(self, rev: str, projection: str, *, kind: str, id_: str, upto: int) -> int | None:
        """Return which version, `upto` at most, a `rev` is of; None if it was never issued for this row.

        Looks from the newest back: what desks send is hardly ever old.
        """
        row = self._row(projection, kind, id_)
        return next((n for n in range(upto, 0, -1) if _written(row, n) == rev), None)

    def _row(self, projection: str, kind: str, id_: str) -> "hashlib.blake2b":
        row = self._start.copy()
        row.update(f"{projection}\0{kind}\0{id_}\0".encode())
        return row


def _written(row: "hashlib.blake2b", n: int) -> str:
    version = row.copy()
    version.update(n.to_bytes(8, "big"))
    return urlsafe_b64encode(version.digest()).decode()
