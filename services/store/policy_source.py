"""Reads the policy in force and the gazetteer from the shipped files."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from holidays import country_holidays

import resources
from services.domain.places import Desa, Gazetteer
from services.domain.policy import CalendarKind, Label, Policy, Target, parse_target
from services.domain.report import Priority
from services.domain.squads import Squad

V = TypeVar("V")
Row = Mapping[str, str]

_LABELS = (
    *("key", "name_id", "name_en", "squad", "priority", "calendar", "first_action", "resolve", "milestone"),
    *("covert", "sensitive", "call", "icon"),
)
_PLACES = ("code", "name", "kind", "kecamatan_code", "lat", "lng", "name_elsewhere")
_KECAMATAN = ("code", "name", "short", "col", "row")
_JOINT_LEAVE = ("public", "government")
"""The categories of the `holidays` package; in Indonesia `government` is the joint leave (cuti bersama)."""


class BadTable(ValueError):
    """A shipped table does not say what it should; names file, row (the header is row 1) and field."""


def load_policy(years: Iterable[int]) -> Policy:
    """Return the labels of `labels.csv` with Indonesia's public holidays and joint leave of those years.

    Raises:
        BadTable: naming file, row and field.
    """
    labels = read_labels(resources.read_text("labels.csv"), name="labels.csv")
    days = country_holidays("ID", years=sorted(set(years)), categories=_JOINT_LEAVE)
    return Policy(labels=MappingProxyType(labels), holidays=frozenset(days))


def load_gazetteer() -> Gazetteer:
    """Return the villages of `places.csv` and the kecamatan of `kecamatan_tiles.csv`.

    Raises:
        BadTable: naming file, row and field.
    """
    kecamatan = {
        cell("code", str): cell("name", str)
        for cell in _cells(resources.read_text("kecamatan_tiles.csv"), name="kecamatan_tiles.csv", columns=_KECAMATAN)
    }
    places = _cells(resources.read_text("places.csv"), name="places.csv", columns=_PLACES)
    return Gazetteer([_desa(cell) for cell in places], MappingProxyType(kecamatan))


def read_labels(text: str, *, name: str) -> dict[str, Label]:
    """Return the labels of a table by key, in its order.

    Raises:
        BadTable: naming file, row and field.
    """
    labels: dict[str, Label] = {}
    for cell in _cells(text, name=name, columns=_LABELS):
        label = _label(cell)
        if label.key in labels:
            raise cell.bad("key", "stands there twice")
        labels[label.key] = label
    return labels


class _Cell:
    """One row of a table; called with a field and what makes a value of it."""

    def __init__(self, row: Row, *, where: str) -> None:
        self._row = row
        self._where = where

    def __call__(self, field: str, turn: Callable[[str], V]) -> V:
        try:
            return turn(self._row[field])
        except ValueError as wrong:
            raise self.bad(field, str(wrong)) from None

    def bad(self, field: str, reason: str) -> BadTable:
        return BadTable(f"{self._where}, {field}: {reason}")


def _cells(text: str, *, name: str, columns: tuple[str, ...]) -> Iterator[_Cell]:
    """Yield the rows of a table that has just these columns."""
    table = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    found = list(table.fieldnames or ())
    if odd := [*set(found).symmetric_difference(columns)]:
        raise BadTable(f"{name} row 1: unknown or missing column {', '.join(sorted(odd))}; want {', '.join(columns)}")
    for row in table:
        where = f"{name} row {table.line_num}"
        if None in row or None in row.values():
            raise BadTable(f"{where}: {len(columns)} fields wanted")
        yield _Cell(row, where=where)


def _label(cell: _Cell) -> Label:
    return Label(
        key=cell("key", _something),
        name_id=cell("name_id", _something),
        name_en=cell("name_en", _something),
        squad=cell("squad", _squad),
        priority=cell("priority", Priority),
        calendar=cell("calendar", CalendarKind),
        first=cell("first_action", parse_target),
        resolve=cell("resolve", parse_target),
        milestone=cell("milestone", _target_or_none),
        covert=cell("covert", _yes),
        sensitive=cell("sensitive", _yes),
        call=cell("call", _text_or_none),
        icon=cell("icon", _something),
    )


def _desa(cell: _Cell) -> Desa:
    return Desa(
        code=cell("code", _something),
        name=cell("name", _something),
        kecamatan=cell("kecamatan_code", _something),
        lat=cell("lat", float),
        lon=cell("lng", float),
    )


def _something(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


def _text_or_none(text: str) -> str | None:
    return text or None


def _target_or_none(text: str) -> Target | None:
    return parse_target(text) if text else None


def _squad(text: str) -> Squad | None:
    return Squad(text) if text else None


def _yes(text: str) -> bool:
    if text not in {"yes", "no"}:
        raise ValueError(f"{text!r}: want yes or no")
    return text == "yes"
