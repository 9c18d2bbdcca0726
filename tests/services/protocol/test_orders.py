"""Commands come through the wire as they are; what is wrong with one is named by its argument."""

import dataclasses
import hashlib
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.commands import NAMES, Acknowledge, Command, Evidence, Open, Reassign, Resolve, Source
from services.domain.refusals import BadFormat
from services.domain.report import Priority
from services.domain.squads import Squad
from services.protocol.orders import UnknownCommand, body_hash, from_command, to_command

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)


def of_hint(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) in {UnionType, Union}:
        return st.one_of([of_hint(one) for one in get_args(hint)])
    if get_origin(hint) is tuple:
        return st.lists(of_hint(get_args(hint)[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return a_command_of(hint)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: WORDS,
        int: st.integers(-(2**53), 2**53),
        float: st.floats(-180, 180),
        bool: st.booleans(),
    }
    return simple.get(hint, st.none())


def a_command_of(kind: type) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    return st.fixed_dictionaries({name: of_hint(hint) for name, hint in hints.items()}).map(lambda made: kind(**made))


@given(st.sampled_from(sorted(NAMES)).flatmap(lambda name: a_command_of(NAMES[name])))
def test_every_command_comes_through_as_it_is(command: Command) -> None:
    name, args = from_command(command)

    assert to_command(name, args) == command


def test_arguments_that_have_their_default_are_not_sent() -> None:
    assert from_command(Open(label="banjir", place="Pasar Pon")) == ("open", {"label": "banjir", "place": "Pasar Pon"})
    assert from_command(Acknowledge()) == ("acknowledge", {})


def test_values_become_those_of_the_domain() -> None:
    assert to_command("acknowledge", {"squad": "blue", "priority": "P1"}) == Acknowledge(
        squad=Squad.BLUE, priority=Priority.P1
    )
    assert to_command("resolve", {"evidence": [{"kind": "photo", "id": "p-1"}]}) == Resolve(
        evidence=(Evidence("photo", "p-1"),)
    )
    assert to_command("open", {"label": "banjir", "lat": -8, "source": {"system": "lapor", "id": "5"}}) == Open(
        label="banjir", lat=-8.0, source=Source("lapor", "5")
    )


def test_a_null_counts_as_absent_and_unknown_arguments_are_left_out() -> None:
    args = {"squad": "blue", "members": None, "reason": "overload", "note": None, "colour": "red"}

    assert to_command("reassign", args) == Reassign(squad=Squad.BLUE, reason="overload")


@pytest.mark.parametrize(
    ("name", "args", "field"),
    [
        ("assign", {}, "args.members"),
        ("assign", {"members": None}, "args.members"),
        ("assign", {"members": "m-1"}, "args.members"),
        ("assign", {"members": ["m-1", 5]}, "args.members"),
        ("reassign", {"squad": "green", "reason": "overload"}, "args.squad"),
        ("escalate", {"level": "2", "reason": "late"}, "args.level"),
        ("escalate", {"level": True, "reason": "late"}, "args.level"),
        ("escalate", {"level": 2.0, "reason": "late"}, "args.level"),
        ("open", {"label": "banjir", "source": {"system": "lapor"}}, "args.source.id"),
        ("open", {"label": "banjir", "source": "lapor"}, "args.source"),
        ("resolve", {"evidence": [{"id": "p-1"}]}, "args.evidence.kind"),
        ("open", {"label": "banjir", "danger": 1}, "args.danger"),
    ],
)
def test_a_bad_argument_is_named(name: str, args: dict[str, Any], field: str) -> None:
    with pytest.raises(BadFormat) as refused:
        to_command(name, args)

    assert refused.value.field == field
    assert refused.value.code == "bad_format"
    assert "at `$" not in refused.value.reason


@pytest.mark.parametrize("name", ["", "spell", "melt", "Open"])
def test_a_command_nobody_knows_is_unknown(name: str) -> None:
    with pytest.raises(UnknownCommand) as refused:
        to_command(name, {})

    assert refused.value.code == "unknown_command"
    assert refused.value.field == "command"


BODY: dict[str, Any] = {"command": "note", "report": "r-1", "base": None, "args": {"text": "dicek", "a": 1}}


def test_the_order_of_members_does_not_change_the_hash() -> None:
    assert body_hash(**BODY) == body_hash(**{**BODY, "args": {"a": 1, "text": "dicek"}})
    assert len(body_hash(**BODY)) == 32


@pytest.mark.parametrize(
    "change",
    [
        {"command": "reply"},
        {"report": "r-2"},
        {"report": None},
        {"base": "v1"},
        {"args": {"text": "dicek"}},
        {"args": {"text": "dicek", "a": "1"}},
    ],
)
def test_another_body_has_another_hash(change: dict[str, Any]) -> None:
    assert body_hash(**BODY) != body_hash(**{**BODY, **change})


def test_the_hash_is_that_of_the_canonical_json() -> None:
    canonical = '{"args":{"text":"é"},"base":null,"command":"note","report":"r-1"}'

    assert body_hash(**{**BODY, "args": {"text": "é"}}) == hashlib.sha256(canonical.encode()).digest()


def test_whatever_json_can_say_has_a_hash() -> None:
    odd: list[object] = [float("nan"), "\ud800", 10**400, [{}], None]

    assert len({body_hash(command=one, report=None, base=None, args=None) for one in odd}) == len(odd)
