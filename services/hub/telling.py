"""What a viewer is told of events: their names in a delta, and their details in a report's history."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

from services.domain.access import Projection, projection_of
from services.domain.events import NAME_OF, Absorbed, Claimed, Closed, Event, Merged, Opened, Undone
from services.domain.link_events import Parted, Suspected, Unmerged
from services.domain.people import User
from services.domain.report import Outcome

_COMMON: Final = frozenset({"report", "at", "by", "name"})
_UNTOLD: Final[Mapping[type, frozenset[str]]] = {
    Opened: frozenset({"access", "covert", "identity", "text", "source_system", "source_id", "lat", "lon", "photos"}),
    Undone: frozenset({"before"}),
    Unmerged: frozenset({"before"}),
    Merged: frozenset({"hidden"}),
    Absorbed: frozenset({"hidden", "photos"}),
    Parted: frozenset({"hidden", "photos"}),
}
"""What stands in an event and is nobody's business, or stands in the row already."""
_WORDS: Final = ("words", "text", "note")


_NEUTRAL: Final = "citizen_withdrew"
"""Why a report was closed, for whoever may not know that it went into a covert one: the commonest of reasons."""


def told_name(event: Event, viewer: User) -> str | None:
    """Return an event's name for this viewer, None if he is not told of it."""
    told = _as_told(event, viewer)
    return None if told is None else NAME_OF[type(told)]


def line_of(event: Event, viewer: User) -> dict[str, Any] | None:
    """Return an event as a line of the history, None if this viewer is not told of it.

    `words` are what somebody said or wrote, `source` who vouches for the time; `details` whatever else there is.
    """
    told = _as_told(event, viewer)
    if told is None:
        return None
    name, untold = NAME_OF[type(told)], _COMMON | _UNTOLD.get(type(told), frozenset())
    values = {field.name: getattr(told, field.name) for field in fields(told)}
    details = {key: value for key, value in values.items() if key not in untold and value not in (None, "", ())}
    words = next((str(details.pop(key)) for key in _WORDS if isinstance(details.get(key), str)), None)
    source = str(details.pop("source", "hub"))
    return {"event": name, "at": event.at, "by": event.name, "source": source, "words": words, "details": details}


def _as_told(event: Event, viewer: User) -> Event | None:
    """Return what this viewer takes an event to be, None if he is not told of it.

    Renewed leases and the hub's suspicions make no line. For whoever is not cleared a merge into a covert report is a
    closing like any other, and one from it never happened.
    """
    if isinstance(event, Suspected) or (isinstance(event, Claimed) and event.renewed):
        return None
    hidden = isinstance(event, Merged | Absorbed | Parted) and event.hidden
    if not hidden or projection_of(viewer) is Projection.COVERT:
        return event
    if not isinstance(event, Merged):
        return None
    outcome = Outcome.CANCELLED.value
    return Closed(report=event.report, at=event.at, by=event.by, name=event.name, outcome=outcome, reason=_NEUTRAL)
