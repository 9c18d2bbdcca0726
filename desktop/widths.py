"""How wide each column is: the four widths of the room, from the whole rail and instruments down to one column."""

from dataclasses import dataclass
from enum import Enum, auto

WIDE, MIDDLE, NARROW, LOW = 1760, 1440, 1200, 748
"""Widths from which four columns, the whole rail, and list beside detail fit; the height below which rows shrink.

The height is the columns' own: of a window 800 high the top bar takes 52.
"""
RAIL, NARROW_RAIL, STRIP, INSTRUMENTS = 236, 72, 48, 472
QUEUE, LEAST_QUEUE = 620, 500
"""The list's width beside all other columns, and the least it is made beside the detail."""
_SHARE = 0.46
"""The list's share of what it divides with the detail."""


class Beside(Enum):
    """What stands at the right of the detail."""

    INSTRUMENTS = auto()
    STRIP = auto()
    """A strip that opens the instruments over the detail."""


@dataclass(frozen=True, slots=True)
class Widths:
    """The columns of a window, in logical pixels at text scale 1; `single`: list or detail, not both."""

    rail: int
    queue: int
    beside: Beside
    single: bool
    short_rows: bool

    @property
    def narrow_rail(self) -> bool:
        """Whether the rail shows patches and counts only."""
        return self.rail == NARROW_RAIL


def widths(width: float, height: float, *, scale: float = 1.0) -> Widths:
    """Return the columns for a window of this size; larger text needs a larger window for the same columns."""
    wide, high = width / scale, height / scale
    whole = wide >= WIDE
    rail = RAIL if wide >= MIDDLE else NARROW_RAIL
    single = wide < NARROW
    room = round(wide) - rail - STRIP
    shared = max(LEAST_QUEUE, min(QUEUE, round(_SHARE * room)))
    queue = QUEUE if whole else room if single else shared
    return Widths(
        rail=rail,
        queue=queue,
        beside=Beside.INSTRUMENTS if whole else Beside.STRIP,
        single=single,
        short_rows=high < LOW,
    )
