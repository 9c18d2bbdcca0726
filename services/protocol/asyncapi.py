"""The AsyncAPI 3 document of the feed, made from the message types; `docs/asyncapi.json` is a copy of it."""

import json
from typing import Any

import msgspec

from services.domain.commands import NAMES, NEEDS_BASE
from services.protocol.answers import Day, Found, History, OneReport
from services.protocol.codec import DESK_TYPES, HUB_TYPES
from services.protocol.entries import KINDS, OtherEntry
from services.protocol.server_session import VERSION

SUBPROTOCOL = f"feed.v{VERSION}"

_SCHEMAS = "#/components/schemas/"
_ABOUT = (
    "Citizens' reports for the desks of an operations room. The normative text is docs/protocol.md. "
    "Members and types a program does not know are ignored. Times are integer Unix milliseconds."
)


def document() -> dict[str, Any]:
    """Return the document as plain values; the hub is the application it speaks of."""
    desk = {f"desk.{name}": kind for name, kind in DESK_TYPES.items()}
    hub = {f"hub.{name}": kind for name, kind in HUB_TYPES.items()}
    messages = {**desk, **hub}
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Pendopo feed", "version": SUBPROTOCOL, "description": _ABOUT},
        "defaultContentType": "application/json",
        "channels": {
            "feed": {
                "address": "/",
                "description": f"WebSocket, subprotocol {SUBPROTOCOL}, one JSON object a text frame.",
                "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
            }
        },
        "operations": {"receive": _operation("receive", desk), "send": _operation("send", hub)},
        "components": {
            "messages": {
                name: {"name": name.split(".")[1], "payload": {"$ref": _SCHEMAS + kind.__name__}}
                for name, kind in messages.items()
            },
            "schemas": _schemas(list(messages.values())),
        },
        "x-commands": {
            name: {"args": {"$ref": _SCHEMAS + kind.__name__}, "base": name in NEEDS_BASE}
            for name, kind in NAMES.items()
        },
    }


def text() -> str:
    """Return the document as it stands in `docs/asyncapi.json`."""
    return json.dumps(document(), ensure_ascii=False, indent=1) + "\n"


def _operation(action: str, messages: dict[str, Any]) -> dict[str, Any]:
    return {
        "action": action,
        "channel": {"$ref": "#/channels/feed"},
        "messages": [{"$ref": f"#/channels/feed/messages/{name}"} for name in messages],
    }


def _schemas(messages: list[type[msgspec.Struct]]) -> dict[str, Any]:
    kinds = [*messages, History, OneReport, Found, Day, *NAMES.values()]
    _, schemas = msgspec.json.schema_components(kinds, ref_template=_SCHEMAS + "{name}")
    other = schemas[OtherEntry.__name__]
    del other["properties"]["named"]
    other["properties"]["kind"] = {"type": "string", "not": {"enum": sorted(KINDS)}}
    plain: dict[str, Any] = _without_discriminators(schemas)
    return plain


def _without_discriminators(value: Any) -> Any:
    """Return a schema without OpenAPI's discriminators: `kind` and `type` say the same by their enumerations."""
    if isinstance(value, dict):
        return {name: _without_discriminators(item) for name, item in value.items() if name != "discriminator"}
    return [_without_discriminators(item) for item in value] if isinstance(value, list) else value
