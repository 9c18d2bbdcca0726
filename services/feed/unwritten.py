"""What the board has moved on by since it was last written to disk: whole deltas folded into one batch."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from services.domain.board import Delete, Key, Op, Put
from services.domain.report import Millis
from services.domain.rows import MemberRow, ReportRow
from services.domain.squads import Squad


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows to write and to take away, with the cursor and the hub's time they belong to, all in one transaction.

    `whole`: these rows and no others. A cursor of None: the disk has not all of the view, so it cannot be resumed from.
    """

    whole: bool
    puts: tuple[Put[Any], ...]
    deletes: tuple[Key, ...]
    cursor: str | None
    at: Millis


def is_covert(put: Put[Any]) -> bool:
    """Return whether a row must not be written to a disk: a covert report, squad or member."""
    row = put.row
    if type(row) is ReportRow:
        return row.covert
    if isinstance(row, MemberRow):
        return row.code_name or row.squad == Squad.SHADOW.value
    return put[:2] == ("squad", Squad.SHADOW.value)


class Unwritten:
    """Folds snapshots and deltas, in their order, into the one batch that brings the disk up to date.

    Its size is bounded by the rows there are, however many changes come. Covert rows are left out, and as long as the
    view has one the batch has no cursor. Only the last word on a row counts, so that is looked at when the batch is
    taken: taking in a delta is what every change of the feed has to wait for.
    """

    __slots__ = ("_at", "_cursor", "_ops", "_whole", "_withheld")

    def __init__(self) -> None:
        self._ops: dict[Key, Op] = {}
        self._withheld: set[Key] = set()
        self._whole = False
        self._cursor: str | None = None
        self._at: Millis | None = None

    @property
    def whole(self) -> bool:
        """Whether a snapshot is in the batch."""
        return self._whole

    def replace(self, puts: Iterable[Put[Any]], cursor: str, at: Millis) -> None:
        """Take in a snapshot."""
        self._ops = {}
        self._withheld = set()
        self._whole = True
        self.apply(puts, cursor, at)

    def apply(self, ops: Iterable[Op], cursor: str, at: Millis) -> None:
        """Take in a delta."""
        kept = self._ops
        for op in ops:
            kept[op[:2]] = op
        self._cursor = cursor
        self._at = at

    def give_back(self, batch: Batch) -> None:
        """Take in a batch that could not be written, under what has come since."""
        if self._whole:
            return
        older: dict[Key, Op] = {put[:2]: put for put in batch.puts}
        self._ops = older | {key: Delete(*key) for key in batch.deletes} | self._ops
        self._whole = batch.whole
        if self._at is None:
            self._at = batch.at

    def take(self) -> Batch | None:
        """Return the batch and begin the next one; None if nothing was taken in."""
        if self._at is None:
            return None
        puts = [op for op in self._ops.values() if type(op) is Put]
        covert = {put[:2] for put in puts if is_covert(put)}
        self._withheld -= self._ops.keys() - covert
        self._withheld |= covert
        batch = Batch(
            whole=self._whole,
            puts=tuple(put for put in puts if put[:2] not in covert),
            deletes=tuple(key for key, op in self._ops.items() if type(op) is not Put or key in covert),
            cursor=None if self._withheld else self._cursor,
            at=self._at,
        )
        self._ops, self._whole, self._at = {}, False, None
        return batch
