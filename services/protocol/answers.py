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


Read = History | OneReport | Found | dict[str, Any] | list[Any]
"""`speed`, `points` and `people` come as plain values."""

_SHAPES: dict[str, Any] = {"history": History, "report": OneReport, "search": Found, "similar": Found}
_PLAIN = dict[str, Any] | list[Any]


def read_answer(what: str, value: Raw) -> Read:
    """Return the value of an `answer` to a `get` of `what`.

    Raises:
        ValueError: if it has not the shape it should have.
    """
    read: Read = msgspec.json.decode(value, type=_SHAPES.get(what, _PLAIN))
    return read
