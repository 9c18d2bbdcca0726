"""Messages survive the wire in both directions; what is no message is a fault with its field, never an exception."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.protocol.codec import (
    DESK_TYPES,
    HUB_TYPES,
    Unknown,
    decode_desk_frame,
    decode_hub_frame,
    encode_desk,
    read_message,
    unknown_members,
)
from services.protocol.desk_messages import Command, Get, Hello, Ping, Subscribe
from services.protocol.entries import OtherEntry
from services.protocol.frames import encode
from services.protocol.hub_messages import Answer, Delta, Heartbeat, HubMessage, Snapshot
from services.protocol.parsing import MOST_INT, Fault, Parsed
from tests.services.protocol.builders import ROW, a_frame, a_hello

INTS = st.integers(-MOST_INT, MOST_INT)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
JSON = st.recursive(st.none() | st.booleans() | INTS | NAMES, lambda inner: st.lists(inner, max_size=2), max_leaves=4)


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values a message's field of that type may have, built by msgspec's own description of it."""
    match msgspec.inspect.type_info(kind):
        case msgspec.inspect.StructType(cls=cls, fields=fields) | msgspec.inspect.DataclassType(cls=cls, fields=fields):
            members = {field.name: of_type(field.type) for field in fields}
            return st.fixed_dictionaries(members).map(lambda chosen: cls(**chosen))
        case info:
            return of_type(info)


def of_type(info: msgspec.inspect.Type) -> st.SearchStrategy[Any]:
    match info:
        case msgspec.inspect.StructType(cls=cls) | msgspec.inspect.DataclassType(cls=cls):
            return values(cls)
        case msgspec.inspect.UnionType(types=types):
            return st.one_of([of_type(one) for one in types if not is_unset(one)])
        case msgspec.inspect.VarTupleType(item_type=item):
            return st.lists(of_type(item), max_size=3).map(tuple)
        case msgspec.inspect.DictType(key_type=key, value_type=value):
            return st.dictionaries(of_type(key), of_type(value), max_size=2)
        case msgspec.inspect.LiteralType(values=allowed):
            return st.sampled_from(allowed)
        case _:
            return PLAIN[type(info)]


PLAIN: dict[type, st.SearchStrategy[Any]] = {
    msgspec.inspect.IntType: INTS,
    msgspec.inspect.StrType: NAMES,
    msgspec.inspect.BoolType: st.booleans(),
    msgspec.inspect.FloatType: st.floats(-180, 180),
    msgspec.inspect.NoneType: st.none(),
    msgspec.inspect.AnyType: JSON,
    msgspec.inspect.RawType: st.just(msgspec.Raw(b'{"a":1}')),
}


def is_unset(info: msgspec.inspect.Type) -> bool:
    return isinstance(info, msgspec.inspect.CustomType) and info.cls is msgspec.UnsetType


@given(st.sampled_from(sorted(DESK_TYPES)).flatmap(lambda name: values(DESK_TYPES[name])))
def test_every_message_of_a_desk_comes_through_as_it_is(message: Any) -> None:
    assert decode_desk_frame(encode_desk(message)) == message


@given(st.sampled_from(sorted(HUB_TYPES)).flatmap(lambda name: values(HUB_TYPES[name])))
def test_every_message_of_the_hub_comes_through_as_it_is(message: HubMessage) -> None:
    frame = encode(message)

    assert same(decode_hub_frame(frame), message)
    assert same(decode_hub_frame(frame.decode()), message)


def same(one: object, other: HubMessage) -> bool:
    if isinstance(other, Answer):
        return isinstance(one, Answer) and bytes(one.value) == bytes(other.value)
    return one == other


@given(st.text() | st.binary())
def test_no_frame_of_a_desk_raises(frame: str | bytes) -> None:
    decode_desk_frame(frame)


@given(st.text() | st.binary())
def test_no_frame_of_the_hub_raises(frame: str | bytes) -> None:
    decode_hub_frame(frame)


TYPES = [*DESK_TYPES, *HUB_TYPES, "spell", 5, None]
MEMBERS = [
    "id",
    "key",
    "command",
    "view",
    "cursor",
    "desk",
    "auth",
    "versions",
    "items",
    "ops",
    "rows",
    "kind",
    "value",
]
MADE_UP = st.fixed_dictionaries({"type": st.sampled_from(TYPES)}, optional=dict.fromkeys(MEMBERS, JSON))


@given(MADE_UP)
def test_no_object_in_either_direction_raises(tree: dict[str, Any]) -> None:
    frame = json.dumps(tree)

    decode_desk_frame(frame)
    decode_hub_frame(frame)


def test_a_desks_binary_frame_is_no_message() -> None:
    assert decode_desk_frame(a_hello().encode()) == Fault("bad_format", "frame")


def test_a_message_of_an_unknown_type_is_known_as_such() -> None:
    assert decode_desk_frame(a_frame("spell", id=5)) == Unknown("spell")
    assert decode_hub_frame(a_frame("spell", id=5)) == Unknown("spell")


@pytest.mark.parametrize(
    ("frame", "fault"),
    [
        ("[]", Fault("bad_format", "frame")),
        ('{"id":5}', Fault("bad_format", "type", 5)),
        (a_frame("ping", id=5), Fault("bad_format", "sent", 5)),
        (a_frame("ping", id="5", sent=1), Fault("bad_format", "id")),
        (a_frame("get", id=5, what="speed", by=["squad", 5]), Fault("bad_format", "by", 5)),
        (a_hello(auth={"user": 5}), Fault("bad_format", "auth.user")),
        ('{"type":"ping","id":5,"sent":1e999}', Fault("bad_format", "sent", 5)),
    ],
)
def test_a_desks_bad_message_is_a_fault_with_its_field(frame: str, fault: Fault) -> None:
    assert decode_desk_frame(frame) == fault


def test_what_may_be_left_out_may_be_left_out() -> None:
    assert decode_desk_frame(a_frame("subscribe", id=2, view="board")) == Subscribe(id=2, view="board")
    assert decode_desk_frame(a_frame("get", id=2, what="people")) == Get(id=2, what="people")
    assert isinstance(decode_desk_frame(a_hello()), Hello)


def test_a_desk_leaves_out_what_is_not_there() -> None:
    assert json.loads(encode_desk(Subscribe(id=2, view="board"))) == {"type": "subscribe", "id": 2, "view": "board"}


def test_a_desk_cannot_send_broken_characters() -> None:
    with pytest.raises(UnicodeEncodeError):
        encode_desk(Command(id=1, key="d-9K2M.1", command="note", args={"text": "\ud800"}))


def test_unknown_members_are_ignored_and_counted() -> None:
    tree = {"type": "ping", "id": 5, "sent": 6, "colour": "red", "shape": "round"}

    assert read_message(Parsed(tree)) == Ping(id=5, sent=6)
    assert unknown_members(tree) == 2
    assert unknown_members({"type": "spell", "colour": "red"}) == 0
    assert unknown_members({"type": ["ping"]}) == 0


def a_delta(*ops: dict[str, Any], **members: Any) -> str:
    return a_frame("delta", **{"view": "board", "from": "a", "to": "b", "at": 1, "ops": list(ops), **members})


def test_rows_of_an_unknown_kind_are_kept_as_they_came() -> None:
    value = {"place": "Operator 2"}

    delta = decode_hub_frame(a_delta({"op": "put", "kind": "shift", "id": "s-1", "rev": "v", "value": value}))
    snapshot = decode_hub_frame(
        a_frame(
            "snapshot", view="board", part=0, parts=1, rows=[{"kind": "shift", "id": "s-1", "rev": "v", "value": value}]
        )
    )

    kept = OtherEntry(named="shift", id="s-1", rev="v", row=value)
    assert isinstance(delta, Delta)
    assert delta.ops == (kept,)
    assert delta.ops[0].kind == "shift"
    assert isinstance(snapshot, Snapshot)
    assert snapshot.rows == (kept,)


def test_known_kinds_beside_an_unknown_one_are_read_as_ever() -> None:
    row = json.loads(msgspec.json.encode(ROW))

    delta = decode_hub_frame(
        a_delta(
            {"op": "put", "kind": "report", "id": "r-1", "rev": "v", "value": row},
            {"op": "delete", "kind": "shift", "id": "s-1"},
        )
    )

    assert isinstance(delta, Delta)
    assert [(op.kind, op.op, op.row) for op in delta.ops] == [("report", "put", ROW), ("shift", "delete", None)]


@pytest.mark.parametrize(
    ("frame", "field"),
    [
        ("", "frame"),
        ("[]", "frame"),
        ('{"a":' + "[" * 100_000, "frame"),
        ("{}", "type"),
        ('{"type":5}', "type"),
        (a_frame("heartbeat"), "at"),
        (a_frame("heartbeat", at="now"), "at"),
        (a_delta(ops=5), "ops"),
        (a_delta(5, {"kind": 5, "id": "x"}), "ops"),  # type: ignore[arg-type] # what a broken hub might send
        (a_delta({"kind": "report", "op": "move", "id": "x"}), "ops.op"),
        (a_delta({"kind": "report", "id": "x", "value": {"number": 5}}), "ops.value.number"),
        (a_delta({"kind": "shift"}), "ops.id"),
        (a_frame("heartbeat", at="\ud800"), "frame"),
    ],
)
def test_a_bad_message_of_the_hub_is_a_fault_with_its_field(frame: str, field: str) -> None:
    assert decode_hub_frame(frame) == Fault("bad_format", field)


def test_members_the_hub_adds_later_are_ignored() -> None:
    assert decode_hub_frame(a_frame("heartbeat", at=5, mood="good")) == Heartbeat(at=5)
