"""Frames to messages: a desk's strictly, at the hub; the hub's in one pass, at the desk, and lenient to new kinds."""

from dataclasses import dataclass
from typing import Any

import msgspec

from services.protocol.desk_messages import DeskMessage
from services.protocol.entries import KINDS, OtherEntry
from services.protocol.hub_messages import HubMessage
from services.protocol.orders import field_of
from services.protocol.parsing import Fault, Parsed, parse


@dataclass(frozen=True, slots=True)
class Unknown:
    """A message of a type this program does not know: ignored and counted."""

    type: str


def _types(union: Any) -> dict[str, type[msgspec.Struct]]:
    """Return the messages of a union by their names on the wire."""
    return {kind.__struct_config__.tag: kind for kind in union.__args__}


DESK_TYPES = _types(DeskMessage)
HUB_TYPES = _types(HubMessage)

_hub: msgspec.json.Decoder[HubMessage] = msgspec.json.Decoder(HubMessage)
_encode_desk = msgspec.json.Encoder().encode


def decode_desk_frame(frame: str | bytes) -> DeskMessage | Unknown | Fault:
    """Return the message in a desk's frame, or what is wrong with it; raises nothing. Binary frames are no messages."""
    if isinstance(frame, bytes):
        return Fault("bad_format", "frame")
    parsed = parse(frame)
    return parsed if isinstance(parsed, Fault) else read_message(parsed)


def read_message(parsed: Parsed) -> DeskMessage | Unknown | Fault:
    """Return the message in a parsed frame, or what is wrong with it."""
    name = parsed.tree.get("type")
    if not isinstance(name, str):
        return Fault("bad_format", "type", parsed.reply_to)
    if name not in DESK_TYPES:
        return Unknown(name)
    if parsed.problem:
        return Fault("bad_format", parsed.problem, parsed.reply_to)
    try:
        return msgspec.convert(parsed.tree, DeskMessage)  # type: ignore[no-any-return] # a union is no type to mypy
    except msgspec.ValidationError as error:
        return Fault("bad_format", field_of(error), parsed.reply_to)


def unknown_members(tree: dict[str, Any]) -> int:
    """Return how many members of a message nobody knows, its type being known or not."""
    name = tree.get("type")
    kind = DESK_TYPES.get(name) if isinstance(name, str) else None
    return len(tree.keys() - {"type", *kind.__struct_encode_fields__}) if kind else 0


def encode_desk(message: DeskMessage) -> str:
    """Return a desk's message as a text frame.

    Raises:
        UnicodeEncodeError: if a text has lone surrogates; the hub would refuse it.
    """
    return _encode_desk(message).decode()


def decode_hub_frame(frame: str | bytes) -> HubMessage | Unknown | Fault:
    """Return the message in a hub's frame, or what is wrong with it; raises nothing."""
    try:
        return _hub.decode(frame)
    except (ValueError, RecursionError):
        return _decode_slowly(frame)


def _decode_slowly(frame: str | bytes) -> HubMessage | Unknown | Fault:
    """Return a message of an unknown type, or one with rows of unknown kinds, which the quick way cannot."""
    try:
        tree = msgspec.json.decode(frame)
    except (ValueError, RecursionError):
        return Fault("bad_format", "frame")
    if not isinstance(tree, dict):
        return Fault("bad_format", "frame")
    name = tree.get("type")
    if isinstance(name, str) and name not in HUB_TYPES:
        return Unknown(name)
    for member in _ENTRIES & tree.keys():
        tree[member] = _with_other_kinds(tree[member])
    try:
        return msgspec.convert(tree, HubMessage)  # type: ignore[no-any-return] # a union is no type to mypy
    except msgspec.ValidationError as error:
        return Fault("bad_format", field_of(error))


_ENTRIES = {"ops", "rows"}


def _with_other_kinds(entries: Any) -> Any:
    """Return a list of entries, those of unknown kinds turned into `OtherEntry`."""
    if not isinstance(entries, list):
        return entries
    return [
        {**entry, "kind": _OTHER, "named": entry["kind"]}
        if isinstance(entry, dict) and isinstance(entry.get("kind"), str) and entry["kind"] not in KINDS
        else entry
        for entry in entries
    ]


_OTHER = OtherEntry.__struct_config__.tag
