"""How reports, members and events stand in the database: flat JSON, the same text for the same value.

A field that has its default is left out. So the defaults in `services.domain` are part of what is written: changing one
needs a migration (a test holds them fast).
"""

import dataclasses
import json
import operator
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Generic, TypeVar

from services.domain.events import NAME_OF, NAMES, Event, MemberEvent
from services.domain.people import Member
from services.domain.report import Report

V = TypeVar("V")
_Turn = Callable[[Any], Any]

write_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), check_circular=False).encode
"""Compact JSON; made once, since a call of `json.dumps` with these settings makes an encoder each time."""

read_json = json.JSONDecoder().decode

_NO_DEFAULT = object()


class _Form(Generic[V]):
    """How one dataclass becomes a dict of JSON values and comes back."""

    def __init__(self, kind: type[V]) -> None:
        hints = typing.get_type_hints(kind)
        fields = dataclasses.fields(kind)  # type: ignore[arg-type] # only dataclasses are stored
        turns = {field.name: _turns(hints[field.name]) for field in fields}
        self._kind = kind
        self._values = operator.attrgetter(*turns)
        self._writers = [(field.name, _default(field), turns[field.name][0]) for field in fields]
        self._readers = {name: read for name, (_, read) in turns.items()}

    def write(self, value: V) -> dict[str, Any]:
        """Return what differs from the defaults."""
        plain = {}
        for (name, default, write), item in zip(self._writers, self._values(value), strict=True):
            if item != default:
                plain[name] = item if write is None else write(item)
        return plain

    def read(self, plain: Mapping[str, Any]) -> V:
        """Return the value again; a field nobody knows is an error."""
        readers = self._readers
        return self._kind(
            **{name: item if (read := readers[name]) is None else read(item) for name, item in plain.items()}
        )


def _default(field: "dataclasses.Field[Any]") -> object:
    """Return a field's default, or something no value equals."""
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return _NO_DEFAULT if field.default is dataclasses.MISSING else field.default


def _turns(hint: Any) -> tuple[_Turn | None, _Turn | None]:
    """Return how a value of that type becomes JSON and comes back; None where it is JSON already."""
    origin = typing.get_origin(hint)
    if origin in {UnionType, typing.Union}:
        write, read = _turns(next(part for part in typing.get_args(hint) if part is not NoneType))
        return _unless_none(write), _unless_none(read)
    if origin is tuple and dataclasses.is_dataclass(one := typing.get_args(hint)[0]):
        return _tuple_of(_Form(typing.cast("type[Any]", one)))
    if origin is not None:
        return _COLLECTIONS[origin]
    if dataclasses.is_dataclass(hint):
        form = _Form(typing.cast("type[Any]", hint))
        return form.write, form.read
    return None, hint if issubclass(hint, StrEnum) else None


def _tuple_of(form: _Form[Any]) -> tuple[_Turn, _Turn]:
    return lambda items: [form.write(item) for item in items], lambda plain: tuple(map(form.read, plain))


def _unless_none(turn: _Turn | None) -> _Turn | None:
    if turn is None:
        return None
    return lambda item: None if item is None else turn(item)


def _sorted_mapping(mapping: Mapping[str, Any]) -> dict[str, Any]:
    return dict(sorted(mapping.items()))


_COLLECTIONS: Mapping[Any, tuple[_Turn | None, _Turn]] = {
    tuple: (None, tuple),
    frozenset: (sorted, frozenset),
    Mapping: (_sorted_mapping, MappingProxyType),
}
"""The collections a field may be; another one fails when this module is loaded, not in the log."""

_REPORT = _Form(Report)
_MEMBER = _Form(Member)
_EVENTS: Mapping[str, _Form[Any]] = {kind: _Form(event) for kind, event in NAMES.items()}


def report_text(report: Report) -> str:
    """Return a report as the text that is stored."""
    return write_json(_REPORT.write(report))


def read_report(text: str) -> Report:
    """Return the report of a stored text."""
    return _REPORT.read(read_json(text))


def member_text(member: Member) -> str:
    """Return a member as the text that is stored."""
    return write_json(_MEMBER.write(member))


def read_member(text: str) -> Member:
    """Return the member of a stored text."""
    return _MEMBER.read(read_json(text))


def event_parts(event: Event | MemberEvent, at: int) -> tuple[str, str]:
    """Return an event's kind and the text of what its row does not say already.

    The row has the report and the actor, and the time where it is the log's.
    """
    kind = NAME_OF[type(event)]
    plain = _EVENTS[kind].write(event)
    del plain["report"], plain["by"]
    if plain["at"] == at:
        del plain["at"]
    return kind, write_json(plain)


def read_event(kind: str, text: str, row: Mapping[str, Any]) -> Event | MemberEvent:
    """Return the event of a kind and a stored text; `row` has its `report`, `by` and `at`."""
    event: Event | MemberEvent = _EVENTS[kind].read({**row, **read_json(text)})
    return event
