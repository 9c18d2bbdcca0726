"""Rows and changes of rows as they stand on the wire, and how they become the board's puts and deletes."""

from collections.abc import Iterable
from typing import Any, ClassVar, Literal

from msgspec import Struct, field

from services.domain.board import Delete, Op, Put
from services.domain.rows import AlarmRow, LabelRow, MemberRow, ReportRow, SquadRow

Verb = Literal["put", "delete"]


class Unreadable(ValueError):
    """A message of the hub that makes no sense; the text names the field."""


class ReportEntry(Struct, tag_field="kind", tag="report", frozen=True, kw_only=True, gc=False):
    """A report's row: put with its `rev` and the whole `value`, or deleted; in a snapshot there is no `op`."""

    kind: ClassVar[str] = "report"
    op: Verb = "put"
    id: str
    rev: str = ""
    row: ReportRow | None = field(default=None, name="value")


class MemberEntry(Struct, tag_field="kind", tag="member", frozen=True, kw_only=True, gc=False):
    """A member's row, put or deleted."""

    kind: ClassVar[str] = "member"
    op: Verb = "put"
    id: str
    rev: str = ""
    row: MemberRow | None = field(default=None, name="value")


class SquadEntry(Struct, tag_field="kind", tag="squad", frozen=True, kw_only=True, gc=False):
    """A squad's row, put or deleted."""

    kind: ClassVar[str] = "squad"
    op: Verb = "put"
    id: str
    rev: str = ""
    row: SquadRow | None = field(default=None, name="value")


class LabelEntry(Struct, tag_field="kind", tag="label", frozen=True, kw_only=True, gc=False):
    """A label's row, put or deleted."""

    kind: ClassVar[str] = "label"
    op: Verb = "put"
    id: str
    rev: str = ""
    row: LabelRow | None = field(default=None, name="value")


class AlarmEntry(Struct, tag_field="kind", tag="alarm", frozen=True, kw_only=True, gc=False):
    """An alarm's row, put or deleted."""

    kind: ClassVar[str] = "alarm"
    op: Verb = "put"
    id: str
    rev: str = ""
    row: AlarmRow | None = field(default=None, name="value")


class OtherEntry(Struct, tag_field="kind", tag="?", frozen=True, kw_only=True, gc=False):
    """A row of a kind this program does not know, kept as it came so that digests agree; `kind` is its name."""

    named: str = "?"
    op: Verb = "put"
    id: str
    rev: str = ""
    row: dict[str, Any] | None = field(default=None, name="value")

    @property
    def kind(self) -> str:
        """Its kind's name on the wire."""
        return self.named


Entry = ReportEntry | MemberEntry | SquadEntry | LabelEntry | AlarmEntry | OtherEntry

KINDS = frozenset({ReportEntry.kind, MemberEntry.kind, SquadEntry.kind, LabelEntry.kind, AlarmEntry.kind})
"""Kinds of row this program knows; a message with another one takes the slow way through the codec."""


def changes_of(ops: Iterable[Entry]) -> list[Op]:
    """Return a delta's ops as the board takes them.

    Raises:
        Unreadable: if a put has no row.
    """
    changes: list[Op] = []
    for op in ops:
        if op.op == "put":
            if op.row is None:
                raise Unreadable(f"value: the {op.kind} {op.id} is put without a row")
            changes.append(Put(op.kind, op.id, op.rev, op.row))
        else:
            changes.append(Delete(op.kind, op.id))
    return changes


def puts_of(rows: Iterable[Entry]) -> list[Put[Any]]:
    """Return a snapshot's rows as the board takes them.

    Raises:
        Unreadable: if an entry is no whole row.
    """
    puts = [Put(row.kind, row.id, row.rev, row.row) for row in rows if row.row is not None and row.op == "put"]
    if len(puts) != sum(1 for _ in rows):
        raise Unreadable("rows: an entry of a snapshot has no row")
    return puts
