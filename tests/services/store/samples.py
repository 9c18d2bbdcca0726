"""Short ways to write into a store in tests."""

import dataclasses
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar

from services.domain.applying import apply
from services.domain.events import Event, Noted, Opened
from services.domain.report import Millis, Report
from services.store.database import Store
from services.store.kept import DeskHead, StoredAnswer
from services.store.transaction import Transaction
from tests.builders import NOW, SARI, an_opened

T = TypeVar("T")

DESK = "d-9K2M"


class TickingClock:
    """A clock that stands at NOW until a test moves it."""

    def __init__(self) -> None:
        self.at: Millis = NOW

    def __call__(self) -> Millis:
        return self.at


def do(store: Store, work: Callable[[Transaction], T]) -> T:
    """Run a work and return its result, after COMMIT."""
    return store.submit(work).result(timeout=20)


def opened_nth(n: int, **changes: Any) -> Opened:
    """The opening of the n-th report: `r-0001` with the number `0001-00`."""
    return an_opened(**{"report": f"r-{n:04}", "number": f"{n:04}-00", "at": NOW, **changes})


def noted(report: str = "r-0001", **changes: Any) -> Noted:
    """An internal note."""
    return Noted(**{"report": report, "at": NOW, "by": SARI, "name": "Sari", "text": "Sudah ditelepon.", **changes})


def write(transaction: Transaction, *events: Event, txn: str = "hub.1", at: Millis | None = None) -> int:
    """Append events and keep what they make of their reports; return the last position."""
    seq = transaction.append(events, txn=txn, at=transaction.now() if at is None else at)
    changed: dict[str, Report | None] = {}
    for event in events:
        before = changed[event.report] if event.report in changed else transaction.load_report(event.report)
        changed[event.report] = apply(before, event)
    for report in changed.values():
        if report is not None:
            transaction.save_report(report, seq)
    return seq


def writing(*events: Event, at: Millis | None = None) -> Callable[[Transaction], int]:
    """The work of `write`."""
    return lambda transaction: write(transaction, *events, at=at)


def command(n: int, *events: Event, desk: str = DESK) -> Callable[[Transaction], int]:
    """The work of a desk's n-th command: events, reports, answer and head in one transaction."""

    def work(transaction: Transaction) -> int:
        if transaction.desk_head(desk) is None:
            transaction.put_desk_head(desk, DeskHead(SARI))
        seq = write(transaction, *events, txn=f"{desk}.{n}")
        transaction.put_answer(desk, n, an_answer(seq=seq, at=transaction.now()))
        return seq

    return work


def an_answer(**changes: Any) -> StoredAnswer:
    """What a desk was told."""
    given: dict[str, Any] = {"hash": "ab" * 32, "command": "note", "result": {"ok": True}, "at": NOW}
    return StoredAnswer(**{**given, **changes})


def filled(kind: type[T], *, skip: frozenset[str] = frozenset()) -> T:
    """A value of a dataclass in which no field has its default; the same for the same kind."""
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(typing.cast("Any", kind))
    values = {field.name: _some(hints[field.name], field.name) for field in fields if field.name not in skip}
    return kind(**values)


def _some(hint: Any, name: str) -> Any:
    """A value of a type that is no field's default."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in {UnionType, typing.Union}:
        return _some(next(part for part in parts if part is not NoneType), name)
    if origin is Mapping:
        return MappingProxyType({"on_scene": "on_behalf", "accepted": "member"})
    if origin is not None:
        return origin(_some(parts[0], f"{name}{n}") for n in (1, 2))
    if dataclasses.is_dataclass(hint):
        return filled(typing.cast("type[Any]", hint))
    if issubclass(hint, StrEnum):
        return list(hint)[-1]
    return {str: f"{name} “é”", int: 4_242, float: -8.05, bool: name not in _TRUE_BY_DEFAULT}[hint]


_TRUE_BY_DEFAULT = {"handoff", "to_queue", "active"}
