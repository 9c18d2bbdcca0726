"""The read model hub and desk share: rows by kind and id with their `rev`, changed only by whole puts and deletes.

The law of the feed: `Board.of(old)` after the changes equals `Board.of(fresh)`, row for row and rev for rev, and so do
the digests (PROTOCOL.md sections 3 and 4).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Generic, Literal, NamedTuple, TypeVar, overload

from services.domain.rows import AlarmRow, LabelRow, MemberRow, ReportRow, SquadRow

R = TypeVar("R")
Key = tuple[str, str]
"""Kind and id of a row."""

_ALL = 2**64 - 1
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Put(NamedTuple, Generic[R]):
    """A whole row as it is now. A row of a kind this program does not know is whatever the caller made of it."""

    kind: str
    id: str
    rev: str
    row: R


class Delete(NamedTuple):
    """A row that is no longer in the view."""

    kind: str
    id: str


Op = Put[Any] | Delete
Entry = Put[R]
"""A row on the board is the very put that brought it: it has `rev` and `row`."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What `apply` did: the rows that are new or were replaced, and those that went, even if they had just come."""

    put: frozenset[Key] = frozenset()
    deleted: frozenset[Key] = frozenset()


class Board:
    """The rows of one view, by kind and id. Rows of kinds unknown here are kept all the same, so that digests agree."""

    __slots__ = ("_kinds", "_stale", "_sum")

    def __init__(self) -> None:
        self._kinds: dict[str, dict[str, Put[Any]]] = {}
        self._sum = 0
        self._stale: dict[Key, str | None] | None = None
        """Rows touched since the digest was last asked for, with the `rev` it still counts for them; None: count anew.

        Hashing waits until somebody asks: most puts are replaced before that.
        """

    @classmethod
    def of(cls, puts: Iterable[Put[Any]]) -> "Board":
        """Return a board of these rows, the later of two with one id."""
        board = cls()
        board.replace(puts)
        return board

    @overload
    def entries(self, kind: Literal["report"]) -> Mapping[str, Entry[ReportRow]]: ...
    @overload
    def entries(self, kind: Literal["member"]) -> Mapping[str, Entry[MemberRow]]: ...
    @overload
    def entries(self, kind: Literal["squad"]) -> Mapping[str, Entry[SquadRow]]: ...
    @overload
    def entries(self, kind: Literal["label"]) -> Mapping[str, Entry[LabelRow]]: ...
    @overload
    def entries(self, kind: Literal["alarm"]) -> Mapping[str, Entry[AlarmRow]]: ...
    @overload
    def entries(self, kind: str) -> Mapping[str, Entry[Any]]: ...
    def entries(self, kind: str) -> Mapping[str, Entry[Any]]:
        """Return the rows of a kind by id: a live view, to be read and not kept across `replace`."""
        return self._kinds.get(kind, _NOTHING)

    def puts(self) -> list[Put[Any]]:
        """Return every row, as it would be sent in a snapshot."""
        return [put for rows in self._kinds.values() for put in rows.values()]

    def replace(self, puts: Iterable[Put[Any]]) -> None:
        """Hold these rows and no others, as after a snapshot."""
        self._kinds = {}
        self._stale = None
        self.apply(puts)

    def apply(self, ops: Iterable[Op]) -> Changes:
        """Carry out puts and deletes in their order and return what changed.

        Deleting what is not there changes nothing.
        """
        kinds, stale = self._kinds, self._stale
        put: set[Key] = set()
        deleted: set[Key] = set()
        for op in ops:
            key = op[:2]
            if type(op) is Put:
                rows = kinds.get(op[0])
                if rows is None:
                    rows = kinds[op[0]] = {}
                if stale is not None and key not in stale:
                    stale[key] = old.rev if (old := rows.get(op[1])) else None
                rows[op[1]] = op
                put.add(key)
            elif (gone := kinds.get(op[0], {}).pop(op[1], None)) is not None:
                if stale is not None:
                    stale.setdefault(key, gone.rev)
                deleted.add(key)
                put.discard(key)
        if stale is not None and len(stale) > len(self):
            self._stale = None
        return Changes(frozenset(put), frozenset(deleted - put))

    def digest(self) -> str:
        """Return the 16 hex digits two sides compare; hashes only what changed since it was last asked for."""
        if self._stale is None:
            total = sum(_hash(put.kind, put.id, put.rev) for put in self.puts())
        else:
            total = self._sum + sum(self._moved(kind, id_, counted) for (kind, id_), counted in self._stale.items())
        self._sum = total & _ALL
        self._stale = {}
        return f"{self._sum:016x}"

    def __len__(self) -> int:
        return sum(map(len, self._kinds.values()))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Board):
            return NotImplemented
        return self._rows() == other._rows()

    __hash__ = None  # type: ignore[assignment] # it changes

    def _moved(self, kind: str, id_: str, counted: str | None) -> int:
        """How far a touched row moves the digest."""
        now = self._kinds.get(kind, _NOTHING).get(id_)
        return (_hash(kind, id_, now.rev) if now else 0) - (_hash(kind, id_, counted) if counted is not None else 0)

    def _rows(self) -> dict[str, dict[str, Put[Any]]]:
        return {kind: rows for kind, rows in self._kinds.items() if rows}


def _hash(kind: str, id_: str, rev: str) -> int:
    return int.from_bytes(sha256(f"{kind}\0{id_}\0{rev}".encode()).digest()[:8], "big")
