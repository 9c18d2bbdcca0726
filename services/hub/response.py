"""Keeps the response times of squads and their members over thirty days, for their rows."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from services.domain.policy import DAY
from services.domain.report import Millis
from services.domain.rows import ReportRow
from services.figures.cells import Cell, Reached
from services.figures.columns import Observation, columns_of
from services.figures.observations import observation
from services.figures.speed import figures
from services.hub.tally import Key

WINDOW_DAYS: Final = 30
WINDOW: Final[Millis] = WINDOW_DAYS * DAY
MEASURE: Final = "first_action"

NO_FIGURES: Final = figures(columns_of(()), now=0)


@dataclass(slots=True)
class Response:
    """Figures of the first action for squads and members. They are made anew only when asked to: that costs."""

    _keys: dict[str, tuple[Key, ...]] = field(default_factory=dict)
    _cohorts: defaultdict[Key, dict[str, Observation]] = field(default_factory=lambda: defaultdict(dict))
    _cells: dict[Key, Cell] = field(default_factory=dict)
    _stale: set[Key] = field(default_factory=set)

    def cell(self, kind: str, id_: str) -> Cell:
        """Return the figures of a squad or member as they were last made."""
        return self._cells.get((kind, id_), NO_FIGURES)

    def take(self, report: str, row: ReportRow | None, now: Millis) -> None:
        """Keep a report as it is now; None, or one received too long ago, is forgotten."""
        for key in self._keys.pop(report, ()):
            self._cohorts[key].pop(report, None)
            self._stale.add(key)
        seen = observation(report, row, MEASURE) if row is not None and row.received >= now - WINDOW else None
        if row is None or seen is None:
            return
        keys: list[Key] = [("squad", row.squad or ""), *(("member", member) for member in row.members)]
        self._keys[report] = tuple(keys)
        for key in keys:
            self._cohorts[key][report] = seen
            self._stale.add(key)

    def refresh(self, now: Millis) -> set[Key]:
        """Make the figures anew in which something changed and return whose they are."""
        made, self._stale = self._stale, set()
        for key in made:
            self._cells[key] = figures(columns_of(list(self._cohorts[key].values())), now=now)
        return made

    def tick(self, now: Millis) -> set[Key]:
        """Make all figures anew, without the reports that have grown too old, and return whose they are."""
        begin = now - WINDOW
        for report, keys in list(self._keys.items()):
            if self._cohorts[keys[0]][report].received < begin:
                self.take(report, None, now)
        self._stale |= self._cohorts.keys()
        return self.refresh(now)


def p50_of(cell: Cell) -> Millis | None:
    """Return the median in milliseconds, None where the curve does not come to it or the reports are too few."""
    return cell.p50.ms if isinstance(cell.p50, Reached) else None


def in_target_of(cell: Cell) -> Mapping[str, float] | None:
    """Return the share in target as a squad's row has it, None while no target time has passed."""
    share = cell.in_target
    if share.low is None or share.high is None:
        return None
    return {"in": share.inside, "of": share.of, "low": share.low, "high": share.high}
