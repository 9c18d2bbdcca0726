"""An order keeps its number whatever its body is, and no desk can use another's keys."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.commands import NAMES, NEEDS_BASE, Note
from services.domain.refusals import BadFormat
from services.protocol.envelopes import WITHOUT_REPORT, Envelope, number_of, read_envelope
from tests.services.protocol.builders import DESK, a_command


def read(item: object) -> Envelope:
    envelope = read_envelope(item, DESK)
    assert envelope is not None
    return envelope


def fault_of(**members: Any) -> str:
    order = read(a_command(**members)).order
    assert isinstance(order, BadFormat)
    return order.field


def test_a_good_order_is_read_whole() -> None:
    envelope = read(a_command(7, made=5, offline=True, colour="red"))

    assert envelope.order == Note(text="dicek")
    assert (envelope.key, envelope.n, envelope.name, envelope.report) == (f"{DESK}.7", 7, "note", "r-1")
    assert (envelope.base, envelope.made, envelope.offline) == (None, 5, True)


FOREIGN = ["0", "01", "-1", "1.5", "٣", "1 ", " 1", "", "9007199254740993", "1" * 5_000]


@pytest.mark.parametrize("key", [None, 5, "", DESK, "d-other.1", f"{DESK}x.1", *(f"{DESK}.{n}" for n in FOREIGN)])
def test_a_key_that_is_not_this_desks_own_is_unreadable(key: object) -> None:
    assert number_of(key, DESK) is None
    assert read_envelope(a_command(key=key), DESK) is None


def test_a_desk_with_dots_in_its_name_has_keys_too() -> None:
    assert number_of("pc.1.2", "pc.1") == 2
    assert number_of("pc.1.2", "pc") is None


@pytest.mark.parametrize("item", [None, 5, [], "x", {}])
def test_what_is_no_order_has_no_envelope(item: object) -> None:
    assert read_envelope(item, DESK) is None


@pytest.mark.parametrize(
    ("members", "field"),
    [
        ({"command": 5}, "command"),
        ({"command": "spell"}, "command"),
        ({"report": 5}, "report"),
        ({"report": None}, "report"),
        ({"args": []}, "args"),
        ({"args": {"text": 5}}, "args.text"),
        ({"args": {"text": float("nan")}}, "args.text"),
        ({"args": {"text": "\ud800"}}, "args.text"),
        ({"made": "now"}, "made"),
        ({"offline": "no"}, "offline"),
        ({"command": "verify", "args": {}}, "base"),
    ],
)
def test_a_bad_body_keeps_its_number_and_says_why(members: dict[str, Any], field: str) -> None:
    assert fault_of(**members) == field
    assert read(a_command(9, **members)).n == 9


def test_a_body_without_a_command_keeps_its_number() -> None:
    item = a_command(9)
    del item["command"]

    envelope = read(item)

    assert (envelope.n, envelope.name) == (9, "")


def test_commands_that_need_a_base_or_a_report_are_refused_without() -> None:
    for name in NAMES:
        order = read(a_command(command=name, args={}, report=None)).order
        missing = order.field if isinstance(order, BadFormat) else None
        assert missing != "base" or name in NEEDS_BASE
        assert missing != "report" or name not in WITHOUT_REPORT


def test_a_resend_may_differ_in_id_made_and_offline_only() -> None:
    first = read(a_command(id=1, made=5, offline=False))

    assert read(a_command(id=2, made=6, offline=True)).hash == first.hash
    assert read(a_command(base="v1")).hash != first.hash
    assert read(a_command(args={"text": "lain"})).hash != first.hash


def test_two_bad_bodies_are_told_apart() -> None:
    assert read(a_command(args=5)).hash != read(a_command(args=6)).hash


@given(st.dictionaries(st.sampled_from(["command", "report", "base", "args", "made", "id"]), st.integers() | st.text()))
def test_whatever_stands_beside_a_readable_key_it_gets_an_envelope(members: dict[str, Any]) -> None:
    assert read({**members, "key": f"{DESK}.3"}).n == 3
