"""What one committed transaction did, as the writer's thread hands it to whoever tells the desks."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.domain.access import Projection
from services.domain.events import Event
from services.domain.people import Member
from services.domain.report import Millis, Report
from services.domain.rows import ReportRow

Versions = Mapping[Projection, int]
"""How often a row has changed, for each projection in which it was ever seen."""

Rows = Mapping[Projection, ReportRow | None]
"""A report as the viewers of each counted projection see it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A report as it was (None: it is new), as it is, and its rows with their versions."""

    before: Report | None
    after: Report
    rows: Rows
    versions: Versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """One transaction: its end in the log, its time, the command's key, and everything it changed."""

    position: int
    at: Millis
    key: str
    """The desk's key, or the hub's own name for what a timer did."""
    changes: tuple[Change, ...] = ()
    members: tuple[Member, ...] = ()
    events: tuple[Event, ...] = ()
