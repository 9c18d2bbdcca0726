"""Owns how a report stands at a given moment: its kind by then and the time its clock had counted."""

from dataclasses import dataclass

import numpy as np

from services.figures.columns import ABSENT, Columns, Ints, Kind


@dataclass(frozen=True, slots=True, eq=False)
class Clocks:
    """The reports as of a moment: `kind` by then, `elapsed` milliseconds counted, `wall` all since the start."""

    kind: Ints
    elapsed: Ints
    wall: Ints


def clocks(columns: Columns, now: int) -> Clocks:
    """Return how each report stands at `now`.

    What happens after `now` has not happened: such a report is still open, at its age by then. A report whose times are
    impossible (ended before it began, begun before it was received or after `now`, ended at an unknown time, more time
    uncounted than there was) is `EXCLUDED`, whatever its kind said.
    """
    left = (columns.kind == Kind.ANSWERED) | (columns.kind == Kind.COMPETING)
    unknown = columns.end == ABSENT
    happened = left & ~unknown & (columns.end <= now)
    wall = np.where(happened, columns.end, now) - columns.start
    elapsed = wall - columns.uncounted
    impossible = (columns.kind == Kind.EXCLUDED) | (left & unknown) | (columns.start < columns.received) | (elapsed < 0)
    kind = np.where(happened, columns.kind, np.int64(Kind.OPEN))
    return Clocks(np.where(impossible, np.int64(Kind.EXCLUDED), kind), elapsed, wall)
