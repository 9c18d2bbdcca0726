"""The AsyncAPI document in `docs/` is the one the message types make."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from services.domain.commands import NAMES
from services.protocol.asyncapi import document, text
from services.protocol.codec import DESK_TYPES, HUB_TYPES

KEPT = Path(__file__).parents[3] / "docs" / "asyncapi.json"
REMAKE = "python -c 'from services.protocol.asyncapi import text; print(text(), end=str())' > docs/asyncapi.json"


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from [item] if name == "$ref" and isinstance(item, str) else references(item)
    elif isinstance(value, list):
        for item in value:
            yield from references(item)


def test_the_kept_document_is_the_one_made_now() -> None:
    assert KEPT.read_text(encoding="utf-8") == text(), f"the messages have changed: {REMAKE}"


def test_every_reference_leads_somewhere() -> None:
    whole = json.loads(text())
    for reference in set(references(whole)):
        place = whole
        for step in reference.removeprefix("#/").split("/"):
            place = place[step]
        assert place


def test_every_message_and_command_is_in_it() -> None:
    whole = document()

    names = {f"desk.{name}" for name in DESK_TYPES} | {f"hub.{name}" for name in HUB_TYPES}
    assert whole["channels"]["feed"]["messages"].keys() == names
    assert whole["x-commands"].keys() == NAMES.keys()


def test_rows_of_kinds_to_come_are_allowed() -> None:
    other = document()["components"]["schemas"]["OtherEntry"]["properties"]

    assert "named" not in other
    assert other["kind"] == {"type": "string", "not": {"enum": ["alarm", "label", "member", "report", "squad"]}}
    assert "discriminator" not in text()
