"""A person's own keys over those the desk ships with: checked, kept as text, every conflict told by name; no Qt."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from desktop.bindings import BINDINGS, BY_NAME, Binding, Press, is_single

_SHAPE = re.compile(r"(?:(?:Ctrl|Alt)\+(?:Shift\+)?[A-Z0-9]|Shift\+[A-Z]|[^\s a-z+])")
"""A letter is written as a capital; what needs Shift on some keyboards (`?`, `/`) is written without it."""
_RESERVED = frozenset({"Ctrl+Z", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Ctrl+Shift+N"})
"""Keys that text fields and windows need for themselves."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


class KeyRefused(ValueError):
    """A key cannot mean this; `code` is `taken` (by `holder`), `fixed`, `reserved` or `shape`."""

    def __init__(self, code: str, key: str, holder: Binding | None = None) -> None:
        super().__init__(f"{key}: {code}" if holder is None else f"{key}: {code} by {holder.name}")
        self.code, self.key, self.holder = code, key, holder


@dataclass(frozen=True, slots=True)
class Keymap:
    """Which key means what for one person: his changes by name, and whether single letters act at all."""

    own: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    letters: bool = True

    def key_of(self, name: str) -> str:
        """Return the key of a meaning as it is printed, or nothing where it has none or does not act."""
        key = self.bound(name)
        return key if self.letters or not is_single(key) else ""

    def bound(self, name: str) -> str:
        """Return the key a meaning is bound to, whether letters act or not."""
        binding = BY_NAME.get(name)
        return "" if binding is None else self.own.get(name, binding.key)

    def act_key(self, act: str) -> str:
        """Return the key of an act of the detail."""
        return self.key_of(f"act:{act}")

    def holder(self, key: str) -> Binding | None:
        """Return whose key this is."""
        return next((binding for binding in BINDINGS if self.bound(binding.name) == key), None)

    def meaning(self, key: str) -> Press | None:
        """Return what a key means, None where it means nothing or single letters are switched off."""
        if is_single(key) and not self.letters:
            return None
        holder = self.holder(key)
        return None if holder is None else holder.press

    def bind(self, name: str, key: str) -> "Keymap":
        """Return the map with a meaning on another key.

        Raises:
            KeyRefused: it cannot have this key, and why.
        """
        binding = BY_NAME[name]
        if binding.fixed:
            raise KeyRefused("fixed", key, binding)
        if not _SHAPE.fullmatch(key):
            raise KeyRefused("shape", key)
        if key in _RESERVED:
            raise KeyRefused("reserved", key)
        holder = self.holder(key)
        if holder is not None and holder.name != name:
            raise KeyRefused("taken", key, holder)
        own = {**self.own, name: key}
        if key == binding.key:
            del own[name]
        return replace(self, own=MappingProxyType(own))

    def with_letters(self, acting: bool) -> "Keymap":
        """Return the map with single letters, digits and signs acting, or not."""
        return replace(self, letters=acting)

    def reset(self) -> "Keymap":
        """Return the map as it is shipped; letters stay on or off."""
        return replace(self, own=_NOTHING)

    def dump(self) -> str:
        """Return the map as it is kept."""
        return json.dumps({"letters": self.letters, "own": dict(self.own)}, sort_keys=True)


SHIPPED = Keymap()
"""The keys of TABLES.md, unchanged."""


def load_keymap(text: str) -> Keymap:
    """Return a map that was kept; what no longer fits (a meaning that is gone, a key taken since) is left out."""
    try:
        kept = json.loads(text)
        own, letters = dict(kept["own"]), kept["letters"]
    except (ValueError, KeyError, TypeError):
        return SHIPPED
    wanted = {name: key for name, key in own.items() if name in BY_NAME and isinstance(key, str)}
    # All at once first, so that two keys which were exchanged are found as they were kept.
    whole = Keymap(MappingProxyType(wanted), letters is not False)
    return whole if not conflicts(whole) else _one_by_one(wanted, letters is not False)


def conflicts(keymap: Keymap) -> tuple[str, ...]:
    """Return the names of own keys that cannot stand: fixed, misshapen, reserved, or meaning two things."""
    keys = [keymap.bound(binding.name) for binding in BINDINGS]
    return tuple(
        name
        for name, key in keymap.own.items()
        if BY_NAME[name].fixed or not _SHAPE.fullmatch(key) or key in _RESERVED or keys.count(key) > 1
    )


def _one_by_one(wanted: Mapping[str, str], letters: bool) -> Keymap:
    keymap = Keymap(letters=letters)
    for name, key in wanted.items():
        try:
            keymap = keymap.bind(name, key)
        except KeyRefused:
            continue
    return keymap
