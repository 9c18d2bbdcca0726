"""Which messages to citizens still stand when their time has come: what was undone never goes out."""

from collections.abc import Sequence

from services.domain.events import Event, Undone


def stands(history: Sequence[Event], n: int) -> bool:
    """Return whether the event at place `n` of a report's history (0: `opened`) has not been undone since.

    An undo puts back a report of a version; everything from that version on fell with it.
    """
    return not any(isinstance(event, Undone) and event.before.version <= n for event in history[n + 1 :])
