"""Which open reports lie near each other: by desa, and by squares of the map for those that have a point."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from services.domain.policy import Policy
from services.domain.report import Report
from services.domain.similar import MOST_SUSPECTED, SUSPECT, WIDE_REACH, Traits, best, comparable, traits_of

_SQUARE: Final = WIDE_REACH / 111_200
"""Degrees of a square's side, as wide as the farthest reach: whatever is near lies in it or beside it."""

_Place = str | tuple[int, int]


@dataclass(slots=True)
class Neighbours:
    """The open reports by place, covert ones too: what of them somebody may see is for `project` to say.

    Of the public ones the traits are kept: `alike` compares nothing else.
    """

    policy: Policy
    _at: dict[_Place, set[str]] = field(default_factory=dict)
    _places: dict[str, tuple[_Place, ...]] = field(default_factory=dict)
    _public: dict[str, Traits] = field(default_factory=dict)

    def take(self, report: Report) -> None:
        """Look at a report as it is now."""
        if report.open and not report.retired:
            if report.id not in self._places:  # its place never changes
                self._places[report.id] = _places_of(report)
                for place in self._places[report.id]:
                    self._at.setdefault(place, set()).add(report.id)
        else:
            for place in self._places.pop(report.id, ()):
                self._at[place].discard(report.id)
        known = self._public.get(report.id)
        if not comparable(report):
            self._public.pop(report.id, None)
        elif known is None or known.label != report.label:  # nothing else of what is compared ever changes
            self._public[report.id] = traits_of(report, self.policy)

    def near(self, report: Report) -> frozenset[str]:
        """Return the other open reports in the same desa or within reach of it."""
        return frozenset(self._in([*_places_of(report), *_around(report)])) - {report.id}

    def alike(self, report: Report) -> tuple[str, ...]:
        """Return the likely duplicates of a public report among the public ones, likest first; of any other none."""
        traits = self._public.get(report.id)
        if traits is None:
            return ()
        others = ((id_, self._public[id_]) for id_ in self.near(report) if id_ in self._public)
        return best(traits, others, least=SUSPECT, most=MOST_SUSPECTED)

    def _in(self, places: Iterable[_Place]) -> set[str]:
        return set().union(*(self._at.get(place, ()) for place in places))


def _places_of(report: Report) -> tuple[_Place, ...]:
    square = _square(report)
    desa: tuple[_Place, ...] = () if report.desa is None else (report.desa,)
    return desa if square is None else (*desa, square)


def _around(report: Report) -> list[_Place]:
    square = _square(report)
    if square is None:
        return []
    return [(square[0] + south, square[1] + east) for south in (-1, 0, 1) for east in (-1, 0, 1)]


def _square(report: Report) -> tuple[int, int] | None:
    if report.lat is None or report.lon is None:
        return None
    return math.floor(report.lat / _SQUARE), math.floor(report.lon / _SQUARE)
