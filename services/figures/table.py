"""Owns the table of speed: reports of a cohort grouped by up to two keys, each group with its figures."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

import numpy as np

from services.figures.cells import Cell
from services.figures.columns import Columns, Ints, Observation, columns_of
from services.figures.periods import PERIODS, period_names
from services.figures.speed import figures
from services.figures.survivorship import warned

KEYS: Final = ("squad", "label", "priority", "kecamatan", "member", *PERIODS)
"""What a table may be grouped by."""
MOST_KEYS: Final = 2

Labels = Mapping[str, Sequence[str | None]]
"""For each key that is not a period, one name an observation; None where it is unknown."""


class UnknownGrouping(ValueError):
    """A table was asked for by a key it does not know, by one key twice, or by more than two."""


def speed_table(
    observations: Sequence[Observation], *, by: Sequence[str], since: int, until: int, now: int
) -> tuple[Cell, ...]:
    """Return the cells of the reports received from `since` to before `until`, as they stand at `now`.

    Cells are in the order of their keys, an unknown key (None) first. Days, weeks and months are those in which a
    report was *received*, in the regency's time. Without `by` there is one cell.

    Raises:
        UnknownGrouping: if `by` is not up to two different ones of `KEYS`.
    """
    _check(by)
    cohort = [one for one in observations if since <= one.received < until]
    labels = {name: [one.keys.get(name) for one in cohort] for name in by if name not in PERIODS}
    return cells_of(columns_of(cohort), labels=labels, by=by, now=now)


def cells_of(columns: Columns, *, labels: Labels, by: Sequence[str], now: int) -> tuple[Cell, ...]:
    """Return the cells of a cohort that is already in columns; see `speed_table`.

    Raises:
        UnknownGrouping: if `by` is not up to two different ones of `KEYS`.
    """
    _check(by)
    if not by:
        return (figures(columns, now=now),)
    found = [_positions(columns, labels, name) for name in by]
    names = [name for _, name in found]
    groups = found[0][0] if len(found) == 1 else found[0][0] * max(1, len(names[1])) + found[1][0]
    order = np.argsort(groups, kind="stable")
    starts = np.flatnonzero(np.diff(groups[order], prepend=-1))
    cells = []
    for rows in np.split(order, starts[1:]) if len(order) else ():
        key = tuple(name[positions[rows[0]]] for positions, name in found)
        cells.append(figures(columns.take(rows), now=now, key=key))
    return _with_warnings(cells, by)


def _check(by: Sequence[str]) -> None:
    if len(by) > MOST_KEYS or len(set(by)) != len(by):
        raise UnknownGrouping(f"by: {', '.join(by)} is not up to two different keys")
    for name in by:
        if name not in KEYS:
            raise UnknownGrouping(f"by: {name!r} is none of {', '.join(KEYS)}")


def _positions(columns: Columns, labels: Labels, name: str) -> tuple[Ints, tuple[str | None, ...]]:
    """Return each observation's group under one key, as positions in the ascending names, None first."""
    if name in PERIODS:
        return period_names(name, columns.received)
    values = labels[name]
    names = tuple(sorted(set(values), key=lambda value: (value is not None, value or "")))
    place = {value: position for position, value in enumerate(names)}
    return np.fromiter((place[value] for value in values), np.int64, len(values)), names


def _with_warnings(cells: Sequence[Cell], by: Sequence[str]) -> tuple[Cell, ...]:
    """Return the cells in their order, neighbouring periods of one group compared with each other."""
    period = next((position for position, name in enumerate(by) if name in PERIODS), None)
    if period is None:
        return tuple(cells)

    def group(cell: Cell) -> tuple[str | None, ...]:
        return cell.key[:period] + cell.key[period + 1 :]

    def order(cell: Cell) -> list[tuple[bool, str]]:
        return [(part is not None, part or "") for part in cell.key]

    def group_order(cell: Cell) -> list[tuple[bool, str]]:
        return [(part is not None, part or "") for part in group(cell)]

    by_group = groupby(sorted(sorted(cells, key=order), key=group_order), key=group)
    return tuple(sorted((cell for _, run in by_group for cell in warned(list(run))), key=order))
