"""How often a row changed for a class of viewers, and what a stale `base` missed."""

from dataclasses import fields, replace
from typing import Final

from services.domain.report import Millis
from services.domain.rows import ReportRow
from services.store.kept import RowVersion, Touch

FIELDS: Final = tuple(field.name for field in fields(ReportRow))
EVERYTHING: Final = ""
"""Stands for every field where a row came into view or left it."""


def changed_fields(before: ReportRow | None, after: ReportRow | None) -> tuple[str, ...]:
    """Return the fields in which two states of a row differ, in the row's order."""
    if before is None or after is None:
        return () if before is after else (EVERYTHING,)
    return tuple(name for name in FIELDS if getattr(before, name) != getattr(after, name))


def next_version(version: RowVersion | None, changed: tuple[str, ...], *, by: str, at: Millis) -> RowVersion:
    """Return the version after a change of these fields; without one it stays what it was."""
    version = version or RowVersion(0)
    if not changed:
        return version
    n = version.n + 1
    earlier = {} if EVERYTHING in changed else version.touched
    return replace(version, n=n, touched={**earlier, **{name: Touch(n, by, at) for name in changed}})


def changed_since(version: RowVersion, n: int | None) -> dict[str, Touch]:
    """Return the fields changed after version `n` with their last change; every one if `n` was never issued."""
    whole = version.touched.get(EVERYTHING)
    since = 0 if n is None else n
    everything = dict.fromkeys(FIELDS, whole) if whole is not None and whole.n > since else {}
    touched = {name: touch for name, touch in version.touched.items() if touch.n > since and name != EVERYTHING}
    return {**everything, **touched}
