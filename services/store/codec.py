"""How reports, members and events stand in the database: flat JSON, the same text for the same value.

A field that has its default is left out. So the defaults in `services.domain` are part of what is written:
changing one needs a migration (a test holds them fast).
"""

import dataclasses
import json
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar

from services.domain.events import NAME_OF, NAMES, Event, MemberEvent
from services.domain.people import Member
from services.domain.report import Report

V = TypeVar("V")
_Turn = Callable[[Any], Any]

write_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), check_circular=False).encode
"""Compact JSON; made once, since a call of `json.dumps` with these settings makes an encoder each time."""

read_json = json.JSONDecoder().decode


def report_text(report: Report) -> str:
    """Return a report as the text that is stored."""
    return write_json(_plain(report))


def read_report(text: str) -> Report:
    """Return the report of a stored text."""
    return _valued(Report, read_json(text))


def member_text(member: Member) -> str:
    """Return a member as the text that is stored."""
    return write_json(_plain(member))


def read_member(text: str) -> Member:
    """Return the member of a stored text."""
    return _valued(Member, read_json(text))


def event_parts(event: Event | MemberEvent, at: int) -> tuple[str, str]:
    """Return an event's kind and the text of what its row does not say already (report, actor, and the time if it is the log's)."""
    plain = _plain(event)
    del plain["report"], plain["by"]
    if plain["at"] == at:
        del plain["at"]
    return NAME_OF[type(event)], write_json(plain)


def read_event(kind: str, text: str, row: Mapping[str, Any]) -> Event | MemberEvent:
    """Return the event of a kind and a stored text; `row` has its `report`, `by` and `at`."""
    event: Event | MemberEvent = _valued(NAMES[kind], {**row, **read_json(text)})
    return event


def _plain(value: Any) -> dict[str, Any]:
    """Return a dataclass as a dict of what differs from its defaults."""
    plain = {}
    for name, default, write, _ in _shape(type(value)):
        item = getattr(value, name)
        if item != default:
            plain[name] = item if write is None else write(item)
    return plain


def _valued(kind: type[V], plain: Mapping[str, Any]) -> V:
    """Return a dataclass from its plain dict; a field nobody knows is an error."""
    readers = _readers(kind)
    return kind(**{name: item if (read := readers[name]) is None else read(item) for name, item in plain.items()})


@cache
def _readers(kind: type) -> dict[str, _Turn | None]:
    return {name: read for name, _, _, read in _shape(kind)}


@cache
def _shape(kind: type) -> tuple[tuple[str, object, _Turn | None, _Turn | None], ...]:
    """Return name, default, and the ways to and from JSON of every field of a dataclass."""
    hints = typing.get_type_hints(kind)
    return tuple((one.name, _default(one), *_turns(hints[one.name])) for one in dataclasses.fields(kind))


_NOTHING = object()


def _default(one: "dataclasses.Field[Any]") -> object:
    """Return a field's default, or something no value equals."""
    if one.default_factory is not dataclasses.MISSING:
        return one.default_factory()
    return _NOTHING if one.default is dataclasses.MISSING else one.default


def _turns(hint: Any) -> tuple[_Turn | None, _Turn | None]:
    """Return how a value of that type becomes JSON and comes back; None where it is JSON already."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in {UnionType, typing.Union}:
        return _optional(next(part for part in parts if part is not NoneType))
    if origin is tuple:
        return None, tuple
    if origin is frozenset:
        return sorted, frozenset
    if origin is not None:
        return _sorted_mapping, _read_only
    if issubclass(hint, StrEnum):
        return None, hint
    if dataclasses.is_dataclass(hint):
        return _plain, lambda plain: _valued(hint, plain)
    return None, None


def _optional(hint: Any) -> tuple[_Turn | None, _Turn | None]:
    """Return the ways of a value that may be None."""
    write, read = _turns(hint)
    return _unless_none(write), _unless_none(read)


def _unless_none(turn: _Turn | None) -> _Turn | None:
    if turn is None:
        return None
    return lambda item: None if item is None else turn(item)


def _sorted_mapping(mapping: Mapping[str, Any]) -> dict[str, Any]:
    return dict(sorted(mapping.items()))


def _read_only(mapping: dict[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(mapping)
