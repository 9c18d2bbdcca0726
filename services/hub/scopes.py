"""Viewers with the same rights share a scope: one board, kept as bytes, whatever number of desks follows it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from services.domain.access import Projection, projection_of
from services.domain.board import Board, Delete, Put
from services.domain.people import Role, User
from services.domain.rows import Row
from services.domain.squads import Squad
from services.hub.pending import RowOp
from services.hub.projections import counted_for
from services.protocol.frames import EncodedRow, encode_delete, encode_value, snapshot_frames
from services.protocol.revs import Revs

BOARD_ROLES: Final = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.REGENT})
"""Who may have the view `board`."""
BOARD: Final = "board"
_VIEWERS: Final[Mapping[str, frozenset[Role]]] = MappingProxyType(
    {BOARD: BOARD_ROLES, "wall": frozenset(Role), "audit": frozenset({Role.AUDITOR})}
)


def scope_name(viewer: User) -> str:
    """Return what tells viewers with different rights apart, and no others."""
    limited = viewer.squads is not None and not viewer.roles & {Role.SUPERVISOR, Role.REGENT}
    squads = ",".join(sorted(viewer.squads or ())) if limited else "*"
    projection = projection_of(viewer)
    above = "".join(role for role in (Role.REGENT, Role.SUPERVISOR) if role in viewer.roles)
    return "|".join((projection, above, squads, viewer.id if projection is Projection.COVERT else ""))


def squads_of(viewer: User) -> frozenset[Squad]:
    """Return the squads whose reports this viewer may see: for a regent, who is told of the covert one, the others."""
    limited = viewer.squads is not None and not viewer.roles & {Role.SUPERVISOR, Role.REGENT}
    cleared = projection_of(viewer) is Projection.COVERT
    mine = viewer.squads if limited and viewer.squads is not None else Squad
    return frozenset(squad for squad in Squad if (cleared if squad.covert else squad in mine))


def may_have(viewer: User, view: str) -> bool:
    """Return whether this viewer's roles give him a view of PROTOCOL.md section 3."""
    return bool(viewer.roles & _VIEWERS[view])


@dataclass(slots=True)
class Scope:
    """The board of the viewers with the rights of `viewer`, each row kept as its bytes."""

    viewer: User
    revs: Revs
    board: Board = field(default_factory=Board)
    _parts: list[bytes] = field(default_factory=list)

    @property
    def projection(self) -> Projection:
        """The class of viewers whose versions count here."""
        return counted_for(self.viewer)

    def show(self, kind: str, id_: str, row: EncodedRow | None, *, position: int) -> RowOp | None:
        """Show a row as it is now, None that it is not in view; return the change, None if there is none."""
        old = self.board.entries(kind).get(id_)
        if row is None:
            return self._delete(kind, id_, position) if old is not None else None
        if old is not None and old.rev == row.rev:
            return None
        return self._put(row, position, was=old is not None)

    def derived(self, kind: str, id_: str, row: Row) -> EncodedRow:
        """Return a row that no event counts: the same content has the same `rev`."""
        value = encode_value(row)
        n = int.from_bytes(hashlib.sha256(value).digest()[:8], "big")
        return EncodedRow(kind, id_, self.revs.rev(self.projection, kind, id_=id_, n=n), value)

    def row(self, kind: str, id_: str) -> EncodedRow | None:
        """Return a row as it stands, None if it is not in view."""
        put = self.board.entries(kind).get(id_)
        return None if put is None else put.row

    def rows(self, kind: str) -> Mapping[str, EncodedRow]:
        """Return the rows of a kind by id."""
        return {id_: put.row for id_, put in self.board.entries(kind).items()}

    def has_report(self, report: str) -> bool:
        """Return whether a report is in view."""
        return report in self.board.entries("report")

    def snapshot(self, view: str) -> list[bytes]:
        """Return the frames of all rows; made once for all who ask before something changes."""
        if not self._parts:
            entries = [put.row.entry for put in self.board.puts()]
            self._parts = list(snapshot_frames(view, entries))
        return self._parts

    def _put(self, row: EncodedRow, position: int, *, was: bool) -> RowOp:
        self._parts = []
        self.board.apply([Put(row.kind, row.id, row.rev, row)])
        return RowOp(row.kind, row.id, position, row.put, put=True, was=was)

    def _delete(self, kind: str, id_: str, position: int) -> RowOp:
        self._parts = []
        self.board.apply([Delete(kind, id_)])
        return RowOp(kind, id_, position, encode_delete(kind, id_), put=False, was=True)
