"""Owns one report as a speed figure sees it, and the numpy columns of many of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

ABSENT: Final = int(np.iinfo(np.int64).min)
"""What a column holds where a time is unknown; a record holds None there."""


class Kind(IntEnum):
    """How a report stands to a measure.

    `OPEN`: still waiting, and so right-censored at its present age. `ANSWERED`: the measured act was done. `COMPETING`:
    closed as duplicate, unfounded, not ours or cancelled before it, so that it never can be. `EXCLUDED`: its times are
    known to be wrong; it is counted and enters no figure.
    """

    OPEN = 0
    ANSWERED = 1
    COMPETING = 2
    EXCLUDED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One report under one measure; all times are Unix milliseconds UTC, all durations milliseconds.

    `received` places the report in its cohort; `start` is where the measure's clock begins (the same, or the first
    `queued` for `resolve`). `end` is when it was answered or left by a competing close. `uncounted` is the time between
    start and end that this measure's clock does not count: the pauses for `resolve`, the time between two episodes for
    `closure`, otherwise 0. `paused` is the time spent paused, for the share that is reported beside speed. `target` is
    the length of the report's own target as `due` gives it (due - start - uncounted). `keys` names what it may be
    grouped by: squad, label, priority, kecamatan, member; None where unknown.
    """

    received: int
    start: int
    end: int | None
    kind: Kind
    due: int | None = None
    target: int | None = None
    paused: int = 0
    uncounted: int = 0
    reopened: bool = False
    refused: bool = False
    handoffs: int = 0
    report: str = ""
    keys: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Columns:
    """Observations side by side, one numpy column a field; unknown times are `ABSENT`, kinds their numbers."""

    received: Ints
    start: Ints
    end: Ints
    kind: Ints
    due: Ints
    target: Ints
    paused: Ints
    uncounted: Ints
    reopened: Flags
    refused: Flags
    handoffs: Ints

    def __len__(self) -> int:
        """Return the number of observations."""
        return len(self.start)

    def take(self, rows: Ints | Flags) -> "Columns":
        """Return the chosen rows, given by number or by a flag for each."""
        return Columns(
            received=self.received[rows],
            start=self.start[rows],
            end=self.end[rows],
            kind=self.kind[rows],
            due=self.due[rows],
            target=self.target[rows],
            paused=self.paused[rows],
            uncounted=self.uncounted[rows],
            reopened=self.reopened[rows],
            refused=self.refused[rows],
            handoffs=self.handoffs[rows],
        )


def columns_of(observations: Sequence[Observation]) -> Columns:
    """Return the columns of these observations, in their order."""
    n = len(observations)

    def ints(values: Iterable[int]) -> Ints:
        return np.fromiter(values, np.int64, n)

    def times(values: Iterable[int | None]) -> Ints:
        return np.fromiter((ABSENT if value is None else value for value in values), np.int64, n)

    return Columns(
        received=ints(o.received for o in observations),
        start=ints(o.start for o in observations),
        end=times(o.end for o in observations),
        kind=ints(o.kind for o in observations),
        due=times(o.due for o in observations),
        target=times(o.target for o in observations),
        paused=ints(o.paused for o in observations),
        uncounted=ints(o.uncounted for o in observations),
        reopened=np.fromiter((o.reopened for o in observations), np.bool_, n),
        refused=np.fromiter((o.refused for o in observations), np.bool_, n),
        handoffs=ints(o.handoffs for o in observations),
    )
