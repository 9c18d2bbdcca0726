"""What the palette offers, as a Qt model: heads of groups, and the entries under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex
_TEXTS = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


@dataclass(frozen=True, slots=True, kw_only=True)
class PaletteEntry:
    """One thing that can be chosen: its name, what helps to know it, its key, and the sign before it.

    `id` comes back when it is chosen. `squad` is the patch to draw (an empty text: the icon instead); `mark` stands
    at the right in place of a key.
    """

    id: str
    title: str
    detail: str = ""
    key: str = ""
    icon: str = ""
    squad: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PaletteGroup:
    """Entries under one head."""

    title: str
    entries: tuple[PaletteEntry, ...]


class PaletteRole(IntEnum):
    """What a row can be asked for beside Qt's own roles."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    """The entry, None for a head."""


class PaletteModel(QAbstractListModel):
    """Groups in their order, each with its head; a group without entries is not shown."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: list[str | PaletteEntry] = []

    def show(self, groups: Sequence[PaletteGroup]) -> None:
        """Offer these and nothing else."""
        self.beginResetModel()
        self._rows = []
        for group in groups:
            if group.entries:
                self._rows += [group.title, *group.entries]
        self.endResetModel()

    def entry(self, row: int) -> PaletteEntry | None:
        """Return the entry in a row, None for a head or beyond the end."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, PaletteEntry) else None

    def step(self, row: int, by: int) -> int:
        """Return the row of the entry that is `by` entries further, round the ends; -1 where there is none."""
        entries = [at for at, found in enumerate(self._rows) if isinstance(found, PaletteEntry)]
        if not entries:
            return -1
        if row not in entries:
            return entries[0 if by >= 0 else -1]
        return entries[(entries.index(row) + by) % len(entries)]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's default)
        """How many rows, heads included."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Heads cannot be chosen."""
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts for screen readers and tests; the list is painted from the entries."""
        if not index.isValid():
            return None
        found = self._rows[index.row()]
        if role == PaletteRole.ENTRY:
            return found if isinstance(found, PaletteEntry) else None
        if role not in _TEXTS:
            return None
        if isinstance(found, str):
            return found
        return ", ".join(part for part in (found.title, found.detail, found.mark or found.key) if part)
