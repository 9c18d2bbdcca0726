"""Owns what is told of the day under way: its curves, and how much is open and late at the moment."""

from dataclasses import dataclass

from services.figures.daily import Flow


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFlow:
    """The day as of `at` (Unix milliseconds): open reports, those of them past their due time, and the curves."""

    at: int
    open: int
    late: int
    flow: Flow
