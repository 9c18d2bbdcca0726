"""What is written comes back as it was, and the same value is always the same text."""

import dataclasses
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest

from services.domain.events import NAMES, Routed, Undone
from services.domain.people import Member
from services.domain.report import Report
from services.store import codec
from tests.builders import NOW, a_member, a_report
from tests.services.store.samples import filled, noted

ROW = {"report": "r-1", "by": "u-sari", "at": NOW}


@pytest.mark.parametrize("kind", sorted(NAMES))
def test_every_event_with_every_field_comes_back(kind: str) -> None:
    event = dataclasses.replace(filled(NAMES[kind]), report="r-1", by="u-sari", at=NOW - 5)

    said, text = codec.event_parts(event, NOW)

    assert said == kind
    assert codec.read_event(said, text, ROW) == event


@pytest.mark.parametrize("kind", sorted(NAMES))
def test_every_event_with_nothing_but_what_it_needs_comes_back(kind: str) -> None:
    needed = {field.name for field in dataclasses.fields(NAMES[kind]) if _needed(field)}
    skip = frozenset(field.name for field in dataclasses.fields(NAMES[kind])) - needed
    event = dataclasses.replace(filled(NAMES[kind], skip=skip), report="r-1", by="u-sari", at=NOW)

    assert codec.read_event(*codec.event_parts(event, NOW), ROW) == event


def _needed(field: "dataclasses.Field[Any]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def test_a_report_with_every_field_comes_back() -> None:
    report = filled(Report)

    assert codec.read_report(codec.report_text(report)) == report
    assert type(codec.read_report(codec.report_text(report)).squad) is type(report.squad)


def test_a_member_with_every_field_comes_back() -> None:
    assert codec.read_member(codec.member_text(filled(Member))) == filled(Member)


def test_the_same_report_is_the_same_text_whatever_the_order_of_its_sets_and_mappings() -> None:
    one = a_report(sources=MappingProxyType({"accepted": "member", "on_scene": "on_behalf"}), access=frozenset("abc"))
    other = a_report(sources=MappingProxyType({"on_scene": "on_behalf", "accepted": "member"}), access=frozenset("cba"))

    assert codec.report_text(one) == codec.report_text(other)


def test_a_row_says_nothing_twice() -> None:
    _, text = codec.event_parts(noted("r-1"), NOW)

    assert json.loads(text) == {"name": "Sari", "text": "Sudah ditelepon."}


def test_a_time_that_is_not_the_log_s_is_kept() -> None:
    _, text = codec.event_parts(noted("r-1", at=NOW - 60_000), NOW)

    assert json.loads(text)["at"] == NOW - 60_000


def test_a_field_that_nobody_knows_is_an_error_and_not_forgotten() -> None:
    with pytest.raises(KeyError, match="invented"):
        codec.read_member(codec.member_text(a_member())[:-1] + ',"invented":1}')


def test_not_a_number_is_never_written() -> None:
    with pytest.raises(ValueError, match="Out of range float"):
        codec.report_text(a_report(lat=float("nan")))


def test_an_undo_carries_the_whole_report_before_it() -> None:
    undone = Undone(report="r-1", at=NOW, by="u-sari", name="Sari", of="d-9K2M.7", before=a_report())

    assert codec.read_event(*codec.event_parts(undone, NOW), ROW) == undone


def test_the_defaults_that_the_log_leaves_out_are_what_they_were() -> None:
    """A default is part of what is written: whoever changes one must migrate the log, then this list."""
    found = {kind: _defaults(event) for kind, event in NAMES.items()}

    assert {kind: odd for kind, defaults in found.items() if (odd := _odd(defaults))} == {
        "opened": {"channel": "app"},
        "routed": {"handoff": True, "to_queue": True},
        "accepted": {"source": "on_behalf"},
        "arrived": {"source": "on_behalf"},
        "merged": {"reason": "duplicate"},
    }
    assert Routed(report="r-1", at=NOW, by="hub", squad="blue").handoff
    assert _odd(_defaults(Report)) == {"state": "received", "channel": "app", "episode": 1}
    assert _odd(_defaults(Member)) == {"limit": 8}


def _defaults(kind: type) -> Mapping[str, Any]:
    return {field.name: field.default for field in dataclasses.fields(kind) if not _needed(field)}


def _odd(defaults: Mapping[str, Any]) -> dict[str, Any]:
    """The defaults that are more than nothing."""
    nothing: tuple[object, ...] = (None, "", (), False, 0, frozenset(), dataclasses.MISSING)
    return {name: value for name, value in defaults.items() if value not in nothing}
