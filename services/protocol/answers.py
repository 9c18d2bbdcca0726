"""What `get` answers, by `what`: the shapes of PROTOCOL.md section 7."""

from typing import Any

import msgspec
from msgspec import Raw, Struct, field

from services.domain.report import Millis
from services.domain.rows import ReportRow


class Line(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of a report's timeline; `details` has what the event says besides, like `members` or `reason`."""

    event: str
    at: Millis
    by: str
    source: str | None = None
    words: str | None = None
    details: dict[str, Any] = field(default_factory=dict)


class History(Struct, frozen=True, kw_only=True):
    """A report's timeline, oldest first."""

    events: tuple[Line, ...]


class OneReport(Struct, frozen=True, kw_only=True):
    """A report as this viewer sees it now."""

    rev: str
    value: ReportRow


class FoundReport(OneReport, frozen=True, kw_only=True):
    """A report that was searched for."""

    id: str


class Found(Struct, frozen=True, kw_only=True):
    """Reports that match, best first."""

    reports: tuple[FoundReport, ...]


class Band(Struct, frozen=True, kw_only=True):
    """What is usual at the end of each step of a day; empty with too few `weeks` to tell."""

    low: tuple[int, ...]
    high: tuple[int, ...]
    weeks: int


class Day(Struct, frozen=True, kw_only=True):
    """The day under way: the curves are cumulative, a value for the end of each step that has begun."""

    day: str
    at: Millis
    open: int
    late: int
    step: Millis
    received: tuple[int, ...]
    answered: tuple[int, ...]
    usual: Band


Read = History | OneReport | Found | Day | dict[str, Any] | list[Any]
"""`speed`, `points` and `people` come as plain values."""

_SHAPES: dict[str, Any] = {"history": History, "report": OneReport, "search": Found, "similar": Found, "day": Day}
_PLAIN = dict[str, Any] | list[Any]


def read_answer(what: str, value: Raw) -> Read:
    """Return the value of an `answer` to a `get` of `what`.

    Raises:
        ValueError: if it has not the shape it should have.
    """
    read: Read = msgspec.json.decode(value, type=_SHAPES.get(what, _PLAIN))
    return read
