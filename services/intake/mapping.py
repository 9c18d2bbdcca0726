"""Which label and channel a foreign system's words mean: a small TOML file (docs/replay.md)."""

import tomllib
from collections.abc import Mapping as ReadOnly
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from services.domain.commands import Open, Source
from services.domain.reasons import CHANNELS
from services.intake.records import Record

OTHER = "lainnya"
"""The label of what no mapping knows; it belongs to no squad until a dispatcher gives it to one."""

_KEYS = frozenset({"label", "channel", "labels", "channels"})


class BadMapping(Exception):
    """A mapping file that cannot be used; the text names the key and what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """A foreign system's words, in small letters, and what they mean here; `label` and `channel` are for all others."""

    labels: ReadOnly[str, str]
    channels: ReadOnly[str, str]
    label: str = OTHER
    channel: str = "app"

    def command(self, record: Record) -> Open:
        """Return the command that opens a record. Its first word is kept beside the label, known or not."""
        known = (self.labels[word] for term in record.terms if (word := term.casefold()) in self.labels)
        return Open(
            label=next(known, self.label),
            title=record.title,
            text=record.text,
            place=record.place,
            lat=record.lat,
            lon=record.lon,
            sent=record.at,
            channel=self.channels.get(record.way.casefold(), self.channel),
            source_label=record.terms[0] if record.terms else None,
            source=Source(record.system, record.id),
        )


def load_mapping(path: Path) -> Mapping:
    """Read a mapping file.

    Raises:
        BadMapping: it cannot be read, has a key nobody knows, or a value of the wrong kind.
    """
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadMapping(f"cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise BadMapping(f"not TOML: {error}") from None
    if unknown := sorted(tree.keys() - _KEYS):
        raise BadMapping(f"{unknown[0]}: no such key")
    channels = _words(tree, "channels")
    for channel in (*channels.values(), tree.get("channel", "app")):
        if channel not in CHANNELS:
            raise BadMapping(f"channels: {channel!r} is not one of {', '.join(CHANNELS)}")
    return Mapping(
        labels=_words(tree, "labels"),
        channels=channels,
        label=_word("label", tree.get("label", OTHER)),
        channel=tree.get("channel", "app"),
    )


def _words(tree: ReadOnly[str, Any], key: str) -> ReadOnly[str, str]:
    """Return a table of foreign words, in small letters."""
    table = tree.get(key, {})
    if not isinstance(table, dict):
        raise BadMapping(f"{key}: want a table")
    return MappingProxyType(
        {term.strip().casefold(): _word(f"{key}.{term}", meaning) for term, meaning in table.items()}
    )


def _word(key: str, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadMapping(f"{key}: want a word")
    return value.strip()
