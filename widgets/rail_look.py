"""What the squad rail shows, as values: counts, names and bars; words come ready from the window."""

from dataclasses import dataclass, field

from widgets.models.queue_marks import Sieve


@dataclass(frozen=True, slots=True)
class SquadLook:
    """A squad's row: `squad` is its wire name, `used50` its median in targets, `p50_text` the same as a time."""

    squad: str
    name: str
    function: str
    open: int
    late: int
    used50: float | None
    p50_text: str
    key: str


@dataclass(frozen=True, slots=True)
class ExtraLook:
    """The row of an extra queue: `extra` is its name in `queue_marks.EXTRAS`."""

    extra: str
    name: str
    count: int
    key: str


@dataclass(frozen=True, slots=True)
class HeadLook:
    """The row of all squads together."""

    open: int
    late: int
    key: str = "0"


@dataclass(frozen=True, slots=True)
class RailLook:
    """The whole rail; `chosen` is the queue that is shown. Without a squad nothing but its row is missing."""

    all_open: int
    all_late: int
    squads: tuple[SquadLook, ...]
    extras: tuple[ExtraLook, ...]
    chosen: Sieve = field(default_factory=Sieve)


RowLook = HeadLook | SquadLook | ExtraLook
"""What one row shows."""
