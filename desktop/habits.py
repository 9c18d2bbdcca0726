"""A person's own keys and saved filters: kept with his settings, the same in all his windows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.keymap import SHIPPED, Keymap, load_keymap
from desktop.preferences import Preferences
from widgets.models.queue_marks import EXTRAS, Sieve

KEYS, FILTERS = "keys", "filters"
MOST_FILTERS = 9
"""One digit each."""


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter under its name."""

    name: str
    sieve: Sieve


class Habits(QObject):
    """Reads and writes them.

    Signals: keys_changed() another map of keys; filters_changed() other saved filters.
    """

    keys_changed = Signal()
    filters_changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.keys: Keymap = SHIPPED
        self.filters: tuple[SavedFilter, ...] = ()
        self._read()
        preferences.changed.connect(self._read)

    def use_keys(self, keys: Keymap) -> None:
        """Use another map of keys from now on."""
        self._preferences.keep_text(KEYS, keys.dump())

    def save(self, name: str, sieve: Sieve) -> bool:
        """Save a filter, in place of the one of the same name; returns whether there was room for it."""
        others = [saved for saved in self.filters if saved.name != name]
        if len(others) >= MOST_FILTERS:
            return False
        self._write((*others, SavedFilter(name, sieve)))
        return True

    def forget(self, name: str) -> None:
        """Save a filter no longer."""
        self._write(tuple(saved for saved in self.filters if saved.name != name))

    def _write(self, filters: tuple[SavedFilter, ...]) -> None:
        kept = [{"name": saved.name, **_members(saved.sieve)} for saved in filters]
        self._preferences.keep_text(FILTERS, json.dumps(kept))

    def _read(self) -> None:
        text = self._preferences.text(KEYS)
        keys = load_keymap(text) if text else SHIPPED
        filters = load_filters(self._preferences.text(FILTERS))
        if keys != self.keys:
            self.keys = keys
            self.keys_changed.emit()
        if filters != self.filters:
            self.filters = filters
            self.filters_changed.emit()


def load_filters(text: str) -> tuple[SavedFilter, ...]:
    """Return filters that were kept; what is no filter is left out."""
    try:
        kept = json.loads(text)
    except ValueError:
        return ()
    found = (_filter(each) for each in kept) if isinstance(kept, list) else ()
    return tuple(saved for saved in found if saved is not None)[:MOST_FILTERS]


def _members(sieve: Sieve) -> dict[str, str]:
    values = {name: getattr(sieve, name) for name in Sieve.__slots__}
    return {name: value for name, value in values.items() if value}


def _filter(kept: Any) -> SavedFilter | None:
    if not isinstance(kept, Mapping) or not all(isinstance(value, str) for value in kept.values()):
        return None
    members = {name: value for name, value in kept.items() if name in Sieve.__slots__}
    if members.get("extra", "mine") not in EXTRAS or not kept.get("name"):
        return None
    return SavedFilter(kept["name"], Sieve(**members))
