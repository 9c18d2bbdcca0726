"""The regency's rules as data: labels with their squads and targets, the calendar, claim and ladder times."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from services.domain.report import Millis, Priority
from services.domain.squads import Squad

MINUTE: Millis = 60_000
HOUR: Millis = 60 * MINUTE
DAY: Millis = 24 * HOUR


class Unit(StrEnum):
    """The unit of a target: minutes, hours, days, or working days of the label's calendar."""

    MINUTES = "m"
    HOURS = "h"
    DAYS = "d"
    WORKING_DAYS = "wd"


class CalendarKind(StrEnum):
    """Round the clock, or office hours without public holidays."""

    ALWAYS = "always"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Target:
    """A length of time a label promises, like `15m`, `2h`, `1d`, `5wd` (half steps like `3.5wd` are allowed)."""

    amount: float
    unit: Unit

    def __str__(self) -> str:
        return f"{self.amount:g}{self.unit}"


def parse_target(text: str) -> Target:
    """Read a target as written in the label table.

    Raises:
        ValueError: if it is not a positive number followed by m, h, d or wd.
    """
    for unit in (Unit.WORKING_DAYS, Unit.MINUTES, Unit.HOURS, Unit.DAYS):
        if text.endswith(unit.value):
            amount = float(text.removesuffix(unit.value))
            if amount > 0:
                return Target(amount, unit)
    raise ValueError(f"target {text!r}: want a positive number followed by m, h, d or wd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a report is about. `first` and `resolve` are the targets of P2; `deadlines` derives the others."""

    key: str
    name_id: str
    name_en: str
    squad: Squad | None
    priority: Priority
    calendar: CalendarKind
    first: Target
    resolve: Target
    milestone: Target | None = None
    covert: bool = False
    sensitive: bool = False
    call: str | None = None
    icon: str = "circle-ellipsis"
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The versioned rules in force. `holidays` are public holidays and joint leave, in WIB dates."""

    version: int = 1
    labels: Mapping[str, Label] = field(default_factory=lambda: MappingProxyType({}))
    holidays: frozenset[date] = frozenset()
    staffed: frozenset[int] = frozenset({1, 2, 3})
    """The escalation levels in which somebody stands; the ladder passes over the others."""


OTHER_LABEL = "lainnya"
"""The label of whatever no label fits; its squad is None."""
