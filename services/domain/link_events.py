"""What happens between two reports besides a merge: it is taken back, or one looks like a duplicate of the other."""

from dataclasses import dataclass

from services.domain.happening import Happening
from services.domain.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmerged(Happening):
    """It is no duplicate of `into` after all: open again, as it was before the merge."""

    into: str
    before: Report
    """The report as it was when it was merged; the one field that is not flat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted(Happening):
    """A report that was merged into this one is by itself again (the target's side of `unmerged`).

    `photos` are those that go with it; `hidden` when that one is covert.
    """

    duplicate: str
    photos: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspected(Happening):
    """The hub takes others to be likely duplicates of this one, or no longer; only ever public, open ones."""

    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
