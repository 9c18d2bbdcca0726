"""Examines a hub's data: what is sound, what is not, and what a person should know."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from services.store import people
from services.store.database import integrity, version_warnings
from services.store.failures import StoreRefused
from services.store.keys import load_or_make
from services.store.reader import Reader
from services.store.rebuild import differences

_MOST = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    good: bool
    words: str


def findings(reader: Reader, *, folder: Path) -> Iterator[Finding]:
    """Yield what an examination of the folder finds: keys, the file, the log against the rows.

    Who else may look into the folder was checked when it was opened.
    """
    yield _keys(folder)
    faults = integrity(reader)
    yield from (Finding(good=False, words=f"database: {fault}") for fault in faults)
    if not faults:
        yield Finding(good=True, words="database: every page and index is sound")
    found = list(islice(differences(reader), _MOST))
    yield from (Finding(good=False, words=difference) for difference in found)
    head = reader.head()
    if not found:
        yield Finding(good=True, words=f"log: {head.seq} events, and every report is what they say")
    active = sum(one.revoked is None for one in people.accounts(reader))
    yield Finding(good=True, words=f"epoch {head.epoch}, {active} people and devices, {len(reader.members())} members")
    yield from (Finding(good=True, words=warning) for warning in version_warnings())


def _keys(folder: Path) -> Finding:
    try:
        load_or_make(folder, new=False)
    except StoreRefused as refused:
        return Finding(good=False, words=str(refused))
    return Finding(good=True, words="keys: whole and closed to others; is there a copy apart from the database?")
